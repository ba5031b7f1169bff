// The host of the benchmarks: round trip, shared bandwidth, compression, caching, and what it counts.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotliDecompressSync } from "node:zlib";
import { host, now } from "../../benches/lib/shaped-host.mjs";

const RANDOM = 60_000;
const LINE = { latency: 120, bytesPerSecond: 200_000 };
let dir, it;

before(async () => {
  dir = await mkdtemp(join(tmpdir(), "thidua-host-"));
  await mkdir(join(dir, "sub"));
  await writeFile(join(dir, "index.html"), "<p>home</p>".repeat(200));
  await writeFile(join(dir, "404.html"), "<p>none</p>");
  await writeFile(join(dir, "sub/index.html"), "<p>sub</p>");
  // Not compressed, because it is a picture.
  for (const name of ["a.png", "b.png"]) await writeFile(join(dir, name), Buffer.alloc(RANDOM, 1));
  it = await host(dir, { base: "/kho/" });
});
after(async () => {
  await it.close();
  await rm(dir, { recursive: true });
});

/** Requests a path; returns status, headers, body, and milliseconds until the first and the last byte. */
function request(path, headers = {}) {
  const start = performance.now();
  return new Promise((done, failed) => {
    get(new URL(path, it.url), { headers, agent: false }, (response) => {
      const first = performance.now() - start;
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("error", failed);
      response.on("end", () =>
        done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts), first, last: performance.now() - start }),
      );
    }).on("error", failed);
  });
}

/** Later than expected is tolerated, because other programs may keep the processor; earlier is not. */
const isNear = (ms, expected) => assert.ok(ms > expected - 10 && ms < 1.5 * expected + 150, `${ms} ms, expected about ${expected}`);

test("response begins one round trip after its request", async () => {
  it.connection = { ...LINE, bytesPerSecond: Infinity };
  const { first, last } = await request("a.png");
  isNear(first, 120);
  isNear(last, 120);
});

test("two responses at once share the bandwidth", async () => {
  it.connection = LINE;
  const alone = await request("a.png");
  isNear(alone.last, 120 + 300);
  const start = performance.now();
  const both = await Promise.all([request("a.png"), request("b.png")]);
  isNear(performance.now() - start, 120 + 600);
  // In turn, packet by packet: the first response is not finished before most of the second one has been sent.
  assert.ok(Math.min(...both.map(({ last }) => last)) > 120 + 550);
});

test("bytes are counted until a time, with headers", async () => {
  it.connection = LINE;
  it.sent = [];
  const start = now();
  await request("a.png");
  const half = it.until(start + 120 + 150);
  assert.equal(half.requests, 1);
  assert.ok(half.bytes > 0.2 * RANDOM && half.bytes < 0.6 * RANDOM, `${half.bytes} bytes after half of the time`);
  assert.deepEqual(it.until(), { requests: 1, bytes: RANDOM + 250, files: { "/kho/a.png": RANDOM + 250 } });
  assert.equal(it.until(start - 1).requests, 0);
});

test("brotli is sent only to clients that accept it", async () => {
  it.connection = { latency: 0, bytesPerSecond: Infinity };
  const packed = await request("", { "Accept-Encoding": "gzip, br" });
  assert.equal(packed.headers["content-encoding"], "br");
  assert.equal(brotliDecompressSync(packed.body).length, 2200);
  const plain = await request("", { "Accept-Encoding": "gzip" });
  assert.equal(plain.headers["content-encoding"], undefined);
  assert.equal(plain.body.length, 2200);
  assert.equal((await request("a.png", { "Accept-Encoding": "br" })).headers["content-encoding"], undefined);
});

test("statuses and cache headers are those of a static host", async () => {
  const { status, headers } = await request("sub/");
  assert.equal(status, 200);
  assert.equal(headers["cache-control"], "max-age=600");
  const again = await request("sub/", { "If-None-Match": headers.etag });
  assert.deepEqual([again.status, again.body.length], [304, 0]);
  const folder = await request("sub");
  assert.deepEqual([folder.status, folder.headers.location], [301, "/kho/sub/"]);
  assert.equal((await request("none")).status, 404);
  assert.equal((await request("/a.png")).status, 404);
  assert.equal((await request("%2e%2e%2f%2e%2e%2fetc/passwd")).status, 404);
});
