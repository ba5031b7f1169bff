// Downloads, tooltips of chart marks, and charts in frames of another site.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { clickInMenu } from "./harness/menu.mjs";
import { arrived, reader } from "./harness/visit.mjs";
import { site } from "./harness/site.mjs";
import { listen } from "./harness/static-host.mjs";

const it = site();

/** Page with charts; its first chart has bars. */
const PAGE = "don-vi/ldld-ha-dong/";

/** Clicks a download button of the first chart; returns name and bytes of the file. */
async function saved(page, format) {
  const chart = page.locator("figure.chart").first();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    clickInMenu(chart.locator(`[data-do=take][data-format=${format}]`)),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Draws a picture in the page and reads its pixels: size, and the shares of some colours. */
function pixelsOf(page, dataUrl) {
  return page.evaluate(async (src) => {
    const image = new Image();
    image.src = src;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const colours = new Map();
    for (let i = 0; i < data.length; i += 4) {
      const colour = data.slice(i, i + 4).join(",");
      colours.set(colour, (colours.get(colour) ?? 0) + 1);
    }
    const share = (colour) => (colours.get(colour) ?? 0) / (data.length / 4);
    return {
      width: canvas.width,
      height: canvas.height,
      white: share("255,255,255,255"),
      black: share("0,0,0,255"),
      bars: share("11,74,143,255"),
      colours: colours.size,
    };
  }, dataUrl);
}

test("chart is saved as a self-contained SVG", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit(PAGE);
  const heading = await page.locator("figure.chart h3").first().innerText();
  const { name, bytes } = await saved(page, "svg");
  assert.match(name, /^thi-dua-[a-z0-9-]+\.svg$/);
  const read = await page.evaluate((text) => {
    const file = new DOMParser().parseFromString(text, "image/svg+xml");
    const texts = [...file.querySelectorAll("text")].map((one) => one.textContent);
    return {
      error: file.querySelector("parsererror")?.textContent,
      title: file.querySelector("svg > title")?.textContent,
      words: texts.join(" ").replace(/\s+/g, " "),
      links: [...file.querySelectorAll("a")].map((one) => one.getAttribute("href")),
    };
  }, bytes.toString("utf8"));
  assert.equal(read.error, undefined);
  assert.equal(read.title, heading);
  assert.ok(read.words.includes(heading), read.words);
  assert.match(read.words, /Nguồn: .*LĐLĐ quận Hà Đông/);
  assert.ok(read.words.replaceAll(" ", "").includes(new URL(PAGE, it.host.url).href), "the link can be read");
  assert.match(read.words, /Thi đua$/, "the name of the site");
  assert.ok(read.links.length > 1 && read.links.every((link) => link.startsWith(it.host.url)), read.links.join(" "));
  await page.locator(".take__said", { hasText: "Đã lưu" }).waitFor();
});

test("chart is saved as a PNG of twice its size with its colours", async (t) => {
  const { visit } = await reader(t, it.browser, it.host, { theme: "dark" });
  const page = await visit(PAGE);
  const svg = (await saved(page, "svg")).bytes.toString("utf8");
  const [, width, height] = svg.match(/width="(\d+)" height="([\d.]+)"/);
  const { name, bytes } = await saved(page, "png");
  assert.match(name, /\.png$/);
  assert.equal(bytes.subarray(1, 4).toString(), "PNG");
  const seen = await pixelsOf(page, `data:image/png;base64,${bytes.toString("base64")}`);
  assert.equal(seen.width, 2 * Number(width));
  assert.ok(Math.abs(seen.height - 2 * Number(height)) <= 2, `${seen.height} for ${height}`);
  assert.ok(seen.white > 0.7 && seen.white < 0.99, `on white, and not blank: ${seen.white}`);
  assert.ok(seen.bars > 0.005, `bars keep their colour in the dark theme, too: ${seen.bars}`);
  assert.ok(seen.black < 0.01, `nothing turned black: ${seen.black}`);
});

