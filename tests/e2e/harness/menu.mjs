// Menus: downloads and citations stand in `details.menu`.

/**
 * Opens the menu that contains a button, as a reader does, and clicks the button.
 *
 * @param {import("playwright-core").Locator} button
 */
export async function clickInMenu(button) {
  await openMenuOf(button);
  await button.click();
}

/**
 * Opens the menu that contains an element, if it is closed.
 *
 * @param {import("playwright-core").Locator} element
 */
export async function openMenuOf(element) {
  const menu = element.locator("xpath=ancestor::details[contains(concat(' ', @class, ' '), ' menu ')][1]");
  if ((await menu.getAttribute("open")) === null) await menu.locator(":scope > summary").click();
}
