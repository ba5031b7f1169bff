// Compiles a program while it is being loaded, from a host that may send any content type. The hash is checked beside that, because a
// response with `integrity` is not given out before it is whole. Uses nothing younger than ES5, since it is part of `bootstrap.js`.
function compiled(url, hash) {
  var subtle = self.crypto && crypto.subtle;
  return fetch(url, subtle ? {} : { integrity: hash }).then(function (response) {
    if (!response.ok) throw new Error(url + ": status " + response.status);
    var isTyped = /^application\/wasm/.test(response.headers.get("content-type")), copy = subtle && response.clone();
    var program = isTyped && WebAssembly.compileStreaming
      ? WebAssembly.compileStreaming(response)
      : response.arrayBuffer().then(function (bytes) {
          return WebAssembly.compile(bytes);
        });
    if (!subtle) return program;
    var checked = copy.arrayBuffer().then(function (bytes) {
      return subtle.digest("SHA-256", bytes);
    }).then(function (digest) {
      var text = btoa(String.fromCharCode.apply(null, new Uint8Array(digest)));
      if ("sha256-" + text !== hash) throw new Error(url + ": not the file that its name says");
    });
    return Promise.all([program, checked]).then(function (both) {
      return both[0];
    });
  });
}
