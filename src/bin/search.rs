//! The entry of the worker that searches an index in pieces.

fn main() {
    thidua::worker::start_searching();
}
