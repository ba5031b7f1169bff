//! Files next to one page: QR code, feed, citations, charts for frames, preview picture.

use std::sync::atomic::{AtomicUsize, Ordering};

use thidua_pages::chart_drawings::DrawnCharts;
use thidua_pages::route::{Page, Route};
use thidua_pages::site_model::SiteData;

use crate::SiteError;
use crate::exports::{article_citations, page_feed, qr_code};
use crate::html::embed::EmbedRenderer;
use crate::output::SiteSink;
use crate::social_cards::SocialCards;
use crate::urls::SiteUrls;

/// Number of assets, by kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AssetCounts {
    /// Charts for frames.
    pub frames: usize,
    /// QR codes and citations.
    pub files: usize,
    /// Preview pictures.
    pub pictures: usize,
    /// Pages of figures that show the picture of their article.
    pub shared_pictures: usize,
}

/// Writer of the assets of all pages; it can be used from several threads.
pub struct PageAssets<'a> {
    site: &'a SiteData,
    urls: SiteUrls<'a>,
    embeds: EmbedRenderer<'a>,
    cards: SocialCards,
    frame_count: AtomicUsize,
    file_count: AtomicUsize,
    picture_count: AtomicUsize,
    shared_picture_count: AtomicUsize,
}

impl<'a> PageAssets<'a> {
    /// Prepares a writer; `template` is the `index.html` of the app.
    ///
    /// # Errors
    /// If the font of preview pictures cannot be read.
    pub fn new(site: &'a SiteData, template: &str) -> Result<PageAssets<'a>, SiteError> {
        let urls = SiteUrls { catalogue: &site.catalogue, base: &site.base, origin: &site.origin };
        let (embeds, cards) = (EmbedRenderer::new(site, template), SocialCards::new()?);
        let count = AtomicUsize::default;
        Ok(PageAssets {
            site,
            urls,
            embeds,
            cards,
            frame_count: count(),
            file_count: count(),
            picture_count: count(),
            shared_picture_count: count(),
        })
    }

    /// Writes the assets of the page of `route`, which shows `charts`.
    ///
    /// # Errors
    /// If one cannot be drawn, or the sink fails.
    pub fn write<S: SiteSink>(&self, route: &Route, charts: &DrawnCharts, sink: &S) -> Result<(), S::Error> {
        let mut files = article_citations(route, self.urls);
        // QR codes and preview pictures need absolute URLs.
        if self.urls.is_absolute() {
            files.extend(qr_code(route, self.urls));
            files.extend(page_feed(route, self.urls));
            if let Some((path, png)) = self.cards.picture(route, self.site)? {
                self.picture_count.fetch_add(1, Ordering::Relaxed);
                sink.write(&path, &png)?;
            } else if matches!(route.page, Page::Figure(_)) {
                self.shared_picture_count.fetch_add(1, Ordering::Relaxed);
            }
        }
        self.file_count.fetch_add(files.len(), Ordering::Relaxed);
        files.iter().try_for_each(|file| sink.write(&file.path, &file.bytes))?;
        let frames = self.embeds.frames(route, charts);
        self.frame_count.fetch_add(frames.len(), Ordering::Relaxed);
        let moved = self.embeds.moved_frames(route, charts);
        frames.iter().chain(&moved).try_for_each(|(path, html)| sink.write(path, html.as_bytes()))
    }

    /// Returns the number of files written so far.
    pub fn counts(&self) -> AssetCounts {
        AssetCounts {
            frames: self.frame_count.load(Ordering::Relaxed),
            files: self.file_count.load(Ordering::Relaxed),
            pictures: self.picture_count.load(Ordering::Relaxed),
            shared_pictures: self.shared_picture_count.load(Ordering::Relaxed),
        }
    }
}
