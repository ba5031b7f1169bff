// Chromium as a plain reader; see readers.mjs for what a reader can do.

import { launch } from "../e2e/harness/browser.mjs";

export async function open() {
  const browser = await launch();
  const page = await (await browser.newContext({ serviceWorkers: "block", locale: "vi-VN" })).newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  return {
    faults,
    goto: (url) => page.goto(url),
    run: (code) => page.evaluate(code),
    click: (selector) => page.click(selector),
    type: async (selector, text) => {
      await page.click(selector);
      await page.keyboard.type(text);
    },
    back: () => page.goBack(),
    close: () => browser.close(),
  };
}
