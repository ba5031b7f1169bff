# Shared by the other scripts: finds the tools of this project and installs missing ones.
#
# To be sourced. Each `setup_*` function prepares one tool. If the tool is installed, it prints nothing and uses no network;
# otherwise it prints a line with what it installs and how long that takes.
# Tools that are built from source are in a cache of the user, which all checkouts share:
# ${XDG_CACHE_HOME:-~/.cache}/thi-dua/tools.

set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/thi-dua
TOOLS=$CACHE/tools
# shellcheck source=scripts/versions
. "$ROOT/scripts/versions"

# npm's wasm-opt comes before one of the system: with that of Debian (108) the build succeeds and the page does not run.
# ~/.cargo/bin is for a rustup that was installed since the shell was started.
export PATH="$ROOT/node_modules/.bin:$TOOLS/bin:$PATH:${CARGO_HOME:-$HOME/.cargo}/bin"
# Some machines forbid rustup to install toolchains implicitly; `setup_rust` does it explicitly.
export RUSTUP_AUTO_INSTALL=${RUSTUP_AUTO_INSTALL:-0}

say() { printf '%s\n' "$*" >&2; }

die() {
  say "error: $*"
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# alone FOLDER COMMAND...: runs the command while holding the lock of FOLDER; waits for other runs that hold it.
# The lock ends with the process. Without flock(1) there is no lock.
alone() {
  local folder=$1 lock
  shift
  if ! have flock; then
    "$@"
    return
  fi
  mkdir -p "$folder"
  exec {lock}>"$folder/.lock"
  if ! flock -n "$lock"; then
    say "Waiting for another run of this project's scripts ..."
    flock "$lock"
  fi
  "$@"
  # A server started later must not inherit the lock.
  exec {lock}>&-
}

# Installs Debian packages, if that needs no password.
apt_install() {
  local sudo=
  have apt-get || return 1
  if [ "$(id -u)" != 0 ]; then
    have sudo && sudo -n true 2>/dev/null || return 1
    sudo="sudo -n"
  fi
  local log
  log=$(mktemp)
  if $sudo apt-get update >"$log" 2>&1 &&
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y --no-install-recommends "$@" >>"$log" 2>&1; then
    rm -f "$log"
  else
    tail -n 5 "$log" >&2
    rm -f "$log"
    return 1
  fi
}

# The compiler of rust-toolchain.toml with its WebAssembly target, and a C linker.
setup_rust() {
  have rustup || die "rustup is missing: install it as https://rustup.rs says, then run this again."
  if ! rustup run "$RUST_VERSION" rustc --version >/dev/null 2>&1; then
    say "Installing Rust $RUST_VERSION (about 1 min) ..."
    rustup toolchain install "$RUST_VERSION" --profile minimal --no-self-update >&2 ||
      die "rustup could not install Rust $RUST_VERSION; see above."
  fi
  local installed component
  installed=$(rustup component list --installed --toolchain "$RUST_VERSION")
  for component in clippy rustfmt; do
    grep -q "^$component" <<<"$installed" || rustup component add "$component" --toolchain "$RUST_VERSION" >&2 || die "rustup could not add $component; see above."
  done
  if ! grep -q "^rust-std-wasm32-unknown-unknown" <<<"$installed"; then
    say "Installing Rust's WebAssembly target (about 10 s) ..."
    rustup target add wasm32-unknown-unknown --toolchain "$RUST_VERSION" >&2 || die "rustup could not add the target; see above."
  fi
  if ! have cc; then
    say "Installing a C linker (about 30 s) ..."
    apt_install gcc libc6-dev || die "a C linker (cc) is missing: install gcc with its libc headers."
  fi
}

# cargo_tool CRATE COMMAND VERSION TIME [ARGUMENT...]: builds a command into the cache, unless that version is there.
# Without optimisation: these tools run for seconds, and build in a third of the time.
cargo_tool() {
  local crate=$1 command=$2 version=$3 time=$4
  shift 4
  # Not `grep -q`: it would close the pipe early.
  if have "$command" && "$command" --version 2>/dev/null | grep -F -w "$version" >/dev/null; then return; fi
  say "Building $command $version, once (about $time on two cores) ..."
  # Its own build folder, kept until the build succeeds, so that an interrupted build continues.
  local build=$CACHE/build/$crate-$version log=$CACHE/$crate.log
  mkdir -p "$build"
  if ! (
    cd "$CACHE" &&
      CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
        CARGO_PROFILE_RELEASE_DEBUG=0 CARGO_TARGET_DIR=$build \
        rustup run "$RUST_VERSION" cargo install --locked --force --root "$TOOLS" "$crate" --version "$version" "$@" >"$log" 2>&1
  ); then
    tail -n 20 "$log" >&2
    die "could not build $crate $version; the whole log is $log"
  fi
  rm -rf "$build" "$log"
}

# Trunk downloads nothing, because it finds the tools that it calls.
setup_trunk() {
  cargo_tool trunk trunk "$TRUNK_VERSION" "2 min" --no-default-features
}

# The version must equal that of the crate, because the two share an internal format. Without network code, which only
# its test runner uses.
setup_wasm_bindgen() { cargo_tool wasm-bindgen-cli wasm-bindgen "$WASM_BINDGEN_VERSION" "1 min" --no-default-features; }

# Checks licences, sources and advisories of dependencies. Built without network code, because cargo and git fetch.
setup_cargo_deny() { cargo_tool cargo-deny cargo-deny "$CARGO_DENY_VERSION" "1 min" --no-default-features; }

# Node, and the packages of package-lock.json.
setup_node() {
  have node && have npm || die "Node.js is missing: install version $NODE_MAJOR_MIN or newer, with npm."
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge "$NODE_MAJOR_MIN" ] || die "Node.js $major is too old: install version $NODE_MAJOR_MIN or newer."
  local stamp=$ROOT/node_modules/.package-lock.sha256 want
  want=$(sha256sum <"$ROOT/package-lock.json")
  if [ "$(cat "$stamp" 2>/dev/null)" = "$want" ]; then return; fi
  say "Installing the Node packages (about 10 s) ..."
  (cd "$ROOT" && npm ci --omit=optional --no-audit --no-fund --loglevel=error >&2) || die "npm ci failed; see above."
  printf '%s\n' "$want" >"$stamp"
}

