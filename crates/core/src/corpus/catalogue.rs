//! Look-ups over a corpus: by id, and by campaign, organisation, measure and whole.
//!
//! A catalogue is built once from a validated corpus and does not change afterwards. Lists are in the order of the
//! document unless the method says otherwise, so that pages built natively and in the browser agree.
//!
//! ```
//! use thidua_core::corpus::Catalogue;
//! use thidua_core::domain::{Bilingual, Corpus};
//!
//! let catalogue = Catalogue::new(Corpus::empty(Bilingual::default()));
//! assert_eq!(catalogue.figures().count(), 0);
//! assert!(catalogue.campaign("lao-dong-gioi").is_none());
//! ```

use std::collections::BTreeMap;
use std::hash::Hash;
use std::sync::OnceLock;

use super::FigurePosition;
use super::names::end_of;
use super::refs::{FigureRef, MentionRef, PageIds, PhaseRef, Totals, figures_of, phases_of};
use super::reverse_index::{ItemPosition, ReverseIndexes};
use super::years::{FactsByYear, YearCounts};
use crate::collections::{Lookup, SortedSet, collect_map, collect_set, to_u32};
use crate::domain::{
    Article, ArticleId, Bilingual, Campaign, CampaignId, Corpus, FigureId, Lang, Licence, MeasureId,
    Organisation, OrganisationId, Person, Source, Unit,
};

/// A corpus with its look-up tables.
#[derive(Debug, Clone)]
pub struct Catalogue {
    pub(super) corpus: Corpus,
    pub(super) totals: Totals,
    pub(super) articles: Lookup<ArticleId, usize>,
    /// For a part of a corpus: the index here of each article, by its index in the whole corpus. `None` where all
    /// articles are here.
    article_indexes: Option<BTreeMap<u32, usize>>,
    pub(super) campaigns: Lookup<CampaignId, usize>,
    pub(super) organisations: Lookup<OrganisationId, usize>,
    /// Positions of figures by id, made when they are first asked for: a search never does.
    figures: OnceLock<Lookup<FigureId, ItemPosition>>,
    /// Made when they are first asked for, as well.
    reverse_indexes: OnceLock<ReverseIndexes>,
    /// Counts of every year, made when they are first asked for.
    years: OnceLock<BTreeMap<u16, YearCounts>>,
}

impl Catalogue {
    /// Builds the tables of ids, in time proportional to the corpus. Of two objects with one id the first is found; a
    /// validated corpus has no such objects.
    pub fn new(corpus: Corpus) -> Self {
        fn table<T, I: Eq + Hash + Clone>(items: &[T], id: impl Fn(&T) -> &I) -> Lookup<I, usize> {
            let mut table = Lookup::default();
            for (i, item) in items.iter().enumerate() {
                table.insert_first(id(item).clone(), i);
            }
            table
        }
        let organisations: SortedSet<&OrganisationId> =
            corpus.articles.iter().map(|a| &a.organisation).collect();
        let totals = Totals {
            articles: corpus.articles.len(),
            campaigns: corpus.campaigns.len(),
            organisations: corpus.organisations.iter().filter(|o| organisations.contains(&o.id)).count(),
            figures: corpus.articles.iter().map(|article| article.figures.len()).sum(),
        };
        Self {
            totals,
            articles: table(&corpus.articles, |a| &a.id),
            article_indexes: None,
            campaigns: table(&corpus.campaigns, |c| &c.id),
            organisations: table(&corpus.organisations, |o| &o.id),
            figures: OnceLock::new(),
            reverse_indexes: OnceLock::new(),
            years: OnceLock::new(),
            corpus,
        }
    }

    /// Sets the totals of the whole corpus, of which this is a part.
    pub fn with_totals(self, totals: Totals) -> Self {
        Self { totals, ..self }
    }

    /// Declares the articles to be those at these indexes of the whole corpus, in this order.
    pub fn with_article_indexes(self, article_indexes: impl IntoIterator<Item = u32>) -> Self {
        Self { article_indexes: Some(collect_map(article_indexes.into_iter().zip(0..))), ..self }
    }

    /// Totals of the whole corpus, of which this may be a part.
    pub fn totals(&self) -> Totals {
        self.totals
    }

    /// The document.
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// Title of the collection.
    pub fn title(&self) -> &Bilingual {
        &self.corpus.title
    }

    /// Licence of the data. `None` where the corpus states none.
    pub fn licence(&self) -> Option<&Licence> {
        self.corpus.licence.as_ref()
    }

