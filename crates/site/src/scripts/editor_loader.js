// Loads the workbench's program at either of its ends. In the page that has asked for it, the WebAssembly lies beside this
// script; in the worker, what the page says before the program listens is kept for it, and where it cannot be loaded, every
// message is answered with that. The page also learns where the publisher is, if there is one.
if (typeof document === "object") {
  thidua.publisher = "PUBLISHER" && new URL("PUBLISHER", document.currentScript.src).href;
  thidua.start(wasm_bindgen({ module_or_path: new URL("PROGRAM_WASM", document.currentScript.src) }));
} else {
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
}
