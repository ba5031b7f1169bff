// Browsers with one interface: `goto`, `run` (evaluates an expression in the page), `click` and `type` (by selector), `back`,
// `close`, and `faults`, the errors of its console.

import assert from "node:assert/strict";
import * as chromium from "./chromium.mjs";
import * as firefox from "./firefox.mjs";
import * as webkit from "./webkit.mjs";

/** Browsers; `missing` is the reason why one is not installed. scripts/setup.sh tries to install them. */
export const BROWSERS = {
  Chromium: { open: chromium.open },
  Firefox: { open: firefox.open, missing: !process.env.FIREFOX && "Firefox is not installed: install firefox-esr" },
  WebKit: {
    open: webkit.open,
    missing: !process.env.WEBKIT_DRIVER && "WebKit is not installed: install webkit2gtk-driver and xvfb",
  },
};

/** Waits until an expression is true in the page; returns its value. */
export async function until(reader, code) {
  const begun = Date.now();
  for (;;) {
    const value = await reader.run(code).catch((error) => {
      // A page that is being left cannot evaluate.
      if (Date.now() - begun > 15_000) throw error;
    });
    if (value) return value;
    if (Date.now() - begun > 15_000) assert.fail(`never true: ${code}; ${reader.faults.join("; ")}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Waits for hydration. */
export const live = (reader) => until(reader, "document.documentElement.hasAttribute('data-live')");

/** Waits until the main heading differs from `old`; returns it. */
export const heading = (reader, old = "") =>
  until(reader, `document.querySelector('h1')?.innerText.trim() !== ${JSON.stringify(old)} && document.querySelector('h1')?.innerText.trim()`);
