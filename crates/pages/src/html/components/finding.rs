//! The finding of a page: its printed figures in a sentence, each a link to its evidence.
//!
//! It says no more than the print: numbers keep their bounds, levels stand in legal order, what was only proposed or registered is left
//! out, and a period that is the article's says so. Nothing is added up.

use maud::{Markup, html};

use thidua_chart::{number_words, quantity_words, short_name};
use thidua_core::collections::{collect_set, sort_by_key};
use thidua_core::corpus::{FigureRef, Standing};
use thidua_core::domain::{Dimension, Edtf, Lang, Level, Role};
use thidua_i18n::charts::common::{level_phrase, uncapitalise};
use thidua_i18n::{sentences, terms};

use crate::context::PageContext;
use crate::href;
use crate::html::components::links;

/// Number of organisations or campaigns of which a finding speaks.
const MAX_PARTS: usize = 2;
/// Number of figures of one of them.
const MAX_FIGURES: usize = 4;
/// Roles of figures; the first that occurs makes the finding.
const ROLES: [Role; 5] = [Role::Result, Role::Target, Role::Input, Role::Participation, Role::Plan];

/// What the parts of a finding are named after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartName {
    /// The organisation, on the page of a campaign.
    Organisation,
    /// The campaign, on the page of an organisation.
    Campaign,
}

/// Figures of one organisation or campaign in one article, unit and period.
#[derive(Debug, Clone)]
struct Part<'a> {
    name: String,
    figures: Vec<FigureRef<'a>>,
}

/// The finding of a page.
#[derive(Debug, Clone)]
pub struct Finding<'a> {
    parts: Vec<Part<'a>>,
}

/// Returns the finding of `figures`: the newest recognitions at several levels, else the newest figures. `None` without any that are
/// given.
pub fn finding<'a>(ctx: &PageContext<'a>, figures: &[FigureRef<'a>], by: PartName) -> Option<Finding<'a>> {
    let given = |found: &&FigureRef<'_>| Standing::of(found.figure) == Standing::Given;
    let role = ROLES
        .into_iter()
        .find(|role| figures.iter().filter(given).any(|found| found.figure.role == *role))?;
    let mut parts: Vec<Part<'a>> = Vec::new();
    for found in figures.iter().filter(given).filter(|found| found.figure.role == role) {
        let Some(name) = part_name(ctx, *found, by) else { continue };
        match parts.iter_mut().find(|part| part.name == name && is_same(part, *found)) {
            Some(part) => part.figures.push(*found),
            None => parts.push(Part { name, figures: vec![*found] }),
        }
    }
    sort_by_key(&mut parts, |part| std::cmp::Reverse((is_by_level(part), latest(part), part.figures.len())));
    let mut chosen: Vec<Part<'a>> = Vec::new();
    for mut part in parts {
        if chosen.len() < MAX_PARTS && !chosen.iter().any(|other| other.name == part.name) {
            sort_by_key(&mut part.figures, |found| levels(*found));
            part.figures.truncate(if is_by_level(&part) { MAX_FIGURES } else { 1 });
            chosen.push(part);
        }
    }
    (!chosen.is_empty()).then_some(Finding { parts: chosen })
}

fn part_name(ctx: &PageContext<'_>, found: FigureRef<'_>, by: PartName) -> Option<String> {
    match by {
        PartName::Organisation => {
            let organisation = ctx.catalogue().organisation(found.organisation())?;
            Some(short_name(links::organisation_name(ctx, organisation)))
        }
        PartName::Campaign => {
            let campaign = ctx.catalogue().campaign(found.figure.campaign.as_deref()?)?;
            Some(campaign.name.clone())
        }
    }
}

/// True if a figure can stand in one list with those of `part`: one article, unit and period, and both with or without levels.
fn is_same(part: &Part<'_>, found: FigureRef<'_>) -> bool {
    part.figures.first().is_some_and(|first| {
        first.article.id == found.article.id
            && first.figure.unit == found.figure.unit
            && first.when() == found.when()
            && first.figure.when_as_written == found.figure.when_as_written
            && first.figure.levels.is_empty() == found.figure.levels.is_empty()
    })
}

/// True if levels tell the figures apart, so that they need no label.
fn is_by_level(part: &Part<'_>) -> bool {
    let different = collect_set(part.figures.iter().map(|found| levels(*found)));
    let has_levels = part.figures.iter().all(|found| !found.figure.levels.is_empty());
    has_levels && part.figures.len() > 1 && different.len() == part.figures.len()
}

fn levels(found: FigureRef<'_>) -> Vec<Level> {
    collect_set(found.figure.levels.iter().copied()).into_iter().collect()
}

/// Last day of the period; `None` without dates, which counts as the oldest.
fn latest(part: &Part<'_>) -> Option<(u16, u8, u8)> {
    part.figures.first().and_then(|found| found.when()).and_then(Edtf::latest)
}

impl Finding<'_> {
    /// Returns the finding with a link from each number to its evidence.
    pub fn markup(&self, ctx: &PageContext<'_>) -> Markup {
        html! {
            @for (i, part) in self.parts.iter().enumerate() {
                @if i > 0 { " " }
                span.finding__part {
                    bdi lang=[part.lang(ctx)] { (part.name) } (part.role(ctx)) (part.label(ctx)) ": "
                    @for (words, figure, level) in part.numbers(ctx) {
                        a href=(href::figure_href(ctx, figure.figure)) { (words) } (level)
                    }
                    @if let Some(when) = part.period(ctx) { " " span.finding__when { "· " (when) } }
                }
            }
        }
    }

    /// Returns the finding as a text: `Hà Đông: 352 cá nhân ở cơ sở, 95 cấp quận · 2022 (theo bài)`.
    pub fn text(&self, ctx: &PageContext<'_>) -> String {
        let parts = self.parts.iter().map(|part| {
            let numbers = part.numbers(ctx).into_iter().map(|(words, _, level)| format!("{words}{level}"));
            let numbers: String = numbers.collect();
            let when = part.period(ctx).map(|when| format!(" · {when}")).unwrap_or_default();
            format!("{}{}{}: {numbers}{when}", part.name, part.role(ctx), part.label(ctx))
        });
        parts.collect::<Vec<_>>().join("; ")
    }
}

