(() => {
  const d = document, key = "hjelp.mode";
  const modes = [...d.querySelectorAll("[name=Hjelp-mode]")];
  const wanted = new URLSearchParams(location.search).get("view");
  const names = { translation: "t", both: "b", original: "o" };
  try {
    const mode = names[wanted] || localStorage[key];
    for (const input of modes) {
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
  d.addEventListener("click", e => {
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
