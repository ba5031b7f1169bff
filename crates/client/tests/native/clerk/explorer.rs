//! The explorer over the pieces of figures and facts.

use proptest::prelude::*;
use thidua_chart::chart_dependencies;
use thidua_client::{Action, Answer, Event, FromEngine, LoadFailure, Source, View};
use thidua_core::corpus::Catalogue;
use thidua_core::domain::Lang;
use thidua_pages::site_model::SiteData;
use thidua_search::wire::{FigurePieces, Figures, Piece, Sealed, open};

use super::network::{ENGINE, Network, explore, home};

/// What is in a piece of the explorer or of facts.
fn content(piece: Piece) -> Vec<u8> {
    let sealed = figures().into_iter().find(|sealed| sealed.piece == piece).unwrap();
    open(piece, sealed.mark, &sealed.bytes).unwrap().to_vec()
}

fn figures() -> Vec<Sealed> {
    let SiteData { catalogue, figures, .. } = ENGINE.site();
    FigurePieces::new(catalogue, figures, chart_dependencies(catalogue)).seal().unwrap()
}

/// Choices of one and two values, leaves among them.
fn views() -> Vec<String> {
    let ctx = ENGINE.site().ctx(Lang::Vi);
    let values = |query: &str| -> Vec<String> {
        let explored = ctx.explored(query);
        let offers = ctx.filter_controls(&explored, None).into_iter().flat_map(|filter_control| {
            let offers = filter_control.options.into_iter().skip(1);
            offers.map(move |offer| (filter_control.property, offer.value))
        });
        offers.map(|(property, value)| explored.filter.with(property, &value).query()).collect()
    };
    let mut views = values("");
    for query in values("").iter().step_by(5) {
        views.extend(values(query).into_iter().step_by(4));
    }
    views.extend(
        ["trang=2", "vai-tro=result&trang=2", "vai-tro=result&trang=9", "x=1", "don-vi=%3Cb%3E", "nam=1"]
            .map(str::to_owned),
    );
    views
}

#[test]
fn views_are_those_of_the_whole_and_little_is_fetched_for_each() {
    let mut network = Network::new();
    let views = views();
    assert!(views.len() > 200, "{}", views.len());
    let shares = ENGINE.site().catalogue.figures().filter(|found| found.figure.part_of.is_some()).count();
    assert!(shares > 1, "shares are drawn beside their wholes");
    for (number, query) in views.iter().enumerate() {
        for path in ["so-lieu/", "en/so-lieu/", "nhung/"] {
            if number % 3 > 0 && path != "so-lieu/" {
                continue;
            }
            let ask = explore(path, query);
            network.fetched.clear();
            assert!(network.ask(number as u32, ask.clone()) == ENGINE.answer(&ask), "{path}?{query}");
            let allowed = |source: &Source| {
                matches!(source, Source::Piece(Piece::Figures | Piece::Facts(_) | Piece::Answer(_)))
            };
            assert!(network.fetched.iter().all(allowed), "{query}: {:?}", network.fetched);
        }
    }
    let few = explore("so-lieu/", "don-vi=ldld-ha-dong&vai-tro=plan");
    let mut network = Network::new();
    network.ask(1, few);
    assert!(network.fetched.len() < 20, "{:?}", network.fetched);
}

fn rows(answer: &Answer) -> (&str, &str) {
    match &answer.view {
        View::Explorer(explorer) => (&explorer.count, &explorer.rows),
        _ => panic!("not the explorer"),
    }
}

