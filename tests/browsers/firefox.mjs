// Firefox, driven by Puppeteer over WebDriver BiDi; see readers.mjs for the interface.

import puppeteer from "puppeteer-core";
import { reader } from "./page-driver.mjs";

export async function open() {
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: process.env.FIREFOX, headless: true });
  return reader(browser, await browser.newPage());
}
