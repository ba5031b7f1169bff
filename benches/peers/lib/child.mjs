// Runs a program and says how long it took and how much memory it had at most.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** The most memory that a running process has had, in MB; 0 where the system does not say. */
function peak(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}

/**
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<{seconds: number, megabytes: number}>} rejects where it fails, with what it said
 */
export function run(program, args) {
  const begun = performance.now();
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (text) => (said += text));
  let megabytes = 0;
  const watch = setInterval(() => (megabytes = Math.max(megabytes, peak(child.pid))), 20);
  return new Promise((done, failed) => {
    child.on("error", failed);
    child.on("exit", (code) => {
      clearInterval(watch);
      const seconds = (performance.now() - begun) / 1000;
      if (code === 0) done({ seconds, megabytes });
      else failed(new Error(`${program} ${args.join(" ")} ended with ${code}: ${said}`));
    });
  });
}
