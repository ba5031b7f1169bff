//! Figures of one measure, arranged for a comparison: by level, then by organisation and period. See the rule in
//! [`measure_chart`](crate::measure_chart()).

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use thidua_core::collections::{collect_set, sort_by, sort_by_key};
use thidua_core::corpus::{Catalogue, FigureRef, Measure, MeasureGroup, measures};
use thidua_core::domain::{Figure, FigureId, Lang, Level, OrganisationId, Role};
use thidua_core::text::slug;

use super::figure_entry::FigureEntry;
use super::grouping::group_by;
use super::names::organisation_of;
use super::number_summary::size;
use super::period::Period;

/// What an organisation states for one period: usually one figure, several if articles differ.
pub(super) type Place<'a> = Vec<FigureEntry<'a>>;

/// The places of one level, sorted.
pub(super) struct LevelGroup<'a> {
    /// The levels that every figure names, in legal order; often none.
    pub levels: Vec<Level>,
    pub places: Vec<Place<'a>>,
}

/// A measure with its levels, ready to be drawn.
pub(super) struct Comparison<'a> {
    pub groups: Vec<LevelGroup<'a>>,
    pub catalogue: &'a Catalogue,
    pub lang: Lang,
    pub measure: Measure,
    /// Short names that several of the organisations have.
    ambiguous: BTreeSet<String>,
    /// True if all figures are of one organisation.
    pub one_organisation: bool,
    /// True if all figures are of one period.
    pub one_period: bool,
    /// True if all periods are those of the articles: then the chart says so once.
    pub of_articles: bool,
}

/// Groups figures that stand on one axis.
pub(super) fn comparable<'a>(figures: &[FigureRef<'a>], catalogue: &'a Catalogue) -> Vec<Vec<FigureRef<'a>>> {
    let free = figures.iter().copied().filter(|f| f.figure.part_of.is_none() && f.figure.role != Role::Plan);
    let by_level = measures(free, catalogue).into_iter().flat_map(|group| split_by_content(group));
    let of_one_axis = by_level.flat_map(|(content, group)| {
        let measure = group.measure.clone();
        group.by_period_kind().into_iter().map(move |(period, figures)| {
            let measure = Measure { levels: Vec::new(), ..measure.clone() };
            ((measure, content.clone(), period), figures)
        })
    });
    let grouped = group_by(of_one_axis, |(key, _)| key.clone());
    grouped.into_iter().map(|group| group.into_iter().flat_map(|(_, figures)| figures).collect()).collect()
}

/// The group as it is, or by content if one article states several numbers for one organisation and period.
fn split_by_content(group: MeasureGroup<'_>) -> Vec<(Option<String>, MeasureGroup<'_>)> {
    let place = |f: &FigureRef<'_>| (f.article.id.clone(), f.organisation().clone(), Period::of(*f).key());
    if collect_set(group.figures.iter().map(place)).len() == group.figures.len() {
        return vec![(None, group)];
    }
    let content = |figure: &Figure| {
        figure.measure.as_deref().map_or_else(|| slug(figure.label.get(Lang::Vi)), str::to_owned)
    };
    let MeasureGroup { measure, figures } = group;
    let split = group_by(figures, |f| content(f.figure)).into_iter().filter_map(|figures| {
        Some((Some(content(figures.first()?.figure)), MeasureGroup { measure: measure.clone(), figures }))
    });
    split.collect()
}

