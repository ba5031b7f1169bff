// Measures the first visit of a phone: milliseconds, requests and bytes until something stands on the screen.
//
//   scripts/first-visit [--site NAME=FOLDER]... [--turns 5] [--query "sáng kiến"] [--pagefind] [--only typed,link] [--slowdown 4]
//                       [--no-service-worker] [--json]
//
// Serves built sites (by default dist/) from this machine over a line of 150 ms and 1.6 Mbit/s (benches/lib/shaped-host.mjs says what
// that models), to Chromium with its processor slowed down four times (benches/lib/phone.mjs says what that does not cover: workers).
// Every turn has a new context, with an empty cache; sites take turns; the numbers are medians. Bytes are those sent until then,
// compressed, with some 250 for the headers of each response.
//
//   first paint                  first contentful paint of the home page
//   app live                     the app has taken over the home page
//   layout shift                 from the first paint until half a second after that
//   all there                    nothing is fetched any more
//   next page                    from the tap on a campaign in the home page until its page is painted
//   results of the typed query   the query is typed at once: count and first card of this query are painted. Which ones these are has been
//                                found out before, on the fast line
//   link to a search             the same for ?q=…
//   link to a view of figures    so-lieu/?…, with the first filter that leaves some figures
//   taps lost                    filters opened, two ticked, an order chosen, a table requested before the app has taken over, and not
//                                carried out after it, at the latest 20 seconds later
//   requested download           until that table is saved
//
// The service worker of a site, which fetches files for times without a network, shares the line as it does at a reader's; with
// `--no-service-worker` the browser has none.
//
// `--pagefind` measures the same with Pagefind's Default UI and its index of the articles, campaigns and organisations of the first site: in
// the home page in place of our search box, and in a page that has nothing else. Its interface waits 300 ms for another key, as it comes.
// `--only` chooses among the scenarios plain, typed, link, figures, taps.

import { mkdtemp, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { launch } from "../tests/e2e/harness/browser.mjs";
import { run } from "./lib/child.mjs";
import { summary, table } from "./lib/first-visit-table.mjs";
import { SCENARIOS, measure, prepare } from "./lib/first-visit.mjs";
import { host } from "./lib/shaped-host.mjs";
import { BARE_PAGEFIND, OURS, PAGEFIND } from "./lib/site-pages.mjs";

const { values } = parseArgs({
  options: {
    site: { type: "string", multiple: true, default: ["dist=dist"] },
    turns: { type: "string", default: "5" },
    query: { type: "string", default: "sáng kiến" },
    only: { type: "string", default: Object.keys(SCENARIOS).join(",") },
    slowdown: { type: "string", default: "4" },
    "no-service-worker": { type: "boolean", default: false },
    pagefind: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
});
const here = dirname(fileURLToPath(import.meta.url));
const note = (text) => console.error(text);
const scenarios = values.only.split(",");
for (const name of scenarios) if (!SCENARIOS[name]) throw new Error(`no scenario ${name}: ${Object.keys(SCENARIOS)}`);

/** Names, folders and pages of everything that is measured. */
const measured = values.site.map((text) => {
  const at = text.indexOf("=");
  if (at < 1) throw new Error(`--site ${text}: NAME=FOLDER`);
  return { name: text.slice(0, at), folder: text.slice(at + 1), pages: OURS };
});
const work = await mkdtemp(join(tmpdir(), "thidua-first-visit-"));
async function main() {
  const browser = await launch();
  const options = { slowdown: Number(values.slowdown), serviceWorkers: values["no-service-worker"] ? "block" : "allow" };
  const before = loadavg();
  try {
    for (const one of measured) {
      note(`${one.name}: what to wait for ...`);
      one.host = await host(one.folder);
      one.turns = {};
      one.expected = await prepare({ browser, query: values.query, ...one });
    }
    for (let turn = 1; turn <= Number(values.turns); turn++) {
      for (const scenario of scenarios) {
        for (const { name, host, pages, expected, turns } of measured) {
          note(`turn ${turn} of ${values.turns}: ${scenario}, ${name}`);
          const rows = await measure({ browser, host, pages, expected, scenario, query: values.query, options });
          for (const [what, row] of Object.entries(rows)) (turns[what] ??= []).push(row);
        }
      }
    }
  } finally {
    await browser.close();
    for (const { host } of measured) await host?.close();
  }
  const load = { before, after: loadavg(), cores: cpus().length };
  const settings = { query: values.query, turns: Number(values.turns), ...options, load };
  console.log(values.json ? JSON.stringify(summary(measured, settings), null, 2) : table(measured, settings));
}

try {
  if (values.pagefind) {
    note("Pagefind: building its index ...");
    await run(process.execPath, [join(here, "peers/default-ui.mjs"), measured[0].folder, work]);
    measured.push({ name: "Pagefind in the home page", folder: work, pages: PAGEFIND });
    measured.push({ name: "Pagefind alone", folder: work, pages: BARE_PAGEFIND });
  }
  await main();
} finally {
  await rm(work, { recursive: true });
}
