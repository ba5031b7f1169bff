// Begins to load the engine and the manifest, and helps where a file of the site does not come. Nothing is younger than ES5
// here either. The names in capitals are put here by the site builder.
var engine, edition;
(function () {
  // Where the engine only searches, views of figures are beyond it from the beginning.
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
  // A text, or why it did not come, as a code.
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
  // A style sheet that does not come must not keep the page from being shown.
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
  // Which data the site has now: asked for past every cache, while the page is still being read. Three times, with longer and
  // longer pauses; then again when the reader asks.
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
  // A script of ours failed. Whoever put others into the page has to look after them.
  addEventListener("error", function (event) {
    var target = event.target, src = target === window ? event.filename : target.tagName === "SCRIPT" && target.src;
    if (target !== window && src === "" && target.textContent.indexOf("thidua.start(") >= 0) src = app;
    if (target === window && document.documentElement.hasAttribute("data-live")) return;
    if (src && scripts.some(function (name) { return src.slice(-name.length) === name; })) lost();
  }, true);
  // The page may be of an older build, whose files are gone: then it is loaded again, once in ten minutes. That it is another
  // is read from the page as the host has it now, so that no page is lost for an error page of the browser.
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
