//! Entry of the full engine worker.

fn main() {
    thidua_web::engine_worker::start_full();
}
