//! Field filters of a query: `don-vi:`, `nam:`, `loai:`, `cap:`, `khoi:`, `vai-tro:`.
//!
//! A value may be unfinished: `nam:20` means every year of the century, `loai:danh` means titles.

use thidua_core::domain::{CampaignKind, Lang, Level, Role, Sector};
use thidua_core::text::fold;

use super::bitset::BitSet;
use super::index::Index;
use super::query::{FieldFilter, Query};
use super::results::{QueryField, QueryNote};

/// Maximum number of words that an unquoted value takes over from behind it.
const MAX_FOLLOWING_WORDS: usize = 6;

/// Lengthens unquoted values by the words behind them, as long as value and words name something together:
/// "đơn vị:hà đông" has the value "hà đông", "đơn vị:hà đông lao động giỏi" as well.
pub(super) fn take_following_words(index: &Index, query: &mut Query) {
    for nth in (0..query.filters.len()).rev() {
        for _ in 0..MAX_FOLLOWING_WORDS {
            let Some(filter) = query.filters.get(nth) else { break };
            let Some(at) = filter.next_clause else { break };
            // Another filter between them ends the value.
            let limit = query.filters.get(nth + 1).map(|next| next.range.start);
            let Some(clause) = query
                .required
                .get(at)
                .filter(|clause| !clause.is_quoted && limit.is_none_or(|limit| clause.range.end <= limit))
            else {
                break;
            };
            let value = format!("{} {}", filter.value, clause.typed);
            if !names_something(index, filter.field, &fold(&value)) {
                break;
            }
            let end = clause.range.end;
            query.required.remove(at);
            if let Some(filter) = query.filters.get_mut(nth) {
                (filter.value, filter.range.end) = (value, end);
            }
            for later in query.filters.iter_mut().skip(nth + 1) {
                later.next_clause = later.next_clause.and_then(|clause| clause.checked_sub(1));
            }
        }
    }
}

/// Returns whether a name of the field has the words of a folded value next to each other.
fn names_something(index: &Index, field: QueryField, value: &str) -> bool {
    let has = |name: &str| format!(" {name}").contains(&format!(" {value}"));
    match field {
        QueryField::Organisation => {
            index.organisations.iter().flat_map(|names| &names.folds).any(|name| has(name))
        }
        QueryField::Year => false,
        QueryField::Kind => {
            let value = value.replace(' ', "");
            CampaignKind::ALL.iter().flat_map(|kind| kind_aliases(*kind)).any(|name| name.starts_with(&value))
        }
        QueryField::Level => Level::ALL.iter().any(|level| level_names(*level).iter().any(|name| has(name))),
        QueryField::Sector => {
            Sector::ALL.iter().flat_map(|sector| sector_names(*sector)).any(|name| has(name))
        }
        QueryField::Role => Role::ALL.iter().flat_map(|role| role_names(*role)).any(|name| has(name)),
    }
}

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
        QueryField::Level => {
            facets.levels.articles_with(len, |level| level_names(*level).iter().any(|n| has_words(n, &value)))
        }
        QueryField::Sector => facets
            .sectors
            .articles_with(len, |sector| sector_names(*sector).iter().any(|n| has_words(n, &value))),
        QueryField::Role => {
            facets.roles.articles_with(len, |role| role_names(*role).iter().any(|n| has_words(n, &value)))
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

/// Folded names of a level in the field `cap:`.
fn level_names(level: Level) -> Vec<String> {
    Lang::ALL.iter().map(|lang| fold(level.name(*lang))).chain([fold(level.slug())]).collect()
}

/// Folded names of a sector in the field `khoi:`.
const fn sector_names(sector: Sector) -> &'static [&'static str] {
    match sector {
        Sector::Enterprise => &["doanh nghiep", "enterprise"],
        Sector::Public => &["hanh chinh su nghiep", "hcsn", "public"],
        Sector::Education => &["giao duc", "education"],
        Sector::Women => &["nu cnvcld", "nu cong", "women"],
        Sector::Union => &["can bo doan vien cong doan", "union"],
    }
}

/// Folded names of a role in the field `vai-tro:`.
const fn role_names(role: Role) -> &'static [&'static str] {
    match role {
        Role::Target => &["muc tieu", "chi tieu", "target"],
        Role::Result => &["ket qua", "result"],
        Role::Participation => &["tham gia", "participation"],
        Role::Input => &["nguon luc", "dau vao", "input"],
        Role::Plan => &["ke hoach", "plan"],
    }
}
