// Static host for tests, as simple as the hosts that the site must work on: it serves files, redirects a folder to its
// address with a slash, and answers unknown addresses with 404.html and status 404. No rewrite rules. Unlike `thidua serve`
// it compresses, limits its speed, and answers chosen paths with something else.

import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { pipeline } from "node:stream";
import { constants, createBrotliCompress, createGzip } from "node:zlib";

/** Content types by file extension. */
export const TYPES = {
  ".bib": "application/x-bibtex; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
};
const COMPRESSIBLE = new Set([".bib", ".css", ".csv", ".html", ".js", ".json", ".md", ".mjs", ".svg", ".txt", ".wasm", ".xml"]);

/**
 * Starts a server on the loopback address.
 *
 * @param {import("node:http").RequestListener} handler
 * @param {number} [port] 0 takes any free one
 * @returns {Promise<{origin: string, close: () => Promise<void>}>} `close` also ends requests that were never answered
 */
export async function listen(handler, port = 0) {
  const server = createServer(handler);
  await new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", done);
  });
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/**
 * Starts a host for the files below `dir`, on the loopback address.
 *
 * @param {object} options
 * @param {string} options.dir folder of the built site
 * @param {string} [options.base] base path of the site, with a slash at both ends
 * @param {number} [options.port] 0 takes any free one
 * @param {Record<string, string>} [options.headers] sent with every response
 * @param {(path: string) => {status?: number, body?: string} | undefined} [options.override] replaces
 *   the response for a path (below the base, without a leading slash)
 * @param {number} [options.bytesPerSecond] speed of each response; unlimited by default
 * @param {boolean} [options.isCached] browsers may keep files whose names have a hash, as the file `_headers` of the site says
 * @returns {Promise<{origin: string, url: string, asked: string[], close: () => Promise<void>}>} `url` is the root of the site,
 *   `asked` the paths that were requested
 */
export async function serve({ dir, base = "/", port = 0, headers = {}, override, bytesPerSecond, isCached }) {
  const root = resolve(dir);
  const asked = [];

  async function answer(request, response) {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { Allow: "GET, HEAD" }).end();
      return;
    }
    const { pathname, search } = new URL(request.url, "http://localhost");
    let path;
    try {
      path = decodeURIComponent(pathname);
    } catch {
      response.writeHead(400).end();
      return;
    }
    if (!path.startsWith(base)) {
      if (`${path}/` === base) response.writeHead(301, { Location: base + search }).end();
      else response.writeHead(404, { "Content-Type": TYPES[".txt"] }).end("Not under the site's base path.\n");
      return;
    }
    path = path.slice(base.length);

    asked.push(path);
    const other = override?.(path);
    if (other) {
      send(request, response, other.status ?? 200, /^$|\/$/.test(path) ? ".html" : extname(path), Buffer.from(other.body ?? ""));
      return;
    }
    const file = resolve(root, normalize(path) || ".");
    if (file !== root && !file.startsWith(root + sep)) {
      response.writeHead(404).end();
      return;
    }
    const found = await stat(file).catch(() => undefined);
    if (found?.isFile() && !path.endsWith("/")) {
      sendFile(request, response, 200, file, found.size);
    } else if (found?.isDirectory()) {
      if (path !== "" && !path.endsWith("/")) {
        response.writeHead(301, { Location: `${pathname}/${search}` }).end();
        return;
      }
      const index = join(file, "index.html");
      const page = await stat(index).catch(() => undefined);
      if (page?.isFile()) sendFile(request, response, 200, index, page.size);
      else await notFound(request, response);
    } else {
      await notFound(request, response);
    }
  }

  async function notFound(request, response) {
    const page = await readFile(join(root, "404.html")).catch(() => Buffer.from("Not found.\n"));
    send(request, response, 404, ".html", page);
  }

  function head(request, type) {
    const accepted = request.headers["accept-encoding"] ?? "";
    const encoding = !COMPRESSIBLE.has(type) ? undefined
      : /\bbr\b/.test(accepted) ? "br"
      : /\bgzip\b/.test(accepted) ? "gzip"
      : undefined;
    return {
      encoding,
      fields: {
        ...headers,
        "Content-Type": TYPES[type] ?? "application/octet-stream",
        "Cache-Control": isCached && type !== ".html" ? "public, max-age=31536000, immutable" : "no-cache",
        "X-Content-Type-Options": "nosniff",
        ...(COMPRESSIBLE.has(type) && { Vary: "Accept-Encoding" }),
        ...(encoding && { "Content-Encoding": encoding }),
      },
    };
  }

  function compressor(encoding) {
    // Quality 9: what hosts send, not the slow best that a file compressed in advance would have.
    if (encoding === "br") return [createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })];
    if (encoding === "gzip") return [createGzip()];
    return [];
  }

  async function* slowly(source) {
    for await (const chunk of source) {
      for (let at = 0; at < chunk.length; at += 4096) {
        const part = chunk.subarray(at, at + 4096);
        await new Promise((done) => setTimeout(done, (1000 * part.length) / bytesPerSecond));
        yield part;
      }
    }
  }

  function finish(request, response, source, encoding) {
    if (request.method === "HEAD") {
      response.end();
      return;
    }
    const steps = [source, ...compressor(encoding), ...(bytesPerSecond ? [slowly] : []), response];
    // A connection that the client closes early is no error.
    pipeline(steps, () => {});
  }

  function sendFile(request, response, status, file, size) {
    const { encoding, fields } = head(request, extname(file));
    response.writeHead(status, encoding ? fields : { ...fields, "Content-Length": size });
    finish(request, response, createReadStream(file), encoding);
  }

  function send(request, response, status, type, body) {
    const { encoding, fields } = head(request, type);
    response.writeHead(status, encoding ? fields : { ...fields, "Content-Length": body.length });
    finish(request, response, [body], encoding);
  }

  const { origin, close } = await listen(async (request, response) => {
    try {
      await answer(request, response);
    } catch (error) {
      console.error(error);
      response.writeHead(500).end();
    }
  }, port);
  return { origin, url: origin + base, asked, close };
}
