// Main journeys of readers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { arrived, reader } from "./harness/visit.mjs";
import { HomePage } from "./harness/home-page.mjs";
import { site } from "./harness/site.mjs";

const it = site();

test("search, article, campaign, and a copied link that opens the same page", async (t) => {
  const { context, visit } = await reader(t, it.browser, it.host);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await visit();
  const home = new HomePage(page);
  await home.search("thi dua");
  await home.cards.first().getByRole("heading", { level: 2 }).getByRole("link").click();
  await arrived(page, /\/bai-viet\/[^/]+\/$/);
  const article = await page.getByRole("heading", { level: 1 }).innerText();
  assert.ok(article.length > 0);

  await page.locator('main a[href*="/phong-trao/"]').first().click();
  await arrived(page, /\/phong-trao\/[^/]+\/$/);
  const campaign = await page.getByRole("heading", { level: 1 }).innerText();
  const title = await page.title();
  await page.getByRole("button", { name: "Chép liên kết" }).click();
  await page.getByText("Đã chép").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(link, page.url());

  const other = await reader(t, it.browser, it.host);
  const opened = await other.visit(link);
  assert.equal(await opened.getByRole("heading", { level: 1 }).innerText(), campaign);
  assert.equal(await opened.title(), title);
});

test("filters are in the address, survive a reload, and Back removes them one by one", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit();
  const home = new HomePage(page);
  assert.equal(await home.announced(), 5);
  await home.tick("Năm", /2022/);
  const ofYear = await home.headlines();
  assert.ok(ofYear.length > 1 && ofYear.length < 5);
  await home.tick("Đơn vị", /Sơn Tây/);
  assert.equal(await home.announced(), 1);
  const both = await home.headlines();
  assert.deepEqual([...new URL(page.url()).searchParams.keys()].sort(), ["don-vi", "nam"]);

  await page.reload();
  await page.locator("html[data-live]").waitFor({ state: "attached" });
  assert.deepEqual(await home.headlines(), both);

  await page.goBack();
  await home.settled();
  assert.deepEqual(await home.headlines(), ofYear);
  await page.goBack();
  await home.settled();
  assert.equal(await home.announced(), 5);
  assert.equal(page.url(), it.host.url);
});

test("Back from an article restores the results", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit();
  const home = new HomePage(page);
  await home.search("sang kien");
  const before = await home.headlines();
  await home.cards.last().getByRole("heading", { level: 2 }).getByRole("link").click();
  await arrived(page, /\/bai-viet\//);
  await page.goBack();
  await home.settled();
  assert.deepEqual(await home.headlines(), before);
  assert.equal(await home.box.inputValue(), "sang kien");
});

test("Back restores the scroll position, and a link leads to the top of the next page", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit("phong-trao/");
  const link = page.locator('main a[href*="/phong-trao/"]').last();
  await link.scrollIntoViewIfNeeded();
  const left = await page.evaluate(() => scrollY);
  assert.ok(left > 300);
  await link.click();
  await page.waitForFunction(() => scrollY === 0 && document.activeElement?.id === "main");
  await page.goBack();
  await page.waitForFunction((y) => Math.abs(scrollY - y) < 2, left);
});

test("language link leads to the same page", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit("phong-trao/lao-dong-gioi-lao-dong-sang-tao/");
  assert.equal(await page.locator("html").getAttribute("lang"), "vi");
  await page.getByRole("link", { name: "English" }).click();
  await arrived(page, new URL("en/phong-trao/lao-dong-gioi-lao-dong-sang-tao/", it.host.url).href);
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await page.getByRole("button", { name: "Copy link" }).waitFor();
  await page.getByRole("link", { name: "Tiếng Việt" }).click();
  await page.getByRole("button", { name: "Chép liên kết" }).waitFor();
  assert.equal(await page.locator("html").getAttribute("lang"), "vi");
});

test("figure links to its evidence, and the evidence to its line in the article", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit();
  const quote = page.locator('#ket-qua a[href*="/so-lieu/"]').first();
  const printed = (await quote.innerText()).trim();
  await quote.click();
  await arrived(page, /\/so-lieu\/[^/]+\/$/);
  assert.ok((await page.getByRole("main").innerText()).includes(printed), "the printed words are on the figure's page");
  await page.locator('main a[href*="#dong-"]').first().click();
  await arrived(page, /\/bai-viet\/[^/]+\/#dong-\d+$/);
  const place = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
  assert.ok((await place.innerText()).includes(printed), "the place in the article shows the same words");
});

test("chosen theme is kept", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit();
  const ink = (where) => where.evaluate(() => getComputedStyle(document.querySelector("h1")).color);
  const light = await ink(page);
  await page.getByRole("button", { name: "Sáng / tối" }).click();
  const dark = await ink(page);
  assert.notEqual(dark, light);
  assert.equal(await ink(await visit("gioi-thieu/")), dark);
});

test("search and results by keyboard", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit();
  const home = new HomePage(page);
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
  const results = async () => (await page.locator("[data-result]").allTextContents()).map((text) => text.trim());

  await page.keyboard.press("/");
  await page.keyboard.type("thi dua");
  await home.settled();
  assert.equal(await home.box.inputValue(), "thi dua");
  const [first, second] = await results();
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(), first);
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(), second);
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "q", "Esc leads back to the box");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await arrived(page, /\/phong-trao\/[^/]+\/$/);
  assert.ok(first.startsWith(await page.getByRole("heading", { level: 1 }).innerText()), first);

  await page.keyboard.press("Control+k");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "q", "Ctrl+K reaches the box from any page");
  await page.keyboard.type("sang kien");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.searchParams.get("q") === "sang kien");
  assert.ok((await home.headlines()).length > 0);
});

test("first Tab focuses the skip link", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit("phong-trao/");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("href")), "#main");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "main");
});
