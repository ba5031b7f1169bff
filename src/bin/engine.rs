//! The worker's entry.

fn main() {
    thidua::worker::start();
}
