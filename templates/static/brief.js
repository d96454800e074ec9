// Every page works without this file.  It loads nothing, so it also works from file://.
(() => {
  const page = document.documentElement;
  const stored = (name) => { try { return localStorage.getItem(name); } catch { return null; } };
  const store = (name, value) => { try { localStorage.setItem(name, value); } catch { /* a private window */ } };

  // Before the first paint, so that no page flashes in the wrong colours.
  const chosen = stored("briefbook-theme");
  if (chosen) page.dataset.theme = chosen;

  const find = (what) => document.querySelector(what);
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  function offerTheme(button) {
    const dark = () => page.dataset.theme
      ? page.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    button.hidden = false;
    button.addEventListener("click", () => {
      page.dataset.theme = dark() ? "light" : "dark";
      store("briefbook-theme", page.dataset.theme);
    });
  }

  function offerFilter(form) {
    const field = form.querySelector("input");
    const found = form.querySelector("output");
    const groups = [...document.querySelectorAll("[data-filtered]")];
    const rows = groups.flatMap((group) => [...group.querySelectorAll("li")]);
    const texts = rows.map((row) => fold(row.textContent));
    const filter = () => {
      const words = fold(field.value).split(/\s+/);
      const shown = rows.filter((row, n) => !(row.hidden = !words.every((word) => texts[n].includes(word))));
      for (const group of groups) group.hidden = !group.querySelector("li:not([hidden])");
      found.textContent = field.value.trim() ? found.dataset.found.replace("#", shown.length) : "";
    };
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    field.addEventListener("input", filter);
    field.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { field.value = ""; filter(); }
    });
    filter();
  }

  // Keys of one character must be switchable off (WCAG 2.1.4).
  function offerKeys(choice) {
    const box = choice.querySelector("input");
    const turns = { "[": "a[rel=prev]", "]": "a[rel=next]" };
    if (!find("a[rel=prev], a[rel=next]")) return;
    choice.hidden = false;
    box.checked = stored("briefbook-keys") !== "off";
    box.addEventListener("change", () => store("briefbook-keys", box.checked ? "on" : "off"));
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
      if (!box.checked || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      const link = turns[event.key] && find(turns[event.key]);
      if (link) link.click();
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    const parts = { "#theme": offerTheme, "form[data-filter]": offerFilter, "#keys": offerKeys };
    for (const [what, offer] of Object.entries(parts)) {
      const part = find(what);
      if (part) offer(part);
    }
  });
})();
