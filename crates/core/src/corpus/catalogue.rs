//! Look-ups over a corpus: what belongs to a campaign, an organisation, a figure.
//!
//! A catalogue is built once from a validated corpus and only borrowed from then on. It keeps the order of the
//! document; every list it returns is in that order unless it says otherwise, so pages built natively and in the
//! browser agree.

use std::collections::BTreeMap;
use std::hash::Hash;

use super::FigurePosition;
use super::refs::{FigureRef, MentionRef, PageIds, PhaseRef, Totals, figures_of, phases_of};
use super::reverse_index::{ItemPosition, ReverseIndexes};
use crate::collections::{Lookup, collect_map, collect_set, to_u32};
use crate::domain::{
    Article, ArticleId, Bilingual, Campaign, CampaignId, Corpus, FigureId, Licence, MeasureId, Organisation,
    OrganisationId, Person, Source, Unit,
};
use crate::parallel::join;

/// A corpus with its look-up tables.
#[derive(Debug, Clone)]
pub struct Catalogue {
    pub(super) corpus: Corpus,
    pub(super) totals: Totals,
    pub(super) articles: Lookup<ArticleId, usize>,
    /// Where the articles stand in the corpus of which these are a part; nothing where they are all.
    places: Option<BTreeMap<u32, usize>>,
    pub(super) campaigns: Lookup<CampaignId, usize>,
    pub(super) organisations: Lookup<OrganisationId, usize>,
    pub(super) figures: Lookup<FigureId, ItemPosition>,
    pub(super) reverse_indexes: ReverseIndexes,
}

impl Catalogue {
    /// Builds the tables. Of two things with one id the first is found; a validated corpus has none.
    pub fn new(corpus: Corpus) -> Self {
        fn table<T, I: Eq + Hash + Clone>(items: &[T], id: impl Fn(&T) -> &I) -> Lookup<I, usize> {
            let mut table = Lookup::default();
            for (i, item) in items.iter().enumerate() {
                table.insert_first(id(item).clone(), i);
            }
            table
        }
        let (figures, reverse_indexes) = join(
            || {
                let mut figures = Lookup::default();
                for (a, article) in corpus.articles.iter().enumerate() {
                    for (f, figure) in article.figures.iter().enumerate() {
                        figures.insert_first(figure.id.clone(), (a, f));
                    }
                }
                figures
            },
            || ReverseIndexes::of(&corpus),
        );
        let organisations = collect_set(corpus.articles.iter().map(|a| &a.organisation));
        let totals = Totals {
            articles: corpus.articles.len(),
            campaigns: corpus.campaigns.len(),
            organisations: corpus.organisations.iter().filter(|o| organisations.contains(&o.id)).count(),
            figures: figures.count(),
        };
        Self {
            totals,
            articles: table(&corpus.articles, |a| &a.id),
            places: None,
            campaigns: table(&corpus.campaigns, |c| &c.id),
            organisations: table(&corpus.organisations, |o| &o.id),
            figures,
            reverse_indexes,
            corpus,
        }
    }

    /// The same, known to be a part of a corpus that holds so much.
    pub fn with_totals(self, totals: Totals) -> Self {
        Self { totals, ..self }
    }

    /// The same, known to be the articles at these places of a corpus.
    pub fn with_article_indexes(self, places: impl IntoIterator<Item = u32>) -> Self {
        Self { places: Some(collect_map(places.into_iter().zip(0..))), ..self }
    }

    /// How much the corpus holds, of which this may be a part.
    pub fn totals(&self) -> Totals {
        self.totals
    }

    /// The whole document.
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// The name of the collection.
    pub fn title(&self) -> &Bilingual {
        &self.corpus.title
    }

    /// What others may do with the data, where it is said.
    pub fn licence(&self) -> Option<&Licence> {
        self.corpus.licence.as_ref()
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

    /// The ids of everything that has a page: articles, campaigns, organisations and figures, each in their order.
    pub fn ids(&self) -> PageIds<'_> {
        let Corpus { articles, campaigns, organisations, .. } = &self.corpus;
        PageIds {
            articles: articles.iter().map(|article| &article.id).collect(),
            campaigns: campaigns.iter().map(|campaign| &campaign.id).collect(),
            organisations: organisations.iter().map(|organisation| &organisation.id).collect(),
            figures: articles
                .iter()
                .flat_map(|article| article.figures.iter().map(|figure| &figure.id))
                .collect(),
        }
    }

    /// Every old id.
    pub fn old_ids(&self) -> impl Iterator<Item = &str> {
        self.corpus.redirects.keys().map(String::as_str)
    }

    /// Where among the campaigns the one of that id stands.
    pub fn campaign_index(&self, id: &str) -> Option<usize> {
        self.campaigns.get(id).copied()
    }

    /// Where among the organisations the one of that id stands.
    pub fn organisation_index(&self, id: &str) -> Option<usize> {
        self.organisations.get(id).copied()
    }

    /// Where among the articles the one of that id stands.
    pub fn article_index(&self, id: &str) -> Option<usize> {
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
    pub fn unit_index(&self, id: &str) -> Option<usize> {
        self.corpus.units.iter().position(|u| u.id.as_str() == id)
    }

    /// The source of that id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.corpus.sources.iter().find(|s| s.id.as_str() == id)
    }

    /// Where among the sources the one of that id stands.
    pub fn source_index(&self, id: &str) -> Option<usize> {
        self.corpus.sources.iter().position(|s| s.id.as_str() == id)
    }

