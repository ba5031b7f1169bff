//! What a clerk hears, and what it says is to be done.

use crate::{DownloadRequest, FromEngine, PageRequest};
use thidua_core::domain::Lang;
use thidua_pages::route::{Page, Route};
use thidua_pages::site_model::LoadFailure;
use thidua_search::index_format::Chunk;

/// Something that can be fetched from the site.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Resource {
    /// [`EDITION_FILE`](thidua_pages::html::MANIFEST), past all caches.
    Manifest,
    /// A piece of the index, compressed.
    Chunk(Chunk),
    /// The built page of that path.
    Page(String),
}

/// Which caches a request may be answered from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CacheMode {
    /// Any.
    Any,
    /// A cache must ask the host whether it has another version.
    Revalidate,
    /// None.
    Bypass,
}

/// What has happened.
#[derive(Debug)]
pub enum Event {
    /// The question of that number.
    PageRequested(u32, PageRequest),
    /// A file is wanted, numbered likewise.
    DownloadRequested(u32, DownloadRequest),
    /// It is here.
    Loaded(Resource, Vec<u8>),
    /// It did not come.
    LoadFailed(Resource, LoadFailure),
    /// The time of that number is over.
    TimerFired(u32),
}

/// What to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Fetch it; [`Event::Loaded`] or [`Event::LoadFailed`] follows.
    Fetch(Resource),
    /// It is not wanted any more; nothing follows.
    Cancel(Resource),
    /// Wait so many milliseconds; [`Event::TimerFired`] with this number follows.
    SetTimer(u32, u32),
    /// Say it to the page.
    Reply(Box<FromEngine>),
}

/// The pages whose answers are pieces, since they change while they are used.
pub fn prebuilt_routes() -> [Route; 4] {
    let of = |lang, page| Route { lang, page };
    [
        of(Lang::Vi, Page::Home),
        of(Lang::En, Page::Home),
        of(Lang::Vi, Page::Figures),
        of(Lang::En, Page::Figures),
    ]
}
