import MiniSearch from "./minisearch.js";
import { MINISEARCH } from "./settings.js";

let index;

export async function open() {
  const text = await (await fetch("./index.json")).text();
  index = MiniSearch.loadJSON(text, MINISEARCH);
}

export async function search(query) {
  return index.search(query).slice(0, 10).map(({ id }) => id);
}
