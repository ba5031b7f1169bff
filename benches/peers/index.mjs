// Builds the index of one library as its documentation advises, with the settings that it offers for Vietnamese.
//
//   node benches/peers/index.mjs PEER TEXTS.json FOLDER
//
// The folder is then served. `clients/PEER.js` is the counterpart: it opens the index in a page and searches it.

import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { FLEXSEARCH, FUSE, MINISEARCH, PAGEFIND } from "./clients/settings.js";

const [peer, source, folder] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");
const docs = JSON.parse(await readFile(source, "utf8"));
await mkdir(folder, { recursive: true });
const write = (name, text) => writeFile(join(folder, name), text);
const copyModule = (from, to) => cp(join(modules, from), join(folder, to));

const builders = {
  async pagefind() {
    const { createIndex, close } = await import("pagefind");
    const { index, errors } = await createIndex(PAGEFIND.index);
    if (errors.length) throw new Error(errors.join("\n"));
    for (const { id, title, text } of docs) {
      await index.addCustomRecord({ url: id, content: `${title}\n${text}`, language: "vi", meta: { title } });
    }
    await index.writeFiles({ outputPath: join(folder, "pagefind") });
    await close();
  },
  async minisearch() {
    const { default: MiniSearch } = await import("minisearch");
    const index = new MiniSearch(MINISEARCH);
    index.addAll(docs);
    await write("index.json", JSON.stringify(index));
    await copyModule("minisearch/dist/es/index.js", "minisearch.js");
  },
  async flexsearch() {
    const flexsearch = createRequire(import.meta.url)("flexsearch");
    const index = FLEXSEARCH(flexsearch);
    for (const doc of docs) index.add(doc);
    const parts = {};
    await index.export((key, data) => {
      parts[key] = data;
    });
    await write("index.json", JSON.stringify(parts));
    await copyModule("flexsearch/dist/flexsearch.bundle.module.min.mjs", "flexsearch.js");
  },
  async fuse() {
    const { default: Fuse } = await import("fuse.js");
    const { keys, ...more } = FUSE;
    await write("docs.json", JSON.stringify(docs));
    await write("index.json", JSON.stringify(Fuse.createIndex(keys, docs, more)));
    await copyModule("fuse.js/dist/fuse.min.mjs", "fuse.js");
  },
};

await builders[peer]();
await cp(join(here, "clients", `${peer}.js`), join(folder, "client.js"));
await cp(join(here, "clients", "settings.js"), join(folder, "settings.js"));
await write("index.html", "<!doctype html><meta charset=\"utf-8\"><title>x</title><link rel=\"icon\" href=\"data:,\">");
