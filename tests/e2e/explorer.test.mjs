// The figure explorer of a small corpus: tabs, order, choices, rows of a phone, without JavaScript.

import assert from "node:assert/strict";
import { test } from "node:test";
import { arrived, reader } from "./harness/visit.mjs";
import { site } from "./harness/site.mjs";

const it = site();

/** True if the element has the focus. */
const hasFocus = (locator) => locator.evaluate((element) => element === document.activeElement);

for (const [width, height] of [[1280, 800], [390, 844]]) {
  for (const path of ["so-lieu/", "en/so-lieu/", "so-lieu/?don-vi=ldld-ha-dong&vai-tro=result"]) {
    test(`first figure of ${path} stands in the first screen of ${width} × ${height}`, async (t) => {
      const { visit } = await reader(t, it.browser, it.host, { width, height });
      const page = await visit(path);
      const row = await page.locator("table.figures tbody tr").first().boundingBox();
      assert.ok(row.y + row.height <= height, `it ends at ${row.y + row.height} px`);
    });
  }
}

for (const width of [320, 390, 768, 1280]) {
  test(`table at ${width} px is a table, and the page does not scroll sideways`, async (t) => {
    const { visit } = await reader(t, it.browser, it.host, { width });
    const page = await visit("so-lieu/?xep=-gia-tri");
    const table = page.getByRole("table", { name: "Bảng số liệu" });
    assert.equal(await table.getByRole("rowheader").count(), await page.locator("table.figures tbody tr").count());
    for (const name of ["Đơn vị", "Năm", "Số liệu như in", "Phong trào", "Bài báo"]) {
      assert.equal(await table.getByRole("columnheader", { name }).count(), 1, name);
    }
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });
}

test("row of a phone has organisation and year in its first line, then the printed words", async (t) => {
  const { visit } = await reader(t, it.browser, it.host, { width: 390 });
  const page = await visit("so-lieu/");
  const row = page.locator("table.figures tbody tr").first();
  const top = (part) => row.locator(part).evaluate((cell) => cell.getClientRects()[0].top);
  const [who, when, printed] = [await top(".figures__who a"), await top(".figures__when"), await top("th a")];
  assert.ok(Math.abs(who - when) < 6 && printed - who > 12, `${[who, when, printed]}`);
  assert.match(await row.innerText(), /^LĐLĐ .+\d{4}/);
});

test("tabs and heads are links that keep the focus and the place, and Back returns", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit("so-lieu/?nam=2022");
  await page.evaluate(() => (window.isSame = true));
  const charts = page.locator("#xem-bieu-do");
  await charts.focus();
  await page.keyboard.press("Enter");
  await arrived(page, /\?nam=2022&xem=bieu-do$/);
  await page.locator("figure.chart").first().waitFor();
  assert.ok(await hasFocus(charts));
  assert.equal(await charts.getAttribute("aria-current"), "true");
  assert.equal(await page.locator("table.figures").count(), 0);
  await page.goBack();
  await page.locator("table.figures").waitFor();
  const organisation = page.locator("#xep-don-vi");
  for (const [order, direction] of [["don-vi", "ascending"], ["-don-vi", "descending"]]) {
    await organisation.click();
    await arrived(page, new RegExp(`xep=${order}$`));
    assert.equal(await page.locator(`th[aria-sort=${direction}] #xep-don-vi`).count(), 1);
    assert.ok(await hasFocus(organisation));
  }
  await page.locator("select[name=vai-tro]").selectOption("result");
  await page.waitForURL(/\?vai-tro=result&nam=2022&xep=-don-vi$/);
  assert.ok(await page.evaluate(() => window.isSame), "no page was loaded for it");
});

test("chosen value is removed by one tap, and the focus goes to the count", async (t) => {
  const { visit } = await reader(t, it.browser, it.host, { width: 390 });
  const page = await visit("so-lieu/?don-vi=ldld-ha-dong&nam=2022");
  const count = page.locator(".results__count");
  assert.match(await count.innerText(), /số liệu: LĐLĐ quận Hà Đông × · 2022 ×/);
  await count.getByRole("link", { name: "2022" }).click();
  await arrived(page, /\?don-vi=ldld-ha-dong$/);
  assert.ok(await hasFocus(count));
  assert.doesNotMatch(await count.innerText(), /2022/);
});

test("without JavaScript the table is complete, and says what the rest needs", async (t) => {
  const { visit } = await reader(t, it.browser, it.host, { javaScript: false, width: 390 });
  for (const [lang, words] of [["", /cần JavaScript/], ["en/", /need JavaScript/]]) {
    const page = await visit(`${lang}so-lieu/`, { live: false });
    assert.match(await page.locator("main").innerText(), words);
    assert.ok((await page.locator("table.figures tbody tr").count()) > 30);
    assert.equal(await page.locator(".sheet__open").isVisible(), false);
    assert.equal(await page.locator(".choices").isVisible(), false);
  }
});
