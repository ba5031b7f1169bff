  // --- Immediate actions ---

  /** Returns the text of an element, with the date of access, and the host filled in if the builder did not know it. */
  const textOf = (element) => {
    for (const place of element.querySelectorAll("[data-accessed]")) place.textContent = dated(place.dataset.accessed);
    const copied = element.cloneNode(true);
    for (const host of copied.querySelectorAll("[data-host]")) host.textContent = absolute("");
    return copied.textContent;
  };
  /** Fills a template with today's date: a citation states when its page was read. */
  const dated = (template) => {
    const now = new Date();
    const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    const two = (number) => String(number).padStart(2, "0");
    const parts = { YYYY: year, MM: two(month), DD: two(day), M: month, D: day };
    return template.replace(/YYYY|MM|DD|M|D/g, (part) => parts[part]);
  };
  const today = () =>
    html.lang === "en"
      ? new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" })
      : dated("D/M/YYYY");
  /** Returns a citation with the place of its facts: the address of the page, or, in a file on this computer, the name of the site. */
  const cited = (button) => {
    const { text, facts, local, date } = button.dataset;
    const url = address(button);
    return `${text} ${facts} ${/^https?:/.test(url) ? url : local}, ${date} ${today()}.`;
  };
  /** Copies a text. If the browser refuses, selects it for manual copying: in place, or next to the button. */
  const copy = async (button) => {
    const { text, from, said, failed } = button.dataset;
    const shown = from && document.getElementById(from);
    const words = shown ? textOf(shown) : text ? cited(button) : address(button);
    const done = await Promise.resolve(navigator.clipboard?.writeText(words).then(() => true)).catch(() => false);
    const status = button.nextElementSibling;
    status.textContent = done ? said : `${failed} `;
    if (done) return;
    // The text of a citation is hidden in its menu.
    if (shown) shown.hidden = false;
    let place = shown;
    if (!place) {
      place = document.createElement("span");
      place.className = "copy__text";
      place.textContent = words;
      status.append(place);
    }
    getSelection().selectAllChildren(place);
  };
  const switchTheme = () => {
    const isDark = html.dataset.theme ? html.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    html.dataset.theme = isDark ? "light" : "dark";
    try {
      localStorage.setItem("theme", html.dataset.theme);
    } catch {}
  };
  // The foot of every printed page names the address and the date of access; `style/print.css` reads the property.
  addEventListener("beforeprint", () => {
    const href = location.hash.startsWith("#/") ? location.hash : location.pathname + query();
    const url = absolute(href);
    const place = /^https?:/.test(url) ? url.replace(/^https?:\/\//, "") : document.title;
    const word = document.querySelector("[data-accessed-word]")?.dataset.accessedWord ?? "";
    html.style.setProperty("--printed", JSON.stringify(`${place} · ${word} ${today()}`));
  });
  const actions = {
    copy,
    share: (button) => navigator.share({ title: button.dataset.title, url: address(button) }).catch(() => {}),
    print: () => print(),
    theme: switchTheme,
    sheet: (button) => {
      const named = document.getElementById(button.getAttribute("aria-controls"));
      if (named) setSheet(named, named !== openSheet());
    },
  };
