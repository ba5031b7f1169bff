// Hostile corpus: the bundled one with unusual but valid characters in every free text. tests/hostile/texts.json lists the texts
// and the fields.

import { readFile } from "node:fs/promises";

const read = async (path) => JSON.parse(await readFile(new URL(path, import.meta.url), "utf8"));

/** Returns the corpus with an unusual text appended to each free text. */
export async function hostileCorpus() {
  const { fields, texts } = await read("../hostile/texts.json");
  const corpus = await read("../../public/corpus.json");
  let turn = 0;
  // `role` is free text for a person and a slug for a figure.
  const isText = (owner, field) => fields.includes(field) || (field === "role" && "role_en" in owner);
  const extend = (value, owner, field) => {
    if (typeof value === "string") return isText(owner, field) ? `${value} ${texts[turn++ % texts.length]}` : value;
    if (Array.isArray(value)) return value.map((item) => extend(item, owner, field));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, extend(item, value, name)]));
  };
  const made = extend(corpus, corpus, "");
  // Every printed name of a campaign must be one of its names.
  const campaigns = new Map(made.campaigns.map((campaign) => [campaign.id, campaign]));
  for (const { campaign, as_written: name } of made.articles.flatMap((article) => article.mentions)) {
    const { aliases } = campaigns.get(campaign);
    if (!aliases.includes(name)) aliases.push(name);
  }
  // A URL with all kinds of characters.
  for (const article of made.articles) article.url = "https://bao.example/a_b~c?x=1&y=%22'(2)#d%";
  return made;
}
