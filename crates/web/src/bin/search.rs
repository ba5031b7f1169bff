//! The entry of the worker that searches an index in pieces.

fn main() {
    thidua_web::engine_worker::start_search_only();
}
