  // --- Document ---

  /** Names of the query parameters of the site. */
  const NAMES = PARAMETERS;
  const html = document.documentElement;
  const app = () => document.getElementById("app");
  const isLive = () => html.hasAttribute("data-live");
  const isOurs = (element) => element instanceof Element && app()?.contains(element);
  /** Calls `then` once the document has been parsed. */
  const whenParsed = (then) => (document.readyState === "loading" ? addEventListener("DOMContentLoaded", then) : then());

  // --- Addresses ---

  /** Returns a query (`?…` or empty) with the parameters of the site only, without those that social networks add. */
  const own = (query) => {
    const kept = query.replace(/^\?/, "").split("&").filter((pair) => NAMES.includes(pair.split("=")[0]));
    return kept.length ? `?${kept.join("&")}` : "";
  };
  /** Writes an address that waits for a pause in typing; replaced by `search.js`. */
  let flush = () => {};
  const query = () => {
    flush();
    return own(location.hash.startsWith("#/") ? location.hash.replace(/^[^?]*/, "").split("#")[0] : location.search);
  };
  /** Returns an absolute URL of the site; in a single file that of the published site, if known. */
  const absolute = (href) => {
    const origin = app().dataset.origin;
    if (href.startsWith("#/")) return origin ? `${origin}/${href.slice(2)}` : location.href.split("#")[0] + href;
    return (origin || (/^https?:$/.test(location.protocol) ? location.origin : "")) + href;
  };
  /** Returns the URL that a button names; with `data-view` including the current query. */
  const address = ({ dataset }) => absolute(dataset.href + ("view" in dataset ? query() : ""));
  const plainLinks = new WeakMap();
  /** Adds the query to the link to the other language. */
  const translate = () => {
    for (const link of document.querySelectorAll(".masthead a[hreflang]")) {
      if (!plainLinks.has(link)) plainLinks.set(link, link.getAttribute("href"));
      link.setAttribute("href", plainLinks.get(link) + query() + location.hash);
    }
  };
