// A hostile corpus: the bundled one with every odd but valid character in every text that people write.
//
//   node tests/formats/hostile.mjs OUT.json

import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

/** What is put behind texts, in turn. None holds what `thidua validate` refuses: controls and invisible characters. */
export const ODD = [
  `<script>alert("1")</script>`,
  `</script><!-- --> ]]> <![CDATA[ <?xml ?>`,
  `"'&amp;&lt;&#0;&#x1;\`\${1}`,
  String.raw`\textbf{x} \\ {{ }} $a_b^c$ %d #1 ~ \end{document}`,
  `=HYPERLINK("http://x.example","x")`,
  `+1-1@SUM(A1);2,3|cmd`,
  `TY  - NEWS; ER  - ; a, b and c`,
  `nghiêng`.repeat(60),
  `👩‍🏭🏅 \u{1d54f} e\u0301 ﷽ שלום مرحبا`.replaceAll("\u200d", ""),
  `a\u00a0b\u3000c \ufffd %00%0a ../../etc/passwd C:\\x`,
  `javascript:alert(1) data:text/html,<b>`,
  `{"@context":"x"} [1](x) *a* _b_ \u2019\u201c\u201d`,
];

/** Objects whose strings are all written for people. */
const TEXTS = new Set(["title", "attribution", "label", "summary"]);
/** Fields that hold such a text, or a list of them. */
const FIELDS = new Set([
  "name", "name_en", "locality", "aliases", "kicker", "headline", "headline_en", "byline", "published_as_written",
  "covers_as_written", "role_en", "as_written", "when_as_written", "vi", "en", "body", "expansion",
]);
/** `role` of a person is a text, of a figure a word of the vocabulary. */
const isText = (owner, field) => FIELDS.has(field) || (field === "role" && "role_en" in owner);

/** The corpus with odd texts. */
export function hostile(corpus) {
  let turn = 0;
  const odd = (text) => `${text} ${ODD[turn++ % ODD.length]}`;
  const walk = (value, owner, field) => {
    if (typeof value === "string") return isText(owner, field) ? odd(value) : value;
    if (Array.isArray(value)) {
      return value.map((item) => (typeof item === "string" ? walk(item, owner, field) : walk(item, item, field)));
    }
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => {
      if (TEXTS.has(name) && item !== null && typeof item === "object") {
        return [name, Object.fromEntries(Object.entries(item).map(([lang, text]) => [lang, odd(text)]))];
      }
      return [name, walk(item, value, name)];
    }));
  };
  const made = walk(corpus, corpus, "");
  // A campaign is known under every name that is printed.
  const campaigns = new Map(made.campaigns.map((campaign) => [campaign.id, campaign]));
  for (const { campaign, as_written: name } of made.articles.flatMap((article) => article.mentions)) {
    const { aliases } = campaigns.get(campaign);
    if (!aliases.includes(name)) aliases.push(name);
  }
  // Addresses may hold everything that an address may hold.
  for (const article of made.articles) article.url = "https://bao.example/a_b~c?x=1&y=%22'(2)#d%{}".replace(/[{}]/g, "");
  made.articles[0].kicker ??= odd("Thi đua");
  return made;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const corpus = JSON.parse(await readFile(new URL("../../public/corpus.json", import.meta.url), "utf8"));
  await writeFile(process.argv[2], JSON.stringify(hostile(corpus)));
}
