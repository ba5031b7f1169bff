// Loads the publisher into its worker, like the engine, and tells it where the list of the app's files is.
self.bundleManifest = "BUNDLE";
const early = [];
onmessage = (event) => early.push(event);
wasm_bindgen({ module_or_path: fetch("PROGRAM_WASM", { integrity: "PROGRAM_HASH" }) }).then(
  () => early.forEach((event) => onmessage(event)),
  (reason) => {
    console.error(reason);
    onmessage = () => postMessage(JSON.stringify({ Failed: { job: null, failure: "ProgramUnavailable" } }));
    if (early.length) onmessage();
  },
);
