// The workbench in the page itself: begun when the page asks for it, once. This and the script before it stand in one block,
// so that its names are not those of the engine's script.
startDesk = () => {
  startDesk = () => {};
  thidua.start(wasm_bindgen({ module_or_path: unpacked("desk-wasm") }));
};
