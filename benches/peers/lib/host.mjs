// A host that counts what it sends and can be as slow as a telephone's line. It shapes the line itself: what a browser
// emulates (CDP Network.emulateNetworkConditions) leaves out what workers fetch, and two of the engines live in one.

import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = {
  ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".json": "application/json",
  ".mjs": "text/javascript", ".png": "image/png", ".svg": "image/svg+xml", ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json", ".woff2": "font/woff2",
};
const PLAIN = new Set([".css", ".html", ".js", ".json", ".mjs", ".svg", ".wasm", ".webmanifest", ".bin"]);
/** Bytes sent at a time on a slow line. */
const PIECE = 4096;
/** What the head of an answer weighs, about. */
const HEAD = 250;

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * @param {string} dir the files; compressed once, as a host does that has them compressed in advance
 * @returns {Promise<Host>}
 * @typedef {object} Host
 * @property {string} url its root
 * @property {{latency: number, bytesPerSecond: number}} line milliseconds before each answer; Infinity is no limit
 * @property {{path: string, bytes: number}[]} sent every answer since it was last emptied
 * @property {() => Promise<void>} close
 */
export async function host(dir) {
  const root = resolve(dir);
  const kept = new Map();
  const self = { line: { latency: 0, bytesPerSecond: Infinity }, sent: [] };
  let free = 0;

  async function file(path) {
    if (kept.has(path)) return kept.get(path);
    let name = resolve(root, normalize(`.${path}`));
    if (name !== root && !name.startsWith(root + sep)) return undefined;
    if ((await stat(name).catch(() => undefined))?.isDirectory()) name = join(name, "index.html");
    const bytes = await readFile(name).catch(() => undefined);
    if (!bytes) return undefined;
    const type = extname(name);
    const params = { [constants.BROTLI_PARAM_QUALITY]: bytes.length > 4e6 ? 9 : 11 };
    const found = PLAIN.has(type) ? { type, body: brotliCompressSync(bytes, { params }), encoding: "br" } : { type, body: bytes };
    kept.set(path, found);
    return found;
  }

  async function send(response, body) {
    const { bytesPerSecond } = self.line;
    if (bytesPerSecond === Infinity) return void response.end(body);
    // Nothing is sent to who has given up.
    for (let at = 0; at < body.length && !response.destroyed; at += PIECE) {
      const piece = body.subarray(at, at + PIECE);
      free = Math.max(free, performance.now()) + (piece.length / bytesPerSecond) * 1000;
      const wait = free - performance.now();
      if (wait > 1) await sleep(wait);
      response.write(piece);
    }
    response.end();
  }

  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const found = await file(path);
    if (self.line.latency) await sleep(self.line.latency);
    const body = found?.body ?? Buffer.from("none");
    self.sent.push({ path, bytes: body.length + HEAD });
    response.writeHead(found ? 200 : 404, {
      "Content-Type": TYPES[found?.type] ?? "application/octet-stream",
      "Content-Length": body.length,
      "Cache-Control": "max-age=3600",
      ...(found?.encoding ? { "Content-Encoding": found.encoding } : {}),
    });
    await send(response, body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  self.url = `http://127.0.0.1:${server.address().port}/`;
  self.close = () => new Promise((done) => { server.closeAllConnections(); server.close(done); });
  return self;
}
