// Turns two `cargo metadata` documents (stdin, one a line: the page, then the native build) into LICENSES.md.

import { readFileSync } from "node:fs";

const [page, native] = readFileSync(0, "utf8").trim().split("\n").map(JSON.parse);
const [trunk, wasmBindgen] = process.argv.slice(2);

/** The packages that the root needs, over the given kinds of dependency; `null` is cargo's name for a normal one. */
function reached(metadata, kinds) {
  const nodes = new Map(metadata.resolve.nodes.map((node) => [node.id, node]));
  const packages = new Map(metadata.packages.map((one) => [one.id, one]));
  const isProcMacro = (id) => packages.get(id).targets.some((target) => target.kind.includes("proc-macro"));
  const seen = new Set();
  const todo = [metadata.resolve.root];
  while (todo.length) {
    const id = todo.pop();
    if (seen.has(id)) continue;
    seen.add(id);
    for (const dependency of nodes.get(id).deps) {
      const used = dependency.dep_kinds.some(({ kind }) => kinds.includes(kind));
      // A macro runs while the program is built; nothing of it is in the result.
      if (used && (kinds.includes("build") || !isProcMacro(dependency.pkg))) todo.push(dependency.pkg);
    }
  }
  seen.delete(metadata.resolve.root);
  return [...seen].map((id) => packages.get(id));
}

/** Rows of a table, sorted by name. One licence has several spellings. */
function table(packages) {
  const rows = packages.map(({ name, version, license }) => {
    const terms = (license ?? "see the package").replaceAll("/", " OR ").replace(/\s+/g, " ");
    return `| ${name} | ${version} | ${terms} |`;
  });
  return ["| package | version | licence |", "| --- | --- | --- |", ...new Set(rows.sort())].join("\n");
}

const inPage = reached(page, [null]);
const shipped = new Set(inPage.map(({ name, version }) => `${name} ${version}`));
const building = [...reached(page, [null, "build"]), ...reached(native, [null, "build", "dev"])].filter(
  ({ name, version }) => !shipped.has(`${name} ${version}`),
);
const npm = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
const node = Object.entries(npm)
  .filter(([path, { optional }]) => path.startsWith("node_modules/") && !optional)
  .map(([path, { version, license }]) => ({ name: path.replace(/^.*node_modules\//, ""), version, license }));

process.stdout.write(`# Licences

Written by \`scripts/licences\`; the code of this project itself is under MIT OR Apache-2.0, its data and digests under
CC BY 4.0 (see README.md).

## In the published site

The font \`fonts/serif.woff2\`, with which preview pictures are drawn too, is a subset of Source Serif 4, © 2014–2023 Adobe, with Reserved Font Name “Source”, under
the SIL Open Font License 1.1, which stands beside it as \`fonts/OFL.md\`. It bears another name, as that licence asks.

These Rust packages are compiled into the page:

${table(inPage)}

## Only to build and test

Nothing of these is published: macros and build steps, the command line with its site builder, the tests, and the tools.

${table([...building, { name: "trunk", version: trunk, license: "MIT OR Apache-2.0" }, { name: "wasm-bindgen-cli", version: wasmBindgen, license: "MIT OR Apache-2.0" }])}

From the npm registry:

${table(node)}
`);
