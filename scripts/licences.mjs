// Turns the output of `cargo tree` (stdin: what the page is made of, an empty line, everything) into LICENSES.md.

import { readFileSync } from "node:fs";

const [trunk, wasmBindgen] = process.argv.slice(2);

/** Packages as rows "name vVERSION (notes)|licence", without those of this workspace. */
function packages(rows) {
  const parsed = rows.split("\n").filter(Boolean).map((row) => {
    const [name, licence] = row.split("|");
    const [, crate, version, notes] = /^(\S+) v(\S+)(.*)$/.exec(name);
    return { name: crate, version, license: licence, isOurs: notes.includes("(/") };
  });
  return parsed.filter(({ isOurs }) => !isOurs);
}

/** Rows of a table, sorted by name. One licence has several spellings. */
function table(packages) {
  const rows = packages.map(({ name, version, license }) => {
    const terms = (license || "see the package").replaceAll("/", " OR ").replace(/\s+/g, " ");
    return `| ${name} | ${version} | ${terms} |`;
  });
  return ["| package | version | licence |", "| --- | --- | --- |", ...new Set(rows.sort())].join("\n");
}

const [inPage, all] = readFileSync(0, "utf8").split("\n\n").map(packages);
const shipped = new Set(inPage.map(({ name, version }) => `${name} ${version}`));
const building = all.filter(({ name, version }) => !shipped.has(`${name} ${version}`));
const npm = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
const node = Object.entries(npm)
  .filter(([path, { optional }]) => path.startsWith("node_modules/") && !optional)
  .map(([path, { version, license }]) => ({ name: path.replace(/^.*node_modules\//, ""), version, license }));

process.stdout.write(`# Licences

Written by \`scripts/licences\`; the code of this project itself is under MIT OR Apache-2.0, its data and digests under
CC BY 4.0 (see README.md).

## In the published site

The fonts \`fonts/serif*.woff2\`, and that of preview pictures, are subsets of Source Serif 4, © 2014–2023 Adobe, with Reserved Font
Name “Source”, under the SIL Open Font License 1.1, a copy of which is in \`fonts/OFL.md\`. They have another name, as that licence
demands.

These Rust packages are compiled into the page:

${table(inPage)}

## Only to build and test

These packages are not published: macros and build steps, the command line with its site builder, tests, and tools.

${table([...building, { name: "trunk", version: trunk, license: "MIT OR Apache-2.0" }, { name: "wasm-bindgen-cli", version: wasmBindgen, license: "MIT OR Apache-2.0" }])}

From the npm registry:

${table(node)}
`);
