//! The desk of the workbench: drafts of articles, what a person does with them, and what leaves.
//!
//! Pure: it is given texts and [`Act`]s and tells what to show, say, keep and save ([`Told`], [`Part`]). In the browser it
//! runs in a worker of its own, so that reading a long text cannot hold up the page; natively it is tested as it is.
//!
//! A text becomes a [`Sheet`](sheet::Sheet): the draft that [`thidua_extract`] makes of it, what a person said of each
//! fact, and every step back. After each step all facts are verified by the code that verifies a corpus
//! ([`check`]). Only what was accepted and verifies goes out ([`export`]).
//!
//! [`own`] is the other use of the same program: a reader's own copy of an article against its facts.

mod act;
mod check;
mod edit;
mod export;
mod keep;
mod own;
mod pile;
mod refusal;
mod review;
mod sheet;
mod shelf;
mod slot;
mod take;
mod told;
mod view;

pub use act::{Act, Export, Given};
pub use own::own_copy;
pub use refusal::Refusal;
pub use slot::{Slot, State};
pub use take::What;
pub use told::{Keep, Told, refused};
pub use view::Part;

use std::collections::BTreeMap;

use sheet::Sheet;
use shelf::Shelf;
use thidua_core::domain::{Corpus, Lang};
use thidua_extract::{Additions, Contradiction, find_span};
use thidua_pages::route::BasePath;
use thidua_pages::site_model::{SiteData, VerifiedArticles};

/// The site as it would be.
#[derive(Debug)]
struct Preview {
    site: SiteData,
    /// The page that is shown.
    path: String,
    /// What the article brings.
    additions: Additions,
    /// Known figures that say otherwise.
    contradictions: Vec<Contradiction>,
}

/// The workbench.
#[derive(Debug)]
pub struct Desk {
    lang: Lang,
    base: BasePath,
    verified_articles: VerifiedArticles,
    shelf: Shelf,
    /// The name of the corpus that a person put in the place of the site's.
    own_corpus: Option<String>,
    /// The site's, where it was replaced.
    site_corpus: Option<Corpus>,
    sheets: Vec<Sheet>,
    /// The number of the open one.
    open: Option<usize>,
    unfolded: Option<Slot>,
    preview: Option<Preview>,
    /// What was shown last, by the id of its part.
    shown: BTreeMap<String, u64>,
}

impl Desk {
    /// An empty desk for the corpus of a site at `base`, with what is attested of it.
    pub fn new(corpus: Corpus, base: BasePath, verified_articles: VerifiedArticles) -> Desk {
        Desk {
            lang: Lang::Vi,
            base,
            verified_articles,
            shelf: Shelf::new(corpus),
            own_corpus: None,
            site_corpus: None,
            sheets: Vec::new(),
            open: None,
            unfolded: None,
            preview: None,
            shown: BTreeMap::new(),
        }
    }

    /// The corpus that drafts are for.
    pub fn corpus(&self) -> &Corpus {
        self.shelf.corpus()
    }

    /// The corpus of the site, which a reader's own copy is held against.
    pub fn site_corpus(&self) -> &Corpus {
        self.site_corpus.as_ref().unwrap_or_else(|| self.shelf.corpus())
    }

    /// The language of what is said.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Does what a reader asks. What cannot be done is refused in words, and changes nothing.
    pub fn act(&mut self, act: Act) -> Told {
        self.tried(act).unwrap_or_else(|refusal| told::refused(&refusal, self.lang))
    }

    /// What has to be shown anew since this was asked last, in the order in which it is put in place.
    pub fn parts(&mut self) -> Vec<Part> {
        view::changed(view::parts(self), &mut self.shown)
    }

