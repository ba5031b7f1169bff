//! Measures: what makes figures comparable.
//!
//! Two figures are of one measure if they count the same campaigns in the same unit, in the same role, at the same levels, and if
//! what they count has the same standing: what was proposed or registered is not given. A percentage or an amount of money says
//! little without its words, and so does a figure without a campaign: there the content counts too, which is the measure that the
//! corpus names, or else the label. A figure that counts two campaigns together is comparable only with figures that count the same
//! two.
//!
//! Figures of one measure stand on one axis if their periods are of one kind, too: five years are not compared with one. Nothing
//! here adds figures up.

use std::collections::{BTreeMap, BTreeSet};

use super::{Catalogue, FigureRef};
use crate::collections::{collect_set, sort_by_key};
use crate::domain::{
    ActKind, CampaignId, Dimension, Edtf, Figure, Lang, Level, OrganisationId, Role, UnitId,
};
use crate::text::{lowercase, slug};

/// What became of those that a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Given, reached, or no recognition at all.
    Given,
    /// Proposed: not given yet.
    Proposed,
    /// Registered: not reached yet.
    Registered,
}

impl Standing {
    /// Every standing.
    pub const ALL: [Standing; 3] = [Standing::Given, Standing::Proposed, Standing::Registered];

    /// Standing of what `figure` counts, by the printed verb.
    pub fn of(figure: &Figure) -> Standing {
        match figure.act.as_ref().map(|act| act.kind) {
            Some(ActKind::Proposed) => Standing::Proposed,
            Some(ActKind::Registered) => Standing::Registered,
            _ => Standing::Given,
        }
    }

    /// Slug in addresses.
    pub const fn slug(self) -> &'static str {
        match self {
            Standing::Given => "given",
            Standing::Proposed => "proposed",
            Standing::Registered => "registered",
        }
    }
}

/// What figures must share to be compared, apart from the kind of their periods.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Measure {
    /// The campaigns that are counted together, sorted by id; empty for a figure without a campaign.
    pub campaigns: Vec<CampaignId>,
    /// What is counted, as a slug: for percentages, money, and figures without a campaign. `None` otherwise.
    pub content: Option<String>,
    /// What it is counted in.
    pub unit: UnitId,
    /// What it is in the life of the campaign.
    pub role: Role,
    /// Who recognised, in legal order.
    pub levels: Vec<Level>,
    /// What became of those that are counted.
    pub standing: Standing,
}

impl Measure {
    /// The measure of a figure.
    pub fn of(found: FigureRef<'_>, catalogue: &Catalogue) -> Measure {
        let figure = found.figure;
        let campaigns: Vec<CampaignId> = collect_set(found.campaigns().cloned()).into_iter().collect();
        let dimension = catalogue.unit(&figure.unit).map(|unit| unit.dimension);
        let needs_content = campaigns.is_empty() || dimension != Some(Dimension::Count);
        let content =
            || figure.measure.as_deref().map_or_else(|| slug(figure.label.get(Lang::Vi)), str::to_owned);
        Measure {
            content: needs_content.then(content),
            campaigns,
            unit: figure.unit.clone(),
            role: figure.role,
            levels: collect_set(figure.levels.iter().copied()).into_iter().collect(),
            standing: Standing::of(figure),
        }
    }
}

/// Kind of a period: figures are compared only within one kind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum PeriodKind {
    /// A calendar year.
    Year,
    /// A school year.
    SchoolYear,
    /// Several years, dated ("2020–2022") or not ("5 năm").
    Years(u16),
    /// A number of months that is no calendar year.
    Months(u16),
    /// Less than a month.
    Days,
    /// Words that state no length, in lower case ("nhiệm kỳ vừa qua").
    Other(String),
    /// No article states a period.
    NotStated,
}

impl PeriodKind {
    /// Kind of the period of a figure: its own, or else that of its article.
    pub fn of(found: FigureRef<'_>) -> PeriodKind {
        let (own, article) = (found.figure, found.article);
        let has_own = own.when.is_some() || own.when_as_written.is_some();
        let (dates, printed) = match has_own {
            true => (own.when, &own.when_as_written),
            false => (article.covers, &article.covers_as_written),
        };
        let printed = printed.as_deref().map(lowercase);
        if printed.as_deref().is_some_and(|words| words.contains("năm học")) {
            return PeriodKind::SchoolYear;
        }
        match (dates.and_then(of_dates), printed) {
            (Some(kind), _) => kind,
            (None, Some(words)) => of_words(&words).unwrap_or(PeriodKind::Other(words)),
            (None, None) => PeriodKind::NotStated,
        }
    }
}

/// Kind of a dated period; `None` with an open or unknown end.
fn of_dates(dates: Edtf) -> Option<PeriodKind> {
    let ((y1, m1, d1), (y2, m2, d2)) = dates.earliest().zip(dates.latest())?;
    let years = y2.saturating_sub(y1);
    if (m1, d1, m2, d2) == (1, 1, 12, 31) {
        return Some(if years == 0 { PeriodKind::Year } else { PeriodKind::Years(years.saturating_add(1)) });
    }
    let days = i32::from(d2) - i32::from(d1) + 1;
    let months = i32::from(years) * 12 + i32::from(m2) - i32::from(m1) + (days + 15).div_euclid(30);
    Some(match u16::try_from(months) {
        Ok(months) if months > 0 => PeriodKind::Months(months),
        _ => PeriodKind::Days,
    })
}