    /// Languages in which the site has pages, Vietnamese first.
    pub fn languages(&self) -> &'static [Lang] {
        self.corpus.languages.as_slice()
    }

    /// All articles.
    pub fn articles(&self) -> &[Article] {
        &self.corpus.articles
    }

    /// All campaigns.
    pub fn campaigns(&self) -> &[Campaign] {
        &self.corpus.campaigns
    }

    /// All organisations.
    pub fn organisations(&self) -> &[Organisation] {
        &self.corpus.organisations
    }

    /// Ids of everything that has a page: articles, campaigns, organisations and figures, each in the order of the
    /// document.
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

    /// Ids that are redirected to another id.
    pub fn old_ids(&self) -> impl Iterator<Item = &str> {
        self.corpus.redirects.keys().map(String::as_str)
    }

    /// Index of the campaign with this id.
    pub fn campaign_index(&self, id: &str) -> Option<usize> {
        self.campaigns.get(id).copied()
    }

    /// Index of the organisation with this id.
    pub fn organisation_index(&self, id: &str) -> Option<usize> {
        self.organisations.get(id).copied()
    }

    /// Index of the article with this id.
    pub fn article_index(&self, id: &str) -> Option<usize> {
        self.articles.get(id).copied()
    }

    /// The article with this id.
    pub fn article(&self, id: &str) -> Option<&Article> {
        self.corpus.articles.get(*self.articles.get(id)?)
    }

    /// The campaign with this id.
    pub fn campaign(&self, id: &str) -> Option<&Campaign> {
        self.corpus.campaigns.get(*self.campaigns.get(id)?)
    }

    /// The organisation with this id.
    pub fn organisation(&self, id: &str) -> Option<&Organisation> {
        self.corpus.organisations.get(*self.organisations.get(id)?)
    }

    /// The unit with this id. Linear in the number of units.
    pub fn unit(&self, id: &str) -> Option<&Unit> {
        self.corpus.units.iter().find(|u| u.id.as_str() == id)
    }

    /// Index of the unit with this id. Linear in the number of units.
    pub fn unit_index(&self, id: &str) -> Option<usize> {
        self.corpus.units.iter().position(|u| u.id.as_str() == id)
    }

    /// The source with this id. Linear in the number of sources.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.corpus.sources.iter().find(|s| s.id.as_str() == id)
    }

    /// Index of the source with this id. Linear in the number of sources.
    pub fn source_index(&self, id: &str) -> Option<usize> {
        self.corpus.sources.iter().position(|s| s.id.as_str() == id)
    }

    /// The figure with this id, and its article.
    pub fn figure(&self, id: &str) -> Option<FigureRef<'_>> {
        self.figure_of_item(*self.figure_positions().get(id)?)
    }

    /// The figure at this position of the whole corpus. `None` where its article is not part of this catalogue.
    pub fn figure_at(&self, position: FigurePosition) -> Option<FigureRef<'_>> {
        let article = match &self.article_indexes {
            None => position.article as usize,
            Some(article_indexes) => *article_indexes.get(&position.article)?,
        };
        self.figure_of_item((article, position.nth as usize))
    }

    /// All articles, each with its index in the whole corpus.
    pub fn indexed_articles(&self) -> impl Iterator<Item = (u32, &Article)> {
        let article_indexes: Vec<u32> = match &self.article_indexes {
            None => (0..to_u32(self.corpus.articles.len())).collect(),
            Some(article_indexes) => article_indexes.keys().copied().collect(),
        };
        article_indexes.into_iter().zip(&self.corpus.articles)
    }

    /// Follows redirects from `id` to the id at their end. `None` where there is no redirect, or only a cycle.
    pub fn redirect(&self, id: &str) -> Option<&str> {
        end_of(&self.corpus, id)
    }

    /// All figures.
    pub fn figures(&self) -> impl Iterator<Item = FigureRef<'_>> {
        self.corpus.articles.iter().flat_map(figures_of)
    }

    /// Figures that count campaign `id`.
    pub fn figures_of_campaign(&self, id: &str) -> Vec<FigureRef<'_>> {
        self.figures_of_items(self.reverse_indexes().figures_of_campaign.of(id))
    }

    /// Figures of organisation `id`.
    pub fn figures_of_organisation(&self, id: &str) -> Vec<FigureRef<'_>> {
        self.figures_of_items(self.reverse_indexes().figures_of_organisation.of(id))
    }

    /// Figures that measure one of `measures`.
    pub fn figures_of_measures<'m>(
        &self,
        measures: impl IntoIterator<Item = &'m MeasureId>,
    ) -> Vec<FigureRef<'_>> {
        let positions =
            measures.into_iter().flat_map(|measure| self.reverse_indexes().figures_of_measure.of(measure));
        collect_set(positions.copied()).into_iter().filter_map(|pos| self.figure_of_item(pos)).collect()
    }

    /// Figures that are shares of figure `id`.
    pub fn shares_of(&self, id: &str) -> Vec<FigureRef<'_>> {
        self.figures_of_items(self.reverse_indexes().shares_of.of(id))
    }

    /// Mentions of campaign `id`.
    pub fn mentions_of(&self, id: &str) -> Vec<MentionRef<'_>> {
        let mention = |(a, m): &ItemPosition| {
            let article = self.corpus.articles.get(*a)?;
            Some(MentionRef { article, mention: article.mentions.get(*m)? })
        };
        self.reverse_indexes().mentions_of.of(id).iter().filter_map(mention).collect()
    }

    /// All phases.
    pub fn phases(&self) -> impl Iterator<Item = PhaseRef<'_>> {
        self.corpus.articles.iter().flat_map(phases_of)
    }

    /// Phases of campaign `id`, and phases of which it is the theme.
    pub fn phases_of(&self, id: &str) -> Vec<PhaseRef<'_>> {
        let phase = |(a, p): &ItemPosition| {
            let article = self.corpus.articles.get(*a)?;
            Some(PhaseRef { article, phase: article.phases.get(*p)? })
        };
        self.reverse_indexes().phases_of.of(id).iter().filter_map(phase).collect()
    }

    /// Phases in the articles about organisation `id`.
    pub fn phases_of_organisation(&self, id: &str) -> Vec<PhaseRef<'_>> {
        self.articles_of_organisation(id).into_iter().flat_map(phases_of).collect()
    }

    /// Articles about organisation `id`.
    pub fn articles_of_organisation(&self, id: &str) -> Vec<&Article> {
        self.articles_of_items(self.reverse_indexes().articles_of_organisation.of(id))
    }

    /// Articles that mention campaign `id`, count it, or report a phase of it.
    pub fn articles_of_campaign(&self, id: &str) -> Vec<&Article> {
        self.articles_of_items(self.reverse_indexes().articles_of_campaign.of(id))
    }

    /// People whom articles name with a role in organisation `id`.
    pub fn people_of(&self, id: &str) -> Vec<&Person> {
        let person = |(a, p): &ItemPosition| self.corpus.articles.get(*a)?.people.get(*p);
        self.reverse_indexes().people_of.of(id).iter().filter_map(person).collect()
    }

    /// Campaigns that organisation `id` launched.
    pub fn campaigns_launched_by(&self, id: &str) -> Vec<&Campaign> {
        self.reverse_indexes()
            .launched_by
            .of(id)
            .iter()
            .filter_map(|(c, _)| self.corpus.campaigns.get(*c))
            .collect()
    }

    /// Organisations directly below organisation `id`.
    pub fn child_organisations(&self, id: &str) -> Vec<&Organisation> {
        self.reverse_indexes()
            .child_organisations
            .of(id)
            .iter()
            .filter_map(|(o, _)| self.corpus.organisations.get(*o))
            .collect()
    }

    /// The campaigns with these ids, each once. Unknown ids are left out.
    pub fn campaigns_by_id<'i>(&self, ids: impl IntoIterator<Item = &'i str>) -> Vec<&Campaign> {
        let indexes: SortedSet<usize> = ids.into_iter().filter_map(|id| self.campaign_index(id)).collect();
        indexes.into_iter().filter_map(|index| self.corpus.campaigns.get(index)).collect()
    }

    /// Every year that a fact or a date of publication touches, with its counts.
    pub fn years(&self) -> &BTreeMap<u16, YearCounts> {
        self.years.get_or_init(|| FactsByYear::of(self).counts(self))
    }

    /// Organisations that at least one article is about.
    pub fn reporting_organisations(&self) -> Vec<&Organisation> {
        let reports =
            |o: &&Organisation| !self.reverse_indexes().articles_of_organisation.of(&o.id).is_empty();
        self.corpus.organisations.iter().filter(reports).collect()
    }

    fn figure_positions(&self) -> &Lookup<FigureId, ItemPosition> {
        self.figures.get_or_init(|| {
            let mut figures = Lookup::default();
            for (a, article) in self.corpus.articles.iter().enumerate() {
                for (f, figure) in article.figures.iter().enumerate() {
                    figures.insert_first(figure.id.clone(), (a, f));
                }
            }
            figures
        })
    }

    fn reverse_indexes(&self) -> &ReverseIndexes {
        self.reverse_indexes.get_or_init(|| ReverseIndexes::of(&self.corpus))
    }

    fn figure_of_item(&self, (a, f): ItemPosition) -> Option<FigureRef<'_>> {
        let article = self.corpus.articles.get(a)?;
        Some(FigureRef { article, figure: article.figures.get(f)? })
    }

    fn figures_of_items(&self, positions: &[ItemPosition]) -> Vec<FigureRef<'_>> {
        positions.iter().filter_map(|pos| self.figure_of_item(*pos)).collect()
    }

    fn articles_of_items(&self, positions: &[ItemPosition]) -> Vec<&Article> {
        positions.iter().filter_map(|(a, _)| self.corpus.articles.get(*a)).collect()
    }
}
