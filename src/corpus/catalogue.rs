//! Look-ups over a corpus: what belongs to a campaign, an organisation, a figure.
//!
//! A catalogue is built once from a validated corpus and only borrowed from then on. It keeps the order of the
//! document; every list it returns is in that order unless it says otherwise, so pages built natively and in the
//! browser agree.

use std::collections::{BTreeMap, BTreeSet};

use super::FigurePlace;
use super::lists::{At, Lists};
use crate::domain::{
    Article, ArticleId, Campaign, CampaignId, Corpus, Edtf, Figure, FigureId, MeasureId, Mention,
    Organisation, OrganisationId, Phase, Source, Unit,
};
use crate::order::{map, set};
use serde::{Deserialize, Serialize};

/// A figure with the article that states it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FigureRef<'a> {
    /// The article.
    pub article: &'a Article,
    /// The figure.
    pub figure: &'a Figure,
}

impl<'a> FigureRef<'a> {
    /// Whose figure it is: its own organisation, or else the article's.
    pub fn organisation(self) -> &'a OrganisationId {
        self.figure.organisation.as_ref().unwrap_or(&self.article.organisation)
    }

    /// When it speaks of: its own period, or else, where it prints none, the one that its article reports on. `None`
    /// where that is not printed as dates.
    pub fn when(self) -> Option<Edtf> {
        let own = self.figure;
        if own.when.is_some() || own.when_as_written.is_some() { own.when } else { self.article.covers }
    }

    /// Every campaign that it counts, the main one first.
    pub fn campaigns(self) -> impl Iterator<Item = &'a CampaignId> {
        self.figure.campaign.iter().chain(&self.figure.campaigns_also)
    }
}

/// A mention of a campaign with the article that it stands in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MentionRef<'a> {
    /// The article.
    pub article: &'a Article,
    /// The mention.
    pub mention: &'a Mention,
}

/// A phase with the article that states it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PhaseRef<'a> {
    /// The article.
    pub article: &'a Article,
    /// The phase.
    pub phase: &'a Phase,
}

/// How much a corpus holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Totals {
    /// Articles.
    pub articles: usize,
    /// Campaigns.
    pub campaigns: usize,
    /// Organisations that articles are about.
    pub organisations: usize,
    /// Figures.
    pub figures: usize,
}

/// A corpus with its look-up tables.
#[derive(Debug, Clone)]
pub struct Catalogue {
    corpus: Corpus,
    totals: Totals,
    articles: BTreeMap<ArticleId, usize>,
    /// Where the articles stand in the corpus of which these are a part; nothing where they are all.
    places: Option<BTreeMap<u32, usize>>,
    campaigns: BTreeMap<CampaignId, usize>,
    organisations: BTreeMap<OrganisationId, usize>,
    figures: BTreeMap<FigureId, At>,
    lists: Lists,
}

impl Catalogue {
    /// Builds the tables. Of two things with one id the first is found; a validated corpus has none.
    pub fn new(corpus: Corpus) -> Self {
        fn table<T, I: Ord + Clone>(items: &[T], id: impl Fn(&T) -> &I) -> BTreeMap<I, usize> {
            let mut table = BTreeMap::new();
            for (i, item) in items.iter().enumerate() {
                table.entry(id(item).clone()).or_insert(i);
            }
            table
        }
        let mut figures = BTreeMap::new();
        for (a, article) in corpus.articles.iter().enumerate() {
            for (f, figure) in article.figures.iter().enumerate() {
                figures.entry(figure.id.clone()).or_insert((a, f));
            }
        }
        let organisations = set(corpus.articles.iter().map(|a| &a.organisation));
        let totals = Totals {
            articles: corpus.articles.len(),
            campaigns: corpus.campaigns.len(),
            organisations: corpus.organisations.iter().filter(|o| organisations.contains(&o.id)).count(),
            figures: figures.len(),
        };
        Self {
            totals,
            articles: table(&corpus.articles, |a| &a.id),
            places: None,
            campaigns: table(&corpus.campaigns, |c| &c.id),
            organisations: table(&corpus.organisations, |o| &o.id),
            figures,
            lists: Lists::of(&corpus),
            corpus,
        }
    }

    /// The same, known to be a part of a corpus that holds so much.
    pub fn part_of(self, totals: Totals) -> Self {
        Self { totals, ..self }
    }

    /// The same, known to be the articles at these places of a corpus.
    pub fn at_places(self, places: impl IntoIterator<Item = u32>) -> Self {
        Self { places: Some(map(places.into_iter().zip(0..))), ..self }
    }

