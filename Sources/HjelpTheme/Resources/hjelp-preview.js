// hjelp serve on content: loads the page again when it is another one, and shows what is wrong.
(() => {
  const { hash } = document.currentScript.dataset;
  let seen = 0, box;
  const show = problems => {
    if (!problems.length) return box?.remove();
    if (!box) {
      box = Object.assign(document.createElement("div"), { id: "Hjelp-problems" });
      box.setAttribute("role", "alert");
      Object.assign(box.style, {
        position: "fixed", insetInline: "0", insetBlockEnd: "0", zIndex: 99, maxBlockSize: "50vh",
        overflow: "auto", padding: "1rem 1.5rem", background: "#7f1320", color: "#fff",
        font: "15px/1.5 ui-monospace, Consolas, monospace", whiteSpace: "pre-wrap",
        overflowWrap: "anywhere", direction: "ltr", textAlign: "left",
      });
    }
    box.textContent = problems.join("\n");
    document.body.append(box);
  };
  const ask = async () => {
    for (;;) {
      try {
        const page = decodeURIComponent(location.pathname);
        const reply = await fetch("/hjelp-preview?" + new URLSearchParams({ page, hash, seen }));
        const state = await reply.json();
        if (state.hash !== hash) return location.reload();
        seen = state.version;
        show(state.problems);
      } catch { // the server is being started again
        await new Promise(resolve => setTimeout(resolve, 500));
      }
    }
  };
  addEventListener("DOMContentLoaded", ask);
})();
