// Formats the measurements as a Markdown table.

import { median } from "../../lib/statistics.mjs";
import { SPELLINGS } from "./texts.mjs";

const ms = (value) => (value < 10 ? value.toFixed(1) : value.toFixed(0));

export function table({ names, built, measured, articles, runs, phrases }) {
  const spellings = Object.keys(SPELLINGS);
  const head = ["", "KB (requests) to first results", "KB before", "first results, ms", "at 150 ms, 1.6 Mbit/s", "page and all there", "next query there", "warm median, ms", "worst", "index, gz B an article", "build s", "build MB", ...spellings.map((name) => `P@10 ${name}`)];
  const rows = names.map((name) => {
    const { fast, slow, warm, precision } = measured[name];
    const of = (list, key) => median(list.map((one) => one[key]));
    const times = warm.map(median);
    return [
      name,
      `${(of(fast, "bytes") / 1000).toFixed(0)} (${of(fast, "requests")})`,
      (of(fast, "page") / 1000).toFixed(0),
      ms(of(fast, "ms")),
      ms(of(slow, "ms")),
      ms(of(slow, "total")),
      ms(of(slow, "next")),
      ms(median(times)),
      ms(median(warm.map((turn) => Math.max(...turn)))),
      (built[name].index / articles).toFixed(0),
      built[name].seconds.toFixed(1),
      built[name].megabytes.toFixed(0),
      ...spellings.map((spelling) => precision[spelling].toFixed(2)),
    ];
  });
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const rule = line(head.map((_, i) => (i ? "---:" : "---")));
  return [`${articles} articles, ${phrases} phrases, medians of ${runs} turns\n`, line(head), rule, ...rows.map(line)].join("\n");
}
