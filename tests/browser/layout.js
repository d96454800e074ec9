// What is wrong with how a page lies on the screen, in words; an empty list where nothing is.
() => {
  const SCREEN = document.documentElement.clientWidth;
  const style = new Map();
  const styleOf = (element) => {
    if (!style.has(element)) style.set(element, getComputedStyle(element));
    return style.get(element);
  };
  const name = (element) => {
    const classes = [...element.classList].map((one) => `.${one}`).join("");
    const within = element.parentElement ? element.parentElement.tagName.toLowerCase() + " > " : "";
    return `${within}${element.tagName.toLowerCase()}${classes}`;
  };
  const short = (text) => text.trim().replace(/\s+/g, " ").slice(0, 40);
  const forEars = (one) => styleOf(one).clipPath === "inset(50%)" || one.closest("[hidden]");

  // The part of the page in which something shows: none where it is only for screen readers.
  // `cut` is where its text ends for good: what scrolls can be brought into view.
  const NEVER = {left: -Infinity, right: Infinity};
  const ROOT = {...NEVER, top: -Infinity, bottom: Infinity, cut: {...NEVER, right: SCREEN}};
  const panes = new Map();
  const paneOf = (element) => {
    if (!element) return ROOT;
    if (panes.has(element)) return panes.get(element);
    let pane = paneOf(element.parentElement);
    const {overflowX, overflowY} = styleOf(element);
    if (pane && forEars(element)) pane = null;
    else if (pane && (overflowX !== "visible" || overflowY !== "visible") && element.parentElement) {
      const box = element.getBoundingClientRect();
      pane = {
        ...pane, ...(overflowX === "visible" ? {} : {
          left: Math.max(pane.left, box.left), right: Math.min(pane.right, box.right),
          cut: /auto|scroll/.test(overflowX) ? NEVER : {
            left: Math.max(pane.cut.left, box.left), right: Math.min(pane.cut.right, box.right),
          },
        }), ...(overflowY === "visible" ? {} : {
          top: Math.max(pane.top, box.top), bottom: Math.min(pane.bottom, box.bottom),
        }),
      };
    }
    panes.set(element, pane);
    return pane;
  };

  // Every line of every text, as high as its small letters.
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const parent = text.parentElement;
    if (!text.data.trim() || !parent.checkVisibility({visibilityProperty: true})) continue;
    const pane = paneOf(parent);
    if (!pane) continue;
    range.selectNodeContents(text);
    const half = parseFloat(styleOf(parent).fontSize) * 0.3;
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.right < 0) continue;
      const middle = (box.top + box.bottom) / 2;
      lines.push({text, parent, pane, left: box.left, right: box.right, top: middle - half, bottom: middle + half});
    }
  }

  const faults = [];
  if (document.documentElement.scrollWidth > SCREEN)
    faults.push(`sideways: the page is ${document.documentElement.scrollWidth} wide on ${SCREEN}`);
  for (const one of lines) {
    const {pane} = one;
    const past = Math.max(one.right - pane.cut.right, pane.cut.left - one.left);
    if (past > 1)
      faults.push(`cut: ${name(one.parent)} “${short(one.text.data)}” by ${Math.round(past)}`);
    if (one.bottom - pane.bottom > 1 && pane.right > pane.left)
      faults.push(`cut below: ${name(one.parent)} “${short(one.text.data)}”`);
  }

  // What has been scrolled out of its pane covers nothing.
  const shown = lines.map((one) => ({
    ...one, left: Math.max(one.left, one.pane.left), right: Math.min(one.right, one.pane.right),
  })).filter((one) => one.right > one.left).sort((a, b) => a.top - b.top);
  shown.forEach((one, n) => {
    for (let m = n + 1; m < shown.length && shown[m].top < one.bottom - 2; m++) {
      const other = shown[m];
      const shared = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      if (other.text !== one.text && shared > 2)
        faults.push(`overlap: ${name(one.parent)} “${short(one.text.data)}” and ${name(other.parent)} “${short(other.text.data)}”`);
    }
  });
  return [...new Set(faults)].slice(0, 6);
}
