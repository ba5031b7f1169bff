// Questions that readers come with, answered in as few taps as the site promises.

import assert from "node:assert/strict";
import { test } from "node:test";
import { HomePage } from "./harness/home-page.mjs";
import { arrived, reader } from "./harness/visit.mjs";
import { site } from "./harness/site.mjs";

const it = site();

/** Returns a function that taps an element and counts the taps. */
function tapper(page) {
  const taps = { count: 0 };
  taps.tap = async (locator) => {
    await locator.click();
    taps.count += 1;
  };
  taps.page = page;
  return taps;
}

test("officer on a phone: which districts ran it in 2022, what did each promise and reach", async (t) => {
  const { context, visit } = await reader(t, it.browser, it.host, { width: 390, hasTouch: true });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await visit();
  const taps = tapper(page);
  await taps.tap(page.getByRole("link", { name: "Xem năm 2022" }));
  await arrived(page, /\/nam\/2022\/$/);
  const shared = page.locator(".year-together").innerText();
  assert.match(await shared, /Lao động giỏi, lao động sáng tạo\s+Hà Đông triển khai; Hoàng Mai hưởng ứng; Sơn Tây triển khai/);
  const rows = await page.locator("main").innerText();
  for (const printed of ["352 “Công nhân giỏi”, “Lao động giỏi”", "ít nhất 70% sáng kiến", "77 gương công nhân, viên chức, lao động tiêu biểu", "không nêu"]) {
    assert.ok(rows.includes(printed), printed);
  }
  await taps.tap(page.getByRole("button", { name: "Chép liên kết" }).first());
  await page.getByText("Đã chép").first().waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), page.url());
  assert.equal(taps.count, 2);
});

test("officer types the question as people ask it, without marks", async (t) => {
  const { visit } = await reader(t, it.browser, it.host, { width: 390 });
  const page = await visit();
  const home = new HomePage(page);
  await home.search("quan nao lao dong gioi nam 2022");
  const headlines = await home.headlines();
  for (const district of ["Hà Đông", "Hoàng Mai", "Sơn Tây"]) {
    assert.ok(headlines.some((headline) => headline.includes(district)), `${district}: ${headlines}`);
  }
});

test("journalist: from a figure of the movement to the paragraph that prints it", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit("phong-trao/lao-dong-gioi-lao-dong-sang-tao/");
  const taps = tapper(page);
  await taps.tap(page.getByRole("link", { name: "352 “Công nhân giỏi”, “Lao động giỏi”" }).first());
  await arrived(page, /\/so-lieu\/[^/]+\/$/);
  await taps.tap(page.getByRole("link", { name: "đoạn 2 của bài" }).first());
  await arrived(page, /\/bai-viet\/[^/]+\/#dong-5$/);
  assert.match(await page.locator("#dong-5").innerText(), /352/);
  assert.equal(taps.count, 2);
});
