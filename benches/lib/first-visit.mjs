// Scenarios of a first visit. Each opens a page in a new context and returns rows: milliseconds since the page was requested (or the link
// pressed), and the requests and bytes until then.

import { FAST, SLOW, now } from "./shaped-host.mjs";
import { onPhone } from "./phone.mjs";

/** Milliseconds after which something that was requested before the app took over counts as lost. */
const LATEST = 20_000;

/**
 * Finds out on the fast line what the scenarios wait for: the count and the first card of a query are those that stand there when
 * nothing changes any more. Also lets the host compress its files.
 *
 * @param {{browser: object, host: import("./shaped-host.mjs").Host, pages: import("./site-pages.mjs").Pages, query: string}} options
 */
export async function prepare({ browser, host, pages, query }) {
  host.connection = { ...FAST };
  return onPhone(browser, { slowdown: 1, serviceWorkers: "allow" }, async (phone) => {
    const { page } = phone;
    const open = async (path) => {
      await phone.open(host.url + path);
      if (pages.isOurs) await page.waitForFunction(pages.readIsLive);
    };
    await open(pages.start);
    const box = page.locator(pages.box);
    const plain = pages.isOurs ? await phone.settled(pages.readResults) : null;
    await box.fill(query);
    const expected = { results: await phone.settled(pages.readResults, { other: plain, timeout: 20_000 }) };
    if (!expected.results) throw new Error(`“${query}” has no results at ${host.url}, or those of the plain page: name another --query`);
    await open(`${pages.start}?q=${encodeURIComponent(query)}`);
    await phone.settled(pages.readResults);
    if (pages.isOurs) {
      await open("so-lieu/");
      expected.figuresPath = `so-lieu/?${await phone.settled(pages.readFilter)}`;
      await open(expected.figuresPath);
      expected.figures = await phone.settled(pages.readFigures);
      await open(pages.start);
      expected.nextHref = await page.locator(pages.nextPage).first().getAttribute("href");
      await page.goto(new URL(expected.nextHref, host.url).href);
      await page.waitForFunction(pages.readIsLive);
      expected.heading = await phone.settled(pages.readHeading);
    }
    await host.quiet(1500);
    return expected;
  });
}

/** Returns a row: time from `from` to `at`, with what the host had sent by then. */
const row = (host, from, at) => ({ ms: at - from, ...host.until(at) });

/** Scenarios by name; those that Pagefind's interface does not have return no rows for it. */
export const SCENARIOS = {
  /** The home page without input; then a campaign is opened from it. */
  async plain({ phone, host, pages, expected }) {
    const { page } = phone;
    const from = await phone.open(host.url + pages.start);
    const rows = { "first paint": row(host, from, await phone.firstPaint()) };
    if (!pages.isOurs) return rows;
    rows["app live"] = row(host, from, await phone.painted(pages.readIsLive, true, "app"));
    await page.waitForTimeout(500);
    rows["layout shift"] = { value: await phone.evaluate(() => bench.shift) };
    await host.quiet(1000);
    rows["all there"] = row(host, from, host.sent.flatMap(({ packets }) => packets).reduce((last, [at]) => Math.max(last, at), from));
    host.sent = [];
    const link = page.locator(pages.nextPage).first();
    await link.scrollIntoViewIfNeeded();
    let pressedAt = 0;
    await page.exposeFunction("pressed", (at) => (pressedAt = at));
    await page.evaluate(() => addEventListener("click", () => pressed(performance.timeOrigin + performance.now()), true));
    await link.tap();
    const at = await phone.painted(pages.readHeading, expected.heading, "next page");
    rows["next page"] = row(host, pressedAt, at);
    return rows;
  },

  /** The query is typed as soon as the search box has been painted. */
  async typed({ phone, host, pages, query, expected }) {
    const { page } = phone;
    const from = await phone.open(host.url + pages.start);
    await page.waitForSelector(pages.box);
    await phone.firstPaint();
    const box = page.locator(pages.box);
    await box.focus();
    await box.pressSequentially(query);
    const typedAt = now();
    const at = await phone.painted(pages.readResults, expected.results, `results of “${query}”`);
    const rows = { typed: row(host, from, typedAt), "results of the typed query": row(host, from, at) };
    if (pages.isOurs) rows["app live, after typing"] = row(host, from, await phone.painted(pages.readIsLive, true, "app"));
    return rows;
  },

  /** A link to a search is opened. */
  async link({ phone, host, pages, query, expected }) {
    const from = await phone.open(`${host.url}${pages.start}?q=${encodeURIComponent(query)}`);
    const at = await phone.painted(pages.readResults, expected.results, `results of a link to “${query}”`);
    return { "link to a search": row(host, from, at) };
  },

  /** A link to a view of figures is opened. */
  async figures({ phone, host, pages, expected }) {
    if (!pages.isOurs) return {};
    const from = await phone.open(host.url + expected.figuresPath);
    const at = await phone.painted(pages.readFigures, expected.figures, `figures of ${expected.figuresPath}`);
    return { "link to a view of figures": row(host, from, at) };
  },

  /** Before the app has taken over: the filters are opened, two of them ticked, an order chosen, and a download requested. */
  async taps({ phone, host, pages }) {
    if (!pages.isOurs) return {};
    const { page } = phone;
    const download = page.waitForEvent("download", { timeout: LATEST }).then(() => now(), () => null);
    const from = await phone.open(host.url + pages.start);
    await phone.firstPaint();
    await page.locator(pages.filterButton).tap();
    const ticked = await page.evaluate(pages.tap);
    const isLate = await page.evaluate(pages.readIsLive);
    const live = await phone.painted(pages.readIsLive, true, "app");
    let carriedOut;
    const end = now() + LATEST;
    do {
      carriedOut = await page.evaluate(pages.readCarriedOut, ticked);
      await page.waitForTimeout(100);
    } while (carriedOut < 4 && now() < end);
    const at = await download;
    const rows = { "app live, after taps": row(host, from, live), "taps lost, of 5": { value: isLate ? NaN : 5 - carriedOut - (at ? 1 : 0) } };
    if (at) rows["requested download"] = row(host, from, at);
    return rows;
  },
};

/** Runs a scenario on the slow line. */
export function measure({ browser, host, scenario, options, ...more }) {
  host.connection = { ...SLOW };
  host.sent = [];
  return onPhone(browser, options, (phone) => SCENARIOS[scenario]({ phone, host, ...more }));
}
