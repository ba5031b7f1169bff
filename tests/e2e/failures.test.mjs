// Missing or broken files, as readers see them.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { serve } from "./harness/static-host.mjs";
import { arrived, reader } from "./harness/visit.mjs";
import { BASE, DIR, site } from "./harness/site.mjs";

const it = site();

test("unknown address has status 404 and a page with links", async (t) => {
  // The browser logs the status of the page, and the engine that of its own request for it.
  const expected = [/status of 404 .*(khong-co|no-such)\/\)$/, /status 404: .*(khong-co|no-such)\/$/, /(khong-co|no-such)\/: NotFound/];
  const { visit } = await reader(t, it.browser, it.host, { expected });
  for (const path of ["khong-co/", "phong-trao/khong-co/", "en/bai-viet/no-such/"]) {
    const page = await visit(path, { status: 404 });
    const english = path.startsWith("en/");
    await page.getByRole("heading", { level: 1, name: english ? "There is no such page" : "Không có trang này" }).waitFor();
    assert.equal(await page.locator('meta[name="robots"]').getAttribute("content"), "noindex");
    await page.getByRole("main").getByRole("link", { name: english ? "Campaigns" : "Phong trào" }).click();
    await arrived(page, /\/phong-trao\/$/);
  }
});

test("folder without a trailing slash is redirected below the base path", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit("phong-trao");
  assert.equal(page.url(), `${it.host.url}phong-trao/`);
});

const corpus = JSON.parse(await readFile(join(DIR, "corpus.json"), "utf8"));
const text = JSON.stringify(corpus);
const BROKEN = {
  "is missing": { status: 404, body: "" },
  "is truncated": { body: text.slice(0, text.length / 2) },
  "is of another version": { body: JSON.stringify({ ...corpus, schema_version: 999 }) },
  "has dangling references": { body: JSON.stringify({ ...corpus, campaigns: corpus.campaigns.slice(1) }) },
  "is an HTML page": { body: "<!doctype html><title>Welcome</title>" },
};

for (const [what, answer] of Object.entries(BROKEN)) {
  test(`corpus that ${what} is reported, and the page stays readable`, async (t) => {
    const host = await serve({
      dir: DIR,
      base: BASE,
      override: (path) => (/^corpus-\w+\.json$/.test(path) ? answer : undefined),
    });
    t.after(() => host.close());
    const { visit } = await reader(t, it.browser, host, { expected: [/corpus/] });
    // Views of figures need the corpus; what is searched or read does not.
    for (const [path, heading] of [["so-lieu/?cap=city", 1], ["en/so-lieu/?cap=city", 1]]) {
      const page = await visit(path, { live: false });
      const notice = await page.getByRole("alert").innerText();
      const isEnglish = path.startsWith("en/");
      assert.match(notice, isEnglish ? /./ : /Máy chủ không có tệp|không phải của trang này/);
      assert.doesNotMatch(notice, /corpus|JSON|line \d/, "details are for the console");
      assert.ok((await page.getByRole("heading", { level: heading }).innerText()).length > 0);
      assert.equal(await page.locator("html[data-live]").count(), 0, "the app has not taken over");
    }
  });
}

test("changed corpus is refused, and no page shows its figures", async (t) => {
  const changed = (await readFile(join(DIR, "corpus.json"), "utf8")).replace('"value": "352"', '"value": "999"');
  assert.notEqual(changed, await readFile(join(DIR, "corpus.json"), "utf8"));
  const host = await serve({ dir: DIR, base: BASE, override: (path) => (/^corpus-\w+\.json$/.test(path) ? { body: changed } : undefined) });
  t.after(() => host.close());
  const { visit } = await reader(t, it.browser, host, { expected: [/does not fit the name/] });
  const page = await visit("so-lieu/?cap=city", { live: false });
  const notice = await page.getByRole("alert").innerText();
  assert.match(notice, /không được dùng/s);
  assert.doesNotMatch(await page.locator("body").innerText(), /999/);
});

test("site rebuilt between page and data: the reader gets the new data", async (t) => {
  const page = await readFile(join(DIR, "so-lieu/index.html"), "utf8");
  const old = page.replaceAll(/corpus-\w{16}\.json/g, "corpus-0000000000000000.json");
  assert.notEqual(old, page);
  const host = await serve({ dir: DIR, base: BASE, override: (path) => (path === "so-lieu/" ? { body: old } : undefined) });
  t.after(() => host.close());
  const { visit } = await reader(t, it.browser, host, { expected: [/corpus-0{16}\.json/] });
  await visit("so-lieu/?cap=city");
  assert.equal(host.asked.filter((path) => path === "edition.json").length, 1);
});

for (const [what, answer] of Object.entries({ "is missing": { status: 404, body: "" }, "is an HTML page": BROKEN["is an HTML page"] })) {
  test(`data manifest that ${what} is reported, and the page stays readable`, async (t) => {
    const host = await serve({ dir: DIR, base: BASE, override: (path) => (path === "edition.json" ? answer : undefined) });
    t.after(() => host.close());
    const { visit } = await reader(t, it.browser, host, { expected: [/edition\.json/] });
    const page = await visit("phong-trao/", { live: false });
    assert.match(await page.getByRole("alert").innerText(), /Máy chủ không có tệp|không phải của trang này/);
    assert.ok((await page.getByRole("heading", { level: 1 }).innerText()).length > 0);
    // All requests end before the host is closed.
    await page.waitForLoadState("networkidle");
    assert.equal(await page.locator("html[data-live]").count(), 0, "the app has not taken over");
  });
}

test("app that cannot be loaded is reported, and the page stays readable", async (t) => {
  const { context, visit } = await reader(t, it.browser, it.host, { expected: [/\.wasm|WebAssembly|Failed to load|fetch/i] });
  await context.route("**/*.wasm", (route) => route.abort());
  const page = await visit("phong-trao/", { live: false });
  assert.match(await page.getByRole("alert").innerText(), /Không tải được chương trình/);
  assert.ok((await page.getByRole("heading", { level: 1 }).innerText()).length > 0);
  await page.locator('main a[href*="/phong-trao/"]').first().click();
  await arrived(page, /\/phong-trao\/[^/]+\/$/);
});

for (const [what, file] of Object.entries({ script: "thidua-*.js", program: "search-*.wasm" })) {
  test(`engine whose ${what} cannot be loaded is reported, and links load pages`, async (t) => {
    const { context, visit } = await reader(t, it.browser, it.host, { expected: [/thidua-|search-|Failed to load|WebAssembly|Worker/i] });
    await context.route(`**/${file}`, (route) => route.fulfill({ status: 404, body: "" }));
    const page = await visit("phong-trao/", { live: false });
    assert.match(await page.getByRole("alert").innerText(), /Không tải được chương trình/);
    await page.locator('main a[href*="/phong-trao/"]').first().click();
    await arrived(page, /\/phong-trao\/[^/]+\/$/);
  });
}

test("engine that crashes is reported, and links load pages", async (t) => {
  const { visit } = await reader(t, it.browser, it.host, { expected: [/engine|panicked|expected/i] });
  const page = await visit("phong-trao/");
  await page.workers()[0].evaluate(() => postMessage(new Uint8Array([255])));
  await page.getByRole("alert").waitFor();
  assert.equal(await page.locator("html[data-live]").count(), 0);
  await page.evaluate(() => (window.isTheSameDocument = true));
  await page.locator('main a[href*="/phong-trao/"]').first().click();
  await arrived(page, /\/phong-trao\/[^/]+\/$/);
  assert.equal(await page.evaluate(() => window.isTheSameDocument), undefined, "the browser loaded the page itself");
});