/// Number words before "năm" and "tháng".
const NUMBERS: [&str; 10] = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

/// Kind of a period that begins with a length: "5 năm qua", "sáu tháng đầu năm". `None` for other words.
fn of_words(words: &str) -> Option<PeriodKind> {
    let mut words = words.split_whitespace().skip_while(|word| ["trong", "qua", "sau"].contains(word));
    let number = words.next()?;
    let spelt = || (1..).zip(NUMBERS).find_map(|(value, word)| (word == number).then_some(value));
    let value: u16 = number.parse().ok().or_else(spelt)?;
    match words.next()? {
        "năm" => Some(if value == 1 { PeriodKind::Year } else { PeriodKind::Years(value) }),
        "tháng" => Some(PeriodKind::Months(value)),
        _ => None,
    }
}

/// Why two figures cannot be compared. Of several differences the first of this list is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MeasureDifference {
    /// They are counted in different units.
    Unit,
    /// One is a target and one a result, say.
    Role,
    /// They were recognised at different levels.
    Levels,
    /// One was given and one proposed or registered.
    Standing,
    /// Their periods are of different kinds.
    Period,
    /// They count different campaigns, or one of them counts several together.
    Campaign,
    /// They count different things.
    Content,
}

/// Returns why two figures cannot be compared; `None` if they can.
pub fn why_not_comparable(
    a: FigureRef<'_>,
    b: FigureRef<'_>,
    catalogue: &Catalogue,
) -> Option<MeasureDifference> {
    difference(&Measure::of(a, catalogue), &PeriodKind::of(a), b, catalogue)
}

/// Returns why a figure cannot be compared with those of a measure and a kind of period; `None` if it can.
pub fn difference(
    measure: &Measure,
    period: &PeriodKind,
    found: FigureRef<'_>,
    catalogue: &Catalogue,
) -> Option<MeasureDifference> {
    let other = Measure::of(found, catalogue);
    let differences = [
        (measure.unit != other.unit, MeasureDifference::Unit),
        (measure.role != other.role, MeasureDifference::Role),
        (measure.levels != other.levels, MeasureDifference::Levels),
        (measure.standing != other.standing, MeasureDifference::Standing),
        (*period != PeriodKind::of(found), MeasureDifference::Period),
        (measure.campaigns != other.campaigns, MeasureDifference::Campaign),
        (measure.content != other.content, MeasureDifference::Content),
    ];
    differences.into_iter().find_map(|(differs, reason)| differs.then_some(reason))
}

/// Figures of one measure.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureGroup<'a> {
    /// The measure.
    pub measure: Measure,
    /// Its figures, in the order in which they were given.
    pub figures: Vec<FigureRef<'a>>,
}

impl<'a> MeasureGroup<'a> {
    /// Organisations whose figures these are.
    pub fn organisations(&self) -> BTreeSet<&'a OrganisationId> {
        collect_set(self.figures.iter().map(|found| found.organisation()))
    }

    /// Years that the periods of the figures touch; none where no date is printed.
    pub fn years(&self) -> BTreeSet<u16> {
        // No article prints a longer period, but a corpus may hold one.
        collect_set(self.figures.iter().filter_map(|f| f.when()).flat_map(|when| when.years().take(200)))
    }

    /// The figures by kind of period: first the kind of most organisations, then of most figures.
    pub fn by_period_kind(&self) -> Vec<(PeriodKind, Vec<FigureRef<'a>>)> {
        let mut kinds: BTreeMap<PeriodKind, Vec<FigureRef<'a>>> = BTreeMap::new();
        for found in &self.figures {
            kinds.entry(PeriodKind::of(*found)).or_default().push(*found);
        }
        let mut kinds: Vec<_> = kinds.into_iter().collect();
        let organisations =
            |figures: &[FigureRef<'a>]| collect_set(figures.iter().map(|f| f.organisation())).len();
        sort_by_key(&mut kinds, |(_, figures)| std::cmp::Reverse((organisations(figures), figures.len())));
        kinds
    }

    /// Number of pairs of organisation and period within the kind of period that has the most: two make a comparison.
    pub fn comparable(&self) -> usize {
        let places = |figures: &[FigureRef<'a>]| {
            collect_set(figures.iter().map(|f| (f.organisation(), f.when().map(|when| when.to_string()))))
                .len()
        };
        self.by_period_kind().iter().map(|(_, figures)| places(figures)).max().unwrap_or(0)
    }
}

/// Groups figures by measure. Groups and figures keep the order of first appearance.
pub fn measures<'a>(
    figures: impl IntoIterator<Item = FigureRef<'a>>,
    catalogue: &Catalogue,
) -> Vec<MeasureGroup<'a>> {
    let mut places: BTreeMap<Measure, usize> = BTreeMap::new();
    let mut groups: Vec<MeasureGroup<'a>> = Vec::new();
    for found in figures {
        let measure = Measure::of(found, catalogue);
        let place = *places.entry(measure.clone()).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.figures.push(found),
            None => groups.push(MeasureGroup { measure, figures: vec![found] }),
        }
    }
    groups
}
