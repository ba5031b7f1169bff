// A hostile corpus: the bundled one with every odd but valid character in every text that people write. The texts, and the
// fields that hold such texts, are listed in tests/hostile/texts.json.

import { readFile } from "node:fs/promises";

const read = async (path) => JSON.parse(await readFile(new URL(path, import.meta.url), "utf8"));

/** The corpus, each text with an odd one behind it. */
export async function hostileCorpus() {
  const { fields, texts } = await read("../hostile/texts.json");
  const corpus = await read("../../public/corpus.json");
  let turn = 0;
  // `role` of a person is a text, of a figure a word of the vocabulary.
  const isText = (owner, field) => fields.includes(field) || (field === "role" && "role_en" in owner);
  const walk = (value, owner, field) => {
    if (typeof value === "string") return isText(owner, field) ? `${value} ${texts[turn++ % texts.length]}` : value;
    if (Array.isArray(value)) return value.map((item) => walk(item, owner, field));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, walk(item, value, name)]));
  };
  const made = walk(corpus, corpus, "");
  // A campaign is known under every name that is printed.
  const campaigns = new Map(made.campaigns.map((campaign) => [campaign.id, campaign]));
  for (const { campaign, as_written: name } of made.articles.flatMap((article) => article.mentions)) {
    const { aliases } = campaigns.get(campaign);
    if (!aliases.includes(name)) aliases.push(name);
  }
  // An address may hold all that addresses hold.
  for (const article of made.articles) article.url = "https://bao.example/a_b~c?x=1&y=%22'(2)#d%";
  return made;
}
