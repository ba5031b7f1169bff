//! What is fetched, said and waited for where the index comes in pieces, with everything that a network can do.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at its first error"
)]

use std::collections::BTreeMap;
use std::sync::LazyLock;

use proptest::prelude::*;
use thidua::chart::companions;
use thidua::cite::Format as Cited;
use thidua::corpus::Catalogue;
use thidua::domain::{ArticleId, Corpus, FigureId, Lang};
use thidua::engine::{
    Action, Answer, Ask, Clerk, Engine, Event, File, Format, FromEngine, Lost, Settings, Source, Trouble,
    View, Wanted, answered,
};
use thidua::filters::request_query;
use thidua::pages::{Attested, Edition, Place, SiteData};
use thidua::route::{Base, Page, Route};
use thidua::search::wire::{Figures, IndexName, Piece, Pieces, Sealed, figure_pieces, open};

use super::staged::{CATALOGUE, fetch, requests};

static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    Engine::new(SiteData::new(CATALOGUE.clone(), Attested::All, Base::new("/"), String::new()))
});

/// The files of a build, by path, and the name of its index.
struct Files {
    name: IndexName,
    by_path: BTreeMap<String, Vec<u8>>,
}

impl Files {
    fn of(engine: &Engine) -> Files {
        Files::with_heads(engine, true)
    }

    fn with_heads(engine: &Engine, is_headed: bool) -> Files {
        let site = engine.site();
        let mut pieces = Pieces::new(&site.catalogue, &site.index).headed(is_headed).seal();
        let answer = |route: &Route| serde_json::to_vec(&engine.answer(&Ask::page(&route.path()))).unwrap();
        let answers =
            answered().into_iter().zip(0..).map(|(r, n)| Sealed::new(Piece::Answer(n), &answer(&r)));
        let answers: Vec<Sealed> = answers.collect();
        let figures = figure_pieces(&site.catalogue, &site.figures, companions(&site.catalogue));
        let name = IndexName {
            start: pieces[0].mark,
            figures: figures[0].mark,
            answers: answers.iter().map(|answer| answer.mark).collect(),
        };
        pieces.extend(figures);
        pieces.extend(answers);
        let file = |piece: Sealed| (format!("/{}", piece.path()), piece.bytes);
        Files { name, by_path: pieces.into_iter().map(file).collect() }
    }
}

static FILES: LazyLock<Files> = LazyLock::new(|| Files::of(&ENGINE));

fn settings() -> Settings {
    let edition = Edition::read(&manifest("first", &FILES.name, "corpus.json")).unwrap();
    Settings { base: "/".to_owned(), edition, ..Settings::default() }
}

