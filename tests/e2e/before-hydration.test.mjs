// Input before hydration: nothing that readers type, tick or click is lost.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { delayWasm, waitUntilLive } from "./harness/delayed-app.mjs";
import { pageKinds } from "./harness/routes.mjs";
import { clickInMenu } from "./harness/menu.mjs";
import { DIR, site } from "./harness/site.mjs";
import { reader } from "./harness/visit.mjs";

const it = site();
const kinds = await pageKinds(DIR);

/** Opens a page with delayed WebAssembly. */
async function early(t, path, options = {}) {
  const { context, visit } = await reader(t, it.browser, it.host, options);
  const release = await delayWasm(context);
  const page = await visit(path, { live: false });
  return { context, page, go: async () => (release(), waitUntilLive(page)) };
}

const box = (page) => page.locator("#q").evaluate((q) => [q.value, document.activeElement === q, q.selectionStart]);

for (const path of [...Object.values(kinds), "en/", "?q=thi", "?fbclid=x", "?nam=2022", "so-lieu/?cap=city", "so-lieu/?utm_source=zalo"]) {
  test(`text typed before hydration on /${path} keeps words, focus and caret`, async (t) => {
    const { page, go } = await early(t, path);
    await page.locator("#q").fill("");
    await page.keyboard.type("tay son");
    for (let i = 0; i < 4; i += 1) await page.keyboard.press("ArrowLeft");
    await go();
    assert.deepEqual(await box(page), ["tay son", true, 3]);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => new URLSearchParams(location.search).get("q") === "tay son");
  });
}

test("home page shows the results of the text typed before hydration", async (t) => {
  for (const path of ["", "?q=hoang+mai", "?fbclid=x"]) {
    const { page, go } = await early(t, path);
    await page.locator("#q").fill("son tay");
    await go();
    await page.waitForFunction(() => document.querySelectorAll("#ket-qua article").length === 1);
    assert.match(await page.locator("#ket-qua article").innerText(), /Sơn Tây/);
  }
});

test("search box shows the query of the address, and other pages do not", async (t) => {
  const { page, go } = await early(t, "?q=thi+%C4%91ua");
  assert.equal(await page.locator("#q").inputValue(), "thi đua");
  await go();
  assert.equal(await page.locator("#q").inputValue(), "thi đua");
  await page.getByRole("link", { name: "Đơn vị", exact: true }).click();
  await page.waitForURL(/don-vi/);
  await waitUntilLive(page);
  assert.equal(await page.locator("#q").inputValue(), "");
});

test("filters set before hydration are combined with those of the address", async (t) => {
  const { page, go } = await early(t, "?loai=title");
  await page.locator("input[name=nam][value='2022']").check();
  await page.locator("select[name=xep]").selectOption("oldest");
  await go();
  await page.waitForFunction(() => location.search === "?nam=2022&loai=title&xep=oldest");
  await waitUntilLive(page);
  assert.ok(await page.locator("input[name=nam][value='2022']").isChecked());
  assert.ok(await page.locator("input[name=loai][value=title]").isChecked());
  assert.equal(await page.locator("select[name=xep]").inputValue(), "oldest");
  assert.match(await page.locator(".results__count").innerText(), /^[1-4] /);
});

test("checkbox ticked and cleared before hydration stays clear", async (t) => {
  const { page, go } = await early(t, "");
  await page.locator("input[name=nam][value='2022']").check();
  await page.locator("input[name=nam][value='2022']").uncheck();
  await go();
  assert.equal(new URL(page.url()).search, "");
  assert.ok(!(await page.locator("input[name=nam][value='2022']").isChecked()));
});

test("explorer filters set before hydration are applied", async (t) => {
  const { page, go } = await early(t, "so-lieu/");
  await page.locator("select[name=cap]").selectOption("city");
  await page.locator("select[name=nam]").selectOption("2022");
  await go();
  await page.waitForFunction(() => location.search === "?cap=city&nam=2022");
  assert.equal(await page.locator("select[name=cap]").inputValue(), "city");
});

