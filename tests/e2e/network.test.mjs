// Network faults: every kind of file × every fault. In each case the reader is told within ten seconds in plain words, the page
// stays readable, the number of requests is limited, and the reader can retry.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch } from "./harness/browser.mjs";
import { faultyHost } from "./harness/faulty-host.mjs";
import { BASE as SAMPLE_BASE, sampleSites } from "./harness/sample-sites.mjs";
import { BASE, DIR } from "./harness/site.mjs";

/** Milliseconds until the reader is told, and tolerance for a loaded machine. */
const NOTICE_MILLIS = 10_000;
const SLACK = Number(process.env.NETWORK_SLACK ?? 5_000);
/** Maximum number of repeated requests in all: for the faulty files, the page and the manifest. */
const MAX_REPEATED = 12;
/** Text that no notice may contain. */
const INTERNAL_WORDS = /panicked|expected |NotFound|Corrupt|ProgramUnavailable|TypeError|undefined|null|\.(bin|json|wasm|js|rs)\b|HTTP \d/;

const FAST = ["missing", "refused", "error 500", "busy 503", "portal", "empty", "cut short", "a byte changed", "cut line", "reset"];
const SLOW = ["hanging", "hanging inside", "dripping"];

/** Kinds of files of the small site: pattern, and the path of a page that loads them. */
const SMALL = {
  edition: [/^edition\.json$/, "phong-trao/"],
  "page script": [/^thidua-\w+\.js$/, "phong-trao/"],
  "search program": [/^search-\w+\.wasm$/, ""],
  index: [/^search\/start-/, "?q=sang+kien"],
  "engine script": [/^engine-\w+\.js$/, "so-lieu/?cap=city"],
  "engine program": [/^engine-\w+\.wasm$/, "so-lieu/?cap=city"],
  "app script": [/^thi-dua-app-\w+\.js$/, "phong-trao/"],
  "app program": [/^thi-dua-app-\w+\.wasm$/, ""],
  "both scripts": [/^(thi-dua-app|thidua)-\w+\.js$/, ""],
  corpus: [/^corpus-\w+\.json$/, "so-lieu/?cap=city"],
  styles: [/\.css$/, ""],
  "service worker": [/^sw\.js$/, ""],
  workbench: [/^desk-/, "soan/"],
};
/** The same for a site with a chunked index, with the action of the reader after hydration. */
const CHUNKED = {
  "page script": [/^thidua-\w+\.js$/, ""],
  "search program": [/^search-\w+\.wasm$/, ""],
  "built answers": [/^search\/a\d/, ""],
  start: [/^search\/start/, "", "search"],
  words: [/^search\/w\d/, "", "search"],
  passages: [/^search\/t\d/, "", "search"],
  "words and edition": [/^(search\/w\d|edition\.json)/, "", "search"],
  "whole engine": [/^engine-/, "so-lieu/", "choose"],
  figures: [/^search\/figures/, "so-lieu/", "choose"],
  facts: [/^search\/f\d/, "so-lieu/", "choose"],
  "another page": [/^phong-trao\/index\.html$|^phong-trao\/$/, "", "follow"],
};
const ACTIONS = {
  search: (page) => page.locator("#q").fill("sáng kiến"),
  choose: (page) => page.locator("select").first().selectOption({ index: 1 }),
  follow: (page) => page.getByRole("navigation").getByRole("link", { name: "Phong trào" }).first().click(),
};

const it = {};
before(async () => {
  it.browser = await launch();
  it.samples = await sampleSites();
  it.pieces = await it.samples.build({ articles: "90", seed: "8", search: "pieces" });
});
after(async () => {
  await it.browser?.close();
  await it.samples?.remove();
});

/** Opens a page on its own host. */
async function open(t, dir, base, options = {}) {
  const host = await faultyHost(dir, base);
  const context = await it.browser.newContext({ locale: "vi-VN", serviceWorkers: "block", ...options });
  const page = await context.newPage();
  t.after(async () => {
    await context.close();
    await host.close();
  });
  return { host, context, page };
}