find_browser() {
  local name
  for name in "${CHROME:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    if [ -n "$name" ] && have "$name"; then
      command -v "$name"
      return
    fi
  done
  return 1
}

# A Chromium; sets CHROME.
setup_browser() {
  if ! CHROME=$(find_browser); then
    say "Installing Chromium (about 1 min) ..."
    apt_install chromium ||
      die "no Chromium found: install Chromium or Chrome, or name one in the environment variable CHROME."
    CHROME=$(find_browser) || die "Chromium was installed, but is not on PATH: name it in the variable CHROME."
  fi
  export CHROME
}

# Other browser engines; sets FIREFOX, WEBKIT_DRIVER and WEBKIT_BROWSER. The variables of an engine that cannot be installed
# are empty, and its tests are skipped with a message.
setup_other_browsers() {
  if ! have firefox-esr && ! have firefox; then
    say "Installing Firefox (about 1 min) ..."
    apt_install firefox-esr || say "Firefox is not here and cannot be installed: its tests are skipped."
  fi
  FIREFOX=$(command -v firefox-esr || command -v firefox || true)
  if ! have WebKitWebDriver || ! have Xvfb; then
    say "Installing WebKit (about 1 min) ..."
    apt_install webkit2gtk-driver xvfb || say "WebKit is not here and cannot be installed: its tests are skipped."
  fi
  WEBKIT_DRIVER= WEBKIT_BROWSER=
  if have WebKitWebDriver && have Xvfb; then
    WEBKIT_BROWSER=$(find /usr/lib /usr/libexec -name MiniBrowser -path "*webkit2gtk*" -print -quit 2>/dev/null || true)
    [ -z "$WEBKIT_BROWSER" ] || WEBKIT_DRIVER=$(command -v WebKitWebDriver)
  fi
  export FIREFOX WEBKIT_DRIVER WEBKIT_BROWSER
}

