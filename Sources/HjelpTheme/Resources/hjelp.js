(() => {
  const d = document, key = "hjelp.mode";
  const names = { translation: "t", both: "b", original: "o" };
  // The choice is set as soon as its buttons are there, before anything is painted: nothing moves.
  new MutationObserver((_, observer) => {
    if (!d.getElementById("Hjelp-mo")) return;
    observer.disconnect();
    try {
      const mode = names[new URLSearchParams(location.search).get("view")] || localStorage[key];
      for (const input of d.getElementsByName("Hjelp-mode")) {
        if (input.value === mode) input.checked = true;
        input.addEventListener("change", () => {
          localStorage[key] = input.value;
          const url = new URL(location);
          const name = Object.keys(names).find(k => names[k] === input.value);
          if (name === "translation") url.searchParams.delete("view");
          else url.searchParams.set("view", name);
          history.replaceState(null, "", url);
        });
      }
    } catch { /* storage is off: the mode lasts for the page */ }
  }).observe(d, { childList: true, subtree: true });
  d.addEventListener("DOMContentLoaded", () => {
    const field = d.querySelector(".filter input");
    if (!field) return;
    const rows = [...d.querySelectorAll(".list li")].map(e => [e, e.textContent.toLowerCase()]);
    field.addEventListener("input", () => {
      const words = field.value.toLowerCase().split(/\s+/);
      for (const [row, text] of rows) row.hidden = !words.every(word => text.includes(word));
      for (const list of d.querySelectorAll(".list")) {
        const head = list.previousElementSibling;
        if (/^H\d$/.test(head?.tagName)) head.hidden = !list.querySelector("li:not([hidden])");
      }
    });
  });
  // Feedback on the sentence whose original was opened last, else on the one that was linked to.
  let unit = "";
  d.addEventListener("toggle", e => {
    if (e.newState === "open") unit = e.target.closest(".b")?.querySelector("[id^=u]")?.id || "";
  }, true);
  d.addEventListener("click", e => {
    const link = e.target.closest?.("[data-href]");
    if (link) link.href = link.dataset.href.replace("{unit}", unit || location.hash.slice(1));
    for (const menu of d.querySelectorAll("details.menu[open]"))
      if (!menu.contains(e.target)) menu.open = false;
  });
  d.addEventListener("keydown", e => {
    if (e.key !== "Escape") return;
    for (const menu of d.querySelectorAll("details.menu[open]")) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
})();
