// The notice that the connection is slow.

import assert from "node:assert/strict";
import { test } from "node:test";
import { delayWasm, waitUntilLive } from "./harness/delayed-app.mjs";
import { site } from "./harness/site.mjs";
import { reader } from "./harness/visit.mjs";

const it = site();

test("notice of a slow connection does not move the page when it comes and goes", async (t) => {
  for (const width of [390, 1280]) {
    const { context, visit } = await reader(t, it.browser, it.host, { width });
    const release = await delayWasm(context);
    const page = await visit("", { live: false });
    const place = () => page.locator("main h1").first().evaluate((heading) => heading.getBoundingClientRect().top);
    await page.evaluate(() => document.fonts.ready);
    const before = await place();
    await page.evaluate(() => thidua.say("waiting"));
    const notice = page.locator("#failure[data-code=waiting]");
    await notice.waitFor();
    assert.ok(await notice.evaluate((one) => one.getBoundingClientRect().bottom <= innerHeight), "it can be seen");
    assert.equal(await place(), before);
    release();
    await waitUntilLive(page);
    await notice.waitFor({ state: "detached" });
    assert.equal(await place(), before);
  }
});
