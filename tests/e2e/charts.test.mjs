// Charts in a browser: measures text, which native tests can only estimate.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { reader } from "./harness/visit.mjs";
import { DIR, site } from "./harness/site.mjs";

const it = site();
const SNAPSHOTS = fileURLToPath(new URL("../../crates/chart/tests/native/snapshots", import.meta.url));

/** Returns the routes of all pages with a chart, without language. */
async function routesWithCharts() {
  const routes = ["dong-thoi-gian/", "gioi-thieu/"];
  for (const folder of ["bai-viet", "don-vi", "phong-trao"]) {
    const entries = await readdir(join(DIR, folder), { withFileTypes: true });
    for (const entry of entries.filter((one) => one.isDirectory())) {
      const html = await readFile(join(DIR, folder, entry.name, "index.html"), "utf8").catch(() => "");
      if (html.includes('<figure class="chart"')) routes.push(`${folder}/${entry.name}/`);
    }
  }
  return routes;
}

/**
 * Describes every text of a visible chart that leaves its picture or overlaps another text. Runs in the page.
 * One pixel is tolerated: boxes have the full line height, with room for accents that are not there.
 */
function faultsOfTexts() {
  const faults = [];
  let measured = 0;
  for (const svg of document.querySelectorAll("svg.chart-svg")) {
    if (!svg.getClientRects().length) continue;
    const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
    const boxes = [];
    for (const text of svg.querySelectorAll("text")) {
      const { x, y, width: w, height: h } = text.getBBox();
      const words = `“${text.textContent}” of ${svg.closest("figure")?.id ?? svg.id}`;
      if (x < -1 || y < -1 || x + w > width + 1 || y + h > height + 1) {
        faults.push(`${words} leaves its picture: ${[x, y, x + w, y + h].map(Math.round)} of ${width} × ${height}`);
      }
      // Letters fill the middle of the line box.
      const box = { x, top: y + h * 0.22, right: x + w, bottom: y + h * 0.8, words };
      for (const other of boxes) {
        const across = Math.min(box.right, other.right) - Math.max(box.x, other.x);
        const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
        if (across > 1 && down > 1) faults.push(`${words} overlaps ${other.words}`);
      }
      boxes.push(box);
      measured += 1;
    }
    for (const shape of svg.querySelectorAll("path, rect, circle")) {
      for (const { name, value } of shape.attributes) {
        if (/NaN|Infinity|undefined/.test(value)) faults.push(`${name}="${value}" of ${svg.id}`);
      }
    }
  }
  return { faults, measured };
}

for (const width of [320, 390, 1280]) {
  test(`chart texts stay inside their picture and do not overlap at ${width} px`, async (t) => {
    const { visit } = await reader(t, it.browser, it.host, { width, javaScript: false });
    let all = 0;
    for (const route of await routesWithCharts()) {
      for (const lang of ["", "en/"]) {
        const page = await visit(lang + route);
        const { faults, measured } = await page.evaluate(faultsOfTexts);
        assert.deepEqual(faults, [], `${lang}${route}`);
        all += measured;
        await page.close();
      }
    }
    assert.ok(all > 300, `${all} texts were measured`);
  });
}

/** Returns the drawings in the snapshots of the native tests, bad input included: `[name, svg]`. */
async function goldenDrawings() {
  const drawings = [];
  for (const file of await readdir(SNAPSHOTS)) {
    const text = await readFile(join(SNAPSHOTS, file), "utf8");
    for (const [svg] of text.matchAll(/<svg .*?<\/svg>/gs)) drawings.push([file, svg]);
  }
  return drawings;
}

test("chart texts of extreme input stay inside their picture", async (t) => {
  const { visit } = await reader(t, it.browser, it.host, { javaScript: false });
  const page = await visit("gioi-thieu/");
  const drawings = await goldenDrawings();
  assert.ok(drawings.length > 30, `${drawings.length} drawings`);
  assert.ok(drawings.some(([, svg]) => svg.includes("العمال")), "right-to-left text is among them");
  for (const [name, svg] of drawings) {
    await page.evaluate((drawing) => {
      const wide = drawing.includes("chart-svg--wide");
      document.querySelector("main").innerHTML =
        `<figure class="chart"><div class="chart__svg">${drawing}</div></figure>`;
      document.querySelector("svg.chart-svg").setAttribute("width", wide ? "680" : "340");
    }, svg);
    const { faults } = await page.evaluate(faultsOfTexts);
    assert.deepEqual(faults, [], name);
  }
});

test("browser and builder draw the same charts byte for byte", async (t) => {
  const still = await reader(t, it.browser, it.host, { javaScript: false });
  const live = await reader(t, it.browser, it.host);
  const drawings = (page) =>
    page.locator("svg.chart-svg").evaluateAll((all) => all.map((one) => one.outerHTML));
  const pages = ["don-vi/ldld-bac-tu-liem/", "don-vi/ldld-hoang-mai/", "dong-thoi-gian/", "gioi-thieu/"];
  for (const route of pages) {
    const built = await still.visit(route);
    const expected = await drawings(built);
    await built.close();
    assert.ok(expected.length > 1, route);
    const page = await live.visit();
    // By a link, so that the browser draws the page instead of hydrating it.
    await page.evaluate((href) => {
      const link = document.querySelector("main").appendChild(document.createElement("a"));
      link.href = href;
      link.click();
    }, new URL(route, it.host.url).pathname);
    await page.locator("svg.chart-svg").first().waitFor({ state: "attached" });
    assert.deepEqual(await drawings(page), expected, route);
    await page.close();
  }
});

test("chart marks are visible in the dark theme, in print and in forced colours", async (t) => {
  const looks = {
    dark: [{ colorScheme: "dark" }, "rgb(147, 189, 240)"],
    print: [{ colorScheme: "dark", media: "print" }, "rgb(0, 0, 0)"],
  };
  for (const [look, [media, colour]] of Object.entries(looks)) {
    const { visit } = await reader(t, it.browser, it.host, { theme: "dark", javaScript: false });
    const page = await visit("don-vi/ldld-ha-dong/");
    await page.emulateMedia(media);
    const bars = await page.locator(".chart__svg--wide .mark-result").evaluateAll((all) =>
      all.map((bar) => getComputedStyle(bar).fill),
    );
    assert.deepEqual([...new Set(bars)], [colour], look);
    await page.close();
  }
  const { visit } = await reader(t, it.browser, it.host, { javaScript: false });
  const page = await visit("don-vi/ldld-bac-tu-liem/");
  await page.emulateMedia({ forcedColors: "active" });
  const seen = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement("p"));
    probe.style.cssText = "color:CanvasText;background:Canvas";
    const { color, backgroundColor } = getComputedStyle(probe);
    const fills = [...document.querySelectorAll(".mark-result")].map((one) => getComputedStyle(one).fill);
    const strokes = [...document.querySelectorAll(".mark-target, .mark-bound")].map((one) => getComputedStyle(one).stroke);
    return { color, backgroundColor, marks: [...new Set([...fills, ...strokes])] };
  });
  assert.notEqual(seen.color, seen.backgroundColor);
  assert.deepEqual(seen.marks, [seen.color], "every mark is in the system's colour for text");
});
