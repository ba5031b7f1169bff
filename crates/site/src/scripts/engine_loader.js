// Loads the engine into its worker. What the page says before the engine listens is kept for it; where the engine
// cannot be loaded, or is not what its name says, every message is answered with that.
const early = [];
onmessage = (event) => early.push(event);
wasm_bindgen({ module_or_path: fetch("PROGRAM_WASM", { integrity: "PROGRAM_HASH" }) }).then(
  () => early.forEach((event) => onmessage(event)),
  (reason) => {
    console.error(reason);
    onmessage = () => postMessage({ failed: "program" });
    if (early.length) onmessage();
  },
);
