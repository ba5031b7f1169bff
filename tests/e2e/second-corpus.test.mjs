// Another corpus: other organisations, years, newspapers and campaigns, in a folder of documents. The program alone builds its
// site, in an empty folder and with an empty environment.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFile, cp, mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { serve } from "./harness/static-host.mjs";
import { launch } from "./harness/browser.mjs";
import { arrived, reader } from "./harness/visit.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const run = promisify(execFile);
const it = {};

before(async () => {
  it.folder = await mkdtemp(join(tmpdir(), "thi-dua-"));
  await copyFile(join(ROOT, "target/release/thidua"), join(it.folder, "thidua"));
  await cp(join(ROOT, "tests/second"), it.folder, { recursive: true });
  const options = ["--corpus", "corpus", "--sources", "texts", "--out", "site", "--url", "https://kho.example/song-ngan/"];
  it.said = await run("./thidua", ["build", ...options], { cwd: it.folder, env: {} });
  it.host = await serve({ dir: join(it.folder, "site"), base: "/song-ngan/" });
  it.browser = await launch();
});
after(async () => {
  await it.browser?.close();
  await it.host?.close();
  if (it.folder) await rm(it.folder, { recursive: true });
});

test("home page shows this corpus only", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit();
  assert.equal(await page.locator("article.card").count(), 4);
  assert.match(await page.title(), /Kho thi đua Sông Ngàn/);
  assert.doesNotMatch(await page.content(), /Hà Đông|Tây Hồ|Bắc Từ Liêm|Lao động Thủ đô/);
  await page.locator("input[type=search]").fill("cai tien ben soi");
  await page.locator("main:not([aria-busy]) article.card mark").first().waitFor();
  assert.match(await page.locator("article.card").first().innerText(), /Bến Sỏi/);
});

test("charts show years, differing accounts, levels, rounds and bounds", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit("phong-trao/moi-to-mot-cai-tien/");
  const main = await page.locator("main").innerText();
  for (const words of ["1.120", "1.356", "hơn 1.300", "ít nhất 1.000", "tối thiểu 1.200"]) {
    assert.ok(main.includes(words), `${words} in ${main}`);
  }
  const kindsOf = async (page) => {
    const kinds = await page.locator("figure.chart").evaluateAll((all) => all.map((chart) => chart.id.replace(/-.*/, "")));
    return new Set(kinds);
  };
  const kinds = await kindsOf(page);
  for (const kind of ["comparison", "targets", "shares"]) assert.ok(kinds.has(kind), `${kind} in ${[...kinds]}`);
  const organisation = await visit("don-vi/ldld-song-ngan/");
  const inTime = await kindsOf(organisation);
  for (const kind of ["change", "accounts", "targets"]) assert.ok(inTime.has(kind), `${kind} in ${[...inTime]}`);
  const levels = await organisation.locator("figure.chart", { hasText: "Cá nhân được khen" }).first().textContent();
  for (const level of ["cấp cơ sở", "cấp ngành", "cấp tỉnh"]) assert.ok(levels.includes(`Cá nhân được khen, ${level}`), level);
  const programme = await visit("phong-trao/bua-com-ca-du-chat/");
  assert.match(await programme.locator("main").innerText(), /từ tháng 2\/2024 đến tháng 6\/2024/);
});

test("figure links to its verified words", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit("bai-viet/song-ngan-2019-tong-ket/");
  assert.match(await page.locator("main").innerText(), /đã đối chiếu/);
  await page.locator("a[href$='/so-lieu/song-ngan-2019-ao-am/']").first().click();
  await arrived(page, "**/so-lieu/song-ngan-2019-ao-am/");
  assert.match(await page.locator("main").innerText(), /gần 2,4 tỷ đồng/);
});

test("article with full text is shown in full", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit("bai-viet/ben-soi-2024-bua-com-ca/");
  assert.match(await page.locator("main").innerText(), /không quá 3 doanh nghiệp còn dưới mức ấy/);
});

test("pictures, feed and sitemap belong to this site", async () => {
  const site = join(it.folder, "site");
  const names = await readdir(site, { recursive: true });
  // One of home, and one a campaign, article, organisation and figure, in both languages.
  assert.equal(names.filter((name) => name.endsWith(".png") && !/^(icons|guide)\//.test(name)).length, (1 + 5 + 4 + 2 + 28) * 2);
  const feed = await readFile(join(site, names.find((name) => /atom|feed/.test(name) && name.endsWith(".xml"))), "utf8");
  assert.match(feed, /https:\/\/kho\.example\/song-ngan\/bai-viet\/song-ngan-2019-tong-ket\//);
  assert.match(await readFile(join(site, "sitemap.xml"), "utf8"), /https:\/\/kho\.example\/song-ngan\/don-vi\/cong-doan-kcn-ben-soi\//);
});

test("single file opens from disk", async (t) => {
  const options = ["--single", "--corpus", "corpus", "--sources", "texts", "--out", "kho.html"];
  await run("./thidua", ["build", ...options], { cwd: it.folder, env: {} });
  const context = await it.browser.newContext();
  t.after(() => context.close());
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(`file://${join(it.folder, "kho.html")}#/phong-trao/moi-to-mot-cai-tien/`);
  await page.locator("html[data-live]").waitFor({ state: "attached" });
  await page.locator("figure.chart svg:visible").first().waitFor();
  assert.deepEqual(faults, []);
});

test("licence of the corpus is shown", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit("gioi-thieu/");
  assert.equal(await page.locator("a[rel=license]").innerText(), "CC0 1.0");
  assert.doesNotMatch(await page.content(), /CC BY/);
});
