let pagefind;

export async function open() {
  pagefind = await import("./pagefind/pagefind.js");
  await pagefind.init();
}

/** Searches, and fetches the data that a list of results shows, as Pagefind's own interface does. */
export async function search(query) {
  const { results } = await pagefind.search(query);
  const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return shown.map(({ raw_url, url }) => (raw_url ?? url).replace(/^\/|\/$/g, ""));
}
