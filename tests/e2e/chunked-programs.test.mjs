// With a chunked index pages load the search-only engine first; the full engine replaces it on demand, unnoticed by the reader.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { clickInMenu } from "./harness/menu.mjs";
import { serve } from "./harness/static-host.mjs";
import { launch } from "./harness/browser.mjs";
import { HomePage } from "./harness/home-page.mjs";
import { BASE, sampleSites } from "./harness/sample-sites.mjs";
import { arrived, reader, waitForHydration } from "./harness/visit.mjs";

const it = {};

before(async () => {
  it.samples = await sampleSites();
  it.host = await serve({ dir: await it.samples.build({ articles: "90", seed: "6", search: "pieces" }), base: BASE });
  it.browser = await launch();
});
after(async () => {
  await it.browser?.close();
  await it.host?.close();
  await it.samples?.remove();
});

/** Returns all headlines, including those of cards outside of the viewport, which are not laid out. */
const headlines = (page) => page.locator(".card [data-result]").allTextContents();

/** Records the names of WebAssembly programs that are loaded from now on. */
function programs(context) {
  const fetched = [];
  context.on("request", (request) => /\.wasm$/.test(request.url()) && fetched.push(request.url().replace(/.*\/|-\w+_bg\.wasm/g, "")));
  return fetched;
}

test("search and reading need the search-only engine; a figure filter loads the full engine once", async (t) => {
  const { context, visit } = await reader(t, it.browser, it.host);
  const fetched = programs(context);
  const page = await visit();
  const home = new HomePage(page);
  await home.search("lao động giỏi");
  const found = await headlines(page);
  await page.locator(".card [data-result]").first().click();
  await arrived(page, /\/bai-viet\//);
  await page.getByRole("navigation").getByRole("link", { name: "Số liệu" }).first().click();
  await arrived(page, /\/so-lieu\/$/);
  assert.deepEqual(fetched.toSorted(), ["search", "thi-dua-app"]);
  await page.locator("select").first().selectOption({ index: 1 });
  await arrived(page, /\/so-lieu\/\?/);
  await page.locator("main table tbody tr").first().waitFor();
  assert.deepEqual(fetched.toSorted(), ["engine", "search", "thi-dua-app"]);
  await page.goto(it.host.url);
  await waitForHydration(page);
  await new HomePage(page).search("lao động giỏi");
  assert.deepEqual(await headlines(page), found);
});

test("full engine continues the state of the search-only engine", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit("?q=thi+dua");
  const home = new HomePage(page);
  const found = await headlines(page);
  await page.getByRole("navigation").getByRole("link", { name: "Số liệu" }).first().click();
  await arrived(page, /\/so-lieu\/$/);
  await page.locator("select").first().selectOption({ index: 1 });
  await arrived(page, /\/so-lieu\/\?/);
  await page.goBack();
  await page.goBack();
  await arrived(page, /q=thi\+dua/);
  assert.deepEqual(await headlines(page), found);
  await home.search("lao dong");
  assert.ok((await headlines(page)).length > 0);
});

test("download of search results loads the full engine and keeps the results", async (t) => {
  const { context, visit } = await reader(t, it.browser, it.host);
  const fetched = programs(context);
  const page = await visit("?q=sang+kien");
  await page.waitForLoadState("networkidle");
  // The status of the download itself changes.
  const results = () =>
    page.locator("#ket-qua").evaluate((list) => {
      const copied = list.cloneNode(true);
      for (const said of copied.querySelectorAll(".take__said")) said.textContent = "";
      return copied.textContent;
    });
  const before = await results();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    clickInMenu(page.locator('.take [data-chart=""][data-format=csv]')),
  ]);
  assert.ok((await readFile(await download.path(), "utf8")).split("\n").length > 2);
  assert.deepEqual(fetched.toSorted(), ["engine", "search", "thi-dua-app"]);
  await page.waitForLoadState("networkidle");
  assert.equal(await results(), before);
});

test("link to a view of figures loads only the full engine", async (t) => {
  const { context, visit } = await reader(t, it.browser, it.host);
  const fetched = programs(context);
  const page = await visit("en/so-lieu/?vai-tro=target");
  await page.locator("main table tbody tr").first().waitFor();
  assert.deepEqual(fetched.toSorted(), ["engine", "thi-dua-app"]);
});

test("full engine that cannot be loaded is reported, and links load pages", async (t) => {
  const { context, visit } = await reader(t, it.browser, it.host, { expected: [/engine|Failed to load|WebAssembly|Worker/i] });
  await context.route("**/engine-*", (route) => route.fulfill({ status: 404, body: "" }));
  const page = await visit("so-lieu/");
  await page.locator("select").first().selectOption({ index: 1 });
  assert.match(await page.getByRole("alert").innerText(), /Không tải được chương trình/);
  await page.getByRole("navigation").getByRole("link", { name: "Phong trào" }).first().click();
  await arrived(page, /\/phong-trao\/$/);
});
