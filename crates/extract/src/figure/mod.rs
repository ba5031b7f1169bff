//! Finder of figures: the printed quantities that count something, and their properties.
//!
//! Quantities are read by [`thidua_core::text::quantity`]. The modules here decide whether one is a figure
//! ([`counted`]), and find its words ([`words`]), its role ([`role`]), its period ([`period`]) and the figure of which
//! it is a share ([`share`]).

mod act;
mod counted;
mod levels;
mod period;
mod role;
mod role_cues;
mod share;
mod words;

use std::ops::Range;

use thidua_core::domain::{Dimension, Edtf, Level, Role};
use thidua_core::text::quantity::Quantity;

use super::analyzed_line::AnalyzedLine;
use super::campaign::LineMention;
use super::context::Context;
use super::diagnostic::DiagnosticKind;
use super::draft::FactReason;

use act::{ActBefore, GoverningAct, LineActs};
use role::FigureBefore;
use role_cues::{FigureSite, LineCues};
pub(super) use share::shares;

/// A figure on a line.
#[derive(Debug, Clone)]
pub(super) struct LineFigure {
    pub quantity: Quantity,
    /// Range of the recorded words, in bytes.
    pub range: Range<usize>,
    pub role: Role,
    pub act: GoverningAct,
    pub levels: Vec<Level>,
    pub period: Option<(Range<usize>, Option<Edtf>)>,
    pub label: String,
    /// True if words such as "trong đó" are directly before it.
    pub is_share: bool,
    pub reason: FactReason,
}

/// Figures, rejected numbers and diagnostics of a line.
#[derive(Debug, Default)]
pub(super) struct LineFigures {
    pub found: Vec<LineFigure>,
    /// Numbers that are not figures, with the reasons.
    pub left_out: Vec<(Range<usize>, FactReason)>,
    /// Diagnostics with their ranges.
    pub diagnostics: Vec<(DiagnosticKind, Range<usize>)>,
}

/// Returns the figures of a line, given the campaigns that it mentions.
pub(super) fn figures(view: &AnalyzedLine<'_>, context: &Context, mentions: &[LineMention]) -> LineFigures {
    let mut figures = LineFigures::default();
    let verbs = LineVerbs { cues: LineCues::of(view, context), acts: LineActs::of(view) };
    for (index, quantity) in view.quantities().iter().enumerate() {
        let rule = match counted::rule(view, context, quantity, mentions) {
            Ok(rule) => rule,
            Err(counted::Rejection { reason, kind }) => {
                figures.diagnostics.extend(kind.map(|kind| (kind, quantity.range.clone())));
                figures.left_out.push((quantity.range.clone(), reason));
                continue;
            }
        };
        if quantity.unit.is_none() {
            figures.diagnostics.push((DiagnosticKind::UnknownUnit, quantity.range.clone()));
        }
        let (figure, unique) =
            line_figure(view, context, mentions, &verbs, figures.found.last(), (index, quantity), rule);
        if !unique {
            figures.diagnostics.push((DiagnosticKind::Ambiguous, figure.range.clone()));
        }
        figures.found.push(figure);
    }
    counted::unread(view, context, mentions, &mut figures);
    figures
}

/// Makes a figure of quantity number `index` of a line, without regard to the figures before it. Also returns whether its
/// words are unique on the line.
pub(super) fn figure_of_quantity(
    view: &AnalyzedLine<'_>,
    context: &Context,
    mentions: &[LineMention],
    index: usize,
    quantity: &Quantity,
    rule: &'static str,
) -> (LineFigure, bool) {
    let verbs = LineVerbs { cues: LineCues::of(view, context), acts: LineActs::of(view) };
    line_figure(view, context, mentions, &verbs, None, (index, quantity), rule)
}

/// Verbs and other words of a line by which roles and acts are read.
struct LineVerbs {
    cues: LineCues,
    acts: LineActs,
}

fn line_figure(
    view: &AnalyzedLine<'_>,
    context: &Context,
    mentions: &[LineMention],
    verbs: &LineVerbs,
    previous: Option<&LineFigure>,
    (index, quantity): (usize, &Quantity),
    rule: &'static str,
) -> (LineFigure, bool) {
    let (range, unique) = words::range(view, context, &context.counting, quantity, mentions);
    let is_share = share::is_share(view, context, quantity, index);
    let before = previous.map(|figure| FigureBefore {
        quantity: &figure.quantity,
        role: figure.role,
        end: figure.range.end,
    });
    let site = FigureSite::new(view, &verbs.cues, quantity, range.end);
    let role = role::role(&site, context, before, is_share);
    let unit = quantity.unit.as_ref().and_then(|id| context.units.iter().find(|unit| unit.id == *id));
    let is_money = unit.is_some_and(|unit| unit.dimension == Dimension::Money);
    let act_before =
        previous.map(|figure| ActBefore { end: figure.range.end, act: figure.act.before.clone() });
    let act = if is_money { GoverningAct::default() } else { act::act(&site, &verbs.acts, role, act_before) };
    let figure = LineFigure {
        act,
        levels: levels::levels(&site, context, index, role),
        role,
        period: period::period(view, context, quantity),
        label: words::label(view, context, quantity, &range),
        is_share,
        reason: FactReason::new(rule, view.get(&quantity.range)),
        range,
        quantity: quantity.clone(),
    };
    (figure, unique)
}
