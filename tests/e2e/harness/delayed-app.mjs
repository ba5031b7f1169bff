// Pages before hydration: programs are delayed until the test releases them.

/**
 * Delays every WebAssembly file that pages of `context` request.
 *
 * @param {import("playwright-core").BrowserContext} context
 * @returns {Promise<() => void>} releases them
 */
export async function delayWasm(context) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await context.route("**/*.wasm", async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/**
 * Delays the app alone: the program that searches comes.
 *
 * @param {import("playwright-core").BrowserContext} context
 * @returns {Promise<{release: () => void, requested: string[]}>} `requested`: addresses of the app's files that were requested
 */
export async function delayApp(context) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  const requested = [];
  await context.route(/\/thi-dua-app-/, async (route) => {
    requested.push(route.request().url());
    await released;
    await route.continue();
  });
  return { release, requested };
}

/** Waits until the app has hydrated the page and drawn the last response. */
export async function waitUntilLive(page) {
  await page.locator("html[data-live]").waitFor({ state: "attached", timeout: 15_000 });
  await page.locator("main:not([aria-busy])").waitFor();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
}
