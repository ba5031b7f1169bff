//! What the comparison shows: the measures that are offered, and the figures of one of them side by side.
//!
//! Everything starts from the table of figures, which exists however the corpus is loaded, so that a large corpus and a small one
//! show the same.

use std::collections::{BTreeMap, BTreeSet};

use thidua_chart::{Quantity, Verdict, judge};
use thidua_core::collections::{collect_set, sort_by, sort_by_key, to_u32};
use thidua_core::corpus::{
    FigureRef, Measure, MeasureDifference, MeasureGroup, PeriodKind, Standing, difference, measures,
};
use thidua_core::domain::{CampaignId, Level, Organisation, OrganisationId, Role, UnitId};
use thidua_core::text::sorted_by_name;

use crate::context::PageContext;
use crate::html::components::sorting::organisation_sort_key;
use crate::url_state::{ComparisonQuery, period_slug};

/// Maximum number of articles whose figures are compared at once.
const MAX_ARTICLES: usize = 120;
/// Most figures of one organisation that stand in no row and are explained.
const MAX_UNLIKE: usize = 1;

/// A measure as far as the table of figures tells it: standing and content are in the facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedMeasure {
    /// Campaigns, unit, role and levels.
    pub query: ComparisonQuery,
    /// Number of figures of each organisation, by its index.
    pub organisations: BTreeMap<u32, usize>,
    /// Years that the periods touch.
    pub years: BTreeSet<u16>,
    /// Number of pairs of organisation and period: two make a comparison.
    pub places: usize,
    /// Number of its first figure in the table of figures.
    pub first: u32,
}

/// Returns the measures of the corpus, or of one year, those of most organisations first.
pub fn offered_measures(ctx: &PageContext<'_>, year: Option<u16>) -> Vec<OfferedMeasure> {
    let (table, catalogue) = (&ctx.site.figures, ctx.catalogue());
    let corpus = catalogue.corpus();
    let mut groups: BTreeMap<(&[u32], u32, Role, u32), Vec<usize>> = BTreeMap::new();
    for (number, row) in table.figures().iter().enumerate() {
        if year.is_none_or(|year| table.years(number).contains(&year)) {
            let key = (table.campaigns(number), row.unit, row.role, row.levels);
            groups.entry(key).or_default().push(number);
        }
    }
    let mut offered: Vec<OfferedMeasure> = Vec::new();
    for ((campaigns, unit, role, levels), numbers) in groups {
        let Some(unit) = corpus.units.get(unit as usize) else { continue };
        let ids = campaigns.iter().filter_map(|at| corpus.campaigns.get(*at as usize));
        let levels = Level::ALL.into_iter().enumerate().filter(|(at, _)| levels & (1 << at) != 0);
        let query = ComparisonQuery {
            campaigns: collect_set(ids.map(|campaign| campaign.id.clone())).into_iter().collect(),
            unit: Some(unit.id.clone()),
            role: Some(role),
            levels: levels.map(|(_, level)| level).collect(),
            year,
            ..ComparisonQuery::default()
        };
        let mut organisations = BTreeMap::new();
        let organisation = |number: &usize| table.figures().get(*number).map(|row| row.organisation);
        for organisation in numbers.iter().filter_map(organisation) {
            *organisations.entry(organisation).or_default() += 1;
        }
        let places = collect_set(numbers.iter().map(|number| (organisation(number), table.years(*number))));
        let years = collect_set(numbers.iter().flat_map(|number| table.years(*number)).copied());
        let first = numbers.first().copied().map_or(0, to_u32);
        offered.push(OfferedMeasure { query, places: places.len(), organisations, years, first });
    }
    sort_by_key(&mut offered, |one| std::cmp::Reverse((one.organisations.len(), one.places)));
    offered
}

/// Figures among which a query chooses.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CandidateFigures {
    /// Numbers in the table of figures, in its order.
    pub numbers: Vec<u32>,
    /// Number of articles that had to be left out; they fit less than the others.
    pub left_out: usize,
}

