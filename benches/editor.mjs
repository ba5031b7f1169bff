// Counts the corrections that a person has to make in the workbench. Pastes source texts into the workbench of a site without
// articles, accepts everything that verifies, and compares the saved document with the labelled corpus.
//
//   node benches/editor.mjs SOURCES [--labels public/corpus.json] [--thidua target/release/thidua] [--app FOLDER] [--list]

import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { serve } from "../tests/e2e/harness/static-host.mjs";
import { launch } from "../tests/e2e/harness/browser.mjs";
import { EditorPage } from "../tests/e2e/harness/editor-page.mjs";
import { contextFor, waitForHydration } from "../tests/e2e/harness/visit.mjs";

const { values, positionals: [sources] } = parseArgs({
  allowPositionals: true,
  options: {
    labels: { type: "string", default: "public/corpus.json" },
    thidua: { type: "string", default: "target/release/thidua" },
    app: { type: "string" },
    list: { type: "boolean", default: false },
  },
});
const labels = JSON.parse(await readFile(values.labels, "utf8"));

const folder = await mkdtemp(join(tmpdir(), "thidua-editor-"));
const empty = { schema_version: 1, title: labels.title, sources: [], organisations: [], units: [], campaigns: [], glossary: [], redirects: {}, articles: [] };
await writeFile(join(folder, "corpus.json"), JSON.stringify(empty));
const app = values.app ? ["--app", values.app] : [];
execFileSync(values.thidua, ["build", "--quiet", "--corpus", join(folder, "corpus.json"), "--out", join(folder, "site"), ...app]);

const host = await serve({ dir: join(folder, "site"), base: "/" });
const browser = await launch();

/** Compares two lists of keys: the number of common keys, and the missing and the extra ones. */
function compare(expected, found) {
  const extra = [...found];
  const missing = expected.filter((key) => {
    const index = extra.indexOf(key);
    if (index >= 0) extra.splice(index, 1);
    return index < 0;
  });
  return { right: expected.length - missing.length, missing, extra };
}

const normalized = (text) => text.normalize("NFC").replace(/\s+/g, " ").toLocaleLowerCase("vi");
const figureKey = (f) => [f.line, f.value, f.value_to, f.unit, f.comparator].join(" ");
const kinds = {
  figures: (a) => a.figures.map(figureKey),
  mentions: (a) => a.mentions.map((m) => `${m.line} ${normalized(m.as_written)}`),
  people: (a) => a.people.map((p) => normalized(p.name)),
  phases: (a) => a.phases.map((p) => `${p.line} ${p.when}`),
  head: (a) => [a.headline, a.kicker, ...a.byline, a.published].filter(Boolean).map((text) => normalized(String(text))),
  lines: (a) => [`${a.text.lines} ${a.text.excluded}`],
};

const sums = {};
let fields = 0;
let seconds = 0;
for (const name of (await readdir(sources)).filter((name) => name.endsWith(".txt")).sort()) {
  const article = labels.articles.find((a) => `${a.text.file_stem}.txt` === name);
  if (!article) continue;
  const context = await contextFor(browser, {});
  const page = await context.newPage();
  await page.goto(`${host.url}soan/`);
  await waitForHydration(page);
  const editor = new EditorPage(page);
  await page.getByText("Chưa có bài nào trên bàn.").waitFor();
  const start = performance.now();
  await editor.paste(await readFile(join(sources, name), "utf8"));
  seconds += (performance.now() - start) / 1000;
  await editor.acceptEach();
  const files = await editor.saved(() => editor.press("Tải bài này (JSON + văn bản)"), 2);
  const document = JSON.parse(Object.entries(files).find(([file]) => file.endsWith(".json"))[1]);
  const drafted = document.articles[0];
  const row = [];
  for (const [kind, keys] of Object.entries(kinds)) {
    const { right, missing, extra } = compare(keys(article), keys(drafted));
    sums[kind] ??= { right: 0, missing: 0, extra: 0 };
    sums[kind].right += right;
    sums[kind].missing += missing.length;
    sums[kind].extra += extra.length;
    row.push(`${kind} ${right}/${right + missing.length}${extra.length ? ` +${extra.length}` : ""}`);
    if (values.list) for (const key of missing) console.log(`  missing ${kind}: ${key}`);
    if (values.list) for (const key of extra) console.log(`  extra ${kind}: ${key}`);
  }
  // Fields of correct figures that a person has to change in their forms.
  for (const figure of article.figures) {
    const other = drafted.figures.find((f) => figureKey(f) === figureKey(figure));
    if (!other) continue;
    for (const field of ["role", "levels", "when"]) {
      if (JSON.stringify(other[field]) !== JSON.stringify(figure[field])) {
        fields++;
        if (values.list) console.log(`  ${figure.as_written}: ${field} ${JSON.stringify(other[field])}, is ${JSON.stringify(figure[field])}`);
      }
    }
  }
  console.log(`${name}: ${row.join(", ")}`);
  await context.close();
}
console.log("all:", Object.entries(sums).map(([kind, s]) => `${kind} ${s.right} right, ${s.missing} missing, ${s.extra} too many`).join("; "));
const add = Object.values(sums).reduce((n, s) => n + s.missing, 0);
const reject = Object.values(sums).reduce((n, s) => n + s.extra, 0);
console.log(`corrections: ${add} to add, ${reject} to reject, ${fields} fields of right figures to change; read in ${seconds.toFixed(2)} s`);
await browser.close();
await host.close();
