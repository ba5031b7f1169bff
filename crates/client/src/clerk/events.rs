//! What a clerk hears, and what it says is to be done.

use crate::{Ask, FromEngine, Wanted};
use thidua_core::domain::Lang;
use thidua_pages::route::{Page, Route};
use thidua_pages::site_model::LoadFailure;
use thidua_search::wire::Piece;

/// Something that can be fetched from the site.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// [`EDITION_FILE`](thidua_pages::html::MANIFEST), past all caches.
    Manifest,
    /// A piece of the index, compressed.
    Piece(Piece),
    /// The built page of that path.
    Page(String),
}

/// Which caches a request may be answered from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freshness {
    /// Any.
    Any,
    /// A cache must ask the host whether it has another version.
    Checked,
    /// None.
    Past,
}

/// What has happened.
#[derive(Debug)]
pub enum Event {
    /// The question of that number.
    Asked(u32, Ask),
    /// A file is wanted, numbered likewise.
    Wanted(u32, Wanted),
    /// It is here.
    Came(Source, Vec<u8>),
    /// It did not come.
    Failed(Source, LoadFailure),
    /// The time of that number is over.
    Waited(u32),
}

/// What to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Fetch it; [`Event::Came`] or [`Event::Failed`] follows.
    Fetch(Source),
    /// It is not wanted any more; nothing follows.
    Drop(Source),
    /// Wait so many milliseconds; [`Event::Waited`] with this number follows.
    Wait(u32, u32),
    /// Say it to the page.
    Say(Box<FromEngine>),
}

/// The pages whose answers are pieces, since they change while they are used.
pub fn answered() -> [Route; 4] {
    let of = |lang, page| Route { lang, page };
    [
        of(Lang::Vi, Page::Home),
        of(Lang::En, Page::Home),
        of(Lang::Vi, Page::Figures),
        of(Lang::En, Page::Figures),
    ]
}
