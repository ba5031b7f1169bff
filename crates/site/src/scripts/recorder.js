// Records what the reader does until `early.js` is there, which looks after it.
early = { heard: [], hear: (event) => early.heard.length < 500 && early.heard.push(event) };
for (const name of ["input", "change", "click", "compositionstart", "compositionupdate", "compositionend"]) {
  addEventListener(name, (event) => early.hear(event), true);
}
if (navigator.share) document.documentElement.setAttribute("data-can-share", "");
