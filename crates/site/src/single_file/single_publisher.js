// The publisher in the page itself: begun when the page asks for it, once. It gets the two ends of a line, as the engine
// does. This and the script before it stand in one block.
startPublisher = () => {
  const early = [];
  const failed = (reason) => {
    console.error(reason);
    publisherScope.postMessage(JSON.stringify({ Failed: { job: null, failure: "ProgramUnavailable" } }));
  };
  const publisher = {
    onmessage: null,
    onerror: null,
    postMessage: (data) => setTimeout(() => (publisherScope.onmessage ? publisherScope.onmessage({ data }) : early.push({ data }))),
    // A program that has died cannot be begun again in the same page.
    terminate: () => {
      startPublisher = () => {
        throw new Error("the publisher has stopped");
      };
    },
  };
  publisherScope = {
    onmessage: null,
    postMessage: (data) => setTimeout(() => publisher.onmessage && publisher.onmessage({ data })),
  };
  startPublisher = () => publisher;
  wasm_bindgen({ module_or_path: unpacked("publish-wasm") }).then(
    () => early.forEach((event) => publisherScope.onmessage(event)),
    failed,
  );
  return publisher;
};
