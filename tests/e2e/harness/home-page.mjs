// Page object of the home page: search box, number of results, cards, facets.

/** Actions on the home page, in Vietnamese by default. */
export class HomePage {
  /** @param {import("playwright-core").Page} page */
  constructor(page) {
    this.page = page;
    this.box = page.getByRole("combobox", { name: /^(Tìm|Search)/ });
    this.count = page.locator("#ket-qua .results__count");
    this.cards = page.locator("#ket-qua").getByRole("article");
    /** Highlighted matches, in headlines and in the passages below them. */
    this.marks = page.locator("#ket-qua mark");
  }

  /** Types into the search box, letter by letter, and waits until the results are shown. */
  async search(words) {
    await this.box.fill("");
    await this.box.pressSequentially(words);
    await this.settled();
  }

  /** Waits for the response of the engine and two frames, after which all effects of an event are drawn. */
  async settled() {
    await this.page.locator("main:not([aria-busy])").waitFor();
    await this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
    );
  }

  /** Returns the headlines of the cards, in order. */
  async headlines() {
    return (await this.cards.getByRole("heading", { level: 2 }).allInnerTexts()).map((text) => text.trim());
  }

  /** Returns the highlighted words, without duplicates, in lower case. */
  async marked() {
    const all = await this.marks.allInnerTexts();
    return [...new Set(all.map((text) => text.toLocaleLowerCase("vi")))].sort();
  }

  /** Toggles a value of one of the facets "Đơn vị", "Năm" … */
  async tick(group, value) {
    await this.page.getByRole("group", { name: group, exact: true }).getByRole("checkbox", { name: value }).click();
    await this.settled();
  }

  /** Returns the number of results that the page states. */
  async announced() {
    return Number.parseInt((await this.count.innerText()).replace(/\D.*$/s, ""), 10);
  }
}
