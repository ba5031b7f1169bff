// Absolute URLs in copied and saved citations of a site that was built without its host name; and browsers that refuse to copy
// or scramble pictures.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { clickInMenu } from "./harness/menu.mjs";
import { reader } from "./harness/visit.mjs";
import { site } from "./harness/site.mjs";

const it = site();
const PAGES = ["don-vi/ldld-ha-dong/", "phong-trao/lao-dong-gioi-lao-dong-sang-tao/", "bai-viet/ha-dong-2022-hieu-qua-phong-trao/"];

/** Returns every URL in a citation: after `{`, white space or a quotation mark. */
const addresses = (text) => text.match(/(?<=[{"\s])(https?:)?\/[^\s"{},]+/g) ?? [];

for (const path of PAGES) {
  test(`URLs in copied citations of ${path} have a host`, async (t) => {
    const { context, visit } = await reader(t, it.browser, it.host);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const page = await visit(path);
    for (const form of await page.locator(".cite__form").all()) {
      await clickInMenu(form.locator("[data-do=copy]"));
      await form.locator(".copy__said", { hasText: "Đã chép" }).waitFor();
      const text = await page.evaluate(() => navigator.clipboard.readText());
      const found = addresses(text);
      assert.ok(found.length > 0, text);
      for (const address of found) assert.match(address, /^https?:\/\/[^/]+\//, text);
      assert.equal(await form.locator("pre").textContent(), text, "what is shown is what is copied");
    }
  });
}

test("saved citation has absolute URLs", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit(PAGES[2]);
  await page.locator("details.cite > summary").first().click();
  for (const link of await page.locator(".cite__form a[download]").all()) {
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    assert.match(download.suggestedFilename(), /^trich-dan\.(bib|ris|csl\.json)$/);
    const text = await readFile(await download.path(), "utf8");
    for (const address of addresses(text)) assert.match(address, /^https?:\/\/[^/]+\//, text);
  }
});

test("printed page shows its absolute URL", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit(PAGES[0]);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  assert.equal(await page.locator(".printed-from").textContent(), new URL(PAGES[0], it.host.url).href);
});

test("text is selected if the browser refuses to copy", async (t) => {
  const { context, visit } = await reader(t, it.browser, it.host);
  await context.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("refused")) } });
  });
  const page = await visit(PAGES[0]);
  const selected = () => page.evaluate(() => getSelection().toString());

  await page.locator(".page-tools [data-do=copy]").first().click();
  const said = page.locator(".page-tools .copy__said").first();
  await said.getByText("Trình duyệt không cho chép").waitFor();
  const address = new URL(PAGES[0], it.host.url).href;
  assert.ok((await said.textContent()).endsWith(address), "the link follows the words");
  assert.equal(await selected(), address);

  await page.locator("details.cite > summary").first().click();
  const form = page.locator(".cite__form").first();
  await form.locator("[data-do=copy]").click();
  await form.locator(".copy__said", { hasText: "trích dẫn" }).waitFor();
  assert.equal((await selected()).trim(), (await form.locator("pre").textContent()).trim());
});

/** Canvas protections of browsers: noise, plain white, noise in pictures only. */
const GUARDS = {
  "noise in points and pictures": () => {
    const { toBlob } = HTMLCanvasElement.prototype;
    const { getImageData } = CanvasRenderingContext2D.prototype;
    HTMLCanvasElement.prototype.toBlob = function (done, ...rest) {
      const context = this.getContext("2d");
      const noise = context.createImageData(this.width, this.height);
      for (let i = 0; i < noise.data.length; i += 1) noise.data[i] = (i * 7919) % 251;
      context.putImageData(noise, 0, 0);
      return toBlob.call(this, done, ...rest);
    };
    CanvasRenderingContext2D.prototype.getImageData = function (...place) {
      const read = getImageData.apply(this, place);
      for (let i = 0; i < read.data.length; i += 1) read.data[i] = (i * 104729) % 251;
      return read;
    };
  },
  "plain white": () => {
    const { toBlob } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.toBlob = function (done, ...rest) {
      const context = this.getContext("2d");
      context.fillStyle = "#fff";
      context.fillRect(0, 0, this.width, this.height);
      return toBlob.call(this, done, ...rest);
    };
  },
  "stripes that leave the corners alone": () => {
    const { toBlob } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.toBlob = function (done, ...rest) {
      const context = this.getContext("2d");
      for (let y = 40; y < this.height - 40; y += 2) context.fillRect(0, y, this.width, 1);
      context.fillRect(0, this.height * 0.2, this.width, this.height * 0.6);
      return toBlob.call(this, done, ...rest);
    };
  },
};

for (const [guard, install] of Object.entries(GUARDS)) {
  test(`scrambled picture is neither saved nor copied: ${guard}`, async (t) => {
    const { context, visit } = await reader(t, it.browser, it.host);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await context.addInitScript(install);
    const page = await visit(PAGES[0]);
    const downloads = [];
    page.on("download", (download) => downloads.push(download.suggestedFilename()));
    const chart = page.locator("figure.chart").first();
    for (const format of ["png", "image"]) {
      await clickInMenu(chart.locator(`[data-do=take][data-format=${format}]`));
      await chart.locator(".take__said", { hasText: "làm nhiễu hình" }).waitFor();
      await chart.locator(`[data-do=take][data-format=${format}]:not([aria-busy])`).waitFor();
      await chart.locator(".take__said").evaluate((said) => (said.textContent = ""));
    }
    assert.deepEqual(downloads, []);
    // The offered alternative works.
    const [svg] = await Promise.all([page.waitForEvent("download"), clickInMenu(chart.locator("[data-do=take][data-format=svg]"))]);
    assert.match(svg.suggestedFilename(), /\.svg$/);
  });
}