/** Returns the visible state of the page. */
const seen = (page) =>
  page.evaluate(() => {
    const note = document.querySelector("#failure, [data-trouble]");
    return {
      isLive: document.documentElement.hasAttribute("data-live"),
      isBusy: !!document.querySelector("main[aria-busy], .intake :disabled"),
      said: note?.innerText ?? document.querySelector("#soan-bao")?.innerText ?? "",
      code: note?.dataset.code ?? note?.dataset.trouble ?? "",
      main: document.querySelector("main")?.innerText.length ?? 0,
      cards: document.querySelectorAll("[data-result]").length,
      marks: document.querySelectorAll("#ket-qua mark").length,
    };
  });

/** Waits for a notice or `isDone`; returns the state then, and the time it took. */
async function noticeOrDone(page, isDone) {
  const begun = Date.now();
  for (;;) {
    const now = await seen(page).catch(() => undefined);
    if (now?.said || (now && isDone(now))) return { ...now, millis: Date.now() - begun };
    assert.ok(Date.now() - begun < NOTICE_MILLIS + SLACK, `there is no notice: ${JSON.stringify(now)}`);
    await page.waitForTimeout(50);
  }
}

/** Tests one kind of file with one fault. */
async function cell(t, { dir, base, path, files, fault, act }) {
  const { host, page } = await open(t, dir, base);
  const isIt = (asked) => (files.test(asked) ? fault : undefined);
  if (!act) host.fault = isIt;
  await page.goto(host.url + path, { waitUntil: "commit" });
  if (act) {
    await page.locator("html[data-live]").waitFor({ state: "attached", timeout: 20_000 });
    host.fault = isIt;
    host.asked.length = 0;
    await ACTIONS[act](page);
    // The request has been sent once the page is busy or has the response.
    await page.waitForTimeout(300);
  }
  // Cards are enough; slow passages are awaited without a notice.
  const isSlowPassage = fault === "dripping" && files.test("search/t0");
  const isDone = {
    search: (now) => !now.isBusy && (now.marks > 0 || (isSlowPassage && now.cards > 0)),
    choose: (now) => !now.isBusy && now.isLive,
    follow: (now) => !now.isBusy && /phong-trao/.test(page.url()),
  }[act];
  const now = await noticeOrDone(page, isDone ?? ((now) => now.isLive && !now.isBusy));
  if (now.said) {
    assert.doesNotMatch(now.said, INTERNAL_WORDS);
    assert.match(now.said, /\p{L}{2,} \p{L}{2,}/u, "words");
  }
  assert.ok(now.main > 20, "the page is readable");
  // No further requests.
  await page.waitForTimeout(SLOW.includes(fault) ? 1_000 : 5_000);
  const last = await seen(page);
  const isCounted = ({ path }) => files.test(path) || path === "edition.json" || path === "" || path.endsWith("/");
  const asked = host.asked.filter(isCounted);
  const again = asked.length - new Set(asked.map(({ path }) => path)).size;
  assert.ok(again <= MAX_REPEATED, `${again} requests again: ${JSON.stringify(asked.map(({ path }) => path))}`);
  const late = asked.filter(({ at }) => at > Date.now() - 1_000);
  assert.ok(late.length <= 1, `still requesting: ${JSON.stringify(late)}`);
  // The host recovers: the reader can retry.
  host.fault = () => undefined;
  const button = page.getByRole("button", { name: "Thử lại" }).first();
  if ((await button.count()) && !SLOW.includes(fault)) {
    await button.click();
    await page.waitForFunction(
      () => document.documentElement.hasAttribute("data-live") && !document.querySelector("#failure, [data-trouble], main[aria-busy]"),
      null,
      { timeout: 15_000 },
    );
  }
  await page.locator("header a[href$='/don-vi/'], nav a[href$='/don-vi/']").first().click();
  // Not until the whole page is loaded: its styles may hang as well.
  await page.waitForURL(/\/don-vi\/$/, { timeout: 15_000, waitUntil: "commit" });
  return { ...now, said: now.said || last.said };
}

