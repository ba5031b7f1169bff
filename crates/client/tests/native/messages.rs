//! Messages between page and engine as bytes: what is sent arrives, and bytes that are no message are an error.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at its first error")]

use borsh::{BorshDeserialize, BorshSerialize, from_slice, to_vec};
use proptest::prelude::*;

use thidua_cite::{AccessDate, CitationFormat};
use thidua_client::{
    ClientSettings, DownloadError, DownloadFile, DownloadFormat, DownloadPart, DownloadRequest, Engine,
    FromEngine, LoadFailure, PageRequest, SuggestRequest, ToEngine,
};
use thidua_sample::bundled::bundled;

fn to_engine() -> Vec<ToEngine> {
    let text = |text: &str| text.to_owned();
    let page = PageRequest { query: "q=\"\u{0}\\".into(), ..PageRequest::page("en/") };
    let long = PageRequest {
        max_cards: usize::MAX,
        value_search: Some((text("phong-trao"), text("lao động"))),
        ..page.clone()
    };
    let suggest = SuggestRequest { path: text("so-lieu/"), query: String::new(), text: text("quận") };
    let formats = [
        DownloadFormat::Svg,
        DownloadFormat::Csv,
        DownloadFormat::PlainCsv,
        DownloadFormat::Workbook,
        DownloadFormat::CitationLines,
    ];
    let citations = CitationFormat::ALL.map(DownloadFormat::Citations);
    let download = |format| DownloadRequest {
        path: text("so-lieu/"),
        query: text("nam=2022"),
        chart: Some(text("bieu-do-1")),
        format,
        accessed: Some(AccessDate { year: 2026, month: 12, day: 31 }),
    };
    let downloads =
        formats.into_iter().chain(citations).map(|format| ToEngine::Download(3, download(format)));
    [ToEngine::Page(u32::MAX, page), ToEngine::Page(0, long), ToEngine::Suggest(2, suggest)]
        .into_iter()
        .chain(downloads)
        .collect()
}

fn from_engine() -> Vec<FromEngine> {
    let engine = Engine::load(&bundled(), &ClientSettings::default()).unwrap();
    let page =
        |path: &str| FromEngine::Page(7, Box::new(engine.respond(&PageRequest::page(path))), "x".into());
    let typed = SuggestRequest { path: "so-lieu/".into(), query: String::new(), text: "lao".into() };
    let file = DownloadFile { name: "a.csv".into(), mime: "text/csv".into(), text: "số\r\n".into() };
    let failures = [
        LoadFailure::Offline,
        LoadFailure::Timeout,
        LoadFailure::HttpStatus(503),
        LoadFailure::NotFound,
        LoadFailure::Corrupt,
        LoadFailure::TooLarge,
        LoadFailure::ProgramUnavailable,
        LoadFailure::Crashed,
    ];
    let suggestions = engine.suggest(&typed);
    assert!(!suggestions.is_empty());
    ["", "so-lieu/", "phong-trao/", "en/gioi-thieu/"]
        .map(page)
        .into_iter()
        .chain([
            FromEngine::Suggestions(1, suggestions),
            FromEngine::DownloadPart(1, DownloadPart { text: "a".into(), done: 1, total: 2 }),
            FromEngine::Download(1, Some(Box::new(file))),
            FromEngine::Download(2, None),
            FromEngine::DownloadFailed(1, DownloadError::NoNetwork),
            FromEngine::DownloadFailed(1, DownloadError::NotLoaded),
            FromEngine::NeedsFullEngine,
        ])
        .chain(failures.map(FromEngine::Failed))
        .collect()
}

fn assert_round_trip<T: BorshSerialize + BorshDeserialize + PartialEq + std::fmt::Debug>(messages: &[T]) {
    for message in messages {
        let bytes = to_vec(message).unwrap();
        assert_eq!(from_slice::<T>(&bytes).unwrap(), *message);
        // Every part counts: less is an error, and so is more.
        let steps = (bytes.len() / 200).max(1);
        for end in (0..bytes.len()).step_by(steps) {
            assert!(from_slice::<T>(&bytes[..end]).is_err(), "{end} bytes of {message:?}");
        }
        assert!(from_slice::<T>(&[&bytes[..], &[0]].concat()).is_err());
    }
}

#[test]
fn messages_round_trip_as_bytes() {
    assert_round_trip(&to_engine());
    assert_round_trip(&from_engine());
}

#[test]
fn length_beyond_the_message_is_an_error_without_a_large_allocation() {
    // A page request whose path claims four gigabytes.
    let mut bytes = to_vec(&ToEngine::Page(1, PageRequest::page("abc"))).unwrap();
    bytes[5..9].copy_from_slice(&u32::MAX.to_le_bytes());
    assert!(from_slice::<ToEngine>(&bytes).is_err());
    // Suggestions: a list of four thousand million.
    let mut bytes = to_vec(&FromEngine::Suggestions(1, Vec::new())).unwrap();
    bytes[5..9].copy_from_slice(&u32::MAX.to_le_bytes());
    assert!(from_slice::<FromEngine>(&bytes).is_err());
}

proptest! {
    #[test]
    fn any_bytes_are_a_message_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(message) = from_slice::<ToEngine>(&bytes) {
            prop_assert_eq!(to_vec(&message).unwrap(), bytes.clone());
        }
        if let Ok(message) = from_slice::<FromEngine>(&bytes) {
            prop_assert_eq!(to_vec(&message).unwrap(), bytes);
        }
    }
}
