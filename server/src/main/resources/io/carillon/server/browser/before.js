// Runs before the SDK: says where its parts and settings are, and lets a page call the SDK before it has loaded.
(function (home) {
  var tag = document.querySelector("script[data-global-segment-analytics-key]");
  var name = (tag && tag.getAttribute("data-global-segment-analytics-key")) || "analytics";
  var queue = (window[name] = window[name] || []);
  queue._cdn = home;
  if (queue.invoked || queue.initialized) return; // the page has a snippet, which does the rest
  queue.invoked = true;
  [
    "addDestinationMiddleware", "addIntegrationMiddleware", "addSourceMiddleware", "alias", "debug", "deregister", "group",
    "identify", "off", "on", "once", "page", "pageview", "ready", "register", "reset", "screen", "setAnonymousId", "track",
    "trackClick", "trackForm", "trackLink", "trackSubmit", "user"
  ].forEach(function (method) {
    queue[method] = function () {
      var now = window[name];
      if (now !== queue) return now[method].apply(now, arguments);
      queue.push([method].concat(Array.prototype.slice.call(arguments)));
      return queue;
    };
  });
})("PUBLIC_URL");
