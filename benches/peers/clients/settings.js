// How each peer is set up, for the program that builds its index and for the page that asks it.

/** Marks taken off and đ made d, as the documentation of MiniSearch and FlexSearch advises for languages with marks. */
const bare = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d");

/** Pagefind has no setting for marks or for đ; Vietnamese has no stemmer there. */
export const PAGEFIND = { index: { forceLanguage: "vi" } };

/** README, "Field boosting", "prefix", "Diacritics": terms are normalised by `processTerm`. */
export const MINISEARCH = {
  fields: ["title", "text"],
  storeFields: ["title"],
  processTerm: (term) => bare(term),
  searchOptions: { boost: { title: 2 }, combineWith: "AND", prefix: (_, i, terms) => i === terms.length - 1 },
};

/** docs/encoder.md: the charset preset that takes marks off, with a mapper for the letter that it does not know. */
export const FLEXSEARCH = ({ Charset, Document, Encoder }) =>
  new Document({
    encoder: new Encoder(Charset.Normalize, { mapper: new Map([["đ", "d"]]) }),
    document: {
      id: "id",
      store: ["title"],
      index: [
        { field: "title", tokenize: "forward" },
        { field: "text", tokenize: "forward" },
      ],
    },
  });

/** Options of fuse.js: marks ignored, wherever in the text, nearly exact; so near that d for đ is forgiven. */
export const FUSE = {
  keys: ["title", "text"],
  ignoreDiacritics: true,
  ignoreLocation: true,
  threshold: 0.2,
};
