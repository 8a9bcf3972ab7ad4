// Asks for the page again every few seconds and changes only what has changed, so that nothing flickers, scrolls or loses focus.
"use strict";

const INTERVAL = 1000 * Number(document.querySelector("main").dataset.every);
const keyOf = (node) => (node.nodeType === 1 ? node.dataset.key || node.id || "" : "");

function adopt(node) {
  const copy = document.importNode(node, true);
  if (copy.dataset && copy.dataset.key) copy.classList.add("fresh");
  return copy;
}

/** Makes one node like another, in place where they are of one kind. */
function become(node, next) {
  if (node.isEqualNode(next)) return;
  if (node.nodeName !== next.nodeName || keyOf(node) !== keyOf(next)) return node.replaceWith(adopt(next));
  if (node.nodeType !== 1) {
    node.nodeValue = next.nodeValue;
    return;
  }
  for (const { name, value } of next.attributes) if (node.getAttribute(name) !== value) node.setAttribute(name, value);
  for (const { name } of [...node.attributes]) {
    const isTheirs = node.nodeName === "DETAILS" && name === "open"; // whoever looks has opened it
    if (!next.hasAttribute(name) && !isTheirs) node.removeAttribute(name);
  }
  const wanted = new Set([...next.childNodes].map(keyOf));
  for (const child of [...node.childNodes]) if (keyOf(child) && !wanted.has(keyOf(child))) child.remove();
  let at = node.firstChild;
  for (const child of next.childNodes) {
    const key = keyOf(child);
    let same = at;
    while (key && same && keyOf(same) !== key) same = same.nextSibling;
    if (same && (key || !keyOf(same))) {
      const after = same === at ? at.nextSibling : at;
      if (same !== at) node.insertBefore(same, at);
      become(same, child);
      at = after;
    } else {
      node.insertBefore(adopt(child), at);
    }
  }
  while (at) {
    const after = at.nextSibling;
    at.remove();
    at = after;
  }
}

const isReading = () => document.hidden || !getSelection().isCollapsed || new URLSearchParams(location.search).has("cursor");

async function refresh() {
  if (isReading()) return;
  try {
    const answer = await fetch(location.href, { cache: "no-store" });
    if (answer.ok) {
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const part of document.querySelectorAll("[data-live]")) {
        const next = fresh.querySelector(`[data-live="${part.dataset.live}"]`);
        if (next && !isReading()) become(part, next);
      }
    }
    document.body.classList.remove("gone");
  } catch {
    document.body.classList.add("gone"); // the demo has ended
  }
}

async function follow() {
  for (;;) {
    await new Promise((done) => setTimeout(done, INTERVAL));
    await refresh();
  }
}

follow();
