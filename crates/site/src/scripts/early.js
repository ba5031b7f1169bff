// Handles events before the app has hydrated the page, or if it never does. Actions that need no app are always handled here:
// copying and sharing links, printing, the theme, sheets. Everything else that the reader types, chooses or clicks before hydration is
// recorded, and replayed after it. `recorder.js` has recorded the events before this script was loaded.
// The site builder replaces PARAMETERS by the names of the query parameters of the site.
(() => {
  const html = document.documentElement;
  const app = () => document.getElementById("app");
  const isLive = () => html.hasAttribute("data-live");

  // --- Addresses ---

  /** Returns a query (`?…` or empty) with the parameters of the site only, without those that social networks add. */
  const own = (query) => {
    const kept = query.replace(/^\?/, "").split("&").filter((pair) => PARAMETERS.includes(pair.split("=")[0]));
    return kept.length ? `?${kept.join("&")}` : "";
  };
  const query = () => own(location.hash.startsWith("#/") ? location.hash.replace(/^[^?]*/, "").split("#")[0] : location.search);
  /** Returns an absolute URL of the site; in a single file that of the published site, if known. */
  const absolute = (href) => {
    const origin = app().dataset.origin;
    if (href.startsWith("#/")) return origin ? `${origin}/${href.slice(2)}` : location.href.split("#")[0] + href;
    return (origin || (/^https?:$/.test(location.protocol) ? location.origin : "")) + href;
  };
  /** Returns the URL that a button names; with `data-view` including the current query. */
  const address = ({ dataset }) => absolute(dataset.href + ("view" in dataset ? query() : ""));

  // --- Immediate actions ---

  /** Returns the text of an element, with the date of access, and the host filled in if the builder did not know it. */
  const textOf = (element) => {
    for (const place of element.querySelectorAll("[data-accessed]")) place.textContent = dated(place.dataset.accessed);
    const copied = element.cloneNode(true);
    for (const host of copied.querySelectorAll("[data-host]")) host.textContent = absolute("");
    return copied.textContent;
  };
  /** Fills a template with today's date: a citation states when its page was read. */
  const dated = (template) => {
    const now = new Date();
    const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    const two = (number) => String(number).padStart(2, "0");
    const parts = { YYYY: year, MM: two(month), DD: two(day), M: month, D: day };
    return template.replace(/YYYY|MM|DD|M|D/g, (part) => parts[part]);
  };
  const today = () =>
    html.lang === "en"
      ? new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" })
      : dated("D/M/YYYY");
  /** Returns a citation with the place of its facts: the address of the page, or, in a file on this computer, the name of the site. */
  const cited = (button) => {
    const { text, facts, local, date } = button.dataset;
    const url = address(button);
    return `${text} ${facts} ${/^https?:/.test(url) ? url : local}, ${date} ${today()}.`;
  };
  /** Copies a text. If the browser refuses, selects it for manual copying: in place, or next to the button. */
  const copy = async (button) => {
    const { text, from, said, failed } = button.dataset;
    const shown = from && document.getElementById(from);
    const words = shown ? textOf(shown) : text ? cited(button) : address(button);
    const done = await Promise.resolve(navigator.clipboard?.writeText(words).then(() => true)).catch(() => false);
    const status = button.nextElementSibling;
    status.textContent = done ? said : `${failed} `;
    if (done) return;
    // The text of a citation is hidden in its menu.
    if (shown) shown.hidden = false;
    let place = shown;
    if (!place) {
      place = document.createElement("span");
      place.className = "copy__text";
      place.textContent = words;
      status.append(place);
    }
    getSelection().selectAllChildren(place);
  };
  const switchTheme = () => {
    const isDark = html.dataset.theme ? html.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    html.dataset.theme = isDark ? "light" : "dark";
    try {
      localStorage.setItem("theme", html.dataset.theme);
    } catch {}
  };
  // The foot of every printed page names the address and the date of access; `style/print.css` reads the property.
  addEventListener("beforeprint", () => {
    const href = location.hash.startsWith("#/") ? location.hash : location.pathname + query();
    const url = absolute(href);
    const place = /^https?:/.test(url) ? url.replace(/^https?:\/\//, "") : document.title;
    const word = document.querySelector("[data-accessed-word]")?.dataset.accessedWord ?? "";
    html.style.setProperty("--printed", JSON.stringify(`${place} · ${word} ${today()}`));
  });
  const actions = {
    copy,
    share: (button) => navigator.share({ title: button.dataset.title, url: address(button) }).catch(() => {}),
    print: () => print(),
    theme: switchTheme,
    sheet: (button) => {
      const named = document.getElementById(button.getAttribute("aria-controls"));
      if (named) setSheet(named, named !== openSheet());
    },
  };

  // --- Sheets ---

  // A sheet lies over the page of a phone, as a dialog; on wide screens it is a part of the page. Its buttons name it.
  const DIALOG = { role: "dialog", "aria-modal": "true", tabindex: "-1" };
  /** Returns the sheet that lies over the page. */
  const openSheet = () =>
    [...document.querySelectorAll(".sheet--open")].find((sheet) => getComputedStyle(sheet).position === "fixed");
  /** Opens or closes a sheet; the focus moves into it, and back to the button that opens it. */
  const setSheet = (sheet, isOpen) => {
    sheet.classList.toggle("sheet--open", isOpen);
    for (const name in DIALOG) {
      if (isOpen) sheet.setAttribute(name, DIALOG[name]);
      else sheet.removeAttribute(name);
    }
    const opener = document.querySelector(`[aria-controls="${sheet.id}"][aria-expanded]`);
    opener?.setAttribute("aria-expanded", isOpen);
    (isOpen ? sheet : opener)?.focus();
  };
  addEventListener("keydown", (event) => {
    const sheet = openSheet();
    if (!sheet) return;
    if (event.key === "Escape") setSheet(sheet, false);
    if (event.key !== "Tab") return;
    const stops = [...sheet.querySelectorAll("a, button, input, select, summary")].filter((one) => one.getClientRects().length);
    const [first, last] = event.shiftKey ? [stops[stops.length - 1], stops[0]] : [stops[0], stops[stops.length - 1]];
    const active = document.activeElement;
    if (active !== last && sheet.contains(active) && !(event.shiftKey && active === sheet)) return;
    event.preventDefault();
    first?.focus();
  });

  // --- Recording ---

  /** Recorded actions, in order: fields with their values, and buttons. */
  const done = [];
  let composition;
  let kept;

  const isOurs = (element) => element instanceof Element && app()?.contains(element);
  /** Records the last action on an element. */
  const record = (element, press) => {
    const before = done.findIndex((one) => one.element === element);
    if (before >= 0) done.splice(before, 1);
    const { value, checked, files } = element;
    done.push({ element, press, value, checked, files });
  };
  const typed = (event) => {
    if (!isLive() && isOurs(event.target)) record(event.target, false);
  };
  /** Closes open menus, except one that contains `kept`. */
  const closeMenus = (kept) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(kept)) menu.open = false;
  };
  addEventListener("keydown", ({ key, target }) => {
    const menu = key === "Escape" && target instanceof Element && target.closest("details.menu[open]");
    if (menu) menu.querySelector("summary").focus();
    if (key === "Escape") closeMenus();
    const masthead = key === "Escape" && target instanceof Element && target.closest(".masthead__menu, .masthead__panel");
    const pages = masthead && masthead.parentElement.querySelector(".masthead__menu[open]");
    if (!pages) return;
    pages.open = false;
    pages.querySelector("summary").focus();
  });
  const pressed = (event) => {
    closeMenus(event.target);
    // Beside the body of a sheet.
    if (event.target === openSheet()) return setSheet(event.target, false);
    const button = event.target instanceof Element ? event.target.closest("button") : undefined;
    if (!button) return;
    const action = actions[button.dataset.do];
    if (action) action(button);
    else if (isLive() || !isOurs(button) || button.type === "submit") return;
    else record(button, true);
  };
  const handlers = {
    input: typed,
    change: typed,
    click: pressed,
    compositionstart: ({ target }) => (composition = { target, at: performance.now() }),
    compositionupdate: () => composition && (composition.at = performance.now()),
    compositionend: () => (composition = undefined),
  };
  early.hear = (event) => handlers[event.type](event);
  early.heard.splice(0).forEach(early.hear);
  // The page was built without a query: fills the search box, and adds the query to the link to the other language.
  const complete = () => {
    const box = document.getElementById("q");
    if (!box || isLive() || location.hash.startsWith("#/")) return;
    const asked = new URLSearchParams(location.search).get("q");
    if (asked && !box.value && /^(en\/)?$/.test(app().dataset.path ?? "-")) box.value = asked;
    for (const link of document.querySelectorAll(".masthead a[hreflang]")) {
      link.setAttribute("href", link.getAttribute("href") + query() + location.hash);
    }
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", complete);
  else complete();

  // --- Replay ---

  const ATTRIBUTES = ["name", "value", "type", "class", "href", "aria-label", "data-do", "data-chart", "data-format"];
  const sign = (element) => element.id || ATTRIBUTES.map((name) => element.getAttribute(name) ?? "").join("\n");
  const like = (element) => [...app().querySelectorAll(element.tagName)].filter((one) => sign(one) === sign(element));
  /** Returns how to find an element again after a redraw: by its attributes, and its index among equal elements. */
  const place = (element) => ({ element, number: like(element).indexOf(element) });
  const found = ({ element, number }) => (element.isConnected ? element : like(element)[number]);

  /** Saves the state of the page: hydration is about to begin. */
  const keep = () => {
    const active = document.activeElement;
    kept = {
      done: done.splice(0).map((one) => ({ ...one, ...place(one.element) })),
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

  // --- Compositions ---

  /** Returns whether an input method is composing in a field. */
  const isComposing = () => !!composition?.target.isConnected;
  /** Resolves when the composition has ended or has been idle for 1.5 s: a word may stay open for any time. */
  const composed = () =>
    new Promise((resolve) => {
      const wait = () => (isComposing() && performance.now() - composition.at < 1500 ? setTimeout(wait, 50) : resolve());
      wait();
    });

  Object.assign(early, { keep, restore, isComposing, composed });
})();
