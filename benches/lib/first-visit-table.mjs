// Formats the measurements of a first visit. `measured` is a list of sites, each with the rows of its turns by measure.

import { median } from "./statistics.mjs";

/** Measures for which bytes are listed by file. */
const LISTED = ["results of the typed query", "link to a search", "link to a view of figures"];

/** Returns the turn with the median time; for a measure without time the worst value. */
function typical(turns) {
  if ("value" in turns[0]) return { value: Math.max(...turns.map(({ value }) => value)) };
  const ms = median(turns.map((turn) => turn.ms));
  return turns.find((turn) => turn.ms === ms);
}

const mapValues = (object, change) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

/** Everything that was measured, for other programs. */
export function summary(measured, settings) {
  const sites = measured.map(({ name, expected, turns }) => ({
    name,
    expected,
    medians: mapValues(turns, typical),
    turns: mapValues(turns, (all) => all.map(({ ms, value }) => value ?? Math.round(ms))),
  }));
  return { ...settings, sites };
}

function cell(turns) {
  if (!turns) return "";
  const { value, ms, requests, bytes } = typical(turns);
  if (value !== undefined) return Number.isInteger(value) ? String(value) : value.toFixed(4);
  return `${ms.toFixed(0)} ms, ${requests} requests, ${(bytes / 1000).toFixed(0)} KB`;
}

/** A Markdown table with a column for each site, and the bytes by file. */
export function table(measured, { query, turns, slowdown, serviceWorkers, load }) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const head = ["", ...measured.map(({ name }) => name)];
  const names = [...new Set(measured.flatMap(({ turns }) => Object.keys(turns)))];
  const rows = names.map((what) => line([what, ...measured.map(({ turns }) => cell(turns[what]))]));
  const parts = [[line(head), line(head.map((_, i) => (i ? "---:" : "---"))), ...rows].join("\n")];
  for (const what of LISTED.filter((one) => names.includes(one))) {
    for (const { name, turns } of measured) {
      if (!turns[what]) continue;
      const files = Object.entries(typical(turns[what]).files).sort(([, a], [, b]) => b - a);
      parts.push(`${what}, ${name}, KB: ${files.map(([path, bytes]) => `${path} ${(bytes / 1000).toFixed(1)}`).join(", ")}`);
    }
  }
  const [before, after] = [load.before, load.after].map((all) => all.map((one) => one.toFixed(1)).join(", "));
  parts.push(`“${query}”, medians of ${turns} turns, processor ÷${slowdown}, service workers: ${serviceWorkers}; load average ${before} before and ${after} after, ${load.cores} cores`);
  return parts.join("\n\n");
}
