  // --- Sheets ---

  // A sheet lies over the page of a phone, as a dialog; on wide screens it is a part of the page. Its buttons name it.
  const DIALOG = { role: "dialog", "aria-modal": "true", tabindex: "-1" };
  /** Returns the sheet that lies over the page. */
  const openSheet = () =>
    [...document.querySelectorAll(".sheet--open")].find((sheet) => getComputedStyle(sheet).position === "fixed");
  /** Opens or closes a sheet; the focus moves into it, and back to the button that opens it. */
  const setSheet = (sheet, isOpen) => {
    sheet.classList.toggle("sheet--open", isOpen);
    for (const name in DIALOG) {
      if (isOpen) sheet.setAttribute(name, DIALOG[name]);
      else sheet.removeAttribute(name);
    }
    const opener = document.querySelector(`[aria-controls="${sheet.id}"][aria-expanded]`);
    opener?.setAttribute("aria-expanded", isOpen);
    (isOpen ? sheet : opener)?.focus();
  };
  addEventListener("keydown", (event) => {
    const sheet = openSheet();
    if (!sheet) return;
    if (event.key === "Escape") setSheet(sheet, false);
    if (event.key !== "Tab") return;
    const stops = [...sheet.querySelectorAll("a, button, input, select, summary")].filter((one) => one.getClientRects().length);
    const [first, last] = event.shiftKey ? [stops[stops.length - 1], stops[0]] : [stops[0], stops[stops.length - 1]];
    const active = document.activeElement;
    if (active !== last && sheet.contains(active) && !(event.shiftKey && active === sheet)) return;
    event.preventDefault();
    first?.focus();
  });
