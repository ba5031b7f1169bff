// The journeys that matter, in every browser engine that readers have: on a host, and from one file on a disk.
// SITE_DIR and SITE_BASE name the built site, SINGLE the one file.

import assert from "node:assert/strict";
import { dirname, join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { serve } from "../../scripts/static-server.mjs";
import { BROWSERS, heading, live, until } from "./readers.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const DIR = resolve(ROOT, process.env.SITE_DIR ?? "dist");
const BASE = process.env.SITE_BASE ?? "/";
const SINGLE = process.env.SINGLE && resolve(ROOT, process.env.SINGLE);

const cards = "document.querySelectorAll('#ket-qua article').length";
const address = "decodeURIComponent(location.href)";

/** A search, a card, its campaign, back again: `home` is where the site begins. */
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

/** Charts, tables and the other language. */
async function chartsAndLanguage(reader, home) {
  await reader.goto(`${home}${home.startsWith("file:") ? "#/" : ""}don-vi/ldld-ha-dong/`);
  await live(reader);
  await until(reader, "[...document.querySelectorAll('main svg[role]')].some((svg) => svg.getBoundingClientRect().width > 200)");
  assert.ok(await reader.run("document.querySelectorAll('main table').length > 0"), "charts have tables");
  await reader.click(".masthead__tools a[hreflang=en]");
  await until(reader, "document.documentElement.lang === 'en'");
  assert.match(await reader.run(address), /en\/don-vi\/ldld-ha-dong\/$/);
}

/** A value of a facet narrows the cards, and is in the address. */
async function filter(reader, home) {
  await reader.goto(home);
  await live(reader);
  const all = await until(reader, cards);
  const label = "[...document.querySelectorAll('fieldset label')].find((label) => label.innerText.includes('2022'))";
  await until(reader, `Boolean(${label})`);
  await reader.run(`${label}.click()`);
  await until(reader, `${address}.includes('nam=2022') && ${cards} < ${all} && ${cards} > 0`);
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
    const file = SINGLE && pathToFileURL(SINGLE).href;
    const skip = file ? false : "SINGLE names no file";
    test("one file from a disk: search, read, go back", { skip }, () => searchAndRead(reader, file));
    test("one file from a disk: charts, tables, English", { skip }, () => chartsAndLanguage(reader, file));
    test("nothing was complained of", () => assert.deepEqual(reader.faults, []));
  });
}
