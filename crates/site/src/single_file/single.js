// The engine in the page: a file that is opened from a disk may have no worker. The two ends of the line are plain
// objects that speak like a worker and its page; a message arrives after the code that sent it has run, as it would there.
{
  const held = (id) => document.getElementById(id).textContent;
  const early = [];
  engineScope = {
    onmessage: null,
    corpus: held("corpus"),
    pages: held("pages"),
    postMessage: (data) => setTimeout(() => engine.onmessage({ data })),
  };
  engine = {
    onmessage: null,
    onerror: null,
    postMessage: (data) => setTimeout(() => (engineScope.onmessage ? engineScope.onmessage({ data }) : early.push({ data }))),
  };
  unpacked = (id) => Uint8Array.from(atob(held(id)), (letter) => letter.charCodeAt(0));
  // A file of the app by its path, such as a picture of the guide. `undefined` for one that is not here, or is compressed.
  fileOf = (path) => {
    const element = document.querySelector(`[data-file="${path}"]:not([data-packed])`);
    return element ? Uint8Array.from(atob(element.textContent), (letter) => letter.charCodeAt(0)) : undefined;
  };
  // Pictures of the guide: the document has no files beside it, so each comes out of it when its page is shown.
  new MutationObserver(() => {
    for (const image of document.querySelectorAll("img[data-picture]")) {
      const bytes = fileOf(image.dataset.picture);
      image.removeAttribute("data-picture");
      if (!bytes) continue;
      image.onload = () => URL.revokeObjectURL(image.src);
      image.src = URL.createObjectURL(new Blob([bytes], { type: "image/png" }));
    }
  }).observe(document.getElementById("app"), { childList: true, subtree: true });
  const app = document.getElementById("app");
  const { base, origin } = app.dataset;
  // The file may stand on a host.
  const here = /^https?:$/.test(location.protocol) ? location.href.split("#")[0] : "";
  app.dataset.manifest = held("edition");
  const edition = JSON.parse(app.dataset.manifest);
  engine.postMessage({ start: { base, origin: origin || here, isAddressed: !!origin, edition } });
  wasm_bindgen({ module_or_path: unpacked("engine-wasm") }).then(
    () => early.forEach((event) => engineScope.onmessage(event)),
    (reason) => {
      console.error(reason);
      engineScope.postMessage({ failed: "program" });
    },
  );
}
