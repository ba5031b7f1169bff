//! Drawing the pictures of a site into its folder, on every core, keeping those that have not changed.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::{Card, Lettering, draw, fingerprint, is_of};
use crate::site::SiteError;
use crate::site::build::on_every_core;
use crate::site::output::Output;

/// What became of the pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Drawn {
    /// New or changed.
    pub drawn: usize,
    /// Taken from the site that stood before.
    pub kept: usize,
}

/// Writes the pictures of `cards`. A picture that lies below `before` with the same fingerprint is copied. `tell` is
/// called with the number of those that are done.
///
/// # Errors
/// Where a picture cannot be drawn or written.
pub fn write(
    cards: &[Card],
    output: &Output,
    before: Option<&Path>,
    tell: &(dyn Fn(usize) + Sync),
) -> Result<Drawn, SiteError> {
    let lettering = Lettering::new().ok_or(SiteError::Picture)?;
    let (done, kept) = (AtomicUsize::new(0), AtomicUsize::new(0));
    on_every_core(cards, |card| {
        let old = before.and_then(|before| std::fs::read(before.join(&card.path)).ok());
        let png = match old.filter(|png| is_of(png, &fingerprint(card))) {
            Some(png) => {
                kept.fetch_add(1, Ordering::Relaxed);
                png
            }
            None => draw(card, &lettering).ok_or(SiteError::Picture)?,
        };
        output.write(&card.path, png)?;
        tell(done.fetch_add(1, Ordering::Relaxed) + 1);
        Ok(())
    })?;
    let kept = kept.into_inner();
    Ok(Drawn { drawn: cards.len() - kept, kept })
}
