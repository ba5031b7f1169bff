//! Entry of the editor, in the page and in its worker.

fn main() {
    thidua_web::editor::start();
}
