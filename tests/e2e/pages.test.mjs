// Properties of every kind of page.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import { reader, waitForHydration } from "./harness/visit.mjs";
import { pageKinds } from "./harness/routes.mjs";
import { DIR, site } from "./harness/site.mjs";

const it = site();
const kinds = await pageKinds(DIR);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

test("site has every kind of page", () => {
  assert.deepEqual(Object.keys(kinds).sort(), [
    "about", "article", "articles", "campaign", "campaigns", "chapter", "comparison", "data", "differences", "figure",
    "figures", "guide", "home", "organisation", "organisations", "timeline", "workbench", "year", "years",
  ].filter((kind) => kind !== "articles"));
});

/** Returns the violations of WCAG 2.2 A and AA. */
async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() =>
    window.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"],
      // Experimental and therefore off by default: the name of a chart mark contains its visible text.
      rules: { "label-content-name-mismatch": { enabled: true } },
      resultTypes: ["violations"],
    }),
  );
  return found.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(" ")}: ${node.failureSummary}`),
  );
}

for (const theme of ["light", "dark"]) {
  for (const [width, lang] of [[1280, ""], [390, "en/"]]) {
    test(`every kind of page is accessible: ${theme}, ${width} px`, async (t) => {
      const { visit } = await reader(t, it.browser, it.host, { theme, width });
      for (const [kind, route] of Object.entries(kinds)) {
        await t.test(kind, async () => {
          const page = await visit(lang + route);
          assert.deepEqual(await violations(page), []);
          await page.close();
        });
      }
    });
  }
}

for (const width of [320, 390]) {
  test(`no page scrolls sideways at ${width} px`, async (t) => {
    const { visit } = await reader(t, it.browser, it.host, { width });
    for (const [kind, route] of Object.entries(kinds)) {
      await t.test(kind, async () => {
        const page = await visit(route);
        const [content, window] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ]);
        assert.ok(content <= window, `${content} px of content in ${window} px`);
        await page.close();
      });
    }
  });
}

test("every kind of page has the same text with and without JavaScript", async (t) => {
  const still = await reader(t, it.browser, it.host, { javaScript: false });
  const live = await reader(t, it.browser, it.host);
  // Including hidden controls that need the app. White space between elements does not count.
  const words = async (page) => (await page.locator("main").textContent()).replace(/\s+/g, " ").trim();
  for (const [kind, route] of Object.entries(kinds)) {
    for (const lang of ["", "en/"]) {
      await t.test(`${kind} ${lang}`, async () => {
        const [before, after] = await Promise.all([still.visit(lang + route), live.visit(lang + route)]);
        assert.ok((await before.getByRole("heading", { level: 1 }).innerText()).length > 0);
        assert.equal(await words(before), await words(after));
        await before.close();
        await after.close();
      });
    }
  }
});

test("hydration causes no layout shift", async (t) => {
  for (const width of [390, 1280]) {
    const { context, visit } = await reader(t, it.browser, it.host, { width });
    await context.addInitScript(() => {
      window.shifts = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          window.shifts.push({
            value: entry.value,
            at: Math.round(entry.startTime),
            moved: entry.sources.map((source) => source.node?.outerHTML?.slice(0, 120) ?? source.node?.textContent),
          });
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    // The test releases the app after the first paint has settled.
    let letAppCome;
    await context.route("**/thi-dua-app*.wasm", async (route) => {
      await new Promise((done) => (letAppCome = done));
      await route.continue();
    });
    for (const [kind, route] of Object.entries(kinds)) {
      await t.test(`${kind} at ${width} px`, async () => {
        letAppCome = undefined;
        const page = await visit(route, { live: false });
        await page.evaluate(async () => {
          await document.fonts.ready;
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
          window.shifts.length = 0;
        });
        // The app is requested after the search program.
        while (!letAppCome) await page.waitForTimeout(20);
        letAppCome();
        await waitForHydration(page);
        await page.waitForTimeout(150);
        assert.deepEqual(await page.evaluate(() => window.shifts), []);
        await page.close();
      });
    }
  }
});

test("every page has the strict Content-Security-Policy", async (t) => {
  const { visit } = await reader(t, it.browser, it.host, { javaScript: false });
  for (const [kind, route] of Object.entries(kinds)) {
    await t.test(kind, async () => {
      const page = await visit(route);
      const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
      const directives = new Map(policy.split(";").map((one) => one.trim().split(/ (.*)/s)));
      assert.equal(directives.get("default-src"), "'none'");
      assert.equal(directives.get("style-src"), "'self'");
      assert.match(directives.get("script-src"), /^'self' 'wasm-unsafe-eval'( 'sha256-[\w+/]{43}=')+$/);
      for (const name of ["img-src", "font-src", "connect-src"]) assert.match(directives.get(name), /^'self'/);
      assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*|http/);
      assert.equal(await page.locator("[style]").count(), 0, "no style attributes");
      await page.close();
    });
  }
});

test("every link of every kind of page has a target", async (t) => {
  const { visit } = await reader(t, it.browser, it.host, { javaScript: false });
  const seen = new Set();
  for (const route of Object.values(kinds).flatMap((one) => [one, `en/${one}`])) {
    const page = await visit(route);
    const links = await page.locator("a[href], link[href]").evaluateAll((all) =>
      // Not `link.href`: in a chart that is an object.
      all.map((link) => new URL(link.getAttribute("href"), document.baseURI).href.replace(/#.*/s, "")),
    );
    await page.close();
    for (const link of links) seen.add(link);
  }
  const dead = [];
  for (const link of [...seen].filter((one) => one.startsWith(it.host.origin)).sort()) {
    const answer = await fetch(link, { redirect: "manual" });
    if (answer.status !== 200) dead.push(`${answer.status} ${link}`);
  }
  assert.deepEqual(dead, []);
});

test("headings use the font of the site, which has all Vietnamese letters", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit();
  await page.evaluate(() => document.fonts.ready);
  const used = await page.evaluate(() => [...document.fonts].filter((font) => font.status === "loaded").map((font) => font.family));
  assert.ok(used.some((family) => family.includes("Thi Dua Serif")), `loaded: ${used}`);
  for (const weight of [400, 600]) {
    const font = `${weight} 20px "Thi Dua Serif"`;
    const isLoaded = (font) => document.fonts.load(font, "Ễ Ặ Ợ ữ ₫ ≥").then((fonts) => fonts.length > 0 && document.fonts.check(font, "Ễ Ặ Ợ ữ ₫ ≥"));
    assert.ok(await page.evaluate(isLoaded, font), font);
  }
});

test("printed page names its address and the date of access in the foot", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit(kinds.figure);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const printed = await page.evaluate(() => document.documentElement.style.getPropertyValue("--printed"));
  assert.match(printed, /\/so-lieu\/[^ ]+\/ · truy cập ngày \d+\/\d+\/\d{4}"$/);
});
