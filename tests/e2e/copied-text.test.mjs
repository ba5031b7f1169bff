// Text without styles, as it is copied or indexed: parts of a line must be separated.

import assert from "node:assert/strict";
import { test } from "node:test";
import { waitUntilLive } from "./harness/delayed-app.mjs";
import { pageKinds } from "./harness/routes.mjs";
import { DIR, site } from "./harness/site.mjs";
import { reader } from "./harness/visit.mjs";

const it = site();
const kinds = await pageKinds(DIR);

/** Returns adjacent texts of different elements without a separator. */
function joined() {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const found = [];
  let before;
  while (walker.nextNode()) {
    const text = walker.currentNode;
    // Options of a select are not copied with the text around them.
    if (!text.data || text.parentElement.closest("select")) continue;
    // A highlight or a part of a line of SVG text is inside of a word.
    const isWithin = (node) => node.parentElement.matches("mark, tspan");
    if (before && before.parentElement !== text.parentElement && !isWithin(before) && !isWithin(text)) {
      if (/[\p{L}\p{N}”"»)%.!?]$/u.test(before.data) && /^[\p{L}\p{N}“"«(✓?]/u.test(text.data)) {
        found.push(`${before.data.slice(-20)}|${text.data.slice(0, 20)} (${before.parentElement.className}, ${text.parentElement.className})`);
      }
    }
    before = text;
  }
  return found;
}

for (const lang of ["", "en/"]) {
  for (const [kind, path] of [...Object.entries(kinds), ["search", "?q=lao+dong"], ["view", "so-lieu/?nam=2022"]]) {
    test(`adjacent texts are separated on the page of kind ${kind}${lang && " in English"}`, async (t) => {
      const { visit } = await reader(t, it.browser, it.host);
      const page = await visit(lang + path);
      await waitUntilLive(page);
      assert.deepEqual(await page.evaluate(joined), []);
    });
  }
}

test("parts of a copied figure are separated", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit(kinds.article, { live: false });
  const parts = page.locator(".clip__parts", { has: page.locator(".clip__part + .clip__part") }).first();
  const copied = await parts.evaluate((line) => {
    getSelection().selectAllChildren(line);
    return String(getSelection());
  });
  const texts = await parts.locator(".clip__part").allTextContents();
  assert.ok(texts.length > 1);
  assert.equal(copied.trim(), texts.join(" · "));
});
