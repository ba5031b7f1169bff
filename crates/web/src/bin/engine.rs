//! The worker's entry.

fn main() {
    thidua_web::worker::start();
}
