// Starts loading the engine and the data manifest, and handles files that cannot be loaded. Like notice.js it uses nothing
// younger than ES5. The site builder replaces the names in capitals.
var engine, edition;
(function () {
  // If the first engine can only search, views of figures load the full engine at once.
  var beyond = "BEYOND", scripts = SCRIPTS, app = scripts[0], checks = 0;
  if (!thidua.can(beyond)) return thidua.say("browser");
  var isFigures = FIGURES.some(function (end) {
    return location.pathname.slice(-end.length) === end;
  });
  try {
    engine = new Worker(beyond && location.search && isFigures ? beyond : "ENGINE");
    engine.beyond = beyond;
    engine.onerror = function () {
      engine.failed = true;
      lost();
    };
  } catch (_) {
    return thidua.say("browser");
  }
  thidua.wait(true, 8000);
  // Resolves with a text, or rejects with the code of a failure.
  thidua.get = function (url, cache, limit) {
    return new Promise(function (resolve, reject) {
      var abort = new AbortController();
      setTimeout(function () {
        reject("slow");
        abort.abort();
      }, limit);
      fetch(url, { cache: cache, signal: abort.signal }).then(function (answer) {
        if (!answer.ok) throw "status " + answer.status;
        return answer.text();
      }).then(resolve, function (reason) {
        reject(typeof reason === "string" ? reason : "offline");
      });
    });
  };
  // A style sheet that does not load must not block rendering.
  setTimeout(function () {
    var links = document.querySelectorAll("link[rel=stylesheet]"), i;
    for (i = 0; i < links.length; i++) {
      if (links[i].sheet) continue;
      links[i].media = "print";
      links[i].onload = function () {
        this.media = "all";
      };
    }
  }, 5000);
  // Loads the data manifest past every cache, while the page is still being parsed. Three attempts with growing pauses, then again
  // when the reader clicks the button.
  edition = new Promise(function (resolve) {
    function ask(tries) {
      thidua.get("EDITION", "no-cache", 10000).then(function (text) {
        if (typeof JSON.parse(text).edition !== "string") throw "damaged";
        resolve(text);
      }).then(null, function (reason) {
        if (typeof reason !== "string") reason = "damaged";
        if (tries < 2 && !/^status 4(?!29)/.test(reason)) return setTimeout(ask, tries ? 2000 : 500, tries + 1);
        thidua.say(reason, function () {
          ask(0);
        });
      });
    }
    ask(0);
  });
  // Handles failures of scripts of the site; other scripts in the page are ignored.
  addEventListener("error", function (event) {
    var target = event.target, src = target === window ? event.filename : target.tagName === "SCRIPT" && target.src;
    if (target !== window && src === "" && target.textContent.indexOf("thidua.start(") >= 0) src = app;
    if (target === window && document.documentElement.hasAttribute("data-live")) return;
    if (src && scripts.some(function (name) { return src.slice(-name.length) === name; })) lost();
  }, true);
  // The page may belong to an older build, whose files are gone: then it is reloaded, once in ten minutes. Whether the host has
  // another build is read from the current page on the host, so that a reload never ends on an error page of the browser.
  thidua.lost = lost;
  function lost() {
    if (++checks > 2) return;
    thidua.get(location.href.split("#")[0], "reload", 5000).then(function (html) {
      var ours = / id="app"/.test(html) && /thi-dua-app-\w+\.js/.test(html);
      if (!ours || (html.indexOf(app) >= 0 && html.indexOf("ENGINE") >= 0)) thidua.say("program");
      else if (isFirst()) location.reload();
      else thidua.say("stale");
    }, function (reason) {
      thidua.say(reason === "status 404" ? "stale" : reason);
    });
  }
  function isFirst() {
    try {
      var key = "again " + location.pathname, last = sessionStorage.getItem(key);
      if (last && Math.abs(Date.now() - last) < 600000) return false;
      sessionStorage.setItem(key, Date.now());
      return !!sessionStorage.getItem(key);
    } catch (_) {
      return false;
    }
  }
  addEventListener("load", function () {
    try {
      navigator.serviceWorker.register("OFFLINE").then(null, function () {});
    } catch (_) {}
  });
})();
