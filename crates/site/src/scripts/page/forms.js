  // --- Forms ---

  // A form that goes to a state of a page: the address has its fields that are filled in.
  addEventListener("submit", (event) => {
    const form = event.target;
    // In a file on a disk the page is behind "#", where a form cannot go.
    const isSearchOfFile = !isLive() && form.matches(".search[action^='#']");
    if (!isSearchOfFile && !form.matches("form[data-go]")) return;
    event.preventDefault();
    const fields = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    const link = document.createElement("a");
    link.href = `${form.getAttribute("action")}?${fields}`;
    form.append(link);
    link.click();
    link.remove();
  });
