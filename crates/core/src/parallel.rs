//! Work on several threads where the platform has them: natively by rayon, in a browser in turn.

/// What two functions give, each on a thread of its own.
pub fn join<A: Send, B: Send>(first: impl FnOnce() -> A + Send, second: impl FnOnce() -> B + Send) -> (A, B) {
    #[cfg(not(target_arch = "wasm32"))]
    return rayon::join(first, second);
    #[cfg(target_arch = "wasm32")]
    (first(), second())
}

/// What `work` makes of each item, in the order of the items. `work` is given the item's index as well.
pub fn par_map<T: Sync, R: Send>(items: &[T], work: impl Fn(usize, &T) -> R + Sync) -> Vec<R> {
    #[cfg(not(target_arch = "wasm32"))]
    {
        use rayon::prelude::*;
        items.par_iter().enumerate().map(|(index, item)| work(index, item)).collect()
    }
    #[cfg(target_arch = "wasm32")]
    items.iter().enumerate().map(|(index, item)| work(index, item)).collect()
}

/// What `work` makes of the first and of the second half of `items`, for results that are costly to join.
pub fn par_map_halves<T: Sync, R: Send>(items: &[T], work: impl Fn(&[T]) -> R + Sync) -> [R; 2] {
    let (first, second) = items.split_at(items.len() / 2);
    let (first, second) = join(|| work(first), || work(second));
    [first, second]
}
