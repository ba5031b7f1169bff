// Hosts that serve a page at an unusual URL: the app trusts the page, not the URL.

import assert from "node:assert/strict";
import { readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { delayWasm, waitUntilLive } from "./harness/delayed-app.mjs";
import { launch } from "./harness/browser.mjs";
import { TYPES, listen } from "./harness/static-host.mjs";
import { pageKinds } from "./harness/routes.mjs";
import { BASE, DIR } from "./harness/site.mjs";
import { contextFor, watch } from "./harness/visit.mjs";

const ARCHIVE = "/web/20240101120000/http://vi.du";
const kinds = await pageKinds(DIR);
const it = {};

/** A host that ignores case and escapes, accepts session ids, and has an archive, with rewritten links if `rewrites`. */
async function serve({ rewrites }) {
  return listen(async (request, response) => {
    let path = decodeURIComponent(new URL(`http://x${request.url}`).pathname).replace(/;[^/]*/g, "");
    const isArchived = path.startsWith(ARCHIVE);
    if (isArchived) path = path.slice(ARCHIVE.length);
    const below = path.toLowerCase().startsWith(BASE) ? path.slice(BASE.length) : undefined;
    const exact = below === undefined ? undefined : join(DIR, below);
    const loose = below === undefined ? undefined : join(DIR, below.toLowerCase());
    let file = (await stat(exact ?? "-").catch(() => null)) ? exact : loose;
    if ((await stat(file ?? "-").catch(() => null))?.isDirectory()) file = join(file, "index.html");
    let body = file ? await readFile(file).catch(() => null) : null;
    const status = body ? 200 : 404;
    body ??= await readFile(join(DIR, "404.html"));
    const type = status === 404 ? TYPES[".html"] : (TYPES[extname(file)] ?? "application/octet-stream");
    if (rewrites && isArchived && type.startsWith("text/html")) body = String(body).replace(/(<a (?:[^>]*? )?href=")\//g, `$1${ARCHIVE}/`);
    response.writeHead(status, { "content-type": type }).end(body);
  });
}

before(async () => {
  it.browser = await launch();
  it.host = await serve({ rewrites: false });
  it.archive = await serve({ rewrites: true });
});
after(async () => {
  await it.browser?.close();
  it.host?.close();
  it.archive?.close();
});

async function open(t, address, { origin } = it.host) {
  const context = await contextFor(it.browser);
  const page = await context.newPage();
  const { faults } = watch(page, origin);
  t.after(async () => {
    await context.close();
    assert.deepEqual(faults, []);
  });
  await page.goto(origin + address);
  await waitUntilLive(page);
  return page;
}

const titleOf = async (path) => /<title>([^<]*)/.exec(await readFile(join(DIR, path, "index.html"), "utf8"))[1].replaceAll("&quot;", '"').replaceAll("&amp;", "&");
const upper = (path) => path.split("/").map((part) => part.replace(/^./, (c) => c.toUpperCase())).join("/");

const WAYS = {
  "another letter case": (path) => BASE + upper(path),
  "capitals only": (path) => BASE + path.toUpperCase(),
  "escaped hyphens": (path) => BASE + path.replaceAll("-", "%2D"),
  "a session id": (path) => `${BASE}${path};jsessionid=A1B2C3`,
  "a file in capitals": (path) => `${BASE}${path}INDEX.HTML`,
  "an archive": (path) => ARCHIVE + BASE + path,
};

for (const [way, address] of Object.entries(WAYS)) {
  for (const kind of ["home", "campaigns", "article", "figures"]) {
    test(`URL with ${way}: the page of kind ${kind} is hydrated, and Back returns to it`, async (t) => {
      const path = kinds[kind];
      const page = await open(t, address(path));
      assert.equal(await page.title(), await titleOf(path));
      assert.doesNotMatch(await page.locator("h1").innerText(), /Không có trang/);
      const here = page.url();
      // Links work, inside of the app or as page loads.
      await page.locator(".masthead__nav a", { hasText: "Đơn vị" }).click();
      await page.waitForFunction(() => document.querySelector("h1")?.innerText.includes("Đơn vị"));
      await waitUntilLive(page);
      await page.goBack();
      await page.waitForURL(here);
      await page.waitForFunction((title) => document.title === title, await titleOf(path));
      await waitUntilLive(page);
      assert.doesNotMatch(await page.locator("h1").innerText(), /Không có trang/);
    });
  }
}

test("archive with rewritten links: all links stay in the archive", async (t) => {
  const page = await open(t, `${ARCHIVE}${BASE}phong-trao/`, it.archive);
  assert.match(await page.locator("h1").innerText(), /Phong trào/);
  await page.locator(".grid tbody th a").first().click();
  await page.waitForFunction(() => location.pathname.split("/phong-trao/")[1]);
  await waitUntilLive(page);
  const hrefs = await page.locator("main a[href^='/']").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  assert.ok(hrefs.length > 3);
  for (const href of hrefs) assert.ok(href.startsWith(ARCHIVE + BASE), `${href} on ${page.url()}`);
  await page.reload();
  await waitUntilLive(page);
  assert.doesNotMatch(await page.locator("h1").innerText(), /Không có trang/);
});

test("archived English page keeps its base path", async (t) => {
  const page = await open(t, `${ARCHIVE}${BASE}en/phong-trao/`, it.archive);
  const home = await page.locator("a.masthead__name").getAttribute("href");
  assert.equal(home, `${ARCHIVE}${BASE}en/`);
  await page.locator(".masthead__nav a", { hasText: "Figures" }).click();
  await page.waitForURL(/so-lieu/);
  await waitUntilLive(page);
  assert.equal(new URL(page.url()).pathname, `${ARCHIVE}${BASE}en/so-lieu/`);
});

test("unknown URLs show the page for unknown addresses", async (t) => {
  for (const address of [`${BASE}khong-co/`, `${BASE}phong-trao/khong-co/`, `${BASE}Phong-Trao/Khong-Co/`]) {
    const context = await contextFor(it.browser);
    const page = await context.newPage();
    await page.goto(it.host.origin + address);
    await waitUntilLive(page);
    assert.match(await page.locator("h1").innerText(), /Không có trang/, address);
    await context.close();
  }
});

test("host that serves the home page for every URL: a known URL shows its own page", async (t) => {
  const context = await contextFor(it.browser);
  t.after(() => context.close());
  const home = await readFile(join(DIR, "index.html"), "utf8");
  const page = await context.newPage();
  await page.route("**/phong-trao/", (route) => (route.request().isNavigationRequest() ? route.fulfill({ contentType: "text/html", body: home }) : route.continue()));
  const release = await delayWasm(context);
  await page.goto(`${it.host.origin}${BASE}phong-trao/`);
  release();
  await waitUntilLive(page);
  assert.match(await page.locator("h1").innerText(), /Phong trào/);
});
