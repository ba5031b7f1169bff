// Loads the program that makes workbooks into its worker. What the page says before it listens is kept for it; where it cannot be
// loaded, every message is answered with a text instead of a file.
const early = [];
onmessage = (event) => early.push(event);
wasm_bindgen({ module_or_path: fetch("PROGRAM_WASM", { integrity: "PROGRAM_HASH" }) }).then(
  () => early.forEach((event) => onmessage(event)),
  (reason) => {
    console.error(reason);
    onmessage = () => postMessage("unavailable");
    if (early.length) onmessage();
  },
);
