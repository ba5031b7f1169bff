// Editor, and comparison with a reader's own copy of an article.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { EditorPage } from "./harness/editor-page.mjs";
import { pageKinds } from "./harness/routes.mjs";
import { DIR, site } from "./harness/site.mjs";
import { reader } from "./harness/visit.mjs";

const it = site();
const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const ARTICLES = join(ROOT, "tests/extract/test");
const THIDUA = process.env.THIDUA ?? join(ROOT, "target/release/thidua");
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const school = await readFile(join(ARTICLES, "truong-hoc-day-tot.txt"), "utf8");

/** Runs the command line; fails with its output. */
function thidua(...args) {
  try {
    return execFileSync(THIDUA, args, { cwd: ROOT, encoding: "utf8" });
  } catch (error) {
    return assert.fail(`thidua ${args[0]}: ${error.stdout}${error.stderr}`);
  }
}

async function opened(t, options = {}) {
  const { context, visit } = await reader(t, it.browser, it.host, options);
  const page = await visit(`${options.lang === "en" ? "en/" : ""}soan/`);
  return { context, visit, page, editor: new EditorPage(page) };
}

test("pasted and accepted article is saved as a document that validates and verifies", async (t) => {
  const { editor } = await opened(t);
  await editor.paste(school);
  assert.match(await editor.status.innerText(), /Đã đọc “Bài dán”: \d+ dữ kiện/);
  await editor.acceptEach();
  const files = await editor.saved(() => editor.press("Tải bài này (JSON + văn bản)"), 2);
  const folder = await mkdtemp(join(tmpdir(), "thidua-editor-"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const document = Object.keys(files).find((name) => name.endsWith(".json"));
  thidua("validate", "--corpus", join(folder, document));
  thidua("verify", "--corpus", join(folder, document), "--sources", folder);
  assert.ok(JSON.parse(files[document]).articles[0].figures.length >= 5);
  const merged = await editor.saved(() => editor.press("Tải kho đã gộp"), 2);
  const merging = await mkdtemp(join(tmpdir(), "thidua-merged-"));
  for (const [name, text] of Object.entries(merged)) await writeFile(join(merging, name), text);
  thidua("validate", "--corpus", join(merging, "corpus.json"));
  const ids = (file) => JSON.parse(merged[file]).articles.map((article) => article.id);
  assert.deepEqual(ids("attestation.json"), ids("corpus.json"), "the marks of the site stay, and the new article has one");
});

test("campaign of the corpus is renamed, and the saved corpus redirects its old id", async (t) => {
  const { page, editor } = await opened(t);
  await editor.ready();
  const names = page.locator("#soan-ten-kho");
  await names.getByText("Tên phong trào trong kho").click();
  await names.getByLabel("Tên, một phần của tên, hoặc id").fill("lai xe gioi");
  await editor.press("Tìm");
  await names.getByText("Đổi tên", { exact: true }).click();
  await names.getByLabel("Tên", { exact: true }).fill("Hội thi lái xe giỏi");
  await names.getByLabel("Id (địa chỉ trang)").fill("hoi-thi-lai-xe-gioi");
  await editor.press("Xem sẽ đổi gì");
  await names.getByText("Địa chỉ cũ thi-lai-xe-gioi dẫn sang hoi-thi-lai-xe-gioi").waitFor();
  await editor.press("Đổi");
  assert.match(await editor.status.innerText(), /“Thi lái xe giỏi” đổi tên thành “Hội thi lái xe giỏi”: 1 bài báo/);
  const saved = await editor.saved(() => editor.press("Tải kho đã gộp"), 2);
  const folder = await mkdtemp(join(tmpdir(), "thidua-names-"));
  await writeFile(join(folder, "corpus.json"), saved["corpus.json"]);
  thidua("validate", "--corpus", join(folder, "corpus.json"));
  assert.equal(JSON.parse(saved["corpus.json"]).redirects["thi-lai-xe-gioi"], "hoi-thi-lai-xe-gioi");
  await editor.press("Hoàn tác");
  await names.getByText("thi-lai-xe-gioi").first().waitFor();
});

test("editor reads several files and saved pages, and refuses files without text", async (t) => {
  const { page, editor } = await opened(t);
  const paragraphs = school.split("\n").filter((line) => line.trim());
  const html = `<!doctype html><html><head><title>Báo</title><link rel="canonical" href="https://bao.example/1"></head>
    <body><nav>Trang chủ 999 công nhân</nav><script>document.title = "run"</script><article><h1>${paragraphs[0]}</h1>
    ${paragraphs.slice(1).map((line) => `<p>${line}</p>`).join("")}<aside>Quảng cáo 888 công nhân</aside></article></body></html>`;
  const hospital = await readFile(join(ARTICLES, "tong-ket-nam-nganh-y-te.txt"));
  await editor.files([
    { name: "truong.html", mimeType: "text/html", buffer: Buffer.from(html) },
    { name: "y-te.txt", mimeType: "text/plain", buffer: hospital },
  ]);
  await editor.drafts.nth(1).waitFor();
  assert.equal(await editor.drafts.count(), 2);
  await editor.drafts.nth(0).getByRole("button").first().click();
  await editor.settled();
  const source = await page.locator("#soan-nguon").innerText();
  assert.ok(!source.includes("999") && !source.includes("888"), "menus and boxes are not the article");
  assert.notEqual(await page.title(), "run");
  for (const [name, bytes, reason] of [
    ["trống.txt", "", /không có chữ nào/],
    ["ảnh.txt", "\x89PNG\r\n\x1a\n\0\0", /tệp ảnh/],
    ["nhị phân.txt", "a\0b\0c", /tệp nhị phân/],
    ["tcvn3.txt", Buffer.from("Li\xaan \xae\xb5n lao \xae\xe9ng: c\xabng nh\xa9n vi\xaan ch\xf8c", "latin1"), /TCVN3/],
    ["kho.json", "{}", /không phải bản nháp/],
  ]) {
    await editor.files([{ name, mimeType: "text/plain", buffer: Buffer.from(bytes, "latin1") }], name.endsWith("json"));
    await editor.error.filter({ hasText: reason }).waitFor();
  }
  const large = join(await mkdtemp(join(tmpdir(), "thidua-editor-")), "lớn.txt");
  await writeFile(large, Buffer.alloc(20 * 1024 * 1024, "a "));
  await editor.files(large);
  await editor.error.filter({ hasText: /20 MB/ }).waitFor();
  assert.equal(await editor.drafts.count(), 2, "nothing is lost");
});

test("guesses are left by bulk acceptance, and confirmed or changed with one tap", async (t) => {
  const { page, editor } = await opened(t, { width: 390 });
  await editor.paste(school);
  const count = async () => Number((await page.locator(".desk__todo strong").innerText()).match(/\((\d+)\)/)[1]);
  const before = await count();
  await editor.press("Nhận mọi dữ kiện khớp, trừ máy đoán");
  assert.match(await editor.status.innerText(), /Để lại .*còn điều máy đoán/);
  assert.ok(await page.evaluate(() => document.activeElement.matches("[data-card]")), "the first one has the focus");
  const card = editor.cards("figure").first();
  assert.match(await card.textContent(), /Máy đoán:/);
  assert.match(await card.textContent(), /chờ xem/);
  await card.locator("[data-act=confirm][data-field=role]").click();
  await editor.settled();
  assert.equal(await count(), before - 1);
  assert.match(await card.textContent(), /đã xác nhận: vai trò/);
  await card.locator("[data-act=change][data-field=label]").click();
  await editor.settled();
  assert.match(await page.evaluate(() => document.activeElement.id), /^o-label-figure-/);
  await page.keyboard.press("Escape");
  await editor.settled();
  await card.locator("[data-act=accept]").click();
  await editor.settled();
  assert.match(await card.textContent(), /đã nhận/);
  assert.ok(!(await card.textContent()).includes("Máy đoán"));
});

test("wrong value of a figure is explained, and undo restores it", async (t) => {
  const { editor } = await opened(t);
  await editor.paste(school);
  const card = editor.cards("figure").first();
  // A card far down may not be laid out yet: then it has no inner text.
  const words = await card.locator(".fact__words").textContent();
  await card.getByRole("button", { name: "Sửa", exact: true }).click();
  await card.getByLabel("Giá trị").fill("987654");
  await card.getByRole("button", { name: "Lưu", exact: true }).click();
  await editor.settled();
  assert.match(await card.innerText(), /giá trị: không đúng như in \(chữ in: \d+; đang ghi: 987654\)/);
  await editor.press("Hoàn tác");
  assert.match(await card.innerText(), /✓ khớp chữ in/);
  assert.equal(await card.locator(".fact__words").textContent(), words);
});

test("selected words become a fact; its highlight and card point to each other", async (t) => {
  const { page, editor } = await opened(t);
  await editor.paste(school);
  const before = await editor.cards("person").count();
  const line = page.locator("#soan-nguon .src__text:not(.src__text--out)").nth(3);
  await line.evaluate((text) => {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const node = walker.nextNode();
    const range = document.createRange();
    range.setStart(node, 0);
    range.setEnd(node, node.data.indexOf(" ", 3));
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    text.dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
  });
  const form = page.locator("#soan-them");
  const chosen = await form.getByLabel("Chữ in").inputValue();
  assert.ok(chosen.length > 2);
  await form.getByLabel("Là").selectOption("person");
  await form.getByRole("button", { name: "Thêm", exact: true }).click();
  await editor.settled();
  assert.equal(await editor.cards("person").count(), before + 1);
  const mark = page.locator("#soan-nguon mark[data-fact^=figure]").first();
  const name = await mark.getAttribute("data-fact");
  await mark.click();
  await page.locator(`#the-${name}[aria-current]`).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), `the-${name}`);
  assert.ok((await page.locator("#soan-nguon mark[aria-current]").count()) >= 1);
});

