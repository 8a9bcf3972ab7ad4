// Asks for the page again and puts in whatever part has changed, so that nothing flickers and nothing scrolls.
"use strict";

async function refresh() {
  try {
    const answer = await fetch(location.href, { cache: "no-store" });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of document.querySelectorAll("[data-live]")) {
      const next = fresh.querySelector(`[data-live="${part.dataset.live}"]`);
      if (next && next.outerHTML !== part.outerHTML) part.replaceWith(document.importNode(next, true));
    }
  } catch {
    document.body.classList.add("gone"); // the demo has ended
    return;
  }
  document.body.classList.remove("gone");
}

setInterval(refresh, 2000);
