//! A site of which only what has changed was made anew is, byte for byte, the site that is made as a whole.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use proptest::prelude::*;
use serde_json::{Value, json};
use tempfile::TempDir;
use thidua::corpus;
use thidua::domain::{ArticleId, Campaign, CampaignId, Corpus, FigureId};
use thidua::route::Base;
use thidua::sample::{Recipe, sample};
use thidua::site::{App, Documents, Loading, Made, Setting, SiteError, publish};

use super::build::{build, command, contents, said, thidua, workshop};

/// Something that somebody does to a corpus. Numbers say to which thing; they are taken round.
#[derive(Debug, Clone)]
enum Edit {
    Headline(usize),
    Figure(usize, usize),
    Digest(usize),
    Person(usize, usize),
    RemoveArticle(usize),
    AddArticle(usize, bool),
    SwapArticles(usize, usize),
    CampaignName(usize),
    AddCampaign(usize, bool),
    RemoveCampaign(usize),
    SwapCampaigns(usize, usize),
    RenameCampaign(usize),
    OrganisationName(usize),
    RenameOrganisation(usize),
    Parent(usize, usize),
    Unit(usize),
    Source(usize),
    SwapSources(usize, usize),
    Title,
    Licence,
    Attest(usize),
}

fn edits() -> impl Strategy<Value = Edit> {
    let n = || 0..40_usize;
    prop_oneof![
        4 => n().prop_map(Edit::Headline),
        4 => (n(), n()).prop_map(|(a, f)| Edit::Figure(a, f)),
        2 => n().prop_map(Edit::Digest),
        2 => (n(), n()).prop_map(|(a, o)| Edit::Person(a, o)),
        2 => n().prop_map(Edit::RemoveArticle),
        3 => (n(), any::<bool>()).prop_map(|(a, first)| Edit::AddArticle(a, first)),
        2 => (n(), n()).prop_map(|(a, b)| Edit::SwapArticles(a, b)),
        2 => n().prop_map(Edit::CampaignName),
        2 => (n(), any::<bool>()).prop_map(|(c, first)| Edit::AddCampaign(c, first)),
        1 => n().prop_map(Edit::RemoveCampaign),
        1 => (n(), n()).prop_map(|(a, b)| Edit::SwapCampaigns(a, b)),
        2 => n().prop_map(Edit::RenameCampaign),
        2 => n().prop_map(Edit::OrganisationName),
        2 => n().prop_map(Edit::RenameOrganisation),
        1 => (n(), n()).prop_map(|(a, b)| Edit::Parent(a, b)),
        1 => n().prop_map(Edit::Unit),
        1 => n().prop_map(Edit::Source),
        1 => (n(), n()).prop_map(|(a, b)| Edit::SwapSources(a, b)),
        1 => Just(Edit::Title),
        1 => Just(Edit::Licence),
        2 => n().prop_map(Edit::Attest),
    ]
}

/// A corpus with the articles that are attested.
#[derive(Debug, Clone)]
struct State {
    corpus: Corpus,
    attested: Vec<ArticleId>,
    /// How often something got a new name.
    count: usize,
}

/// The item of that number, taken round.
fn at<T>(items: &mut [T], number: usize) -> Option<&mut T> {
    let place = number.checked_rem(items.len())?;
    items.get_mut(place)
}

