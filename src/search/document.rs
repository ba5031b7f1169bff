//! What is known of an article besides its words: its facet values, its date, its number of figures.

use std::collections::BTreeSet;

use crate::corpus::Catalogue;
use crate::domain::{Article, ArticleId, CampaignKind, Edtf, Level, OrganisationId, Role, Sector};
use crate::order::{set, sort_by};

/// An article as facets, filters and orders see it.
#[derive(Debug, Clone)]
pub(super) struct Document {
    /// The article.
    pub id: ArticleId,
    /// Its place among all articles in the order of their ids, which settles ties.
    pub place_by_id: usize,
    /// The organisation that it reports on.
    pub organisation: OrganisationId,
    /// The years that it covers; where that is not known, the years of its figures, else of its publication.
    pub years: BTreeSet<u16>,
    /// The kinds of the campaigns that it mentions.
    pub kinds: BTreeSet<CampaignKind>,
    /// The sectors of its mentions, or else of the campaigns mentioned.
    pub sectors: BTreeSet<Sector>,
    /// The levels of its figures.
    pub levels: BTreeSet<Level>,
    /// The roles of its figures.
    pub roles: BTreeSet<Role>,
    /// When it was published, or else the end of what it covers, as (year, month, day).
    pub date: Option<(u16, u8, u8)>,
    /// How many figures it has.
    pub figures: usize,
}

impl Document {
    /// The articles of a catalogue, in its order.
    pub(super) fn all(catalogue: &Catalogue) -> Vec<Document> {
        let mut documents: Vec<Document> =
            catalogue.articles().iter().map(|article| Document::new(article, catalogue)).collect();
        Document::number(&mut documents);
        documents
    }

    /// Numbers documents in the order of their ids.
    pub(super) fn number(documents: &mut [Document]) {
        let mut ids: Vec<ArticleId> = documents.iter().map(|document| document.id.clone()).collect();
        sort_by(&mut ids, Ord::cmp);
        for document in documents {
            document.place_by_id = ids.binary_search(&document.id).unwrap_or_default();
        }
    }

    fn new(article: &Article, catalogue: &Catalogue) -> Document {
        let campaigns =
            || article.mentions.iter().filter_map(|m| Some((m, catalogue.campaign(&m.campaign)?)));
        let years = years(article);
        let date = article.published.and_then(Edtf::latest);
        let date = date.or_else(|| article.covers.and_then(Edtf::latest));
        Document {
            id: article.id.clone(),
            place_by_id: 0,
            organisation: article.organisation.clone(),
            kinds: set(campaigns().map(|(_, campaign)| campaign.kind)),
            sectors: set(campaigns().filter_map(|(mention, campaign)| mention.sector.or(campaign.sector))),
            levels: set(article.figures.iter().flat_map(|f| f.levels.iter().copied())),
            roles: set(article.figures.iter().map(|f| f.role)),
            date: date.or_else(|| years.last().map(|year| (*year, 12, 31))),
            figures: article.figures.len(),
            years,
        }
    }
}

fn years(article: &Article) -> BTreeSet<u16> {
    let of = |period: Option<Edtf>| set(period.into_iter().flat_map(Edtf::years));
    let covered = of(article.covers);
    if !covered.is_empty() {
        return covered;
    }
    let counted = set(article.figures.iter().flat_map(|f| of(f.when)));
    if counted.is_empty() { of(article.published) } else { counted }
}
