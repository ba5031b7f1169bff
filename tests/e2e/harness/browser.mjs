// Starts the browser that all tests use.

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
 * A headless Chromium that talks to nobody but the pages under test. The caller closes it.
 *
 * @param {string[]} more arguments for it
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
