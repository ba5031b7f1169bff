// Main journeys in every browser engine: on a host, and from a single file on disk. SITE_DIR and SITE_BASE name the built site,
// SINGLE the single file.

import assert from "node:assert/strict";
import { dirname, join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { serve } from "../e2e/harness/static-host.mjs";
import { BROWSERS, heading, live, until } from "./readers.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const DIR = resolve(ROOT, process.env.SITE_DIR ?? "dist");
const BASE = process.env.SITE_BASE ?? "/";
const SINGLE = process.env.SINGLE && resolve(ROOT, process.env.SINGLE);

const cards = "document.querySelectorAll('#ket-qua article').length";
const address = "decodeURIComponent(location.href)";

/** Searches, opens an article and a campaign, and goes back; `home` is the URL of the home page. */
async function searchAndRead(reader, home) {
  await reader.goto(home);
  await live(reader);
  const all = await until(reader, cards);
  await reader.type("#q", "son tay");
  await until(reader, `${cards} > 0 && ${cards} < ${all}`);
  assert.ok(await reader.run("document.querySelectorAll('#ket-qua mark').length > 0"), "what matched is marked");
  await until(reader, `${address}.includes('q=son')`);

  const title = await heading(reader);
  await reader.click("#ket-qua article h2 a");
  const article = await heading(reader, title);
  assert.match(article, /Sơn Tây/);
  assert.match(await reader.run(address), /bai-viet\/[^/]+\/$/);

  await reader.click(".mentions a[href*='phong-trao/']");
  const campaign = await heading(reader, article);
  assert.match(await reader.run(address), /phong-trao\/[^/]+\/$/);
  await reader.back();
  assert.equal(await heading(reader, campaign), article);
  await reader.back();
  await until(reader, `${address}.includes('q=son') && document.getElementById('q').value === 'son tay'`);
}

/** Checks charts, tables and the other language. */
async function chartsAndLanguage(reader, home) {
  await reader.goto(`${home}${home.startsWith("file:") ? "#/" : ""}don-vi/ldld-ha-dong/`);
  await live(reader);
  await until(reader, "[...document.querySelectorAll('main svg[role]')].some((svg) => svg.getBoundingClientRect().width > 200)");
  assert.ok(await reader.run("document.querySelectorAll('main table').length > 0"), "charts have tables");
  await reader.click(".masthead__tools a[hreflang=en]");
  await until(reader, "document.documentElement.lang === 'en'");
  assert.match(await reader.run(address), /en\/don-vi\/ldld-ha-dong\/$/);
}

/** Checks that a facet value narrows the cards and is in the address. */
async function filter(reader, home) {
  await reader.goto(home);
  await live(reader);
  const all = await until(reader, cards);
  const label = "[...document.querySelectorAll('fieldset label')].find((label) => label.innerText.includes('2022'))";
  await until(reader, `Boolean(${label})`);
  await reader.run(`${label}.click()`);
  await until(reader, `${address}.includes('nam=2022') && ${cards} < ${all} && ${cards} > 0`);
}

/** Checks that the PNG of a chart is not blank, and that its table can be opened. */
async function pictureOfAChart(reader, home) {
  await reader.goto(`${home}${home.startsWith("file:") ? "#/" : ""}don-vi/ldld-tay-ho/`);
  await live(reader);
  // Intercepts the file instead of saving it.
  await reader.run(`(() => {
    URL.createObjectURL = (blob) => { window.saved = blob; return "#"; };
    HTMLAnchorElement.prototype.click = () => {};
  })()`);
  await until(reader, "Boolean(document.querySelector('figure.chart [data-format=png]'))");
  await reader.run("document.querySelector('figure.chart [data-format=png]').dispatchEvent(new MouseEvent('click', { bubbles: true }))");
  await until(reader, "window.saved?.type === 'image/png'");
  await reader.run(`(async () => {
    const bitmap = await createImageBitmap(window.saved);
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
    const context = canvas.getContext("2d");
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    let bars = 0, paper = 0;
    for (let i = 0; i < data.length; i += 4) {
      if (data[i] === 255 && data[i + 1] === 255) paper++;
      if (data[i] < 40 && data[i + 2] > 100) bars++;
    }
    window.seen = { width: bitmap.width, bars, paper };
  })() && 0`);
  await until(reader, "Boolean(window.seen)");
  const { width, bars, paper } = JSON.parse(await reader.run("JSON.stringify(window.seen)"));
  assert.ok(width >= 1200, `at twice its size: ${width}`);
  assert.ok(bars > 2000 && paper > bars, `bars ${bars}, paper ${paper}`);
  await reader.click("figure.chart .chart__table summary");
  await until(reader, "document.querySelector('figure.chart .chart__table td').getBoundingClientRect().height > 0");
}

for (const [name, { open, missing }] of Object.entries(BROWSERS)) {
  describe(name, { skip: missing || false, concurrency: false }, () => {
    let reader, host;
    before(async () => {
      host = await serve({ dir: DIR, base: BASE });
      reader = await open();
    });
    after(async () => {
      await reader?.close();
      await host?.close();
    });
    test("search, read, go back", () => searchAndRead(reader, host.url));
    test("charts, tables, English", () => chartsAndLanguage(reader, host.url));
    test("filters", () => filter(reader, host.url));
    test("picture of a chart", () => pictureOfAChart(reader, host.url));
    const file = SINGLE && pathToFileURL(SINGLE).href;
    const skip = file ? false : "SINGLE names no file";
    test("single file: search, read, go back", { skip }, () => searchAndRead(reader, file));
    test("single file: charts, tables, English", { skip }, () => chartsAndLanguage(reader, file));
    test("console has no errors", () => assert.deepEqual(reader.faults, []));
  });
}
