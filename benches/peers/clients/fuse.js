import Fuse from "./fuse.js";
import { FUSE } from "./settings.js";

let fuse;

export async function open() {
  const [docs, index] = await Promise.all(["docs", "index"].map(async (name) => (await fetch(`./${name}.json`)).json()));
  fuse = new Fuse(docs, FUSE, Fuse.parseIndex(index));
}

export async function search(query) {
  return fuse.search(query, { limit: 10 }).map(({ item }) => item.id);
}
