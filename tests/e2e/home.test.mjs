// The masthead, the head of the home page, and the filters as a sheet on a phone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { HomePage } from "./harness/home-page.mjs";
import { pageKinds } from "./harness/routes.mjs";
import { arrived, reader } from "./harness/visit.mjs";
import { DIR, site } from "./harness/site.mjs";

const it = site();
const kinds = await pageKinds(DIR);
const PHONE = { width: 390, hasTouch: true };
const box = (locator) => locator.evaluate((element) => element.getBoundingClientRect().toJSON());

test("masthead of a phone is one line of at most 110 px on every kind of page", async (t) => {
  for (const [width, lang] of [[390, ""], [390, "en/"], [320, ""]]) {
    const { visit } = await reader(t, it.browser, it.host, { ...PHONE, width, javaScript: false });
    for (const route of Object.values(kinds)) {
      const page = await visit(lang + route);
      const masthead = await box(page.locator(".masthead"));
      assert.ok(masthead.bottom <= 110, `${lang}${route}: ${masthead.bottom} px`);
      const [name, search, menu] = await Promise.all([".masthead__name", "#q", ".masthead__menu"].map((part) => box(page.locator(part))));
      assert.ok(search.top < name.bottom && menu.top < search.bottom, "they stand side by side");
      assert.ok(search.width > (width - 32) * 0.38, `the search is ${search.width} px wide`);
      await page.close();
    }
  }
});

test("menu of a phone has every page, the other language and the theme, and closes when a page is chosen", async (t) => {
  const { visit } = await reader(t, it.browser, it.host, PHONE);
  const page = await visit("phong-trao/");
  const link = page.locator(".masthead__nav a", { hasText: "Đơn vị" });
  assert.equal(await link.isVisible(), false);
  await page.locator(".masthead__menu summary").tap();
  for (const part of ["Từng năm", "So sánh", "Số liệu", "Dòng thời gian", "Giới thiệu"]) {
    assert.ok(await page.locator(".masthead__nav a", { hasText: part }).isVisible(), part);
  }
  assert.ok(await page.locator(".masthead__tools a[hreflang=en]").isVisible());
  assert.ok(await page.locator("[data-do=theme]").isVisible());
  await link.tap();
  await arrived(page, /\/don-vi\/$/);
  await link.waitFor({ state: "hidden" });
});

test("navigation of a wide screen stands in one row in both languages", async (t) => {
  for (const width of [768, 1000, 1280]) {
    const { visit } = await reader(t, it.browser, it.host, { width });
    for (const lang of ["", "en/"]) {
      const page = await visit(lang);
      const tops = await page.locator(".masthead__nav a:visible").evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top));
      assert.ok(tops.length >= 7 && new Set(tops).size === 1, `${width} px, ${lang || "vi"}: ${tops}`);
      await page.close();
    }
  }
});

test("home page leads with the newest year, which is one tap away, as is the comparison", async (t) => {
  const { visit } = await reader(t, it.browser, it.host, PHONE);
  const page = await visit();
  assert.match(await page.locator("h1").innerText(), /^Năm 2022: 3 đơn vị/);
  const card = await box(page.locator("#ket-qua article").first());
  assert.ok(card.top < 844, `the first card begins in the first screen: ${card.top} px`);
  await page.getByRole("link", { name: "Hà Đông, 2022: phát động, 3 số liệu" }).tap();
  await arrived(page, /\/nam\/2022\/#ldld-ha-dong$/);
  await page.goBack();
  await page.getByRole("link", { name: "So sánh các đơn vị" }).tap();
  await arrived(page, /\/so-sanh\/$/);
});

test("head of the home page makes room for the results while something is searched for", async (t) => {
  const { visit } = await reader(t, it.browser, it.host, PHONE);
  const page = await visit();
  const home = new HomePage(page);
  await home.search("son tay");
  assert.equal(await page.locator(".home__grid").isVisible(), false);
  const first = await box(page.locator("[data-result]").first());
  assert.ok(first.top < 420, `the first result stands above the keyboard: ${first.top} px`);
});

test("filters of a phone are a sheet with the number of results on its button", async (t) => {
  const { visit } = await reader(t, it.browser, it.host, PHONE);
  const page = await visit();
  const home = new HomePage(page);
  const [opener, sheet] = [page.locator(".results .sheet__open"), page.locator("#facets")];
  const focused = (selector) => page.waitForFunction((selector) => document.activeElement?.matches(selector), selector);
  await opener.tap();
  await page.getByRole("dialog", { name: "Lọc" }).waitFor();
  await focused("#facets");
  const done = sheet.locator(".sheet__foot button");
  assert.equal(await done.innerText(), "Xem 5 bài");
  const { bottom } = await box(done);
  assert.ok(bottom <= 844 && bottom > 744, `the button stands at the thumb: ${bottom} px`);
  await sheet.locator("input[name=nam][value='2022']").tap();
  await home.settled();
  assert.equal(await done.innerText(), "Xem 3 bài");
  await done.tap();
  await sheet.waitFor({ state: "hidden" });
  await focused(".sheet__open");
  assert.equal(await home.announced(), 3);
  assert.match(await opener.innerText(), /\(1\)/);

  // By keyboard: the focus stays in the sheet, Escape closes it.
  await page.keyboard.press("Enter");
  await focused("#facets");
  await page.keyboard.press("Shift+Tab");
  await focused(".sheet__foot button");
  await page.keyboard.press("Tab");
  await focused("#facets input");
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "hidden" });
  await focused(".sheet__open");
  assert.equal(await page.getByRole("dialog").count(), 0);
});

test("facets do not stand between a keyboard user and the results", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("href")), "#ket-qua");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "ket-qua");
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => !!document.activeElement?.closest("#ket-qua")));
  const other = await visit("phong-trao/");
  assert.equal(await other.locator(".masthead a[href='#ket-qua']").isVisible(), false);
});

test("newest articles come first, the best matches while words are searched for", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit();
  const home = new HomePage(page);
  const sort = page.locator("select[name=xep]");
  assert.equal(await sort.inputValue(), "newest");
  await home.search("lao dong gioi");
  assert.equal(await sort.inputValue(), "relevance");
  await sort.selectOption("newest");
  await page.waitForURL(/xep=newest/);
  await home.search("");
  assert.equal(await sort.inputValue(), "newest");
  await sort.selectOption("oldest");
  await page.waitForURL(/\?xep=oldest$/);
  await sort.selectOption("newest");
  await page.waitForURL((url) => url.search === "");
  const old = await visit("?xep=newest");
  assert.equal(await old.locator("select[name=xep]").inputValue(), "newest");
});

test("home page without JavaScript is as high as with it", async (t) => {
  for (const width of [390, 1280]) {
    const heights = [];
    for (const javaScript of [true, false]) {
      const context = await it.browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: javaScript, serviceWorkers: "block" });
      t.after(() => context.close());
      const page = await context.newPage();
      await page.goto(it.host.url);
      heights.push((await box(page.locator("body"))).height);
    }
    assert.ok(heights[1] < heights[0] * 1.2, `${width} px: ${heights}`);
  }
});
