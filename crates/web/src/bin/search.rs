//! Entry of the search-only worker.

fn main() {
    thidua_web::engine_worker::start_search_only();
}
