// Starts loading the engine while the page is still being parsed, and handles files that cannot be loaded. Like notice.js it uses
// nothing younger than ES5. The site builder replaces the names in capitals.
var engine;
(function () {
  var full = "FULL_ENGINE", script = "PAGE_SCRIPT", scripts = OWN_SCRIPTS, checks = 0, start, unstarted = [];
  if (!thidua.can()) return thidua.say("browser");
  // Starts a worker with an engine. Its first message says where the site and its data are, as soon as that is known.
  thidua.worker = function (url) {
    var worker = new Worker(url);
    if (start) worker.postMessage({ start: start });
    else unstarted.push(worker);
    return worker;
  };
  thidua.begin = function (settings, index) {
    start = settings;
    unstarted.splice(0).forEach(function (worker) {
      worker.postMessage({ start: start, index: index });
    });
  };
  // The full engine at once for views of figures, which the search program cannot draw, and where the files of the index cannot be
  // decompressed: it draws a small site from its corpus.
  var isFull = !window.DecompressionStream || location.search && FIGURES.some(function (end) {
    return location.pathname.slice(-end.length) === end;
  });
  try {
    engine = thidua.worker(isFull ? full : script);
  } catch (_) {
    return thidua.say("browser");
  }
  engine.fullEngine = full;
  engine.onerror = fail;
  engine.addEventListener("message", function (event) {
    // Once the app listens, it says so itself.
    if (event.data.failed && !event.data.number && !engine.onmessage) fail();
  });
  function fail() {
    engine.failed = true;
    lost();
  }
  if (!isFull) {
    compiled("PROGRAM_WASM", "PROGRAM_HASH").then(null, function () {
      // The worker tries again.
      return null;
    }).then(function (module) {
      engine.postMessage({ module: module });
    });
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
  // Handles failures of scripts of the site; other scripts in the page are ignored.
  addEventListener("error", function (event) {
    var target = event.target, src = target === window ? event.filename : target.tagName === "SCRIPT" && target.src;
    if (target === window && document.documentElement.hasAttribute("data-live")) return;
    if (src && scripts.some(function (name) { return src.slice(-name.length) === name; })) lost();
  }, true);
  // The page may belong to an older build, whose files are gone: then it is reloaded, once in ten minutes. Whether the host has
  // another build is read from the current page on the host, so that a reload never ends on an error page of the browser.
  thidua.lost = lost;
  function lost() {
    if (++checks > 2) return;
    thidua.get(location.href.split("#")[0], "reload", 5000).then(function (html) {
      var ours = / id="app"/.test(html) && /thidua-\w+\.js/.test(html);
      if (!ours || (html.indexOf(script) >= 0 && html.indexOf(full) >= 0)) thidua.say("program");
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
})();
