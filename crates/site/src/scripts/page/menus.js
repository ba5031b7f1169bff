  // --- Menus ---

  /** Closes open menus, except one that contains `kept`. */
  const closeMenus = (kept) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(kept)) menu.open = false;
  };
  addEventListener("keydown", ({ key, target }) => {
    const menu = key === "Escape" && target instanceof Element && target.closest("details.menu[open]");
    if (menu) menu.querySelector("summary").focus();
    if (key === "Escape") closeMenus();
    const masthead = key === "Escape" && target instanceof Element && target.closest(".masthead__menu, .masthead__panel");
    const pages = masthead && masthead.parentElement.querySelector(".masthead__menu[open]");
    if (!pages) return;
    pages.open = false;
    pages.querySelector("summary").focus();
  });
