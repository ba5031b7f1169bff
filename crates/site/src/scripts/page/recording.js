  // --- Recording ---

  /** Handles what belongs to the search before the app has come, and returns whether it did; replaced by `search.js`. */
  let handleSearch = () => false;
  /** Installs the service worker; replaced by `engine.js`. */
  let registerOffline = () => {};
  /** Carries out Enter of the search before the app; replaced by `search.js`. */
  let enter = () => {};
  /** Recorded actions, in order: fields with their values, and buttons. */
  const done = [];
  let composition;
  let kept;

  /** Removes the record of an element: its last action was handled. */
  const forget = (element) => {
    const before = done.findIndex((one) => one.element === element);
    if (before >= 0) done.splice(before, 1);
  };
  /** Records the last action on an element. */
  const record = (element, press) => {
    forget(element);
    const { value, checked, files } = element;
    // The place is of now: results of a search may replace the element before hydration.
    done.push({ ...place(element), press, value, checked, files });
  };
  const typed = (event) => {
    if (isLive() || !isOurs(event.target)) return;
    if (handleSearch(event)) forget(event.target);
    else record(event.target, false);
  };
  const pressed = (event) => {
    closeMenus(event.target);
    // Beside the body of a sheet.
    if (event.target === openSheet()) return setSheet(event.target, false);
    const button = event.target instanceof Element ? event.target.closest("button") : undefined;
    if (!button) return;
    const action = actions[button.dataset.do];
    if (action) action(button);
    else if (isLive() || !isOurs(button) || button.type === "submit") return;
    else if (!handleSearch(event)) record(button, true);
  };
  const handlers = {
    input: typed,
    change: typed,
    click: pressed,
    compositionstart: ({ target }) => (composition = { target, at: performance.now() }),
    compositionupdate: () => composition && (composition.at = performance.now()),
    compositionend: () => (composition = undefined),
  };
  // The page was built without a query: fills the search box, and adds the query to the link to the other language.
  const complete = () => {
    const box = document.getElementById("q");
    if (!box || isLive() || location.hash.startsWith("#/")) return;
    const asked = new URLSearchParams(location.search).get("q");
    if (asked && !box.value && /^(en\/)?$/.test(app().dataset.path ?? "-")) box.value = asked;
    translate();
  };
  whenParsed(complete);
