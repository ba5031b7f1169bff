// The home page as its readers use it: a box to type in, a count, cards, and boxes to tick.

/** What a reader does on the home page, in Vietnamese unless told otherwise. */
export class Home {
  /** @param {import("playwright-core").Page} page */
  constructor(page) {
    this.page = page;
    this.box = page.getByRole("searchbox");
    this.count = page.locator("#ket-qua .results__count");
    this.cards = page.locator("#ket-qua").getByRole("article");
    /** What matched, in headlines and in the passages below them. */
    this.marks = page.locator("#ket-qua mark");
  }

  /** Types into the search box, letter by letter, and waits until the results are on the screen. */
  async search(words) {
    await this.box.fill("");
    await this.box.pressSequentially(words);
    await this.settled();
  }

  /** Waits for the engine's answer and the frame after the next: all that follows from an event is drawn by then. */
  async settled() {
    await this.page.locator("main:not([aria-busy])").waitFor();
    await this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
    );
  }

  /** The headlines of the cards, in order. */
  async headlines() {
    return (await this.cards.getByRole("heading", { level: 2 }).allInnerTexts()).map((text) => text.trim());
  }

  /** The words that are marked, each once, in lower case. */
  async marked() {
    const all = await this.marks.allInnerTexts();
    return [...new Set(all.map((text) => text.toLocaleLowerCase("vi")))].sort();
  }

  /** Ticks a box: a value of one of the groups "Đơn vị", "Năm" … */
  async tick(group, value) {
    await this.page.getByRole("group", { name: group, exact: true }).getByRole("checkbox", { name: value }).click();
    await this.settled();
  }

  /** The number of articles that the count announces. */
  async announced() {
    return Number.parseInt((await this.count.innerText()).replace(/\D.*$/s, ""), 10);
  }
}
