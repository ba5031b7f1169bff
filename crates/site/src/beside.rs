//! The files that stand beside one page: a code for posters, citations, its charts for frames, its preview picture.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::SiteError;
use super::companions::citations_of;
use super::embed::Frames;
use super::output::Output;
use super::place::Place;
use super::previews::Pictures;
use super::qr::code_of;
use thidua_pages::chart_drawings::DrawnCharts;
use thidua_pages::route::Route;
use thidua_pages::site_model::SiteData;

/// How many files there were, by what they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wrote {
    /// Charts for frames.
    pub frames: usize,
    /// Codes and citations.
    pub files: usize,
    /// Preview pictures.
    pub pictures: usize,
}

/// Writes what stands beside the pages of a site, from several threads at once.
pub struct Beside<'a> {
    place: Place<'a>,
    frames: Frames<'a>,
    pictures: Pictures,
    framed: AtomicUsize,
    files: AtomicUsize,
    drawn: AtomicUsize,
}

impl<'a> Beside<'a> {
    /// `shell` is the `index.html` of the app.
    ///
    /// # Errors
    /// Where pictures cannot be drawn at all.
    pub fn new(site: &'a SiteData, shell: &str) -> Result<Beside<'a>, SiteError> {
        let place = Place { catalogue: &site.catalogue, base: &site.base, origin: &site.origin };
        let (frames, pictures) = (Frames::new(site, shell), Pictures::new()?);
        let count = AtomicUsize::default;
        Ok(Beside { place, frames, pictures, framed: count(), files: count(), drawn: count() })
    }

    /// Writes the files beside the page of `route`, which has these charts.
    ///
    /// # Errors
    /// Where one cannot be drawn or written.
    pub fn write(&self, route: &Route, charts: &DrawnCharts, output: &Output) -> Result<(), SiteError> {
        let mut files = citations_of(route, self.place);
        // A code or a link to a picture must be absolute: without an origin nobody would find the page.
        if self.place.is_absolute() {
            files.extend(code_of(route, self.place));
            if let Some((path, png)) = self.pictures.of(route, self.place.catalogue)? {
                self.drawn.fetch_add(1, Ordering::Relaxed);
                output.write(&path, png)?;
            }
        }
        self.files.fetch_add(files.len(), Ordering::Relaxed);
        files.iter().try_for_each(|file| output.write(&file.path, &file.bytes))?;
        let frames = self.frames.of(route, charts);
        self.framed.fetch_add(frames.len(), Ordering::Relaxed);
        frames.iter().try_for_each(|(path, html)| output.write(path, html))
    }

    /// How many files were written.
    pub fn count(&self) -> Wrote {
        Wrote {
            frames: self.framed.load(Ordering::Relaxed),
            files: self.files.load(Ordering::Relaxed),
            pictures: self.drawn.load(Ordering::Relaxed),
        }
    }
}
