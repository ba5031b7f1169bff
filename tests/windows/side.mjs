// One of the two systems that are compared: a folder, and the program that works in it.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** States of builds hold the times of files; two systems never agree on those. */
const isState = (path) => /(^|\/)\.[^/]*thidua-state$/.test(path);

export class Side {
  /** `command` is the program with what has to stand before it; `folder` is where it works. */
  constructor(command, folder, env) {
    Object.assign(this, { command, folder, env });
    mkdirSync(folder, { recursive: true });
  }

  /** Runs the program; returns exit code and normalised output. */
  run(...args) {
    const [program, ...before] = this.command;
    const done = spawnSync(program, [...before, ...args], {
      cwd: this.folder,
      env: this.env,
      encoding: "utf8",
      maxBuffer: 1 << 26,
      timeout: 300_000,
    });
    if (done.error) throw done.error;
    return { code: done.status, stdout: this.normalised(done.stdout), stderr: this.normalised(done.stderr) };
  }

  /** Paths with slashes, as in the working folder; no times; one word for errors of the system; nothing that Wine itself says. */
  normalised(text) {
    return text
      .replace(/^wine client error:.*\n?/gm, "")
      .replaceAll("\\\\?\\", "")
      .replaceAll("\\", "/")
      .replaceAll(`Z:${this.folder}`, this.folder)
      .replaceAll(this.folder, "DIR")
      .replaceAll("thidua.exe", "thidua")
      .replace(/ in \d+\.\d s$/gm, " in N s")
      .replace(/^\d+ of \d+ pages …\n/gm, "")
      .replace(/^Try: .*$/gm, (line) => line.replaceAll('"', "'"))
      .replace(/[^:\n]*\(os error \d+\)/g, " (error of the system)");
  }

  path(name) {
    return join(this.folder, name);
  }

  write(name, content) {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), content);
  }

  read(name) {
    return readFileSync(this.path(name), "utf8");
  }

  edit(name, change) {
    this.write(name, change(this.read(name)));
  }

  copy(from, name) {
    cpSync(from, this.path(name), { recursive: true });
  }

  /** SHA-256 by path of all files below a folder; an empty folder has none. */
  files(name = ".") {
    const root = this.path(name);
    const paths = readdirSync(root, { recursive: true })
      .map((path) => path.normalize())
      .filter((path) => statSync(join(root, path)).isFile() && !isState(path))
      .sort();
    return Object.fromEntries(
      paths.map((path) => [path, createHash("sha256").update(readFileSync(join(root, path))).digest("hex")]),
    );
  }
}