test("facts are reviewed by keyboard", async (t) => {
  const { page, editor } = await opened(t);
  await editor.paste(school);
  const first = page.locator("[data-card]").first();
  await first.focus();
  await page.keyboard.press("Space");
  await editor.settled();
  assert.match(await first.innerText(), /đã nhận/);
  assert.ok(await first.evaluate((card) => card === document.activeElement), "the focus stays");
  await page.keyboard.press("ArrowDown");
  const second = page.locator("[data-card]").nth(1);
  assert.ok(await second.evaluate((card) => card === document.activeElement));
  await page.keyboard.press("Delete");
  await editor.settled();
  assert.match(await second.innerText(), /đã bỏ/);
  await page.keyboard.press("Control+z");
  await editor.settled();
  assert.match(await second.innerText(), /chờ xem/);
  await page.keyboard.press("Enter");
  await editor.settled();
  assert.ok(await second.locator("form").evaluate((form) => form.contains(document.activeElement) || form === document.activeElement));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await editor.settled();
  assert.ok(await second.evaluate((card) => card === document.activeElement));
});

test("drafts are kept after a reload and in another window", async (t) => {
  const { context, visit, page, editor } = await opened(t);
  await editor.paste(school);
  await editor.press("Nhận mọi dữ kiện khớp, trừ máy đoán");
  const progress = await page.locator(".desk__progress").innerText();
  await page.reload();
  await page.locator(".desk__progress").waitFor();
  assert.equal(await page.locator(".desk__progress").innerText(), progress);
  const other = new EditorPage(await visit("soan/"));
  await other.drafts.first().waitFor();
  const card = other.cards("figure").first();
  await card.getByRole("button", { name: "Bỏ", exact: true }).click();
  await other.settled();
  // The first window is notified.
  await editor.status.filter({ hasText: "cửa sổ khác" }).waitFor();
  assert.match(await editor.cards("figure").first().textContent(), /đã bỏ/);
  await page.getByRole("button", { name: /^Bỏ bản nháp/ }).click();
  await editor.settled();
  await editor.press("Giữ lại");
  await page.getByRole("button", { name: /^Bỏ bản nháp/ }).click();
  await editor.settled();
  await page.locator(".drafts__asked").getByRole("button", { name: "Bỏ", exact: true }).click();
  await editor.settled();
  await editor.press("Lấy lại");
  assert.equal(await editor.drafts.count(), 1, "a discarded draft can be taken back");
  await page.getByRole("button", { name: /^Bỏ bản nháp/ }).click();
  await editor.settled();
  await page.locator(".drafts__asked").getByRole("button", { name: "Bỏ", exact: true }).click();
  await editor.settled();
  await page.reload();
  await page.getByText("Chưa có bài nào trên bàn.").waitFor();
  assert.equal(context.pages().length, 2);
});