test("chart is saved as a CSV for spreadsheets", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit(PAGE);
  const { name, bytes } = await saved(page, "csv");
  assert.match(name, /\.csv$/);
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], "Excel needs the byte order mark");
  const lines = bytes.toString("utf8").slice(1).split("\r\n");
  assert.equal(lines.pop(), "", "the last line ends, too");
  const marks = await page.locator("figure.chart .chart__svg--wide").first().locator(".chart-link").count();
  assert.equal(lines.length, marks + 1, "headings, and a row a mark");
  assert.match(lines[0], /^Mã số liệu,.*Nguyên văn trên báo.*,Liên kết$/);
  const words = await page.locator(".chart__evidence .read-out__words").first().textContent();
  assert.ok(lines[1].replaceAll('""', '"').includes(words), `${words} in ${lines[1]}`);
  assert.ok(lines[1].includes(it.host.url), "the link is whole");
});

test("menu closes on Escape with the focus on its word, and on a click elsewhere", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit(PAGE);
  const menu = page.locator("figure.chart details.menu").first();
  const isOpen = () => menu.evaluate((details) => details.open);
  await menu.locator(":scope > summary").click();
  assert.ok(await isOpen());
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  assert.ok(!(await isOpen()));
  assert.ok(await menu.evaluate((details) => document.activeElement === details.querySelector("summary")));
  await page.keyboard.press("Enter");
  assert.ok(await isOpen());
  await page.locator("h1").click();
  assert.ok(!(await isOpen()));
});

test("picture of a chart is copied", async (t) => {
  const { context, visit } = await reader(t, it.browser, it.host);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await visit(PAGE);
  await clickInMenu(page.locator("[data-do=take][data-format=image]").first());
  await page.locator(".take__said", { hasText: "Đã chép ảnh" }).waitFor();
  const size = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item.getType("image/png")).size;
  });
  assert.ok(size > 5_000, `${size} bytes`);
});

test("explorer view follows its filters, has a link, and is downloaded as shown", async (t) => {
  const { context, visit } = await reader(t, it.browser, it.host);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await visit("so-lieu/");
  const count = page.locator(".results__count");
  const all = await page.locator("table.figures tbody tr").count();
  assert.match(await count.innerText(), new RegExp(`^${all} số liệu`));
  const offered = await page.locator("select[name=vai-tro] option", { hasText: "Kết quả" }).innerText();
  const results = Number(offered.match(/\((\d+)\)/)[1]);
  assert.ok(results > 0 && results < all);

  await page.locator("select[name=vai-tro]").selectOption("result");
  await count.getByText(`${results} trên ${all} số liệu`).waitFor();
  assert.equal(new URL(page.url()).search, "?vai-tro=result", "only what was chosen is in the address");
  assert.equal(await page.locator("table.figures tbody tr").count(), results);
  assert.equal(await page.locator("figure.chart").count(), 0, "the table comes first");
  await page.getByRole("link", { name: "Biểu đồ", exact: true }).click();
  await page.locator("figure.chart").first().waitFor();
  const headings = await page.locator("figure.chart h3").allInnerTexts();
  assert.equal(await page.locator("table.figures").count(), 0);
  assert.equal(new URL(page.url()).search, "?vai-tro=result&xem=bieu-do");

  await page.getByRole("button", { name: "Chép liên kết tới phần đang xem" }).click();
  await page.getByText("Đã chép").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(link, page.url());

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    clickInMenu(page.locator('[data-do=take][data-format=csv][data-chart=""]')),
  ]);
  assert.equal(download.suggestedFilename(), "thi-dua-so-lieu-result.csv");
  assert.equal((await readFile(await download.path(), "utf8")).trim().split("\r\n").length, results + 1);

  const other = await reader(t, it.browser, it.host);
  const opened = await other.visit(link);
  assert.deepEqual(await opened.locator("figure.chart h3").allInnerTexts(), headings);
  assert.equal(await opened.locator("select[name=vai-tro]").inputValue(), "result");

  await page.goBack();
  await page.locator("table.figures").waitFor();
  await page.goBack();
  await count.getByText(`${all} số liệu`, { exact: true }).waitFor();
  assert.equal(await page.locator("select[name=vai-tro]").inputValue(), "");
});