impl<'a> Comparison<'a> {
    /// Arranges figures that stand on one axis; `None` if there is nothing to compare.
    pub fn of(figures: Vec<FigureRef<'a>>, catalogue: &'a Catalogue, lang: Lang) -> Option<Self> {
        let measure = Measure::of(*figures.first()?, catalogue);
        let entries: Vec<FigureEntry<'a>> =
            figures.into_iter().filter_map(|f| FigureEntry::of(f, catalogue)).collect();
        let organisations: BTreeMap<&OrganisationId, String> =
            entries.iter().map(|e| (e.source.organisation(), organisation_of(e.source, catalogue))).collect();
        let one_organisation = organisations.len() == 1;
        let mut seen = BTreeSet::new();
        let ambiguous = organisations.into_values().filter(|name| !seen.insert(name.clone())).collect();
        let one_period = collect_set(entries.iter().map(|e| e.period().key())).len() == 1;
        let of_articles = entries.iter().all(|e| e.period().is_of_article());
        let mut groups: Vec<LevelGroup<'a>> = group_by(entries, levels)
            .into_iter()
            .map(|entries| LevelGroup {
                levels: entries.first().map(levels).unwrap_or_default(),
                places: places(entries, one_organisation, catalogue),
            })
            .collect();
        sort_by(&mut groups, |a, b| a.levels.cmp(&b.levels));
        let compares = groups.iter().any(|group| group.places.len() > 1);
        compares.then_some(Comparison {
            groups,
            catalogue,
            lang,
            measure,
            ambiguous,
            one_organisation,
            one_period,
            of_articles,
        })
    }

    /// Number of organisations, and of places of the fullest level.
    pub fn extent(&self) -> (usize, usize) {
        let organisations = collect_set(self.entries().map(|e| e.source.organisation())).len();
        (organisations, self.leading().map_or(0, |group| group.places.len()))
    }

    /// All figures, in the order of the rows.
    pub fn entries(&self) -> impl Iterator<Item = &FigureEntry<'a>> {
        self.groups.iter().flat_map(|group| group.places.iter().flatten())
    }

    /// The level with the most places; of several the lowest.
    pub fn leading(&self) -> Option<&LevelGroup<'a>> {
        let most = self.groups.iter().map(|group| group.places.len()).max()?;
        self.groups.iter().find(|group| group.places.len() == most)
    }

    /// The figure with the first id: it names the chart, whatever numbers change.
    pub fn first_id(&self) -> Option<&FigureId> {
        self.entries().map(|e| &e.source.figure.id).min()
    }

    /// Short name of an organisation; its full name if another one of the rows has the same short name.
    pub fn organisation(&self, entry: &FigureEntry<'_>) -> String {
        let short = organisation_of(entry.source, self.catalogue);
        let id = entry.source.organisation();
        let full = self.catalogue.organisation(id).filter(|_| self.ambiguous.contains(&short));
        full.map_or(short, |organisation| organisation.name.clone())
    }
}

/// Levels of a figure in legal order.
pub(super) fn levels(entry: &FigureEntry<'_>) -> Vec<Level> {
    collect_set(entry.source.figure.levels.iter().copied()).into_iter().collect()
}

/// Figures by organisation and period: the greatest printed number first, or, of one organisation, the earliest period.
fn places<'a>(entries: Vec<FigureEntry<'a>>, in_time: bool, catalogue: &Catalogue) -> Vec<Place<'a>> {
    let mut places: Vec<Place<'a>> =
        group_by(entries, |e| (e.source.organisation().clone(), e.period().key()))
            .into_iter()
            .map(|entries| {
                let mut kept: Place<'a> = Vec::new();
                for entry in entries {
                    let is_said = |other: &FigureEntry<'_>| other.quantity() == entry.quantity();
                    if !kept.iter().any(is_said) {
                        kept.push(entry);
                    }
                }
                sort_by_key(&mut kept, |e| Reverse(size(&(e.source.figure, e.unit))));
                kept
            })
            .collect();
    sort_by_key(&mut places, |place| {
        let first = place.first();
        let time = first.and_then(|e| e.period().days()).filter(|_| in_time);
        let number = first.filter(|_| !in_time).map(|e| size(&(e.source.figure, e.unit)));
        let name = first.map(|e| organisation_of(e.source, catalogue));
        (time, Reverse(number), name)
    });
    places
}
