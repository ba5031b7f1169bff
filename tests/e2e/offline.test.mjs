// Offline use after one visit, and replacement of a build by a newer one.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, readdir, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { serve } from "./harness/static-host.mjs";
import { BASE, DIR, site } from "./harness/site.mjs";

const it = site();

/** Opens a page with service workers on its own host. */
async function openWithCache(t, dir = DIR) {
  const host = await serve({ dir, base: BASE });
  const context = await it.browser.newContext({ locale: "vi-VN" });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  t.after(async () => {
    await context.close();
    await host.close();
  });
  return { host, context, page };
}

const live = (page) => page.locator("html[data-live]").waitFor({ state: "attached" });

test("every page opens offline after one visit", async (t) => {
  const { host, context, page } = await openWithCache(t);
  await page.goto(host.url);
  await live(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await host.close();
  for (const path of ["", "phong-trao/", "en/don-vi/ldld-ha-dong/"]) {
    const other = await context.newPage();
    await other.goto(host.url + path);
    await live(other);
    const heading = await other.getByRole("heading", { level: 1 }).first().innerText();
    assert.ok(heading.length > 0 && !/Không có trang/.test(heading), `${path}: ${heading}`);
    await other.close();
  }
});

test("page without its program is not reloaded if the host has the same page, and the reader is told", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "thi-dua-"));
  t.after(() => rm(folder, { recursive: true }));
  await cp(DIR, folder, { recursive: true });
  const script = (await readdir(folder)).find((name) => /^thi-dua-app-\w+\.js$/.test(name));
  await rename(join(folder, script), join(folder, "gone.js"));
  const { host, page } = await openWithCache(t, folder);
  let loads = 0;
  page.on("request", (request) => (loads += request.isNavigationRequest() ? 1 : 0));
  await page.goto(`${host.url}phong-trao/`);
  assert.match(await page.getByRole("alert").innerText(), /Không tải được chương trình/);
  assert.equal(loads, 1);
  assert.ok((await page.getByRole("heading", { level: 1 }).innerText()).length > 0, "the page is readable");
  // The file is back: the next visit works.
  await rename(join(folder, "gone.js"), join(folder, script));
  await page.reload();
  await live(page);
});

test("files named by web manifest and service worker exist", async () => {
  const worker = await readFile(join(DIR, "sw.js"), "utf8");
  const { files, shell } = JSON.parse(/ = (\{.*\});\n/.exec(worker)[1]);
  const manifest = JSON.parse(await readFile(join(DIR, "manifest.webmanifest"), "utf8"));
  for (const address of [...files, shell, manifest.start_url, ...manifest.icons.map((icon) => icon.src)]) {
    const path = address.slice(BASE.length);
    await readFile(join(DIR, path === "" || path.endsWith("/") ? `${path}index.html` : path));
  }
  assert.ok(files.some((file) => /corpus-\w+\.json$/.test(file)));
});

test("home page and explorer are hydrated, or redrawn if built from older data", async (t) => {
  const { host } = await openWithCache(t);
  // Without a service worker, whose requests Playwright cannot intercept.
  const context = await it.browser.newContext({ locale: "vi-VN", serviceWorkers: "block" });
  t.after(() => context.close());
  for (const path of ["", "so-lieu/"]) {
    for (const isOld of [false, true]) {
      const page = await context.newPage();
      if (isOld) {
        await page.route(host.url + path, async (route) => {
          const answer = await route.fetch();
          // The files that it names are gone.
          const zeros = (text) => text.replace(/(?<=[-;])[0-9a-f]{6,}(?=[-.&])/g, (hash) => "0".repeat(hash.length));
          const html = (await answer.text()).replace(/ data-edition="[^"]+"/, zeros);
          await route.fulfill({ response: answer, body: html });
        });
      }
      await page.addInitScript(() => {
        addEventListener("DOMContentLoaded", () => (globalThis.built = document.getElementById("main")));
      });
      await page.goto(host.url + path);
      await live(page);
      const isKept = await page.evaluate(() => globalThis.built.isConnected);
      assert.equal(isKept, !isOld, `${path}, ${isOld ? "old" : "new"}`);
      await page.close();
    }
  }
});

test("data manifest comes from the network first, and from the cache offline", async (t) => {
  const { host, context, page } = await openWithCache(t);
  await page.goto(host.url);
  await live(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  const asked = [];
  const edition = JSON.parse(await readFile(join(DIR, "edition.json"), "utf8"));
  const newer = JSON.stringify({ ...edition, edition: "newer" });
  await context.route("**/edition.json", (route) => {
    asked.push(route.request().url());
    return route.fulfill({ body: newer, contentType: "application/json" });
  });
  await page.goto(`${host.url}phong-trao/`);
  await live(page);
  assert.ok(asked.length > 0, "through the service worker to the network");
  assert.equal(await page.locator("#app").getAttribute("data-manifest"), newer);
  await context.unroute("**/edition.json");
  await host.close();
  await page.reload();
  await live(page);
  assert.match(await page.locator("#app").getAttribute("data-manifest"), /"corpus":"corpus-\w+\.json"/);
});
