// What readers take away: workbooks, opened by another program; CSV for people and for programs; citations with their date; the
// page about the data, which only the builder makes.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { clickInMenu } from "./harness/menu.mjs";
import { DIR, site } from "./harness/site.mjs";
import { pageKinds } from "./harness/routes.mjs";
import { reader } from "./harness/visit.mjs";

const it = site();
const kinds = await pageKinds(DIR);
const corpus = JSON.parse(await readFile(join(DIR, "corpus.json"), "utf8"));
const PYTHON = process.env.FORMATS_PYTHON;
const skip = PYTHON ? false : "what reads workbooks is not installed; scripts/test says why";
const READER = fileURLToPath(new URL("../formats/read_workbook.py", import.meta.url));
const run = promisify(execFile);

/** Returns the sheets of a workbook, read by another program. */
const sheetsOf = async (path) => JSON.parse((await run(PYTHON, [READER, path], { maxBuffer: 1 << 28 })).stdout);

/** Saves the file of the first button with this format, and returns it. */
async function take(page, format, bar = ".take") {
  const button = page.locator(`${bar} [data-do=take][data-format=${format}]`).first();
  const [download] = await Promise.all([page.waitForEvent("download"), clickInMenu(button)]);
  return download;
}

/** Checks a workbook of figures, and returns its rows without the header. */
function checkFigures(sheets, host, [value, line, link]) {
  const [figures, notes] = sheets;
  assert.equal(sheets.length, 2);
  assert.ok([figures, notes].every(({ frozen }) => frozen === "A2"), "headers are frozen");
  assert.ok(figures.widths.some((width) => width > 30), "columns are as wide as what they hold");
  const [head, ...rows] = figures.rows;
  const at = (name) => head.findIndex(([, title]) => title === name);
  for (const row of rows) {
    for (const name of [value, line]) assert.equal(row[at(name)][0], "n", `${name}: ${JSON.stringify(row[at(name)])}`);
    assert.ok(row.every(([type]) => type !== "f"), "no formula");
    assert.match(row[at(link)][2], new RegExp(`^${host}.*/so-lieu/[^/]+/$`), "the link leads to the evidence");
  }
  return rows;
}

for (const [lang, words] of [["", ["Giá trị", "Dòng", "Liên kết"]], ["en/", ["Value", "Line", "Link"]]]) {
  for (const [kind, path] of [["explorer", "so-lieu/"], ["campaign", kinds.campaign], ["organisation", kinds.organisation], ["search", "?q=thi"]]) {
    test(`workbook of the ${kind}${lang && " in English"} has numbers, a frozen header and links`, { skip }, async (t) => {
      const { visit } = await reader(t, it.browser, it.host);
      const page = await visit(lang + path);
      if ((await page.locator("[data-do=take][data-format=xlsx]").count()) === 0) return t.skip("nothing to take there");
      // Charts without figures have a table of their own; the last bar is that of all figures.
      const bars = page.locator(".take:has([data-format=bib])");
      if ((await bars.count()) === 0) return t.skip("no table there");
      const [download] = await Promise.all([page.waitForEvent("download"), clickInMenu(bars.first().locator("[data-format=xlsx]"))]);
      assert.match(download.suggestedFilename(), /^thi-dua-.*\.xlsx$/);
      const rows = checkFigures(await sheetsOf(await download.path()), "https?://", words);
      assert.ok(rows.length > 0);
    });
  }
}

test("workbook of all figures has every figure of the corpus", { skip }, async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit("so-lieu/");
  const download = await take(page, "xlsx", ".take:has([data-format=bib])");
  const rows = checkFigures(await sheetsOf(await download.path()), "https?://", ["Giá trị", "Dòng", "Liên kết"]);
  assert.equal(rows.length, corpus.articles.flatMap(({ figures }) => figures ?? []).length);
  assert.equal(await page.locator(".take__said", { hasText: "Đã lưu" }).count(), 1);
});

