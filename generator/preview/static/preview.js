// The live preview's part in the browser.  Nothing of it is in the site that is built.
(() => {
  const { root, source = "", held = "", follow = "" } = document.currentScript.dataset;
  let { digest } = document.currentScript.dataset;
  const day = new URLSearchParams(location.search).get("as-of") ?? "";
  let state = null;
  let heard = "";
  let seen = Number(document.currentScript.dataset.number);

  // ---- The drawer, where no style of the site can reach it.
  const make = (name, text = "", attributes = {}) => {
    const made = Object.assign(document.createElement(name), { textContent: text });
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const host = make("briefbook-preview");
  const drawer = host.attachShadow({ mode: "open" });
  const sheet = make("link", "", { rel: "stylesheet", href: `${root}preview.css` });
  const details = make("details");
  const summary = make("summary");
  const dot = make("b", "", { class: "dot", title: "connecting" });
  const told = make("span", "Preview", { role: "status" });
  const count = make("span", "", { class: "count" });
  const list = make("ol");
  const foot = make("div", "", { class: "foot" });
  summary.append(dot, told, count);
  details.append(summary, list, foot);
  const box = make("aside", "", { "aria-label": "Preview" });
  if (held) box.append(make("p", `Not published: ${held}`, { class: "held" }));
  box.append(details);
  drawer.append(sheet, box);

  const dated = (address) => {
    const url = new URL(address, location.href);
    if (day && url.origin === location.origin) url.searchParams.set("as-of", day);
    return url;
  };
  const link = (text, page) => (page ? make("a", text, { href: dated(`/${page}`).href }) : make("b", text));

  // The paragraph that an excerpt of the source stands in, if it is on this page.
  const words = (text) => text.replace(/[^\p{L}\p{N}]+/gu, " ").trim().toLowerCase();
  function paragraph(problem) {
    const wanted = words(problem.excerpt.replace(/^[\s-]*[\w-]+:\s/, "")).slice(0, 60);
    if (problem.path !== source || wanted.length < 8) return null;
    const blocks = [...document.querySelectorAll("main :is(p, li, h1, h2, h3, h4, td, blockquote)")];
    return blocks.findLast((block) => words(block.textContent).includes(wanted));
  }

  function entry(problem) {
    const item = make("li", "", { class: problem.severity });
    const place = make("p");
    place.append(link(problem.path, problem.page), problem.line ? `, line ${problem.line}` : "");
    item.append(place, make("p", `${problem.severity}: ${problem.message}`));
    if (problem.excerpt) {
      const code = make("pre", "", { tabindex: "0" });
      code.append(make("span", `${problem.line} `), make("mark", problem.excerpt));
      item.append(code);
    }
    if (problem.hint) item.append(make("p", problem.hint, { class: "hint" }));
    const there = paragraph(problem);
    if (there) {
      const button = make("button", "Show it on this page", { type: "button" });
      button.addEventListener("click", () => there.scrollIntoView({ block: "center" }));
      item.append(button);
    }
    return item;
  }

  function waiting(item) {
    const line = make("li", "", { class: "waiting" });
    line.append(link(item.title, item.page), ` ${item.why}`, make("small", item.path));
    return line;
  }

  function number(count, noun) {
    return count ? `${count} ${noun}${count === 1 ? "" : "s"}` : "";
  }

  function draw() {
    const errors = state.problems.filter((one) => one.severity === "error").length;
    const warnings = state.problems.length - errors;
    told.textContent = state.failed ? "Not made: this is from before" : `Preview, made in ${state.ms} ms`;
    count.textContent = [number(errors, "error"), number(warnings, "warning"),
      state.held.length ? `${state.held.length} not published` : ""].filter(Boolean).join(", ");
    host.toggleAttribute("data-failed", errors > 0);
    box.className = errors ? "failed" : "";
    list.replaceChildren(...state.problems.map(entry), ...state.held.map(waiting));
    if (errors && !details.dataset.closed) details.open = true;
    if (!errors && details.dataset.opened !== "by hand") details.open = false;
  }
  summary.addEventListener("click", () => {
    details.dataset.opened = details.open ? "" : "by hand";
    details.dataset.closed = details.open ? "by hand" : "";
  });

  if (source) {
    const line = make("p", "Made from ");
    line.append(make("code", source));
    foot.append(line);
  }
  // From which file each part of this page comes: told when somebody wants to know.
  const parts = make("details");
  parts.append(make("summary", "Parts of this page"));
  parts.addEventListener("toggle", async () => {
    if (!parts.open) return;
    const sources = await fetch(`${root}sources.json`, { cache: "no-store" }).then((one) => one.json());
    const found = new Map();
    for (const anchor of document.querySelectorAll("main a[href]")) {
      const path = sources[decodeURIComponent(anchor.pathname.slice(1))];
      if (path && anchor.origin === location.origin && !found.has(path)) found.set(path, anchor);
    }
    const lines = make("ul");
    for (const [path, anchor] of found) {
      const line = make("li");
      line.append(link(anchor.textContent.trim() || path, anchor.pathname.slice(1)), make("small", path));
      lines.append(line);
    }
    parts.replaceChildren(parts.firstChild, lines);
  });
  foot.append(parts);
  const form = make("form", "", { method: "get" });
  const label = make("label", "As it will be on ");
  label.append(make("input", "", { type: "date", name: "as-of", value: day }));
  form.append(label, make("button", "Show", { type: "submit" }));
  if (day) form.append(make("a", "Today", { href: location.pathname }));
  foot.append(form);

  // ---- A page that has changed takes on what is new, and keeps its place.
  const kept = new Set(["open", "hidden"]);  // what readers and scripts set
  function dress(from, to) {
    for (const { name } of [...from.attributes]) {
      if (!to.hasAttribute(name) && !kept.has(name)) from.removeAttribute(name);
    }
    for (const { name, value } of to.attributes) {
      if (from.getAttribute(name) !== value && !kept.has(name)) from.setAttribute(name, value);
    }
  }
  const alike = (one, other) => one.nodeType === other.nodeType && one.nodeName === other.nodeName
    && (one.id ?? "") === (other.id ?? "");

  function partner(first, wanted) {
    let best = null;
    for (let node = first, n = 0; node && n < 60; node = node.nextSibling, n += 1) {
      if (node.isEqualNode(wanted)) return node;
      if (!best && n < 12 && alike(node, wanted)) best = node;
    }
    return best;
  }

  function morph(from, to) {
    if (from.nodeType !== Node.ELEMENT_NODE) {
      if (from.data !== to.data) from.data = to.data;
      return;
    }
    dress(from, to);
    let here = from.firstChild;
    const coming = [...to.childNodes];
    for (const [n, wanted] of coming.entries()) {
      const found = partner(here, wanted);
      // What comes later in the new page is not given away to something that is only alike.
      const promised = found && !found.isEqualNode(wanted)
        && coming.slice(n + 1, n + 12).some((later) => later.isEqualNode(found));
      if (!found || promised) {
        from.insertBefore(document.importNode(wanted, true), here);
        continue;
      }
      while (here !== found) {
        const gone = here;
        here = here.nextSibling;
        gone.remove();
      }
      if (!found.isEqualNode(wanted)) morph(found, wanted);
      here = found.nextSibling;
    }
    while (here) {
      const gone = here;
      here = here.nextSibling;
      if (gone !== host) gone.remove();
    }
  }

  // Style sheets that came or went with the new page.
  function dressHead(made) {
    const sheets = 'link[rel="stylesheet"]';
    const path = (one) => new URL(one.getAttribute("href"), location.href).pathname;
    const old = new Map([...document.head.querySelectorAll(sheets)].map((one) => [path(one), one]));
    const wanted = [...made.head.querySelectorAll(sheets)];
    for (const one of wanted) if (!old.delete(path(one))) document.head.append(document.importNode(one));
    for (const gone of old.values()) gone.remove();
  }

  async function refresh() {
    const answer = await fetch(dated(location.href), { cache: "no-store" });
    const made = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = made.querySelector("script[data-root]")?.dataset ?? {};
    if ((fresh.held ?? "") !== held || (fresh.source ?? "") !== source) {
      location.reload();
      return;
    }
    if (fresh.digest === digest) return;
    digest = fresh.digest;
    document.title = made.title;
    dressHead(made);
    morph(document.body, made.body);
    document.body.append(host);
    document.dispatchEvent(new CustomEvent("briefbook-preview-changed"));
  }

  function refreshSurely() {
    refresh().catch(() => setTimeout(refreshSurely, 1000));  // as after a sleep
  }

  // ---- A style sheet that has changed takes the place of the old one when it is there.
  function restyle(before) {
    for (const old of document.querySelectorAll('link[rel="stylesheet"]')) {
      const path = new URL(old.href).pathname.slice(1);
      if (!before[path] || before[path] === state.styles[path]) continue;
      const fresh = old.cloneNode();
      fresh.href = `${new URL(old.href).pathname}?v=${state.styles[path]}`;
      fresh.addEventListener("load", () => old.remove());
      old.after(fresh);
    }
  }

  function learn(text) {
    const before = state;
    heard = text;
    state = JSON.parse(text);
    dot.dataset.live = "yes";
    dot.title = "connected";
    draw();
    if (state.number !== seen) {
      restyle(before?.styles ?? {});
      const elsewhere = follow && state.follow && state.follow !== location.pathname.slice(1);
      if (elsewhere && before) location.assign(dated(`/${state.follow}`));
      else refreshSurely();
    }
    seen = state.number;
  }

  // ---- One stream for all tabs of a browser: the tab that has the lock passes on what it hears.
  const others = new BroadcastChannel(`briefbook ${root}`);
  let leads = false;
  others.addEventListener("message", ({ data }) => {
    if (data === "lost") lost();
    else if (data === "gone") awaitServer();
    else if (data !== "who is there?") learn(data);
    else if (leads && heard) others.postMessage(heard);
  });
  function lost() {
    dot.dataset.live = "";
    dot.title = "not connected";
    told.textContent = "Preview is not connected";
  }
  function listen() {
    leads = true;
    const stream = new EventSource(`${root}events`);
    stream.addEventListener("state", ({ data }) => {
      learn(data);
      others.postMessage(data);
    });
    stream.addEventListener("error", () => {
      lost();
      others.postMessage("lost");
      if (stream.readyState !== EventSource.CLOSED) return;
      others.postMessage("gone");  // it is another server now, and nobody will hear of this one
      awaitServer();
    });
    addEventListener("pagehide", () => stream.close());
    return new Promise(() => {});  // the lock is held until the tab is closed
  }
  function awaitServer() {
    setTimeout(() => fetch(location.href, { method: "HEAD" }).then(() => location.reload(), awaitServer), 1000);
  }

  function begin() {
    document.body.append(host);
    if (navigator.locks) navigator.locks.request(`briefbook ${root}`, listen);
    else listen();
    others.postMessage("who is there?");
  }
  if (day) {
    document.addEventListener("click", (event) => {
      const anchor = event.target.closest?.("a[href]");
      if (anchor && anchor.origin === location.origin) anchor.href = dated(anchor.href).href;
    }, true);
  }
  addEventListener("pageshow", (event) => event.persisted && location.reload());
  document.addEventListener("DOMContentLoaded", begin);
})();
