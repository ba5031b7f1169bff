// The texts that are searched, and the queries: texts of a corpus, and phrases that occur in them.

import { readFile } from "node:fs/promises";

/** Endings with the tone mark placed by the new rule, and by the old one. */
const TONES = [["oà", "òa"], ["oá", "óa"], ["oả", "ỏa"], ["oã", "õa"], ["oạ", "ọa"], ["oè", "òe"], ["oé", "óe"], ["oẻ", "ỏe"], ["oẽ", "õe"], ["oẹ", "ọe"], ["uỳ", "ùy"], ["uý", "úy"], ["uỷ", "ủy"], ["uỹ", "ũy"], ["uỵ", "ụy"]];
/** Splits a text into words of one spelling: lower case, composed, tone marks by the old rule (hòa, not hoà). */
export function words(text) {
  const found = text.normalize("NFC").toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? [];
  return found.map((word) => TONES.reduce((w, [from, to]) => (w.endsWith(from) && !w.startsWith("q") ? w.slice(0, -2) + to : w), word));
}

/**
 * Reads the articles of a corpus as the libraries index them: headline and full text.
 *
 * @returns {Promise<{id: string, title: string, text: string}[]>}
 */
export async function texts(corpus) {
  const { articles } = JSON.parse(await readFile(corpus, "utf8"));
  return articles.map(({ id, headline, body }) => ({ id, title: headline, text: (body ?? []).join("\n") }));
}

/** Returns a generator of pseudo-random numbers from 0 to 1; the same sequence in every run. */
function random(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Draws phrases of two and three syllables, letters only, that occur in 3 to 200 texts within a paragraph.
 *
 * @returns {{phrase: string, texts: Set<string>}[]} with the ids of the texts that contain the phrase in this spelling
 */
export function phrases(docs, count) {
  const next = random(7);
  // One paragraph per line, so that no phrase crosses a border of paragraphs.
  const paragraphs = (doc) => [doc.title, ...doc.text.split("\n")].map((text) => ` ${words(text).join(" ")} `);
  const padded = docs.map((doc) => ({ id: doc.id, line: paragraphs(doc).join("\n") }));
  const found = new Map();
  for (let tries = 0; found.size < count && tries < count * 50; tries++) {
    const line = padded[Math.floor(next() * padded.length)].line.trim().split(" ");
    const length = 2 + (tries % 2);
    const start = Math.floor(next() * (line.length - length));
    const part = line.slice(start, start + length);
    const phrase = part.join(" ");
    if (found.has(phrase) || !part.every((word) => /^\p{L}+$/u.test(word)) || !/[^\x00-\x7f]/.test(phrase)) continue;
    const matching = padded.filter(({ line }) => line.includes(` ${phrase} `)).map(({ id }) => id);
    if (matching.length >= 3 && matching.length <= 200) found.set(phrase, { phrase, texts: new Set(matching) });
  }
  return [...found.values()];
}

const withoutMarks = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");

/** Four ways to type a phrase. */
export const SPELLINGS = {
  accented: (phrase) => phrase,
  unaccented: withoutMarks,
  "đ typed d": (phrase) => phrase.replace(/đ/g, "d"),
  NFD: (phrase) => phrase.normalize("NFD"),
};
