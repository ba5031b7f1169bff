// Pages altered by others: browsers translate them, hosts strip them, extensions add and remove elements.

import assert from "node:assert/strict";
import { test } from "node:test";
import { delayWasm, waitUntilLive } from "./harness/delayed-app.mjs";
import { pageKinds } from "./harness/routes.mjs";
import { DIR, site } from "./harness/site.mjs";
import { reader } from "./harness/visit.mjs";

const it = site();
const kinds = await pageKinds(DIR);

/** Replaces every text node by other nodes, as the translators of Chrome, Edge and Safari do. */
function translate() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const parent = text.parentNode;
    const isShown = text.data.trim() && !/^(SCRIPT|STYLE|TEXTAREA|FONT)$/.test(parent.nodeName);
    if (isShown && !(parent instanceof SVGElement)) texts.push(text);
  }
  for (const text of texts) {
    const outer = document.createElement("font");
    const inner = document.createElement("font");
    inner.textContent = text.data;
    outer.append(inner);
    text.replaceWith(outer);
  }
  document.documentElement.classList.add("translated-ltr");
  document.documentElement.lang = "en";
}

const ALTERATIONS = {
  "a translator": translate,
  "a host that strips comments": () => {
    const walker = document.createTreeWalker(document.querySelector("#app"), NodeFilter.SHOW_COMMENT);
    const all = [];
    while (walker.nextNode()) all.push(walker.currentNode);
    for (const comment of all) comment.remove();
  },
  "an extension that puts something first": () => {
    document.querySelector("#app").prepend(document.createElement("div"));
    document.querySelector("main").prepend(document.createElement("span"), "text");
  },
  "an extension between the parts": () => {
    for (const part of document.querySelectorAll("#app > *, main > *, .masthead > *")) part.after(document.createElement("img"));
  },
  "a blocker": () => {
    for (const part of document.querySelectorAll(".masthead__tools, .foot__links, .facet:first-of-type, .choices__one")) part.remove();
  },
  "a blocker that removes the page": () => document.querySelector("main").remove(),
  "a host that joins texts": () => document.body.normalize(),
};

async function isWhole(page, path) {
  assert.equal(await page.getByRole("alert").filter({ hasText: /\S/ }).count(), 0, "there is no failure notice");
  assert.ok((await page.locator("main h1, main figure, main p").count()) > 0, path);
  await page.locator("#q").fill("son tay");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll("#ket-qua article").length === 1);
  assert.match(await page.locator(".results__count").innerText(), /^1 /);
}

for (const [who, change] of Object.entries(ALTERATIONS)) {
  for (const path of who === "a translator" ? [...Object.values(kinds), "en/", "?q=thi"] : ["", kinds.article, "so-lieu/"]) {
    test(`page /${path} altered by ${who} before hydration works`, async (t) => {
      const { context, visit } = await reader(t, it.browser, it.host);
      const release = await delayWasm(context);
      const page = await visit(path, { live: false });
      await page.evaluate(change);
      release();
      await waitUntilLive(page);
      await isWhole(page, path);
    });
  }
}

test("unaltered page is hydrated without a redraw", async (t) => {
  for (const path of Object.values(kinds).flatMap((path) => [path, `en/${path}`])) {
    const { context, visit } = await reader(t, it.browser, it.host);
    const release = await delayWasm(context);
    const page = await visit(path, { live: false });
    await page.evaluate(() => (window.first = document.querySelector("#app > *")));
    release();
    await waitUntilLive(page);
    assert.ok(await page.evaluate(() => window.first.isConnected), `/${path} was not redrawn`);
  }
});

test("home page translated after hydration keeps updating", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit();
  const facet = page.locator("label.choice", { hasText: "Sơn Tây" }).locator(".choice__count");
  await page.evaluate(translate);
  await page.locator("#q").fill("son tay");
  await waitUntilLive(page);
  assert.match(await page.locator(".results__count").innerText(), /^1 /);
  assert.equal(await page.locator("#ket-qua article").count(), 1);
  await page.locator("#q").fill("xyzzyq");
  await waitUntilLive(page);
  assert.match(await page.locator(".results__count").innerText(), /^0 /);
  await page.locator("#q").fill("");
  await waitUntilLive(page);
  await page.evaluate(translate);
  await page.locator("input[name=nam][value='2020']").check();
  await waitUntilLive(page);
  assert.equal((await facet.first().innerText()).trim(), "0");
  assert.match(await page.locator(".sheet__open").evaluate((toggle) => toggle.textContent), /\(1\)/);
});

test("explorer translated after hydration keeps updating", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit("so-lieu/");
  await page.evaluate(translate);
  await page.locator("select[name=nam]").selectOption("2022");
  await waitUntilLive(page);
  const offered = () => page.locator("select[name=cap] option").allInnerTexts();
  const fresh = await visit("so-lieu/?nam=2022");
  assert.deepEqual(await offered(), await fresh.locator("select[name=cap] option").allInnerTexts());
  assert.equal(await page.locator(".results__count").innerText(), await fresh.locator(".results__count").innerText());
});

test("navigation, language and search work after translation", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit("phong-trao/");
  for (const [link, heading] of [["Đơn vị", /Đơn vị/], ["Dòng thời gian", /Dòng thời gian/], ["Số liệu", /Số liệu/]]) {
    await page.evaluate(translate);
    await page.locator(".masthead__nav a", { hasText: link }).click();
    await page.waitForFunction((source) => new RegExp(source).test(document.querySelector("h1")?.innerText), heading.source);
    await waitUntilLive(page);
  }
  await page.evaluate(translate);
  await page.locator(".masthead a[hreflang]").click();
  await page.waitForURL(/\/en\//);
  await waitUntilLive(page);
  assert.match(await page.locator(".masthead__nav").innerText(), /Figures/);
  assert.doesNotMatch(await page.locator(".masthead").innerText(), /Số liệu|Đơn vị/);
  await isWhole(page, "en/so-lieu/");
});
