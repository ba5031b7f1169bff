// The page of a year: the answer within reach on a phone, one sheet of paper, addresses of its rows. Without JavaScript.

import assert from "node:assert/strict";
import { test } from "node:test";
import { reader } from "./harness/visit.mjs";
import { site } from "./harness/site.mjs";

const it = site();
const YEAR = "nam/2022/";

test("year page answers on a phone within four screens, without scrolling sideways", async (t) => {
  const { visit } = await reader(t, it.browser, it.host, { width: 390, javaScript: false });
  const page = await visit(YEAR);
  const [height, width] = await page.evaluate(() => [
    document.querySelector("main").getBoundingClientRect().height,
    document.documentElement.scrollWidth,
  ]);
  assert.ok(height < 4 * 844, `${height} px`);
  assert.equal(width, 390);
  const row = page.locator("#ldld-ha-dong");
  await row.scrollIntoViewIfNeeded();
  assert.match(await row.innerText(), /Lao động giỏi.*352 “Công nhân giỏi”/s);
});

for (const path of [YEAR, `en/${YEAR}`]) {
  test(`year page prints on one sheet of A4: ${path}`, async (t) => {
    const { visit } = await reader(t, it.browser, it.host, { javaScript: false });
    const page = await visit(path);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    assert.equal(pdf.match(/\/Type\s*\/Page\b/g).length, 1);
    assert.match(pdf, /MediaBox \[0 0 841\.\d+ 594\.\d+\]/, "A4 landscape");
  });
}

test("head of the table of a year stays in view", async (t) => {
  const { visit } = await reader(t, it.browser, it.host, { width: 1280, height: 500, javaScript: false });
  const page = await visit(`${YEAR}#ldld-son-tay`);
  const box = await page.locator(".year thead th").first().boundingBox();
  assert.ok(box.y >= 0 && box.y < 60, `${box.y} px from the top`);
});