test("workbook of the builder has all tables", { skip }, async () => {
  const sheets = await sheetsOf(join(DIR, "du-lieu/thi-dua.xlsx"));
  const figures = sheets.find(({ name }) => name === "figures");
  assert.equal(figures.rows.length - 1, corpus.articles.flatMap((article) => article.figures ?? []).length);
  assert.ok(sheets.every(({ frozen }) => frozen === "A2"));
});

test("workbook program that cannot be loaded is reported, and nothing is saved", async (t) => {
  const { context, visit } = await reader(t, it.browser, it.host, { expected: [/xlsx|ERR_FAILED/] });
  // Requests of a worker: the script by the page, the WebAssembly by the worker.
  await context.route(/xlsx-\w+(_bg\.wasm|\.js)/, (route) => route.abort());
  const page = await visit("so-lieu/");
  page.on("download", () => assert.fail("nothing is saved"));
  await clickInMenu(page.locator(".take [data-format=xlsx]").first());
  await page.locator(".take__said", { hasText: "Không tạo được tệp" }).waitFor();
});

test("CSV for programs is plain, that for Excel is for people", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit("so-lieu/");
  const bar = ".take:has([data-format=bib])";
  const plain = await readFile(await (await take(page, "plain", bar)).path(), "utf8");
  const excel = await readFile(await (await take(page, "csv", bar)).path(), "utf8");
  assert.match(plain, /^id,label_vi,label_en,comparator,value,/);
  assert.ok(excel.startsWith("\ufeffMã số liệu,"));
  assert.equal(plain.split("\r\n").length, excel.split("\r\n").length);
});

test("copied citations state the page and the day", async (t) => {
  for (const [lang, accessed] of [["", /Dữ kiện: http\S+, truy cập ngày \d+\/\d+\/\d{4}\.$/], ["en/", /Facts: http\S+, accessed \d+ \w+ \d{4}\.$/]]) {
    for (const path of [kinds.article, kinds.campaign, kinds.organisation, kinds.figure]) {
      const { context, visit } = await reader(t, it.browser, it.host);
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      const page = await visit(lang + path);
      await page.locator(".page-tools [data-facts]").click();
      await page.locator(".page-tools .copy__said", { hasText: lang ? "Copied" : "Đã chép" }).waitFor();
      const text = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(text, accessed);
      assert.doesNotMatch(text, /\(\)|, ,|\.\.|undefined|null/);
    }
  }
});

test("saved BibTeX, RIS and CSL-JSON state the day", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit(kinds.article);
  await page.locator("details.cite > summary").first().click();
  const texts = [];
  for (const link of await page.locator(".cite__form a[download]").all()) {
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    texts.push(await readFile(await download.path(), "utf8"));
  }
  const [bib, ris, csl] = texts;
  assert.match(bib, /\n {2}urldate = \{\d{4}-\d{2}-\d{2}\},\n/);
  assert.match(ris, /\r?\nY2 {2}- \d{4}\/\d{2}\/\d{2}\/\r?\n/);
  const [[year, month, day]] = JSON.parse(csl)[0].accessed["date-parts"];
  assert.ok(year >= 2026 && month >= 1 && month <= 12 && day >= 1 && day <= 31);
});

for (const [lang, title, other] of [["", "Dữ liệu", "Data"], ["en/", "Data", "Dữ liệu"]]) {
  test(`page about the data is shown after a click without a reload${lang && ", in English"}`, async (t) => {
    const { visit } = await reader(t, it.browser, it.host);
    const page = await visit(lang || "");
    await page.evaluate(() => (window.stays = true));
    await page.locator(".foot__links").getByRole("link", { name: title, exact: true }).click();
    await page.locator("h1", { hasText: title }).waitFor();
    assert.match(new URL(page.url()).pathname, new RegExp(`/${lang}du-lieu/$`));
    const columns = await page.locator(".dictionary tbody tr").count();
    assert.ok(columns > 60, `${columns} columns`);
    await page.locator(".masthead a[hreflang]").first().click();
    await page.locator("h1", { hasText: other }).waitFor();
    assert.equal(await page.evaluate(() => window.stays), true, "no reload");
    await page.goBack();
    await page.locator("h1", { hasText: title }).waitFor();
  });
}
