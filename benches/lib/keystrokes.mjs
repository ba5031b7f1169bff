// Time from a keystroke to its results on the screen: from the input event until a frame with the results has been painted.

import { contextFor, waitForHydration } from "../../tests/e2e/harness/visit.mjs";

/** Typed in turn until there are enough keystrokes: queries with and without marks, and one without results. */
const TYPED = ["lao dong gioi", "sáng kiến", "cong nhan", "phong trào thi đua", "ha dong", "xyz"];
/** Milliseconds between two keystrokes: results of one are painted before the next. */
const PAUSE = 120;

/** Arguments of a browser that paints a frame as soon as it is ready, without waiting for the screen. */
export const WITHOUT_FRAME_LIMIT = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];

/** Runs in the page: collects a time for every input event. The page is busy until the engine has responded. */
function watch() {
  window.times = [];
  const main = document.getElementById("main");
  const message = (then) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(0);
  };
  // A message sent within a frame is handled after that frame has been painted.
  const painted = (start) => requestAnimationFrame(() => message(() => window.times.push(performance.now() - start)));
  // Before the listener of the app, so that its work counts.
  document.addEventListener(
    "input",
    () => {
      const start = performance.now();
      // After the app has handled the event. Nothing polls meanwhile, which would take processor time from the engine.
      message(() => {
        if (!main.hasAttribute("aria-busy")) return painted(start);
        const observer = new MutationObserver(() => {
          if (main.hasAttribute("aria-busy")) return;
          observer.disconnect();
          painted(start);
        });
        observer.observe(main, { attributeFilter: ["aria-busy"] });
      });
    },
    { capture: true },
  );
}

/**
 * @param {import("playwright-core").Browser} browser
 * @param {string} url the home page
 * @param {number} count at least so many keystrokes
 * @returns {Promise<number[]>} milliseconds
 */
export async function keystrokes(browser, url, count) {
  const context = await contextFor(browser);
  const page = await context.newPage();
  await page.goto(url);
  await waitForHydration(page);
  await page.evaluate(watch);
  const box = page.locator("#q");
  for (let typed = 0; typed < count; ) {
    for (const words of TYPED) {
      await box.fill("");
      await box.pressSequentially(words, { delay: PAUSE });
      typed += [...words].length;
    }
  }
  await page.waitForTimeout(500);
  const times = await page.evaluate(() => window.times);
  await context.close();
  return times;
}
