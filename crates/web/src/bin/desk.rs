//! The workbench's entry, at both its ends.

fn main() {
    thidua_web::editor::start();
}
