// Keeps the site for times without a network. A build is kept whole or not at all: its files are put away together when
// this script is installed, and each is looked at before. The names of programs and data change with their contents, so pages of
// an older build that are still open find theirs in the cache of that build, which is kept until the next but one.
// Pages come from the network where it answers in time. SITE is put here by the site builder.
const { name, build, files, fresh, late, shell, offline } = SITE;
const mine = `${name} ${build}`;
/** Milliseconds after which what was kept is taken instead. */
const PAGE = 4000;
const EDITION = 3000;

addEventListener("install", (event) => {
  const put = async () => {
    const cache = await caches.open(mine);
    try {
      // One after another, because the reader may wait for something else.
      for (const file of files) {
        // The browser's own cache may hold files of an older build under the same name.
        const came = await fetch(new Request(file, { cache: isNamedByContent(file) ? "default" : "no-cache" }));
        if (!isIt(file, came)) throw new Error(`${file}: status ${came.status}, ${came.headers.get("content-type")}`);
        await cache.put(file, came);
      }
    } catch (reason) {
      await caches.delete(mine);
      throw reason;
    }
    // A tab that is only ever reloaded must not go back to the older build.
    await skipWaiting();
  };
  event.waitUntil(put());
});

addEventListener("activate", (event) => {
  const clear = async () => {
    const old = (await caches.keys()).filter((key) => key.startsWith(`${name} `) && key !== mine);
    await Promise.all(old.slice(0, -1).map((key) => caches.delete(key)));
  };
  event.waitUntil(clear());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  const isPage = request.mode === "navigate";
  const isFresh = url.pathname === fresh;
  // Asked past every cache: ours as well.
  if (!isPage && !isFresh && (request.cache === "reload" || request.cache === "no-store")) return;
  event.respondWith((isPage ? page : isFresh ? newest : file)(request));
});

/** Whether a response is the file: hosts and networks answer for a file with a page of theirs. */
function isIt(file, response) {
  const isPage = file.endsWith("/") || file.endsWith(".html");
  return response.ok && (isPage || !/^text\/html/.test(response.headers.get("content-type") ?? ""));
}

/** Whether the name of a file has a hash of its content. */
function isNamedByContent(file) {
  return /-[0-9a-f]{6,16}(_bg)?\.\w+$/.test(file);
}

/** What was kept; nothing where the browser does not let us look. */
async function kept(request, options) {
  try {
    return await (await caches.open(mine)).match(request, options);
  } catch {
    return undefined;
  }
}

/** What an older build kept under the same name. */
async function keptBefore(request) {
  if (!isNamedByContent(new URL(request.url).pathname)) return undefined;
  try {
    for (const key of await caches.keys()) {
      const found = key.startsWith(`${name} `) && (await (await caches.open(key)).match(request));
      if (found) return found;
    }
  } catch {}
  return undefined;
}

/** The promised value, or nothing where it fails or takes longer. */
const soon = (promise, millis) =>
  Promise.race([promise.catch(() => undefined), new Promise((done) => setTimeout(done, millis))]);

/** A page from the network, whole; nothing where the host cannot give it now. */
async function whole(request) {
  const came = await fetch(request);
  if (came.status === 429 || came.status >= 500) return undefined;
  if (came.type === "opaqueredirect" || !came.body) return came;
  const headers = new Headers(came.headers);
  headers.delete("content-encoding");
  headers.delete("content-length");
  return new Response(await came.arrayBuffer(), { status: came.status, statusText: came.statusText, headers });
}

/** A page from the network; where it does not come in time the one that was kept, else the shell, in which the app draws any page. */
async function page(request) {
  const isFile = /\.\w+$/.test(new URL(request.url).pathname);
  if (isFile) {
    const headers = { "content-type": "text/html; charset=utf-8" };
    return fetch(request).catch(async () => (await kept(request)) ?? new Response(offline, { status: 503, headers }));
  }
  const instead = (await kept(request, { ignoreSearch: true })) ?? (await kept(shell));
  if (!instead) return fetch(request);
  return (await soon(whole(request), PAGE)) ?? instead;
}

/** What says which data the site has: from the network, else as it was when this build was put away. */
async function newest(request) {
  const old = await kept(request);
  if (!old) return fetch(request);
  const came = fetch(request).then(async (response) => {
    const text = response.ok ? await response.text() : "";
    const isManifest = text && typeof JSON.parse(text).edition === "string";
    return isManifest ? new Response(text, { headers: { "content-type": "application/json" } }) : undefined;
  });
  return (await soon(came, EDITION)) ?? old;
}

/**
 * A file that was kept, else from the network: names change with contents, so neither can be of another build. What few
 * readers need, such as the workbench and the pictures of the guide, is kept from its first use on.
 */
async function file(request) {
  const found = (await kept(request)) ?? (await keptBefore(request));
  if (found) return found;
  const came = await fetch(request);
  const { pathname } = new URL(request.url);
  if (late.includes(pathname) && isIt(pathname, came)) {
    const copy = came.clone();
    caches.open(mine).then((cache) => cache.put(request, copy)).catch(() => {});
  }
  return came;
}
