// What the page and its engine hold in memory, and whether that grows: opens a built site, asks it for many things one after
// another, and prints every now and then what is held after all garbage was collected.
//
//   node benches/memory.mjs --dir SITE [--queries 1000] [--steps 10]
//
// Memory of the process is that of the tab alone, page and worker together, as the system counts it; Linux only.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launch } from "../tests/e2e/harness/browser.mjs";
import { Home } from "../tests/e2e/harness/home.mjs";
import { contextFor, waitForTakeOver } from "../tests/e2e/harness/visit.mjs";
import { serve } from "../scripts/static-server.mjs";

const { values } = parseArgs({
  options: {
    dir: { type: "string", default: "dist" },
    queries: { type: "string", default: "1000" },
    steps: { type: "string", default: "10" },
  },
});
const MB = 1e6;

/** Numbers from 0 up to `most`, the same for every run. */
let state = 11;
function next(most) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * most);
}

const { articles } = JSON.parse(await readFile(join(values.dir, "corpus.json"), "utf8"));
const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");

/** One to three words that follow one another in a headline; every other time without marks. */
function query(number) {
  const words = articles[next(articles.length)].headline.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const start = next(words.length);
  const text = words.slice(start, start + 1 + next(3)).join(" ");
  return number % 2 ? bare(text) : text;
}

const host = await serve({ dir: values.dir, base: process.env.SITE_BASE ?? "/" });
const browser = await launch();
const context = await contextFor(browser, {});
const page = await context.newPage();
const session = await context.newCDPSession(page);
const system = await browser.newBrowserCDPSession();

/** Speaks to the worker of the page, which has no session of its own. */
const worker = { id: null, calls: new Map(), last: 0 };
session.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
  if (targetInfo.type === "worker") worker.id = sessionId;
});
session.on("Target.receivedMessageFromTarget", ({ message }) => {
  const { id, result } = JSON.parse(message);
  worker.calls.get(id)?.(result);
  worker.calls.delete(id);
});
await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
function tell(method, params = {}) {
  const id = ++worker.last;
  const told = new Promise((done) => worker.calls.set(id, done));
  session.send("Target.sendMessageToTarget", { sessionId: worker.id, message: JSON.stringify({ id, method, params }) });
  return told;
}

/** Bytes of the linear memory of the engine's program, which never shrinks. */
async function linear() {
  const { result } = await tell("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
  const { objects } = await tell("Runtime.queryObjects", { prototypeObjectId: result.objectId });
  const sum = "function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0); }";
  const asked = { objectId: objects.objectId, functionDeclaration: sum, returnByValue: true };
  return (await tell("Runtime.callFunctionOn", asked)).result.value;
}

/** Memory that only the tab's process has, in bytes. */
async function held() {
  const { processInfo } = await system.send("SystemInfo.getProcessInfo");
  const sizes = await Promise.all(processInfo.filter(({ type }) => type === "renderer").map(async ({ id }) => {
    const text = await readFile(`/proc/${id}/smaps_rollup`, "utf8").catch(() => "");
    return [...text.matchAll(/^Private_\w+:\s+(\d+) kB/gm)].reduce((sum, [, kb]) => sum + Number(kb) * 1024, 0);
  }));
  return Math.max(...sizes);
}

const rows = [];
async function measure(name) {
  await session.send("HeapProfiler.collectGarbage");
  await tell("HeapProfiler.enable");
  await tell("HeapProfiler.collectGarbage");
  await page.waitForTimeout(300);
  const [mine, its, process] = [await session.send("Runtime.getHeapUsage"), await tell("Runtime.getHeapUsage"), await held()];
  const numbers = [mine.usedSize, its.usedSize, await linear(), process];
  rows.push([name, ...numbers.map((bytes) => (bytes / MB).toFixed(1))]);
  console.error(rows.at(-1).join("  "));
}

await page.goto(host.url);
await waitForTakeOver(page);
const home = new Home(page);
await home.search(query(0));
await measure("first query");
const [queries, steps] = [Number(values.queries), Number(values.steps)];
const begun = performance.now();
for (let asked = 1; asked <= queries; asked++) {
  await home.box.fill(query(asked));
  await home.settled();
  if (asked % Math.ceil(queries / steps) === 0 || asked === queries) await measure(`${asked} queries`);
}
const seconds = (performance.now() - begun) / 1000;
await browser.close();
await host.close();

console.log("| after | objects of the page, MB | objects of the worker | memory of its program | the tab's process |");
console.log("| --- | ---: | ---: | ---: | ---: |");
for (const row of rows) console.log(`| ${row.join(" | ")} |`);
console.log(`\n${articles.length} articles, ${queries} queries in ${seconds.toFixed(0)} s`);