    fn tried(&mut self, act: Act) -> Result<Told, Refusal> {
        let lang = self.lang;
        match act {
            Act::Look(lang) => {
                self.lang = lang;
                self.shown.clear();
                Ok(Told::default())
            }
            Act::Add(given) => self.add(&given),
            Act::Import(name, text) => self.import(&name, &text),
            Act::Restore(json) => self.restore(&json),
            Act::Clash(uid) => self.clash(&uid),
            Act::Open(uid) => {
                self.open = Some(self.number_of(&uid)?);
                self.unfolded = None;
                self.preview = None;
                Ok(Told::focus("soan-ten-bai"))
            }
            Act::Remove(uid) => {
                let number = self.number_of(&uid)?;
                let sheet = self.sheets.remove(number);
                self.open = self.open.filter(|open| *open != number).map(|o| o - usize::from(o > number));
                self.open = self.open.or(self.sheets.len().checked_sub(1));
                self.preview = None;
                Ok(told::removed(&sheet, lang))
            }
            Act::Split(line) => self.split(line),
            Act::Accept(slot) => self.say(slot, State::Accepted),
            Act::Reject(slot) => self.say(slot, State::Rejected),
            Act::Propose(slot) => self.say(slot, State::Proposed),
            Act::AcceptAll => self.accept_all(),
            Act::Unfold(slot) => {
                let before = std::mem::replace(&mut self.unfolded, slot);
                let card = slot.map(|slot| format!("mau-{slot}"));
                Ok(Told { focus: card.or(before.map(|slot| format!("the-{slot}"))), ..Told::default() })
            }
            Act::Edit(slot, fields) => self.edit(slot, &fields),
            Act::Name(index, fields) => {
                self.step(|facts, _, _| edit::edit_campaign(facts, index, &fields))?;
                Ok(told::mended(lang))
            }
            Act::Join(index, with) => {
                self.step(|facts, _, shelf| edit::join(facts, shelf, index, with.as_deref()))?;
                Ok(told::joined(with.is_some(), lang))
            }
            Act::Take(what, place) => self.take(what, place),
            Act::TakeWords(what, line, words) => {
                let sheet = self.sheet()?;
                let place = find_span(&sheet.text, line, &words).ok_or(Refusal::NoWords)?;
                self.take(what, place)
            }
            Act::Line(line) => {
                self.step(|facts, text, _| {
                    let is_there = text.split('\n').nth(line.saturating_sub(1) as usize).is_some();
                    match (line > 0 && is_there, facts.holds_line(line)) {
                        (false, _) => return Err(Refusal::NoSuch(line.to_string())),
                        (true, true) => edit::exclude_line(facts, line),
                        (true, false) => {
                            let place = thidua_extract::TextSpan { line, start: 0, end: 0 };
                            edit::include_line(facts, place);
                        }
                    }
                    Ok(())
                })?;
                Ok(told::mended(lang))
            }
            Act::Undo => self.back(true),
            Act::Redo => self.back(false),
            Act::Preview(path) => self.preview(path),
            Act::Export(export) => self.export(export),
        }
        .and_then(|told| self.with_kept(told))
    }

    /// Everything that changed since it was kept, to be kept.
    fn with_kept(&mut self, mut told: Told) -> Result<Told, Refusal> {
        for sheet in self.sheets.iter_mut().filter(|sheet| sheet.kept != sheet.revision) {
            let json = keep::kept(sheet)?;
            sheet.kept = sheet.revision;
            told.keep.push(Keep::Put { uid: sheet.uid.clone(), revision: sheet.revision, json });
        }
        Ok(told)
    }

    fn sheet(&self) -> Result<&Sheet, Refusal> {
        self.open.and_then(|open| self.sheets.get(open)).ok_or(Refusal::NothingOpen)
    }

    fn number_of(&self, uid: &str) -> Result<usize, Refusal> {
        let number = self.sheets.iter().position(|sheet| sheet.uid == uid);
        number.ok_or_else(|| Refusal::NoSuch(uid.to_owned()))
    }

    /// A step of the open sheet that can be undone. Says whether anything changed.
    fn step(
        &mut self,
        change: impl FnOnce(&mut sheet::Facts, &str, &Shelf) -> Result<(), Refusal>,
    ) -> Result<bool, Refusal> {
        let shelf = &self.shelf;
        let sheet = self.open.and_then(|open| self.sheets.get_mut(open)).ok_or(Refusal::NothingOpen)?;
        let text = sheet.text.clone();
        let changed = sheet.step(shelf, |facts| change(facts, &text, shelf))?;
        self.preview = None;
        Ok(changed)
    }
}
