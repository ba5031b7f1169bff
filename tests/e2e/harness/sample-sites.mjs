// Sites of sample corpora, built by the program under test in a temporary folder.

import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const RELEASE = join(dirname(fileURLToPath(import.meta.url)), "../../../target/release");
/** The program under test; THIDUA names another. */
const PROGRAM = process.env.THIDUA ?? join(RELEASE, "thidua");
/** The developers' program, which draws corpora; THIDUA_DEV names another. */
const DEV_PROGRAM = process.env.THIDUA_DEV ?? join(RELEASE, "thidua-dev");
const run = promisify(execFile);

/** Base path of the sites. */
export const BASE = "/kho/";

/** Creates a temporary folder. `build` builds a site in it, with its data whole or in chunks, and returns its folder. */
export async function sampleSites() {
  const folder = await mkdtemp(join(tmpdir(), "thi-dua-"));
  const build = async ({ articles, seed, search }) => {
    const corpus = join(folder, `${seed}.json`);
    await run(DEV_PROGRAM, ["sample", "--articles", articles, "--seed", seed, "--out", corpus]);
    const dir = join(folder, `${seed}-${search}`);
    await run(PROGRAM, ["build", "--quiet", "--corpus", corpus, "--search", search, "--base", BASE, "--out", dir]);
    return dir;
  };
  return { folder, build, remove: () => rm(folder, { recursive: true }) };
}
