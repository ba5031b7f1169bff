//! The entry of the worker that searches an index in pieces.

fn main() {
    thidua_web::worker::start_searching();
}
