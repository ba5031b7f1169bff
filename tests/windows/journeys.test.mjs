// The command line for Windows, run under Wine next to that of this system: the same commands, the same files byte for byte, the
// same words.
//
// WINE runs programs for Windows; WINDOWS_PROGRAM is `thidua.exe`; THIDUA is the program of this system [default:
// target/release/thidua]; THIDUA_APP is the browser app of both [default: target/app.zip]. `scripts/test-windows` sets them.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { Side } from "./side.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const WINE = process.env.WINE ?? "wine";
const WINDOWS_PROGRAM = resolve(ROOT, process.env.WINDOWS_PROGRAM ?? "target/x86_64-pc-windows-gnu/debug/thidua.exe");
const PROGRAM = resolve(ROOT, process.env.THIDUA ?? "target/release/thidua");
const APP = resolve(ROOT, process.env.THIDUA_APP ?? "target/app.zip");

const { THIDUA_APP: _app, THIDUA_URL: _url, ...INHERITED } = process.env;
let work, wineEnv, windows, linux;

function checked(command, args, env) {
  const done = spawnSync(command, args, { encoding: "utf8", env });
  assert.equal(done.status, 0, `${command} ${args.join(" ")}: ${done.error ?? ""}${done.stdout ?? ""}${done.stderr ?? ""}`);
}

before(() => {
  work = realpathSync(mkdtempSync(join(tmpdir(), "thidua-windows-")));
  // A Windows of its own, without anything that opens a window or is fetched. Names of files are UTF-8.
  wineEnv = {
    ...INHERITED,
    WINEPREFIX: join(work, "wine"),
    WINEDEBUG: "-all",
    WINEDLLOVERRIDES: "mscoree,mshtml,winemenubuilder.exe=d",
    LC_ALL: "C.UTF-8",
  };
  const bin = join(work, "bin");
  mkdirSync(bin);
  copyFileSync(WINDOWS_PROGRAM, join(bin, "thidua.exe"));
  const stub = join(ROOT, "tests/windows/bcryptprimitives.c");
  checked("x86_64-w64-mingw32-gcc", ["-shared", "-nostdlib", "-o", join(bin, "bcryptprimitives.dll"), stub, "-ladvapi32"], INHERITED);
  // One server of Wine for all commands, until the end. Without pipes: what Wine starts would hold them open.
  mkdirSync(wineEnv.WINEPREFIX);
  for (const [command, ...args] of [["wineserver", "-p"], [WINE, "wineboot", "-i"]]) {
    const done = spawnSync(command, args, { env: wineEnv, stdio: "ignore", timeout: 300_000 });
    assert.equal(done.status, 0, `${command} ${args.join(" ")}: ${done.error}`);
  }
  windows = new Side([WINE, join(bin, "thidua.exe")], join(work, "windows", "Bàn làm việc"), wineEnv);
  linux = new Side([PROGRAM], join(work, "linux", "Bàn làm việc"), INHERITED);
  for (const side of [windows, linux]) side.copy(APP, "app.zip");
});

after(() => {
  if (wineEnv) spawnSync("wineserver", ["-k"], { env: wineEnv });
  if (work) rmSync(work, { recursive: true, force: true, maxRetries: 5 });
});

/** Prepares both sides alike. */
function both(prepare) {
  for (const side of [windows, linux]) prepare(side);
}

/** Runs the same command on both systems, which must say the same with this exit code; returns what was said. */
function same(code, ...args) {
  const [here, there] = [linux.run(...args), windows.run(...args)];
  assert.deepEqual(there, here, `thidua ${args.join(" ")}`);
  assert.equal(here.code, code, `thidua ${args.join(" ")}: ${here.stdout}${here.stderr}`);
  return here.stdout + here.stderr;
}

/** All files below a folder are the same on both systems, and there are at least so many. */
function sameFiles(name, least) {
  const [here, there] = [linux.files(name), windows.files(name)];
  const paths = [...new Set([...Object.keys(here), ...Object.keys(there)])];
  assert.deepEqual(paths.filter((path) => here[path] !== there[path]), [], `files of ${name} that differ`);
  assert.ok(paths.length >= least, `${paths.length} files in ${name}`);
}

const KHO = "Kho của tôi";
const SITE = "Trang của tôi";
const build = (...more) => ["build", "--app", "app.zip", "--corpus", KHO, "--out", SITE, ...more];

