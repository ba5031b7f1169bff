// Search by queries with and without diacritics, in old and new spelling, and by abbreviations.

import assert from "node:assert/strict";
import { test } from "node:test";
import { reader, waitForHydration } from "./harness/visit.mjs";
import { HomePage } from "./harness/home-page.mjs";
import { site } from "./harness/site.mjs";

const it = site();

/** Opens the home page and runs a search. */
async function searched(t, words) {
  const { visit } = await reader(t, it.browser, it.host);
  const home = new HomePage(await visit());
  await home.search(words);
  return home;
}

/** Returns the headlines of the results, after checking that the stated number is that of the cards. */
async function found(home) {
  const headlines = await home.headlines();
  assert.equal(await home.announced(), headlines.length, "the count agrees with what is listed");
  return headlines;
}

test("query without diacritics finds all words that fold to it", async (t) => {
  const home = await searched(t, "lao dong gioi");
  assert.ok((await found(home)).length > 0);
  const marked = await home.marked();
  assert.ok(marked.some((text) => text.includes("lao động giỏi")), `marked: ${marked}`);
});

test("queries with and without diacritics find the same articles if only one spelling is printed", async (t) => {
  const home = await searched(t, "lao dong gioi");
  const folded = (await found(home)).sort();
  await home.search("Lao động giỏi");
  assert.deepEqual((await found(home)).sort(), folded);
});

test("old and new tone placement find the same articles", async (t) => {
  const home = await searched(t, "văn hoá");
  const placed = await found(home);
  assert.ok(placed.length > 0);
  await home.search("văn hóa");
  assert.deepEqual(await found(home), placed);
});

test("decomposed and composed spelling find the same articles", async (t) => {
  const home = await searched(t, "sáng kiến");
  const composed = await found(home);
  assert.ok(composed.length > 0);
  await home.search("sáng kiến".normalize("NFD"));
  assert.deepEqual(await found(home), composed);
});

test("lower-case abbreviation finds itself and its expansion", async (t) => {
  const home = await searched(t, "ldld");
  assert.equal((await found(home)).length, 5);
});

test("quoted phrase matches exactly", async (t) => {
  const home = await searched(t, '"công nhân giỏi"');
  assert.ok((await found(home)).length > 0);
  for (const text of await home.marked()) assert.equal(text, "công nhân giỏi");
});

test("word with a minus excludes its articles", async (t) => {
  const home = await searched(t, "thi đua");
  const all = await found(home);
  await home.search("thi đua -covid");
  const rest = await found(home);
  assert.ok(rest.length > 0 && rest.length < all.length, `${rest.length} of ${all.length}`);
  await home.search("thi đua covid");
  const left = await found(home);
  assert.deepEqual([...rest, ...left].sort(), [...all].sort(), "with and without it make all");
});

test("last word matches as a prefix", async (t) => {
  const home = await searched(t, "sang ki");
  assert.ok((await found(home)).length > 0);
});

test("one typo in a word of four letters or more is corrected", async (t) => {
  const home = await searched(t, "phonq trao");
  assert.ok((await found(home)).length > 0);
});

test("empty result is explained", async (t) => {
  const home = await searched(t, "xyzxyz");
  assert.deepEqual(await found(home), []);
  assert.match(await home.page.locator("#ket-qua").innerText(), /Không có bài nào khớp/);
});

test("query is in the address, and the address restores it", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const home = new HomePage(await visit());
  await home.search("sáng kiến & “100%”");
  const headlines = await home.headlines();
  await home.page.waitForURL((url) => url.searchParams.has("q"));
  const address = home.page.url();
  assert.equal(new URL(address).searchParams.get("q"), "sáng kiến & “100%”");
  const again = new HomePage(await visit(address));
  assert.equal(await again.box.inputValue(), "sáng kiến & “100%”");
  assert.deepEqual(await again.headlines(), headlines);
  await again.search("");
  // An empty query leaves no parameter.
  await again.page.waitForURL(it.host.url);
});

