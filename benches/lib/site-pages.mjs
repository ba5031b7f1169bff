// What the measurements of a first visit look for in pages: of this site, in every build since results are listed in `#ket-qua`, and of
// Pagefind's Default UI. Functions named `read…` run in the page, without anything around them, and return `null` until there is
// something to read.

/** Count of the results, and the address of the first card that can be seen. */
function readResults() {
  const count = document.querySelector("#ket-qua .results__count")?.textContent.trim();
  const first = [...document.querySelectorAll("#ket-qua [data-result]")].find((link) => link.getClientRects().length);
  return count && first ? [count, first.getAttribute("href")] : null;
}

/** Count of the figures of a view, and the heading of its first chart, or its first row. */
function readFigures() {
  const count = document.querySelector("#main .results__count")?.textContent.trim();
  const first = document.querySelector("#main .chart h3, #main tbody tr")?.textContent.trim();
  return count && first ? [count, first] : null;
}

/** Heading of a page that is not waiting for its contents. */
function readHeading() {
  return document.querySelector("main:not([aria-busy]) h1")?.textContent.trim() ?? null;
}

/** Message and address of the first result of Pagefind. */
function readPagefind() {
  const count = document.querySelector(".pagefind-ui__message")?.textContent.trim();
  const first = document.querySelector(".pagefind-ui__result-link")?.getAttribute("href");
  return count && first ? [count, first] : null;
}

/** The parameter of the first filter of figures that leaves some of them: `name=value`. */
function readFilter() {
  for (const select of document.querySelectorAll("#main select[name]")) {
    for (const { value, textContent } of select.options) {
      if (value && /\([1-9]\d*\)$/.test(textContent.trim())) return `${select.name}=${encodeURIComponent(value)}`;
    }
  }
  return null;
}

/** Whether the app has taken the page over. */
const readIsLive = () => document.documentElement.hasAttribute("data-live");

/** Ticks two boxes, chooses an order and requests a table, as somebody with quick fingers. Returns the words of the boxes. */
function tap() {
  const boxes = [...document.querySelectorAll("#facets input[type=checkbox]")].slice(0, 2);
  for (const box of boxes) box.click();
  const order = document.querySelector(".results__bar select");
  order.value = order.options[order.options.length - 1].value;
  for (const name of ["input", "change"]) order.dispatchEvent(new Event(name, { bubbles: true }));
  document.querySelector("[data-do=take][data-format=csv]").click();
  return boxes.map((box) => box.closest("label").textContent.replace(/[\d\s]+/g, ""));
}

/** How many of four have been carried out: two boxes ticked and in the address, an order chosen, the filters opened. */
function readCarriedOut(ticked) {
  const query = new URLSearchParams(location.search);
  const order = query.get("xep");
  query.delete("xep");
  const boxes = [...document.querySelectorAll("#facets input:checked")].map((box) => box.closest("label").textContent.replace(/[\d\s]+/g, ""));
  const isOpen = document.querySelector("[aria-controls=facets][aria-expanded=true]");
  return (query.size ? ticked.filter((one) => boxes.includes(one)).length : 0) + (order ? 1 : 0) + (isOpen ? 1 : 0);
}

/**
 * @typedef {object} Pages
 * @property {boolean} isOurs whether there are also figures, next pages, filters, and an app that takes over
 * @property {string} start path of the page with the search box
 * @property {string} box selector of the search box
 * @property {string} nextPage selector of links to a campaign
 * @property {string} filterButton selector of the button that opens the filters
 */
export const OURS = {
  isOurs: true,
  start: "",
  box: "#q",
  nextPage: '#main a[href*="/phong-trao/"]:not([href$="/phong-trao/"])',
  filterButton: "[aria-controls=facets][aria-expanded]",
  readResults, readFigures, readHeading, readFilter, readIsLive, readCarriedOut, tap,
};
export const PAGEFIND = { start: "", box: ".pagefind-ui__search-input", readResults: readPagefind, isOurs: false };
export const BARE_PAGEFIND = { ...PAGEFIND, start: "bare/" };
