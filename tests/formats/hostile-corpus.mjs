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
  // Numbers of a summary or a translated name stand in the name of the campaign.
  const unnumbered = (text) => text.replace(/\d/g, "");
  const extend = (value, owner, field, isCampaign) => {
    if (typeof value === "string") {
      if (!isText(owner, field)) return value;
      const text = texts[turn++ % texts.length];
      return `${value} ${isCampaign && !["name", "aliases"].includes(field) ? unnumbered(text) : text}`;
    }
    if (Array.isArray(value)) return value.map((item) => extend(item, owner, field, isCampaign));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, extend(item, value, name, isCampaign || name === "campaigns")]));
  };
  const made = extend(corpus, corpus, "", false);
  for (const unit of made.units) unit.printed.push(unit.vi.toLowerCase().normalize("NFC"));
  for (const source of made.sources) for (const lang of ["vi", "en"]) source.attribution[lang] = source.name;
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
