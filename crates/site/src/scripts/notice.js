// Notices above the page: what failed, why, and a button to retry. Every browser that shows the page must be able to run this
// script, so it uses nothing younger than ES5. The site builder replaces WORDS and PARAMETERS.
var thidua = (function () {
  var root = document.documentElement, words = WORDS, said = "", starts = 0, timer, self;
  function isLive() {
    return root.hasAttribute("data-live");
  }
  function sentence(w, code) {
    var status = /^status (\d+)$/.exec(code);
    return status ? (w[status[1]] || w.status).replace("{}", status[1]) : w[code] || w.program;
  }
  // Returns the search text of the address, or whether it has filters.
  function asked() {
    var pairs = (location.search || location.hash.replace(/^[^?]*/, "")).slice(1).split("&"), chosen = false, i, pair, value;
    for (i = 0; i < pairs.length; i++) {
      pair = pairs[i].split("=");
      try {
        value = decodeURIComponent((pair[1] || "").replace(/\+/g, " "));
      } catch (_) {
        value = pair[1];
      }
      if (value && pair[0] === "q") return value;
      chosen = chosen || (value && PARAMETERS.indexOf(pair[0]) >= 0);
    }
    return chosen;
  }
  // The static page shows every article. If the address has a query, says that nothing has been searched yet.
  function unsearched(says) {
    var list = document.getElementById("ket-qua"), what = asked(), box = document.getElementById("q"), i, part;
    if (!what || isLive() || !(list || document.querySelector(".choices"))) return "";
    // The script of the page, once it is there, knows more.
    if (window.early && early.isShown && early.isShown()) return "";
    if (box && !box.value && typeof what === "string" && !(window.early && early.keep)) box.value = what;
    for (i = 0; list && i < list.children.length; i++) {
      part = list.children[i];
      if (part.className !== "results__bar") part.setAttribute("hidden", "");
    }
    part = list && list.querySelector(".results__count");
    what = typeof what === "string" ? says.not_searched.replace("{}", what) : says.not_filtered;
    if (part) part.textContent = said && said !== "waiting" ? what : says.searching;
    return what + " ";
  }
  function clear() {
    var note = document.getElementById("failure");
    if (note) note.parentNode.removeChild(note);
    said = "";
  }
  function say(code, retry) {
    if (!document.body) return addEventListener("DOMContentLoaded", say.bind(null, code, retry));
    if (said === "browser" || (said && code === "waiting")) return;
    clear();
    said = code;
    var w = words[root.lang === "en" ? "en" : "vi"], note = document.createElement("div"), button = document.createElement("button");
    note.id = "failure";
    note.className = "failure";
    note.setAttribute("role", "alert");
    note.setAttribute("data-code", code);
    note.appendChild(document.createTextNode(unsearched(w) + sentence(w, code) + (isLive() ? " " : " " + w.reads + " ")));
    button.type = "button";
    button.className = "button";
    button.textContent = w.retry;
    button.onclick = function () {
      button.disabled = true;
      if (retry) {
        clear();
        self.wait(true);
        retry();
      } else reload();
    };
    if (code !== "browser") note.appendChild(button);
    document.body.insertBefore(note, document.body.firstChild);
  }
  // Reloads the page, unless that would replace it by an error page of the browser.
  function reload() {
    var worker;
    try {
      worker = navigator.serviceWorker && navigator.serviceWorker.controller;
    } catch (_) {}
    if (worker || !self.get) return location.reload();
    self.get(location.href.split("#")[0], "reload", 8000).then(function () {
      location.reload();
    }, say);
  }
  function searching() {
    if (document.body) unsearched(words[root.lang === "en" ? "en" : "vi"]);
  }
  self = {
    say: say,
    clear: clear,
    searching: searching,
    // Status messages of the programs of the page.
    tell: function (code) {
      if (code === "program" && self.lost) self.lost();
      else say(code);
    },
    // Starts or stops the timer after which a notice says that something is slow.
    wait: function (is, millis) {
      if (!is) {
        clearTimeout(timer);
        timer = 0;
        if (said === "waiting" || isLive()) clear();
      } else if (!timer) {
        timer = setTimeout(function () {
          timer = 0;
          say("waiting");
        }, millis || 6000);
      }
    },
    // A program starts; `promise` rejects if it fails.
    start: function (promise) {
      starts++;
      promise.then(null, function (reason) {
        console.error(reason);
        self.tell("program");
      });
    },
    // A script was added to the page; its program must start. If the file is damaged or something else, it does not.
    load: function (script) {
      var before = starts;
      self.wait(true);
      script.onload = function () {
        self.wait(false);
        if (starts === before) self.tell("program");
      };
      script.onerror = function () {
        self.wait(false);
      };
    },
    // Returns whether this browser can run the programs: the module uses all features that they need.
    can: function () {
      try {
        return (
          typeof fetch === "function" &&
          typeof Promise === "function" &&
          WebAssembly.validate(
            new Uint8Array([
              0, 97, 115, 109, 1, 0, 0, 0, 1, 12, 2, 96, 1, 125, 2, 127, 127, 96, 0, 2, 127, 127, 3, 2, 1, 0, 4, 4, 1, 111, 0, 1, 5,
              3, 1, 0, 1, 6, 6, 1, 127, 1, 65, 0, 11, 7, 5, 1, 1, 103, 3, 0, 10, 21, 1, 19, 0, 65, 0, 65, 0, 65, 0, 252, 10, 0, 0, 32,
              0, 252, 0, 35, 0, 192, 11,
            ]),
          )
        );
      } catch (_) {
        return false;
      }
    },
  };
  // If the app has not started after a second, the static page is not the answer to the query.
  setTimeout(searching, 1000);
  return self;
})();
