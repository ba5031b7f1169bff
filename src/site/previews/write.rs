//! Drawing the pictures of a site into its folder, on every core, keeping those that have not changed.

use std::path::{Path, PathBuf};

use super::{Card, Lettering, draw, fingerprint, is_of};
use crate::site::SiteError;

/// What became of the pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Drawn {
    /// New or changed.
    pub drawn: usize,
    /// Taken from the site that stood before.
    pub kept: usize,
}

/// Writes the pictures of `cards` below `out`. A picture that lies below `before` with the same fingerprint is copied.
///
/// # Errors
/// Where a picture cannot be drawn or written.
pub fn write(cards: &[Card], out: &Path, before: Option<&Path>) -> Result<Drawn, SiteError> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let share = cards.len().div_ceil(threads).max(1);
    let shares: Vec<Result<Drawn, SiteError>> = std::thread::scope(|scope| {
        let running: Vec<_> =
            cards.chunks(share).map(|cards| scope.spawn(move || write_some(cards, out, before))).collect();
        running.into_iter().map(|thread| thread.join().unwrap_or(Err(SiteError::Picture))).collect()
    });
    shares.into_iter().try_fold(Drawn::default(), |sum, share| {
        let share = share?;
        Ok(Drawn { drawn: sum.drawn + share.drawn, kept: sum.kept + share.kept })
    })
}

fn write_some(cards: &[Card], out: &Path, before: Option<&Path>) -> Result<Drawn, SiteError> {
    let lettering = Lettering::new().ok_or(SiteError::Picture)?;
    let mut sum = Drawn::default();
    for card in cards {
        let path: PathBuf = out.join(&card.path);
        let kept = before
            .and_then(|before| std::fs::read(before.join(&card.path)).ok())
            .filter(|png| is_of(png, &fingerprint(card)));
        let bytes = match kept {
            Some(png) => {
                sum.kept += 1;
                png
            }
            None => {
                sum.drawn += 1;
                draw(card, &lettering).ok_or(SiteError::Picture)?
            }
        };
        crate::site::files::write(&path, &bytes)?;
    }
    Ok(sum)
}
