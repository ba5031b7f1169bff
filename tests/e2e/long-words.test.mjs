// Words wider than the screen: they break, and no page scrolls sideways.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { serve } from "./harness/static-host.mjs";
import { launch } from "./harness/browser.mjs";
import { waitUntilLive } from "./harness/delayed-app.mjs";
import { pageKinds } from "./harness/routes.mjs";
import { contextFor } from "./harness/visit.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const run = promisify(execFile);
const WIDTHS = [320, 360, 390, 768, 1000, 1280];
const LETTERS = "LaoDongGioiLaoDongSangTaoThuDoHaNoi2024x";
const TOKEN = "CNVCLĐ/ĐVCĐ/CĐCS/LĐLĐ/TLĐ/UBND/HĐND/MTTQ";
/** Names of the fields with visible text. */
const TEXTS = new Set(["vi", "en", "name", "name_en", "headline", "headline_en", "kicker", "role", "role_en", "expansion", "locality", "as_written", "covers_as_written", "when_as_written", "site", "abbreviation"]);
const LISTS = new Set(["byline", "aliases"]);
const it = {};

/** Returns a corpus with both long words in every text. */
function lengthened(value, name = "") {
  if (Array.isArray(value)) return value.map((one) => (LISTS.has(name) && typeof one === "string" ? `${one} ${LETTERS} ${TOKEN}` : lengthened(one, name)));
  if (value && typeof value === "object") {
    // The role of a person is a text, that of a figure a word of the format.
    const isFixed = (key) => key === "role" && !("name" in value);
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, isFixed(key) ? one : lengthened(one, key)]));
  }
  if (typeof value !== "string" || !TEXTS.has(name)) return value;
  return `${value} ${LETTERS} ${TOKEN}`;
}

before(async () => {
  it.folder = await mkdtemp(join(tmpdir(), "thi-dua-"));
  const corpus = lengthened(JSON.parse(await readFile(join(ROOT, "public/corpus.json"), "utf8")));
  for (const [i, article] of corpus.articles.entries()) if (i % 2) article.byline = [LETTERS];
  // What validation wants of names that are lengthened: they are printed.
  for (const unit of corpus.units) unit.printed.push(unit.vi.toLowerCase());
  for (const source of corpus.sources) for (const lang of ["vi", "en"]) source.attribution[lang] = source.name;
  await writeFile(join(it.folder, "corpus.json"), JSON.stringify(corpus));
  const program = join(ROOT, "target/release/thidua");
  await run(program, ["build", "--quiet", "--corpus", join(it.folder, "corpus.json"), "--out", join(it.folder, "site")]);
  it.host = await serve({ dir: join(it.folder, "site") });
  it.browser = await launch();
});
after(async () => {
  await it.browser?.close();
  await it.host?.close();
  if (it.folder) await rm(it.folder, { recursive: true });
});

/** Returns the overflow of a page in pixels, the elements that cause it, and overlapping texts. */
function faults() {
  const html = document.documentElement;
  const wide = [];
  const isHeld = (element) => {
    // An element that scrolls or is clipped does not widen the page.
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      const { overflowX, position } = getComputedStyle(at);
      if (overflowX !== "visible" || position === "fixed") return true;
    }
    return false;
  };
  if (html.scrollWidth > html.clientWidth) {
    for (const element of document.querySelectorAll("body *")) {
      const { right, width } = element.getBoundingClientRect();
      if (width && right > html.clientWidth + 0.5 && !isHeld(element)) wide.push(`${element.tagName}.${element.getAttribute("class") ?? ""}#${element.id} ${Math.round(right)}`);
    }
  }
  // Texts of different blocks must not overlap. An open sheet lies over the page. Texts that are cut after some lines, and captions
  // that are only read aloud, have places below what is in sight.
  const isCut = (element) => {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      if (getComputedStyle(at).webkitLineClamp !== "none" || getComputedStyle(at).clipPath !== "none") return true;
    }
    return false;
  };
  const texts = [];
  const walker = document.createTreeWalker(document.querySelector(".sheet--open") ?? document.querySelector("main") ?? document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const parent = text.parentElement;
    if (!text.data.trim() || parent.closest("svg, select, textarea, .scroll, .grid__scroll, [hidden], .finder__now") || isCut(parent) || !parent.checkVisibility({ contentVisibilityAuto: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const { left, right, top, bottom, width } of range.getClientRects()) {
      if (width > 1) texts.push({ parent, left, right, top: top + 3, bottom: bottom - 3, words: text.data.trim().slice(0, 30) });
    }
  }
  const laid = [];
  texts.sort((a, b) => a.top - b.top);
  for (const [i, a] of texts.entries()) {
    for (let j = i + 1; j < texts.length && texts[j].top < a.bottom; j += 1) {
      const b = texts[j];
      if (a.parent !== b.parent && a.left < b.right - 2 && b.left < a.right - 2) laid.push(`${a.words} | ${b.words}`);
    }
  }
  return { beyond: html.scrollWidth - html.clientWidth, wide: wide.slice(0, 8), laid: laid.slice(0, 5) };
}

for (const lang of ["", "en/"]) {
  test(`no page ${lang ? "in English " : ""}scrolls sideways with long words, and texts do not overlap`, async (t) => {
    const kinds = await pageKinds(join(it.folder, "site"));
    const context = await contextFor(it.browser, { width: 1280 });
    t.after(() => context.close());
    const page = await context.newPage();
    const found = [];
    for (const path of [...Object.values(kinds), `?q=${LETTERS}`, `?q=${TOKEN}`, "so-lieu/?cap=city", `khong-co/${LETTERS}/`]) {
      await page.goto(it.host.url + lang + path, { waitUntil: "load" });
      await waitUntilLive(page);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        if (path === "" && width < 600) await page.locator(".sheet__open").click({ timeout: 2000 }).catch(() => {});
        const { beyond, wide, laid } = await page.evaluate(faults);
        if (beyond > 0 || laid.length) found.push({ path, width, beyond, wide, laid });
      }
    }
    assert.deepEqual(found, []);
  });
}
