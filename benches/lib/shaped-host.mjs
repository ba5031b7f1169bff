// Static host that can be as slow as a phone's line, and records what it sends. It shapes the line itself: the emulation of browsers
// (CDP Network.emulateNetworkConditions) does not cover requests of workers.
//
// Model of the line: every response begins one round trip after its request, and all responses share the bandwidth, packet by packet
// in turn, as the streams of one open HTTP/2 connection do. Not modelled: the set-up of a connection (DNS, TCP, TLS), the slow start
// of TCP, loss of packets, and priorities of HTTP/2. A browser opens at most six connections to the host.

import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

/** Lines between host and browser: milliseconds of a round trip, and bytes per second of all responses together. */
export const FAST = { latency: 0, bytesPerSecond: Infinity };
/** A phone's line: a round trip of 150 ms, 1.6 Mbit/s. */
export const SLOW = { latency: 150, bytesPerSecond: 200_000 };

const TYPES = {
  ".css": "text/css; charset=utf-8", ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8", ".png": "image/png", ".svg": "image/svg+xml", ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json", ".woff2": "font/woff2",
};
/** Types that hosts compress; `.bin` are the chunks of our index. */
const COMPRESSED = new Set([".bin", ".css", ".html", ".js", ".json", ".mjs", ".svg", ".wasm", ".webmanifest"]);
/** Bytes of a packet. */
const PACKET = 1460;
/** Approximate bytes of the headers of a response. */
const HEADERS = 250;

const compress = promisify(brotliCompress);
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
/** Milliseconds since 1970, with fractions, as `performance.timeOrigin + performance.now()` in a page. */
export const now = () => performance.timeOrigin + performance.now();

/**
 * @param {string} dir the files; each is compressed once, as on a host that compresses in advance
 * @param {{base?: string, port?: number}} options `base`: base path of the site, with a slash at both ends; `port`: 0 takes any free one
 * @returns {Promise<Host>}
 * @typedef {object} Response
 * @property {string} path
 * @property {number} status
 * @property {number} at when the request arrived, milliseconds since 1970
 * @property {number} bytes bytes sent so far, with headers
 * @property {[at: number, bytes: number][]} packets
 * @typedef {object} Host
 * @property {string} url root of the site
 * @property {{latency: number, bytesPerSecond: number}} connection the line for the following responses
 * @property {Response[]} sent every response since the list was last emptied
 * @property {(at?: number) => {requests: number, bytes: number, files: Record<string, number>}} until requests that had arrived, and
 *   bytes that had been sent, at a time; by default now
 * @property {(ms: number) => Promise<void>} quiet resolves when no response has been under way for so many milliseconds
 * @property {() => Promise<void>} close
 */
export async function host(dir, { base = "/", port = 0 } = {}) {
  const root = resolve(dir);
  const cache = new Map();
  const self = { connection: { ...FAST }, sent: [] };
  let freeAt = 0;
  let underWay = 0;
  let lastAt = now();

  /** Returns the response for a path below the root: a file, the page of a folder, a redirection to it, or `undefined`. */
  async function find(path) {
    let name = resolve(root, normalize(`./${path}`));
    if (name !== root && !name.startsWith(root + sep)) return undefined;
    if ((await stat(name).catch(() => undefined))?.isDirectory()) {
      if (path !== "" && !path.endsWith("/")) return { status: 301, location: `${base}${path}/`, body: Buffer.alloc(0) };
      name = join(name, "index.html");
    }
    const bytes = await readFile(name).catch(() => undefined);
    if (!bytes) return undefined;
    const type = extname(name);
    const params = { [constants.BROTLI_PARAM_QUALITY]: bytes.length > 4e6 ? 9 : 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    const brotli = COMPRESSED.has(type) ? await compress(bytes, { params }) : undefined;
    return { status: 200, type, body: bytes, brotli, tag: `"${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}"` };
  }

  function found(path) {
    if (!cache.has(path)) cache.set(path, find(path));
    return cache.get(path);
  }

  /** Sends a body in packets, each when the line is free. Nothing is sent after the client has closed the connection. */
  async function send(response, entry, body) {
    const { bytesPerSecond } = self.connection;
    const isLimited = bytesPerSecond !== Infinity;
    const take = async (bytes) => {
      if (isLimited) {
        freeAt = Math.max(freeAt, performance.now()) + (bytes / bytesPerSecond) * 1000;
        const wait = freeAt - performance.now();
        if (wait > 1) await sleep(wait);
      }
      entry.bytes += bytes;
      entry.packets.push([now(), bytes]);
    };
    await take(HEADERS);
    const size = isLimited ? PACKET : Math.max(1, body.length);
    for (let start = 0; start < body.length && !response.destroyed; start += size) {
      const packet = body.subarray(start, start + size);
      await take(packet.length);
      response.write(packet);
    }
    response.end();
  }

  async function answer(request, response, entry) {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    entry.path = path;
    const file = path.startsWith(base) ? await found(path.slice(base.length)) : undefined;
    if (self.connection.latency) await sleep(self.connection.latency - (now() - entry.at));
    const answer = file ?? (await found("404.html")) ?? { type: ".txt", body: Buffer.from("Not found.\n") };
    const isBrotli = answer.brotli && /\bbr\b/.test(request.headers["accept-encoding"] ?? "");
    const isKnown = file?.tag && request.headers["if-none-match"] === file.tag;
    const body = isKnown ? Buffer.alloc(0) : isBrotli ? answer.brotli : answer.body;
    entry.status = isKnown ? 304 : file ? file.status : 404;
    response.writeHead(entry.status, {
      "Cache-Control": "max-age=600",
      ...(answer.tag && { ETag: answer.tag }),
      ...(answer.location && { Location: answer.location }),
      ...(answer.brotli && { Vary: "Accept-Encoding" }),
      ...(!isKnown && {
        "Content-Type": TYPES[answer.type] ?? "application/octet-stream",
        "Content-Length": body.length,
        ...(isBrotli && { "Content-Encoding": "br" }),
      }),
    });
    await send(response, entry, body);
  }

  const server = createServer(async (request, response) => {
    const entry = { path: request.url, status: 0, at: now(), bytes: 0, packets: [] };
    self.sent.push(entry);
    underWay += 1;
    try {
      await answer(request, response, entry);
    } catch (error) {
      console.error(error);
      response.destroy();
    }
    underWay -= 1;
    lastAt = now();
  });
  await new Promise((done, failed) => server.once("error", failed).listen(port, "127.0.0.1", done));
  self.url = `http://127.0.0.1:${server.address().port}${base}`;
  self.until = (at = now()) => {
    const counted = self.sent.filter((entry) => entry.at <= at);
    const files = {};
    for (const { path, packets } of counted) {
      const bytes = packets.reduce((sum, [sentAt, bytes]) => (sentAt <= at ? sum + bytes : sum), 0);
      files[path] = (files[path] ?? 0) + bytes;
    }
    return { requests: counted.length, bytes: Object.values(files).reduce((sum, bytes) => sum + bytes, 0), files };
  };
  self.quiet = async (ms) => {
    while (underWay || now() - lastAt < ms) await sleep(50);
  };
  self.close = () => new Promise((done) => { server.closeAllConnections(); server.close(done); });
  return self;
}
