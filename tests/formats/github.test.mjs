// The folder for GitHub (`thidua new --github`): its workflow is read by a YAML parser, and its commands are run as GitHub runs
// them, with a program that is packed here and a network that ends on this disk.
//
// THIDUA is the program [default: target/release/thidua]; it carries the app, or THIDUA_APP names one.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const PROGRAM = resolve(ROOT, process.env.THIDUA ?? "target/release/thidua");
const PYTHON = process.env.FORMATS_PYTHON;
const TARGET = "x86_64-unknown-linux-musl";
const skip = PYTHON ? false : "no Python with a YAML parser";

let work, archive, checksum;
before(() => {
  if (skip) return;
  work = mkdtempSync(join(tmpdir(), "thidua-github-"));
  const archives = join(work, "archives");
  execFileSync(join(ROOT, "scripts/release"), ["pack", TARGET, PROGRAM, archives]);
  execFileSync(join(ROOT, "scripts/release"), ["sums", archives], { stdio: "pipe" });
  [checksum, archive] = readFileSync(join(archives, "SHA256SUMS"), "utf8").trim().split("  ");
  // A network that has the files of one release.
  const bin = join(work, "bin");
  mkdirSync(bin);
  const version = execFileSync(PROGRAM, ["--version"], { encoding: "utf8" }).trim().split(" ")[1];
  const release = `https://github.com/ai-do/thi-dua/releases/download/v${version}`;
  writeFileSync(
    join(bin, "curl"),
    `#!/bin/sh\nfor last; do :; done\n[ "\${last%/*}" = ${release} ] || exit 22\ncp "${archives}/\${last##*/}" .\n`,
  );
  chmodSync(join(bin, "curl"), 0o755);
});
after(() => work && rmSync(work, { recursive: true, force: true }));

function parsed(file) {
  const script = "import json, sys, yaml; json.dump(yaml.safe_load(open(sys.argv[1], encoding='utf-8')), sys.stdout)";
  return JSON.parse(execFileSync(PYTHON, ["-c", script, file], { encoding: "utf8" }));
}

/** A new repository, made from the folder. */
function repository(name, ...more) {
  const folder = join(work, name, "kho của tôi");
  execFileSync(PROGRAM, ["new", "--github", folder, "--program-from", "ai-do/thi-dua", ...more]);
  return folder;
}

/** Runs the commands of the workflow in turn, until one fails; returns its name or null, and what the summary says. */
function runWorkflow(folder) {
  const temporary = join(folder, "..", "temp");
  mkdirSync(temporary);
  const job = parsed(join(folder, ".github/workflows/site.yml")).jobs.trang;
  assert.equal(job.defaults.run.shell, "bash");
  const [summary, paths] = [join(temporary, "summary.md"), join(temporary, "path.txt")];
  for (const file of [summary, paths]) writeFileSync(file, "");
  const expressions = { "steps.pages.outputs.base_url": "https://ai-do.github.io/kho", "runner.temp": temporary };
  const evaluated = (text) => text.replace(/\$\{\{ ([\w.]+) \}\}/g, (_, name) => expressions[name] ?? assert.fail(name));
  let failed = null;
  for (const step of job.steps) {
    if (!step.run) continue;
    const added = readFileSync(paths, "utf8").trim().split("\n").filter(Boolean);
    const env = {
      ...job.env,
      ...Object.fromEntries(Object.entries(step.env ?? {}).map(([key, text]) => [key, evaluated(text)])),
      PATH: [...added, join(work, "bin"), process.env.PATH].join(":"),
      HOME: process.env.HOME,
      ...(process.env.THIDUA_APP ? { THIDUA_APP: resolve(ROOT, process.env.THIDUA_APP) } : {}),
      RUNNER_TEMP: temporary,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_PATH: paths,
    };
    // As GitHub runs `shell: bash`.
    const args = ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run];
    const done = spawnSync("bash", args, { cwd: folder, env, encoding: "utf8" });
    if (done.status !== 0) {
      failed = step.name;
      break;
    }
  }
  return { failed, summary: readFileSync(summary, "utf8"), site: join(temporary, "site") };
}

test("workflow is well-formed, asks for little, and names actions by their commit", { skip }, () => {
  const workflow = parsed(join(repository("form"), ".github/workflows/site.yml"));
  assert.deepEqual(workflow.permissions, { contents: "read" });
  assert.deepEqual(workflow.jobs.trang.permissions, { contents: "read", pages: "write", "id-token": "write" });
  const uses = workflow.jobs.trang.steps.map((step) => step.uses).filter(Boolean);
  assert.equal(uses.length, 4);
  for (const action of uses) assert.match(action, /^actions\/[\w-]+@[0-9a-f]{40}$/);
  for (const step of workflow.jobs.trang.steps) {
    assert.ok(!/\$\{\{/.test(step.run ?? ""), "expressions in commands could hold commands");
  }
});

test("workflow builds the site with its address, by a pinned program and by the checksums of the release", { skip }, () => {
  for (const [name, more] of [["pinned", ["--program-sha256", checksum]], ["listed", []]]) {
    const { failed, summary, site } = runWorkflow(repository(name, ...more));
    assert.equal(failed, null, summary);
    assert.match(summary, /the corpus is valid: 1 articles/);
    assert.match(readFileSync(join(site, "sitemap.xml"), "utf8"), /https:\/\/ai-do\.github\.io\/kho\//);
    assert.match(readFileSync(join(site, "edition.json"), "utf8"), /"attested":"all"/);
  }
});

test("program with another checksum is not run", { skip }, () => {
  const { failed, site } = runWorkflow(repository("tampered", "--program-sha256", "0".repeat(64)));
  assert.equal(failed, "Tải chương trình");
  assert.ok(!existsSync(site));
  assert.ok(archive.startsWith("thidua-"));
});

test("corpus with an error builds no site, and the summary says where it is wrong", { skip }, () => {
  const folder = repository("wrong");
  const corpus = join(folder, "kho/corpus.json");
  writeFileSync(corpus, readFileSync(corpus, "utf8").replace('"organisation": "cong-doan', '"organisation": "khong-co'));
  const { failed, summary, site } = runWorkflow(folder);
  assert.equal(failed, "Kiểm tra kho");
  assert.match(summary, /articles\[0\].*\n[^]*Kho có lỗi/, summary);
  assert.ok(!existsSync(site));
});

test("steps that the guide in the folder names are those of the workflow", { skip }, () => {
  const folder = repository("guide");
  const guide = readFileSync(join(folder, "README.md"), "utf8");
  const names = parsed(join(folder, ".github/workflows/site.yml")).jobs.trang.steps.map((step) => step.name).filter(Boolean);
  for (const name of names) assert.ok(guide.includes(name), name);
});
