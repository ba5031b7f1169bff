// Keeps the site for times without a network. A build is kept whole or not at all: its files are put away together when
// this script is installed, and replace those of an older build only when no page of that build is open any more.
// Pages come from the network where there is one. SITE is put here by the site builder.
const { name, build, files, fresh, late, shell } = SITE;
const mine = `${name} ${build}`;

addEventListener("install", (event) => {
  const put = async () => {
    const cache = await caches.open(mine);
    // Past the browser's own cache, which may hold files of an older build.
    await cache.addAll(files.map((file) => new Request(file, { cache: "reload" })));
  };
  event.waitUntil(put());
});

addEventListener("activate", (event) => {
  const clear = async () => {
    const old = (await caches.keys()).filter((key) => key.startsWith(`${name} `) && key !== mine);
    await Promise.all(old.map((key) => caches.delete(key)));
  };
  event.waitUntil(clear());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  const answer = request.mode === "navigate" ? page : new URL(request.url).pathname === fresh ? newest : file;
  event.respondWith(answer(request));
});

/** A page from the network, else the one that was kept, else the shell, in which the app draws any page. */
async function page(request) {
  try {
    return await fetch(request);
  } catch (reason) {
    const cache = await caches.open(mine);
    const kept = (await cache.match(request, { ignoreSearch: true })) ?? (await cache.match(shell));
    if (!kept) throw reason;
    return kept;
  }
}

/** What says which data the site has: from the network, else as it was when this build was put away. */
async function newest(request) {
  const fetched = await fetch(request).catch(() => undefined);
  if (fetched?.ok) return fetched;
  const cache = await caches.open(mine);
  return (await cache.match(request)) ?? fetched ?? Response.error();
}

/**
 * A file that was kept, else from the network: names change with contents, so neither can be of another build. What only
 * the workbench needs is kept from its first use on.
 */
async function file(request) {
  const cache = await caches.open(mine);
  const kept = await cache.match(request);
  if (kept) return kept;
  const fetched = await fetch(request);
  if (fetched.ok && late.includes(new URL(request.url).pathname)) await cache.put(request, fetched.clone());
  return fetched;
}
