// Searches in a page: a library through its client, ours through the engine of the built site.

/** Opens the page of a library. If `cold`, the client is loaded with the first query. */
async function peer(page, host, { cold }) {
  await page.goto(host.url);
  if (!cold) await page.evaluate("import('./client.js').then(async (client) => { window.client = client; await client.open(); })");
  return {
    ask: (query) =>
      page.evaluate(async (query) => {
        const start = performance.now();
        if (!window.client) {
          window.client = await import("./client.js");
          await window.client.open();
        }
        const ids = await window.client.search(query);
        return { ids, ms: performance.now() - start };
      }, query),
  };
}

/** The engine may send several responses; after this many milliseconds without one, none follows. */
const QUIET_MS = 400;

/**
 * Opens our site as a reader does, with its page and its engine in a worker. Every response contains cards and facets. The time is
 * that of the first response; with `all`, the results are those of the last one.
 */
async function ours(page, host) {
  await page.goto(host.url);
  await page.waitForSelector("html[data-live]", { timeout: 120_000 });
  return {
    ask: (query, { all = false } = {}) =>
      page.evaluate(async ([query, quiet]) => {
        window.lastNumber = (window.lastNumber ?? 1_000_000) + 1;
        const number = window.lastNumber;
        const start = performance.now();
        let response, ms, timer;
        const responded = new Promise((done, failed) => {
          const listen = ({ data }) => {
            if (data.number !== number) return;
            if (!data.view) return failed(new Error(data.failed ?? "no view"));
            ms ??= performance.now() - start;
            response = data.view;
            clearTimeout(timer);
            timer = setTimeout(() => {
              engine.removeEventListener("message", listen);
              done();
            }, quiet);
          };
          engine.addEventListener("message", listen);
          const request = { number, path: "", query: new URLSearchParams({ q: query }).toString(), cards: 10 };
          engine.postMessage({ early: request });
        });
        await responded;
        const ids = [...JSON.stringify(response).matchAll(/bai-viet\/([a-z0-9-]+)\/\\+"/g)].map(([, id]) => id);
        return { ids: [...new Set(ids)].slice(0, 10), ms };
      }, [query, all ? QUIET_MS : 0]),
  };
}

export const open = { ours, peer };
