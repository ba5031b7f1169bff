import * as flexsearch from "./flexsearch.js";
import { FLEXSEARCH } from "./settings.js";

let index;

export async function open() {
  index = FLEXSEARCH(flexsearch.Document ? flexsearch : flexsearch.default);
  const parts = await (await fetch("./index.json")).json();
  for (const [key, data] of Object.entries(parts)) await index.import(key, data);
}

export async function search(query) {
  return index.search(query, { limit: 10, merge: true, enrich: true }).map(({ id }) => id);
}
