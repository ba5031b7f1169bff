// Builds Pagefind's index of the pages of a site that our search finds, and two pages with its Default UI, as its documentation advises.
//
//   node benches/peers/default-ui.mjs SITE FOLDER
//
// FOLDER/index.html is the home page of the site, with its style sheet and font and without its programs; Pagefind's interface stands in
// the place of our search box. FOLDER/bare/index.html has nothing but Pagefind's interface.

import { cp, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { close, createIndex } from "pagefind";
import { PAGEFIND } from "./clients/settings.js";

const [site, folder] = process.argv.slice(2);

/** The pages that our search finds, in both languages: articles, campaigns, organisations. */
const FOUND = "**/{bai-viet,phong-trao,don-vi}/*/index.html";

/** The snippet of Pagefind's documentation ("Getting started"), and its way to search for the query of the address. */
const INTERFACE = `<link href="/pagefind/pagefind-ui.css" rel="stylesheet">
<script src="/pagefind/pagefind-ui.js"></script>
<div id="search"></div>
<script>
  window.addEventListener("DOMContentLoaded", () => {
    const ui = new PagefindUI({ element: "#search", showSubResults: true });
    const query = new URLSearchParams(location.search).get("q");
    if (query) ui.triggerSearch(query);
  });
</script>`;
const BARE = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Pagefind</title><link rel="icon" href="data:,"></head><body>
${INTERFACE}
</body></html>`;

/** Returns the home page without our programs, policy and search box. */
function withInterface(html) {
  const stripped = html
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "")
    .replace(/<link [^>]*rel="(modulepreload|preload)"[^>]*as="(script|fetch|worker)"[^>]*>/g, "")
    .replace(/<link [^>]*rel="?modulepreload"?[^>]*>/g, "")
    .replace(/<link [^>]*href="[^"]*\.(js|wasm|bin)"[^>]*>/g, "")
    .replace(/<script(?! type="application\/ld\+json")[^>]*>[\s\S]*?<\/script>/g, "");
  const page = stripped.replace(/<form[^>]*role="search"[\s\S]*?<\/form>/, () => INTERFACE);
  if (page === stripped) throw new Error("the home page has no search form");
  return page;
}

await mkdir(join(folder, "bare"), { recursive: true });
const { index, errors } = await createIndex(PAGEFIND.site);
if (errors.length) throw new Error(errors.join("\n"));
const added = await index.addDirectory({ path: site, glob: FOUND });
if (added.errors.length) throw new Error(added.errors.join("\n"));
await index.writeFiles({ outputPath: join(folder, "pagefind") });
await close();

await writeFile(join(folder, "index.html"), withInterface(await readFile(join(site, "index.html"), "utf8")));
await writeFile(join(folder, "bare/index.html"), BARE);
for (const name of await readdir(site)) {
  if (/\.(css|webmanifest)$|^(fonts|icons)$/.test(name)) await cp(join(site, name), join(folder, name), { recursive: true });
}
