// Interface of readers.mjs for a page of Playwright or Puppeteer, which share the used methods.

/** Wraps `page`; `close` closes `browser`. */
export function reader(browser, page) {
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
