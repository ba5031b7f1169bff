// Static host with faults: it answers requests for chosen files with something else, late, or never.

import { readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { TYPES, listen } from "./static-host.mjs";

/** Faults of networks and hosts. Each takes the bytes of a file and returns how the request is answered. */
export const FAULTS = {
  missing: () => ({ status: 404, body: "gone", type: "text/html" }),
  refused: () => ({ status: 403, body: "no", type: "text/html" }),
  "too many": () => ({ status: 429, body: "slow down" }),
  "error 500": () => ({ status: 500, body: "x" }),
  "busy 503": () => ({ status: 503, body: "x" }),
  portal: () => ({ body: "<!doctype html><title>Wi-Fi</title><h1>Log in</h1>", type: "text/html" }),
  empty: () => ({ body: "" }),
  "cut short": (bytes) => ({ body: bytes.subarray(0, bytes.length >> 1) }),
  "a byte changed": (bytes) => {
    const changed = Buffer.from(bytes);
    changed[changed.length >> 1] ^= 255;
    return { body: changed };
  },
  "cut line": (bytes) => ({ body: bytes, until: bytes.length >> 1, then: "reset" }),
  "reset": () => ({ reset: true }),
  hanging: () => ({ hang: true }),
  "hanging inside": (bytes) => ({ body: bytes, until: Math.min(100, bytes.length >> 1), then: "hang" }),
  /** Takes half a minute. */
  dripping: (bytes) => ({ body: bytes, every: 250, step: Math.max(1, Math.ceil(bytes.length / 120)) }),
};

/**
 * Serves `dir` below `base`. `host.fault(path)` returns the name of one of FAULTS, or a function like those, or undefined.
 *
 * @returns {Promise<{url: string, origin: string, fault: (path: string) => unknown, asked: {path: string, at: number}[],
 *   close: () => Promise<void>}>}
 */
export async function faultyHost(dir, base = "/") {
  const host = { fault: () => undefined, asked: [] };

  async function answer(request, response) {
    const url = new URL(request.url, "http://localhost");
    const path = decodeURIComponent(url.pathname).slice(base.length);
    host.asked.push({ path, at: Date.now() });
    let file = join(dir, path);
    if (path === "" || path.endsWith("/")) file = join(file, "index.html");
    const found = await stat(file).then((it) => it.isFile(), () => false);
    const bytes = await readFile(found ? file : join(dir, "404.html"));
    const plain = { status: found ? 200 : 404, type: TYPES[found ? extname(file) : ".html"] ?? "application/octet-stream", body: bytes };
    const named = host.fault(path);
    const fault = typeof named === "string" ? FAULTS[named] : named;
    const { status, type, body, hang, reset, until, then, every, step } = { ...plain, ...fault?.(bytes) };
    if (reset) return request.socket.destroy();
    if (hang) return;
    const content = Buffer.from(body);
    response.writeHead(status, { "Content-Type": type, "Content-Length": content.length, "Cache-Control": "no-cache" });
    if (then) {
      response.write(content.subarray(0, until));
      if (then === "reset") setTimeout(() => request.socket.destroy(), 50);
      return;
    }
    if (!every) return response.end(content);
    for (let at = 0; at < content.length && !response.destroyed; at += step) {
      response.write(content.subarray(at, at + step));
      await new Promise((done) => setTimeout(done, every));
    }
    response.end();
  }

  const { origin, close } = await listen((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  return Object.assign(host, { origin, url: origin + base, close });
}
