// Explorer with a chunked index: pages and downloads are the same as with the whole corpus, and failures are reported.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { clickInMenu } from "./harness/menu.mjs";
import { serve } from "./harness/static-host.mjs";
import { launch } from "./harness/browser.mjs";
import { BASE, sampleSites } from "./harness/sample-sites.mjs";
import { arrived, reader } from "./harness/visit.mjs";

const it = {};
/** Overrides responses of the host, by path below the base. */
let instead = () => undefined;

before(async () => {
  it.samples = await sampleSites();
  const sample = (search) => it.samples.build({ articles: "500", seed: "4", search });
  it.host = await serve({ dir: await sample("pieces"), base: BASE, override: (path) => instead(path) });
  it.whole = await serve({ dir: await sample("whole"), base: BASE });
  it.browser = await launch();
});
after(async () => {
  await it.browser?.close();
  await it.host?.close();
  await it.whole?.close();
  await it.samples?.remove();
});

/** Overrides the response for some chunks until the end of the test. */
function answer(t, pieces, response) {
  instead = (path) => (pieces.test(path) ? response : undefined);
  t.after(() => (instead = () => undefined));
}

/** Waits until rows and charts are final. */
async function complete(page) {
  await page.locator("main:not([aria-busy])").waitFor();
  await page.waitForLoadState("networkidle");
}

/** Clicks a download button; returns name and text of the file. */
async function saved(page, format) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    clickInMenu(page.locator(`.take [data-chart=""][data-format=${format}]`)),
  ]);
  // The two hosts have different ports.
  const text = (await readFile(await download.path(), "utf8")).replaceAll(/http:\/\/[^/]+\//g, "/");
  return { name: download.suggestedFilename(), text };
}

/** Asserts that two files are equal, without printing their text. */
function assertSame(one, other, what) {
  assert.equal(one.name, other.name, what);
  assert.ok(one.text === other.text, `${what}: ${one.text.length} and ${other.text.length} characters`);
}

