//! Passages: the texts by which an article is found, each with its location.
//!
//! The names of a campaign or organisation are passages of every article that mentions it, so that an article can be
//! matched without looking at others.

use std::borrow::Cow;

use thidua_core::collections::{SortedSet, sort_by_key};
use thidua_core::corpus::Catalogue;
use thidua_core::domain::{Article, CampaignId, Figure, FigureId, Lang, OrganisationId};
use thidua_core::text::token::{key_of, ranges};
use thidua_core::text::{format_number, key};

use super::results::PassageLocation;

/// Kind of a passage. Matches have a weight by zone; the order is that of [`super::weights::WEIGHTS`], heaviest
/// first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Zone {
    /// Headline.
    Headline,
    /// Name of a campaign.
    Campaign,
    /// Name of an organisation.
    Organisation,
    /// Name of a person.
    Person,
    /// Line above the headline.
    Kicker,
    /// Figure as printed, or its label.
    Figure,
    /// Phase of a campaign.
    Phase,
    /// Digest.
    Digest,
    /// Role of a person.
    Role,
    /// Authors.
    Byline,
    /// Full text.
    Body,
}

impl Zone {
    /// Number of zones.
    pub(super) const COUNT: u32 = 11;

    /// Bit of the zone in a zone mask.
    pub(super) const fn bit(self) -> u16 {
        1 << self as u16
    }

    /// Mask of the zones whose passages are a headline or a name as a whole.
    pub(super) const NAMES: u16 =
        Zone::Headline.bit() | Zone::Campaign.bit() | Zone::Organisation.bit() | Zone::Person.bit();
}

/// Passage with its own text.
#[derive(Debug, Clone)]
pub(super) struct Passage {
    /// Location within the article.
    pub location: PassageLocation,
    /// Kind of text.
    pub zone: Zone,
    /// Language.
    pub lang: Lang,
    /// The text.
    pub text: String,
}

/// Passage that borrows from the catalogue.
#[derive(Debug)]
pub(super) struct PassageRef<'a> {
    location: LocationRef<'a>,
    /// Kind of text.
    pub zone: Zone,
    lang: Lang,
    /// The text; owned only where it does not stand in the catalogue.
    pub text: Cow<'a, str>,
}

impl PassageRef<'_> {
    /// Copies the passage.
    pub(super) fn into_owned(self) -> Passage {
        let PassageRef { location, zone, lang, text } = self;
        Passage { location: location.into_owned(), zone, lang, text: text.into_owned() }
    }
}

/// [`PassageLocation`] that borrows from the catalogue.
#[derive(Debug, Clone, Copy)]
enum LocationRef<'a> {
    Headline,
    Kicker,
    Byline,
    Digest(u32),
    Campaign(&'a CampaignId),
    Figure(&'a FigureId),
    Phase(u32),
    Person(&'a str),
    Organisation(&'a OrganisationId),
    Body(usize),
}

impl LocationRef<'_> {
    fn into_owned(self) -> PassageLocation {
        match self {
            LocationRef::Headline => PassageLocation::Headline,
            LocationRef::Kicker => PassageLocation::Kicker,
            LocationRef::Byline => PassageLocation::Byline,
            LocationRef::Digest(line) => PassageLocation::Digest { line },
            LocationRef::Campaign(id) => PassageLocation::Campaign(id.clone()),
            LocationRef::Figure(id) => PassageLocation::Figure(id.clone()),
            LocationRef::Phase(line) => PassageLocation::Phase { line },
            LocationRef::Person(name) => PassageLocation::Person(name.to_owned()),
            LocationRef::Organisation(id) => PassageLocation::Organisation(id.clone()),
            LocationRef::Body(paragraph) => PassageLocation::Body { paragraph },
        }
    }
}

/// Returns all passages of an article, sorted by zone: its own texts, then the names of the campaigns and
/// organisations that it mentions, in catalogue order.
pub(super) fn passages<'a>(article: &'a Article, catalogue: &'a Catalogue) -> Vec<PassageRef<'a>> {
    let mut collector = Collector { passages: Vec::new() };
    collector.article(article);
    collector.people(article);
    collector.facts(article, catalogue);
    for campaign in sorted(named_campaigns(article).filter_map(|id| catalogue.campaign_index(id.as_str()))) {
        let Some(campaign) = catalogue.campaigns().get(campaign) else { continue };
        let names = (&campaign.name, &campaign.aliases, campaign.name_en.as_ref());
        collector.names(LocationRef::Campaign(&campaign.id), Zone::Campaign, names);
    }
    let named = named_organisations(article);
    for organisation in sorted(named.filter_map(|id| catalogue.organisation_index(id.as_str()))) {
        let Some(organisation) = catalogue.organisations().get(organisation) else { continue };
        let names = (&organisation.name, &organisation.aliases, organisation.name_en.as_ref());
        collector.names(LocationRef::Organisation(&organisation.id), Zone::Organisation, names);
    }
    let mut passages = collector.passages;
    sort_by_key(&mut passages, |passage| passage.zone);
    passages
}

fn sorted(places: impl Iterator<Item = usize>) -> SortedSet<usize> {
    places.collect()
}

fn named_campaigns(article: &Article) -> impl Iterator<Item = &CampaignId> {
    let counted = article.figures.iter().flat_map(|f| f.campaign.iter().chain(&f.campaigns_also));
    let phase_campaigns = article.phases.iter().flat_map(|p| std::iter::once(&p.campaign).chain(&p.theme));
    article.mentions.iter().map(|m| &m.campaign).chain(counted).chain(phase_campaigns)
}

fn named_organisations(article: &Article) -> impl Iterator<Item = &OrganisationId> {
    let counted = article.figures.iter().filter_map(|f| f.organisation.as_ref());
    let serving = article.people.iter().filter_map(|p| p.organisation.as_ref());
    std::iter::once(&article.organisation).chain(counted).chain(serving)
}

/// Name, aliases and English name.
type NameForms<'a> = (&'a String, &'a Vec<String>, Option<&'a String>);

/// Collects the passages of one article.
struct Collector<'a> {
    passages: Vec<PassageRef<'a>>,
}

