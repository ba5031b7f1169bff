//! Entry of the app in the browser. Its components are in the crate `thidua-ui`.

#[cfg(target_arch = "wasm32")]
mod boot;
#[cfg(target_arch = "wasm32")]
mod browser;

fn main() {
    #[cfg(target_arch = "wasm32")]
    boot::start();
}
