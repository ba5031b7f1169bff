//! Events and actions of the scheduler.

use thidua_core::domain::Lang;
use thidua_pages::route::{Page, Route};
use thidua_pages::site_model::{Edition, LoadFailure};
use thidua_search::index_format::Chunk;

use crate::{DownloadRequest, FromEngine, PageRequest, SuggestRequest};

/// A file of the site that can be fetched.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Resource {
    /// The edition file ([`EDITION_FILE`](thidua_pages::site_model::EDITION_FILE)), bypassing all caches.
    Edition,
    /// A chunk of the index, compressed.
    Chunk(Chunk),
    /// The whole corpus.
    Corpus,
    /// The prerendered page of a path.
    Page(String),
}

/// Caches that may answer a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CacheMode {
    /// Any cache.
    Any,
    /// A cache that revalidates with the host.
    Revalidate,
    /// No cache.
    Bypass,
}

/// Input of the scheduler.
#[derive(Debug)]
pub enum Event {
    /// The page requests a page; the number identifies the request.
    PageRequested(u32, PageRequest),
    /// The page requests suggestions; the number identifies the request.
    SuggestRequested(u32, SuggestRequest),
    /// The page requests a file; the number identifies the download.
    DownloadRequested(u32, DownloadRequest),
    /// A resource other than the edition file was loaded.
    Loaded(Resource, Vec<u8>),
    /// The edition file was loaded and parsed. One that cannot be parsed is [`Event::LoadFailed`] with
    /// [`LoadFailure::Corrupt`].
    EditionLoaded(Edition),
    /// A resource could not be loaded.
    LoadFailed(Resource, LoadFailure),
    /// The timer of that number has fired.
    TimerFired(u32),
}

/// Output of the scheduler.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Fetch a resource. [`Event::Loaded`], [`Event::EditionLoaded`] or [`Event::LoadFailed`] follows.
    Fetch(Resource),
    /// Abort a fetch. No event follows.
    Cancel(Resource),
    /// Set a timer with a number and a delay in milliseconds. [`Event::TimerFired`] follows.
    SetTimer(u32, u32),
    /// Write a line to the console, for whoever runs the site.
    Warn(String),
    /// Send a message to the page.
    Reply(Box<FromEngine>),
}

/// Interactive pages, whose plain state is prebuilt as chunks.
pub fn prebuilt_routes() -> [Route; 4] {
    let of = |lang, page| Route { lang, page };
    [
        of(Lang::Vi, Page::Home),
        of(Lang::En, Page::Home),
        of(Lang::Vi, Page::Figures),
        of(Lang::En, Page::Figures),
    ]
}