test("filters opened on a phone before hydration stay open", async (t) => {
  for (const path of ["", "?q=thi"]) {
    const { page, go } = await early(t, path, { width: 390, hasTouch: true });
    const toggle = page.locator(".sheet__open");
    await toggle.tap();
    await page.locator("#facets").waitFor({ state: "visible" });
    await page.locator("input[name=nam][value='2020']").tap();
    await go();
    assert.equal(await toggle.getAttribute("aria-expanded"), "true");
    await page.locator("#facets").waitFor({ state: "visible" });
    await page.waitForFunction(() => location.search.includes("nam=2020"));
    await page.locator(".sheet__foot button").tap();
    await page.locator("#facets").waitFor({ state: "hidden" });
    assert.equal(await toggle.getAttribute("aria-expanded"), "false");
  }
});

test("copy, theme and print work without the app", async (t) => {
  const { context, page, go } = await early(t, kinds.article);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Chép liên kết" }).click();
  await page.getByText("Đã chép").first().waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, new URL(kinds.article, it.host.url).href);
  await page.getByRole("button", { name: "Chép trích dẫn" }).click();
  await page.waitForFunction((before) => navigator.clipboard.readText().then((text) => text !== before && text.endsWith(before)), copied);
  await page.locator("[data-do=theme]").click();
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
  await page.evaluate(() => (window.print = () => (window.printed = (window.printed ?? 0) + 1)));
  await page.locator("[data-do=print]").click();
  await go();
  assert.equal(await page.evaluate(() => window.printed), 1, "printed once, not again when the app comes");
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
});

test("download requested before hydration is saved once", async (t) => {
  const { page, go } = await early(t, kinds.article);
  const button = page.locator("[data-do=take][data-format=csv]").first();
  await clickInMenu(button);
  await clickInMenu(button);
  const download = page.waitForEvent("download");
  let files = 0;
  page.on("download", () => (files += 1));
  await go();
  assert.match((await (await download).path().then((path) => readFile(path, "utf8"))), /,/);
  await page.waitForTimeout(300);
  assert.equal(files, 1);
});

test("own-copy form opened before hydration stays open and works", async (t) => {
  const { page, go } = await early(t, kinds.article);
  await page.locator(".own__open > summary").click();
  await page.locator("#own-van-ban").fill("Một đoạn của tôi");
  await go();
  await page.locator("form[data-own] button[type=submit]:enabled").waitFor({ timeout: 15_000 });
  assert.equal(await page.locator("#own-van-ban").inputValue(), "Một đoạn của tôi");
  assert.ok(await page.locator(".own__open").evaluate((details) => details.open));
});

test("redrawn page keeps scroll position, opened details and typed text", async (t) => {
  const { page, go } = await early(t, "soan/");
  // Like an extension of the browser.
  await page.evaluate(() => document.querySelector("main").prepend(document.createElement("aside")));
  await page.locator("#soan-van-ban").fill("Bài của tôi");
  await go();
  assert.equal(await page.locator("main > aside").count(), 0, "the page was redrawn");
  assert.equal(await page.locator("#soan-van-ban").inputValue(), "Bài của tôi");
  assert.ok(await page.locator("#soan-van-ban").evaluate((area) => document.activeElement === area));
  const article = await early(t, kinds.article);
  await article.page.evaluate(() => {
    document.querySelector("main").prepend(document.createElement("aside"));
    scrollTo(0, 900);
  });
  await article.page.locator("details.mark").first().evaluate((mark) => (mark.open = true));
  const before = await article.page.evaluate(() => scrollY);
  await article.go();
  assert.ok(Math.abs((await article.page.evaluate(() => scrollY)) - before) < 40);
  assert.ok(await article.page.locator("details.mark").first().evaluate((mark) => mark.open));
});

/** Types like an input method: replaces the composed text with every letter until it is committed. */
async function inputMethod(page) {
  const devtools = await page.context().newCDPSession(page);
  const compose = (text) =>
    devtools.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  const finish = (text) => devtools.send("Input.insertText", { text });
  return { compose, finish };
}

for (const path of ["", "phong-trao/", "?q=thi", "so-lieu/?cap=city"]) {
  test(`word composed by an input method during hydration of /${path} appears once`, async (t) => {
    const { page, go } = await early(t, path);
    await page.locator("#q").fill("");
    const { compose, finish } = await inputMethod(page);
    await compose("s");
    await compose("sa");
    const isDrawnAnew = path.includes("?");
    const coming = go();
    if (!isDrawnAnew) await coming;
    await compose("sán");
    await compose("sáng");
    await finish("sáng");
    await coming;
    assert.equal((await box(page)).slice(0, 2).join(), "sáng,true");
    await page.keyboard.type(" kien");
    assert.equal(await page.locator("#q").inputValue(), "sáng kien");
    if (path === "") await page.waitForFunction(() => new URLSearchParams(location.search).get("q") === "sáng kien");
  });
}

