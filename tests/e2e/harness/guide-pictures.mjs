// Pictures of the guide: taken from the pages that the tests drive, and compared by what they show.
//
// Fonts differ between machines, so pixels are not compared. `docs/vi/pictures.json` holds for every picture the texts and
// controls that it shows; a picture is old if the page shows others now. GUIDE_PICTURES=write takes all of them anew.

import assert from "node:assert/strict";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const FOLDER = join(ROOT, "public/guide");
const RECORDS = join(ROOT, "docs/vi/pictures.json");
const IS_WRITING = process.env.GUIDE_PICTURES === "write";
/** Largest size of a picture in bytes: a guide is read on telephones. */
const MAX_BYTES = 45_000;
/** Space around the elements of a picture, in pixels of the page. */
const MARGIN = 12;

/** Texts that an element shows, line by line, with the texts of its fields. */
function shownBy(element) {
  const lines = element.innerText.split("\n").map((line) => line.replace(/\s+/g, " ").trim());
  const fields = [...element.querySelectorAll("input:not([type=file], [type=checkbox]), textarea, select")]
    .filter((field) => field.checkVisibility())
    .map((field) => field.labels?.[0]?.innerText.trim() || field.ariaLabel || field.placeholder || field.name);
  return [...new Set([...lines, ...fields].filter(Boolean))];
}

/**
 * Compares a picture of the guide with a page, or takes it.
 *
 * @param {import("playwright-core").Page} page must have two device pixels for each pixel of the page
 * @param {string} name file name without extension
 * @param {import("playwright-core").Locator[]} parts elements that the picture shows, all of them visible at once
 * @param {{height?: number}} [options] greatest height in pixels of the page
 */
export async function picture(page, name, parts, { height = 560 } = {}) {
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.move(0, 0);
  const shows = [];
  const boxes = [];
  for (const part of parts) {
    shows.push(...(await part.evaluate(shownBy)));
    boxes.push(await part.evaluate((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { left: left + scrollX, top: top + scrollY, right: right + scrollX, bottom: bottom + scrollY };
    }));
  }
  if (!IS_WRITING) {
    const records = JSON.parse(await readFile(RECORDS, "utf8"));
    assert.ok(records[name], `the picture ${name} was never taken: GUIDE_PICTURES=write node --test tests/e2e/guide.test.mjs`);
    assert.deepEqual(shows, records[name], `the picture ${name} is old: GUIDE_PICTURES=write node --test tests/e2e/guide.test.mjs`);
    assert.ok((await stat(join(FOLDER, `${name}.webp`))).size <= MAX_BYTES);
    return;
  }
  const width = await page.evaluate(() => document.documentElement.clientWidth);
  const x = Math.max(0, Math.floor(Math.min(...boxes.map((box) => box.left)) - MARGIN));
  const y = Math.max(0, Math.floor(Math.min(...boxes.map((box) => box.top)) - MARGIN));
  const clip = {
    x,
    y,
    width: Math.ceil(Math.min(width, Math.max(...boxes.map((box) => box.right)) + MARGIN)) - x,
    height: Math.min(height, Math.ceil(Math.max(...boxes.map((box) => box.bottom)) + MARGIN) - y),
    scale: 1,
  };
  const session = await page.context().newCDPSession(page);
  let bytes;
  // Letters stay sharp at a low quality; a picture that is too large loses some more.
  for (const quality of [60, 45, 30, 20]) {
    const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality, clip, captureBeyondViewport: true });
    bytes = Buffer.from(data, "base64");
    if (bytes.length <= MAX_BYTES) break;
  }
  assert.ok(bytes.length <= MAX_BYTES, `${name}: ${bytes.length} bytes`);
  await mkdir(FOLDER, { recursive: true });
  await writeFile(join(FOLDER, `${name}.webp`), bytes);
  const records = JSON.parse(await readFile(RECORDS, "utf8").catch(() => "{}"));
  records[name] = shows;
  const sorted = Object.fromEntries(Object.entries(records).sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeFile(RECORDS, `${JSON.stringify(sorted, null, 1)}\n`);
  console.log(`${name}: ${clip.width} × ${clip.height}, ${bytes.length} bytes`);
}
