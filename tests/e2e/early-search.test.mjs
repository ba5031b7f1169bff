// Search before the app: the page script asks the search program itself. The app comes after the results, and changes nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { delayApp, delayWasm, waitUntilLive } from "./harness/delayed-app.mjs";
import { BASE, DIR, site } from "./harness/site.mjs";
import { serve } from "./harness/static-host.mjs";
import { reader } from "./harness/visit.mjs";

const it = site();

/** Opens a page whose app the host holds back. */
async function early(t, path, options = {}) {
  const { context, visit } = await reader(t, it.browser, it.host, options);
  const { release, requested } = await delayApp(context);
  const page = await visit(path, { live: false });
  const isLive = () => page.locator("html[data-live]").count().then((count) => count > 0);
  return { context, page, requested, isLive, go: async () => (release(), waitUntilLive(page)) };
}

const results = (page) => page.locator("#ket-qua [data-result]").allInnerTexts();
const count = (page) => page.locator("#ket-qua .results__count").innerText();
const query = (page) => new URL(page.url()).searchParams;
/** Waits until the page shows what was asked for. */
const settled = (page) => page.locator("main:not([aria-busy])").waitFor();
const found = async (page, number) => {
  await page.waitForFunction((number) => document.querySelectorAll("#ket-qua article").length === number, number);
  await settled(page);
};

/** Records what moves in the page from now on, without what the reader has caused. */
const watchShifts = (page) =>
  page.evaluate(() => {
    window.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
    }).observe({ type: "layout-shift" });
  });

test("download requested before results replaced its button is saved", async (t) => {
  const { page, go } = await early(t, "");
  await page.evaluate(() => document.querySelector("#ket-qua [data-do=take][data-format=csv]").click());
  await page.locator("#q").fill("son tay");
  await found(page, 1);
  const download = page.waitForEvent("download", { timeout: 15_000 });
  await go();
  assert.match((await download).suggestedFilename(), /\.csv$/);
});

for (const [path, words] of [["", /^1 /], ["en/", /^1 /]]) {
  test(`results of typed text on /${path} stand there before the app, which changes nothing`, async (t) => {
    const { page, isLive, go } = await early(t, path);
    await page.locator("#q").pressSequentially("son tay");
    await found(page, 1);
    assert.ok(!(await isLive()));
    assert.match(await count(page), words);
    await page.waitForFunction(() => new URLSearchParams(location.search).get("q") === "son tay");
    for (let i = 0; i < 4; i += 1) await page.keyboard.press("ArrowLeft");
    await page.evaluate(() => (window.before = [document.getElementById("q"), document.querySelector("#ket-qua article")]));
    const shown = await page.locator("main").innerText();
    await watchShifts(page);
    await go();
    assert.ok(await page.evaluate(() => window.before.every((element) => element.isConnected)), "nothing is drawn anew");
    assert.equal(await page.locator("main").innerText(), shown);
    assert.deepEqual(
      await page.locator("#q").evaluate((q) => [q.value, document.activeElement === q, q.selectionStart]),
      ["son tay", true, 3],
    );
    assert.equal(await page.evaluate(() => window.shifts), 0);
    // The app continues.
    await page.locator("#q").fill("");
    await page.waitForFunction(() => location.search === "" && document.querySelectorAll("#ket-qua article").length > 1);
  });
}

test("link to a search shows its results before the app", async (t) => {
  const { page, isLive, go } = await early(t, "?q=son+tay&fbclid=x");
  await found(page, 1);
  assert.ok(!(await isLive()));
  assert.equal(await page.locator("#q").inputValue(), "son tay");
  const shown = await page.locator("main").innerText();
  await watchShifts(page);
  await go();
  assert.equal(await page.locator("main").innerText(), shown);
  assert.equal(await page.evaluate(() => window.shifts), 0);
});

