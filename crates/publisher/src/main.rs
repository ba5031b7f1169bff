//! Entry of the publisher in the browser; natively there is nothing to run.

fn main() {
    #[cfg(target_arch = "wasm32")]
    thidua_publisher::browser::start();
}
