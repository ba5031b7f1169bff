// The guide: its pictures show what the pages show now, and its pages read well.
//
// The pictures are taken here, see harness/guide-pictures.mjs:
//
//   GUIDE_PICTURES=write node --test tests/e2e/guide.test.mjs

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { EditorPage } from "./harness/editor-page.mjs";
import { picture } from "./harness/guide-pictures.mjs";
import { site } from "./harness/site.mjs";
import { arrived, contextFor, reader, waitForHydration } from "./harness/visit.mjs";

const it = site();
const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const school = await readFile(join(ROOT, "tests/extract/test/truong-hoc-day-tot.txt"), "utf8");

/** Opens a page of the site in the light theme, as the pictures show it. */
async function opened(t, path, width) {
  const context = await contextFor(it.browser, { width, height: 900, theme: "light" });
  context.setDefaultTimeout(30_000);
  t.after(() => context.close());
  const page = await context.newPage();
  await page.goto(new URL(path, it.host.url).href, { waitUntil: "load" });
  await waitForHydration(page);
  return page;
}

/** Opens the workbench with the school article. */
async function workbench(t, width = 720) {
  const page = await opened(t, "soan/", width);
  const editor = new EditorPage(page);
  await editor.paste(school);
  return { page, editor };
}

test("picture of a search", async (t) => {
  const page = await opened(t, "?q=lao+dong+gioi", 390);
  await page.locator("main:not([aria-busy])").waitFor();
  await picture(page, "tim-kiem", [page.getByRole("button", { name: "Lọc" }), page.locator(".results__bar"), page.locator(".results .card").first()], { height: 620 });
});

test("pictures of a figure and of its mark", async (t) => {
  const page = await opened(t, "bai-viet/tay-ho-2020-phat-huy-hieu-qua/", 720);
  await picture(page, "so-lieu", [page.locator(".clips").first()], { height: 400 });
  await page.goto(new URL("so-lieu/tay-ho-2020-sang-kien-ung-dung/", it.host.url).href, { waitUntil: "load" });
  await waitForHydration(page);
  await page.locator(".mark summary").first().click();
  await picture(page, "doi-chieu", [page.locator(".clip--large")], { height: 400 });
});

test("picture of a comparison", async (t) => {
  const page = await opened(t, "so-lieu/?don-vi=ldld-tay-ho&xem=bieu-do", 760);
  await page.locator("main:not([aria-busy])").waitFor();
  const chart = page.locator("figure.chart").first();
  const parts = [page.locator(".explored__bar"), chart.locator("figcaption"), chart.locator(".chart__svg:visible")];
  await picture(page, "so-sanh", parts, { height: 740 });
});

test("pictures of the workbench", async (t) => {
  const empty = await opened(t, "soan/", 720);
  await new EditorPage(empty).ready();
  await picture(empty, "dan-bai", [empty.locator("form[data-intake]")]);
  const { page, editor } = await workbench(t);
  await editor.press("Nhận mọi dữ kiện khớp, trừ máy đoán");
  const figure = page.locator("[data-card^=figure-]");
  await figure.nth(3).scrollIntoViewIfNeeded();
  await picture(page, "the-du-kien", [figure.nth(3).locator(".fact")]);
  await figure.nth(0).scrollIntoViewIfNeeded();
  await picture(page, "may-doan", [figure.nth(0).locator(".fact")]);
});

test("picture of a renamed campaign", async (t) => {
  const page = await opened(t, "soan/", 720);
  const editor = new EditorPage(page);
  await editor.ready();
  const names = page.locator("#soan-ten-kho");
  await names.getByText("Tên phong trào trong kho").click();
  await names.getByLabel("Tên, một phần của tên, hoặc id").fill("lai xe gioi");
  await editor.press("Tìm");
  await names.getByText("Đổi tên", { exact: true }).click();
  await names.getByLabel("Tên", { exact: true }).fill("Hội thi lái xe giỏi");
  await editor.press("Xem sẽ đổi gì");
  await names.getByText("Kho chưa đổi gì.").waitFor();
  await picture(page, "sua-ten", [names], { height: 900 });
});

test("picture of the step that publishes", async (t) => {
  const { page, editor } = await workbench(t);
  await editor.press("Nhận mọi dữ kiện khớp, trừ máy đoán");
  await page.locator("#soan-xuat-ban").scrollIntoViewIfNeeded();
  await page.locator("#soan-xuat-gi").getByText("bài mới").waitFor();
  await picture(page, "xuat-ban", [page.locator("#soan-xuat-gi"), page.locator("#soan-xuat")], { height: 500 });
});

test("guide is reached from the footer, read page by page, and its pictures have arrived", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit("");
  await page.getByRole("contentinfo").getByRole("link", { name: "Hướng dẫn" }).click();
  await arrived(page, /huong-dan\/$/);
  await page.getByRole("link", { name: "Tìm và đọc một bài, một phong trào, một số liệu" }).click();
  await arrived(page, /huong-dan\/tim-va-doc\/$/);
  await page.getByRole("heading", { level: 1, name: "Tìm và đọc một bài" }).waitFor();
  for (const picture of await page.locator("main img").all()) {
    await picture.scrollIntoViewIfNeeded();
    await picture.evaluate((image) => image.decode());
  }
  await page.getByRole("navigation", { name: "Trang trước và trang sau" }).getByRole("link").click();
  await arrived(page, /huong-dan\/so-tai-trich-dan-in\/$/);
  await page.getByRole("link", { name: "English" }).click();
  await arrived(page, /en\/huong-dan\/so-tai-trich-dan-in\/$/);
  await page.getByRole("heading", { level: 1, name: "Compare, download, cite, print" }).waitFor();
});

test("chapter reads without JavaScript, and is printed without buttons", async (t) => {
  const { visit } = await reader(t, it.browser, it.host, { javaScript: false });
  const page = await visit("huong-dan/bai-dau-tien/");
  assert.ok((await page.locator("main ol > li").count()) >= 8);
  await page.emulateMedia({ media: "print" });
  assert.ok(!(await page.getByRole("navigation", { name: "Trang trước và trang sau" }).isVisible()));
  assert.ok(await page.locator("main img").first().isVisible());
});