    /// The figure of that id, with its article.
    pub fn figure(&self, id: &str) -> Option<FigureRef<'_>> {
        self.figure_of_item(*self.figures.get(id)?)
    }

    /// The figure at that place of the corpus; nothing where its article is not here.
    pub fn figure_at(&self, place: FigurePosition) -> Option<FigureRef<'_>> {
        // Places change with every article before them: whoever goes by them reads everything.
        let article = match &self.places {
            None => place.article as usize,
            Some(places) => *places.get(&place.article)?,
        };
        self.figure_of_item((article, place.nth as usize))
    }

    /// Every article with its place in the corpus.
    pub fn indexed_articles(&self) -> impl Iterator<Item = (u32, &Article)> {
        let places: Vec<u32> = match &self.places {
            None => (0..to_u32(self.corpus.articles.len())).collect(),
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
        self.figures.count()
    }

    /// The figures that count campaign `id`.
    pub fn figures_of_campaign(&self, id: &str) -> Vec<FigureRef<'_>> {
        self.figures_of_items(self.reverse_indexes.figures_of_campaign.of(id))
    }

    /// The figures of organisation `id`.
    pub fn figures_of_organisation(&self, id: &str) -> Vec<FigureRef<'_>> {
        self.figures_of_items(self.reverse_indexes.figures_of_organisation.of(id))
    }

    /// The figures that measure one of these, in the order of the document.
    pub fn figures_of_measures<'m>(
        &self,
        measures: impl IntoIterator<Item = &'m MeasureId>,
    ) -> Vec<FigureRef<'_>> {
        let places =
            measures.into_iter().flat_map(|measure| self.reverse_indexes.figures_of_measure.of(measure));
        collect_set(places.copied()).into_iter().filter_map(|pos| self.figure_of_item(pos)).collect()
    }

    /// The figures that are a share of figure `id`.
    pub fn shares_of(&self, id: &str) -> Vec<FigureRef<'_>> {
        self.figures_of_items(self.reverse_indexes.shares_of.of(id))
    }

    /// The mentions of campaign `id`.
    pub fn mentions_of(&self, id: &str) -> Vec<MentionRef<'_>> {
        let mention = |(a, m): &ItemPosition| {
            let article = self.corpus.articles.get(*a)?;
            Some(MentionRef { article, mention: article.mentions.get(*m)? })
        };
        self.reverse_indexes.mentions_of.of(id).iter().filter_map(mention).collect()
    }

    /// Every phase.
    pub fn phases(&self) -> impl Iterator<Item = PhaseRef<'_>> {
        self.corpus.articles.iter().flat_map(phases_of)
    }

    /// The phases of campaign `id`, and those of which it is the theme.
    pub fn phases_of(&self, id: &str) -> Vec<PhaseRef<'_>> {
        let phase = |(a, p): &ItemPosition| {
            let article = self.corpus.articles.get(*a)?;
            Some(PhaseRef { article, phase: article.phases.get(*p)? })
        };
        self.reverse_indexes.phases_of.of(id).iter().filter_map(phase).collect()
    }

    /// The phases in the articles about organisation `id`.
    pub fn phases_of_organisation(&self, id: &str) -> Vec<PhaseRef<'_>> {
        self.articles_of_organisation(id).into_iter().flat_map(phases_of).collect()
    }

    /// The articles about organisation `id`.
    pub fn articles_of_organisation(&self, id: &str) -> Vec<&Article> {
        self.articles_of_items(self.reverse_indexes.articles_of_organisation.of(id))
    }

    /// The articles that mention campaign `id`, count it or run a phase of it.
    pub fn articles_of_campaign(&self, id: &str) -> Vec<&Article> {
        self.articles_of_items(self.reverse_indexes.articles_of_campaign.of(id))
    }

    /// The people that articles give to organisation `id`.
    pub fn people_of(&self, id: &str) -> Vec<&Person> {
        let person = |(a, p): &ItemPosition| self.corpus.articles.get(*a)?.people.get(*p);
        self.reverse_indexes.people_of.of(id).iter().filter_map(person).collect()
    }

    /// The campaigns that organisation `id` has launched.
    pub fn campaigns_launched_by(&self, id: &str) -> Vec<&Campaign> {
        self.reverse_indexes
            .launched_by
            .of(id)
            .iter()
            .filter_map(|(c, _)| self.corpus.campaigns.get(*c))
            .collect()
    }

    /// The organisations right below organisation `id`.
    pub fn child_organisations(&self, id: &str) -> Vec<&Organisation> {
        self.reverse_indexes
            .child_organisations
            .of(id)
            .iter()
            .filter_map(|(o, _)| self.corpus.organisations.get(*o))
            .collect()
    }

    /// The campaigns of these ids, in the corpus's order, each once.
    pub fn campaigns_by_id<'i>(&self, ids: impl IntoIterator<Item = &'i str>) -> Vec<&Campaign> {
        let places = collect_set(ids.into_iter().filter_map(|id| self.campaign_index(id)));
        places.into_iter().filter_map(|place| self.corpus.campaigns.get(place)).collect()
    }

    /// The organisations that articles are about, in the corpus's order.
    pub fn reporting_organisations(&self) -> Vec<&Organisation> {
        let reports = |o: &&Organisation| !self.reverse_indexes.articles_of_organisation.of(&o.id).is_empty();
        self.corpus.organisations.iter().filter(reports).collect()
    }

    fn figure_of_item(&self, (a, f): ItemPosition) -> Option<FigureRef<'_>> {
        let article = self.corpus.articles.get(a)?;
        Some(FigureRef { article, figure: article.figures.get(f)? })
    }

    fn figures_of_items(&self, places: &[ItemPosition]) -> Vec<FigureRef<'_>> {
        places.iter().filter_map(|pos| self.figure_of_item(*pos)).collect()
    }

    fn articles_of_items(&self, places: &[ItemPosition]) -> Vec<&Article> {
        places.iter().filter_map(|(a, _)| self.corpus.articles.get(*a)).collect()
    }
}
