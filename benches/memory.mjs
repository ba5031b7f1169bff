// Measures the memory of the page and its engine, and whether it grows. Opens a built site, sends many queries one after another,
// and prints at intervals how much memory is in use after garbage collection.
//
//   node benches/memory.mjs --dir SITE [--queries 1000] [--steps 10]
//
// The memory of the process is that of the tab alone, page and worker together, as the system counts it (Linux only). The tab is
// controlled by this program alone, because testing tools keep a copy of everything that was fetched in the process of the tab.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { serve } from "../tests/e2e/harness/static-host.mjs";
import { launch } from "../tests/e2e/harness/browser.mjs";

const { values } = parseArgs({
  options: {
    dir: { type: "string", default: "dist" },
    queries: { type: "string", default: "1000" },
    steps: { type: "string", default: "10" },
  },
});
const MB = 1e6;
/** Milliseconds after which a query fails. */
const TIMEOUT = 30_000;

/** Returns the next pseudo-random integer from 0 to `limit` - 1; the same sequence in every run. */
let state = 11;
function next(limit) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
}

const { articles } = JSON.parse(await readFile(join(values.dir, "corpus.json"), "utf8"));
const withoutMarks = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");

/** Returns one to three consecutive words of a headline; for odd numbers without marks. */
function query(number) {
  const words = articles[next(articles.length)].headline.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const start = next(words.length);
  const text = words.slice(start, start + 1 + next(3)).join(" ");
  return number % 2 ? withoutMarks(text) : text;
}

/** Session of the Chrome DevTools Protocol with a target, nested in the session of another. */
class Session {
  constructor(parent, sessionId) {
    Object.assign(this, { parent, sessionId, lastId: 0, calls: new Map(), listeners: new Map() });
    parent.on("Target.receivedMessageFromTarget", ({ sessionId: id, message }) => {
      if (id !== sessionId) return;
      const { id: call, method, params, result, error } = JSON.parse(message);
      if (method) for (const listener of this.listeners.get(method) ?? []) listener(params);
      else this.calls.get(call)?.(error ? Promise.reject(new Error(error.message)) : result);
      this.calls.delete(call);
    });
  }

  on(event, listener) {
    this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener]);
  }

  send(method, params = {}) {
    const id = ++this.lastId;
    const response = new Promise((done) => this.calls.set(id, done));
    const message = JSON.stringify({ id, method, params });
    this.parent.send("Target.sendMessageToTarget", { sessionId: this.sessionId, message });
    return response;
  }

  /** Runs a function in the target and returns its result. */
  async run(work, ...args) {
    const expression = `(${work})(${args.map((arg) => JSON.stringify(arg)).join()})`;
    const params = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", params);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }
}

const host = await serve({ dir: values.dir, base: process.env.SITE_BASE ?? "/" });
const browser = await launch();
const system = await browser.newBrowserCDPSession();
const { targetId } = await system.send("Target.createTarget", { url: "about:blank" });
const { sessionId } = await system.send("Target.attachToTarget", { targetId, flatten: false });
const page = new Session(system, sessionId);
const engine = new Promise((done) => {
  page.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
    if (targetInfo.type === "worker") done(new Session(page, sessionId));
  });
});
await page.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });

/** Returns the bytes of the linear memory of the engine, which never shrinks. */
async function linearMemory(worker) {
  const { result } = await worker.send("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
  const { objects } = await worker.send("Runtime.queryObjects", { prototypeObjectId: result.objectId });
  const sum = "function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0); }";
  const params = { objectId: objects.objectId, functionDeclaration: sum, returnByValue: true };
  const { result: bytes } = await worker.send("Runtime.callFunctionOn", params);
  for (const { objectId } of [result, objects]) await worker.send("Runtime.releaseObject", { objectId });
  return bytes.value;
}

/** Returns the private memory of the process of the tab, in bytes. */
async function processMemory() {
  const { processInfo } = await system.send("SystemInfo.getProcessInfo");
  const sizes = await Promise.all(processInfo.filter(({ type }) => type === "renderer").map(async ({ id }) => {
    const text = await readFile(`/proc/${id}/smaps_rollup`, "utf8").catch(() => "");
    return [...text.matchAll(/^Private_\w+:\s+(\d+) kB/gm)].reduce((sum, [, kb]) => sum + Number(kb) * 1024, 0);
  }));
  return Math.max(...sizes);
}

const rows = [];
async function measure(name) {
  const worker = await engine;
  for (const session of [page, worker]) await session.send("HeapProfiler.collectGarbage");
  await new Promise((done) => setTimeout(done, 300));
  const [pageHeap, workerHeap, process] = [await page.send("Runtime.getHeapUsage"), await worker.send("Runtime.getHeapUsage"), await processMemory()];
  const numbers = [pageHeap.usedSize, workerHeap.usedSize, await linearMemory(worker), process];
  rows.push([name, ...numbers.map((bytes) => (bytes / MB).toFixed(1))]);
  console.error(rows.at(-1).join("  "));
}

/** Types a query into the search box and waits for its results. Runs in the page. */
async function search(query, timeout) {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const deadline = performance.now() + timeout;
  const wait = async (isOver) => {
    while (!isOver()) {
      if (performance.now() > deadline) throw new Error(`no response to “${query}”`);
      await frame();
    }
  };
  await wait(() => document.documentElement.hasAttribute("data-live"));
  const box = document.querySelector("#q");
  box.value = query;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  await frame();
  await wait(() => !document.querySelector("main").hasAttribute("aria-busy"));
  await frame();
}

await page.send("Page.navigate", { url: host.url });
await page.run("async () => { while (!document.querySelector('#q')) await new Promise((done) => setTimeout(done, 20)); }");
await page.run(search, query(0), TIMEOUT);
await measure("first query");
const [queries, steps] = [Number(values.queries), Number(values.steps)];
const start = performance.now();
for (let sent = 1; sent <= queries; sent++) {
  await page.run(search, query(sent), TIMEOUT);
  if (sent % Math.ceil(queries / steps) === 0 || sent === queries) await measure(`${sent} queries`);
}
const seconds = (performance.now() - start) / 1000;
await browser.close();
await host.close();

console.log("| after | objects of the page, MB | objects of the worker | memory of its program | the tab's process |");
console.log("| --- | ---: | ---: | ---: | ---: |");
for (const row of rows) console.log(`| ${row.join(" | ")} |`);
console.log(`\n${articles.length} articles, ${queries} queries in ${seconds.toFixed(0)} s`);
