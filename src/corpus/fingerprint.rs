//! Whether what was read of a catalogue is still the same: a number for every [`Key`], another where anything has changed
//! that can be reached from it.
//!
//! The numbers are those of this program: a hash of what serde writes, so that a new field of the
//! domain is in them without a word here. They are compared with those of the same key alone.

use std::hash::{BuildHasher as _, Hash, Hasher};
use std::io::{self, Write};

use foldhash::quality::{FixedState, FoldHasher};
use serde::Serialize;

use super::Catalogue;
use super::both::on_both_cores;
use super::lists::{At, List};
use super::reading::What;
use crate::domain::{Article, Corpus};

/// The numbers of a catalogue.
#[derive(Debug)]
pub struct Fingerprints {
    /// Of the whole document and what is said of it besides.
    all: u64,
    articles: Vec<u64>,
    campaigns: Vec<u64>,
    organisations: Vec<u64>,
}

impl Fingerprints {
    /// Goes through a catalogue. `all` is a number of the whole document; `written` an article by its place, as it stands in
    /// that document, where that is known; `beside` what the site says of an article that is not written in it.
    pub fn new<'d>(
        catalogue: &Catalogue,
        all: u64,
        written: impl Fn(usize) -> Option<&'d [u8]> + Sync,
        beside: impl Fn(&Article) -> bool + Sync,
    ) -> Fingerprints {
        let Corpus { articles, campaigns, organisations, .. } = &catalogue.corpus;
        let number_of = |(article, place): (&Article, usize)| match written(place) {
            Some(bytes) => FixedState::default().hash_one((beside(article), bytes)),
            None => number(&(beside(article), article)),
        };
        let of =
            |some: &[Article], first: usize| some.iter().zip(first..).map(number_of).collect::<Vec<u64>>();
        let articles = on_both_cores(articles, of).concat();
        Fingerprints {
            all,
            articles,
            campaigns: campaigns.iter().map(number).collect(),
            organisations: organisations.iter().map(number).collect(),
        }
    }

    /// The number of a key of that catalogue; zero where there is nothing of that id.
    pub fn of(&self, catalogue: &Catalogue, what: What, id: &str) -> u64 {
        let Catalogue { corpus, totals, articles, campaigns, organisations, figures, lists, .. } = catalogue;
        let named = |numbers: &[u64], place: Option<&usize>| {
            place.and_then(|place| numbers.get(*place)).copied().unwrap_or_default()
        };
        let place = |place: Option<&usize>| place.map_or(0, number);
        let stated = |list: &List| hash(list.of(id).iter().map(|at| self.at(at)));
        let listed = |list: &List, numbers: &[u64]| {
            hash(list.of(id).iter().filter_map(|(place, _)| numbers.get(*place)))
        };
        match what {
            What::All => self.all,
            What::Totals => hash([totals.articles, totals.campaigns, totals.organisations, totals.figures]),
            What::Title => number(&corpus.title),
            What::Licence => number(&corpus.licence),
            What::Ids => ids(catalogue),
            What::Campaigns => hash(&self.campaigns),
            What::Organisations => hash(&self.organisations),
            What::Reporting => {
                let reporting = catalogue.reporting_organisations();
                hash(reporting.iter().map(|o| named(&self.organisations, organisations.get(&o.id))))
            }
            What::Redirects => number(&corpus.redirects),
            What::Article => named(&self.articles, articles.get(id)),
            What::Campaign => named(&self.campaigns, campaigns.get(id)),
            What::Organisation => named(&self.organisations, organisations.get(id)),
            What::Unit => corpus.units.iter().find(|unit| &*unit.id == id).map_or(0, number),
            What::Source => corpus.sources.iter().find(|source| &*source.id == id).map_or(0, number),
            What::Figure => figures.get(id).map_or(0, |at| hash([self.at(at)])),
            What::Redirect => number(&catalogue.redirect(id)),
            What::ArticlePlace => place(articles.get(id)),
            What::SourcePlace => number(&corpus.sources.iter().position(|source| &*source.id == id)),
            What::UnitPlace => number(&corpus.units.iter().position(|unit| &*unit.id == id)),
            What::CampaignPlace => place(campaigns.get(id)),
            What::OrganisationPlace => place(organisations.get(id)),
            What::OfCampaign => stated(&lists.articles_of_campaign),
            What::OfOrganisation => stated(&lists.articles_of_organisation),
            What::FiguresOf => stated(&lists.figures_of_organisation),
            What::PeopleOf => stated(&lists.people_of),
            // Lists of several measures are put together in the order of the document.
            What::Measured => hash(lists.figures_of_measure.of(id).iter().map(|at| (at.0, self.at(at)))),
            What::PartsOf => stated(&lists.parts_of),
            What::LaunchedBy => listed(&lists.launched_by, &self.campaigns),
            What::Below => listed(&lists.below, &self.organisations),
        }
    }

    /// The article at a place, whole, and the place in its list.
    fn at(&self, (article, inner): &At) -> (u64, usize) {
        (self.articles.get(*article).copied().unwrap_or_default(), *inner)
    }
}

fn ids(catalogue: &Catalogue) -> u64 {
    let ids = catalogue.ids();
    FixedState::default().hash_one((ids.articles, ids.campaigns, ids.organisations, ids.figures))
}

fn hasher() -> FoldHasher<'static> {
    FixedState::default().build_hasher()
}

/// The number of some numbers in their order.
fn hash(items: impl IntoIterator<Item = impl Hash>) -> u64 {
    let mut hasher = hasher();
    let mut count = 0_usize;
    for item in items {
        item.hash(&mut hasher);
        count += 1;
    }
    count.hash(&mut hasher);
    hasher.finish()
}

/// The number of anything that can be written.
fn number(value: &(impl Serialize + ?Sized)) -> u64 {
    let mut hashing = Hashing(hasher());
    // Plain data: writing it into a hash cannot fail.
    let _written = serde_json::to_writer(io::BufWriter::with_capacity(1 << 12, &mut hashing), value);
    hashing.0.finish()
}

struct Hashing(FoldHasher<'static>);

impl Write for Hashing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
