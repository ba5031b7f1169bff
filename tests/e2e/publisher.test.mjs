// Publishing: what a page makes is what the command line builds, byte for byte, on a host and in the one file.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { inflateRawSync } from "node:zlib";
import { EditorPage } from "./harness/editor-page.mjs";
import { site } from "./harness/site.mjs";
import { contextFor, reader } from "./harness/visit.mjs";

const it = site();
const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const THIDUA = process.env.THIDUA ?? join(ROOT, "target/release/thidua");
const URL_OF_SITE = "https://thi-dua.example/kho/";
const corpus = await readFile(join(ROOT, "public/corpus.json"), "utf8");
const attestation = await readFile(join(ROOT, "public/attestation.json"), "utf8");

function thidua(...args) {
  try {
    return execFileSync(THIDUA, args, { cwd: ROOT, encoding: "utf8" });
  } catch (error) {
    return assert.fail(`thidua ${args[0]}: ${error.stdout}${error.stderr}`);
  }
}

/** Package of the bundled corpus, for the address `url` or none. */
function packageFor(url) {
  return { corpus, attestation, texts: {}, settings: { url } };
}

/** Files of a folder by path. */
async function filesOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = {};
  for (const entry of entries.filter((entry) => entry.isFile())) {
    const path = join(entry.parentPath, entry.name);
    files[path.slice(folder.length + 1)] = await readFile(path);
  }
  return files;
}

/** Site that the command line builds of the same package. */
async function built(...more) {
  const folder = join(await mkdtemp(join(tmpdir(), "thidua-publish-")), "site");
  thidua("build", "--quiet", "--corpus", "public/corpus.json", "--out", folder, ...more);
  return filesOf(folder);
}

/** Files of a ZIP archive by path. */
function unzipped(bytes) {
  const end = bytes.lastIndexOf("PK\u0005\u0006");
  let at = bytes.readUInt32LE(end + 16);
  const files = {};
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [size, name, extra, comment] = [20, 28, 30, 32].map((o) => (o === 20 ? bytes.readUInt32LE(at + o) : bytes.readUInt16LE(at + o)));
    const local = bytes.readUInt32LE(at + 42);
    const path = bytes.toString("utf8", at + 46, at + 46 + name);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + size);
    files[path] = bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(content) : content;
    at += 46 + name + extra + comment;
  }
  return files;
}

/**
 * Runs a job in the page. Returns the last message, the files by path (the one file of a job under ""), and the longest time in
 * milliseconds for which the page did not answer.
 */
async function make(page, output, given, cancelAfter = Infinity) {
  const answer = await page.evaluate(
    async ({ output, given, cancelAfter }) => {
      const publisher = window.startPublisher ? window.startPublisher() : new Worker(thidua.publisher);
      const encode = (buffer) =>
        new Promise((resolve) => {
          const reader = new FileReader();
          reader.onload = () => resolve(reader.result.split(",")[1] ?? "");
          reader.readAsDataURL(new Blob([buffer]));
        });
      let stall = 0;
      let last = performance.now();
      const clock = setInterval(() => {
        stall = Math.max(stall, performance.now() - last);
        last = performance.now();
      }, 10);
      const files = {};
      let progress = 0;
      const post = (message) => publisher.postMessage(JSON.stringify(message));
      const message = await new Promise((resolve) => {
        publisher.onerror = (event) => resolve({ Failed: { failure: String(event.message) } });
        publisher.onmessage = async ({ data }) => {
          const [text, bytes] = Array.isArray(data) ? data : [data];
          const message = JSON.parse(text);
          if (message.Progress) {
            progress += 1;
            if (progress === cancelAfter) post({ Cancel: { job: 7 } });
          } else if (message.File) {
            files[message.File.path] = await encode(bytes);
            post({ Written: { job: 7 } });
          } else {
            if (bytes) files[""] = await encode(bytes);
            resolve(message);
          }
        };
        post({ Make: { job: 7, output, package: given } });
      });
      clearInterval(clock);
      if (!window.startPublisher) publisher.terminate();
      return { message, files, stall, progress };
    },
    { output, given, cancelAfter },
  );
  for (const path of Object.keys(answer.files)) answer.files[path] = Buffer.from(answer.files[path], "base64");
  return answer;
}

