// Cold, warm, on a fast and on a slow line; each engine in turn, so that what else the machine does falls on all alike.

import { open } from "./ask.mjs";
import { SPELLINGS } from "./texts.mjs";

const FAST = { latency: 0, bytesPerSecond: Infinity };
/** A telephone: 150 ms before each answer, 1.6 Mbit/s. */
const SLOW = { latency: 150, bytesPerSecond: 200_000 };
const WARM = 40;

const sorted = (list) => [...list].sort((a, b) => a - b);
export const median = (list) => sorted(list)[Math.floor(list.length / 2)];

async function inNewContext(browser, work) {
  // A service worker would fetch in a cold run what no reader waits for.
  const context = await browser.newContext({ serviceWorkers: "block" });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

const opened = (name, page, host, cold) => (name === "ours" ? open.ours(page, host) : open.peer(page, host, { cold }));

/** From an open page with an empty cache to the first results, then to those of another query. */
async function first(browser, name, host, line, [query, other]) {
  host.line = { ...FAST };
  return inNewContext(browser, async (page) => {
    host.line = { ...line };
    const begun = performance.now();
    const { ask } = await opened(name, page, host, true);
    const loaded = host.sent.length;
    const { ms } = await ask(query);
    const whole = performance.now() - begun;
    const fetched = host.sent.slice(loaded);
    const { ms: next } = await ask(other);
    return { ms, next, whole, requests: fetched.length, bytes: fetched.reduce((all, { bytes }) => all + bytes, 0), page: bytesOf(host.sent.slice(0, loaded)) };
  });
}

const bytesOf = (sent) => sent.filter(({ path }) => !/(^\/$|\.html|\.css|\.woff2|\.svg|\.png|manifest)/.test(path)).reduce((all, { bytes }) => all + bytes, 0);

async function warm(browser, name, host, asked) {
  return inNewContext(browser, async (page) => {
    host.line = { ...FAST };
    const { ask } = await opened(name, page, host, false);
    for (const { phrase } of asked.slice(0, 5)) await ask(phrase);
    const times = [];
    for (const [i, { phrase }] of asked.slice(5, 5 + WARM).entries()) {
      const spelled = Object.values(SPELLINGS)[i % 2](phrase);
      times.push((await ask(spelled)).ms);
    }
    return times;
  });
}

/** Of ten first hits, how many have the phrase; of those that could. */
async function precision(browser, name, host, asked) {
  return inNewContext(browser, async (page) => {
    host.line = { ...FAST };
    const { ask } = await opened(name, page, host, false);
    const found = {};
    for (const [spelling, spell] of Object.entries(SPELLINGS)) {
      let sum = 0;
      for (const { phrase, texts } of asked) {
        const { ids } = await ask(spell(phrase), { all: true });
        sum += ids.filter((id) => texts.has(id)).length / Math.min(10, texts.size);
      }
      found[spelling] = sum / asked.length;
    }
    return found;
  });
}

/**
 * @param {object} options
 * @param {Record<string, import("./host.mjs").Host>} options.hosts by name
 * @returns {Promise<Record<string, object>>} by name
 */
export async function measure({ browser, hosts, asked, runs, note }) {
  const names = Object.keys(hosts);
  const all = Object.fromEntries(names.map((name) => [name, { fast: [], slow: [], warm: [] }]));
  // Once for nothing: the hosts compress.
  for (const name of names) await first(browser, name, hosts[name], FAST, [asked[0].phrase, asked[1].phrase]);
  for (let turn = 0; turn < runs; turn++) {
    for (const name of names) {
      note(`${name}: turn ${turn + 1} of ${runs}`);
      const queries = [asked[2 * turn].phrase, asked[2 * turn + 1].phrase];
      for (const [line, speed] of [["fast", FAST], ["slow", SLOW]]) {
        hosts[name].sent = [];
        all[name][line].push(await first(browser, name, hosts[name], speed, queries));
      }
      all[name].warm.push(await warm(browser, name, hosts[name], asked));
    }
  }
  for (const name of names) {
    note(`${name}: what it finds`);
    all[name].precision = await precision(browser, name, hosts[name], asked);
  }
  return all;
}
