// Publishing from the workbench: the archivist's journey from a pasted article to a site that others can open.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, readdir, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { EditorPage } from "./harness/editor-page.mjs";
import { site } from "./harness/site.mjs";
import { contextFor, reader } from "./harness/visit.mjs";

const it = site();
const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const THIDUA = process.env.THIDUA ?? join(ROOT, "target/release/thidua");
const APP = process.env.THIDUA_APP_DIR ?? join(ROOT, "target/app");
const SHOTS = join(ROOT, "tests/e2e/shots");
const school = await readFile(join(ROOT, "tests/extract/test/truong-hoc-day-tot.txt"), "utf8");
/** Clicks that the whole journey may take. */
const MOST_CLICKS = 20;
/** Making a site takes long in an unoptimised program. */
const WAIT = Number(process.env.PUBLISH_WAIT ?? 180_000);

async function opened(t, options = {}) {
  const { context, visit } = await reader(t, it.browser, it.host, options);
  const page = await visit("soan/");
  return { context, visit, page, editor: new EditorPage(page) };
}

/** Counts the clicks of a person, in every frame of the page from now on. */
async function countClicks(page) {
  await page.evaluate(() => {
    window.clicks = 0;
    addEventListener("click", (event) => (window.clicks += Number(event.isTrusted)), true);
  });
  return () => page.evaluate(() => window.clicks);
}

/** Presses a button of the section "Xuất bản" and returns the file that it gives. */
async function published(page, id) {
  const download = page.waitForEvent("download", { timeout: WAIT });
  const refusal = page.locator("#xb-bao:not(:empty)").waitFor({ timeout: WAIT });
  await page.locator(`#${id}`).click();
  const file = await Promise.race([
    download,
    // Without a refusal this ends with the page, long after the file came.
    refusal.then(async () => assert.fail(await page.locator("#xb-bao").innerText()), () => new Promise(() => {})),
  ]);
  await page.locator("#xb-viec").waitFor({ state: "hidden", timeout: WAIT });
  const folder = await mkdtemp(join(tmpdir(), "thidua-publish-"));
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

/** Contents of a folder by path. */
async function contents(folder) {
  const files = new Map();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).replaceAll("\\", "/"), await readFile(path));
  }
  return files;
}

async function shot(page, name) {
  await mkdir(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `publish-${name}.png`), fullPage: true });
}

for (const width of [1280, 390]) {
  test(`pasted article becomes one file that opens from disk with its marks, at ${width} px`, async (t) => {
    const { page, editor } = await opened(t, { width });
    await editor.ready();
    const clicks = await countClicks(page);
    const begun = Date.now();
    await editor.paste(school);
    const headline = await page.locator("#soan-ten-bai").innerText();
    await shot(page, `${width}-1-pasted`);
    await editor.press("Nhận mọi dữ kiện khớp, trừ máy đoán");
    const guessed = editor.cards("figure").first();
    await guessed.locator("[data-act=accept]").click();
    await editor.settled();
    await page.locator("#goc-dia-chi").fill("https://laodongthudo.vn/bai-moi.html");
    await page.locator("#goc-ghi").click();
    await editor.settled();
    await shot(page, `${width}-2-reviewed`);
    await page.locator("#soan-buoc a").nth(2).click();
    assert.equal(await page.evaluate(() => document.activeElement.id), "soan-xuat-ban");
    assert.match(await page.locator("#soan-xuat-gi").innerText(), /trong đó 1 bài mới/);
    const file = await published(page, "xb-one-file");
    await shot(page, `${width}-3-published`);
    const count = await clicks();
    t.diagnostic(`${count} clicks, ${((Date.now() - begun) / 1000).toFixed(1)} s, ${(await stat(file)).size} bytes`);
    assert.ok(count <= MOST_CLICKS, `${count} clicks`);

    const context = await contextFor(it.browser, { width });
    t.after(() => context.close());
    const other = await context.newPage();
    const errors = [];
    other.on("pageerror", (error) => errors.push(error.message));
    await other.goto(`${pathToFileURL(file)}`);
    await other.locator("html[data-live]").waitFor({ state: "attached", timeout: 30_000 });
    await other.getByText(headline, { exact: false }).first().click();
    await other.locator(".mark--yes").first().waitFor();
    assert.deepEqual(errors, []);
    await shot(other, `${width}-4-one-file`);
  });
}