test("unfinished composition does not block hydration", async (t) => {
  const { page, go } = await early(t, "?q=thi");
  await page.locator("#q").fill("");
  const { compose } = await inputMethod(page);
  await compose("son");
  await go();
  assert.equal(await page.locator("#q").inputValue(), "son");
});

test("shortcuts ignore keys of input methods, the browser and other fields", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit();
  const press = (init, target = "body") =>
    page.evaluate(
      ([init, target]) => {
        const event = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init });
        document.querySelector(target).dispatchEvent(event);
        return event.defaultPrevented;
      },
      [init, target],
    );
  await page.evaluate(() => {
    const note = Object.assign(document.createElement("div"), { id: "note", contentEditable: "true" });
    document.body.append(note, Object.assign(document.createElement("textarea"), { id: "area" }));
  });
  assert.ok(!(await press({ key: "K", ctrlKey: true, shiftKey: true })), "Ctrl+Shift+K");
  assert.ok(!(await press({ key: "k", ctrlKey: true }, "#area")), "Ctrl+K in a text area");
  assert.ok(!(await press({ key: "/" }, "#area")), "/ in a text area");
  assert.ok(!(await press({ key: "/" }, "#note")), "/ in something editable");
  assert.ok(!(await press({ key: "k", ctrlKey: true }, "#note")), "Ctrl+K in something editable");
  await page.locator("#q").focus();
  assert.ok(!(await press({ key: "ArrowDown", keyCode: 229 }, "#q")), "arrow of an input method");
  assert.ok(!(await press({ key: "ArrowDown", isComposing: true }, "#q")), "arrow while a word is composed");
  assert.ok(await press({ key: "ArrowDown" }, "#q"), "arrow");
  await page.locator("input[type=checkbox]").first().focus();
  assert.ok(await press({ key: "/" }, "input[type=checkbox]"), "/ on a box to tick");
  await page.locator("h1").click();
  assert.ok(await press({ key: "k", ctrlKey: true }), "Ctrl+K");
});

test("link to the other language keeps query, filters and position", async (t) => {
  const { page, go } = await early(t, "so-lieu/?cap=city&fbclid=x");
  const link = page.locator(".masthead a[hreflang]");
  assert.match(await link.getAttribute("href"), /\/en\/so-lieu\/\?cap=city$/);
  await go();
  assert.match(await link.getAttribute("href"), /\/en\/so-lieu\/\?cap=city$/);
  await page.locator("select[name=nam]").selectOption("2022");
  await waitUntilLive(page);
  await link.click();
  await page.waitForURL(/\/en\/so-lieu\/\?cap=city&nam=2022$/);
  await waitUntilLive(page);
  assert.equal(await page.locator("select[name=cap]").inputValue(), "city");

  const { visit } = await reader(t, it.browser, it.host);
  const home = await visit();
  await home.locator("#q").fill("son tay");
  await waitUntilLive(home);
  await home.locator(".masthead a[hreflang]").click();
  await home.waitForURL(/\/en\/\?q=son\+tay$/);
  await waitUntilLive(home);
  assert.equal(await home.locator("#q").inputValue(), "son tay");
  assert.equal(await home.locator("#ket-qua article").count(), 1);

  const article = await visit(kinds.article);
  const place = article.locator(".paragraph").nth(2);
  const id = await place.getAttribute("id");
  await place.evaluate((element) => scrollBy(0, element.getBoundingClientRect().top - 30));
  await article.locator(".masthead a[hreflang]").evaluate((link) => link.click());
  await article.waitForURL(/\/en\//);
  await waitUntilLive(article);
  const top = await article.locator(`#${id}`).evaluate((element) => element.getBoundingClientRect().top);
  assert.ok(Math.abs(top - 30) < 40, `${id} stands at ${top}`);
});

test("copied link of a view has no foreign parameters", async (t) => {
  for (const isLive of [false, true]) {
    const { context, page, go } = await early(t, "so-lieu/?fbclid=x&cap=city&utm_source=zalo&zarsrc=30&gclid=y");
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    if (isLive) await go();
    await page.locator("[data-view]").click();
    await page.getByText("Đã chép").first().waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), new URL("so-lieu/?cap=city", it.host.url).href);
    if (!isLive) await go();
  }
});