/// What a host says of the data that it has.
fn manifest(name: &str, index: &IndexName, corpus: &str) -> String {
    format!(r#"{{"edition": "{name}", "index": "{index}", "corpus": "{corpus}", "attested": "all"}}"#)
}

/// What is in a piece of the explorer or of facts.
fn content(piece: Piece) -> Vec<u8> {
    let sealed = figures().into_iter().find(|sealed| sealed.piece == piece).unwrap();
    open(piece, sealed.mark, &sealed.bytes).unwrap().to_vec()
}

fn figures() -> Vec<Sealed> {
    let SiteData { catalogue, figures, .. } = ENGINE.site();
    figure_pieces(catalogue, figures, companions(catalogue))
}

fn home(query: &str) -> Ask {
    Ask { query: query.to_owned(), ..Ask::page("") }
}

/// A host, a network and a clock.
struct Network {
    clerk: Clerk,
    /// What is given in place of what the host has.
    instead: BTreeMap<Source, Result<Vec<u8>, Trouble>>,
    /// Everything that was fetched.
    fetched: Vec<Source>,
    dropped: Vec<Source>,
    files: &'static Files,
}

impl Network {
    fn new() -> Network {
        Network {
            clerk: Clerk::new(settings()),
            instead: BTreeMap::new(),
            fetched: Vec::new(),
            dropped: Vec::new(),
            files: &FILES,
        }
    }

    fn host(&self, source: &Source) -> Result<Vec<u8>, Trouble> {
        if let Some(instead) = self.instead.get(source) {
            return instead.clone();
        }
        match source {
            Source::Manifest => Ok(manifest("first", &self.files.name, "corpus.json").into()),
            Source::Piece(_) => {
                let path = self.clerk.address(source);
                self.files.by_path.get(&path).cloned().ok_or(Trouble::Missing)
            }
            Source::Page(path) => {
                let Answer { title, description, view, .. } = ENGINE.answer(&Ask::page(path));
                let View::Told(markup) = view else { panic!("{path} is drawn while it is used") };
                let page = format!(
                    "<title>{title}</title><meta name=\"description\" content=\"{description}\"><div id=\"app\" \
                     data-path=\"{path}\"><main id=\"main\" class=\"page\" tabindex=\"-1\"><div>{markup}</div></main>"
                );
                Ok(page.into())
            }
        }
    }

    /// Tells the clerk what happened and does what it says, with all that follows; in quiet times nothing.
    fn tell(&mut self, event: Event) -> Vec<FromEngine> {
        let (mut said, mut events) = (Vec::new(), vec![event]);
        let mut rounds = 0;
        while let Some(event) = events.pop() {
            rounds += 1;
            assert!(rounds < 500, "it goes round in circles");
            for action in self.clerk.hear(event) {
                match action {
                    Action::Say(message) => said.push(*message),
                    Action::Wait(_, 700..) => {}
                    Action::Wait(number, _) => events.insert(0, Event::Waited(number)),
                    Action::Drop(source) => self.dropped.push(source),
                    Action::Fetch(source) => {
                        self.fetched.push(source.clone());
                        events.insert(
                            0,
                            match self.host(&source) {
                                Ok(bytes) => Event::Came(source, bytes),
                                Err(trouble) => Event::Failed(source, trouble),
                            },
                        );
                    }
                }
            }
        }
        said
    }

    /// The last answer to a question.
    fn ask(&mut self, number: u32, ask: Ask) -> Answer {
        match self.tell(Event::Asked(number, ask)).pop() {
            Some(FromEngine::Answer(answered, answer, _)) if answered == number => *answer,
            other => panic!("no answer: {other:?}"),
        }
    }

    /// A network over which a search has been made, so that what follows is not the first answer.
    fn in_use() -> Network {
        let mut network = Network::new();
        network.ask(1, home(""));
        network.ask(2, home("q=thi"));
        network
    }
}

fn cards(answer: &Answer) -> &str {
    match &answer.view {
        View::Home(home) => &home.cards,
        _ => panic!("not the home page"),
    }
}

#[test]
fn answers_are_those_of_the_whole() {
    let mut network = Network::new();
    for (number, request) in requests().iter().enumerate().step_by(3) {
        let ask = home(&request_query(request));
        assert_eq!(network.ask(number as u32, ask.clone()), ENGINE.answer(&ask), "{request:?}");
    }
    let ask = Ask { path: "en/".to_owned(), most: 60, ..home("q=lao+dong") };
    assert_eq!(network.ask(500, ask.clone()), ENGINE.answer(&ask));
}

#[test]
fn of_a_large_collection_the_texts_tell_what_heads_a_card() {
    static LARGE: LazyLock<Files> = LazyLock::new(|| Files::with_heads(&ENGINE, false));
    let fresh = || {
        let mut network = Network::new();
        network.files = &LARGE;
        let edition = Edition::read(&manifest("large", &LARGE.name, "corpus.json")).unwrap();
        network.clerk = Clerk::new(Settings { edition, ..settings() });
        network
    };
    let mut network = fresh();
    for (number, request) in requests().iter().enumerate().step_by(7) {
        let ask = home(&request_query(request));
        assert_eq!(network.ask(number as u32, ask.clone()), ENGINE.answer(&ask), "{request:?}");
    }
    // The first cards do not wait for the last.
    let mut network = fresh();
    let is_slow = |piece: &Piece| matches!(piece, Piece::Texts(_));
    let asked = network.clerk.hear(Event::Asked(1, home("q=thi+dua")));
    let (mut texts, mut actions, mut pauses) = (Vec::new(), asked, Vec::new());
    while let Some(action) = actions.pop() {
        match action {
            Action::Fetch(Source::Piece(piece)) if is_slow(&piece) => texts.insert(0, piece),
            Action::Fetch(source) => {
                let bytes = network.host(&source).unwrap();
                actions.extend(network.clerk.hear(Event::Came(source, bytes)));
            }
            Action::Wait(number, _) => pauses.push(number),
            _ => {}
        }
    }
    let mut said = Vec::new();
    for piece in texts {
        let bytes = network.host(&Source::Piece(piece)).unwrap();
        let mut actions = network.clerk.hear(Event::Came(Source::Piece(piece), bytes));
        while let Some(action) = actions.pop() {
            match action {
                Action::Say(message) => said.push(*message),
                Action::Wait(number, ..500) => actions.extend(network.clerk.hear(Event::Waited(number))),
                _ => {}
            }
        }
    }
    let shown = |message: &FromEngine| match message {
        FromEngine::Answer(_, answer, _) => cards(answer).matches("class=\"card\"").count(),
        other => panic!("no answer: {other:?}"),
    };
    let counts: Vec<usize> = said.iter().map(shown).collect();
    assert!(counts.len() == 2 && (8..20).contains(&counts[0]) && counts[1] == 20, "{counts:?}");
    let (first, last) = (cards_of(&said[0]), cards_of(&said[1]));
    let end = first.rfind("</article>").unwrap();
    assert!(last.starts_with(first.get(..end).unwrap()), "what was shown stays");
}

fn cards_of(message: &FromEngine) -> &str {
    match message {
        FromEngine::Answer(_, answer, _) => cards(answer),
        other => panic!("no answer: {other:?}"),
    }
}

#[test]
fn pages_that_change_begin_as_they_were_built() {
    let mut network = Network::new();
    for route in answered() {
        let ask = Ask::page(&route.path());
        assert_eq!(network.ask(1, ask.clone()), ENGINE.answer(&ask));
    }
    assert!(network.fetched.iter().all(|source| matches!(source, Source::Piece(Piece::Answer(_)))));
}

#[test]
fn pages_that_tell_are_read_from_the_host() {
    let mut network = Network::new();
    let ask = Ask::page("en/bai-viet/bai-7/");
    assert_eq!(network.ask(1, ask.clone()), ENGINE.answer(&ask));
    assert_eq!(network.fetched, [Source::Page(ask.path)]);
    let gone = Ask::page("bai-viet/khong-co/");
    network.instead.insert(Source::Page(gone.path.clone()), Err(Trouble::Missing));
    let answer = network.ask(2, gone.clone());
    assert_eq!(answer.view, ENGINE.answer(&gone).view);
    let moved = "<meta http-equiv=\"refresh\" content=\"0; url=/bai-viet/bai-3/\">";
    network.instead.insert(Source::Page("bai-viet/cu/".to_owned()), Ok(moved.into()));
    assert_eq!(network.ask(3, Ask::page("bai-viet/cu/")).path, "bai-viet/bai-3/");
}

#[test]
fn a_first_search_fetches_little() {
    let mut network = Network::new();
    network.ask(1, home("q=lao+dong+gioi"));
    let before_texts =
        network.fetched.iter().filter(|source| !matches!(source, Source::Piece(Piece::Texts(_)))).count();
    assert!(before_texts <= 4, "{:?}", network.fetched);
    let fetched = network.fetched.len();
    network.ask(2, home("q=lao+dong+gioi&nam=2015"));
    let further: Vec<_> = network.fetched[fetched..].iter().collect();
    assert!(further.iter().all(|source| matches!(source, Source::Piece(Piece::Texts(_)))), "{further:?}");
}

#[test]
fn only_the_last_question_counts() {
    let mut network = Network::new();
    network.ask(1, home(""));
    network.ask(2, home("nam=2015"));
    let words =
        |actions: &[Action]| actions.iter().filter(|action| matches!(action, Action::Fetch(_))).count();
    // While a word is typed nothing is fetched for it.
    let mut waiting = None;
    for (number, query) in ["q=l", "q=la", "q=lao", "q=lao+dong"].iter().enumerate() {
        let actions = network.clerk.hear(Event::Asked(10 + number as u32, home(query)));
        assert_eq!(words(&actions), 0, "{actions:?}");
        for action in &actions {
            if let Action::Wait(pause, 1..500) = action {
                assert_eq!(
                    waiting.take().map(|old| network.clerk.hear(Event::Waited(old)).len()).unwrap_or(0),
                    0
                );
                waiting = Some(*pause);
            }
        }
    }
    // Then it is; and dropped when something else is asked.
    let actions = network.clerk.hear(Event::Waited(waiting.unwrap()));
    let fetched: Vec<&Source> = actions
        .iter()
        .filter_map(|a| if let Action::Fetch(source) = a { Some(source) } else { None })
        .collect();
    assert!(!fetched.is_empty());
    let actions = network.clerk.hear(Event::Asked(20, home("")));
    for source in &fetched {
        assert!(actions.contains(&Action::Drop((*source).clone())), "{actions:?}");
    }
    // What comes all the same is nobody's.
    let late = network.host(fetched[0]).unwrap();
    assert_eq!(network.clerk.hear(Event::Came(fetched[0].clone(), late)), []);
}

#[test]
fn what_is_missing_is_said_and_asked_for_once_more() {
    let mut network = Network::in_use();
    let wanted = Source::Piece(first_words(&mut network, "q=ldld"));
    for bad in [Err(Trouble::Missing), Ok(Vec::new()), Ok(b"<!DOCTYPE html>".to_vec())] {
        network.instead.insert(wanted.clone(), bad);
        let answer = network.ask(5, home("q=ldld"));
        assert!(cards(&answer).contains("role=\"alert\"") && cards(&answer).contains(".bin"), "{answer:?}");
    }
    let manifests = network.fetched.iter().filter(|source| **source == Source::Manifest).count();
    assert_eq!(manifests, 1, "looked once whether the site is another");
    network.instead.clear();
    assert_eq!(network.ask(6, home("q=ldld")), ENGINE.answer(&home("q=ldld")), "it mends when asked again");
}

/// A piece of words that a search wants and that has not come.
fn first_words(network: &mut Network, query: &str) -> Piece {
    let mut fresh = Network::new();
    fresh.ask(1, home(query));
    let had = &network.fetched;
    let new = fresh.fetched.iter().find(|s| matches!(s, Source::Piece(Piece::Words(_))) && !had.contains(s));
    match new {
        Some(Source::Piece(piece)) => *piece,
        _ => panic!("everything for {query} is there"),
    }
}

#[test]
fn without_a_network_it_says_so() {
    let mut network = Network::in_use();
    let wanted = Source::Piece(first_words(&mut network, "q=ldld"));
    network.instead.insert(wanted, Err(Trouble::NoNetwork));
    let answer = network.ask(5, home("q=ldld"));
    assert!(cards(&answer).contains("Không có mạng"), "{answer:?}");
    let page = Source::Page("bai-viet/bai-1/".to_owned());
    network.instead.insert(page, Err(Trouble::NoNetwork));
    let answer = network.ask(6, Ask::page("bai-viet/bai-1/"));
    assert!(matches!(&answer.view, View::Told(markup) if markup.contains("Không có mạng")));
}

#[test]
fn before_the_first_answer_the_built_page_stays() {
    let mut network = Network::new();
    network.instead.insert(Source::Piece(Piece::Start), Err(Trouble::NoNetwork));
    let said = network.tell(Event::Asked(1, home("q=lao")));
    assert!(matches!(&said[..], [FromEngine::Failed(_)]), "{said:?}");
}

#[test]
fn passages_that_do_not_come_leave_the_cards() {
    let mut network = Network::in_use();
    for number in 0..200 {
        network.instead.insert(Source::Piece(Piece::Texts(number)), Err(Trouble::NoNetwork));
    }
    let answer = network.ask(5, home("q=ldld&xep=oldest"));
    assert!(cards(&answer).contains("data-result"), "{answer:?}");
}

#[test]
fn a_site_that_was_built_anew_is_followed() {
    static LATER: LazyLock<Engine> = LazyLock::new(|| {
        let mut corpus = CATALOGUE.corpus().clone();
        corpus.articles[7].headline = "LĐLĐ một nơi khác".to_owned();
        Engine::new(SiteData::new(Catalogue::new(corpus), Attested::All, Base::new("/"), String::new()))
    });
    static LATER_FILES: LazyLock<Files> = LazyLock::new(|| Files::of(&LATER));
    let mut network = Network::in_use();
    let manifest = manifest("second", &LATER_FILES.name, "corpus-2.json");
    network.instead.insert(Source::Manifest, Ok(manifest.into()));
    network.files = &LATER_FILES;
    let said = network.tell(Event::Asked(5, home("q=ldld")));
    let answer = Box::new(LATER.answer(&home("q=ldld")));
    assert_eq!(said.last(), Some(&FromEngine::Answer(5, answer, "second".to_owned())));
    assert!(network.fetched.contains(&Source::Manifest));
    let texts = |files: &Files| -> Vec<String> {
        files.by_path.keys().filter(|path| path.starts_with("/search/t")).cloned().collect()
    };
    let (old, new) = (texts(&FILES), texts(&LATER_FILES));
    let kept = old.iter().filter(|path| new.contains(path)).count();
    assert_eq!(kept, old.len() - 1, "what has not changed has its old name");
}

fn wanted(path: &str, query: &str, chart: Option<&str>, format: Format) -> Wanted {
    Wanted { path: path.to_owned(), query: query.to_owned(), chart: chart.map(str::to_owned), format }
}

/// The parts of a file put together.
fn put_together(said: &[FromEngine]) -> Option<File> {
    let mut before = String::new();
    for message in said {
        match message {
            FromEngine::Part(3, part) => {
                assert!(part.done < part.of);
                before.push_str(&part.text);
            }
            FromEngine::Taken(3, file) => {
                return file.as_ref().map(|file| File { text: before + &file.text, ..(**file).clone() });
            }
            other => panic!("{other:?}"),
        }
    }
    panic!("no end: {said:?}")
}

const LISTS: [Format; 5] = [
    Format::Csv,
    Format::Lines,
    Format::Cited(Cited::BibTex),
    Format::Cited(Cited::Ris),
    Format::Cited(Cited::CslJson),
];

#[test]
fn lists_are_those_of_the_whole() {
    let mut network = Network::in_use();
    let searches = ["q=ldld", "q=sang+kien&xep=oldest", "nam=2015", "q=xyzq", "q=cong+nhan+gioi&cap=city"];
    let choices = ["vai-tro=result", "don-vi=ldld-ha-dong", "cap=city&trang=2", "nam=1", "don-vi=%3Cb%3E"];
    let searches = searches.iter().flat_map(|query| [("", query), ("en/", query)]);
    let choices = choices.iter().flat_map(|query| [("so-lieu/", query), ("en/so-lieu/", query)]);
    let mut written = 0;
    for (path, query) in searches.chain(choices) {
        for format in LISTS {
            let wanted = wanted(path, query, None, format);
            let file = put_together(&network.tell(Event::Wanted(3, wanted.clone())));
            assert!(file == ENGINE.take(&wanted), "{wanted:?}");
            written += usize::from(file.is_some());
        }
    }
    assert!(written > 50, "{written}");
    assert!(network.fetched.iter().all(|source| matches!(source, Source::Piece(_))));
}

#[test]
fn charts_are_those_of_the_whole() {
    let (mut network, mut taken) = (Network::new(), 0);
    let site = ENGINE.site();
    for (at, route) in Route::all(&site.catalogue).into_iter().enumerate() {
        let is_one_of_many = matches!(route.page, Page::Article(_) | Page::Figure(_));
        if is_one_of_many && at % 6 > 0 {
            continue;
        }
        for chart in site.ctx(route.lang).charts_at(Place::of(&route.page)) {
            for format in [Format::Svg, Format::Csv, Format::Lines] {
                let wanted = wanted(&route.path(), "", Some(&chart.id), format);
                let file = put_together(&network.tell(Event::Wanted(3, wanted.clone())));
                assert!(file == ENGINE.take(&wanted), "{wanted:?}");
                taken += usize::from(file.is_some());
            }
        }
    }
    assert!(taken > 100, "{taken}");
    for chart in
        ENGINE.site().ctx(Lang::Vi).charts_at(Place { page: &Page::Figures, query: "vai-tro=target" })
    {
        let wanted = wanted("so-lieu/", "vai-tro=target", Some(&chart.id), Format::Svg);
        let file = put_together(&network.tell(Event::Wanted(3, wanted.clone())));
        assert!(file.is_some() && file == ENGINE.take(&wanted), "{wanted:?}");
    }
    let no_such = wanted("bai-viet/khong-co/", "", Some("x"), Format::Svg);
    assert_eq!(put_together(&network.tell(Event::Wanted(3, no_such))), None);
}

/// The catalogue many times over: enough articles that large pieces are fetched, one after another.
static LARGE: LazyLock<Engine> = LazyLock::new(|| {
    let one = CATALOGUE.corpus();
    let again = |round: usize| {
        one.articles.iter().map(move |article| {
            let mut article = article.clone();
            article.id = ArticleId::new(format!("{}-{round}", article.id));
            for figure in &mut article.figures {
                figure.id = FigureId::new(format!("{}-{round}", figure.id));
            }
            article
        })
    };
    let articles = (0..12).flat_map(again).collect();
    let catalogue = Catalogue::new(Corpus { articles, ..one.clone() });
    Engine::new(SiteData::new(catalogue, Attested::All, Base::new("/"), String::new()))
});

#[test]
fn long_lists_come_part_by_part() {
    static FILES: LazyLock<Files> = LazyLock::new(|| Files::of(&LARGE));
    let edition = Edition { index: FILES.name.to_string(), ..settings().edition };
    let settings = Settings { edition, ..settings() };
    for (path, query) in [("so-lieu/", "vai-tro=result"), ("", "q=cong+nhan"), ("", "q=thi+dua&xep=oldest")] {
        for format in LISTS {
            let mut network =
                Network { clerk: Clerk::new(settings.clone()), files: &FILES, ..Network::new() };
            let wanted = wanted(path, query, None, format);
            let said = network.tell(Event::Wanted(3, wanted.clone()));
            assert!(put_together(&said) == LARGE.take(&wanted), "{wanted:?}");
            let large = |s: &&Source| matches!(s, Source::Piece(Piece::ManyFacts(_)));
            assert_eq!(network.fetched.iter().filter(large).count(), 3, "{:?}", network.fetched);
            assert!(said.len() > 1 || path.is_empty(), "the parts are given as they come");
        }
    }
}

#[test]
fn a_file_that_cannot_be_had_is_said_and_half_of_it_is_never_kept() {
    static FILES: LazyLock<Files> = LazyLock::new(|| Files::of(&LARGE));
    let edition = Edition { index: FILES.name.to_string(), ..settings().edition };
    let settings = Settings { edition, ..settings() };
    let wanted = wanted("so-lieu/", "vai-tro=result", None, Format::Csv);
    for (bad, lost) in [
        (Err(Trouble::NoNetwork), Lost::NoNetwork),
        (Err(Trouble::Missing), Lost::NotLoaded),
        (Ok(b"<!DOCTYPE html>".to_vec()), Lost::NotLoaded),
    ] {
        for at in [0, 2] {
            let mut network =
                Network { clerk: Clerk::new(settings.clone()), files: &FILES, ..Network::new() };
            network.instead.insert(Source::Piece(Piece::ManyFacts(at)), bad.clone());
            let said = network.tell(Event::Wanted(3, wanted.clone()));
            assert!(matches!(said.last(), Some(FromEngine::Lost(3, reason)) if *reason == lost), "{said:?}");
            network.instead.clear();
            let said = network.tell(Event::Wanted(3, wanted.clone()));
            assert!(put_together(&said) == LARGE.take(&wanted), "it mends when asked again");
        }
    }
}

#[test]
fn a_question_does_not_take_away_what_a_file_waits_for() {
    let mut network = Network::new();
    network.ask(1, explore("so-lieu/", "vai-tro=plan"));
    let wanted = wanted("so-lieu/", "vai-tro=result", None, Format::Csv);
    let actions = network.clerk.hear(Event::Wanted(3, wanted.clone()));
    let fetched: Vec<Source> =
        actions.into_iter().filter_map(|a| if let Action::Fetch(s) = a { Some(s) } else { None }).collect();
    assert!(!fetched.is_empty());
    let actions = network.clerk.hear(Event::Asked(2, home("")));
    assert!(!actions.iter().any(|action| matches!(action, Action::Drop(_))), "{actions:?}");
    let mut said = Vec::new();
    for source in fetched {
        let bytes = network.host(&source).unwrap();
        said.extend(network.tell(Event::Came(source, bytes)));
    }
    said.retain(|message| !matches!(message, FromEngine::Answer(..)));
    assert!(put_together(&said) == ENGINE.take(&wanted));
}

fn explore(path: &str, query: &str) -> Ask {
    Ask { query: query.to_owned(), ..Ask::page(path) }
}

/// Choices of one and two values, leaves among them.
fn views() -> Vec<String> {
    let ctx = ENGINE.site().ctx(Lang::Vi);
    let values = |query: &str| -> Vec<String> {
        let explored = ctx.explored(query);
        let offers = ctx.choosers(&explored, None).into_iter().flat_map(|chooser| {
            let offers = chooser.options.into_iter().skip(1);
            offers.map(move |offer| (chooser.property, offer.value))
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
    network.clerk.hear(Event::Asked(1, one.clone()));
    let figures = Source::Piece(Piece::Figures);
    let bytes = network.host(&figures).unwrap();
    let actions = network.clerk.hear(Event::Came(figures, bytes));
    let fetched: Vec<&Source> = actions
        .iter()
        .filter_map(|a| if let Action::Fetch(source) = a { Some(source) } else { None })
        .collect();
    assert!(!fetched.is_empty());
    let pause =
        actions.iter().find_map(|a| if let Action::Wait(pause, 1..500) = a { Some(*pause) } else { None });
    let said = network.clerk.hear(Event::Waited(pause.unwrap()));
    let [Action::Say(message)] = &said[..] else { panic!("{said:?}") };
    let FromEngine::Answer(1, early, _) = &**message else { panic!("{message:?}") };
    let whole = ENGINE.answer(&one);
    assert_eq!(rows(early).0, rows(&whole).0, "counts are right at once");
    assert!(rows(early).1.contains("Đang tải"), "and the place of the rows says why it is empty");
    let (View::Explorer(early), View::Explorer(whole)) = (&early.view, &whole.view) else { panic!() };
    assert_eq!(early.choosers, whole.choosers);
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
        (Err(Trouble::NoNetwork), "Không có mạng"),
        (Err(Trouble::Missing), ".bin"),
        (Ok(b"<!DOCTYPE html>".to_vec()), ".bin"),
        (Ok(Sealed::new(Piece::Facts(0), b"[]").bytes), ".bin"),
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
    fresh.instead.insert(Source::Piece(Piece::Figures), Err(Trouble::NoNetwork));
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
            let query = thidua::filters::FigureFilter::parse("vai-tro=target");
            let choice = query.choose(&figures.table, &figures.names);
            prop_assert!(choice.figures.len() <= figures.table.len());
        }
    }
}

#[test]
fn the_piece_of_the_explorer_says_what_the_catalogue_says() {
    let SiteData { catalogue, figures, .. } = ENGINE.site();
    let read = Figures::read(&content(Piece::Figures)).unwrap();
    assert_eq!(read.table, **figures);
    assert_eq!(read.companions, companions(catalogue));
    let names = |catalogue: &Catalogue| -> Vec<String> {
        let organisations = catalogue.organisations().iter().map(|o| o.name.clone());
        organisations.chain(catalogue.campaigns().iter().map(|c| c.name.clone())).collect()
    };
    assert_eq!(names(&read.names), names(catalogue));
    assert_eq!(read.names.totals(), catalogue.totals());
    assert!((0..figures.articles()).any(|article| !read.companions.row(article).is_empty()));
    assert!((0..figures.articles()).any(|article| !read.phased.row(article).is_empty()));
}

#[test]
fn in_quiet_times_it_makes_itself_ready() {
    let mut network = Network::new();
    network.ask(1, home(""));
    let idle = network.clerk.hear(Event::Waited(1));
    assert_eq!(idle, [Action::Fetch(Source::Piece(Piece::Start))]);
    let next = network.clerk.hear(Event::Came(Source::Piece(Piece::Start), fetch(Piece::Start)));
    assert_eq!(next, [Action::Fetch(Source::Piece(Piece::Words(0)))]);
}