/// Returns the figures among which a query chooses: those of its campaigns, or those without a campaign. If they come from more
/// than [`MAX_ARTICLES`] articles, those that fit best.
pub fn candidate_figures(ctx: &PageContext<'_>, query: &ComparisonQuery) -> CandidateFigures {
    let (table, catalogue) = (&ctx.site.figures, ctx.catalogue());
    let campaigns =
        collect_set(query.campaigns.iter().filter_map(|id| catalogue.campaign_index(id)).map(to_u32));
    let unit = query.unit.as_ref().and_then(|id| catalogue.unit_index(id)).map(to_u32);
    let chosen =
        collect_set(query.organisations.iter().filter_map(|id| catalogue.organisation_index(id)).map(to_u32));
    let levels = Level::ALL.into_iter().enumerate().filter(|(_, level)| query.levels.contains(level));
    let levels = levels.fold(0, |bits, (at, _)| bits | 1 << at);
    let mut fitting: Vec<(u8, u32, u32)> = Vec::new();
    for (number, row) in table.figures().iter().enumerate() {
        let own = table.campaigns(number);
        let is_candidate = match query.campaigns.is_empty() {
            true => {
                own.is_empty()
                    && (query.content.is_some() || unit.is_some())
                    && unit.is_none_or(|unit| unit == row.unit)
            }
            false => own.iter().any(|campaign| campaigns.contains(campaign)),
        };
        if !is_candidate {
            continue;
        }
        let differs = [
            unit.is_some_and(|unit| unit != row.unit),
            query.role.is_some_and(|role| role != row.role || levels != row.levels),
            query.year.is_some_and(|year| !table.years(number).contains(&year)),
            !chosen.is_empty() && !chosen.contains(&row.organisation),
        ];
        fitting.push((differs.into_iter().map(u8::from).sum(), row.position.article, to_u32(number)));
    }
    let mut best = fitting.clone();
    sort_by_key(&mut best, |(rank, ..)| *rank);
    let all = collect_set(fitting.iter().map(|(_, article, _)| *article)).len();
    let mut articles = BTreeSet::new();
    for (_, article, _) in best {
        if articles.len() == MAX_ARTICLES {
            break;
        }
        articles.insert(article);
    }
    let left_out = all.saturating_sub(articles.len());
    let kept = fitting.into_iter().filter(|(_, article, _)| articles.contains(article));
    CandidateFigures { numbers: kept.map(|(.., number)| number).collect(), left_out }
}

/// A figure of the compared measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ComparedFigure<'a> {
    /// The figure.
    pub found: FigureRef<'a>,
    /// The target of a result or the result of a target, of the same organisation, period and unit, with the verdict on the two.
    pub counterpart: Option<(FigureRef<'a>, Verdict)>,
    /// True if another article states another number for the same organisation and period.
    pub differs: bool,
}

/// Figures of one measure side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison<'a> {
    /// The query, with redirects followed.
    pub query: ComparisonQuery,
    /// The measure.
    pub measure: Measure,
    /// The kind of the periods that are compared.
    pub period: PeriodKind,
    /// Every kind of period of the measure in the chosen year with its number of figures, that of most organisations first.
    pub periods: Vec<(PeriodKind, usize)>,
    /// Years of the measure.
    pub years: BTreeSet<u16>,
    /// Organisations with a figure of the measure, in any year.
    pub organisations: BTreeSet<&'a OrganisationId>,
    /// The figures, as the query sorts them.
    pub rows: Vec<ComparedFigure<'a>>,
    /// Chosen organisations without such a figure.
    pub silent: Vec<&'a Organisation>,
    /// Figures of organisations without a row, with the reason why they stand in none.
    pub unlike: Vec<(FigureRef<'a>, MeasureDifference)>,
    /// Number of articles that were not looked at, because there are too many.
    pub left_out: usize,
}

/// What a query stands for.
#[derive(Debug, Clone, PartialEq)]
pub enum ComparisonContent<'a> {
    /// One measure.
    One(Box<Comparison<'a>>, Vec<MeasureGroup<'a>>),
    /// Several measures, of which one is to be chosen; empty if there is none.
    Several(Vec<MeasureGroup<'a>>),
}

