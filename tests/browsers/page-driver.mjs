// A page driven by Playwright or Puppeteer, whose words for this are the same, as a plain reader; see readers.mjs.

/** What a reader can do with `page`; `browser` is closed with it. */
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
