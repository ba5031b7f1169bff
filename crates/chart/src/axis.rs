//! Background of the marks: hairlines across the lanes, and the axis with its labels.

use super::canvas::Canvas;
use super::colours::{AXIS, GRID};
use super::mark_shapes::{LANE_HEIGHT, Lane, stroke_path};
use super::panel::{Panel, Tick};
use super::scale::Scale;
use super::svg::coordinate as n;
use super::text_style::TextStyle;

impl Canvas<'_> {
    /// Draws the ticks and the line at zero behind one lane, but not behind `words`, given by their left and right edge.
    pub fn grid(&mut self, lane: &Lane<'_>, ticks: &[Tick], words: Option<(f64, f64)>) {
        let in_time = matches!(lane.scale, Scale::Time { .. });
        let mut across = |class, colour, x| {
            let path = format!("M{} {}v{}", n(x), n(lane.middle - LANE_HEIGHT / 2.0), n(LANE_HEIGHT));
            stroke_path(&mut self.svg, class, colour, 1.0, &path);
        };
        for tick in ticks.iter().filter(|tick| in_time || tick.at > 0.0) {
            let x = lane.position(tick.at);
            if words.is_none_or(|(from, to)| x < from || to < x) {
                across("grid", GRID, x);
            }
        }
        if !in_time {
            across("axis", AXIS, lane.left);
        }
    }

    /// Draws the labels of the ticks on a scale of `length` units. A label that would touch the one before it is left out.
    pub fn axis(&mut self, panel: &Panel, length: f64) {
        if panel.ticks.is_empty() {
            return;
        }
        self.y += 6.0 + TextStyle::Note.line_height();
        let mut free = self.left;
        for tick in panel.ticks.iter().filter(|tick| !tick.label.is_empty()) {
            let width = TextStyle::Note.width(&tick.label);
            let middle = self.left + length * panel.scale.fraction(tick.at);
            // A year is labelled where it begins, an amount in the middle of its tick.
            let x = if matches!(panel.scale, Scale::Time { .. }) { middle } else { middle - width / 2.0 };
            let x = x.min(self.right() - width).max(self.left);
            if x >= free {
                self.text_at((x, self.y - 6.0), TextStyle::Note, &tick.label, "");
                free = x + width + 6.0;
            }
        }
    }
}