impl State {
    fn after(mut self, edit: &Edit) -> State {
        self.count += 1;
        let n = self.count;
        let State { corpus, attested, .. } = &mut self;
        let organisation =
            |number: usize| corpus.organisations[number % corpus.organisations.len()].id.clone();
        match *edit {
            Edit::Headline(a) => at(&mut corpus.articles, a).unwrap().headline = format!("Tin số {n}"),
            Edit::Figure(a, f) => {
                if let Some(figure) = at(&mut at(&mut corpus.articles, a).unwrap().figures, f) {
                    figure.as_written = format!("{n} điều");
                    figure.label.vi = format!("điều thứ {n}");
                }
            }
            Edit::Digest(a) => {
                if let Some(paragraph) = at(&mut corpus.articles, a).unwrap().digest.first_mut() {
                    paragraph.vi = format!("Tóm tắt {n}.");
                }
            }
            Edit::Person(a, o) => {
                let organisation = organisation(o);
                if let Some(person) = at(&mut corpus.articles, a).unwrap().people.first_mut() {
                    person.organisation = Some(organisation);
                }
            }
            Edit::RemoveArticle(a) => {
                corpus.articles.remove(a % corpus.articles.len());
            }
            Edit::AddArticle(a, first) => {
                let mut article = at(&mut corpus.articles, a).unwrap().clone();
                article.id = ArticleId::new(format!("bai-moi-{n}"));
                article.text.file_stem = format!("moi-{n}");
                for (figure, number) in article.figures.iter_mut().zip(0..) {
                    figure.id = FigureId::new(format!("so-moi-{n}-{number}"));
                    figure.part_of = None;
                }
                corpus.articles.insert(if first { 0 } else { corpus.articles.len() }, article);
            }
            Edit::SwapArticles(a, b) => {
                let count = corpus.articles.len();
                corpus.articles.swap(a % count, b % count);
            }
            Edit::CampaignName(c) => at(&mut corpus.campaigns, c).unwrap().name = format!("Phong trào {n}"),
            Edit::AddCampaign(c, first) => {
                let old = at(&mut corpus.campaigns, c).unwrap().clone();
                let id = CampaignId::new(format!("phong-trao-moi-{n}"));
                let new = Campaign { id, see_also: vec![old.id.clone()], name: format!("Mới {n}"), ..old };
                corpus.campaigns.insert(if first { 0 } else { corpus.campaigns.len() }, new);
            }
            Edit::RemoveCampaign(c) => {
                corpus.campaigns.remove(c % corpus.campaigns.len());
            }
            Edit::SwapCampaigns(a, b) => {
                let count = corpus.campaigns.len();
                corpus.campaigns.swap(a % count, b % count);
            }
            Edit::RenameCampaign(c) => {
                let id = at(&mut corpus.campaigns, c).unwrap().id.to_string();
                *corpus = renamed(corpus, &id, &format!("ten-khac-{n}"));
            }
            Edit::OrganisationName(o) => {
                at(&mut corpus.organisations, o).unwrap().name = format!("LĐLĐ quận {n}")
            }
            Edit::RenameOrganisation(o) => {
                let id = organisation(o).to_string();
                *corpus = renamed(corpus, &id, &format!("don-vi-khac-{n}"));
            }
            Edit::Parent(a, b) => {
                let parent = organisation(b);
                at(&mut corpus.organisations, a).unwrap().parent = Some(parent);
            }
            Edit::Unit(u) => at(&mut corpus.units, u).unwrap().vi = format!("thứ {n}"),
            Edit::SwapSources(a, b) => {
                let count = corpus.sources.len();
                corpus.sources.swap(a % count, b % count);
            }
            Edit::Source(s) => at(&mut corpus.sources, s).unwrap().name = format!("Báo {n}"),
            Edit::Title => corpus.title.vi = format!("Kho {n}"),
            Edit::Licence => {
                let licence = json!({ "name": format!("Giấy phép {n}"), "url": "https://example.org/" });
                corpus.licence = Some(serde_json::from_value(licence).unwrap());
            }
            Edit::Attest(a) => {
                let id = at(&mut corpus.articles, a).unwrap().id.clone();
                match attested.iter().position(|other| *other == id) {
                    Some(place) => drop(attested.remove(place)),
                    None => attested.push(id),
                }
            }
        }
        self
    }

    /// What is published of it; nothing where it does not hang together any more.
    fn documents(&self) -> Option<Documents> {
        let bytes = serde_json::to_vec(&self.corpus).unwrap();
        let said = |id: &ArticleId| {
            json!({ "id": id, "sha256": "", "figures": 0, "mentions": 0, "phases": 0, "people": 0,
                    "verified": self.attested.contains(id) })
        };
        let articles: Vec<Value> = self.corpus.articles.iter().map(|article| said(&article.id)).collect();
        let digest = super::fixture::sha256(&bytes);
        let attestation = json!({ "schema_version": 1, "corpus_sha256": digest, "articles": articles });
        Documents::read(bytes, Some(serde_json::to_vec(&attestation).unwrap())).ok()
    }
}

/// The corpus with another id in place of one, wherever it stands, and a redirect.
fn renamed(corpus: &Corpus, from: &str, to: &str) -> Corpus {
    let text = serde_json::to_string(corpus).unwrap().replace(&format!("\"{from}\""), &format!("\"{to}\""));
    let mut renamed = corpus::load(text.as_bytes()).unwrap();
    renamed.redirects.insert(from.to_owned(), to.to_owned());
    renamed
}