/// Returns what a query stands for, from the figures that are loaded. `query` must be resolved.
pub fn comparison<'a>(ctx: &PageContext<'a>, query: &ComparisonQuery) -> ComparisonContent<'a> {
    let catalogue = ctx.catalogue();
    let rows = ctx.site.figures.figures();
    let candidates = candidate_figures(ctx, query);
    let positions = candidates.numbers.iter().filter_map(|number| rows.get(*number as usize));
    let pool: Vec<FigureRef<'a>> = positions.filter_map(|row| catalogue.figure_at(row.position)).collect();
    let groups = measures(pool.iter().copied(), catalogue);
    let named = named_measure(query);
    let exact = groups.iter().position(|group| Some(&group.measure) == named.as_ref());
    let admitted: Vec<usize> = (0..groups.len())
        .filter(|at| groups.get(*at).is_some_and(|group| query.admits(&group.measure)))
        .collect();
    let chosen = match (exact, admitted.as_slice()) {
        (Some(at), _) => Some(at),
        (None, [at]) => Some(*at),
        (None, []) => None,
        (None, many) => {
            return ComparisonContent::Several(
                groups
                    .into_iter()
                    .enumerate()
                    .filter(|(at, _)| many.contains(at))
                    .map(|(_, group)| group)
                    .collect(),
            );
        }
    };
    let group = chosen.and_then(|at| groups.get(at));
    let Some(measure) = group.map(|group| group.measure.clone()).or(named) else {
        return ComparisonContent::Several(groups);
    };
    let mut one = compare(ctx, query, measure, group.map_or(&[], |group| &group.figures), &pool);
    one.left_out = candidates.left_out;
    let others = groups.into_iter().filter(|group| group.measure != one.measure).collect();
    ComparisonContent::One(Box::new(one), others)
}

/// The measure that a query names in full; `None` if it leaves something open.
fn named_measure(query: &ComparisonQuery) -> Option<Measure> {
    let unit: UnitId = query.unit.clone()?;
    Some(Measure {
        campaigns: query.campaigns.clone(),
        content: query.content.clone(),
        unit,
        role: query.role?,
        levels: query.levels.clone(),
        standing: query.standing.unwrap_or(Standing::Given),
    })
}

fn compare<'a>(
    ctx: &PageContext<'a>,
    query: &ComparisonQuery,
    measure: Measure,
    figures: &[FigureRef<'a>],
    pool: &[FigureRef<'a>],
) -> Comparison<'a> {
    let catalogue = ctx.catalogue();
    let of_measure = MeasureGroup { measure: measure.clone(), figures: figures.to_vec() };
    let in_year = |found: &FigureRef<'a>| {
        query.year.is_none_or(|year| found.when().is_some_and(|when| when.years().contains(&year)))
    };
    let of_year =
        MeasureGroup { measure: measure.clone(), figures: figures.iter().copied().filter(in_year).collect() };
    let kinds = of_year.by_period_kind();
    let asked = kinds.iter().position(|(kind, _)| query.period.as_deref() == Some(&period_slug(kind)));
    let compared = kinds.get(asked.unwrap_or(0));
    let period = compared.map_or(PeriodKind::Year, |(kind, _)| kind.clone());
    let is_chosen = |found: &FigureRef<'a>| {
        query.organisations.is_empty() || query.organisations.contains(found.organisation())
    };
    let rows: Vec<FigureRef<'a>> =
        compared.map(|(_, figures)| figures.iter().copied().filter(is_chosen).collect()).unwrap_or_default();
    let with_row = collect_set(rows.iter().map(|found| found.organisation()));
    let silent = query.organisations.iter().filter(|id| !with_row.contains(id));
    let silent = silent.filter_map(|id| catalogue.organisation(id)).collect();
    let unlike = unlike(ctx, &measure, &period, pool.iter().copied().filter(is_chosen), &with_row);
    let mut rows: Vec<ComparedFigure<'a>> = rows
        .iter()
        .map(|found| ComparedFigure {
            found: *found,
            counterpart: counterpart(ctx, *found, &measure, pool),
            differs: rows.iter().any(|other| is_other_account(*found, *other)),
        })
        .collect();
    sort_rows(ctx, &mut rows, &query.sort);
    Comparison {
        query: query.clone(),
        period,
        periods: kinds.iter().map(|(kind, figures)| (kind.clone(), figures.len())).collect(),
        years: of_measure.years(),
        organisations: of_measure.organisations(),
        rows,
        silent,
        unlike,
        left_out: 0,
        measure,
    }
}

