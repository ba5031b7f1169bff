let pagefind;

export async function open() {
  pagefind = await import("./pagefind/pagefind.js");
  await pagefind.init();
}

/** What a list of results must show is fetched with them, as in Pagefind's own interface. */
export async function search(query) {
  const { results } = await pagefind.search(query);
  const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return shown.map(({ raw_url, url }) => (raw_url ?? url).replace(/^\/|\/$/g, ""));
}
