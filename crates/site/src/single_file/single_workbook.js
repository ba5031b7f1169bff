// The program that makes workbooks, in the page itself: begun when a reader asks for one, once. The page gets an end that speaks
// like a worker. This and the script before it stand in one block.
startWorkbook = () => {
  const early = [];
  const page = {
    onmessage: null,
    onerror: null,
    postMessage: (data) => setTimeout(() => (workbookScope.onmessage ? workbookScope.onmessage({ data }) : early.push({ data }))),
    terminate: () => {},
  };
  workbookScope = { onmessage: null, postMessage: (data) => setTimeout(() => page.onmessage && page.onmessage({ data })) };
  startWorkbook = () => page;
  wasm_bindgen({ module_or_path: unpacked("xlsx-wasm") }).then(
    () => early.forEach((event) => workbookScope.onmessage(event)),
    (reason) => {
      console.error(reason);
      workbookScope.onmessage = () => workbookScope.postMessage("unavailable");
      early.forEach(() => workbookScope.onmessage());
    },
  );
  return page;
};