fn make(
    app: &App,
    documents: Documents,
    place: &Path,
    (base, origin, loading): (&str, &str, Loading),
) -> Made {
    let setting = Setting { app, base: Base::new(base), origin: origin.to_owned(), loading };
    let documents = || Ok::<_, SiteError>(Some(documents));
    publish(setting, documents, place, false, &|_| {}).unwrap().unwrap()
}

fn differences(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let paths = one.keys().chain(other.keys());
    paths.filter(|path| one.get(*path) != other.get(*path)).cloned().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3, max_shrink_iters: 20, ..ProptestConfig::default() })]

    #[test]
    fn changes_give_what_the_whole_would_give(
        seed in 0..1_000_u64,
        steps in prop::collection::vec(prop::collection::vec(edits(), 1..3), 5),
        in_pieces in any::<bool>(),
    ) {
        let folder = TempDir::new().unwrap();
        fs::create_dir(folder.path().join("app")).unwrap();
        let app = super::site::app(&folder.path().join("app"));
        let place = folder.path().join("site");
        let loading = if in_pieces { Loading::Pieces } else { Loading::Whole };
        let settings = ("/kho/", "", loading);
        let corpus = sample(&Recipe { articles: 7, seed, bodies: false }, &[]).corpus;
        let mut state = State { corpus, attested: Vec::new(), count: 0 };
        let first = make(&app, state.documents().unwrap(), &place, settings);
        prop_assert!(matches!(first, Made::Whole(_)));
        for (number, edits) in steps.iter().enumerate() {
            let next = edits.iter().fold(state.clone(), State::after);
            let Some(documents) = next.documents() else { continue };
            let made = make(&app, documents, &place, settings);
            prop_assert!(!matches!(made, Made::Whole(_)), "{edits:?}");
            let whole = folder.path().join(format!("whole-{number}"));
            make(&app, next.documents().unwrap(), &whole, settings);
            let differing = differences(&contents(&place), &contents(&whole));
            prop_assert!(differing.is_empty(), "{edits:?}: {made:?}: {differing:?}");
            let again = make(&app, next.documents().unwrap(), &place, settings);
            prop_assert_eq!(again, Made::Nothing);
            state = next;
        }
    }
}

const URL: [&str; 2] = ["--url", "https://thi-dua.example/kho"];

/// A workshop with a drawn corpus.
fn drawn() -> TempDir {
    let folder = workshop();
    thidua(&folder, &["sample", "--articles", "9", "--seed", "3", "--out", "corpus.json"]);
    edit(&folder, |_| ());
    folder
}

/// Changes the corpus. It is always written in the same way: an article that is written otherwise is taken for another.
fn edit(folder: &TempDir, edit: impl FnOnce(&mut Value)) {
    let path = folder.path().join("corpus.json");
    let mut corpus: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    edit(&mut corpus);
    fs::write(path, corpus.to_string()).unwrap();
}

/// Changes the headline of the article of that number.
fn change(folder: &TempDir, number: usize, headline: &str) {
    edit(folder, |corpus| corpus["articles"][number]["headline"] = json!(headline));
}

#[test]
fn one_changed_article_changes_the_pages_that_show_it_alone() {
    let folder = drawn();
    assert!(said(&build(&folder, &URL)).contains(" preview pictures"));
    change(&folder, 2, "Tin mới");
    let output = said(&build(&folder, &URL));
    let counted: Vec<usize> = output.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    let [made, kept, written, removed, ..] = counted[..] else { panic!("{output}") };
    assert!(made * 2 < kept && written < made * 6 && removed == 1, "{output}");
    assert!(said(&build(&folder, &URL)).starts_with("Nothing has changed"));
    let changed = contents(&folder.path().join("site"));
    assert!(said(&build(&folder, &["--fresh", URL[0], URL[1]])).contains(" preview pictures"));
    assert_eq!(differences(&changed, &contents(&folder.path().join("site"))), [""; 0]);
    // Another base is another site.
    assert!(said(&build(&folder, &["--base", "/khac/"])).contains(" preview pictures"));
}

