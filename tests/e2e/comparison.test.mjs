// The comparison: choosing by tapping and by search, the link to a state, what is missing, without JavaScript, by keyboard.

import assert from "node:assert/strict";
import { test } from "node:test";
import { arrived, reader } from "./harness/visit.mjs";
import { site } from "./harness/site.mjs";

const it = site();
const MEASURE = "phong-trao=danh-hieu-lao-dong-gioi&dem=individual-times&vai-tro=result&cap=grassroots";

const heading = (page) => page.getByRole("heading", { level: 1 }).innerText();

test("a tap on a measure shows its figures and why others cannot be compared; the copied link opens the same", async (t) => {
  const { context, visit } = await reader(t, it.browser, it.host);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await visit("so-sanh/");
  await page.getByText(/^Xem cả \d+ loại số liệu/).click();
  await page.locator(`main a[href$="?${MEASURE}"]`).click();
  await arrived(page, new URL(`so-sanh/?${MEASURE}`, it.host.url).href);
  await page.getByRole("heading", { level: 1, name: "Bắc Từ Liêm" }).waitFor();
  const found = await heading(page);
  assert.match(found, /3\.090 lượt cá nhân/);
  assert.match(await page.getByRole("main").innerText(), /Hà Đông: 352[^]*tính bằng cá nhân, không phải lượt cá nhân/);

  await page.getByRole("button", { name: "Chép liên kết" }).click();
  await page.getByText("Đã chép").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(link, page.url());
  const title = await page.title();
  assert.ok(title.startsWith(found));
  const other = await reader(t, it.browser, it.host);
  const opened = await other.visit(link);
  assert.equal(await heading(opened), found);
  assert.equal(await opened.title(), title);
});

test("organisations are found by name, added and removed, and one without a figure is not stated", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit(`so-sanh/?${MEASURE}`);
  await page.getByRole("searchbox", { name: "Tìm đơn vị để thêm" }).fill("ha dong");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Thêm Hà Đông" }).click();
  await arrived(page, /don-vi=ldld-ha-dong$/);
  await page.getByRole("row", { name: /Hà Đông.*không nêu/ }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "chon", "the focus stays with the choices");
  await page.getByRole("link", { name: "Bỏ Hà Đông" }).click();
  await arrived(page, new URL(`so-sanh/?${MEASURE}`, it.host.url).href);
});

test("a removed organisation is named and the rest is shown", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit(`so-sanh/?${MEASURE}&don-vi=khong-con&don-vi=ldld-bac-tu-liem`);
  const text = await page.getByRole("main").innerText();
  assert.match(text, /Kho không còn đơn vị “khong-con”/);
  assert.match(text, /3\.090 lượt cá nhân/);
});

test("without JavaScript the measures are listed, and the page says what it needs", async (t) => {
  const { visit } = await reader(t, it.browser, it.host, { javaScript: false });
  const page = await visit("so-sanh/", { live: false });
  await page.getByText("mở từng so sánh cần JavaScript").waitFor();
  await page.getByText(/^Xem cả \d+ loại số liệu/).click();
  assert.ok((await page.getByRole("main").getByRole("row").count()) > 10);
  assert.equal(await page.getByRole("searchbox", { name: "Tìm phong trào" }).count(), 0);
});

test("columns are sorted by keyboard, and the focus stays on the column", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit(`so-sanh/?${MEASURE}`);
  await page.locator("#xep-so").focus();
  await page.keyboard.press("Enter");
  await arrived(page, /xep=so$/);
  await page.locator('th[aria-sort="ascending"]').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "xep-so");
});
