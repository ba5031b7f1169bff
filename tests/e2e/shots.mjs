// Takes screenshots of the built site for visual review. They are written to tests/e2e/shots/.
//
//   node tests/e2e/shots.mjs [route ...] [--width 390,1280] [--theme light,dark] [--lang vi,en] [--full]
//                            [--dir dist] [--base /] [--no-js] [--wait SELECTOR]
//
// A route is a path without language, e.g. / or phong-trao/ or '?q=thi+dua'. Default: one of each kind of page.
// --full takes the whole page instead of the first screen. --no-js shows the page without JavaScript.

import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { serve } from "./harness/static-host.mjs";
import { launch } from "./harness/browser.mjs";
import { contextFor, watch, waitForHydration } from "./harness/visit.mjs";
import { pageKinds } from "./harness/routes.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: "string", default: "390,1280" },
    theme: { type: "string", default: "light,dark" },
    lang: { type: "string", default: "vi,en" },
    full: { type: "boolean", default: false },
    dir: { type: "string", default: join(here, "../../dist") },
    base: { type: "string", default: "/" },
    "no-js": { type: "boolean", default: false },
    wait: { type: "string" },
  },
});

const folder = join(here, "shots");
await mkdir(folder, { recursive: true });
const routes = positionals.length
  ? positionals.map((route) => route.replace(/^\//, ""))
  : Object.values(await pageKinds(values.dir));
const host = await serve({ dir: values.dir, base: values.base });
const browser = await launch();
let faults = 0;

for (const theme of values.theme.split(",")) {
  for (const width of values.width.split(",").map(Number)) {
    const context = await contextFor(browser, { theme, width, javaScript: !values["no-js"] });
    for (const lang of values.lang.split(",")) {
      for (const route of routes) {
        const page = await context.newPage();
        const seen = watch(page, host.origin);
        await page.goto(`${host.url}${lang === "vi" ? "" : `${lang}/`}${route}`, { waitUntil: "load" });
        if (!values["no-js"]) await waitForHydration(page).catch((error) => seen.faults.push(error.message));
        if (values.wait) await page.locator(values.wait).first().waitFor();
        await page.evaluate(() => document.fonts.ready);
        const name = route.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "home";
        const file = join(folder, `${name}.${lang}.${width}.${theme}${values["no-js"] ? ".no-js" : ""}.png`);
        await page.screenshot({ path: file, fullPage: values.full });
        console.log(file);
        for (const fault of seen.faults) console.log(`  ${fault}`);
        faults += seen.faults.length;
        await page.close();
      }
    }
    await context.close();
  }
}

await browser.close();
await host.close();
if (faults) console.log(`${faults} faults, printed below their pictures.`);
