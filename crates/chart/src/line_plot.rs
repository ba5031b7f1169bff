//! Points of one measure in time, joined by a line: the plot above, the printed words below, one line of text a point.

use super::canvas::{Canvas, PAD};
use super::colours::{AXIS, INK};
use super::mark_shapes::{DOT, dot, stroke_path};
use super::panel::{Connection, Mark, MarkEnd, Panel, Tick};
use super::svg::coordinate as n;
use super::text_style::TextStyle;

/// Height of the scale.
const HEIGHT: f64 = 132.0;
/// Space above the scale for an arrow and a number.
const HEADROOM: f64 = 36.0;
/// Free space at both sides, so that a number has room beside the first and the last point.
const SIDE: f64 = 26.0;
/// Distance of a number from its point.
const NUMBER_DISTANCE: f64 = 10.0;

/// Edges of an area that is taken: left, top, right, bottom.
type Rect = [f64; 4];

impl Canvas<'_> {
    /// Draws as many points of `panel` as may still be drawn.
    pub fn line(&mut self, panel: &Panel) {
        let rows = panel.rows.get(..self.rows_left).unwrap_or(&panel.rows);
        self.rows_left -= rows.len();
        let bottom = self.y + HEADROOM + HEIGHT;
        let x = |at: f64| self.left + SIDE + at * (self.width - 2.0 * SIDE);
        let points: Vec<(f64, f64, &Mark)> = rows
            .iter()
            .zip(&panel.steps)
            .filter_map(|(row, step)| {
                let mark = row.marks.first()?;
                Some((x(step.at), bottom - HEIGHT * panel.scale.fraction(mark.to), mark))
            })
            .collect();
        let ticks: Vec<(f64, &Tick)> = panel.ticks.iter().map(|tick| (x(tick.at), tick)).collect();
        let zero = format!("M{} {}H{}", n(self.left), n(bottom), n(self.right()));
        stroke_path(&mut self.svg, "axis", AXIS, 1.0, &zero);
        self.joins(&points, panel);
        self.y = bottom;
        self.year_labels(&ticks);
        self.y += 4.0;
        let mut taken: Vec<Rect> =
            points.iter().map(|(x, y, _)| [x - DOT, y - DOT, x + DOT, y + DOT]).collect();
        for (i, (row, point)) in rows.iter().zip(&points).enumerate() {
            let (x, y, mark) = *point;
            let low = bottom - HEIGHT * panel.scale.fraction(mark.from);
            if let (Some(aside), true) =
                (&row.aside, panel.steps.get(i).is_some_and(|s| s.join == Connection::Dashed))
            {
                self.y += 1.0;
                self.paragraph(TextStyle::Note, aside);
            }
            let outside = self.begin_link();
            self.bound_upwards(mark, (x, y), low);
            dot(&mut self.svg, mark, (x, y));
            let neighbour_y = |i: Option<usize>| i.and_then(|i| points.get(i)).map_or(y, |p| p.1);
            let slopes = [y - neighbour_y(i.checked_sub(1)), neighbour_y(Some(i + 1)) - y];
            let lift = if matches!(mark.end, MarkEnd::Open { .. } | MarkEnd::Closed) { 10.0 } else { 0.0 };
            let place = self.place_number(&row.words, (x, y), slopes, lift, &taken, bottom);
            if let Some((number_at, corners)) = place {
                taken.push(corners);
                self.text_at(number_at, TextStyle::Note, &row.words, "");
            }
            let top = self.y;
            for after in &row.after {
                self.after(after);
            }
            self.hit_area((self.left - PAD, top), (self.width + 2.0 * PAD, self.y - top));
            self.hit_area((x - 12.0, (y - 12.0).max(0.0)), (24.0, 24.0));
            self.end_link(outside, mark, "");
        }
    }

    /// Draws the lines between points.
    fn joins(&mut self, points: &[(f64, f64, &Mark)], panel: &Panel) {
        for (pair, step) in points.windows(2).zip(panel.steps.iter().skip(1)) {
            let [(x, y, _), (to_x, to_y, _)] = pair else { continue };
            let path = format!("M{} {}L{} {}", n(*x), n(*y), n(*to_x), n(*to_y));
            match step.join {
                Connection::No => {}
                Connection::Solid => stroke_path(&mut self.svg, "mark-bound", INK, 1.5, &path),
                Connection::Dashed => self.svg.empty(
                    "path",
                    &[
                        ("class", "mark-bound".into()),
                        ("d", path.as_str().into()),
                        ("fill", "none".into()),
                        ("stroke", INK.into()),
                        ("stroke-width", 1.0.into()),
                        ("stroke-dasharray", "2 4".into()),
                    ],
                ),
            }
        }
    }

    /// Draws the years under the line at zero. A label that would touch the one before it is left out: every year is named below.
    fn year_labels(&mut self, ticks: &[(f64, &Tick)]) {
        self.y += TextStyle::Note.line_height();
        let mut free = self.left;
        for (x, tick) in ticks {
            let width = TextStyle::Note.width(&tick.label);
            let at = (x - width / 2.0).min(self.right() - width).max(self.left);
            if at >= free {
                self.text_at((at, self.y - 4.0), TextStyle::Note, &tick.label, "");
                free = at + width + 8.0;
            }
        }
    }

    /// Draws the sign of the bound word, turned upwards.
    fn bound_upwards(&mut self, mark: &Mark, (x, y): (f64, f64), low: f64) {
        let path = match mark.end {
            MarkEnd::Open { .. } => format!("M{} {}v-9m-4 4l4 -4l4 4", n(x), n(y - DOT - 1.0)),
            MarkEnd::Closed => format!("M{} {}v-4h14v4", n(x - 7.0), n(y - DOT + 1.0)),
            MarkEnd::Between => {
                format!(
                    "M{} {}h10M{} {}V{}M{} {}h10",
                    n(x - 5.0),
                    n(y),
                    n(x),
                    n(y),
                    n(low),
                    n(x - 5.0),
                    n(low)
                )
            }
            _ => return,
        };
        stroke_path(&mut self.svg, "mark-bound", INK, 1.5, &path);
    }

    /// Position of the number of a point at `(x, y)`: on the side from which the line does not come. `[before, after]` is how far
    /// the line falls towards the point and away from it; `lift` makes room for a bound. `None` if there is no free place.
    fn place_number(
        &self,
        words: &str,
        (x, y): (f64, f64),
        [before, after]: [f64; 2],
        lift: f64,
        taken: &[Rect],
        bottom: f64,
    ) -> Option<((f64, f64), Rect)> {
        let width = TextStyle::Note.width(words);
        let left = match (before > 1.0, before < -1.0, after > 1.0, after < -1.0) {
            (_, true, _, true) => x - width + DOT,
            (true, _, true, _) => x - DOT,
            _ => x - width / 2.0,
        };
        let left = left.min(self.right() - width).max(self.left);
        let above = y - NUMBER_DISTANCE - lift;
        let below = y + NUMBER_DISTANCE + 12.0;
        let in_valley = before > 1.0 && after < -1.0;
        let tries = if in_valley { [below, above] } else { [above, below] };
        tries.into_iter().find_map(|baseline| {
            let corners = [left, baseline - 11.0, left + width, baseline + 4.0];
            let is_free = |other: &Rect| {
                corners[2] + 3.0 <= other[0]
                    || other[2] + 3.0 <= corners[0]
                    || corners[3] <= other[1]
                    || other[3] <= corners[1]
            };
            let fits = baseline + 4.0 <= bottom && width <= self.width;
            (fits && taken.iter().all(is_free)).then_some(((left, baseline), corners))
        })
    }
}
