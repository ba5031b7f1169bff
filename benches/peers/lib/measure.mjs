// Measures cold and warm searches on a fast and on a slow connection, one engine after the other in turns, so that other load of the
// machine affects all of them alike.

import { FAST, SLOW } from "../../lib/shaped-host.mjs";
import { median } from "../../lib/statistics.mjs";
import { open } from "./ask.mjs";
import { SPELLINGS } from "./texts.mjs";

const WARM = 40;

async function inNewContext(browser, work) {
  // In a cold run a service worker would fetch files that no reader waits for.
  const context = await browser.newContext({ serviceWorkers: "block" });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

const openPage = (name, page, host, isCold) => (name === "ours" ? open.ours(page, host) : open.peer(page, host, { cold: isCold }));

/** Measures a first query in an open page with an empty cache, then a second one. */
async function cold(browser, name, host, connection, [query, second]) {
  host.connection = { ...FAST };
  return inNewContext(browser, async (page) => {
    host.connection = { ...connection };
    const start = performance.now();
    const { ask } = await openPage(name, page, host, true);
    const loaded = host.sent.length;
    const { ms } = await ask(query);
    const total = performance.now() - start;
    const fetched = host.sent.slice(loaded);
    const { ms: next } = await ask(second);
    return { ms, next, total, requests: fetched.length, bytes: fetched.reduce((all, { bytes }) => all + bytes, 0), page: bytesOf(host.sent.slice(0, loaded)) };
  });
}

const bytesOf = (sent) => sent.filter(({ path }) => !/(^\/$|\.html|\.css|\.woff2|\.svg|\.png|manifest)/.test(path)).reduce((all, { bytes }) => all + bytes, 0);

async function warm(browser, name, host, queries) {
  return inNewContext(browser, async (page) => {
    host.connection = { ...FAST };
    const { ask } = await openPage(name, page, host, false);
    for (const { phrase } of queries.slice(0, 5)) await ask(phrase);
    const times = [];
    for (const [i, { phrase }] of queries.slice(5, 5 + WARM).entries()) {
      const spelled = Object.values(SPELLINGS)[i % 2](phrase);
      times.push((await ask(spelled)).ms);
    }
    return times;
  });
}

/** Returns the share of the first ten hits that contain the phrase, of those that could, for each spelling. */
async function precision(browser, name, host, queries) {
  return inNewContext(browser, async (page) => {
    host.connection = { ...FAST };
    const { ask } = await openPage(name, page, host, false);
    const shares = {};
    for (const [spelling, spell] of Object.entries(SPELLINGS)) {
      let sum = 0;
      for (const { phrase, texts } of queries) {
        const { ids } = await ask(spell(phrase), { all: true });
        sum += ids.filter((id) => texts.has(id)).length / Math.min(10, texts.size);
      }
      shares[spelling] = sum / queries.length;
    }
    return shares;
  });
}

/**
 * @param {object} options
 * @param {Record<string, import("../../lib/shaped-host.mjs").Host>} options.hosts by name
 * @returns {Promise<Record<string, object>>} by name
 */
export async function measure({ browser, hosts, queries, runs, note }) {
  const names = Object.keys(hosts);
  const all = Object.fromEntries(names.map((name) => [name, { fast: [], slow: [], warm: [] }]));
  // One unmeasured run, in which the hosts compress their files.
  for (const name of names) await cold(browser, name, hosts[name], FAST, [queries[0].phrase, queries[1].phrase]);
  for (let turn = 0; turn < runs; turn++) {
    for (const name of names) {
      note(`${name}: turn ${turn + 1} of ${runs}`);
      const pair = [queries[2 * turn].phrase, queries[2 * turn + 1].phrase];
      for (const [speed, connection] of [["fast", FAST], ["slow", SLOW]]) {
        hosts[name].sent = [];
        all[name][speed].push(await cold(browser, name, hosts[name], connection, pair));
      }
      all[name].warm.push(await warm(browser, name, hosts[name], queries));
    }
  }
  for (const name of names) {
    note(`${name}: precision`);
    all[name].precision = await precision(browser, name, hosts[name], queries);
  }
  return all;
}
