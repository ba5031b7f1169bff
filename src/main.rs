//! The browser entry.

fn main() {
    thidua::ui::boot::start();
}
