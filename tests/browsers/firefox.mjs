// Firefox, driven by puppeteer over WebDriver BiDi; see readers.mjs for what a reader can do.

import puppeteer from "puppeteer-core";

export async function open() {
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: process.env.FIREFOX, headless: true });
  const page = await browser.newPage();
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