test("new corpus is verified, built, left alone by a second build, and built again after a change", () => {
  same(0, "new", KHO);
  sameFiles(KHO, 4);
  assert.match(same(2, "new", KHO), /not empty/);
  assert.match(same(0, "validate", "--corpus", `${KHO}/corpus.json`), /the corpus is valid/);
  const verify = ["verify", "--corpus", `${KHO}/corpus.json`, "--sources", `${KHO}/texts`];
  assert.match(same(0, ...verify, "--attestation", `${KHO}/attestation.json`), /verified: 1 of 1/);
  sameFiles(KHO, 5);

  const url = ["--url", "https://thi-dua.example/kho/"];
  same(0, ...build("--strict", ...url));
  sameFiles(SITE, 50);
  assert.match(same(0, ...build("--strict", ...url)), /Nothing has changed/);
  both((side) => side.edit(`${KHO}/corpus.json`, (text) => text.replace("Kho thi đua của tôi", "Kho của tổ")));
  assert.match(same(0, ...build(...url)), /unchanged/);
  sameFiles(SITE, 50);
  same(0, ...build("--fresh", ...url));
});

test("one file is built, and replaced by the next", () => {
  const single = ["build", "--single", "--app", "app.zip", "--corpus", KHO, "--out", "Gửi đi/Thi đua (một tệp).html"];
  assert.match(same(0, ...single), /One file of \d+ KB/);
  same(0, ...single, "--url", "https://thi-dua.example/");
  sameFiles("Gửi đi", 1);
});

test("article is ingested from a file, and a campaign renamed", () => {
  both((side) => {
    side.copy(join(ROOT, "tests/intake/nguyen-van.txt"), "Tải về/Bài mới.txt");
    side.copy(join(ROOT, "tests/intake/saved.html"), "Tải về/Trang đã lưu.html");
  });
  const ingest = ["ingest", "Tải về/Bài mới.txt", "--corpus", `${KHO}/corpus.json`, "--sources", `${KHO}/texts`];
  const code = linux.run(...ingest).code;
  same(code, ...ingest);
  same(code, ...ingest, "--write");
  const again = ["ingest", "Tải về/Trang đã lưu.html", ...ingest.slice(2), "--format", "json"];
  same(linux.run(...again).code, ...again);
  same(0, "rename", "doi-tay-vang", "--id", "doi-tay-bac", "--name", "Đôi tay bạc", "--corpus", `${KHO}/corpus.json`);
  sameFiles(KHO, 6);
  same(0, "validate", "--corpus", `${KHO}/corpus.json`);
});

test("words of the command line arrive with their marks", () => {
  assert.match(same(0, "search", "doi tay vang", "--corpus", KHO, "--explain"), /vi-du-doi-tay-vang-2024/);
  assert.match(same(0, "search", "đôi tay vàng", "--corpus", KHO), /1 of|2 of/);
  assert.match(same(1, "search", "không có chữ này", "--corpus", KHO), /^0 of/);
});

test("names that Windows reserves are refused", () => {
  for (const id of ["con", "aux", "com1"]) {
    both((side) => {
      side.copy(side.path(KHO), `giữ chỗ ${id}`);
      side.edit(`giữ chỗ ${id}/corpus.json`, (text) => text.replaceAll("vi-du-doi-tay-vang-2024", id));
    });
    same(1, "validate", "--corpus", `giữ chỗ ${id}/corpus.json`);
    same(1, "build", "--app", "app.zip", "--corpus", `giữ chỗ ${id}`, "--out", `trang ${id}`);
  }
});

test("paths of more than 260 letters work", () => {
  const deep = Array.from({ length: 8 }, (_, n) => `thư mục rất sâu thứ ${n} của cơ quan công đoàn`).join("/");
  assert.ok(deep.length > 300);
  same(0, "new", `${deep}/kho`);
  same(0, "build", "--app", "app.zip", "--corpus", `${deep}/kho`, "--out", `${deep}/trang`);
  sameFiles(`${deep}/trang`, 50);
  same(0, "build", "--single", "--app", "app.zip", "--corpus", `${deep}/kho`, "--out", `${deep}/một.html`);
  assert.match(
    same(0, "verify", "--corpus", `${deep}/kho/corpus.json`, "--sources", `${deep}/kho/texts`, "--attestation", `${deep}/kho/attestation.json`),
    /verified/,
  );
  sameFiles(deep, 50);
});

test("corpus that an editor of Windows saved is read: a byte order mark, and lines that end in CR LF", () => {
  same(0, "new", "Sổ tay");
  both((side) => {
    side.edit("Sổ tay/corpus.json", (text) => `\uFEFF${text.replaceAll("\n", "\r\n")}`);
    side.edit("Sổ tay/texts/vi-du.txt", (text) => text.replaceAll("\n", "\r\n"));
  });
  same(0, "validate", "--corpus", "Sổ tay/corpus.json");
  const verify = ["verify", "--corpus", "Sổ tay/corpus.json", "--sources", "Sổ tay/texts"];
  same(linux.run(...verify).code, ...verify);
});

