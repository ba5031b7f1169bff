//! The worker's entry.

fn main() {
    thidua_web::engine_worker::start();
}
