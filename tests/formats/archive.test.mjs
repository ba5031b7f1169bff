// Archive of all data, unpacked by Info-ZIP's unzip and Python's zipfile. Each member must equal the published file.
//
// THIDUA builds the sites [default: target/release/thidua], THIDUA_DEV writes sample corpora; THIDUA_APP is the browser app if
// THIDUA has none.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const PROGRAM = resolve(ROOT, process.env.THIDUA ?? "target/release/thidua");
const DEV_PROGRAM = resolve(ROOT, process.env.THIDUA_DEV ?? "target/release/thidua-dev");
const run = promisify(execFile);
const has = (command, version) =>
  run(command, [version]).then(
    () => true,
    () => false,
  );

let work;
before(async () => (work = await mkdtemp(join(tmpdir(), "thidua-archive-"))));
after(() => rm(work, { recursive: true }));

/** Returns the bundled corpus with texts that a careless writer would corrupt. */
async function hostile() {
  const corpus = JSON.parse(await readFile(join(ROOT, "public/corpus.json"), "utf8"));
  const texts = ['"><script>alert(1)</script>', "=1+1", "a,b;c\t“d”\n'e'", "\\u0000 %00 ../../x", "PK\u0003x]]>", "Việt".normalize("NFD"), "x".repeat(70_000)];
  let next = 0;
  for (const article of corpus.articles) {
    for (const paragraph of article.digest) paragraph.vi += ` ${texts[next++ % texts.length].replace(/[\t\n\u0003]/g, " ")}`;
    article.headline += ` ${texts[next++ % 2]}`;
  }
  const file = join(work, "hostile.json");
  await writeFile(file, JSON.stringify(corpus));
  return file;
}

/** The example corpus that the program writes. */
async function example() {
  const out = join(work, "new");
  await run(PROGRAM, ["new", out]);
  return out;
}

/** A drawn corpus of that many articles. */
async function drawn(articles) {
  const out = join(work, `drawn-${articles}.json`);
  await run(DEV_PROGRAM, ["sample", "--articles", articles, "--seed", "5", "--out", out]);
  return out;
}

const CORPORA = {
  bundled: async () => join(ROOT, "public/corpus.json"),
  second: async () => join(ROOT, "tests/second/corpus"),
  hostile,
  new: example,
  "drawn, 1": () => drawn("1"),
  "drawn, 300": () => drawn("300"),
};

/** Unpacks `archive` into `folder`. */
const UNPACKERS = {
  unzip: async (archive, folder) => {
    await run("unzip", ["-tq", archive]);
    await run("unzip", ["-q", archive, "-d", folder]);
  },
  python3: (archive, folder) =>
    run("python3", ["-c", "import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nz.extractall(sys.argv[2])", archive, folder]),
};
const there = { unzip: await has("unzip", "-v"), python3: await has("python3", "--version") };

for (const [name, corpus] of Object.entries(CORPORA)) {
  test(`archive unpacks to the published files: ${name}`, async (t) => {
    const site = join(work, `site-${name}`);
    await run(PROGRAM, ["build", "--quiet", "--corpus", await corpus(), "--out", site]);
    for (const [unpacker, unpack] of Object.entries(UNPACKERS)) {
      await t.test(unpacker, { skip: !there[unpacker] && `${unpacker} is not here and cannot be installed` }, async () => {
        const folder = join(work, `${unpacker}-${name}`);
        await unpack(join(site, "du-lieu/thi-dua.zip"), folder);
        const files = (await readdir(folder)).sort();
        assert.equal(files.length, 16);
        for (const file of files) {
          const beside = join(site, file.startsWith("corpus.") ? "" : "du-lieu", file);
          assert.ok((await readFile(join(folder, file))).equals(await readFile(beside)), file);
        }
      });
    }
  });
}