test("package is opened again, and the ZIP of the site is what thidua builds of it", async (t) => {
  const { page, editor } = await opened(t);
  await editor.paste(school);
  await editor.press("Nhận mọi dữ kiện khớp, trừ máy đoán");
  const packed = await published(page, "xb-package");
  const zip = await published(page, "xb-site-zip");
  const folder = await mkdtemp(join(tmpdir(), "thidua-zip-"));
  execFileSync("unzip", ["-q", zip, "-d", join(folder, "page")]);
  execFileSync(THIDUA, ["build", "--app", APP, "--corpus", packed, "--out", join(folder, "built")], { stdio: "pipe" });
  const [made, built] = [await contents(join(folder, "page")), await contents(join(folder, "built"))];
  assert.deepEqual([...made.keys()].sort(), [...built.keys()].sort());
  const different = [...made].filter(([path, bytes]) => !bytes.equals(built.get(path))).map(([path]) => path);
  assert.deepEqual(different, []);

  await editor.files([packed], true);
  await editor.status.filter({ hasText: "Đang dùng kho “thi-dua-kho.zip”" }).waitFor();
  assert.match(await editor.status.innerText(), /Dấu đối chiếu: (\d+) trên \1 bài/);
  const broken = join(folder, "hỏng.zip");
  await writeFile(broken, (await readFile(packed)).subarray(0, 500));
  await editor.files([broken], true);
  await editor.error.filter({ hasText: "Không mở được gói kho" }).waitFor();
});

test("publishing is cancelled, and says so; a window that works asks before it closes", async (t) => {
  const { page, editor } = await opened(t);
  await editor.ready();
  await page.locator("#xb-site-zip").click();
  await page.locator("#xb-viec").waitFor();
  assert.ok(
    await page.evaluate(() => {
      const event = new Event("beforeunload", { cancelable: true });
      dispatchEvent(event);
      return event.defaultPrevented;
    }),
  );
  await page.locator("#xb-one-file").click();
  await page.locator("#xb-bao").filter({ hasText: "Đang xuất bản rồi" }).waitFor();
  await page.locator("#xb-thoi").click();
  await page.locator("#xb-noi").filter({ hasText: "Đã dừng. Chưa lưu gì." }).waitFor({ timeout: WAIT });
  assert.equal(await page.evaluate(() => document.activeElement.id), "soan-xuat-ban", "the focus is not lost");
});

test("site is written into a folder; an older file is removed, foreign folders and full disks are refused", async (t) => {
  const { page, editor } = await opened(t);
  await editor.ready();
  // The folders of the origin's private file system behave as those of the disk, without a dialogue.
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = async (name) => root.getDirectoryHandle(name, { create: true });
    const put = async (place, name, text) => {
      const file = await (await place.getFileHandle(name, { create: true })).createWritable();
      await file.write(text);
      await file.close();
    };
    await put(await folder("foreign"), "thu.doc", "x");
    await put(await folder("site"), ".thidua-files", "old.html\n");
    await put(await folder("site"), "old.html", "old");
    window.showDirectoryPicker = async () => {
      if (window.chosen === null) throw new DOMException("", "AbortError");
      return root.getDirectoryHandle(window.chosen, { create: true });
    };
  });
  const write = async (name) => {
    await page.evaluate((chosen) => (window.chosen = chosen), name);
    await page.locator("#xb-folder").click();
  };
  const said = page.locator("#xb-bao");
  await write(null);
  await said.filter({ hasText: "Chưa chọn thư mục nào" }).waitFor();
  await write("foreign");
  await said.filter({ hasText: "thu.doc" }).waitFor();
  await write("site");
  await page.locator("#xb-noi").filter({ hasText: /1 tệp cũ đã xoá/ }).waitFor({ timeout: WAIT });
  const files = await page.evaluate(async () => {
    const site = await (await navigator.storage.getDirectory()).getDirectoryHandle("site");
    const list = await (await (await site.getFileHandle(".thidua-files")).getFile()).text();
    const index = await (await (await site.getFileHandle("index.html")).getFile()).text();
    return { list: list.trim().split("\n"), index: index.length };
  });
  assert.ok(files.index > 1000 && files.list.includes("index.html") && !files.list.includes("old.html"));
  await write("site");
  await page.locator("#xb-noi").filter({ hasText: /0 tệp mới hoặc đã đổi/ }).waitFor({ timeout: WAIT });
  await page.evaluate(() => {
    FileSystemFileHandle.prototype.createWritable = () => Promise.reject(new DOMException("", "QuotaExceededError"));
  });
  await write("full");
  await said.filter({ hasText: "Đĩa đầy" }).waitFor({ timeout: WAIT });
});

test("title is changed, undone, and kept over a reload", async (t) => {
  const { page, editor } = await opened(t);
  await editor.ready();
  await page.locator("#soan-trang summary").first().click();
  const title = page.getByLabel("Tên kho (tiếng Việt)");
  const before = await title.inputValue();
  await title.fill("Thi đua xứ Mây");
  await page.locator("#trang-ghi").click();
  await editor.settled();
  await page.reload();
  await editor.ready();
  await editor.settled();
  await page.locator("#soan-trang summary").first().filter({ hasText: "đã sửa, chưa xuất bản" }).click();
  assert.equal(await title.inputValue(), "Thi đua xứ Mây");
  await title.fill(before);
  await page.locator("#trang-ghi").click();
  await editor.settled();
  assert.ok(!(await page.locator("#soan-trang").innerText()).includes("đã sửa, chưa xuất bản"));
});
