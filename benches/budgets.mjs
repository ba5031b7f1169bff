// Compares the built site with its budgets and prints a table. Bytes and layout shift are the same on every machine, and the
// exit code is 1 if they exceed their budget. Times depend on the machine, so they are printed and never fail a run.
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
/** Typed repeatedly until there are enough keystrokes: queries with and without marks, and one without results. */
const TYPED = ["lao dong gioi", "sáng kiến", "cong nhan", "phong trào thi đua", "ha dong", "xyz"];

const { values } = parseArgs({
  options: { dir: { type: "string", default: "dist" }, json: { type: "boolean", default: false } },
});

/** Returns the bytes of a file, compressed as on a host that compresses in advance. */
async function compressed(file) {
  const bytes = await readFile(file);
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
}

const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];

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
const isEngine = (name) => /^(engine|search)-/.test(name);
// The published program of the workbench has this name.
const isEditor = (name) => name.startsWith("desk-");
addRow("JS + WASM of the page, brotli", (await total(programs.filter((name) => !isEngine(name) && !isEditor(name)))) / KB, "KB", 240);
addRow("JS + WASM of the engine (worker), brotli", (await total(programs.filter(isEngine))) / KB, "KB");
addRow("JS + WASM of the workbench (where it is used), brotli", (await total(programs.filter(isEditor))) / KB, "KB");
addRow("Data (corpus.json), brotli", (await total(["corpus.json"])) / KB, "KB");
addRow("Heading font", (await readFile(join(values.dir, "fonts/serif.woff2"))).length / KB, "KB", 60);

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

// Time from a keystroke to its results: from the input event until a frame with the results has been painted. Measured twice:
// as readers have it, where the screen shows a frame every 16.7 ms and a keystroke waits for the next one; and with frames
// painted as soon as they are ready, which is the time of the work alone.
async function keystrokes(browser) {
  const context = await contextFor(browser);
  const page = await context.newPage();
  await page.goto(host.url);
  await waitForHydration(page);
  await page.evaluate(() => {
    window.times = [];
    // Runs before the listener of the app, so that its work counts. The page is busy until the engine has responded.
    document.addEventListener(
      "input",
      () => {
        const start = performance.now();
        const main = document.getElementById("main");
        const onFrame = () => {
          if (main.hasAttribute("aria-busy")) {
            requestAnimationFrame(onFrame);
            return;
          }
          // A message sent within a frame is handled after that frame has been painted.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => window.times.push(performance.now() - start);
          port2.postMessage(0);
        };
        requestAnimationFrame(onFrame);
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
const normal = await keystrokes(browser);
addRow(`Keystroke → painted, 60 frames a second, p50 of ${normal.length}`, percentile(normal, 0.5), "ms", undefined, false);
addRow(`Keystroke → painted, 60 frames a second, p95 of ${normal.length}`, percentile(normal, 0.95), "ms", undefined, false);
const fastBrowser = await launch(["--disable-frame-rate-limit", "--disable-gpu-vsync"]);
const unlimited = await keystrokes(fastBrowser);
addRow(`Keystroke → painted, without the wait for a frame, p50 of ${unlimited.length}`, percentile(unlimited, 0.5), "ms", undefined, false);
addRow(`Keystroke → painted, without the wait for a frame, p95 of ${unlimited.length}`, percentile(unlimited, 0.95), "ms", 16, false);
await fastBrowser.close();
await browser.close();
await host.close();

if (values.json) {
  console.log(JSON.stringify(rows, null, 2));
} else {
  const format = (value) => (value === 0 ? "0" : value.toFixed(value < 1 ? 4 : 1));
  console.log("| what | measured | at most |\n| --- | ---: | ---: |");
  for (const { name, value, unit, budget } of rows) {
    console.log(`| ${name} | ${format(value)} ${unit} | ${budget ?? ""}${budget === undefined ? "" : ` ${unit}`} |`.replaceAll("  ", " "));
  }
}
const over = rows.filter(({ value, budget, isEnforced }) => isEnforced && budget !== undefined && value > budget);
for (const { name } of over) console.error(`over budget: ${name}`);
process.exitCode = over.length ? 1 : 0;
