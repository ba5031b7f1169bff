// Page object of the editor: a text box, drafts, cards of facts, saved files.

import { readFile } from "node:fs/promises";

/** Actions on the editor page, in Vietnamese by default. */
export class EditorPage {
  /** @param {import("playwright-core").Page} page */
  constructor(page) {
    this.page = page;
    this.status = page.locator("#soan-noi");
    this.error = page.locator("#soan-bao");
    this.drafts = page.locator(".drafts__one");
  }

  /** Waits until the editor has answered all commands. */
  async settled() {
    await this.page.locator("#soan:not([aria-busy])").waitFor({ timeout: 30_000 });
  }

  /** Waits until the editor has started, which enables its forms. */
  async ready() {
    await this.page.locator("form[data-intake] button:enabled").waitFor({ timeout: 15_000 });
  }

  /** Pastes an article and waits until it has been read. */
  async paste(text) {
    await this.ready();
    await this.page.locator("#soan-van-ban").fill(text);
    await this.page.locator("form[data-intake] button").click();
    await this.page.locator("#soan-ten-bai").waitFor();
    await this.settled();
  }

  /** Chooses files: articles, or with `isImport` drafts and corpora. */
  async files(files, isImport = false) {
    await this.ready();
    await this.page.locator(isImport ? "#soan-mo" : "#soan-tep").setInputFiles(files);
    await this.settled();
  }

  /** Clicks a button of the editor. */
  async press(name) {
    await this.page.locator("#soan").getByRole("button", { name, exact: true }).click();
    await this.settled();
  }

  /** Accepts the facts one by one, each with its guesses as its card shows them. */
  async acceptEach() {
    const ids = await this.page.locator("[data-card]").evaluateAll((cards) => cards.map((card) => card.id));
    for (const id of ids) {
      const button = this.page.locator(`[id="${id}"] [data-act=accept]`);
      if ((await button.count()) === 0) continue;
      await button.click();
      await this.settled();
    }
  }

  /** Returns the cards of one kind of fact. */
  cards(kind) {
    return this.page.locator(`[data-card^=${kind}-]`);
  }

  /** Runs `act`, which saves `count` files, and returns their texts by name. */
  async saved(act, count) {
    const files = {};
    const done = new Promise((resolve) => {
      this.page.on("download", async (download) => {
        files[download.suggestedFilename()] = await readFile(await download.path(), "utf8");
        if (Object.keys(files).length === count) resolve();
      });
    });
    await act();
    await done;
    return files;
  }
}
