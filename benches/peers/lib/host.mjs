// Static host that counts the bytes it sends and can be as slow as a mobile connection. It throttles the connection itself: the
// emulation of browsers (CDP Network.emulateNetworkConditions) does not cover requests of workers, and two of the engines run in one.

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
/** Bytes sent at a time on a slow connection. */
const BLOCK = 4096;
/** Approximate bytes of the headers of a response. */
const HEADERS = 250;

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * @param {string} dir the files; each is compressed once, as on a host that compresses in advance
 * @returns {Promise<Host>}
 * @typedef {object} Host
 * @property {string} url its root
 * @property {{latency: number, bytesPerSecond: number}} connection latency in milliseconds before each response; Infinity is no limit
 * @property {{path: string, bytes: number}[]} sent every response since the list was last emptied
 * @property {() => Promise<void>} close
 */
export async function host(dir) {
  const root = resolve(dir);
  const cache = new Map();
  const self = { connection: { latency: 0, bytesPerSecond: Infinity }, sent: [] };
  let freeAt = 0;

  async function file(path) {
    if (cache.has(path)) return cache.get(path);
    let name = resolve(root, normalize(`.${path}`));
    if (name !== root && !name.startsWith(root + sep)) return undefined;
    if ((await stat(name).catch(() => undefined))?.isDirectory()) name = join(name, "index.html");
    const bytes = await readFile(name).catch(() => undefined);
    if (!bytes) return undefined;
    const type = extname(name);
    const params = { [constants.BROTLI_PARAM_QUALITY]: bytes.length > 4e6 ? 9 : 11 };
    const found = PLAIN.has(type) ? { type, body: brotliCompressSync(bytes, { params }), encoding: "br" } : { type, body: bytes };
    cache.set(path, found);
    return found;
  }

  async function send(response, body) {
    const { bytesPerSecond } = self.connection;
    if (bytesPerSecond === Infinity) return void response.end(body);
    // Nothing is sent after the client has closed the connection.
    for (let start = 0; start < body.length && !response.destroyed; start += BLOCK) {
      const block = body.subarray(start, start + BLOCK);
      freeAt = Math.max(freeAt, performance.now()) + (block.length / bytesPerSecond) * 1000;
      const wait = freeAt - performance.now();
      if (wait > 1) await sleep(wait);
      response.write(block);
    }
    response.end();
  }

  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const found = await file(path);
    if (self.connection.latency) await sleep(self.connection.latency);
    const body = found?.body ?? Buffer.from("none");
    self.sent.push({ path, bytes: body.length + HEADERS });
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
