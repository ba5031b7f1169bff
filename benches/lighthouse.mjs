// Runs Lighthouse on pages of a built site, with its default settings for phones, and prints its scores. The exit code is 1 if a score is
// below its budget: performance 98, the others 100.
//
//   scripts/lighthouse [--dir target/site-lighthouse] [--runs 3] [--pages home,article] [--json] [--details]
//
// Performance is the median of the runs; it depends on the load of the machine. Lighthouse simulates a phone's line (150 ms, 1.6 Mbit/s)
// and a processor four times as slow from a trace of the loaded page. Pages: home, campaign, organisation (the ones with the most
// charts), article, explorer. A folder that is named must have been built with `--url http://localhost:8642/`. `--details` lists every
// audit that costs points, the largest costs of the main thread and its long tasks.

import { readFile, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createRequire } from "node:module";
import { launch } from "../tests/e2e/harness/browser.mjs";
import { host } from "./lib/shaped-host.mjs";
import { median } from "./lib/statistics.mjs";

const { values } = parseArgs({
  options: {
    dir: { type: "string", default: "target/site-lighthouse" },
    runs: { type: "string", default: "3" },
    pages: { type: "string", default: "home,campaign,organisation,article,explorer" },
    json: { type: "boolean", default: false },
    details: { type: "boolean", default: false },
  },
});
const require = createRequire(join(dirname(fileURLToPath(import.meta.url)), "lighthouse/package.json"));
const { default: lighthouse } = await import(require.resolve("lighthouse"));

/** Lowest score of each category, of 100. */
const BUDGETS = { performance: 98, accessibility: 100, "best-practices": 100, seo: 100 };
/** Port through which Lighthouse controls the browser. */
const PORT = 9300 + (process.pid % 600);
/** Address for which `scripts/lighthouse` builds the site: search engines ask for absolute links between languages. */
const SITE_PORT = 8642;
const ORIGIN = `http://localhost:${SITE_PORT}/`;

/** Returns the path of the page below `folder` with the most charts; the first of several. */
async function withMostCharts(folder) {
  let [best, most] = ["", -1];
  for (const name of (await readdir(join(values.dir, folder))).sort()) {
    const html = await readFile(join(values.dir, folder, name, "index.html"), "utf8").catch(() => "");
    const charts = html.split('class="chart"').length;
    if (html && charts > most) [best, most] = [name, charts];
  }
  return `${folder}/${best}/`;
}

const paths = {
  home: "",
  campaign: await withMostCharts("phong-trao"),
  organisation: await withMostCharts("don-vi"),
  article: await withMostCharts("bai-viet"),
  explorer: "so-lieu/",
};

const it = await host(values.dir, { port: SITE_PORT });
const browser = await launch([`--remote-debugging-port=${PORT}`]);
const rows = [];
try {
  await warmUp();
  for (const name of values.pages.split(",")) {
    const runs = [];
    for (let run = 0; run < Number(values.runs); run++) {
      console.error(`${name}: run ${run + 1} of ${values.runs}`);
      const { lhr } = await lighthouse(ORIGIN + paths[name], { port: PORT, logLevel: "error", onlyCategories: Object.keys(BUDGETS) });
      if (lhr.runtimeError) throw new Error(`${name}: ${lhr.runtimeError.message}`);
      runs.push(lhr);
    }
    const score = (lhr, category) => Math.round(100 * lhr.categories[category].score);
    const scores = Object.fromEntries(Object.keys(BUDGETS).map((category) => [category, median(runs.map((lhr) => score(lhr, category)))]));
    const typical = runs.find((lhr) => score(lhr, "performance") === scores.performance);
    rows.push({ name, path: paths[name], scores, metrics: metrics(typical), costs: costs(typical) });
  }
} finally {
  await browser.close();
  await it.close();
}

/** Visits every page once, so that the host has compressed its files. */
async function warmUp() {
  for (const name of values.pages.split(",")) {
    const page = await browser.newPage();
    await page.goto(ORIGIN + paths[name]);
    await it.quiet(2000);
    await page.close();
  }
}

/** The five measures that make up the score of performance. */
function metrics({ audits }) {
  const ids = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "speed-index"];
  return Object.fromEntries(ids.map((id) => [id, audits[id].numericValue]));
}

/** The audits that cost points, with the elements or files that they name; the largest costs of the main thread, and its long tasks. */
function costs({ audits, categories }) {
  const failed = Object.values(categories).flatMap(({ auditRefs }) => auditRefs)
    .map(({ id }) => audits[id])
    .filter(({ score, scoreDisplayMode }) => score !== null && score < 0.95 && scoreDisplayMode !== "informative" && scoreDisplayMode !== "manual")
    .map(({ id, displayValue, details }) => {
      const items = (details?.items ?? []).slice(0, 5).map((item) => item.node?.snippet ?? item.url ?? item.source?.url ?? item.description ?? "");
      return `${id} ${displayValue ?? ""} ${items.join(" | ")}`.trim();
    });
  const work = (audits["mainthread-work-breakdown"]?.details?.items ?? []).slice(0, 5).map(({ groupLabel, duration }) => `${groupLabel} ${Math.round(duration)} ms`);
  const tasks = (audits["long-tasks"]?.details?.items ?? []).map(({ url, startTime, duration }) => `${Math.round(duration)} ms at ${Math.round(startTime)}: ${url}`);
  return { failed, work, tasks, elements: audits["dom-size"]?.numericValue };
}

if (values.json) {
  console.log(JSON.stringify(rows, null, 2));
} else {
  console.log("| page | performance | accessibility | best practices | SEO | first paint, ms | largest paint | blocking | layout shift | speed index |");
  console.log(`| --- |${" ---: |".repeat(9)}`);
  for (const { name, scores, metrics } of rows) {
    const [fcp, lcp, tbt, cls, si] = Object.values(metrics);
    console.log(`| ${[name, ...Object.values(scores), ...[fcp, lcp, tbt].map(Math.round), cls.toFixed(3), Math.round(si)].join(" | ")} |`);
  }
  if (values.details) for (const { name, path, costs } of rows) console.log(`\n${name} (${path})\n`, costs);
}
for (const { name, scores } of rows) {
  for (const [category, least] of Object.entries(BUDGETS)) {
    if (scores[category] >= least) continue;
    console.error(`below its budget: ${category} of ${name}, ${scores[category]} instead of ${least}`);
    process.exitCode = 1;
  }
}
