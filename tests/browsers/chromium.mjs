// Chromium, driven by Playwright; see readers.mjs for the interface.

import { launch } from "../e2e/harness/browser.mjs";
import { reader } from "./page-driver.mjs";

export async function open() {
  const browser = await launch();
  const context = await browser.newContext({ serviceWorkers: "block", locale: "vi-VN" });
  return reader(browser, await context.newPage());
}
