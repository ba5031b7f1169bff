//! Long lists on two cores, where there are threads.

/// What `work` makes of the first half of a list and of the second, each given with the place of its first item. In a
/// browser, which has no threads for us, one after the other.
pub(crate) fn on_both_cores<'t, T: Sync, R: Send>(
    items: &'t [T],
    work: impl Fn(&'t [T], usize) -> R + Sync,
) -> Vec<R> {
    let (first, second) = items.split_at(items.len() / 2);
    if !cfg!(feature = "cli") {
        return vec![work(first, 0), work(second, first.len())];
    }
    std::thread::scope(|scope| {
        let second = scope.spawn(|| work(second, first.len()));
        let first = work(first, 0);
        // A thread that has panicked takes this one with it: its half must not be missing.
        std::iter::once(first).chain(second.join().map_err(std::panic::resume_unwind)).collect()
    })
}

/// What two functions give, each on a core of its own. In a browser one after the other.
pub(crate) fn both<A, B: Send>(first: impl FnOnce() -> A, second: impl FnOnce() -> B + Send) -> (A, B) {
    if !cfg!(feature = "cli") {
        return (first(), second());
    }
    std::thread::scope(|scope| {
        let second = scope.spawn(second);
        (first(), second.join().unwrap_or_else(|cause| std::panic::resume_unwind(cause)))
    })
}
