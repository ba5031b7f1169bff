// How a page is brought to answer: a peer through its client, ours through the engine of the real site.

/** The page of a peer: empty, until the client is asked for. */
async function peer(page, host, { cold }) {
  await page.goto(host.url);
  if (!cold) await page.evaluate("import('./client.js').then(async (client) => { window.client = client; await client.open(); })");
  return {
    ask: (query) =>
      page.evaluate(async (query) => {
        const begun = performance.now();
        if (!window.client) {
          window.client = await import("./client.js");
          await window.client.open();
        }
        const ids = await window.client.search(query);
        return { ids, ms: performance.now() - begun };
      }, query),
  };
}

/** Of a large collection the first cards come before the last: after so many milliseconds none follow. */
const PATIENCE = 400;

/**
 * Our site as it is read: its page, its engine in its worker. Cards and facets are part of every answer. The time is that
 * of the first answer; with `all`, what is found is that of the last.
 */
async function ours(page, host) {
  await page.goto(host.url);
  await page.waitForSelector("html[data-live]", { timeout: 120_000 });
  return {
    ask: (query, { all = false } = {}) =>
      page.evaluate(async ([query, patience]) => {
        window.asked = (window.asked ?? 1_000_000) + 1;
        const number = window.asked;
        const begun = performance.now();
        let answer, ms, last;
        const answered = new Promise((done, failed) => {
          const onMessage = ({ data }) => {
            const [[kind, content]] = Object.entries(JSON.parse(data));
            if (kind === "Failed") failed(new Error(content));
            if (kind !== "Page" || content[0] !== number) return;
            ms ??= performance.now() - begun;
            answer = content[1];
            clearTimeout(last);
            last = setTimeout(() => {
              engine.removeEventListener("message", onMessage);
              done();
            }, patience);
          };
          engine.addEventListener("message", onMessage);
          const ask = { path: "", query: new URLSearchParams({ q: query }).toString(), max_cards: 10 };
          engine.postMessage(JSON.stringify({ Page: [number, ask] }));
        });
        await answered;
        const ids = [...JSON.stringify(answer).matchAll(/bai-viet\/([a-z0-9-]+)\/\\+"/g)].map(([, id]) => id);
        return { ids: [...new Set(ids)].slice(0, 10), ms };
      }, [query, all ? PATIENCE : 0]),
  };
}

export const open = { ours, peer };
