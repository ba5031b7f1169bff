// The workbench as its readers use it: a box to paste into, drafts, cards of facts, files that are saved.

import { readFile } from "node:fs/promises";

/** What a reader does on the workbench, in Vietnamese unless told otherwise. */
export class Desk {
  /** @param {import("playwright-core").Page} page */
  constructor(page) {
    this.page = page;
    this.said = page.locator("#soan-noi");
    this.refused = page.locator("#soan-bao");
    this.drafts = page.locator(".drafts__one");
  }

  /** Waits until the desk has answered everything. */
  async settled() {
    await this.page.locator("#soan:not([aria-busy])").waitFor({ timeout: 30_000 });
  }

  /** Waits until the desk is there: it then enables its forms. */
  async ready() {
    await this.page.locator("form[data-intake] button:enabled").waitFor({ timeout: 15_000 });
  }

  /** Pastes an article and has it read. */
  async paste(text) {
    await this.ready();
    await this.page.locator("#soan-van-ban").fill(text);
    await this.page.locator("form[data-intake] button").click();
    await this.page.locator("#soan-ten-bai").waitFor();
    await this.settled();
  }

  /** Chooses files: articles, or drafts and corpora. */
  async files(files, isImport = false) {
    await this.ready();
    await this.page.locator(isImport ? "#soan-mo" : "#soan-tep").setInputFiles(files);
    await this.settled();
  }

  /** Presses a button of the desk. */
  async press(name) {
    await this.page.locator("#soan").getByRole("button", { name, exact: true }).click();
    await this.settled();
  }

  /** The cards of one kind of fact. */
  cards(kind) {
    return this.page.locator(`[data-card^=${kind}-]`);
  }

  /** The texts of `count` files that something saves, by their names. */
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
