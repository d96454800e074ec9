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
      found.textContent = field.value.trim() ? `${shown.length} of ${found.dataset.total}` : "";
    };
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    field.addEventListener("input", filter);
    field.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { field.value = ""; filter(); }
    });
    filter();
    if (location.hash === `#${field.id}`) field.focus();
  }

  // A link in a text to someone or something that the page itself tells about shows that in a
  // card: a copy, so nothing is fetched.  It is for the eye; the link leads to the same.
  function offerCards(text) {
    const here = new Map([...document.querySelectorAll(".people li[id] > a")].map((link) => [link.href, link.parentNode]));
    const told = (link) => link.hash && link.pathname === location.pathname
      ? document.getElementById(decodeURIComponent(link.hash.slice(1)))?.closest("li")
      : here.get(link.href);
    let card, timer;
    const hide = () => { clearTimeout(timer); card?.remove(); card = undefined; };
    const soon = (act, delay) => { clearTimeout(timer); timer = setTimeout(act, delay); };
    const show = (link) => {
      hide();
      card = document.createElement("div");
      card.className = "card";
      card.setAttribute("aria-hidden", "true");
      card.append(...told(link).cloneNode(true).childNodes);
      for (const one of card.querySelectorAll("a")) one.tabIndex = -1;
      document.body.append(card);
      const at = link.getClientRects()[0], fits = at.bottom + card.offsetHeight + 12 < innerHeight;
      card.style.left = `${Math.max(8, Math.min(at.left, page.clientWidth - card.offsetWidth - 8)) + scrollX}px`;
      card.style.top = `${(fits ? at.bottom + 6 : at.top - card.offsetHeight - 6) + scrollY}px`;
      card.addEventListener("pointerenter", () => clearTimeout(timer));
      card.addEventListener("pointerleave", () => soon(hide, 220));
    };
    for (const link of [...text.querySelectorAll("a[href]")].filter(told)) {
      link.addEventListener("pointerenter", (event) => { if (event.pointerType === "mouse") soon(() => show(link), 180); });
      link.addEventListener("pointerleave", () => soon(hide, 220));
      link.addEventListener("focus", () => { if (link.matches(":focus-visible")) show(link); });
      link.addEventListener("blur", hide);
    }
    addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  }

  // Keys of one character must be switchable off (WCAG 2.1.4).
  function offerKeys(choice) {
    const box = choice.querySelector("input");
    const turns = { "[": "a[rel=prev]", "]": "a[rel=next]", "/": "a[aria-keyshortcuts]" };
    choice.hidden = false;
    box.checked = stored("briefbook-keys") !== "off";
    box.addEventListener("change", () => store("briefbook-keys", box.checked ? "on" : "off"));
    addEventListener("keydown", (event) => {
      const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
      if (!box.checked || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      const field = event.key === "/" && find("form[data-filter] input");
      const goal = field || (turns[event.key] && find(turns[event.key]));
      if (!goal) return;
      event.preventDefault();
      if (field) field.focus(); else goal.click();
    });
  }

  addEventListener("DOMContentLoaded", () => {
    const parts = { "#theme": offerTheme, "form[data-filter]": offerFilter, ".art": offerCards, "#keys": offerKeys };
    for (const [what, offer] of Object.entries(parts)) {
      const part = find(what);
      if (part) offer(part);
    }
  });
})();
