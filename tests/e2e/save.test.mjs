// The workbench of `thidua serve` saves into the folder of the corpus.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "./harness/browser.mjs";
import { EditorPage } from "./harness/editor-page.mjs";
import { contextFor, watch } from "./harness/visit.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const THIDUA = process.env.THIDUA ?? join(ROOT, "target/release/thidua");
const APP = process.env.THIDUA_APP_DIR ?? join(ROOT, "target/app");
const school = await readFile(join(ROOT, "tests/extract/test/truong-hoc-day-tot.txt"), "utf8");
/** Building a site takes long in an unoptimised program. */
const WAIT = Number(process.env.PUBLISH_WAIT ?? 60_000);

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Creates a corpus and serves it until the end of the test; returns its folder and the address of its workbench. */
async function served(t) {
  const folder = await mkdtemp(join(tmpdir(), "thidua kho "));
  t.after(() => rm(folder, { recursive: true }));
  const corpus = join(folder, "Kho của tôi");
  execFileSync(THIDUA, ["new", corpus]);
  const program = spawn(THIDUA, ["serve", corpus, "--port", "0", "--app", APP], {
    env: { ...process.env, LC_ALL: "vi_VN.UTF-8" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ended = new Promise((resolve) => program.on("exit", resolve));
  t.after(async () => {
    program.kill();
    await ended;
  });
  for await (const line of createInterface({ input: program.stdout })) {
    const address = line.match(/http:\/\/localhost:\d+\/soan\/#luu=\w+/)?.[0];
    if (address) return { corpus, address };
  }
  return assert.fail("thidua serve has printed no address");
}

/** Opens the workbench in a window of its own. */
async function opened(t, address) {
  const context = await contextFor(browser);
  t.after(() => context.close());
  const page = await context.newPage();
  const { faults } = watch(page, new URL(address).origin);
  await page.goto(address);
  const editor = new EditorPage(page);
  await editor.ready();
  return { page, editor, faults };
}

/** Presses the button that saves, and waits for what it says. */
async function save(page) {
  await page.locator("#xb-server").click();
  await page.locator("#xb-viec").waitFor({ state: "hidden", timeout: WAIT });
}

test("article is saved into the folder of the corpus, and the site that is served shows it", async (t) => {
  const { corpus, address } = await served(t);
  const { page, editor, faults } = await opened(t, address);
  assert.ok(!page.url().includes("luu="), "the token is not copied with the address");
  await page.getByRole("heading", { name: /^Lưu vào thư mục .*Kho của tôi$/ }).waitFor();
  const before = await readFile(join(corpus, "corpus.json"), "utf8");
  await editor.paste(school);
  await editor.press("Nhận mọi dữ kiện khớp, trừ máy đoán");
  await save(page);
  assert.match(await page.locator("#xb-noi").innerText(), /corpus\.json/, await page.locator("#xb-bao").innerText());

  const saved = JSON.parse(await readFile(join(corpus, "corpus.json"), "utf8"));
  assert.equal(saved.articles.length, 2);
  assert.equal(await readFile(join(corpus, ".thidua-backup/1/corpus.json"), "utf8"), before);
  assert.equal((await readdir(join(corpus, "texts"))).length, 2, "the text of the article is kept with the others");
  execFileSync(THIDUA, ["verify", "--corpus", corpus]);
  const home = await page.context().newPage();
  await home.goto(new URL("/", address).href);
  await home.getByText(saved.articles[1].headline).first().waitFor();

  // Saving again changes nothing; somebody else's change is not overwritten.
  await save(page);
  assert.equal((await readdir(join(corpus, ".thidua-backup"))).length, 1);
  const other = JSON.stringify({ ...saved, title: { ...saved.title, vi: "Sửa ở nơi khác" } });
  await writeFile(join(corpus, "corpus.json"), other);
  await save(page);
  assert.match(await page.locator("#xb-bao").innerText(), /đã bị sửa.*corpus\.json/s);
  assert.equal(await readFile(join(corpus, "corpus.json"), "utf8"), other);
  assert.deepEqual(
    faults.filter((fault) => !/status 409|console error: Failed to load resource/.test(fault)),
    [],
  );
});

test("workbench that was not opened by the printed address offers no saving", async (t) => {
  const { address } = await served(t);
  const { page, editor, faults } = await opened(t, address.replace(/#.*/, ""));
  await editor.settled();
  await page.locator("#xb-one-file").waitFor();
  assert.equal(await page.locator("#xb-server").count(), 0);
  assert.deepEqual(faults, []);
});
