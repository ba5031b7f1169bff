  // --- Engine ---

  // The address of this script is that of the site, also in an archive or behind a proxy that rewrites links.
  const script = document.currentScript.src;
  const file = (path) => new URL(path, script).href;
  /** Milliseconds in which an index must come, and the engine be ready, before the page goes on without. */
  const INDEX_LIMIT = 8000;
  const READY_LIMIT = 4000;
  let isReady = false;
  /** Returns whether the engine works for this script: until the app takes the page over. */
  const canAsk = () => typeof engine === "object" && !engine.failed && !kept;

  /** Returns where the site is: base path, origin, and whether the builder knew the origin. */
  const site = () => {
    const { base: built, origin = "", path } = app().dataset;
    const home = document.querySelector("a.masthead__name")?.pathname ?? "";
    const end = path?.startsWith("en/") ? "en/" : "";
    const root = home.slice(0, home.length - end.length);
    const isRewritten = path !== undefined && home.endsWith(end) && root.endsWith(built);
    const host = /^https?:$/.test(location.protocol) ? location.origin : "";
    return { base: isRewritten ? root : built, origin: origin || host, isAddressed: !!origin };
  };
  /** Returns whether the figures of a site come with its corpus. */
  const isSmall = ({ index }) => index.split("-")[1] === "corpus";
  /** Returns the start of the index as the host sends it; nothing if it does not come, because the engine tries again. */
  const indexStart = (edition) => {
    const [name] = edition.index.split("-");
    // A large one only where it is needed at once.
    const isNeeded = name && self.DecompressionStream && isHome() && (isSmall(edition) || searched.number > 0);
    if (!isNeeded) return Promise.resolve();
    const abort = new AbortController();
    setTimeout(() => abort.abort(), INDEX_LIMIT);
    return fetch(file(`search/start-${name}.bin`), { signal: abort.signal })
      .then((response) => (response.ok ? response.arrayBuffer() : undefined))
      .catch(() => {});
  };
  /** Starts the engine with the data that the edition file `text` names. */
  const begin = async (text) => {
    const edition = JSON.parse(text);
    // A large site has all its data in compressed files.
    if (!self.DecompressionStream && !isSmall(edition)) return thidua.say("browser");
    app().dataset.manifest = text;
    thidua.begin({ ...site(), edition }, await indexStart(edition));
    setTimeout(() => (isReady && searched.isPending ? setTimeout(loadApp, READY_LIMIT) : loadApp()), READY_LIMIT);
  };
  /** Requests the edition file past every cache: three attempts with growing pauses, then again when the reader clicks the button. */
  const requestEdition = async (tries) => {
    try {
      const text = await thidua.get(file("edition.json"), "no-cache", 10000);
      if (typeof JSON.parse(text).edition !== "string") throw "damaged";
      await begin(text);
    } catch (reason) {
      const code = typeof reason === "string" ? reason : "damaged";
      if (tries < 2 && !/^status 4(?!29)/.test(code)) setTimeout(requestEdition, tries ? 2000 : 500, tries + 1);
      else thidua.say(code, () => requestEdition(0));
    }
  };

  // --- App ---

  let isAppLoading = false;
  /** Loads the app, after what the reader waits for. What has failed for the search would fail for the app as well. */
  const loadApp = () => {
    if (isAppLoading || !canAsk() || searched.hasFailed) return;
    isAppLoading = true;
    const wasm = fetch(file("APP_WASM"));
    // A failure is that of the start.
    wasm.catch(() => {});
    thidua.start(import(file("APP_SCRIPT")).then((program) => program.default({ module_or_path: wasm })));
  };
  const loadAppIfIdle = () => {
    if (isReady && !searched.isPending) loadApp();
  };
  /** Keeps the site for times without a network, once nothing else is to be loaded. */
  registerOffline = () => {
    const register = () => navigator.serviceWorker?.register(file("OFFLINE")).catch(() => {});
    if (self.requestIdleCallback) requestIdleCallback(register, { timeout: 10000 });
    else setTimeout(register, 2000);
  };