#[test]
fn counts_come_before_rows_and_a_newer_choice_makes_room() {
    let mut network = Network::new();
    let (one, other) = (explore("so-lieu/", "vai-tro=target"), explore("so-lieu/", "nam=2015"));
    let asked = network.clerk.hear(Event::Asked(1, one.clone()));
    let figures = Source::Piece(Piece::Figures);
    let bytes = network.host(&figures).unwrap();
    let actions = network.clerk.hear(Event::Came(figures.clone(), bytes.clone()));
    let fetched: Vec<&Source> = actions
        .iter()
        .filter_map(|a| if let Action::Fetch(source) = a { Some(source) } else { None })
        .collect();
    assert!(!fetched.is_empty());
    let pause =
        asked.iter().find_map(|a| if let Action::Wait(pause, 1..500) = a { Some(*pause) } else { None });
    let pause = pause.unwrap();
    let said = network.clerk.hear(Event::Waited(pause));
    let [Action::Say(message)] = &said[..] else { panic!("{said:?}") };
    // Where the first piece took its time, they do not wait for another pause.
    let mut slow = Network::new();
    slow.clerk.hear(Event::Asked(1, one.clone()));
    assert_eq!(slow.clerk.hear(Event::Waited(pause)), []);
    assert!(slow.clerk.hear(Event::Came(figures, bytes)).contains(&said[0]));
    let FromEngine::Answer(1, early, _) = &**message else { panic!("{message:?}") };
    let whole = ENGINE.answer(&one);
    assert_eq!(rows(early).0, rows(&whole).0, "counts are right at once");
    assert!(rows(early).1.contains("Đang tải"), "and the place of the rows says why it is empty");
    let (View::Explorer(early), View::Explorer(whole)) = (&early.view, &whole.view) else { panic!() };
    assert_eq!(early.filter_controls, whole.filter_controls);
    let actions = network.clerk.hear(Event::Asked(2, other));
    let dropped = |source: &Source| actions.contains(&Action::Drop(source.clone()));
    assert!(fetched.iter().any(|source| dropped(source)), "{actions:?}");
}

#[test]
fn rows_that_do_not_come_leave_counts_and_say_why() {
    let mut network = Network::new();
    network.ask(1, explore("so-lieu/", "vai-tro=plan"));
    let ask = explore("so-lieu/", "vai-tro=target");
    for (bad, words) in [
        (Err(LoadFailure::Offline), "Không có mạng"),
        (Err(LoadFailure::NotFound), "Không tải được"),
        (Ok(b"<!DOCTYPE html>".to_vec()), "Không tải được"),
        (Ok(Sealed::new(Piece::Facts(0), b"[]").bytes), "Không tải được"),
    ] {
        let mut network = Network::new();
        for number in 0..30 {
            network.instead.insert(Source::Piece(Piece::Facts(number)), bad.clone());
        }
        let answer = network.ask(5, ask.clone());
        assert_eq!(rows(&answer).0, rows(&ENGINE.answer(&ask)).0);
        assert!(rows(&answer).1.contains("role=\"alert\"") && rows(&answer).1.contains(words), "{answer:?}");
        network.instead.clear();
        assert!(network.ask(6, ask.clone()) == ENGINE.answer(&ask), "it mends when asked again");
    }
    let mut fresh = Network::new();
    fresh.ask(1, home(""));
    fresh.instead.insert(Source::Piece(Piece::Figures), Err(LoadFailure::Offline));
    let answer = fresh.ask(2, ask.clone());
    assert!(matches!(&answer.view, View::Told(markup) if markup.contains("Không có mạng")), "{answer:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn damage_of_the_pieces_of_figures_is_never_more_than_refused(which in 0_usize..3, at in 0.0_f64..1.0, bit in 0_u8..8) {
        let piece = [Piece::Figures, Piece::Facts(3), Piece::ManyFacts(0)][which];
        let mut content = content(piece);
        let at = (content.len() as f64 * at) as usize;
        prop_assert!(Figures::read(&content[..at]).is_err());
        content[at] ^= 1 << bit;
        if let Ok(figures) = Figures::read(&content) {
            let query = thidua_pages::url_state::FigureFilter::parse("vai-tro=target");
            let choice = query.apply(&figures.table, &figures.names);
            prop_assert!(choice.figures.len() <= figures.table.len());
        }
    }
}

#[test]
fn the_piece_of_the_explorer_says_what_the_catalogue_says() {
    let SiteData { catalogue, figures, .. } = ENGINE.site();
    let read = Figures::read(&content(Piece::Figures)).unwrap();
    assert_eq!(read.table, **figures);
    assert_eq!(read.companions, chart_dependencies(catalogue));
    let names = |catalogue: &Catalogue| -> Vec<String> {
        let organisations = catalogue.organisations().iter().map(|o| o.name.clone());
        organisations.chain(catalogue.campaigns().iter().map(|c| c.name.clone())).collect()
    };
    assert_eq!(names(&read.names), names(catalogue));
    assert_eq!(read.names.totals(), catalogue.totals());
    assert!((0..figures.articles()).any(|article| !read.companions.row(article).is_empty()));
    assert!((0..figures.articles()).any(|article| !read.phased.row(article).is_empty()));
}