test("larger sites are the same byte for byte: previews, archives, chunked index", () => {
  both((side) => {
    side.copy(join(ROOT, "public/corpus.json"), "bundled/corpus.json");
    side.copy(join(ROOT, "public/attestation.json"), "bundled/attestation.json");
    side.copy(join(ROOT, "tests/second/corpus"), "second");
  });
  same(0, "build", "--app", "app.zip", "--corpus", "bundled/corpus.json", "--out", "site-bundled", "--url", "https://thi-dua.example/kho/");
  sameFiles("site-bundled", 100);
  same(0, "build", "--app", "app.zip", "--corpus", "second", "--out", "site-second", "--base", "/hai/", "--search", "pieces");
  sameFiles("site-second", 60);
  same(0, "export", "--corpus", "bundled/corpus.json", "--out", "máy tìm kiếm");
  sameFiles("máy tìm kiếm", 2);
});

/** Writes a corpus package of a folder on both sides, by another program. */
function packed(folder, name) {
  linux.write(`${folder}/thidua-package.json`, '{"format":"thidua-corpus-package","version":1,"settings":{"url":null}}');
  const members = ["thidua-package.json", "corpus.json", "texts"].map((member) => linux.path(`${folder}/${member}`));
  checked("python3", ["-m", "zipfile", "-c", linux.path(name), ...members], INHERITED);
  windows.copy(linux.path(name), name);
}

test("corpus package is a corpus, and is unpacked", () => {
  // On both sides, since the next test lists the folders.
  both((side) => side.copy(side.path(KHO), "gói"));
  packed("gói", "Gói kho.zip");
  same(0, "validate", "--corpus", "Gói kho.zip");
  same(0, "build", "--app", "app.zip", "--corpus", "Gói kho.zip", "--out", "Trang từ gói");
  sameFiles("Trang từ gói", 50);
  same(0, "new", "--from", "Gói kho.zip", "Kho từ gói");
  sameFiles("Kho từ gói", 3);
  same(0, "new", "--github", "--from", "Gói kho.zip", "--program-from", "ai-do/thi-dua", "Kho trên GitHub");
  sameFiles("Kho trên GitHub", 5);
});

test("folder without options explains what can be done with it", () => {
  same(0);
});

test("served corpus is shown, and what the workbench saves is on the disk", async () => {
  same(0, "new", "Kho chung");
  linux.copy(linux.path("Kho chung"), "sửa");
  linux.edit("sửa/corpus.json", (text) => text.replace("Kho thi đua của tôi", "Kho của cả phòng"));
  packed("sửa", "sửa.zip");
  const seen = [];
  for (const side of [linux, windows]) {
    const served = await side.serve("Kho chung", "--app", "app.zip", "--port", "0");
    try {
      const home = await (await fetch(served.url)).text();
      const saved = await fetch(`${served.url}_thidua/save?lang=vi`, {
        method: "POST",
        headers: { "X-Thidua-Token": served.token, "Content-Type": "application/zip", Origin: new URL(served.url).origin },
        body: readFileSync(side.path("sửa.zip")),
      });
      seen.push({ said: served.said, home, status: saved.status, answer: side.normalised(await saved.text()) });
    } finally {
      await served.stop();
    }
  }
  assert.equal(seen[0].status, 200, seen[0].answer);
  assert.match(linux.read("Kho chung/corpus.json"), /Kho của cả phòng/);
  assert.deepEqual(seen[1], seen[0]);
  sameFiles("Kho chung", 4);
});

test("read-only files are left as they are, or replaced, and what happened is said", () => {
  both((side) => {
    side.copy(side.path(KHO), "chỉ đọc");
    chmodSync(side.path("chỉ đọc/corpus.json"), 0o444);
  });
  const before = windows.read("chỉ đọc/corpus.json");
  const renamed = windows.run("rename", "doi-tay-bac", "--name", "Đôi tay đồng", "--corpus", "chỉ đọc/corpus.json");
  const isRenamed = windows.read("chỉ đọc/corpus.json") !== before;
  assert.equal(renamed.code, isRenamed ? 0 : 2, renamed.stdout + renamed.stderr);
  if (!isRenamed) assert.match(renamed.stderr, /chỉ đọc\/corpus\.json/);

  // A site whose files are read-only, as those of a copied DVD.
  const file = `${SITE}/index.html`;
  both((side) => chmodSync(side.path(file), 0o444));
  const built = windows.run(...build("--fresh"));
  linux.run(...build("--fresh"));
  assert.ok(built.code === 0 || /Trang của tôi/.test(built.stderr), built.stdout + built.stderr);
  if (built.code === 0) sameFiles(SITE, 50);
  assert.ok(statSync(windows.path(file)).isFile(), "the site is there");
});

test("help, versions and refusals read alike", () => {
  for (const args of [["--help"], ["build", "--help"], ["--version"], ["schema"]]) same(0, ...args);
  same(2, "validate", "--corpus", "không có/corpus.json");
  same(2, "build", "--app", "app.zip", "--corpus", KHO, "--out", "app.zip");
  both((side) => side.write("của người khác/ghi chú.txt", "đừng xoá"));
  same(2, "build", "--app", "app.zip", "--corpus", KHO, "--out", "của người khác");
  sameFiles("của người khác", 1);
});
