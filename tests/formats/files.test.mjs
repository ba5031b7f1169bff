// Every published file, read by another program, for several corpora. open_files.py has the reader of each kind of file.
//
// FORMATS_PYTHON is a Python with the packages of setup_frictionless in scripts/setup.sh, FRICTIONLESS its command.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { hostileCorpus } from "./hostile-corpus.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const PROGRAM = process.env.THIDUA ?? join(ROOT, "target/release/thidua");
const DEV_PROGRAM = process.env.THIDUA_DEV ?? join(ROOT, "target/release/thidua-dev");
const { FORMATS_PYTHON: PYTHON, FRICTIONLESS } = process.env;
const execute = promisify(execFile);
const run = (command, args) => execute(command, args, { maxBuffer: 1 << 28 });
const skip = PYTHON ? false : "what reads the files is not installed; scripts/test says why";

/** Kinds of files of every site with an address. */
const EVERY = ["feed", "sitemap", "csl", "json", "html", "svg", "png", "bib", "ris", "csv", "xlsx", "zip", "robots", "_headers", "css", "wasm", "woff2", "js"];
const ADDRESS = ["--url", "https://thi-dua.example/kho/"];

let folder;
const corpora = {};
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "thi-dua-formats-"));
  corpora.bundled = join(ROOT, "public/corpus.json");
  corpora.second = join(ROOT, "tests/second/corpus");
  corpora.hostile = join(folder, "hostile.json");
  corpora.drawn = join(folder, "drawn.json");
  await writeFile(corpora.hostile, JSON.stringify(await hostileCorpus()));
  await run(DEV_PROGRAM, ["sample", "--articles", "300", "--seed", "5", "--out", corpora.drawn]);
});
after(() => rm(folder, { recursive: true, force: true }));

/** Reads all files; returns their number by kind, and fails for unreadable ones. */
async function opened(dir) {
  const { stdout } = await run(PYTHON, [join(ROOT, "tests/formats/open_files.py"), dir]);
  const { counts, faults } = JSON.parse(stdout);
  assert.deepEqual(faults.slice(0, 20), [], `${faults.length} files cannot be read`);
  return counts;
}

for (const [corpus, how, options] of [
  ["bundled", "with an address", ADDRESS],
  ["bundled", "without an address", []],
  ["second", "with an address", ADDRESS],
  ["hostile", "with an address", ADDRESS],
  ["drawn", "with an address, in pieces", [...ADDRESS, "--search", "pieces"]],
]) {
  test(`every file of the ${corpus} corpus, ${how}, is readable by another program`, { skip }, async (t) => {
    const dir = join(folder, `${corpus}-${options.length}`);
    await run(PROGRAM, ["build", "--quiet", "--corpus", corpora[corpus], "--out", dir, ...options]);
    const counts = await opened(dir);
    t.diagnostic(JSON.stringify(counts));
    const kinds = Object.keys(counts).join(" ");
    for (const kind of options.length ? EVERY : []) assert.ok(kinds.includes(kind), `a file of kind ${kind}`);
    if (FRICTIONLESS) {
      const { stdout } = await run(FRICTIONLESS, ["validate", "--json", join(dir, "du-lieu/datapackage.json")]).catch((error) => error);
      assert.equal(JSON.parse(stdout).valid, true, stdout.slice(0, 2_000));
    }
    await rm(dir, { recursive: true });
  });
}

test("single file and charts of the command line are readable by other programs", { skip }, async () => {
  const dir = join(folder, "alone");
  await mkdir(dir);
  for (const corpus of ["bundled", "hostile"]) {
    await run(PROGRAM, ["build", "--quiet", "--single", "--corpus", corpora[corpus], "--out", join(dir, `${corpus}.html`)]);
    for (const site of ["/", "https://thi-dua.example/kho/"]) {
      const out = join(dir, `${corpus}-${site.length}`);
      await run(PROGRAM, ["chart", "--figures", "", "--corpus", corpora[corpus], "--site", site, "--out", out]);
    }
  }
  const counts = await opened(dir);
  assert.equal(counts[".*\\.html"], 2);
  assert.ok(counts[".*\\.svg"] > 6, `${counts[".*\\.svg"]} charts: more than those of one corpus`);
});

test("readers of files detect broken files", { skip }, async () => {
  const dir = join(folder, "broken");
  await mkdir(dir);
  const png = await readFile(join(ROOT, "public/icons/icon-180.png"));
  const broken = {
    "feed.xml": "<feed><a></feed>",
    "a.svg": '<svg xmlns="http://www.w3.org/2000/svg"><a href="/so-lieu/x/"/></svg>',
    "a.bib": "@misc{x,\n  title = {a},\n  url = {/bai-viet/x/},\n}\n",
    "a.ris": "TY  - NEWS\r\nTI  - a\r\nUR  - /bai-viet/x/\r\nID  - x\r\nER  - \r\n",
    "a.csl.json": '[{"id":"x","type":"article","title":"a","URL":"/bai-viet/x/"}]',
    "a.csv": "\ufeffa,b\r\n=1+1,2\r\n",
    "b.csv": "\ufeffa,b\r\n1\r\n",
    "a.html": "<!doctype html><p><b></p>",
    "a.png": png.subarray(0, png.length - 20),
    "a.unknown": "?",
  };
  for (const [name, content] of Object.entries(broken)) await writeFile(join(dir, name), content);
  const { stdout } = await run(PYTHON, [join(ROOT, "tests/formats/open_files.py"), dir]);
  const faults = JSON.parse(stdout).faults.map((fault) => fault.split(":")[0]).sort();
  assert.deepEqual(faults, Object.keys(broken).sort());
});
