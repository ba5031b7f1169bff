  // --- Search before the app ---

  // On the home page the engine answers before the app is there. The address is the only state, as it is for the app, which goes on
  // from there. Only what the app changes is changed, and no node that it holds, so that it can hydrate the page. The search box is
  // only read: setting its value would end the composition of an input method.

  /** Parameters of a search, in the order in which they stand in an address. */
  const SEARCH = NAMES.slice(0, 8);
  /** Milliseconds: pause in typing before the address is written; wait before the page says that it is searching. */
  const PAUSE = 250;
  const SILENCE = 400;
  /** Last request: number, query, cards; whether its first response is missing or is a failure; whether results are shown at all. */
  const searched = { number: 0, query: "", cards: CARDS, isPending: false, hasFailed: false, isShown: false, isEntered: false };
  const isHome = () => /^(en\/)?$/.test(app()?.dataset.path ?? "-") && !!document.getElementById("ket-qua");
  const main = () => document.getElementById("main");

  /** Query that waits for a pause in typing. */
  let waiting;
  let timer;
  const discard = () => {
    clearTimeout(timer);
    waiting = undefined;
  };
  const addressOf = (query) => location.pathname + (query && `?${query}`);
  flush = () => {
    if (waiting === undefined) return;
    const query = waiting;
    discard();
    history.replaceState(null, "", addressOf(query));
    translate();
  };
  /** Returns the parameters of the current search in their order; equal searches have equal texts. */
  const ordered = (parameters) => {
    const values = (name) => [...new Set(parameters.getAll(name))].filter(Boolean).sort();
    return new URLSearchParams(SEARCH.flatMap((name) => values(name).map((value) => [name, value])));
  };
  const current = () => ordered(new URLSearchParams(waiting ?? location.search));
  /** Goes to another search. A choice is a step that Back undoes; typing is none. */
  const goTo = (parameters, isStep) => {
    const query = ordered(parameters).toString();
    if (isStep) {
      flush();
      history.pushState(null, "", addressOf(query));
      translate();
    } else {
      discard();
      waiting = query;
      timer = setTimeout(flush, PAUSE);
    }
    ask();
  };

  /** Asks the engine for the results of the current search. */
  const ask = () => {
    searched.number += 1;
    searched.query = current().toString();
    searched.isPending = true;
    document.querySelector(".home").classList.toggle("home--searching", !!current().get("q")?.trim());
    main().setAttribute("aria-busy", "true");
    if (isReady) post();
    setTimeout((number) => {
      if (number !== searched.number || !searched.isPending || searched.isShown || !canAsk()) return;
      flush();
      thidua.searching();
    }, SILENCE, searched.number);
  };
  /** Posts the last request. Once the app listens, it reads the address itself before it takes the page over. */
  const post = () => {
    if (engine.onmessage) return;
    const { number, query, cards } = searched;
    engine.postMessage({ early: { number, path: app().dataset.path, query, cards } });
  };
  /** Handles a message of the engine. */
  const hear = ({ ready, number, view, failed }) => {
    if (ready) {
      isReady = true;
      if (searched.isPending) post();
      loadAppIfIdle();
    } else if (failed && !number) {
      finish();
    } else if (number === searched.number && canAsk()) {
      searched.hasFailed = !!failed;
      if (failed) thidua.say(failed, ask);
      else if (view) draw(view);
      finish();
      loadAppIfIdle();
    }
  };
  /** Nothing is awaited any more: there is a response, or the engine has failed. */
  const finish = () => {
    searched.isPending = false;
    main()?.removeAttribute("aria-busy");
  };
  const write = (element, text) => {
    if (element && element.textContent !== text) element.textContent = text;
  };
  const hide = (elements, isHidden) => {
    for (const element of elements) element.toggleAttribute("hidden", isHidden);
  };
  /** Markup of the cards that are shown, once there was a search. */
  let cards;
  let filled = [];
  /** Shows results as the app does. */
  const draw = (view) => {
    const list = document.getElementById("ket-qua");
    const notes = list.querySelector(".results__notes");
    const separator = html.lang === "en" ? "," : ".";
    // What `notice.js` has hidden.
    hide(list.children, false);
    write(list.querySelector(".results__count"), view.count);
    write(notes, view.notes);
    if (cards !== view.cards) replace(notes.nextElementSibling, (cards = view.cards));
    hide(list.querySelectorAll(".more"), !view.hasMore);
    hide(document.querySelectorAll(".results__bar > a, .sheet__foot > a"), view.isPlain);
    write(document.querySelector(".sheet__foot button"), view.see);
    write(document.querySelector(".sheet__open span"), view.chosen ? ` (${view.chosen})` : "");
    const rows = new Map([...document.querySelectorAll("#facets .choice input")].map((box) => [`${box.name}=${box.value}`, box]));
    for (const [name, value, count, isSelected] of view.facets ?? []) {
      const box = rows.get(`${name}=${value}`);
      if (!box) continue;
      const row = box.closest(".choice");
      box.checked = isSelected;
      row.hidden = !count && !isSelected;
      write(row.querySelector(".choice__count"), String(count).replace(/\B(?=(\d{3})+$)/g, separator));
      if (isSelected) row.closest(".facet__rest")?.setAttribute("open", "");
    }
    const sort = list.querySelector("select[name=xep]");
    const order = current().get("xep") ?? "relevance";
    sort.querySelector("[value=relevance]").hidden = !view.isRanked;
    sort.value = order === "relevance" && !view.isRanked ? "newest" : order;
    if (!searched.isShown) thidua.clear();
    searched.isShown = true;
    enter();
  };
  /** Replaces markup; a link in it that has the focus keeps it. */
  const replace = (element, markup) => {
    const active = element.contains(document.activeElement) && place(document.activeElement);
    element.innerHTML = markup;
    if (active) found(active)?.focus({ preventScroll: true });
  };
  const focusFirst = () => document.querySelector("[data-result]")?.focus();

  /** Selects a value of a facet, or not. A value that is selected by another name, an old id, goes with all of its facet. */
  const choose = ({ name, value, checked }) => {
    const parameters = current();
    const before = parameters.getAll(name);
    const others = before.filter((one) => one !== value);
    parameters.delete(name);
    if (checked || others.length < before.length) others.forEach((one) => parameters.append(name, one));
    if (checked) parameters.append(name, value);
    goTo(parameters, true);
  };
  const sortBy = (select) => {
    const parameters = current();
    const isRanked = !select.querySelector("[value=relevance]").hidden;
    const isDefault = select.value === "relevance" || (select.value === "newest" && !isRanked);
    parameters.set("xep", isDefault ? "" : select.value);
    goTo(parameters, true);
  };
  handleSearch = ({ target, type }) => {
    if (!canAsk() || !isHome()) return false;
    if (target.id === "q") {
      const parameters = current();
      parameters.set("q", target.value);
      if (type === "input") goTo(parameters, false);
    } else if (target.matches("#facets input")) {
      if (type === "change") choose(target);
    } else if (target.matches("#ket-qua select[name=xep]")) {
      if (type === "change") sortBy(target);
    } else if (type === "click" && target.closest("#ket-qua .more")) {
      searched.cards += CARDS;
      ask();
    } else return false;
    return true;
  };
  addEventListener("submit", (event) => {
    if (event.target.className !== "search" || event.defaultPrevented || !canAsk() || !isHome()) return;
    event.preventDefault();
    if (searched.isShown && !searched.isPending) focusFirst();
    else searched.isEntered = true;
  });
  addEventListener("popstate", () => {
    if (!canAsk() || !isHome()) return;
    discard();
    if (current().toString() === searched.query) return;
    const box = document.getElementById("q");
    const typed = current().get("q") ?? "";
    if (box.value !== typed) box.value = typed;
    translate();
    ask();
  });
  /** Carries out Enter that was pressed while results were awaited: by then the app may have drawn them. */
  enter = () => {
    if (searched.isEntered && document.activeElement?.id === "q") focusFirst();
    searched.isEntered = false;
  };
  addEventListener("pagehide", () => flush());
  Object.assign(early, {
    flush: () => flush(),
    cards: () => String(searched.cards),
    isSearched: () => searched.number > 0,
    isShown: () => searched.isShown,
    /** Returns whether these cards of the last search are shown, and so everything that was drawn with them. */
    shows: (markup) => !searched.isPending && cards === markup,
    /** Empties what is empty in the built page, and later fills it again. */
    empty: () => {
      filled = [...document.querySelectorAll(".results__notes, .sheet__open span")].map((element) => [element, element.textContent]);
      for (const [element] of filled) write(element, "");
    },
    refill: () => filled.forEach(([element, text]) => write(element, text)),
  });

  // --- Start ---

  if (typeof engine === "object") {
    engine.addEventListener("message", ({ data }) => hear(data));
    engine.addEventListener("error", finish);
    whenParsed(() => {
      if (isHome() && current().toString()) ask();
      const { edition } = app().dataset;
      // A host may have altered it.
      if (edition) begin(edition).catch(() => requestEdition(0));
      else requestEdition(0);
    });
  }