test("preview shows future pages, and its links stay in the preview", async (t) => {
  const { page, editor } = await opened(t, { lang: "en" });
  await editor.paste(school);
  await editor.press("Accept all that verify, except guesses");
  await editor.press("Preview the page");
  const preview = page.locator("[data-preview]");
  await preview.getByRole("heading", { level: 1 }).waitFor();
  const address = page.url();
  await preview.locator(".mentions a").first().click();
  await editor.settled();
  assert.equal(page.url(), address);
  await preview.getByRole("heading", { level: 1 }).waitFor();
});

test("text of 200 KB is read; prints the longest task", async (t) => {
  const { page, editor } = await opened(t);
  const [head, ...rest] = school.split("\n");
  // One article of many paragraphs, every figure of it another.
  const paragraphs = rest.filter((line) => line.split(" ").length > 15);
  let long = `${head}\n`;
  for (let i = 1; Buffer.byteLength(long) < 200 * 1024; i++) {
    long += `${paragraphs[i % paragraphs.length].replace(/\d+/g, (digits) => String(Number(digits) + 7 * i))}\n`;
  }
  await page.evaluate(() => {
    globalThis.tasks = [];
    new PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries().map((e) => e.duration))).observe({ type: "longtask" });
  });
  await editor.ready();
  await page.locator("#soan-van-ban").evaluate((area, text) => (area.value = text), long);
  const begun = Date.now();
  await page.getByRole("button", { name: "Đọc bài" }).click();
  await page.locator("[data-card]").first().waitFor({ timeout: 30_000 });
  await editor.settled();
  const read = Date.now() - begun;
  await editor.cards("figure").nth(5).locator("[data-act=accept], [data-act=propose]").first().click();
  await editor.settled();
  await page.waitForTimeout(500);
  const longest = await page.evaluate(() => Math.max(0, ...globalThis.tasks));
  t.diagnostic(`200 KB read and shown in ${read} ms, ${await page.locator("[data-card]").count()} facts, longest task ${longest} ms`);
  assert.ok((await page.locator("[data-card]").count()) > 100, "its figures are there");
});

