// Pages that are read before the app is there: its programs are held back until the test lets them come.

/**
 * Holds every program of WebAssembly back that pages of `context` ask for.
 *
 * @param {import("playwright-core").BrowserContext} context
 * @returns {Promise<() => void>} lets them come
 */
export async function hold(context) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await context.route("**/*.wasm", async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** Waits until the app runs the page and has drawn what it was asked for. */
export async function taken(page) {
  await page.locator("html[data-live]").waitFor({ state: "attached", timeout: 15_000 });
  await page.locator("main:not([aria-busy])").waitFor();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
}
