// Loads the workbench's program at either of its ends. In the page that has asked for it, the WebAssembly lies beside this
// script; in the worker, what the page says before the program listens is kept for it, and where it cannot be loaded, every
// message is answered with the reason.
if (typeof document === "object") {
  wasm_bindgen({ module_or_path: new URL("PROGRAM_WASM", document.currentScript.src) });
} else {
  const early = [];
  onmessage = (event) => early.push(event);
  wasm_bindgen({ module_or_path: "PROGRAM_WASM" }).then(
    () => early.forEach((event) => onmessage(event)),
    (reason) => {
      onmessage = () => postMessage(JSON.stringify({ Failed: `desk: ${reason}` }));
      if (early.length) onmessage();
    },
  );
}
