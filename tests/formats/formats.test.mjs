// Output formats, read by other programs: JSON-LD by the types of schema.org, the feed by a feed reader, citations by a library
// of reference managers, tables by the reference implementation of Data Packages.
//
// SITE_DIR is a site that was built with an origin, FRICTIONLESS the command that checks Data Packages.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";
import { parseAtomFeed } from "feedsmith";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const DIR = resolve(ROOT, process.env.SITE_DIR ?? "dist");
const read = (path) => readFile(join(DIR, path), "utf8");
const run = promisify(execFile);
const corpus = JSON.parse(await read("corpus.json"));

/** Returns every distinct JSON-LD object of all pages. */
async function described() {
  const files = (await readdir(DIR, { recursive: true })).filter((path) => path.endsWith("index.html"));
  const things = new Set();
  for (const file of files) {
    const [, data] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(await read(file)) ?? [];
    for (const thing of JSON.parse(data ?? '{"@graph": []}')["@graph"]) things.add(JSON.stringify(thing));
  }
  return [...things].map((thing) => JSON.parse(thing));
}

/** Returns the type errors of objects as values of schema.org types; empty if there are none. */
async function typeErrors(things) {
  const types = [...new Set(things.map((thing) => thing["@type"]))];
  const lines = things.map((thing, i) => `export const thing${i}: ${thing["@type"]} = ${JSON.stringify(thing)};`);
  // Inside the project, where the types are found.
  const folder = await mkdtemp(join(ROOT, "node_modules/.json-ld-"));
  try {
    const file = join(folder, "things.ts");
    await writeFile(file, [`import type { ${types.join(", ")} } from "schema-dts";`, ...lines].join("\n"));
    const compiler = join(ROOT, "node_modules/typescript/bin/tsc");
    const options = ["--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--target", "es2022"];
    const { stdout } = await run(process.execPath, [compiler, ...options, file]).catch((error) => error);
    return stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("JSON-LD has valid schema.org types", async () => {
  const things = await described();
  const kinds = new Set(things.map((thing) => thing["@type"]));
  for (const kind of ["WebPage", "NewsArticle", "Event", "Observation", "Dataset", "WorkersUnion"]) assert.ok(kinds.has(kind), kind);
  assert.ok(things.length > 300);
  assert.equal(await typeErrors(things), "");
});

test("check of JSON-LD detects an unknown property", async () => {
  const said = await typeErrors([{ "@type": "Event", name: "x", launchedBy: "y" }]);
  assert.match(said, /launchedBy/);
});

test("feeds are readable by a feed reader", async () => {
  for (const path of ["feed.xml", "en/feed.xml"]) {
    const feed = parseAtomFeed(await read(path));
    assert.equal(feed.entries.length, corpus.articles.length);
    assert.match(feed.id, /^https:/);
    for (const entry of feed.entries) {
      assert.match(entry.id, /^https:/);
      assert.ok(entry.title && !Number.isNaN(Date.parse(entry.updated)), entry.id);
    }
    const dated = corpus.articles.filter((article) => article.published);
    assert.equal(feed.entries.filter((entry) => entry.published).length, dated.length, "only printed dates are claimed");
  }
});

test("citations are readable by a library of reference managers", async () => {
  for (const [file, nameOf] of [
    ["trich-dan.bib", (author) => author.literal ?? author.family],
    ["trich-dan.csl.json", (author) => author.literal],
  ]) {
    const items = new Cite(await read(`du-lieu/${file}`)).data;
    assert.equal(items.length, corpus.articles.length);
    for (const article of corpus.articles) {
      const item = items.find(({ id }) => id === article.id);
      assert.equal(item.title, article.headline);
      assert.deepEqual((item.author ?? []).map(nameOf), article.byline, "names are whole");
      assert.equal((item.author ?? []).some((author) => author.given), false);
      const year = item.issued?.["date-parts"][0][0];
      assert.equal(year, article.published ? Number(article.published.slice(0, 4)) : undefined);
    }
  }
  const records = new Cite(await read("du-lieu/trich-dan.ris")).data;
  assert.deepEqual(records.map(({ title }) => title), corpus.articles.map(({ headline }) => headline));
  assert.ok(records.every(({ type }) => type === "article-newspaper"));
});

test("citation of one article is next to its page", async () => {
  const { id, headline } = corpus.articles[0];
  for (const file of ["trich-dan.bib", "trich-dan.ris", "trich-dan.csl.json"]) {
    assert.equal(new Cite(await read(`bai-viet/${id}/${file}`)).data[0].title, headline);
  }
});

const noChecker = process.env.FRICTIONLESS ? false : "frictionless is not installed; scripts/test says why";
test("tables are a valid Data Package, keys included", { skip: noChecker }, async () => {
  const { stdout } = await run(process.env.FRICTIONLESS, ["validate", "--json", join(DIR, "du-lieu/datapackage.json")]);
  const report = JSON.parse(stdout);
  assert.equal(report.valid, true, stdout);
  const figures = corpus.articles.flatMap((article) => article.figures);
  assert.equal(report.tasks.find(({ name }) => name === "figures").stats.rows, figures.length);
});
