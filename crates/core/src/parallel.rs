//! Work on several threads: natively with rayon, in a browser on one thread.

/// Runs two functions, in parallel where the platform has threads, and returns both results.
pub fn join<A: Send, B: Send>(first: impl FnOnce() -> A + Send, second: impl FnOnce() -> B + Send) -> (A, B) {
    #[cfg(not(target_arch = "wasm32"))]
    return rayon::join(first, second);
    #[cfg(target_arch = "wasm32")]
    (first(), second())
}

/// Applies `work` to the index and the value of each item. The results are in the order of the items.
pub fn par_map<T: Sync, R: Send>(items: &[T], work: impl Fn(usize, &T) -> R + Sync) -> Vec<R> {
    #[cfg(not(target_arch = "wasm32"))]
    {
        use rayon::prelude::*;
        items.par_iter().enumerate().map(|(index, item)| work(index, item)).collect()
    }
    #[cfg(target_arch = "wasm32")]
    items.iter().enumerate().map(|(index, item)| work(index, item)).collect()
}

/// Applies `work` to each half of `items`. For results that are costly to combine, so that few are wanted.
pub fn par_map_halves<T: Sync, R: Send>(items: &[T], work: impl Fn(&[T]) -> R + Sync) -> [R; 2] {
    let (first, second) = items.split_at(items.len() / 2);
    let (first, second) = join(|| work(first), || work(second));
    [first, second]
}