for (const [site, kinds, where] of [
  ["small site", SMALL, () => ({ dir: DIR, base: BASE })],
  ["chunked site", CHUNKED, () => ({ dir: it.pieces, base: SAMPLE_BASE })],
]) {
  describe(site, { concurrency: Number(process.env.NETWORK_CONCURRENCY ?? 8) }, () => {
    for (const [kind, [files, path, act]] of Object.entries(kinds)) {
      for (const fault of [...FAST, ...SLOW]) {
        test(`${kind}: ${fault}`, async (t) => {
          const now = await cell(t, { ...where(), path, files, fault, act });
          // A missing page is reported by the page for unknown addresses. Without the index of a small site the full engine answers.
          const isOurs = !["styles", "service worker", "index"].includes(kind) && !(kind === "another page" && fault === "missing");
          if (isOurs && ["missing", "refused", "error 500", "busy 503", "portal", "empty"].includes(fault)) {
            assert.ok(now.said, "there is a notice");
          }
          if (path.startsWith("?") && now.said) assert.match(now.said, /Chưa tìm được “sang kien”/);
        });
      }
    }
  });
}

describe("behind the service worker", { concurrency: 4 }, () => {
  const KINDS = { edition: /^edition\.json$/, page: /^$|\/$/, everything: /./ };
  for (const [kind, files] of Object.entries(KINDS)) {
    for (const fault of ["error 500", "busy 503", "too many", "portal", "empty", "cut short", "reset", "hanging", "hanging inside", "dripping"]) {
      // The page of a captive portal must be shown, because the reader needs it. A truncated page is a page.
      if (kind !== "edition" && ["portal", "empty", "cut short"].includes(fault)) continue;
      test(`${kind}: ${fault}: the cached page is shown`, async (t) => {
        const { host, page } = await open(t, DIR, BASE, { serviceWorkers: "allow" });
        await page.goto(host.url);
        await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
        await page.reload();
        await page.locator("html[data-live]").waitFor({ state: "attached", timeout: 20_000 });
        host.fault = (path) => (files.test(path) ? fault : undefined);
        const begun = Date.now();
        await page.goto(host.url, { waitUntil: "commit", timeout: 20_000 });
        await page.locator("html[data-live]").waitFor({ state: "attached", timeout: NOTICE_MILLIS + SLACK });
        assert.ok(Date.now() - begun < NOTICE_MILLIS + SLACK);
        assert.equal((await seen(page)).said, "");
      });
    }
  }

  test("tab that is only reloaded keeps the newer build", async (t) => {
    const { host, page } = await open(t, DIR, BASE, { serviceWorkers: "allow" });
    await page.goto(host.url);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
    // Another build: another worker, another page.
    host.fault = (path) => {
      if (path === "sw.js") return (bytes) => ({ body: bytes.toString().replace(/"build":"\w+"/, '"build":"0000000000000001"') });
      if (path === "") return (bytes) => ({ body: bytes.toString().replace("<html ", '<html data-build="2" ') });
      return undefined;
    };
    await page.reload();
    // The new service worker has cached its files and is active.
    await page.waitForTimeout(4_000);
    host.fault = () => "reset";
    await page.reload();
    // The older service worker would serve its own page.
    const html = await page.evaluate(() => document.documentElement.outerHTML.slice(0, 200));
    assert.match(html, /data-build="2"/);
  });

  test("data file without a network says that there is no network", async (t) => {
    const { host, page } = await open(t, DIR, BASE, { serviceWorkers: "allow" });
    await page.goto(host.url);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
    host.fault = () => "reset";
    await page.goto(`${host.url}du-lieu/figures.csv`);
    assert.match(await page.locator("body").innerText(), /Không có mạng/);
  });
});

