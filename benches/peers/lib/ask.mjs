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

/** Our site as it is read: its page, its engine in its worker. Cards and facets are part of every answer. */
async function ours(page, host) {
  await page.goto(host.url);
  await page.waitForSelector("html[data-live]", { timeout: 120_000 });
  return {
    ask: (query) =>
      page.evaluate(async (query) => {
        window.asked = (window.asked ?? 1_000_000) + 1;
        const number = window.asked;
        const begun = performance.now();
        const answer = await new Promise((done, failed) => {
          const hear = ({ data }) => {
            const [[kind, content]] = Object.entries(JSON.parse(data));
            if (kind === "Failed") failed(new Error(content));
            if (kind !== "Answer" || content[0] !== number) return;
            engine.removeEventListener("message", hear);
            done(content[1]);
          };
          engine.addEventListener("message", hear);
          const ask = { path: "", query: new URLSearchParams({ q: query }).toString(), most: 10 };
          engine.postMessage(JSON.stringify({ Ask: [number, ask] }));
        });
        const ms = performance.now() - begun;
        const ids = [...JSON.stringify(answer).matchAll(/bai-viet\/([a-z0-9-]+)\/\\+"/g)].map(([, id]) => id);
        return { ids: [...new Set(ids)].slice(0, 10), ms };
      }, query),
  };
}

export const open = { ours, peer };
