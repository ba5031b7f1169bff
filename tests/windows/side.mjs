// One of the two systems that are compared: a folder, and the program that works in it.

import { spawn, spawnSync } from "node:child_process";
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

  /** Starts `thidua serve`; returns its address, the token of its workbench, what it said, and how to stop it. */
  async serve(...args) {
    const [program, ...before] = this.command;
    const child = spawn(program, [...before, "serve", ...args], { cwd: this.folder, env: this.env });
    let said = "";
    const address = await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no address within a minute: ${said}`)), 60_000);
      child.stderr.on("data", (bytes) => (said += bytes));
      child.on("exit", (code) => reject(new Error(`ended with ${code}: ${said}`)));
      child.stdout.on("data", (bytes) => {
        said += bytes;
        const found = /(http:\/\/\S+?\/)(?:en\/)?soan\/#luu=(\w+)/.exec(said);
        if (found && said.endsWith("\n")) resolve({ url: found[1], token: found[2] }, clearTimeout(timer));
      });
    });
    const stop = () => new Promise((resolve) => child.removeAllListeners("exit").on("exit", resolve).kill());
    return { ...address, stop, said: this.normalised(said).replaceAll(address.url, "URL/").replaceAll(address.token, "TOKEN") };
  }

  /** Paths with slashes, as in the working folder; no times; one word for errors of the system; nothing that Wine itself says. */
  normalised(text) {
    return text
      .replace(/^wine client error:.*\n?/gm, "")
      .replaceAll("\\", "/")
      .replaceAll(`Z:${this.folder}`, this.folder)
      .replaceAll(this.folder, "DIR")
      .replaceAll("thidua.exe", "thidua")
      .replace(/ in \d+\.\d s$/gm, " in N s")
      .replace(/^\d+ of \d+ pages …\n/gm, "")
      .replace(/^(?:Try:|  thidua) .*$/gm, (line) => line.replaceAll('"', "'"))
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
