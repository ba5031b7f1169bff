// Runs a program and measures its time and its peak memory.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** Returns the peak memory of a running process in MB; 0 if the system does not report it. */
function peakMemory(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}

/**
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<{seconds: number, megabytes: number}>} rejects with its error output if it fails
 */
export function run(program, args) {
  const start = performance.now();
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
  let output = "";
  child.stderr.on("data", (text) => (output += text));
  let megabytes = 0;
  const watch = setInterval(() => (megabytes = Math.max(megabytes, peakMemory(child.pid))), 20);
  return new Promise((done, failed) => {
    child.on("error", failed);
    child.on("exit", (code) => {
      clearInterval(watch);
      const seconds = (performance.now() - start) / 1000;
      if (code === 0) done({ seconds, megabytes });
      else failed(new Error(`${program} ${args.join(" ")} ended with ${code}: ${output}`));
    });
  });
}