# The reference implementation of Data Packages and other readers of formats; sets FRICTIONLESS and FORMATS_PYTHON.
setup_frictionless() {
  local packages=("frictionless==$FRICTIONLESS_VERSION" "bibtexparser==$BIBTEXPARSER_VERSION" "html5lib==$HTML5LIB_VERSION"
    "openpyxl==$OPENPYXL_VERSION" "pillow==$PILLOW_VERSION" "rispy==$RISPY_VERSION" "tinycss2==$TINYCSS2_VERSION")
  local venv wanted=${packages[*]}
  venv=$CACHE/formats-$(sha256sum <<<"$wanted" | cut -c1-12)
  FRICTIONLESS= FORMATS_PYTHON=
  if [ ! -e "$venv/ready" ]; then
    say "Installing what reads tables, citations, pages and pictures (about 40 s) ..."
    { have python3 && python3 -c "import ensurepip" 2>/dev/null; } || apt_install python3 python3-venv || true
    if python3 -m venv "$venv" && "$venv/bin/pip" install --quiet "${packages[@]}" >&2; then
      touch "$venv/ready"
    else
      say "What reads tables, citations, pages and pictures cannot be installed (it needs Python 3 with venv): its tests are skipped."
    fi
  fi
  [ ! -e "$venv/ready" ] || { FRICTIONLESS=$venv/bin/frictionless FORMATS_PYTHON=$venv/bin/python; }
  export FRICTIONLESS FORMATS_PYTHON
}

# unzip. If it cannot be installed, its tests are skipped.
setup_unzip() {
  if ! have unzip; then
    say "Installing unzip (about 10 s) ..."
    apt_install unzip || say "unzip is not here and cannot be installed: its tests are skipped."
  fi
}

# What compiles the command line for Windows and runs it here; sets WINDOWS_TARGET.
setup_windows() {
  WINDOWS_TARGET=x86_64-pc-windows-gnu
  setup_rust
  setup_node
  if ! rustup target list --installed --toolchain "$RUST_VERSION" | grep -q -x "$WINDOWS_TARGET"; then
    say "Installing Rust's target for Windows (about 10 s) ..."
    rustup target add "$WINDOWS_TARGET" --toolchain "$RUST_VERSION" >&2 || die "rustup could not add the target $WINDOWS_TARGET; see above."
  fi
  if ! have x86_64-w64-mingw32-gcc; then
    say "Installing a C compiler for Windows (about 30 s) ..."
    apt_install gcc-mingw-w64-x86-64-win32 binutils-mingw-w64-x86-64 ||
      die "a C compiler for Windows is missing: install gcc-mingw-w64-x86-64-win32."
  fi
  if ! have wine; then
    say "Installing Wine (about 3 min, 700 MB) ..."
    apt_install wine64 wine || die "Wine is missing: install wine."
  fi
}

# bench_packages FOLDER WHAT: the packages of a folder below benches/, which only some benchmarks need. Not `npm ci`, which demands that
# the lock file names the packages of every platform; a mirror of the registry may lack some.
bench_packages() {
  local folder=$ROOT/benches/$1
  [ "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ] ||
    (cd "$folder" && npm install --no-save --no-audit --no-fund --loglevel=error >&2) || die "$2 could not be installed."
}

# The libraries that our search is compared with.
setup_peers() { bench_packages peers "the other libraries"; }

# Everything that building the site needs.
setup_build() {
  setup_rust
  setup_node
  setup_trunk
  setup_wasm_bindgen
}
