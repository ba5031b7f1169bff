// Compares our search with the libraries that a site would use instead: same texts, same queries, same browser, in turn.
//
//   scripts/bench-search [--articles 2000] [--jsonl FILE] [--runs 5] [--phrases 100] [--only ours,minisearch]
//
// Prints a table and, below it, the settings of each library. docs/benchmarks.md explains the columns.

import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { launch } from "../tests/e2e/harness/browser.mjs";
import { run } from "./lib/child.mjs";
import { host } from "./lib/shaped-host.mjs";
import { measure } from "./peers/lib/measure.mjs";
import { table } from "./peers/lib/table.mjs";
import { phrases, texts } from "./peers/lib/texts.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const PEERS = ["pagefind", "minisearch", "flexsearch", "fuse"];

const { values } = parseArgs({
  options: {
    articles: { type: "string", default: "2000" },
    jsonl: { type: "string" },
    runs: { type: "string", default: "5" },
    phrases: { type: "string", default: "100" },
    only: { type: "string", default: ["ours", ...PEERS].join(",") },
    program: { type: "string", default: "target/release/thidua" },
    dev: { type: "string", default: "target/release/thidua-dev" },
    work: { type: "string", default: "target/bench-search" },
  },
});
const note = (text) => console.error(text);
const names = values.only.split(",");

await rm(values.work, { recursive: true, force: true });
await mkdir(values.work, { recursive: true });
const corpus = join(values.work, "corpus.json");
const drawn = ["sample", "--articles", values.articles, "--bodies", "--out", corpus];
await run(values.dev, values.jsonl ? [...drawn, "--jsonl", values.jsonl] : drawn);
const docs = await texts(corpus);
const source = join(values.work, "texts.json");
await writeFile(source, JSON.stringify(docs));
const queries = phrases(docs, Number(values.phrases));
if (queries.length < 10) throw new Error(`only ${queries.length} phrases occur in several of these texts`);
note(`${docs.length} articles, ${queries.length} phrases`);

/** Builds the folder that is served; returns it with the time and memory that this took. */
async function build(name) {
  const folder = join(values.work, name);
  note(`${name}: building ...`);
  return name === "ours"
    ? { folder, ...(await run(values.program, ["build", "--quiet", "--corpus", corpus, "--out", folder])) }
    : { folder, ...(await run(process.execPath, [join(here, "peers/index.mjs"), name, source, folder])) };
}

/** Returns the bytes of the index and the texts in a folder, without programs and pages; compressed, unless they already are. */
async function indexBytes(name, folder) {
  const paths = await readdir(folder, { recursive: true });
  const isChunked = paths.includes("search");
  const isIndex = {
    // Without chunks, the engine builds its index from the corpus. Chunks contain the texts, so the corpus does not count.
    ours: (path) => (isChunked ? /^search\/.+/ : /^corpus-[0-9a-f]{16}\.json$/).test(path),
    pagefind: (path) => /\.(pf_\w+)$/.test(path),
    fuse: (path) => /^(docs|index)\.json$/.test(path),
  };
  const wanted = isIndex[name] ?? ((path) => path === "index.json");
  let total = 0;
  for (const entry of paths) {
    if (!wanted(entry)) continue;
    const bytes = await readFile(join(folder, entry));
    const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
    total += isCompressed ? bytes.length : gzipSync(bytes).length;
  }
  return total;
}

const built = {};
for (const name of names) {
  built[name] = await build(name);
  built[name].index = await indexBytes(name, built[name].folder);
}
const hosts = {};
for (const name of names) hosts[name] = await host(built[name].folder);
const browser = await launch();
const before = loadavg();
const measured = await measure({ browser, hosts, queries, runs: Number(values.runs), note });
await browser.close();
for (const name of names) await hosts[name].close();

console.log(table({ names, built, measured, articles: docs.length, runs: Number(values.runs), phrases: queries.length }));
console.log(`\nload average ${before.map((l) => l.toFixed(1)).join(", ")} before and ${loadavg().map((l) => l.toFixed(1)).join(", ")} after, ${cpus().length} cores`);
console.log(`\nSet up as in benches/peers/clients/settings.js:\n\n${await readFile(join(here, "peers/clients/settings.js"), "utf8")}`);
