// Built site and browser for the tests of one file.

import { after, before } from "node:test";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "./static-host.mjs";
import { launch } from "./browser.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../../..");

/** Folder of the built site: SITE_DIR, else dist/. */
export const DIR = resolve(ROOT, process.env.SITE_DIR ?? "dist");

/** Base path of the site: SITE_BASE, else /. */
export const BASE = process.env.SITE_BASE ?? "/";

/**
 * Serves the site and starts a browser before the tests of a file; ends both after them.
 *
 * @param {Partial<Parameters<typeof serve>[0]>} options of the host
 * @returns {{host: Awaited<ReturnType<typeof serve>>, browser: import("playwright-core").Browser}} filled in when the
 *   tests run
 */
export function site(options = {}) {
  const it = {};
  before(async () => {
    it.host = await serve({ dir: DIR, base: BASE, ...options });
    it.browser = await launch();
  });
  after(async () => {
    await it.browser?.close();
    await it.host?.close();
  });
  return it;
}
