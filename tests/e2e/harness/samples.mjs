// Sites of drawn corpora, built by the program under test into a folder of their own.

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

/** The path below which they stand. */
export const BASE = "/kho/";

/** A folder for them. `build` makes one, with its index whole or in pieces, and gives back where it is. */
export async function samples() {
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
