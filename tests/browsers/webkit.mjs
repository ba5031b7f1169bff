// WebKitGTK, driven by its WebDriver on a virtual screen; see readers.mjs for the interface. WebDriver is plain HTTP, so no
// library is needed.

import { spawn } from "node:child_process";
import { createServer } from "node:net";

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** Starts a virtual screen; returns its name. */
async function screen() {
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x1000x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const name = await new Promise((done, failed) => {
    server.stdio[3].once("data", (number) => done(`:${String(number).trim()}`));
    server.once("exit", () => failed(new Error("Xvfb ended")));
  });
  return { name, close: () => server.kill() };
}

export async function open() {
  const display = await screen();
  const port = await freePort();
  const driver = spawn(process.env.WEBKIT_DRIVER, [`--port=${port}`], {
    env: { ...process.env, DISPLAY: display.name, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", LIBGL_ALWAYS_SOFTWARE: "1" },
    stdio: "ignore",
  });
  const at = `http://127.0.0.1:${port}`;

  async function ask(method, path, body) {
    const response = await fetch(`${at}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  }

  const begun = Date.now();
  while (!(await fetch(`${at}/status`).catch(() => undefined))) {
    if (Date.now() - begun > 20_000) throw new Error("WebKitWebDriver does not answer");
    await new Promise((done) => setTimeout(done, 100));
  }
  const options = { binary: process.env.WEBKIT_BROWSER, args: ["--automation"] };
  const session = await ask("POST", "/session", {
    capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } },
  });
  const path = `/session/${session.sessionId}`;
  const element = async (selector) => {
    const found = await ask("POST", `${path}/element`, { using: "css selector", value: selector });
    return `${path}/element/${found[ELEMENT]}`;
  };
  return {
    // The driver gives no access to the console.
    faults: [],
    goto: (url) => ask("POST", `${path}/url`, { url }),
    run: (code) => ask("POST", `${path}/execute/sync`, { script: `return (${code});`, args: [] }),
    click: async (selector) => ask("POST", `${await element(selector)}/click`, {}),
    type: async (selector, text) => ask("POST", `${await element(selector)}/value`, { text }),
    back: () => ask("POST", `${path}/back`, {}),
    close: async () => {
      await ask("DELETE", path).catch(() => {});
      driver.kill();
      display.close();
    },
  };
}