describe("reloads", { concurrency: 4 }, () => {
  /** Returns a cached page of an older build, whose programs are gone. */
  const older = (bytes) => ({
    // Its policy names the hash of its own script.
    body: bytes.toString().replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "").replace(/thidua-[0-9a-f]{16}/g, "thidua-0123456789abcdef").replace(/engine-\w{16}\.js/g, "engine-0123456789abcdef.js"),
  });
  const loads = (page) => {
    const count = { loads: 0 };
    page.on("framenavigated", (frame) => frame === page.mainFrame() && count.loads++);
    return count;
  };

  test("page of an older build is reloaded once if the host has another one", async (t) => {
    const { host, page } = await open(t, DIR, BASE);
    let asked = 0;
    host.fault = (path) => (path === "phong-trao/" && asked++ === 0 ? older : undefined);
    const count = loads(page);
    await page.goto(`${host.url}phong-trao/`);
    await page.locator("html[data-live]").waitFor({ state: "attached" });
    assert.equal(count.loads, 2);
  });

  test("cache that keeps serving the older page is reported, and the page stays", async (t) => {
    const { host, page } = await open(t, DIR, BASE);
    const count = loads(page);
    // Navigations get the older page, requests past caches the newer one.
    await page.route(`${host.url}phong-trao/`, async (route) => {
      const response = await route.fetch();
      const isNavigation = route.request().isNavigationRequest();
      await route.fulfill(isNavigation ? { response, body: older(await response.body()).body } : { response });
    });
    await page.goto(`${host.url}phong-trao/`);
    await page.locator("#failure[data-code=stale]").waitFor();
    await page.waitForTimeout(2_000);
    assert.equal(count.loads, 2);
    assert.match(await page.getByRole("alert").innerText(), /bản cũ/);
  });

  test("network lost after the page was loaded: the page stays", async (t) => {
    const { host, page } = await open(t, DIR, BASE);
    let asked = 0;
    host.fault = (path) => (path === "phong-trao/" && asked++ === 0 ? undefined : "reset");
    const count = loads(page);
    await page.goto(`${host.url}phong-trao/`, { waitUntil: "commit" });
    await page.locator("#failure[data-code=offline]").waitFor();
    await page.getByRole("button", { name: "Thử lại" }).click();
    await page.locator("#failure[data-code=offline] button:enabled").waitFor();
    assert.equal(count.loads, 1);
    assert.ok((await page.getByRole("heading", { level: 1 }).innerText()).length > 0);
  });

  test("failure of a foreign script has no effect", async (t) => {
    const { host, page } = await open(t, DIR, BASE);
    host.fault = (path) =>
      path === "" ? (bytes) => ({ body: bytes.toString().replace("</body>", '<script defer src="https://static.vi-du.invalid/a.js"></script><script src="/gone.js"></script></body>') }) : undefined;
    const count = loads(page);
    await page.goto(host.url);
    await page.locator("html[data-live]").waitFor({ state: "attached" });
    await page.waitForTimeout(1_000);
    assert.deepEqual([count.loads, (await seen(page)).said], [1, ""]);
  });
});

describe("browsers without a feature", { concurrency: 4 }, () => {
  const LACKS = {
    WebAssembly: () => delete globalThis.WebAssembly,
    "features of WebAssembly": () => (WebAssembly.validate = () => false),
    fetch: () => (globalThis.fetch = undefined),
    Worker: () => (globalThis.Worker = undefined),
    "allowed Worker": () => {
      globalThis.Worker = function () {
        throw new DOMException("denied", "SecurityError");
      };
    },
  };
  for (const [what, init] of Object.entries(LACKS)) {
    test(`no ${what}: the reader is told, and a search states that it was not run`, async (t) => {
      const { host, context, page } = await open(t, DIR, BASE);
      await context.addInitScript(init);
      await page.goto(host.url);
      await page.locator("#failure[data-code=browser]").waitFor();
      await page.locator("#q").fill("tây hồ");
      await page.keyboard.press("Enter");
      await page.waitForURL(/q=/);
      await page.locator("#failure").waitFor();
      assert.match(await page.locator("#failure").innerText(), /Chưa tìm được “tây hồ”/);
      assert.equal(await page.locator("#q").inputValue(), "tây hồ");
      assert.equal(await page.locator("[data-result]:visible").count(), 0);
    });
  }
});