test("article of 20 KB is read; prints the time", async (t) => {
  const { page, editor } = await opened(t);
  const text = school.repeat(Math.ceil((20 * 1024) / Buffer.byteLength(school))).slice(0, 16_000);
  await editor.ready();
  await page.locator("#soan-van-ban").fill(text);
  await page.evaluate(() => (globalThis.begun = performance.now()));
  await page.getByRole("button", { name: "Đọc bài" }).click();
  await page.locator("[data-card]").first().waitFor();
  await editor.settled();
  t.diagnostic(`${Buffer.byteLength(text)} bytes: ${Math.round(await page.evaluate(() => performance.now() - globalThis.begun))} ms from the click to the facts`);
});

for (const theme of ["light", "dark"]) {
  for (const width of [1280, 320]) {
    test(`editor with an open draft is accessible and does not scroll sideways: ${theme}, ${width} px`, async (t) => {
      const { page, editor } = await opened(t, { theme, width });
      await editor.paste(school);
      await editor.cards("figure").first().getByRole("button", { name: "Sửa", exact: true }).click();
      await editor.settled();
      await page.evaluate(axe);
      const found = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"], resultTypes: ["violations"] }));
      const violations = found.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(" ")}: ${node.failureSummary}`));
      assert.deepEqual(violations, []);
      const wide = await page.evaluate(() =>
        document.documentElement.scrollWidth <= innerWidth ? [] :
          [...document.querySelectorAll("#soan *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1).map((e) => `${e.tagName} ${e.className} ${e.id}`));
      assert.deepEqual(wide, []);
    });
  }
}

test("phone shows either text or facts", async (t) => {
  const { page, editor } = await opened(t, { width: 390, hasTouch: true });
  await editor.paste(school);
  assert.ok(await editor.cards("figure").first().isVisible());
  assert.ok(!(await page.locator("#soan-nguon").isVisible()));
  await page.locator("[data-side=source]").click();
  assert.ok(await page.locator("#soan-nguon").isVisible());
  await page.locator("#soan-nguon mark[data-fact^=figure]").first().click();
  assert.ok(!(await page.locator("#soan-nguon").isVisible()), "the card of the words comes to the front");
});

test("editor page without JavaScript says that it needs JavaScript", async (t) => {
  const { visit } = await reader(t, it.browser, it.host, { javaScript: false });
  const page = await visit("soan/");
  assert.match(await page.locator("main").innerText(), /cần JavaScript/);
});

test("editor program is loaded on its page only", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit("gioi-thieu/");
  const loaded = () => page.evaluate(() => performance.getEntriesByType("resource").some((e) => /\/desk-/.test(e.name)));
  assert.ok(!(await loaded()));
  await page.getByRole("contentinfo").getByRole("link", { name: "Bàn soạn" }).click();
  await page.waitForFunction(() => performance.getEntriesByType("resource").some((e) => /\/desk-/.test(e.name)));
});

test("link of an evidence card opens the own copy at its sentence", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const kinds = await pageKinds(DIR);
  const page = await visit(kinds.figure);
  const printed = await page.locator(".figure-title__words").innerText();
  await page.getByRole("link", { name: "Xem câu này trong bản của bạn" }).first().click();
  await page.waitForURL(/#ban-cua-toi-\d+$/);
  const sought = page.locator(".own__asked:visible");
  assert.ok((await sought.innerText()).includes(printed), "the words to look for");
  await page.locator("form[data-own] button[type=submit]:enabled").waitFor();
  await page.locator("#own-van-ban").fill(`Dòng đầu\nTheo bài báo, ${printed} đã được nêu.`);
  await page.getByRole("button", { name: "Đối chiếu", exact: true }).click();
  const found = page.locator("#own-ket-qua .src__line--sought");
  await found.waitFor();
  assert.ok((await found.innerText()).includes(printed));
  assert.ok(await found.evaluate((line) => line === document.activeElement), "the sentence has the focus");
});

test("own copy is compared with the facts and not stored", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const list = await visit("");
  await list.locator("#ket-qua article a").first().click();
  const page = list;
  await page.locator("#ban-cua-toi").waitFor();
  await page.getByText("Đối chiếu với bản của bạn").click();
  const printed = await page.locator(".clip__words").first().innerText();
  await page.locator("#own-van-ban").fill(`Dòng đầu\nTheo bài báo, ${printed} đã được nêu.`);
  await page.getByRole("button", { name: "Đối chiếu", exact: true }).click();
  const result = page.locator("#own-ket-qua");
  await result.locator("mark").first().waitFor();
  assert.match(await result.innerText(), /\d+ trên \d+ dữ kiện khớp với chữ in/);
  assert.match(await result.innerText(), /chữ này không có trên dòng/);
  assert.equal(await page.evaluate(() => Object.keys(localStorage).length), 0, "nothing is kept");
  await page.getByRole("button", { name: "Xoá khỏi trang" }).click();
  assert.equal(await result.innerText(), "");
});
