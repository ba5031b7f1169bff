// Where the engine only searches, views of figures are beyond it from the beginning.
beyond = "BEYOND";
engine = new Worker(beyond && location.search && FIGURES.some((end) => location.pathname.endsWith(end)) ? beyond : "ENGINE");
engine.beyond = beyond;
// Which data the site has now: asked for past every cache, while the page is still being read.
edition = fetch("EDITION", { cache: "no-cache" }).then((answer) =>
  answer.ok ? answer.text() : Promise.reject(`HTTP ${answer.status}`),
);
edition.catch(() => {});
engine.onerror = () => {
  engine.failed = true;
  again();
};
addEventListener("error", ({ target }) => target instanceof HTMLScriptElement && !again() && tell(), true);
addEventListener("load", () => navigator.serviceWorker?.register("OFFLINE").catch(() => {}));
// A page that the browser kept may name files of an older build, which are gone: it is fetched anew, once.
function again() {
  try {
    const key = "again " + location.pathname;
    if (!sessionStorage.getItem(key)) {
      sessionStorage.setItem(key, "1");
      location.reload();
      return true;
    }
    sessionStorage.removeItem(key);
  } catch {}
  return false;
}
function tell() {
  if (document.getElementById("failure")) return;
  const note = document.createElement("div");
  note.id = "failure";
  note.className = "failure";
  note.setAttribute("role", "alert");
  note.textContent = document.documentElement.lang === "en" ? STALE_EN : STALE_VI;
  (document.body ?? document.documentElement).prepend(note);
}