    /// How much the corpus holds, of which this may be a part.
    pub fn totals(&self) -> Totals {
        self.totals
    }

    /// The whole document.
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// Every article.
    pub fn articles(&self) -> &[Article] {
        &self.corpus.articles
    }

    /// Every campaign.
    pub fn campaigns(&self) -> &[Campaign] {
        &self.corpus.campaigns
    }

    /// Every organisation.
    pub fn organisations(&self) -> &[Organisation] {
        &self.corpus.organisations
    }

    /// Where among the campaigns the one of that id stands.
    pub fn campaign_place(&self, id: &str) -> Option<usize> {
        self.campaigns.get(id).copied()
    }

    /// Where among the organisations the one of that id stands.
    pub fn organisation_place(&self, id: &str) -> Option<usize> {
        self.organisations.get(id).copied()
    }

    /// Where among the articles the one of that id stands.
    pub fn article_place(&self, id: &str) -> Option<usize> {
        self.articles.get(id).copied()
    }

    /// The article of that id.
    pub fn article(&self, id: &str) -> Option<&Article> {
        self.corpus.articles.get(*self.articles.get(id)?)
    }

    /// The campaign of that id.
    pub fn campaign(&self, id: &str) -> Option<&Campaign> {
        self.corpus.campaigns.get(*self.campaigns.get(id)?)
    }

    /// The organisation of that id.
    pub fn organisation(&self, id: &str) -> Option<&Organisation> {
        self.corpus.organisations.get(*self.organisations.get(id)?)
    }

    /// The unit of that id.
    pub fn unit(&self, id: &str) -> Option<&Unit> {
        self.corpus.units.iter().find(|u| u.id.as_str() == id)
    }

    /// Where among the units the one of that id stands.
    pub fn unit_place(&self, id: &str) -> Option<usize> {
        self.corpus.units.iter().position(|u| u.id.as_str() == id)
    }

