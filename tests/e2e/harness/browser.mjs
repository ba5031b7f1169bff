// Start of the browser for all tests.

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

function executable() {
  if (process.env.CHROME) return process.env.CHROME;
  for (const name of NAMES) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      const file = join(folder, name);
      if (folder && existsSync(file)) return file;
    }
  }
  throw new Error("no Chromium found: run scripts/test, which installs one, or name one in the variable CHROME");
}

/**
 * Starts a headless Chromium without background requests. The caller closes it.
 *
 * @param {string[]} more additional arguments
 */
export function launch(more = []) {
  return chromium.launch({
    executablePath: executable(),
    args: [
      // root may not use the sandbox
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--font-render-hinting=none",
      ...more,
    ],
  });
}
