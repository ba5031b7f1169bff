// Pictures of the guide: taken from the pages that the tests drive, and compared by what they show.
//
// Fonts differ between machines, so pixels are not compared. `docs/vi/pictures.json` holds for every picture the texts and
// controls that it shows; a picture is old if the page shows others now. GUIDE_PICTURES=write takes all of them anew.

import assert from "node:assert/strict";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { crc32, deflateSync } from "node:zlib";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const FOLDER = join(ROOT, "public/guide");
const RECORDS = join(ROOT, "docs/vi/pictures.json");
const IS_WRITING = process.env.GUIDE_PICTURES === "write";
/** Largest size of a picture in bytes: a guide is read on telephones. */
const MAX_BYTES = 45_000;
/** Colours of a picture. */
const COLOURS = 16;
/** Device pixels of a picture for each pixel of the page, as crates/site/build.rs expects. */
const PICTURE_SCALE = 2;
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

/** Reduces a picture to its most frequent colours: returns them, and the place of each pixel among them. */
async function withFewColours({ png, colours }) {
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const context = Object.assign(document.createElement("canvas"), { width: bitmap.width, height: bitmap.height }).getContext("2d");
  context.drawImage(bitmap, 0, 0);
  const { width, height, data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  const pixels = new Uint32Array(data.buffer);
  const parts = (pixel) => [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255];
  const distance = (a, b) => parts(a).reduce((sum, part, i) => sum + (part - parts(b)[i]) ** 2, 0);
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const palette = [];
  for (const [pixel] of [...counts].sort((a, b) => b[1] - a[1])) {
    // Neighbours of a colour take no place of others.
    if (palette.length < colours && palette.every((one) => distance(one, pixel) > 400)) palette.push(pixel);
  }
  const nearest = new Map();
  for (const pixel of counts.keys()) {
    nearest.set(pixel, palette.reduce((best, one, i) => (distance(one, pixel) < distance(palette[best], pixel) ? i : best), 0));
  }
  return { width, height, palette: palette.flatMap(parts), places: Array.from(pixels, (pixel) => nearest.get(pixel).toString(16)).join("") };
}

/** Writes a picture of at most 16 colours as PNG with a palette, two pixels a byte. */
function palettePng({ width, height, palette, places }) {
  const chunk = (type, content) => {
    const body = Buffer.concat([Buffer.from(type), content]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Four bits a pixel, palette.
  header.set([4, 3], 8);
  const rows = Array.from({ length: height }, (_, row) => {
    const line = places.slice(row * width, (row + 1) * width);
    return Buffer.from(`00${line}${line.length % 2 ? "0" : ""}`, "hex");
  });
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette)),
    chunk("IDAT", deflateSync(Buffer.concat(rows), { level: 9, memLevel: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/**
 * Compares a picture of the guide with a page, or takes it.
 *
 * @param {import("playwright-core").Page} page
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
    // A card far below the screen has no text yet: it is laid out when it comes near.
    await part.scrollIntoViewIfNeeded();
    await part.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const lines = await part.evaluate(shownBy);
    assert.ok(lines.length > 0, `${name}: an element shows nothing`);
    shows.push(...lines);
    boxes.push(await part.evaluate((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { left: left + scrollX, top: top + scrollY, right: right + scrollX, bottom: bottom + scrollY };
    }));
  }
  if (!IS_WRITING) {
    const records = JSON.parse(await readFile(RECORDS, "utf8"));
    assert.ok(records[name], `the picture ${name} was never taken: GUIDE_PICTURES=write node --test tests/e2e/guide.test.mjs`);
    assert.deepEqual(shows, records[name], `the picture ${name} is old: GUIDE_PICTURES=write node --test tests/e2e/guide.test.mjs`);
    assert.ok((await stat(join(FOLDER, `${name}.png`))).size <= MAX_BYTES);
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
    scale: PICTURE_SCALE,
  };
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", { format: "png", clip, captureBeyondViewport: true });
  const blank = await page.context().newPage();
  const bytes = palettePng(await blank.evaluate(withFewColours, { png: data, colours: COLOURS }));
  await blank.close();
  assert.ok(bytes.length <= MAX_BYTES, `${name}: ${bytes.length} bytes`);
  await mkdir(FOLDER, { recursive: true });
  await writeFile(join(FOLDER, `${name}.png`), bytes);
  const records = JSON.parse(await readFile(RECORDS, "utf8").catch(() => "{}"));
  records[name] = shows;
  const sorted = Object.fromEntries(Object.entries(records).sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeFile(RECORDS, `${JSON.stringify(sorted, null, 1)}\n`);
  console.log(`${name}: ${clip.width} × ${clip.height}, ${bytes.length} bytes`);
}
