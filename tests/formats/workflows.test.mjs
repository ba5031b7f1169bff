// The workflows of this repository, read by a YAML parser: what they may do, what they call, and that each program is built, run
// and described.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const FOLDER = join(ROOT, ".github/workflows");
const PYTHON = process.env.FORMATS_PYTHON;
const skip = PYTHON ? false : "no Python with a YAML parser";

function parsed(file) {
  const script = "import json, sys, yaml; json.dump(yaml.safe_load(open(sys.argv[1], encoding='utf-8')), sys.stdout, default=str)";
  return JSON.parse(execFileSync(PYTHON, ["-c", script, file], { encoding: "utf8" }));
}

const stepsOf = (workflow) => Object.values(workflow.jobs).flatMap((job) => job.steps);

test("actions are named by their commit, and commands exist", { skip }, () => {
  const release = readFileSync(join(ROOT, "scripts/release"), "utf8");
  for (const name of readdirSync(FOLDER)) {
    for (const step of stepsOf(parsed(join(FOLDER, name)))) {
      if (step.uses) assert.match(step.uses, /^actions\/[\w-]+@[0-9a-f]{40}$/, name);
      for (const [, script, argument] of (step.run ?? "").matchAll(/((?:scripts|\.ci)\/[\w-]+)(?: ([a-z-]+))?/g)) {
        assert.ok(existsSync(join(ROOT, script)), `${name}: ${script}`);
        if (script === "scripts/release") assert.ok(release.includes(`\n  ${argument}) `), `${name}: ${script} ${argument}`);
      }
    }
  }
});

test("only the job that publishes a release may write, and it waits for every system", { skip }, () => {
  const { permissions, jobs } = parsed(join(FOLDER, "release.yml"));
  assert.deepEqual(permissions, { contents: "read" });
  const writing = Object.keys(jobs).filter((name) => jobs[name].permissions);
  assert.deepEqual(writing, ["publish"]);
  assert.deepEqual(jobs.publish.permissions, { contents: "write" });
  assert.deepEqual([jobs.program.needs, jobs.site.needs, jobs.publish.needs], ["app", "program", "site"]);
  assert.ok(jobs.publish.steps.some((step) => step.run?.startsWith("scripts/release compare")));
});

test("every program that is built is run, and the hosting guide names it", { skip }, () => {
  const { jobs } = parsed(join(FOLDER, "release.yml"));
  const targets = (job) => job.strategy.matrix.include.map((entry) => entry.target).sort();
  assert.equal(targets(jobs.program).length, 5);
  assert.deepEqual(targets(jobs.site), targets(jobs.program));
  const guide = readFileSync(join(ROOT, "docs/hosting.md"), "utf8");
  const named = [...guide.matchAll(/`thidua-VERSION-(\w+-[\w-]+)\.(?:zip|tar\.gz)`/g)].map((match) => match[1]);
  assert.deepEqual(named.sort(), targets(jobs.program));
});
