// What the page and its engine hold in memory, and whether that grows: opens a built site, asks it for many things one after
// another, and prints every now and then what is held after all garbage was collected.
//
//   node benches/memory.mjs --dir SITE [--queries 1000] [--steps 10]
//
// Memory of the process is that of the tab alone, page and worker together, as the system counts it; Linux only. The tab is
// one that nothing looks into but this program: tools for tests keep a copy of all that was fetched, in the tab's process.

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
/** A query that takes longer has been lost. */
const PATIENCE = 30_000;

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

/** Connection to a target of the browser over the connection to another. */
class Connection {
  constructor(parent, sessionId) {
    Object.assign(this, { parent, sessionId, last: 0, calls: new Map(), listeners: new Map() });
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
    const id = ++this.last;
    const reply = new Promise((done) => this.calls.set(id, done));
    const message = JSON.stringify({ id, method, params });
    this.parent.send("Target.sendMessageToTarget", { sessionId: this.sessionId, message });
    return reply;
  }

  /** Runs a function there and returns its result. */
  async run(work, ...given) {
    const expression = `(${work})(${given.map((one) => JSON.stringify(one)).join()})`;
    const asked = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", asked);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }
}

const host = await serve({ dir: values.dir, base: process.env.SITE_BASE ?? "/" });
const browser = await launch();
const system = await browser.newBrowserCDPSession();
const { targetId } = await system.send("Target.createTarget", { url: "about:blank" });
const { sessionId } = await system.send("Target.attachToTarget", { targetId, flatten: false });
const page = new Connection(system, sessionId);
const engine = new Promise((done) => {
  page.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
    if (targetInfo.type === "worker") done(new Connection(page, sessionId));
  });
});
await page.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });

/** Bytes of the linear memory of the engine's program, which never shrinks. */
async function linear(worker) {
  const { result } = await worker.send("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
  const { objects } = await worker.send("Runtime.queryObjects", { prototypeObjectId: result.objectId });
  const sum = "function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0); }";
  const asked = { objectId: objects.objectId, functionDeclaration: sum, returnByValue: true };
  const { result: bytes } = await worker.send("Runtime.callFunctionOn", asked);
  for (const { objectId } of [result, objects]) await worker.send("Runtime.releaseObject", { objectId });
  return bytes.value;
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
  const worker = await engine;
  for (const line of [page, worker]) await line.send("HeapProfiler.collectGarbage");
  await new Promise((done) => setTimeout(done, 300));
  const [mine, its, process] = [await page.send("Runtime.getHeapUsage"), await worker.send("Runtime.getHeapUsage"), await held()];
  const numbers = [mine.usedSize, its.usedSize, await linear(worker), process];
  rows.push([name, ...numbers.map((bytes) => (bytes / MB).toFixed(1))]);
  console.error(rows.at(-1).join("  "));
}

/** Puts words into the box and waits for the engine's answer. Runs in the page. */
async function ask(words, patience) {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const until = performance.now() + patience;
  const wait = async (isOver) => {
    while (!isOver()) {
      if (performance.now() > until) throw new Error(`no answer to “${words}”`);
      await frame();
    }
  };
  await wait(() => document.documentElement.hasAttribute("data-live"));
  const box = document.querySelector("#q");
  box.value = words;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  await frame();
  await wait(() => !document.querySelector("main").hasAttribute("aria-busy"));
  await frame();
}

await page.send("Page.navigate", { url: host.url });
await page.run("async () => { while (!document.querySelector('#q')) await new Promise((done) => setTimeout(done, 20)); }");
await page.run(ask, query(0), PATIENCE);
await measure("first query");
const [queries, steps] = [Number(values.queries), Number(values.steps)];
const begun = performance.now();
for (let asked = 1; asked <= queries; asked++) {
  await page.run(ask, query(asked), PATIENCE);
  if (asked % Math.ceil(queries / steps) === 0 || asked === queries) await measure(`${asked} queries`);
}
const seconds = (performance.now() - begun) / 1000;
await browser.close();
await host.close();

console.log("| after | objects of the page, MB | objects of the worker | memory of its program | the tab's process |");
console.log("| --- | ---: | ---: | ---: | ---: |");
for (const row of rows) console.log(`| ${row.join(" | ")} |`);
console.log(`\n${articles.length} articles, ${queries} queries in ${seconds.toFixed(0)} s`);
