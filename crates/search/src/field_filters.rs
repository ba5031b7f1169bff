//! Field filters of a query: `don-vi:`, `nam:`, `loai:`.
//!
//! A value may be unfinished: `nam:20` means every year of the century, `loai:danh` means titles.

use thidua_core::domain::CampaignKind;
use thidua_core::text::fold;

use super::bitset::BitSet;
use super::index::Index;
use super::query::FieldFilter;
use super::results::{QueryField, QueryNote};

/// Keeps in `candidates` the articles that meet every filter. Returns a note for each value that no article has.
pub(super) fn apply(index: &Index, filters: &[FieldFilter], candidates: &mut BitSet) -> Vec<QueryNote> {
    let mut notes = Vec::new();
    for filter in filters {
        let articles = matching_articles(index, filter);
        if articles.is_empty() {
            notes.push(QueryNote::UnknownValue { field: filter.field, value: filter.value.clone() });
        }
        if filter.is_excluded {
            candidates.difference_with(&articles)
        } else {
            candidates.intersect_with(&articles)
        }
    }
    notes
}

/// Articles that have the value of a filter.
fn matching_articles(index: &Index, filter: &FieldFilter) -> BitSet {
    let (len, facets) = (index.len(), &index.facets);
    let value = fold(&filter.value);
    match filter.field {
        QueryField::Organisation => {
            let has_name = |names: &&super::index::OrganisationNames| {
                names.folds.iter().any(|name| has_words(name, &value))
            };
            let ids: Vec<_> = index.organisations.iter().filter(has_name).map(|names| &names.id).collect();
            facets.organisations.articles_with(len, |id| ids.contains(&id))
        }
        QueryField::Year => {
            match value.split_once(' ').and_then(|(a, b)| Some((a.parse().ok()?, b.parse().ok()?))) {
                Some((from, to)) => {
                    let years = u16::min(from, to)..=u16::max(from, to);
                    facets.years.articles_with(len, |year| years.contains(year))
                }
                None => facets.years.articles_with(len, |year| year.to_string().starts_with(&value)),
            }
        }
        QueryField::Kind => {
            let value = value.replace(' ', "");
            let is_named =
                |kind: &CampaignKind| kind_aliases(*kind).iter().any(|name| name.starts_with(&value));
            facets.kinds.articles_with(len, is_named)
        }
    }
}

/// Returns whether a folded name contains every word of a folded value; the last word may be a prefix.
fn has_words(name: &str, value: &str) -> bool {
    let mut words = value.split(' ').rev();
    let last = words.next().unwrap_or_default();
    name.split(' ').any(|word| word.starts_with(last)) && words.all(|word| name.split(' ').any(|w| w == word))
}

/// Names of a campaign kind in the field `loai:`, folded and without spaces.
const fn kind_aliases(kind: CampaignKind) -> &'static [&'static str] {
    match kind {
        CampaignKind::Movement => &["phongtraothidua", "movement"],
        CampaignKind::Programme => &["chuongtrinh", "programme", "program"],
        CampaignKind::Drive => &["cuocvandong", "vandong", "drive"],
        CampaignKind::Contest => &["hoithi", "cuocthi", "contest"],
        CampaignKind::Round => &["dotthidua", "round"],
        CampaignKind::Title => &["danhhieu", "title"],
        CampaignKind::Theme => &["chude", "theme"],
    }
}
