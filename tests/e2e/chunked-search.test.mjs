// Search with a chunked index: results are the same as with the whole corpus, and failures are reported.

import assert from "node:assert/strict";
import { cp, readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { serve } from "./harness/static-host.mjs";
import { launch } from "./harness/browser.mjs";
import { HomePage } from "./harness/home-page.mjs";
import { BASE, sampleSites } from "./harness/sample-sites.mjs";
import { arrived, reader } from "./harness/visit.mjs";

const it = {};
/** Overrides responses of the host, by path below the base. */
let instead = () => undefined;

before(async () => {
  it.samples = await sampleSites();
  const sample = (seed, search) => it.samples.build({ articles: "90", seed, search });
  it.pieces = await sample("1", "pieces");
  it.later = await sample("2", "pieces");
  it.host = await serve({ dir: it.pieces, base: BASE, override: (path) => instead(path) });
  it.whole = await serve({ dir: await sample("1", "whole"), base: BASE });
  it.browser = await launch();
});
after(async () => {
  await it.browser?.close();
  await it.host?.close();
  await it.whole?.close();
  await it.samples?.remove();
});

/** Waits until the cards are final, with highlights in their passages. */
async function complete(page) {
  await page.locator("main:not([aria-busy])").waitFor();
  await page.waitForLoadState("networkidle");
}

test("search results equal those of the whole corpus", async (t) => {
  const one = await reader(t, it.browser, it.host);
  const other = await reader(t, it.browser, it.whole);
  const [inPieces, whole] = [await one.visit(), await other.visit()];
  const queries = ["thi đua", "lao dong gioi", '"sáng kiến"', "cong doan -thi", "ldld", "nam:2020 thi dua", "thid dua", "xyzq"];
  for (const query of queries) {
    for (const page of [inPieces, whole]) {
      await new HomePage(page).search(query);
      await complete(page);
    }
    // A browser gives no text of cards that it has not laid out yet.
    const seen = (page) =>
      page.locator("#ket-qua").evaluate((list) => {
        for (const part of list.querySelectorAll("*")) part.style.contentVisibility = "visible";
        return list.innerText;
      });
    assert.equal(await seen(inPieces), await seen(whole), query);
  }
});

test("link to a search works, and Back returns to its results", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit("?q=thi+dua&xep=oldest");
  const home = new HomePage(page);
  await complete(page);
  const headlines = await home.headlines();
  assert.ok(headlines.length === 8 && (await home.marks.count()) > 0);
  await page.locator(".card [data-result]").first().click();
  await arrived(page, /\/bai-viet\//);
  await page.getByRole("heading", { level: 1, name: headlines[0] }).waitFor();
  await page.getByRole("navigation").getByRole("link", { name: "Số liệu" }).first().click();
  await arrived(page, /\/so-lieu\/$/);
  await page.goBack();
  await page.goBack();
  await complete(page);
  assert.deepEqual(await new HomePage(page).headlines(), headlines);
});

test("first search loads few chunks", async (t) => {
  const { context, visit } = await reader(t, it.browser, it.host);
  const page = await visit();
  const asked = [];
  context.on("request", (request) => asked.push(request.url().replace(/.*\//, "")));
  await page.locator("#q").fill("lao động giỏi ");
  await page.locator("#ket-qua mark").first().waitFor();
  await complete(page);
  const words = asked.filter((name) => /^(start|w\d+)-\w+\.bin$/.test(name));
  assert.ok(words.length >= 2 && words.filter((name) => name.startsWith("w")).length <= 40, `${asked}`);
  assert.ok(!asked.some((name) => name.startsWith("corpus")), "the corpus is not loaded");
});

for (const [what, answer] of Object.entries({
  "that is missing": async () => ({ status: 404, body: "" }),
  "that is truncated": async (path) => ({ body: (await readFile(join(it.pieces, path))).subarray(0, 200) }),
  "that is an HTML page": async () => ({ body: "<!doctype html><title>Welcome</title>" }),
})) {
  test(`chunk ${what} is reported and requested again`, async (t) => {
    const { visit } = await reader(t, it.browser, it.host, { expected: [/\.bin/] });
    const page = await visit();
    const bad = await answer(`search/${(await readdir(join(it.pieces, "search"))).find((name) => name.startsWith("w"))}`);
    instead = (path) => (/\/w\d+-\w+\.bin$/.test(path) ? bad : undefined);
    t.after(() => (instead = () => undefined));
    await page.locator("#q").fill("thi đua");
    const alert = page.locator("#ket-qua").getByRole("alert");
    await alert.waitFor();
    assert.match(await alert.innerText(), /Không tải được/);
    assert.doesNotMatch(await alert.innerText(), /\.bin/, "file names appear only in the console");
    // The page is not reloaded.
    await page.evaluate(() => (window.isTheSameDocument = true));
    instead = () => undefined;
    await alert.getByRole("button", { name: "Thử lại" }).click();
    await page.locator("#ket-qua mark").first().waitFor();
    assert.equal(await alert.count(), 0);
    assert.equal(await page.evaluate(() => window.isTheSameDocument), true);
  });
}

test("page that is open during a rebuild continues with the new index", async (t) => {
  const [old, later] = [it.pieces, it.later].map((site) => join(site, "search"));
  const gone = new Set(await readdir(old));
  for (const name of await readdir(later)) gone.delete(name);
  await cp(later, old, { recursive: true });
  const manifest = await readFile(join(it.later, "edition.json"), "utf8");
  const { visit } = await reader(t, it.browser, it.host, { expected: [/404/, /^console warning: .* NotFound/] });
  const page = await visit();
  instead = (path) => {
    if (path === "edition.json") return { body: manifest };
    return gone.has(path.replace("search/", "")) ? { status: 404, body: "" } : undefined;
  };
  t.after(() => (instead = () => undefined));
  await page.locator("#q").fill("thi đua");
  await page.locator("#ket-qua mark").first().waitFor();
});

test("search reports a lost network and continues when it is back", async (t) => {
  const { context, visit } = await reader(t, it.browser, it.host, { expected: [/DISCONNECTED|Failed to fetch/, /^console warning: .* Offline/] });
  const page = await visit();
  await context.setOffline(true);
  await page.locator("#q").fill("công đoàn");
  await page.getByText("Không có mạng.").waitFor();
  await page.getByRole("navigation").getByRole("link", { name: "Phong trào" }).first().click();
  await page.locator("main").getByText("Không có mạng.").waitFor();
  await context.setOffline(false);
  await page.goBack();
  await page.locator("#q").fill("công đoàn ");
  await page.locator("#ket-qua mark").first().waitFor();
});

test("with fifty keys per second only the last search is shown", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit();
  const text = "phong trào thi đua lao động giỏi của công nhân";
  await page.locator("#q").pressSequentially(text, { delay: 20 });
  await complete(page);
  const [typed, direct] = [await page.locator("#ket-qua").innerText(), await visit(`?q=${encodeURIComponent(text)}`)];
  await complete(direct);
  assert.equal(typed, await direct.locator("#ket-qua").innerText());
});

test("every query has a result or an explanation", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit();
  const count = page.locator("#ket-qua .results__count");
  for (const text of ["a".repeat(10_000), "?!., ;", "-covid", "😀 🎉", "thi đua".normalize("NFD"), "'; DROP TABLE x; --", "(a+)+$", "\u0301\u0323"]) {
    await page.locator("#q").fill(text);
    await complete(page);
    assert.match(await count.innerText(), /\d|không/i, text.slice(0, 20));
    const cards = await page.locator("article.card").count();
    assert.ok(cards > 0 || (await page.locator("#ket-qua .empty").count()) === 1, text.slice(0, 20));
  }
});