test("views and their downloads equal those of the whole corpus", async (t) => {
  const one = await reader(t, it.browser, it.host);
  const other = await reader(t, it.browser, it.whole);
  const asked = [];
  one.context.on("request", (request) => asked.push(request.url().replace(/.*\//, "")));
  for (const query of [
    "?vai-tro=target",
    "?vai-tro=result&trang=2",
    "?vai-tro=result&xep=-gia-tri&trang=3",
    "en/so-lieu/?xep=phong-trao",
    "en/so-lieu/?dem=vnd&xem=bieu-do",
    "?xem=bieu-do",
    "?nam=1900",
    "?don-vi=khong-co",
  ]) {
    const path = query.startsWith("?") ? `so-lieu/${query}` : query;
    const [inPieces, whole] = [await one.visit(path), await other.visit(path)];
    await complete(inPieces);
    const seen = (page) => page.locator("main").innerText();
    assert.ok((await seen(inPieces)) === (await seen(whole)), path);
    if (await whole.locator('.take [data-chart=""]').count()) {
      for (const format of ["csv", "ris"]) {
        assertSame(await saved(inPieces, format), await saved(whole, format), `${path} ${format}`);
      }
    }
    await inPieces.close();
    await whole.close();
  }
  assert.ok(!asked.some((name) => name.startsWith("corpus")), "the corpus is not loaded");
});

test("downloads of search results equal those of the whole corpus", async (t) => {
  const one = await reader(t, it.browser, it.host);
  const other = await reader(t, it.browser, it.whole);
  const pages = [await one.visit("?q=sang+kien"), await other.visit("?q=sang+kien")];
  for (const page of pages) await complete(page);
  for (const format of ["txt", "bib", "csl", "csv"]) {
    const [part, whole] = [await saved(pages[0], format), await saved(pages[1], format)];
    assert.ok(whole.text.length > 500);
    assertSame(part, whole, format);
  }
});

test("chart of a static page is saved as a picture", async (t) => {
  const { context, visit } = await reader(t, it.browser, it.host);
  const other = await reader(t, it.browser, it.whole);
  const list = await visit("don-vi/");
  const path = new URL(await list.locator("main a[href*='/don-vi/']").first().getAttribute("href"), it.host.url).pathname.replace(BASE, "");
  const asked = [];
  context.on("request", (request) => asked.push(request.url()));
  const [page, whole] = [await visit(path), await other.visit(path)];
  const picture = async (page) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      clickInMenu(page.locator("figure.chart [data-format=svg]").first()),
    ]);
    return (await readFile(await download.path(), "utf8")).replaceAll(/http:\/\/[^/]+\//g, "/");
  };
  assert.ok((await picture(page)) === (await picture(whole)));
  assert.ok(!asked.some((url) => /corpus/.test(url)));
});

test("table pagination works by keyboard and by address", async (t) => {
  const { visit } = await reader(t, it.browser, it.host, { width: 390 });
  const page = await visit("so-lieu/?vai-tro=result");
  await complete(page);
  const first = await page.locator("table.figures tbody tr").first().innerText();
  const rows = await page.locator("table.figures tbody tr").count();
  assert.equal(rows, 24);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  assert.ok(height <= 4 * 844, `the page is ${height} px high`);
  await page.evaluate(() => (window.isSame = true));
  await page.locator("nav.leaves a[rel=next]").first().focus();
  await page.keyboard.press("Enter");
  await arrived(page, /trang=2#bang/);
  await complete(page);
  assert.ok(await page.evaluate(() => window.isSame), "no page was loaded for it");
  const top = await page.locator("#bang").evaluate((heading) => heading.getBoundingClientRect().top);
  assert.ok(top >= 0 && top < 400, `the reader stands at the table, not ${top} px from it`);
  assert.notEqual(await page.locator("table.figures tbody tr").first().innerText(), first);
  assert.match(await page.locator("nav.leaves").first().innerText(), /Dòng \d+–\d+ trên/);
  await page.goBack();
  await complete(page);
  assert.equal(await page.locator("table.figures tbody tr").first().innerText(), first);
  await page.locator(".sheet__open").click();
  await page.locator("select[name=vai-tro]").selectOption("target");
  await page.waitForURL(/vai-tro=target$/);
  await complete(page);
  const see = page.locator(".sheet__foot button");
  assert.match(await see.innerText(), /Xem [\d.]+ số liệu/);
  await see.click();
  await page.locator(".choices").waitFor({ state: "hidden" });
});

test("table is sorted over all its pages, and the focus stays on the head", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit("so-lieu/?vai-tro=result&trang=2");
  await complete(page);
  const years = () => page.locator("td.figures__when").allInnerTexts().then((all) => all.map((one) => Number(one.match(/\d{4}/)?.[0] ?? 0)));
  const head = page.locator("#xep-nam");
  await head.focus();
  await page.keyboard.press("Enter");
  await arrived(page, /\?vai-tro=result&xep=-nam$/);
  await complete(page);
  assert.equal(await page.locator("th[aria-sort=descending]").innerText().then((name) => name.replace(/\W+$/u, "")), "Năm");
  assert.ok(await head.evaluate((head) => head === document.activeElement), "the focus is not lost");
  const first = await years();
  assert.deepEqual(first, first.toSorted((a, b) => b - a));
  await page.locator("nav.leaves a[rel=next]").click();
  await arrived(page, /xep=-nam&trang=2#bang$/);
  await complete(page);
  const second = await years();
  assert.ok(second[0] <= first.at(-1), "page 2 continues the order");
  await page.keyboard.press("Tab");
  await head.click();
  await arrived(page, /\?vai-tro=result&xep=nam$/);
  await complete(page);
  const oldest = (await years()).filter(Boolean);
  assert.deepEqual(oldest, oldest.toSorted((a, b) => a - b));
});

test("values are sorted within their unit", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit("so-lieu/?vai-tro=result&xep=-gia-tri");
  await complete(page);
  const units = await page.locator("table.figures tbody .figures__unit").allInnerTexts();
  assert.ok(units.length > 0 && new Set(units).size === units.length, `${units}`);
  const one = await visit("so-lieu/?dem=individual&xep=-gia-tri");
  await complete(one);
  const values = await one.locator("th.printed-cell").allInnerTexts();
  const numbers = values.map((words) => Number(words.match(/\d[\d.]*/)?.[0].replaceAll(".", ""))).filter((number) => number > 0);
  assert.ok(numbers.length > 5);
  assert.deepEqual(numbers, numbers.toSorted((a, b) => b - a));
});

test("value search finds an organisation by a part of its name without diacritics", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit("so-lieu/");
  const finder = page.locator("details.finder").first();
  assert.ok((await page.locator("details.finder").count()) > 0, "a property with many values");
  await finder.locator("summary").click();
  const names = finder.locator("li button");
  const name = await names.nth(3).innerText();
  const typed = name.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D").replace(/\(.*/, "").replaceAll(/[“”]/g, "");
  await finder.locator("input").fill(typed);
  await page.waitForFunction((most) => document.querySelectorAll("details.finder[open] li").length < most, 10);
  assert.ok((await names.allInnerTexts()).some((one) => one.startsWith(name.replace(/\(.*/, ""))));
  await names.filter({ hasText: name.replace(/ \(.*/, "") }).first().focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/so-lieu\/\?/);
  await complete(page);
  assert.equal(await finder.getAttribute("open"), null);
  assert.ok((await finder.locator("summary").innerText()).includes(name.replace(/ \(.*/, "")));
  assert.ok(await finder.locator("summary").evaluate((summary) => summary === document.activeElement), "the focus is not lost");
});

for (const [what, response] of Object.entries({
  "that are missing": { status: 404, body: "" },
  "that are an HTML page": { body: "<!doctype html><title>Welcome</title>" },
})) {
  test(`facts ${what} are reported and requested again`, async (t) => {
    const { visit } = await reader(t, it.browser, it.host, { expected: [/\.bin/] });
    const page = await visit("so-lieu/");
    answer(t, /\/f\d+-\w+\.bin$/, response);
    await page.locator("select[name=vai-tro]").selectOption("target");
    const alert = page.locator("main").getByRole("alert");
    await alert.waitFor();
    assert.match(await alert.innerText(), /Không tải được/);
    assert.match(await page.locator(".results__count").innerText(), /\d+ trên/);
    instead = () => undefined;
    await page.locator("select[name=vai-tro]").selectOption("plan");
    await page.locator("table.figures").waitFor();
    assert.equal(await alert.count(), 0);
  });

  test(`download with facts ${what} is not saved incompletely`, async (t) => {
    const { visit } = await reader(t, it.browser, it.host, { expected: [/\.bin/] });
    const page = await visit("so-lieu/?vai-tro=result");
    await complete(page);
    let downloads = 0;
    page.on("download", () => (downloads += 1));
    answer(t, /\/[fm]\d+-\w+\.bin$/, response);
    await clickInMenu(page.locator('.take [data-chart=""][data-format=csv]'));
    await page.locator(".take__said", { hasText: "chưa lưu gì" }).waitFor();
    assert.equal(downloads, 0);
    instead = () => undefined;
    assert.ok((await saved(page, "csv")).text.length > 1000);
  });
}

test("explorer reports a lost network and continues when it is back", async (t) => {
  const { context, visit } = await reader(t, it.browser, it.host, { expected: [/DISCONNECTED|Failed to fetch/, /^console warning: .* Offline/] });
  const page = await visit("so-lieu/?vai-tro=target");
  await complete(page);
  await context.setOffline(true);
  await page.locator("select[name=vai-tro]").selectOption("result");
  await page.getByText("Không có mạng.").waitFor();
  await context.setOffline(false);
  await page.locator("select[name=vai-tro]").selectOption("plan");
  await page.locator("table.figures").waitFor();
});

test("only the last of quick choices is shown", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit("so-lieu/");
  for (const role of ["target", "result", "plan", "input", "participation"]) {
    await page.locator("select[name=vai-tro]").selectOption(role);
  }
  await complete(page);
  const direct = await visit("so-lieu/?vai-tro=participation");
  await complete(direct);
  assert.equal(await page.locator("main").innerText(), await direct.locator("main").innerText());
});
