// Pages with checks: a test fails for every fault while its pages are open.

import assert from "node:assert/strict";

/**
 * Creates a browser context with empty storage.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {{theme?: "light" | "dark", width?: number, height?: number, javaScript?: boolean, locale?: string,
 *   hasTouch?: boolean}} options
 */
export function contextFor(browser, { theme = "light", width = 1280, height, javaScript = true, locale = "vi-VN", hasTouch = false } = {}) {
  return browser.newContext({
    viewport: { width, height: height ?? (width < 600 ? 844 : 900) },
    deviceScaleFactor: width < 600 ? 2 : 1,
    colorScheme: theme,
    javaScriptEnabled: javaScript,
    hasTouch,
    locale,
    timezoneId: "Asia/Ho_Chi_Minh",
    reducedMotion: "reduce",
    serviceWorkers: "block",
  });
}

/**
 * Collects every fault of a page: console errors and warnings, uncaught errors, failed requests and requests to other
 * origins. Call it before the first `goto`.
 *
 * @param {import("playwright-core").Page} page
 * @param {string} origin the only allowed one
 * @returns {{faults: string[]}} grows while the page is open
 */
export function watch(page, origin) {
  const faults = [];
  page.on("console", (message) => {
    // Only offline.test.mjs allows service workers; Playwright logs that on every other page.
    if (/Service Worker registration blocked by Playwright/.test(message.text())) return;
    if (message.type() === "error" || message.type() === "warning") {
      faults.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => {
    // A page that is left during loading aborts its requests.
    const reason = request.failure()?.errorText ?? "";
    if (reason !== "net::ERR_ABORTED") faults.push(`request failed: ${request.url()} ${reason}`);
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob|about):/.test(url)) faults.push(`left the site: ${url}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest()) {
      faults.push(`status ${response.status()}: ${response.url()}`);
    }
  });
  return { faults };
}

/** Waits for hydration: the app then sets `data-live` on the root element. */
export async function waitForHydration(page) {
  await page.locator("html[data-live]").waitFor({ state: "attached", timeout: 5_000 });
}

/** Waits for a URL and then until its page is drawn, because the URL changes first. */
export async function arrived(page, url) {
  await page.waitForURL(url);
  await page.locator("main:not([aria-busy])").waitFor();
}

/**
 * Opens pages for one test; at its end closes them and fails the test for every fault.
 *
 * @param {import("node:test").TestContext} t
 * @param {import("playwright-core").Browser} browser
 * @param {{origin: string, url: string}} host
 * @param {Parameters<typeof contextFor>[1] & {expected?: RegExp[]}} options `expected`: faults that the test provokes
 * @returns {Promise<{context: import("playwright-core").BrowserContext,
 *   visit: (path?: string, options?: {live?: boolean, status?: number}) => Promise<import("playwright-core").Page>}>}
 *   `visit` takes a path below the root of the site; it waits for hydration unless `live` is false or scripts are off
 */
export async function reader(t, browser, host, { expected = [], ...options } = {}) {
  const context = await contextFor(browser, options);
  context.setDefaultTimeout(5_000);
  const watched = [];
  context.on("page", (page) => watched.push(watch(page, host.origin)));
  // Without JavaScript the browser refuses to preload scripts, and warns that preloaded WebAssembly is unused.
  const known = options.javaScript === false ? [...expected, /\.js csp$/, /was preloaded .* but not used/] : expected;
  const isFlawless = () => {
    const faults = watched.flatMap((one) => one.faults).filter((fault) => !known.some((one) => one.test(fault)));
    assert.deepEqual(faults, [], "the page is opened without a fault");
  };
  t.after(async () => {
    await context.close();
    isFlawless();
  });

  async function visit(path = "", { live = options.javaScript !== false, status = 200 } = {}) {
    const page = await context.newPage();
    const response = await page.goto(new URL(path, host.url).href, { waitUntil: "load" });
    assert.equal(response.status(), status, `status of ${path}`);
    if (live) {
      await waitForHydration(page).catch((error) => {
        // Recorded faults explain more than the timeout.
        isFlawless();
        throw error;
      });
    }
    return page;
  }
  return { context, visit };
}
