// Routes of the built site, read from its folder.

import { readdir } from "node:fs/promises";
import { join } from "node:path";

/**
 * Returns one route of each kind of page, without language: `{home: "", article: "bai-viet/<id>/", …}`. Kinds without a
 * page are left out.
 *
 * @param {string} dir the built site
 * @returns {Promise<Record<string, string>>}
 */
export async function pageKinds(dir) {
  const kinds = { home: "" };
  const lists = { articles: "bai-viet", campaigns: "phong-trao", organisations: "don-vi", figures: "so-lieu", years: "nam" };
  for (const [kind, folder] of Object.entries(lists)) {
    const entries = await readdir(join(dir, folder), { withFileTypes: true }).catch(() => []);
    if (entries.some((entry) => entry.name === "index.html")) kinds[kind] = `${folder}/`;
    // The last by name.
    const one = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort().at(-1);
    if (one) kinds[kind.slice(0, -1)] = `${folder}/${one}/`;
  }
  for (const [kind, folder] of Object.entries({ timeline: "dong-thoi-gian", comparison: "so-sanh", differences: "khac-nhau", workbench: "soan", about: "gioi-thieu", data: "du-lieu", guide: "huong-dan", chapter: "huong-dan/tim-va-doc" })) {
    const entries = await readdir(join(dir, folder)).catch(() => []);
    if (entries.includes("index.html")) kinds[kind] = `${folder}/`;
  }
  return kinds;
}
