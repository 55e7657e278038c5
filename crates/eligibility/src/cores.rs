//! Work shared out among the cores.

use std::{
    cmp::Reverse,
    sync::atomic::{AtomicUsize, Ordering},
};

use rayon::prelude::*;

/// Does every task and gives what comes of each, in their order. A core takes the next task when it is done with one: the
/// dearest first, so that none is left at the end with a dear one.
///
/// `share` does the tasks that one core takes; what it finds out along the way it may keep from task to task.
pub(crate) fn by_all_cores<T: Sync, R: Send>(
    tasks: &[T],
    cost: impl Fn(&T) -> usize,
    share: impl Fn(&mut dyn Iterator<Item = &T>) -> Vec<R> + Sync,
) -> Vec<R> {
    let mut dearest_first: Vec<usize> = (0..tasks.len()).collect();
    dearest_first.sort_by_cached_key(|at| Reverse(cost(&tasks[*at])));
    let next = AtomicUsize::new(0);
    let n_cores = rayon::current_num_threads().clamp(1, tasks.len().max(1));
    let shares = (0..n_cores).into_par_iter().with_max_len(1).map(|_| {
        let mut taken = Vec::new();
        let mut mine = std::iter::from_fn(|| {
            let at = *dearest_first.get(next.fetch_add(1, Ordering::Relaxed))?;
            taken.push(at);
            tasks.get(at)
        });
        let done = share(&mut mine);
        taken.into_iter().zip(done).collect::<Vec<_>>()
    });
    let mut all: Vec<(usize, R)> = shares.flatten_iter().collect();
    all.sort_unstable_by_key(|it| it.0);
    all.into_iter().map(|it| it.1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_task_is_done_once_and_in_order() {
        let tasks: Vec<usize> = (0..1_000).collect();
        assert_eq!(
            by_all_cores(&tasks, |it| it % 7, |mine| mine.map(|it| it * 2).collect()),
            tasks.iter().map(|it| it * 2).collect::<Vec<_>>()
        );
        assert!(by_all_cores(&[] as &[usize], |it| *it, |mine| mine.copied().collect()).is_empty());
    }
}