test("contradictory filters offer which one to remove, and unknown values are reported", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit("so-lieu/?don-vi=ldld-ha-dong&nam=2020");
  const empty = page.locator(".empty");
  assert.match(await empty.innerText(), /Bỏ “2020”: 3 số liệu/);
  assert.match(await page.locator("select[name=nam] option:checked").innerText(), /^2020 \(0\)$/);
  await empty.getByRole("link", { name: /2020/ }).click();
  await page.locator("table.figures").waitFor();
  assert.equal(await page.locator("table.figures tbody tr").count(), 3);
  assert.equal(await page.locator("select[name=nam]").inputValue(), "");

  const made = await visit("so-lieu/?don-vi=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&dem=%F0%9F%92%A9&cap=x&nam=-1");
  assert.match(await made.locator(".results__count").innerText(), /“<img src=x onerror=alert\(1\)>”: không có trong kho/);
  assert.equal(await made.locator("main img").count(), 0);
});

test("hover and keys show the printed words of a mark", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit(PAGE);
  const chart = page.locator("figure.chart").first();
  const marks = chart.locator(".chart__svg--wide .chart-link");
  const words = await chart.locator(".chart__evidence .read-out__words").allTextContents();
  const out = page.locator(".read-out");

  await marks.nth(1).hover();
  await out.waitFor();
  const text = await out.innerText();
  assert.ok(text.includes(words[1]), text);
  assert.match(text, /LĐLĐ quận Hà Đông.*đoạn \d+/s);
  assert.ok(await out.getByRole("link").isVisible());
  const [box, drawing] = [await out.boundingBox(), await chart.locator(".chart__svg--wide").boundingBox()];
  assert.ok(box.x >= drawing.x + drawing.width, "it covers no mark");
  // The tooltip stays while the pointer moves to it.
  await page.mouse.move(box.x + 20, box.y + 20, { steps: 12 });
  await page.waitForTimeout(500);
  assert.ok(await out.isVisible(), "it stays under the pointer");
  await page.keyboard.press("Escape");
  assert.ok(!(await out.isVisible()), "Esc takes it away");
  await marks.nth(0).hover();
  await out.waitFor();
  await page.mouse.move(5, 5);
  await out.waitFor({ state: "hidden" });

  // Tab moves from before the chart to its first mark.
  await marks.nth(0).evaluate((mark) => {
    const before = document.createElement("button");
    before.id = "before";
    mark.closest("figure").before(before);
  });
  await page.locator("#before").focus();
  await page.keyboard.press("Tab");
  await out.waitFor();
  const aloud = page.locator('.read-aloud[role="status"]');
  assert.equal(await aloud.getAttribute("role"), "status");
  assert.ok((await aloud.textContent()).includes(words[0]));
  const last = (await marks.count()) - 1;
  for (const [key, at] of [["ArrowDown", 1], ["End", last], ["ArrowDown", last], ["ArrowUp", last - 1], ["Home", 0]]) {
    await page.keyboard.press(key);
    assert.ok((await aloud.textContent()).includes(words[at]), `${key} reads mark ${at}`);
    assert.ok(await marks.nth(at).evaluate((mark) => mark === document.activeElement));
  }
  await page.keyboard.press("Escape");
  assert.ok(!(await out.isVisible()));
  assert.ok(await marks.nth(0).evaluate((mark) => mark === document.activeElement), "the focus stays");
  const href = await marks.nth(0).getAttribute("href");
  await page.keyboard.press("Enter");
  await arrived(page, (url) => url.pathname === href);
});

test("first tap on a mark shows its words, the second follows the link", async (t) => {
  const { visit } = await reader(t, it.browser, it.host, { width: 390, hasTouch: true });
  const page = await visit(PAGE);
  const marks = page.locator(".chart__svg--narrow .chart-link");
  const words = await page.locator(".chart__evidence .read-out__words").allTextContents();
  const out = page.locator(".read-out--sheet");
  await marks.nth(0).tap();
  await out.waitFor();
  assert.ok((await out.innerText()).includes(words[0]));
  assert.match(page.url(), new RegExp(`${PAGE}$`), "still here");
  await marks.nth(1).tap();
  assert.ok((await out.innerText()).includes(words[1]));
  await out.getByRole("button", { name: "Đóng" }).tap();
  assert.ok(!(await out.isVisible()));
  await marks.nth(1).tap();
  await out.waitFor();
  const href = await marks.nth(1).getAttribute("href");
  await marks.nth(1).tap();
  await arrived(page, (url) => url.pathname === href);
  assert.ok(!(await out.isVisible()), "it does not outlive its page");
});

