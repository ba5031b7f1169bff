// Loads an engine into its worker. Messages that come before it listens, or before the page has said where the site is, are kept and
// given to it in order. GIVEN is true for the program that the page compiles while the worker is still being loaded.
{
  const kept = [];
  let give;
  const given = GIVEN ? new Promise((resolve) => (give = resolve)) : Promise.resolve();
  onmessage = (event) => (event.data.module === undefined ? kept.push(event) : give(event.data.module));
  given
    .then((module) => module || compiled("PROGRAM_WASM", "PROGRAM_HASH"))
    .then((module) => wasm_bindgen({ module_or_path: module }))
    .then(
      () => {
        const engine = onmessage;
        const begin = (start) => {
          engine(start);
          for (const event of kept.splice(0)) if (event !== start) engine(event);
          onmessage = engine;
          postMessage({ ready: true });
        };
        onmessage = (event) => {
          kept.push(event);
          if (event.data.start) begin(event);
        };
        const start = kept.find((event) => event.data.start);
        if (start) begin(start);
      },
      (reason) => {
        console.error(reason);
        onmessage = null;
        postMessage({ failed: "program" });
      },
    );
}