impl<'a> Part<'a> {
    /// Language of a name that is Vietnamese on an English page.
    fn lang(&self, ctx: &PageContext<'_>) -> Option<&'static str> {
        (ctx.lang == Lang::En).then_some("vi")
    }

    /// ` (mục tiêu)`; empty for results.
    fn role(&self, ctx: &PageContext<'_>) -> String {
        let role = self.figures.first().map(|found| found.figure.role).filter(|role| *role != Role::Result);
        role.map(|role| format!(" ({})", terms::role(role, ctx.lang))).unwrap_or_default()
    }

    /// `, giá trị làm lợi`; empty if levels say what the numbers count.
    fn label(&self, ctx: &PageContext<'_>) -> String {
        match self.figures.first() {
            Some(found) if !is_by_level(self) => {
                format!(", {}", uncapitalise(found.figure.label.get(ctx.lang)))
            }
            _ => String::new(),
        }
    }

    /// Each number with the words after it; the unit stands after the first.
    fn numbers(&self, ctx: &PageContext<'_>) -> Vec<(String, FigureRef<'a>, String)> {
        let is_by_level = is_by_level(self);
        let number = |(i, found): (usize, &FigureRef<'a>)| {
            let unit = ctx.catalogue().unit(&found.figure.unit)?;
            let is_first = i == 0 || unit.dimension != Dimension::Count;
            let words = match is_first {
                true => quantity_words(found.figure, unit, ctx.lang),
                false => number_words(found.figure, unit, ctx.lang),
            };
            let organisation = ctx.catalogue().organisation(found.organisation());
            let mut level = String::new();
            if is_by_level {
                level = format!(" {}", level_phrase(&levels(*found), organisation, ctx.lang));
            }
            if i + 1 < self.figures.len() {
                level.push_str(", ");
            }
            Some((words, *found, level))
        };
        self.figures.iter().enumerate().filter_map(number).collect()
    }

    fn period(&self, ctx: &PageContext<'_>) -> Option<String> {
        self.figures.first().and_then(|found| links::figure_period(ctx, *found))
    }
}

/// Returns how many further organisations state figures: `và 3 đơn vị khác`; empty without any.
pub fn other_organisations(
    ctx: &PageContext<'_>,
    figures: &[FigureRef<'_>],
    shown: &Finding<'_>,
) -> Option<String> {
    let all = collect_set(figures.iter().map(|found| found.organisation())).len();
    let more = all.saturating_sub(shown.parts.len());
    (more > 0).then(|| sentences::more_organisations(more, ctx.lang))
}