/** Serves a page on another origin with this markup. */
async function otherSite(t, code) {
  const { origin, close } = await listen((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<!doctype html><title>Neighbour</title><h1>Neighbour</h1>${code}`);
  });
  t.after(close);
  return `${origin}/`;
}

test("chart frame in another site has no scripts, and shows source and link", async (t) => {
  const { context, visit } = await reader(t, it.browser, it.host, { expected: [/^left the site/] });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await visit(PAGE);
  const heading = await page.locator("figure.chart h3").first().innerText();
  const embed = page.locator("details.embed").first();
  await clickInMenu(embed.locator("summary"));
  await embed.getByRole("button", { name: "Chép mã" }).click();
  await embed.getByText("Đã chép").waitFor();
  const code = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(code, await embed.locator("textarea").inputValue());
  assert.ok(code.includes(`src="${it.host.url}nhung/`), code);

  const theirs = await context.newPage();
  const asked = [];
  theirs.on("request", (request) => asked.push(request));
  await theirs.goto(await otherSite(t, code));
  const frame = theirs.frameLocator("iframe");
  assert.equal(await frame.getByRole("heading", { level: 1 }).innerText(), heading);
  assert.match(await frame.locator(".embedded__foot").innerText(), /Nguồn: .*LĐLĐ quận Hà Đông/);
  const back = frame.getByRole("link", { name: "Xem trang đầy đủ" });
  assert.ok(asked.every((request) => request.resourceType() !== "script"), "a frame runs nothing");
  const fits = await frame.locator("html").evaluate(async (root) => {
    await root.ownerDocument.fonts.ready;
    return root.scrollHeight <= root.clientHeight;
  });
  assert.ok(fits, "the frame is high enough for all of it");
  const [full] = await Promise.all([context.waitForEvent("page"), back.click()]);
  await full.waitForLoadState();
  assert.equal(new URL(full.url()).pathname, new URL(PAGE, it.host.url).pathname);
  await full.locator("html[data-live]").waitFor({ state: "attached" });
});

test("frame of a view runs the app without header and footer", async (t) => {
  const { context, visit } = await reader(t, it.browser, it.host, { expected: [/^left the site/] });
  const page = await visit("so-lieu/?vai-tro=result&xem=bieu-do");
  const charts = await page.locator("figure.chart h3").allInnerTexts();
  const embed = page.locator("details.embed").nth(1);
  await clickInMenu(embed.locator("summary"));
  const code = await embed.locator("textarea").inputValue();

  const theirs = await context.newPage();
  await theirs.goto(await otherSite(t, code));
  const frame = theirs.frameLocator("iframe");
  await frame.getByRole("heading", { level: 1, name: charts[1] }).waitFor();
  assert.equal(await frame.locator("figure.chart").count(), 1);
  assert.equal(await frame.locator(".masthead, .foot").count(), 0);
  const [full] = await Promise.all([
    context.waitForEvent("page"),
    frame.getByRole("link", { name: "Xem trang đầy đủ" }).click(),
  ]);
  await full.waitForLoadState();
  assert.equal(new URL(full.url()).search, "?vai-tro=result&xem=bieu-do");
});

test("page without JavaScript shows no buttons", async (t) => {
  const { visit } = await reader(t, it.browser, it.host, { javaScript: false });
  const page = await visit(PAGE);
  assert.equal(await page.locator("main button:visible").count(), 0);
  assert.ok((await page.locator(".chart-link:visible").count()) > 0, "marks still lead to their evidence");
});

test("search results are cited for reports and reference managers", async (t) => {
  const { visit } = await reader(t, it.browser, it.host);
  const page = await visit("?q=son+tay");
  await page.locator("article.card mark").first().waitFor();
  const found = await page.locator("article.card h2").allInnerTexts();
  const save = async (format) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      clickInMenu(page.locator(`#ket-qua [data-do=take][data-format=${format}]`)),
    ]);
    return readFile(await download.path(), "utf8");
  };
  assert.equal((await save("ris")).match(/^TY {2}- /gm).length, found.length);
  const lines = (await save("txt")).trim().split("\n");
  assert.equal(lines.length, found.length);
  assert.ok(lines.every((line) => line.includes("/bai-viet/")), lines.join("\n"));
  assert.ok((await save("csv")).includes("\r\n"));
});
