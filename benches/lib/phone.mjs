// A phone in Chromium: small screen, touch, processor slowed down, empty cache; and a script in its pages that tells when something has
// been painted.
//
// The processor is slowed down by the browser (CDP Emulation.setCPUThrottlingRate), which does so for the main thread of a page only.
// Workers and the threads that compile WebAssembly while it is fetched run at full speed: the browser refuses to slow them down
// ("Operation is only supported for pages, not workers"). A program that searches on the main thread, as Pagefind does, is slowed down.

/** Milliseconds after which a measurement fails. */
const TIMEOUT = 90_000;

/** Runs in every page before its own scripts. Times are milliseconds since 1970. */
function install() {
  const time = () => performance.timeOrigin + performance.now();
  const state = { shift: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) state.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  addEventListener("click", () => (state.clickedAt = time()), true);
  /** Resolves with the time at which a frame was painted in which `read()` equals `expected`, both as JSON. */
  state.painted = (read, expected) =>
    new Promise((done) => {
      const check = () => {
        if (JSON.stringify(read()) !== expected) return requestAnimationFrame(check);
        // A message sent within a frame is handled after that frame has been painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(time());
        port2.postMessage(0);
      };
      requestAnimationFrame(check);
    });
  window.bench = state;
}

/**
 * Opens a page in a new context and gives it to `work`; closes the context afterwards.
 *
 * @template T
 * @param {import("playwright-core").Browser} browser
 * @param {{slowdown: number, serviceWorkers: "allow" | "block"}} options `slowdown`: 1 is the speed of this machine
 * @param {(phone: Phone) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function onPhone(browser, { slowdown, serviceWorkers }, work) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    serviceWorkers,
  });
  try {
    context.setDefaultTimeout(TIMEOUT);
    await context.addInitScript(install);
    const page = await context.newPage();
    if (slowdown !== 1) {
      const devtools = await context.newCDPSession(page);
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    }
    return await work(new Phone(page));
  } finally {
    await context.close();
  }
}

export class Phone {
  /** @param {import("playwright-core").Page} page */
  constructor(page) {
    this.page = page;
  }

  /** Requests a page; resolves with the time of the request when its first bytes have come. */
  async open(url) {
    await this.page.goto(url, { waitUntil: "commit" });
    return this.page.evaluate(() => performance.timeOrigin);
  }

  /** Runs a function in the page; again if the page is replaced by another one meanwhile. */
  async evaluate(work, argument) {
    for (;;) {
      try {
        return await this.page.evaluate(work, argument);
      } catch (error) {
        if (!/context was destroyed|navigat/i.test(error.message)) throw error;
      }
    }
  }

  /** Resolves with the time at which what `read`, a function that runs in the page, returns was as expected and painted. */
  async painted(read, expected, what) {
    let timer;
    const late = new Promise((_, failed) => {
      timer = setTimeout(async () => {
        const found = await this.page.evaluate(read).catch(String);
        failed(new Error(`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`));
      }, TIMEOUT);
    });
    const script = `bench.painted(${read}, ${JSON.stringify(JSON.stringify(expected))})`;
    return Promise.race([this.evaluate(script), late]).finally(() => clearTimeout(timer));
  }

  /** Time of the first contentful paint. */
  firstPaint() {
    return this.evaluate(async () => {
      const entry = () => performance.getEntriesByName("first-contentful-paint")[0];
      while (!entry()) await new Promise((done) => setTimeout(done, 5));
      return performance.timeOrigin + entry().startTime;
    });
  }

  /**
   * Resolves with what `read`, a function that runs in the page, returns when that has not changed for 600 ms and is neither `null` nor
   * `other`; with `null` if there is no such thing in time.
   */
  async settled(read, { other, timeout = TIMEOUT } = {}) {
    const ignored = ["null", JSON.stringify(other ?? null)];
    let [last, since] = [undefined, Date.now()];
    for (const end = since + timeout; Date.now() < end; ) {
      const found = JSON.stringify(await this.page.evaluate(read).catch(() => null));
      if (found !== last) [last, since] = [found, Date.now()];
      else if (!ignored.includes(found) && Date.now() - since > 600) return JSON.parse(found);
      await this.page.waitForTimeout(50);
    }
    return null;
  }
}