function assertSameFiles(actual, expected) {
  assert.deepEqual(Object.keys(actual).sort(), Object.keys(expected).sort());
  const different = Object.keys(expected).filter((path) => !actual[path].equals(expected[path]));
  assert.deepEqual(different, []);
}

async function workbench(t, expected = []) {
  const { context, visit } = await reader(t, it.browser, it.host, { expected });
  const page = await visit("soan/");
  await new EditorPage(page).ready();
  return { context, page };
}

test("worker makes the whole site, with and without an address, as `thidua build` does", async (t) => {
  const { page } = await workbench(t);
  for (const url of [null, URL_OF_SITE]) {
    const expected = await built(...(url ? ["--url", url] : []));
    const zip = await make(page, "SiteZip", packageFor(url));
    assert.deepEqual(zip.message, { Done: { job: 7, file_name: "thi-dua.zip", mime: "application/zip" } });
    assertSameFiles(unzipped(zip.files[""]), expected);
    assert.ok(zip.progress > 3, `progress was said ${zip.progress} times`);
    const files = await make(page, "SiteFiles", packageFor(url));
    assertSameFiles(files.files, expected);
  }
});

test("one file makes the one file again and the whole site, from a disk, and the page stays alive", async (t) => {
  const { page } = await workbench(t);
  const context = await contextFor(it.browser);
  t.after(() => context.close());
  const folder = await mkdtemp(join(tmpdir(), "thidua-publish-"));
  const expected = join(folder, "thi-dua.html");
  thidua("build", "--quiet", "--single", "--corpus", "public/corpus.json", "--out", expected);
  const first = await make(page, "OneFile", packageFor(null));
  assert.deepEqual(first.message, { Done: { job: 7, file_name: "thi-dua.html", mime: "text/html" } });
  assert.ok(first.files[""].equals(await readFile(expected)), "first generation");

  let html = first.files[""];
  for (const generation of [2, 3]) {
    const path = join(folder, `${generation}.html`);
    await writeFile(path, html);
    const disk = await context.newPage();
    await disk.goto(pathToFileURL(path).href);
    await disk.locator("html[data-live]").waitFor({ state: "attached", timeout: 60_000 });
    const made = await make(disk, "OneFile", packageFor(null));
    assert.ok(made.files[""]?.equals(html), `generation ${generation}: ${JSON.stringify(made.message)}`);
    if (generation === 3) {
      const stopped = await make(disk, "SiteZip", packageFor(null), 5);
      assert.deepEqual(stopped.message, { Cancelled: { job: 7 } });
      const zip = await make(disk, "SiteZip", packageFor(null));
      assertSameFiles(unzipped(zip.files[""]), await built());
      console.log(`one file: the page waited at most ${Math.round(zip.stall)} ms`);
    }
    html = made.files[""];
    await disk.close();
  }
});

test("job is cancelled in the worker, and another one begins", async (t) => {
  const { page } = await workbench(t);
  const stopped = await make(page, "SiteZip", packageFor(null), 3);
  assert.deepEqual(stopped.message, { Cancelled: { job: 7 } });
  assert.ok((await make(page, "OneFile", packageFor(null))).message.Done);
});

test("file of the app that is missing, or is cut off, is named", async (t) => {
  const { page, context } = await workbench(t, [/thi-dua-engine\.js/]);
  const fault = async (answer) => {
    await context.route("**/app/thi-dua-engine.js", answer);
    const { message } = await make(page, "OneFile", packageFor(null));
    await context.unroute("**/app/thi-dua-engine.js");
    return message.Failed.failure;
  };
  const missing = await fault((route) => route.fulfill({ status: 404, body: "gone" }));
  assert.deepEqual(missing, { FileMissing: "app/thi-dua-engine.js" });
  const cut = await fault((route) => route.fulfill({ status: 200, body: "let wasm" }));
  assert.deepEqual(cut, { FileDamaged: "app/thi-dua-engine.js" });
});

test("what cannot be published is said", async (t) => {
  const { page } = await workbench(t);
  const failure = async (given) => (await make(page, "SiteZip", { ...packageFor(null), ...given })).message.Failed.failure;
  assert.deepEqual(await failure({ settings: { url: "example.org" } }), { Address: "example.org" });
  assert.match((await failure({ corpus: "{}" })).Site, /corpus\.json/);
});