    /// The source of that id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.corpus.sources.iter().find(|s| s.id.as_str() == id)
    }

    /// The figure of that id, with its article.
    pub fn figure(&self, id: &str) -> Option<FigureRef<'_>> {
        self.figure_at(*self.figures.get(id)?)
    }

    /// The figure at that place of the corpus; nothing where its article is not here.
    pub fn figure_of(&self, place: FigurePlace) -> Option<FigureRef<'_>> {
        let article = match &self.places {
            None => place.article as usize,
            Some(places) => *places.get(&place.article)?,
        };
        self.figure_at((article, place.nth as usize))
    }

    /// Every article with its place in the corpus.
    pub fn placed_articles(&self) -> impl Iterator<Item = (u32, &Article)> {
        let places: Vec<u32> = match &self.places {
            None => (0..self.corpus.articles.len() as u32).collect(),
            Some(places) => places.keys().copied().collect(),
        };
        places.into_iter().zip(&self.corpus.articles)
    }

    /// The id that replaced `id`, followed to its end; `None` where there is no redirect or only a circle.
    pub fn redirect(&self, id: &str) -> Option<&str> {
        let redirects = &self.corpus.redirects;
        let mut target = redirects.get(id)?;
        for _ in 0..redirects.len() {
            match redirects.get(target) {
                Some(next) => target = next,
                None => return Some(target),
            }
        }
        None
    }

    /// Every figure.
    pub fn figures(&self) -> impl Iterator<Item = FigureRef<'_>> {
        self.corpus.articles.iter().flat_map(figures_of)
    }

    /// How many figures there are.
    pub fn figure_count(&self) -> usize {
        self.figures.len()
    }

    /// The figures that count campaign `id`.
    pub fn figures_of_campaign(&self, id: &str) -> Vec<FigureRef<'_>> {
        self.figures_at(self.lists.figures_of_campaign.of(id))
    }

    /// The figures of organisation `id`.
    pub fn figures_of_organisation(&self, id: &str) -> Vec<FigureRef<'_>> {
        self.figures_at(self.lists.figures_of_organisation.of(id))
    }

    /// The figures that measure one of these, in the order of the document.
    pub fn figures_of_measures<'m>(
        &self,
        measures: impl IntoIterator<Item = &'m MeasureId>,
    ) -> Vec<FigureRef<'_>> {
        let places = measures.into_iter().flat_map(|measure| self.lists.figures_of_measure.of(measure));
        set(places.copied()).into_iter().filter_map(|at| self.figure_at(at)).collect()
    }

    /// The figures that are a share of figure `id`.
    pub fn parts_of(&self, id: &str) -> Vec<FigureRef<'_>> {
        self.figures_at(self.lists.parts_of.of(id))
    }

    /// Every mention.
    pub fn mentions(&self) -> impl Iterator<Item = MentionRef<'_>> {
        self.corpus
            .articles
            .iter()
            .flat_map(|article| article.mentions.iter().map(move |mention| MentionRef { article, mention }))
    }

    /// The mentions of campaign `id`.
    pub fn mentions_of(&self, id: &str) -> Vec<MentionRef<'_>> {
        let mention = |(a, m): &At| {
            let article = self.corpus.articles.get(*a)?;
            Some(MentionRef { article, mention: article.mentions.get(*m)? })
        };
        self.lists.mentions_of.of(id).iter().filter_map(mention).collect()
    }

    /// Every phase.
    pub fn phases(&self) -> impl Iterator<Item = PhaseRef<'_>> {
        self.corpus.articles.iter().flat_map(phases_of)
    }

    /// The phases of campaign `id`, and those of which it is the theme.
    pub fn phases_of(&self, id: &str) -> Vec<PhaseRef<'_>> {
        let phase = |(a, p): &At| {
            let article = self.corpus.articles.get(*a)?;
            Some(PhaseRef { article, phase: article.phases.get(*p)? })
        };
        self.lists.phases_of.of(id).iter().filter_map(phase).collect()
    }

    /// The phases in the articles about organisation `id`.
    pub fn phases_of_organisation(&self, id: &str) -> Vec<PhaseRef<'_>> {
        self.articles_of_organisation(id).into_iter().flat_map(phases_of).collect()
    }

    /// The articles about organisation `id`.
    pub fn articles_of_organisation(&self, id: &str) -> Vec<&Article> {
        self.articles_at(self.lists.articles_of_organisation.of(id))
    }

    /// The articles that mention campaign `id`, count it or run a phase of it.
    pub fn articles_of_campaign(&self, id: &str) -> Vec<&Article> {
        self.articles_at(self.lists.articles_of_campaign.of(id))
    }

    /// The campaigns of these ids, in the corpus's order, each once.
    pub fn campaigns_among<'i>(&self, ids: impl IntoIterator<Item = &'i str>) -> Vec<&Campaign> {
        let places = set(ids.into_iter().filter_map(|id| self.campaign_place(id)));
        places.into_iter().filter_map(|place| self.corpus.campaigns.get(place)).collect()
    }

    /// The campaigns that organisation `id` is reported to have named, run or awarded, in the corpus's order.
    pub fn campaigns_of_organisation(&self, id: &str) -> Vec<&Campaign> {
        self.campaigns_among(self.articles_of_organisation(id).into_iter().flat_map(campaigns_of))
    }

    /// The organisations that articles are about, in the corpus's order.
    pub fn reporting_organisations(&self) -> Vec<&Organisation> {
        let reports = |o: &&Organisation| !self.lists.articles_of_organisation.of(&o.id).is_empty();
        self.corpus.organisations.iter().filter(reports).collect()
    }

    fn figure_at(&self, (a, f): At) -> Option<FigureRef<'_>> {
        let article = self.corpus.articles.get(a)?;
        Some(FigureRef { article, figure: article.figures.get(f)? })
    }

    fn figures_at(&self, places: &[At]) -> Vec<FigureRef<'_>> {
        places.iter().filter_map(|at| self.figure_at(*at)).collect()
    }

    fn articles_at(&self, places: &[At]) -> Vec<&Article> {
        places.iter().filter_map(|(a, _)| self.corpus.articles.get(*a)).collect()
    }
}

fn figures_of(article: &Article) -> impl Iterator<Item = FigureRef<'_>> {
    article.figures.iter().map(move |figure| FigureRef { article, figure })
}

fn phases_of(article: &Article) -> impl Iterator<Item = PhaseRef<'_>> {
    article.phases.iter().map(move |phase| PhaseRef { article, phase })
}

pub(super) fn campaigns_of(article: &Article) -> BTreeSet<&str> {
    let mentioned = article.mentions.iter().map(|m| m.campaign.as_str());
    let counted = figures_of(article).flat_map(FigureRef::campaigns).map(CampaignId::as_str);
    let phased = article
        .phases
        .iter()
        .flat_map(|p| std::iter::once(p.campaign.as_str()).chain(p.theme.iter().map(CampaignId::as_str)));
    set(mentioned.chain(counted).chain(phased))
}
