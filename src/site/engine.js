// Loads the engine into its worker. What the page says before the engine listens is kept for it; where the engine
// cannot be loaded, every message is answered with the reason.
const early = [];
onmessage = (event) => early.push(event);
wasm_bindgen({ module_or_path: "PROGRAM_WASM" }).then(
  () => early.forEach((event) => onmessage(event)),
  (reason) => {
    onmessage = () => postMessage(JSON.stringify({ Failed: `engine: ${reason}` }));
    if (early.length) onmessage();
  },
);
