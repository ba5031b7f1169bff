//! Work on all cores, where the platform has threads.

/// Calls `run` for every item, on all cores natively and one after the other in WebAssembly.
///
/// # Errors
/// One of the errors of `run`; items that were not begun by then are skipped.
pub fn try_for_each<T: Sync, E: Send>(
    items: &[T],
    run: impl Fn(&T) -> Result<(), E> + Send + Sync,
) -> Result<(), E> {
    #[cfg(not(target_arch = "wasm32"))]
    {
        use rayon::prelude::*;
        items.par_iter().try_for_each(run)
    }
    #[cfg(target_arch = "wasm32")]
    {
        items.iter().try_for_each(run)
    }
}