test("facets and the order are applied before the app, and Back undoes them", async (t) => {
  const { page, isLive, go } = await early(t, "");
  const all = await results(page);
  const year = page.locator("input[name=nam][value='2022']");
  await year.check();
  await page.waitForFunction(() => location.search === "?nam=2022");
  await page.waitForFunction((all) => document.querySelectorAll("#ket-qua [data-result]").length < all, all.length);
  await settled(page);
  const ofYear = await results(page);
  assert.ok(ofYear.length < all.length && ofYear.length > 0);
  assert.match(await count(page), new RegExp(`^${ofYear.length} `));
  assert.ok(await page.locator(".results__bar > a").isVisible(), "a way back to all articles");
  await page.locator("select[name=xep]").selectOption("oldest");
  await page.waitForFunction(() => location.search === "?nam=2022&xep=oldest");
  await settled(page);
  await page.goBack();
  await page.waitForFunction(() => location.search === "?nam=2022");
  await settled(page);
  assert.deepEqual(await results(page), ofYear);
  assert.notEqual(await page.locator("select[name=xep]").inputValue(), "oldest");
  await page.goBack();
  await found(page, all.length);
  assert.ok(!(await year.isChecked()));
  await page.goForward();
  await page.waitForFunction(() => location.search === "?nam=2022");
  await settled(page);
  assert.ok(await year.isChecked());
  assert.deepEqual(await results(page), ofYear);
  assert.ok(!(await isLive()));
  const shown = await page.locator("main").innerText();
  await go();
  assert.equal(await page.locator("main").innerText(), shown);
  assert.deepEqual([query(page).get("nam"), await year.isChecked()], ["2022", true]);
});

test("Enter leads to the first result, and an empty box back to all articles", async (t) => {
  const { page, isLive, go } = await early(t, "");
  const all = (await results(page)).length;
  await page.locator("#q").fill("tay son khong co gi");
  await page.locator("#q").fill("son tay");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.matches("[data-result]"));
  await found(page, 1);
  await page.locator("#q").fill("");
  await found(page, all);
  await page.waitForFunction(() => location.search === "");
  assert.equal(await page.locator(".home--searching").count(), 0);
  assert.ok(!(await isLive()));
  await go();
  assert.equal((await results(page)).length, all);
});

test("app is requested after the first results", async (t) => {
  const { page, requested } = await early(t, "?q=son+tay");
  await page.evaluate(() => {
    window.order = [];
    new MutationObserver(() => {
      if (document.querySelector("#ket-qua mark") && !window.order.length) window.order.push(performance.now());
    }).observe(document.getElementById("ket-qua"), { childList: true, subtree: true });
  });
  await found(page, 1);
  await page.waitForTimeout(200);
  assert.ok(requested.length >= 1, "then it is");
});

test("composition of an input method goes on while the app comes", async (t) => {
  const { page, go } = await early(t, "");
  await page.locator("#q").focus();
  const devtools = await page.context().newCDPSession(page);
  const compose = (text) =>
    devtools.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  await compose("s");
  await compose("so");
  await compose("sơ");
  await page.waitForFunction(() => document.querySelectorAll("#ket-qua mark").length > 0);
  await go();
  await compose("sơn");
  await devtools.send("Input.insertText", { text: "sơn" });
  await page.keyboard.type(" tay");
  assert.equal(await page.locator("#q").inputValue(), "sơn tay");
  await found(page, 1);
});

test("typing and ticking go on while the app comes", async (t) => {
  const { page, go } = await early(t, "");
  await page.locator("#q").pressSequentially("lao ");
  const coming = go();
  await page.locator("#q").pressSequentially("dong gioi", { delay: 60 });
  await page.locator("input[name=nam][value='2022']").check();
  await coming;
  await page.waitForFunction(() => location.search === "?q=lao+dong+gioi&nam=2022");
  await settled(page);
  assert.equal(await page.locator("#q").inputValue(), "lao dong gioi");
  assert.ok(await page.locator("input[name=nam][value='2022']").isChecked());
  const shown = await results(page);
  assert.match(await count(page), new RegExp(`^${await page.locator("#ket-qua article").count()} `));
  await page.reload();
  await waitUntilLive(page);
  assert.deepEqual(await results(page), shown);
});

test("press that begins before the app and ends after it is a click", async (t) => {
  const { page, go } = await early(t, "so-lieu/?cap=city", { width: 1280 });
  const link = page.getByRole("navigation").getByRole("link", { name: "Phong trào" }).first();
  const { x, y, width, height } = await link.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  const coming = go().catch(() => {});
  await page.waitForTimeout(600);
  await page.mouse.up();
  await page.waitForURL(/phong-trao\/$/);
  await coming;
});