impl<'a> Collector<'a> {
    fn add(&mut self, location: LocationRef<'a>, zone: Zone, lang: Lang, text: impl Into<Cow<'a, str>>) {
        self.passages.push(PassageRef { location, zone, lang, text: text.into() });
    }

    /// Adds the name, the aliases and the English name of something that the article mentions.
    fn names(&mut self, location: LocationRef<'a>, zone: Zone, names: NameForms<'a>) {
        let (name, aliases, english) = names;
        let vietnamese = std::iter::once(name).chain(aliases).map(|name| (name, Lang::Vi));
        for (name, lang) in vietnamese.chain(english.map(|name| (name, Lang::En))) {
            self.add(location, zone, lang, name);
        }
    }

    fn article(&mut self, article: &'a Article) {
        self.add(LocationRef::Headline, Zone::Headline, Lang::Vi, &article.headline);
        if let Some(headline) = &article.headline_en {
            self.add(LocationRef::Headline, Zone::Headline, Lang::En, headline);
        }
        if let Some(kicker) = &article.kicker {
            self.add(LocationRef::Kicker, Zone::Kicker, Lang::Vi, kicker);
        }
        for author in &article.byline {
            self.add(LocationRef::Byline, Zone::Byline, Lang::Vi, author);
        }
        for paragraph in &article.digest {
            let location = LocationRef::Digest(paragraph.line);
            self.add(location, Zone::Digest, Lang::Vi, &paragraph.vi);
            self.add(location, Zone::Digest, Lang::En, &paragraph.en);
        }
        for (paragraph, text) in article.body.iter().flatten().enumerate() {
            self.add(LocationRef::Body(paragraph), Zone::Body, Lang::Vi, text);
        }
    }

    fn people(&mut self, article: &'a Article) {
        for person in &article.people {
            let location = LocationRef::Person(&person.name);
            self.add(location, Zone::Person, Lang::Vi, &person.name);
            let roles = [(&person.role, Lang::Vi), (&person.role_en, Lang::En)];
            for (role, lang) in roles.into_iter().filter_map(|(role, lang)| Some((role.as_ref()?, lang))) {
                self.add(location, Zone::Role, lang, role);
            }
        }
    }

    fn facts(&mut self, article: &'a Article, catalogue: &'a Catalogue) {
        for figure in &article.figures {
            self.figure(figure);
        }
        for phase in &article.phases {
            let location = LocationRef::Phase(phase.line);
            self.add(location, Zone::Phase, Lang::Vi, &phase.name);
            if let Some(when) = &phase.as_written {
                self.add(location, Zone::Phase, Lang::Vi, when);
            }
        }
        // A printed variant that is not a name of the campaign counts for this article only.
        for mention in &article.mentions {
            let Some(campaign) = catalogue.campaign(&mention.campaign) else { continue };
            let names = || std::iter::once(&campaign.name).chain(&campaign.aliases);
            // Cheap comparison first: most mentions are printed exactly like a known name.
            if names().any(|name| *name == mention.as_written) {
                continue;
            }
            let printed = key(&mention.as_written);
            if names().all(|name| key(name) != printed) {
                let location = LocationRef::Campaign(&mention.campaign);
                self.add(location, Zone::Campaign, Lang::Vi, &mention.as_written);
            }
        }
    }

    fn figure(&mut self, figure: &'a Figure) {
        let location = LocationRef::Figure(&figure.id);
        self.add(location, Zone::Figure, Lang::Vi, &figure.as_written);
        self.add(location, Zone::Figure, Lang::Vi, &figure.label.vi);
        self.add(location, Zone::Figure, Lang::En, &figure.label.en);
        // "1,2 tỉ đồng" is also found as 1200000000.
        let number = format_number(figure.value, Lang::Vi);
        let printed = key(&number);
        let mut words = ranges(&figure.as_written).filter_map(|range| figure.as_written.get(range));
        if words.all(|word| key_of(word) != printed) {
            self.add(location, Zone::Figure, Lang::Vi, number);
        }
    }
}
