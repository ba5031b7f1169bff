// Settings of each library, for the program that builds its index and for the page that searches it.

/** Removes marks and replaces đ by d, as the documentation of MiniSearch and FlexSearch advises for languages with marks. */
const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d");

/** Pagefind has no setting for marks or for đ; Vietnamese has no stemmer there. `site`: pages state their language. */
export const PAGEFIND = { index: { forceLanguage: "vi" }, site: {} };

/** README, "Field boosting", "prefix", "Diacritics": terms are normalised by `processTerm`. */
export const MINISEARCH = {
  fields: ["title", "text"],
  storeFields: ["title"],
  processTerm: (term) => fold(term),
  searchOptions: { boost: { title: 2 }, combineWith: "AND", prefix: (_, i, terms) => i === terms.length - 1 },
};

/** docs/encoder.md: the charset preset that removes marks, with a mapper for the letter that it does not know. */
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

/** Options of fuse.js: marks are ignored, matches may be anywhere in the text, and d for đ is within the threshold. */
export const FUSE = {
  keys: ["title", "text"],
  ignoreDiacritics: true,
  ignoreLocation: true,
  threshold: 0.2,
};