#[test]
fn any_doubt_makes_the_whole_site_anew() {
    let folder = drawn();
    let (site, state) = (folder.path().join("site"), folder.path().join(".site.thidua-state"));
    build(&folder, &URL);
    let first = contents(&site);
    let good = fs::read(&state).unwrap();
    let page = site.join("phong-trao/index.html");
    let doubts: [(&str, &dyn Fn()); 5] = [
        ("no state", &|| fs::remove_file(&state).unwrap()),
        ("half a state", &|| fs::write(&state, &good[..good.len() / 2]).unwrap()),
        ("no state at all", &|| fs::write(&state, [0xff, 0]).unwrap()),
        ("a page that is gone", &|| fs::remove_file(&page).unwrap()),
        ("a page that was touched", &|| fs::write(&page, "mine").unwrap()),
    ];
    for (doubt, happen) in doubts {
        happen();
        let output = said(&build(&folder, &URL));
        assert!(output.contains(" preview pictures"), "{doubt}: {output}");
        assert_eq!(differences(&first, &contents(&site)), [""; 0], "{doubt}");
    }
    // It is found out while what has changed is being made.
    change(&folder, 2, "Tin mới");
    fs::write(&page, "mine").unwrap();
    assert!(said(&build(&folder, &URL)).contains(" preview pictures"));
    let changed = contents(&site);
    assert!(said(&build(&folder, &["--fresh", URL[0], URL[1]])).contains(" preview pictures"));
    assert_eq!(differences(&changed, &contents(&site)), [""; 0]);
}

#[test]
fn what_an_interrupted_build_has_begun_to_move_is_finished() {
    let folder = drawn();
    let copy = |from: &str, to: &str| {
        let copied = Command::new("cp").args(["-a", from, to]).current_dir(folder.path()).status().unwrap();
        assert!(copied.success(), "{from} {to}");
    };
    build(&folder, &URL);
    copy("site", "old");
    copy(".site.thidua-state", "old-state");
    change(&folder, 2, "Tin mới");
    build(&folder, &URL);
    let (old, new) = (contents(&folder.path().join("old")), contents(&folder.path().join("site")));
    let (gone, put): (Vec<String>, Vec<String>) =
        differences(&old, &new).into_iter().partition(|path| !new.contains_key(path));
    assert!(gone.len() == 1 && put.len() > 20, "{gone:?} {put:?}");
    // As it was when half of the files had been moved.
    copy("site", "new");
    copy(".site.thidua-state", ".site.thidua-state-new");
    copy("old-state", ".site.thidua-state");
    fs::remove_dir_all(folder.path().join("site")).unwrap();
    copy("old", "site");
    let mut journal = "thidua-journal 1\n".to_owned();
    for (number, path) in put.iter().enumerate() {
        let root = if number % 2 == 0 { "site" } else { ".site.thidua-new" };
        let to = folder.path().join(root).join(path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        copy(&format!("new/{path}"), to.to_str().unwrap());
        journal.push_str(&format!("put {path}\n"));
    }
    gone.iter().for_each(|path| journal.push_str(&format!("gone {path}\n")));
    fs::write(folder.path().join(".site.thidua-journal"), format!("{journal}end\n")).unwrap();
    let output = said(&build(&folder, &URL));
    assert!(output.starts_with("Nothing has changed"), "{output}");
    assert_eq!(differences(&new, &contents(&folder.path().join("site"))), [""; 0]);
    let left: Vec<String> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with(".site"))
        .collect();
    assert_eq!(left, [".site.thidua-state"]);
}

#[test]
fn files_of_others_stay_and_are_never_written_over() {
    let folder = drawn();
    build(&folder, &URL);
    let mine = folder.path().join("site/bai-viet/cua-toi.txt");
    fs::write(&mine, "giữ lại").unwrap();
    change(&folder, 2, "Tin mới");
    let output = build(&folder, &URL);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(fs::read_to_string(&mine).unwrap(), "giữ lại");
    // A new article would stand where somebody else's file is.
    let path = folder.path().join("corpus.json");
    let mut corpus: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    let mut article = corpus["articles"][0].clone();
    article["id"] = json!("bai-moi");
    article["text"]["file_stem"] = json!("moi");
    article["figures"] = json!([]);
    corpus["articles"].as_array_mut().unwrap().push(article);
    fs::write(path, corpus.to_string()).unwrap();
    let foreign = folder.path().join("site/bai-viet/bai-moi");
    fs::create_dir(&foreign).unwrap();
    fs::write(foreign.join("index.html"), "của tôi").unwrap();
    let before = contents(&folder.path().join("site"));
    let output =
        command(&folder, &["build", "--corpus", "corpus.json", "--out", "site", URL[0], URL[1]]).output();
    let output = output.unwrap();
    assert!(
        output.status.code() == Some(2) && said(&output).contains("bai-viet/bai-moi"),
        "{}",
        said(&output)
    );
    assert_eq!(differences(&before, &contents(&folder.path().join("site"))), [""; 0]);
}
