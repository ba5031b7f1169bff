// Records events until the script of the page is loaded, which handles them. Inline in the head of every page.
early = { heard: [], hear: (event) => early.heard.length < 500 && early.heard.push(event) };
for (const name of ["input", "change", "click", "compositionstart", "compositionupdate", "compositionend"]) {
  addEventListener(name, (event) => early.hear(event), true);
}
if (navigator.share) document.documentElement.setAttribute("data-can-share", "");
