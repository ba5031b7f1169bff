//! Long lists on two cores, where there are threads.

/// What `work` makes of the first half of a list and of the second, each given with the place of its first item. In a
/// browser, which has no threads for us, one after the other.
pub(super) fn on_both_cores<T: Sync, R: Send>(items: &[T], work: impl Fn(&[T], usize) -> R + Sync) -> Vec<R> {
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
