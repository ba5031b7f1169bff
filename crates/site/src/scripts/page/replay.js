  // --- Replay ---

  const ATTRIBUTES = ["name", "value", "type", "class", "href", "aria-label", "data-do", "data-chart", "data-format"];
  const sign = (element) => element.id || ATTRIBUTES.map((name) => element.getAttribute(name) ?? "").join("\n");
  const like = (element) => [...app().querySelectorAll(element.tagName)].filter((one) => sign(one) === sign(element));
  /** Returns how to find an element again after a redraw: by its attributes, and its index among equal elements. */
  const place = (element) => ({ element, number: like(element).indexOf(element) });
  const found = ({ element, number }) => (element.isConnected ? element : like(element)[number]);

  /** Saves the state of the page: hydration is about to begin. */
  const keep = () => {
    flush();
    const active = document.activeElement;
    kept = {
      done: done.splice(0).map((one) => (one.element.isConnected ? { ...one, ...place(one.element) } : one)),
      open: [...app().querySelectorAll("details[open]")].map(place),
      sheet: openSheet()?.id,
      focus: isOurs(active) ? { ...place(active), from: active.selectionStart, to: active.selectionEnd } : undefined,
      page: app().firstElementChild,
      top: scrollY,
    };
  };

  /** Replays the actions from before hydration. */
  const restore = () => {
    const { done, open, focus, page, top } = kept;
    for (const one of open) found(one)?.setAttribute("open", "");
    const sheet = kept.sheet && !openSheet() && document.getElementById(kept.sheet);
    if (sheet) setSheet(sheet, true);
    for (const one of done) repeat(found(one), one);
    registerOffline();
    // The app has drawn the results by then.
    setTimeout(() => enter());
    if (page?.isConnected) return;
    const target = focus && found(focus);
    target?.focus({ preventScroll: true });
    if (typeof focus?.from === "number") target?.setSelectionRange(focus.from, focus.to);
    scrollTo({ top, behavior: "instant" });
  };
  const repeat = (element, { press, value, checked, files }) => {
    if (!element) return;
    if (press) return element.click();
    if (element.type === "checkbox" || element.type === "radio") return element.checked === checked || element.click();
    if (element.type === "file") element.files = files;
    // Setting an unchanged value would end a composition.
    else if (element.value !== value) element.value = value;
    for (const name of ["input", "change"]) element.dispatchEvent(new Event(name, { bubbles: true }));
  };

  // --- Compositions and presses ---

  // A press that begins on an element and ends on its successor is a click on neither.
  let pressedAt = 0;
  addEventListener("pointerdown", () => (pressedAt = performance.now()), true);
  for (const name of ["pointerup", "pointercancel"]) addEventListener(name, () => setTimeout(() => (pressedAt = 0), 50), true);
  const isRecent = (at) => performance.now() - at < 1500;
  const isPressing = () => pressedAt > 0 && isRecent(pressedAt);
  const isComposing = () => !!composition?.target.isConnected;
  /** Returns whether an input method is composing in a field, or something is being pressed. */
  const isBusy = () => isComposing() || isPressing();
  /** Resolves when the composition and the press have ended, or have been idle for 1.5 s: a word may stay open for any time. */
  const released = () =>
    new Promise((resolve) => {
      const wait = () => (isPressing() || (isComposing() && isRecent(composition.at)) ? setTimeout(wait, 50) : resolve());
      wait();
    });

  Object.assign(early, { keep, restore, isBusy, released });
