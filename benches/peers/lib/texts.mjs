// What is searched, and what is asked: the texts of a corpus, and phrases that stand in them.

import { readFile } from "node:fs/promises";

/** One spelling a word: lower case, composed, the tone where the old rule has it (hòa, not hoà). */
const MOVED = [["oà", "òa"], ["oá", "óa"], ["oả", "ỏa"], ["oã", "õa"], ["oạ", "ọa"], ["oè", "òe"], ["oé", "óe"], ["oẻ", "ỏe"], ["oẽ", "õe"], ["oẹ", "ọe"], ["uỳ", "ùy"], ["uý", "úy"], ["uỷ", "ủy"], ["uỹ", "ũy"], ["uỵ", "ụy"]];
export function words(text) {
  const found = text.normalize("NFC").toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? [];
  return found.map((word) => MOVED.reduce((w, [from, to]) => (w.endsWith(from) && !w.startsWith("q") ? w.slice(0, -2) + to : w), word));
}

/**
 * The articles of a corpus as peers index them: headline and full text.
 *
 * @returns {Promise<{id: string, title: string, text: string}[]>}
 */
export async function texts(corpus) {
  const { articles } = JSON.parse(await readFile(corpus, "utf8"));
  return articles.map(({ id, headline, body }) => ({ id, title: headline, text: (body ?? []).join("\n") }));
}

/** Numbers from 0 up to 1, the same for every run. */
function random(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Phrases of two and three syllables, letters only, that 3 to 200 texts have within a paragraph.
 *
 * @returns {{phrase: string, texts: Set<string>}[]} with the ids of the texts that have the phrase as it is spelled
 */
export function phrases(docs, count) {
  const next = random(7);
  // A paragraph a line: what begins in one and ends in the next is no phrase.
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
    const having = padded.filter(({ line }) => line.includes(` ${phrase} `)).map(({ id }) => id);
    if (having.length >= 3 && having.length <= 200) found.set(phrase, { phrase, texts: new Set(having) });
  }
  return [...found.values()];
}

const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");

/** The four ways in which a phrase is typed. */
export const SPELLINGS = {
  accented: (phrase) => phrase,
  unaccented: bare,
  "đ typed d": (phrase) => phrase.replace(/đ/g, "d"),
  NFD: (phrase) => phrase.normalize("NFD"),
};
