// Compares the built site with its budgets (those of the browser, and where the others are measured) and prints a table. Bytes, layout
// shift and lost taps are the same on every machine, and the exit code is 1 if they exceed their budget. Times depend on the machine, so
// they are printed and never fail a run.
//
//   scripts/budgets [--dir dist] [--json]
//
// The bytes of the first visit are those of one turn of scripts/first-visit, without a service worker. It compares times, which need
// several turns and an older build or Pagefind beside this one.

import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";
import { launch } from "../tests/e2e/harness/browser.mjs";
import { pageKinds } from "../tests/e2e/harness/routes.mjs";
import { contextFor, waitForHydration } from "../tests/e2e/harness/visit.mjs";
import { serve } from "../tests/e2e/harness/static-host.mjs";
import { measure, prepare } from "./lib/first-visit.mjs";
import { WITHOUT_FRAME_LIMIT, keystrokes } from "./lib/keystrokes.mjs";
import { host as shapedHost } from "./lib/shaped-host.mjs";
import { OURS } from "./lib/site-pages.mjs";
import { percentile } from "./lib/statistics.mjs";

const KB = 1000;
const KEYSTROKES = 120;
/** Articles from which a corpus counts as large. */
const LARGE = 1000;
/** Typed in the first visit. */
const QUERY = "sáng kiến";

const { values } = parseArgs({
  options: { dir: { type: "string", default: "dist" }, json: { type: "boolean", default: false } },
});

/** Returns the bytes of a file, compressed as on a host that compresses in advance. */
async function compressed(file) {
  const bytes = await readFile(file);
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
}

const rows = [];
/** Adds a row to the table. If `isEnforced` is false, a value over the budget does not fail the run. */
const addRow = (name, value, unit, budget, isEnforced) => rows.push({ name, value, unit, budget, isEnforced: isEnforced ?? true });

const files = await readdir(values.dir);
const kinds = await pageKinds(values.dir);
const total = async (names) => (await Promise.all(names.map((name) => compressed(join(values.dir, name))))).reduce((a, b) => a + b, 0);

const css = await total(files.filter((name) => name.endsWith(".css")));
for (const kind of ["home", "campaign", "article"]) {
  const html = await compressed(join(values.dir, kinds[kind], "index.html"));
  addRow(`HTML + CSS, brotli: ${kind}`, (html + css) / KB, "KB", 30);
}
const programs = files.filter((name) => /\.(js|wasm)$/.test(name));
const PROGRAMS = {
  "page script and search": /^(thidua|search)-/,
  "app": /^thi-dua-app-/,
  "full engine (on demand)": /^engine-/,
  "workbench (where it is used)": /^(desk|xlsx|publish)-/,
};
for (const [what, names] of Object.entries(PROGRAMS)) {
  addRow(`JS + WASM, brotli: ${what}`, (await total(programs.filter((name) => names.test(name)))) / KB, "KB");
}
addRow("Data (corpus.json), brotli", (await total(["corpus.json"])) / KB, "KB");
addRow("Heading font", (await readFile(join(values.dir, "fonts/serif.woff2"))).length / KB, "KB", 16);

const host = await serve({ dir: values.dir, base: process.env.SITE_BASE ?? "/" });
const browser = await launch();

// Layout shift, from the first paint until after hydration.
for (const kind of ["home", "campaign", "article"]) {
  const context = await contextFor(browser, { width: 390 });
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(host.url + kinds[kind]);
  await waitForHydration(page);
  await page.waitForTimeout(500);
  addRow(`Layout shift, 390 px: ${kind}`, await page.evaluate(() => window.shift), "", 0);
  await context.close();
}

// Measured twice: as readers have it, where the screen shows a frame every 16.7 ms and a keystroke waits for the next one; and with frames
// painted as soon as they are ready, which is the time of the work alone.
const { articles } = JSON.parse(await readFile(join(values.dir, "corpus.json"), "utf8"));
const most = articles.length < LARGE ? 16 : 50;
const fastBrowser = await launch(WITHOUT_FRAME_LIMIT);
for (const [how, one, budget] of [["60 frames a second", browser], ["without the wait for a frame", fastBrowser, most]]) {
  const times = await keystrokes(one, host.url, KEYSTROKES);
  addRow(`Keystroke → painted, ${how}, p50 of ${times.length}`, percentile(times, 0.5), "ms", undefined, false);
  addRow(`Keystroke → painted, ${how}, p95 of ${times.length}`, percentile(times, 0.95), "ms", budget, false);
}
await fastBrowser.close();

// A first visit on a phone's line.
const slow = await shapedHost(values.dir, { base: process.env.SITE_BASE ?? "/" });
const expected = await prepare({ browser, host: slow, pages: OURS, query: QUERY });
const options = { slowdown: 4, serviceWorkers: "block" };
const visit = async (scenario) => measure({ browser, host: slow, pages: OURS, expected, query: QUERY, scenario, options });
const typed = (await visit("typed"))["results of the typed query"];
addRow("First visit, query typed at once: fetched until its results", typed.bytes / KB, "KB", articles.length < LARGE ? 300 : undefined);
addRow("First visit, query typed at once: requests", typed.requests, "");
addRow("First visit, query typed at once: time", typed.ms, "ms", undefined, false);
for (const [what, { value }] of Object.entries(await visit("taps"))) if (value !== undefined) addRow(`First visit: ${what}`, value, "", 0);
addRow("First visit: layout shift when the app takes over", (await visit("plain"))["layout shift"].value, "", 0);
await slow.close();
await browser.close();
await host.close();

if (values.json) {
  console.log(JSON.stringify(rows, null, 2));
} else {
  const format = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(value < 1 ? 4 : 1));
  console.log("| what | measured | at most |\n| --- | ---: | ---: |");
  for (const { name, value, unit, budget } of rows) {
    console.log(`| ${name} | ${format(value)} ${unit} | ${budget ?? ""}${budget === undefined ? "" : ` ${unit}`} |`.replaceAll("  ", " "));
  }
  console.log(`
Measured elsewhere: time of a first visit against an older build, scripts/first-visit --site NAME=FOLDER; against Pagefind, with --pagefind on a
site of 2,000 articles; bytes of a query over 10,000 articles against Pagefind, scripts/bench-search --articles 10000.`);
}
const over = rows.filter(({ value, budget, isEnforced }) => isEnforced && budget !== undefined && !(value <= budget));
for (const { name } of over) console.error(`over budget: ${name}`);
process.exitCode = over.length ? 1 : 0;