/// Figures of organisations without a row, the nearest of each: that with the least difference.
fn unlike<'a>(
    ctx: &PageContext<'a>,
    measure: &Measure,
    period: &PeriodKind,
    pool: impl Iterator<Item = FigureRef<'a>>,
    with_row: &BTreeSet<&'a OrganisationId>,
) -> Vec<(FigureRef<'a>, MeasureDifference)> {
    let mut by_organisation: BTreeMap<&OrganisationId, Vec<(FigureRef<'a>, MeasureDifference)>> =
        BTreeMap::new();
    for found in pool.filter(|found| !with_row.contains(found.organisation())) {
        if let Some(reason) = difference(measure, period, found, ctx.catalogue()) {
            by_organisation.entry(found.organisation()).or_default().push((found, reason));
        }
    }
    let mut list = Vec::new();
    for (_, mut figures) in by_organisation {
        let is_other_role = |found: &FigureRef<'a>| found.figure.role != measure.role;
        sort_by_key(&mut figures, |(found, reason)| (std::cmp::Reverse(*reason), is_other_role(found)));
        list.extend(figures.into_iter().take(MAX_UNLIKE));
    }
    list
}

/// The target of a result, or the result of a target: same organisation, period, unit, levels and subject.
fn counterpart<'a>(
    ctx: &PageContext<'a>,
    found: FigureRef<'a>,
    measure: &Measure,
    pool: &[FigureRef<'a>],
) -> Option<(FigureRef<'a>, Verdict)> {
    let role = match measure.role {
        Role::Result => Role::Target,
        Role::Target => Role::Result,
        _ => return None,
    };
    let other = pool.iter().find(|other| {
        let of = Measure::of(**other, ctx.catalogue());
        let same_content = of.content == measure.content
            || (other.figure.measure.is_some() && other.figure.measure == found.figure.measure);
        (of.role, &of.unit, &of.levels, &of.campaigns)
            == (role, &measure.unit, &measure.levels, &measure.campaigns)
            && of.standing == Standing::Given
            && measure.standing == Standing::Given
            && same_content
            && is_same_place(found, **other)
    })?;
    let (target, result) = if role == Role::Target { (other, &found) } else { (&found, other) };
    Some((*other, judge(Quantity::of(target.figure), Quantity::of(result.figure))))
}

/// True if two figures are of one organisation and one stated period.
fn is_same_place(a: FigureRef<'_>, b: FigureRef<'_>) -> bool {
    a.organisation() == b.organisation() && a.when().is_some() && a.when() == b.when()
}

/// True if another article states another quantity for the same organisation and period.
fn is_other_account(a: FigureRef<'_>, b: FigureRef<'_>) -> bool {
    is_same_place(a, b) && a.article.id != b.article.id && Quantity::of(a.figure) != Quantity::of(b.figure)
}

/// Sorts by the largest number, or by the column that the address names.
fn sort_rows(ctx: &PageContext<'_>, rows: &mut Vec<ComparedFigure<'_>>, sort: &str) {
    let (column, is_reversed) = sort.strip_prefix('-').map_or((sort, false), |column| (column, true));
    let when = |row: &ComparedFigure<'_>| row.found.when().and_then(|when| when.earliest());
    let value = |row: &ComparedFigure<'_>| row.found.figure.value;
    // Each sort is stable: the one before orders its equals.
    sort_by_key(rows, when);
    *rows = sorted_by_name(std::mem::take(rows), |row| {
        let id = row.found.organisation();
        let organisation = ctx.catalogue().organisation(id);
        organisation.map_or_else(|| id.to_string(), |one| organisation_sort_key(ctx, one))
    });
    let directed = |order: std::cmp::Ordering| if is_reversed { order.reverse() } else { order };
    match column {
        "don-vi" if is_reversed => rows.reverse(),
        "don-vi" => {}
        "nam" => sort_by(rows, |a, b| directed(when(a).cmp(&when(b)))),
        "so" => sort_by(rows, |a, b| directed(value(a).cmp(&value(b)))),
        _ => sort_by(rows, |a, b| value(b).cmp(&value(a))),
    }
}

/// Ids of the query that the corpus does not have: organisations and campaigns.
pub fn missing_ids(ctx: &PageContext<'_>, query: &ComparisonQuery) -> [Vec<String>; 2] {
    let catalogue = ctx.catalogue();
    let organisations = query.organisations.iter().filter(|id| catalogue.organisation(id).is_none());
    let campaigns = query.campaigns.iter().filter(|id: &&CampaignId| catalogue.campaign(id).is_none());
    [organisations.map(ToString::to_string).collect(), campaigns.map(ToString::to_string).collect()]
}
