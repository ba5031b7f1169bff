// Measures the built site against its budgets and prints a table. It judges bytes and layout shift, which are the
// same on every machine; times depend on the machine, so they are printed and never fail a run.
//
//   scripts/budgets [--dir dist] [--json]

import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";
import { launch } from "../tests/e2e/harness/browser.mjs";
import { pageKinds } from "../tests/e2e/harness/routes.mjs";
import { contextFor, waitForHydration } from "../tests/e2e/harness/visit.mjs";
import { serve } from "../tests/e2e/harness/static-host.mjs";

const KB = 1000;
const KEYSTROKES = 120;
/** Typed again and again until there are enough keystrokes: words with and without marks, and one that finds nothing. */
const TYPED = ["lao dong gioi", "sáng kiến", "cong nhan", "phong trào thi đua", "ha dong", "xyz"];

const { values } = parseArgs({
  options: { dir: { type: "string", default: "dist" }, json: { type: "boolean", default: false } },
});

/** Bytes of a file as a host sends it that compressed it in advance. */
async function compressed(file) {
  const bytes = await readFile(file);
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
}

const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];

const rows = [];
/** `most` is the budget; without `judged`, it is only shown. */
const row = (what, value, unit, most, judged) => rows.push({ what, value, unit, most, judged: judged ?? true });

const files = await readdir(values.dir);
const kinds = await pageKinds(values.dir);
const total = async (names) => (await Promise.all(names.map((name) => compressed(join(values.dir, name))))).reduce((a, b) => a + b, 0);

const css = await total(files.filter((name) => name.endsWith(".css")));
for (const kind of ["home", "campaign", "article"]) {
  const html = await compressed(join(values.dir, kinds[kind], "index.html"));
  row(`HTML + CSS, brotli: ${kind}`, (html + css) / KB, "KB", 30);
}
const programs = files.filter((name) => /\.(js|wasm)$/.test(name));
const isEngine = (name) => /^(engine|search)-/.test(name);
const isDesk = (name) => name.startsWith("desk-");
row("JS + WASM of the page, brotli", (await total(programs.filter((name) => !isEngine(name) && !isDesk(name)))) / KB, "KB", 240);
row("JS + WASM of the engine (worker), brotli", (await total(programs.filter(isEngine))) / KB, "KB");
row("JS + WASM of the workbench (where it is used), brotli", (await total(programs.filter(isDesk))) / KB, "KB");
row("Data (corpus.json), brotli", (await total(["corpus.json"])) / KB, "KB");
row("Heading font", (await readFile(join(values.dir, "fonts/serif.woff2"))).length / KB, "KB", 60);

const host = await serve({ dir: values.dir, base: process.env.SITE_BASE ?? "/" });
const browser = await launch();

// Layout shift, from the first paint until after the app has taken over.
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
  row(`Layout shift, 390 px: ${kind}`, await page.evaluate(() => window.shift), "", 0);
  await context.close();
}

// Keystroke → results: from the input event until a frame with its results has been painted. Once as every reader has
// it, when the screen shows a frame each 16.7 ms and a keystroke waits for the next; once with frames painted as soon
// as they are ready, which is the work alone.
async function keystrokes(browser) {
  const context = await contextFor(browser);
  const page = await context.newPage();
  await page.goto(host.url);
  await waitForHydration(page);
  await page.evaluate(() => {
    window.times = [];
    // Before the app's own listener, so that its work counts. The page is busy until the engine has answered.
    document.addEventListener(
      "input",
      () => {
        const begun = performance.now();
        const main = document.getElementById("main");
        const painted = () => {
          if (main.hasAttribute("aria-busy")) {
            requestAnimationFrame(painted);
            return;
          }
          // A message sent from within a frame is handled after that frame was painted.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => window.times.push(performance.now() - begun);
          port2.postMessage(0);
        };
        requestAnimationFrame(painted);
      },
      { capture: true },
    );
  });
  const box = page.getByRole("searchbox");
  for (let typed = 0; typed < KEYSTROKES; ) {
    for (const words of TYPED) {
      await box.fill("");
      await box.pressSequentially(words, { delay: 40 });
      typed += [...words].length;
    }
  }
  await page.waitForTimeout(100);
  const times = (await page.evaluate(() => window.times)).sort((a, b) => a - b);
  await context.close();
  return times;
}
const unhurried = await keystrokes(browser);
row(`Keystroke → painted, 60 frames a second, p50 of ${unhurried.length}`, percentile(unhurried, 0.5), "ms", undefined, false);
row(`Keystroke → painted, 60 frames a second, p95 of ${unhurried.length}`, percentile(unhurried, 0.95), "ms", undefined, false);
const unlimited = await launch(["--disable-frame-rate-limit", "--disable-gpu-vsync"]);
const free = await keystrokes(unlimited);
row(`Keystroke → painted, without the wait for a frame, p50 of ${free.length}`, percentile(free, 0.5), "ms", undefined, false);
row(`Keystroke → painted, without the wait for a frame, p95 of ${free.length}`, percentile(free, 0.95), "ms", 16, false);
await unlimited.close();
await browser.close();
await host.close();

if (values.json) {
  console.log(JSON.stringify(rows, null, 2));
} else {
  const shown = (value) => (value === 0 ? "0" : value.toFixed(value < 1 ? 4 : 1));
  console.log("| what | measured | at most |\n| --- | ---: | ---: |");
  for (const { what, value, unit, most } of rows) {
    console.log(`| ${what} | ${shown(value)} ${unit} | ${most ?? ""}${most === undefined ? "" : ` ${unit}`} |`.replaceAll("  ", " "));
  }
}
const over = rows.filter(({ value, most, judged }) => judged && most !== undefined && value > most);
for (const { what } of over) console.error(`over budget: ${what}`);
process.exitCode = over.length ? 1 : 0;