test("query typed before hydration is searched", async (t) => {
  const { context, visit } = await reader(t, it.browser, it.host);
  let letEngineCome;
  await context.route("**/search-*.wasm", async (route) => {
    await new Promise((done) => (letEngineCome = done));
    await route.continue();
  });
  const page = await visit("", { live: false });
  const home = new HomePage(page);
  await home.box.fill("sáng kiến");
  letEngineCome();
  await waitForHydration(page);
  await home.settled();
  assert.equal(await home.box.inputValue(), "sáng kiến");
  assert.deepEqual(await home.marked(), ["sáng kiến"]);
});

test("question in words finds the three districts, and says nothing that sounds like failure", async (t) => {
  const home = await searched(t, "quan nao lao dong gioi nam 2022");
  assert.equal((await found(home)).length, 3);
  assert.equal((await home.page.locator(".results__notes").innerText()).trim(), "");
});

test("results are grouped by kind, the best of each first", async (t) => {
  const home = await searched(t, "lao dong gioi ha dong");
  const groups = await home.page.locator("#ket-qua .group__name").allInnerTexts();
  assert.deepEqual(groups.filter((name) => name !== "Số liệu"), ["Phong trào", "Đơn vị", "Bài báo"]);
  const first = home.page.locator("#ket-qua .group__row").first();
  assert.match(await first.innerText(), /^Lao động giỏi/);
  await first.click();
  await home.page.waitForURL(/\/phong-trao\/danh-hieu-lao-dong-gioi\/$/);
});

test("empty result offers a way out, one tap away", async (t) => {
  const home = await searched(t, "lao dong gioi xyzxyz");
  assert.deepEqual(await found(home), []);
  const way = home.page.locator(".ways-out a").first();
  assert.equal((await way.innerText()).trim(), "Bỏ “xyzxyz”: 5 bài");
  await way.click();
  await home.page.waitForURL((url) => url.searchParams.get("q")?.trim() === "lao dong gioi");
  await home.settled();
  assert.equal((await found(home)).length, 5);
  assert.equal((await home.box.inputValue()).trim(), "lao dong gioi");
});

test("suggestions are a list under the box: arrows, Enter, Esc, touch", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit("phong-trao/");
  const box = page.locator("#q");
  const options = page.getByRole("listbox").getByRole("option");
  await box.pressSequentially("hoang m");
  await options.first().waitFor();
  assert.equal(await box.getAttribute("aria-expanded"), "true");
  await page.keyboard.press("Escape");
  assert.equal(await box.getAttribute("aria-expanded"), "false");
  assert.equal(await box.inputValue(), "hoang m", "Esc closes the list and keeps the text");
  await page.keyboard.type("ai");
  await page.locator("#q-goi-y:not([hidden])").waitFor();
  const count = await options.count();
  for (let at = 0; at < count; at += 1) {
    await page.keyboard.press("ArrowDown");
    const active = page.locator(`#${await box.getAttribute("aria-activedescendant")}`);
    assert.equal(await active.getAttribute("aria-selected"), "true");
    if (/^Liên đoàn Lao động quận Hoàng Mai/.test(await active.innerText())) break;
  }
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/don-vi\/ldld-hoang-mai\/$/);
  assert.equal(await box.getAttribute("aria-expanded"), "false");
  await box.fill("");
  await box.pressSequentially("sang kien 2022");
  await options.filter({ hasText: /^2022/ }).click();
  await page.waitForURL((url) => url.searchParams.get("nam") === "2022" && url.searchParams.get("q") === "sang kien");
  assert.ok((await new HomePage(page).headlines()).length > 0);
});

test("on a phone with its keyboard open, the first result is in sight while typing", async (t) => {
  const { visit } = await reader(t, it.browser, it.host, { viewport: { width: 390, height: 420 } });
  const home = new HomePage(await visit());
  await home.search("hoang mai");
  const row = await home.page.locator("[data-result]").first().boundingBox();
  assert.ok(row && row.y + row.height <= 420, JSON.stringify(row));
});