test("without the index the full engine answers what was typed before the app", async (t) => {
  const host = await serve({
    dir: DIR,
    base: BASE,
    override: (path) => (/^search\//.test(path) ? { status: 404, body: "" } : undefined),
  });
  t.after(() => host.close());
  const { context, visit } = await reader(t, it.browser, host, { expected: [/search\/|status of 404/] });
  const { release } = await delayApp(context);
  const page = await visit("", { live: false });
  await page.locator("#q").fill("son tay");
  release();
  await waitUntilLive(page);
  await found(page, 1);
  assert.equal(await page.locator("#q").inputValue(), "son tay");
});

test("six requests at most until the first results", async (t) => {
  const host = await serve({ dir: DIR, base: BASE, isCached: true });
  t.after(() => host.close());
  const { visit } = await reader(t, it.browser, host);
  const page = await visit("", { live: false });
  await page.locator("#q").fill("son tay");
  const before = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const isShown = () => document.querySelector("#ket-qua mark") && resolve();
        new MutationObserver(isShown).observe(document.getElementById("ket-qua"), { childList: true, subtree: true });
        isShown();
      }),
  );
  assert.equal(before, undefined);
  const paths = host.asked.filter((path) => !/thi-dua-app|icon|manifest/.test(path));
  assert.ok(paths.length <= 6, paths.join(", "));
  await waitUntilLive(page);
});

test("copy, share, print and theme work while app and engine are held back", async (t) => {
  const { context, visit } = await reader(t, it.browser, it.host);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await context.addInitScript(() => {
    window.calls = [];
    navigator.share = async ({ url }) => void window.calls.push(`share ${url}`);
    window.print = () => window.calls.push("print");
  });
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await context.route(/\.wasm$|thi-dua-app/, async (route) => {
    await released;
    await route.continue();
  });
  const path = "phong-trao/lao-dong-gioi-lao-dong-sang-tao/";
  const page = await visit(path, { live: false });
  await page.getByRole("button", { name: "Chép liên kết" }).first().click();
  await page.getByText("Đã chép").first().waitFor();
  await page.locator("[data-do=share]").first().click();
  await page.locator("[data-do=print]").first().click();
  await page.locator("[data-do=theme]").click();
  const url = new URL(path, it.host.url).href;
  assert.deepEqual(await page.evaluate(() => window.calls), [`share ${url}`, "print"]);
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), url);
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
  release();
  await waitUntilLive(page);
  assert.equal(await page.evaluate(() => window.calls.length), 2);
});

test("browser that cannot decompress the index searches with the full engine", async (t) => {
  const { context, visit } = await reader(t, it.browser, it.host);
  await context.addInitScript(() => delete globalThis.DecompressionStream);
  const page = await visit("");
  await page.locator("#q").fill("son tay");
  await found(page, 1);
  const programs = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  assert.ok(!programs.some((name) => name.includes("/search/")), programs.join(" "));
  await page.locator("#ket-qua article a").first().click();
  await page.waitForURL(/bai-viet/);
  await page.getByRole("heading", { level: 1, name: /Sơn Tây/ }).waitFor();
});

test("search goes on where the full engine cannot be had", async (t) => {
  const { context, visit } = await reader(t, it.browser, it.host, { expected: [/engine|Failed to load|Worker/i] });
  await context.route(/\/engine-\w+\.js$/, (route) => route.fulfill({ status: 404, body: "" }));
  const page = await visit("");
  await page.evaluate(() => document.querySelector("#ket-qua [data-do=take][data-format=csv]").click());
  await page.locator("#failure[data-code=program]").waitFor();
  await page.locator("#q").fill("son tay");
  await found(page, 1);
});

test("Enter that was pressed before the results were there moves the focus to the first one", async (t) => {
  const { context, visit } = await reader(t, it.browser, it.host);
  const release = await delayWasm(context);
  const page = await visit("", { live: false });
  await page.locator("#q").fill("son tay");
  await page.keyboard.press("Enter");
  release();
  await waitUntilLive(page);
  await found(page, 1);
  await page.waitForFunction(() => document.activeElement.hasAttribute("data-result"));
});
