//! The pictures of a site, keeping those that have not changed.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use super::{Lettering, card, draw, fingerprint, is_of};
use crate::corpus::Catalogue;
use crate::route::Route;
use crate::site::SiteError;
use crate::site::output::Output;

/// What became of the pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Drawn {
    /// New or changed.
    pub drawn: usize,
    /// Taken from the site that stood before.
    pub kept: usize,
}

/// Writes the pictures of a site, from several threads at once.
pub struct Pictures<'a> {
    lettering: Lettering,
    /// The site that stood before.
    before: Option<&'a Path>,
    drawn: AtomicUsize,
    kept: AtomicUsize,
}

impl<'a> Pictures<'a> {
    /// Pictures that lie below `before` with the same fingerprint will be kept.
    ///
    /// # Errors
    /// Where the font of this program is broken.
    pub fn new(before: Option<&'a Path>) -> Result<Pictures<'a>, SiteError> {
        let lettering = Lettering::new().ok_or(SiteError::Picture)?;
        Ok(Pictures { lettering, before, drawn: AtomicUsize::new(0), kept: AtomicUsize::new(0) })
    }

    /// Writes the picture of a page, where it has one of its own.
    ///
    /// # Errors
    /// Where it cannot be drawn or written.
    pub fn write(&self, route: &Route, catalogue: &Catalogue, output: &Output) -> Result<(), SiteError> {
        let Some(card) = card(route, catalogue) else { return Ok(()) };
        let old = self.before.map(|before| before.join(&card.path));
        if let Some(old) = old.filter(|old| is_of(&beginning(old), &fingerprint(&card))) {
            self.kept.fetch_add(1, Ordering::Relaxed);
            return output.keep(&card.path, &old);
        }
        self.drawn.fetch_add(1, Ordering::Relaxed);
        output.write(&card.path, draw(&card, &self.lettering).ok_or(SiteError::Picture)?)
    }

    /// How many there were.
    pub fn count(&self) -> Drawn {
        Drawn { drawn: self.drawn.load(Ordering::Relaxed), kept: self.kept.load(Ordering::Relaxed) }
    }
}

/// So many bytes of a picture hold its fingerprint: what stands before it has a fixed length.
const HEAD: u64 = 2048;

/// The first bytes of a file; none where there is no file.
fn beginning(path: &PathBuf) -> Vec<u8> {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut bytes));
    if read.is_ok() { bytes } else { Vec::new() }
}
