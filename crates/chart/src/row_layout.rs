//! Rows below each other. The label stands above its marks, so that a long Vietnamese label has the whole width on a phone and
//! on a desktop; in a panel of short labels that is wide it stands before them. The printed words stand beside the end of the
//! marks, or below if there is no room.

use super::canvas::{Canvas, PAD, ROW_GAP};
use super::mark_shapes::{LANE_HEIGHT, Lane, overhang};
use super::panel::{CaptionLine, MarkKind, Panel, PanelRow};
use super::scale::Scale;
use super::text_style::TextStyle;

/// Number of lines of a label; the rest stands in the accessible name and in the table.
const MAX_LABEL_LINES: usize = 3;
/// Between the end of a mark and its words.
const WORDS_GAP: f64 = 7.0;
/// Least share of the width that bars keep; words that then have no room go below.
const MIN_PLOT_SHARE: f64 = 0.4;
/// Width of a picture from which labels stand before their marks, and the share of the width that they take.
const MIN_WIDTH_BESIDE: f64 = 500.0;
const LABEL_SHARE: f64 = 0.3;
/// Between rows whose labels stand before their marks.
const ROW_GAP_BESIDE: f64 = 8.0;
/// Between a label and its marks.
const LABEL_GAP: f64 = 12.0;

/// Length of a panel's scale, and the place of the words of its rows.
struct Plot {
    length: f64,
    words_inline: bool,
}

/// Printed words with their positions.
struct PlacedWords {
    style: TextStyle,
    /// Start and baseline of each line; the end instead of the start if the words stand before their mark.
    lines: Vec<(f64, f64, String)>,
    before: bool,
    /// Top of the next element.
    bottom: f64,
}

impl PlacedWords {
    /// Left and right edge of words in the lane; `None` if they stand below it.
    fn reach(&self, lane: &Lane<'_>) -> Option<(f64, f64)> {
        let (x, y, line) = self.lines.first()?;
        let width = self.style.width(line);
        let from = if self.before { x - width } else { *x };
        (*y < lane.middle + LANE_HEIGHT / 2.0).then_some((from - 3.0, from + width + 3.0))
    }
}

impl Canvas<'_> {
    /// Draws as many rows of `panel` as may still be drawn, with its axis.
    pub fn rows(&mut self, panel: &Panel) {
        let rows = panel.rows.get(..self.rows_left).unwrap_or(&panel.rows);
        self.rows_left -= rows.len();
        let (left, width) = (self.left, self.width);
        let beside = panel.beside && panel.scale != Scale::Stated && width >= MIN_WIDTH_BESIDE;
        if beside {
            self.width = width * (1.0 - LABEL_SHARE);
            self.left = left + width * LABEL_SHARE;
        }
        let plot = self.plot(panel.scale, rows);
        let in_time = matches!(panel.scale, Scale::Time { .. });
        if in_time {
            self.axis(panel, plot.length);
            self.y += 6.0;
        }
        for (i, row) in rows.iter().enumerate() {
            if i > 0 {
                self.y += if beside { ROW_GAP_BESIDE } else { ROW_GAP };
            }
            if let Some(group) = &row.group {
                let plot_column = (self.left, self.width);
                (self.left, self.width) = (left, width);
                self.y += if i > 0 { ROW_GAP_BESIDE } else { 0.0 };
                self.paragraph(TextStyle::PanelTitle, group);
                self.y += 4.0;
                (self.left, self.width) = plot_column;
            }
            self.row(row, panel, &plot, (rows.len() == 1, beside.then_some(left)));
        }
        if !in_time {
            self.axis(panel, plot.length);
        }
        (self.left, self.width) = (left, width);
    }

    /// Computes the longest scale on which the words of all rows stand beside their marks. If that would leave the scale less than
    /// [`MIN_PLOT_SHARE`] of the width, all words go below. An axis of time is always as wide as possible.
    fn plot(&self, scale: Scale, rows: &[PanelRow]) -> Plot {
        let widest = self.width - 16.0;
        let limits = rows.iter().flat_map(|row| {
            let words = TextStyle::Words.width(&row.words) + WORDS_GAP;
            let marks = row.marks.iter().filter(|_| !row.words.is_empty());
            marks.filter_map(move |mark| {
                let fraction = scale.fraction(mark.to);
                (fraction > 0.0).then_some((self.width - words - overhang(mark)) / fraction)
            })
        });
        if matches!(scale, Scale::Time { .. }) {
            return Plot { length: widest, words_inline: true };
        }
        let length = limits.fold(widest, f64::min);
        if length < MIN_PLOT_SHARE * self.width {
            Plot { length: widest, words_inline: false }
        } else {
            Plot { length, words_inline: true }
        }
    }

    /// Draws a row. `alone` is true for the only one of its panel; `label_left` is the left edge of its label if that stands before
    /// the marks.
    fn row(&mut self, row: &PanelRow, panel: &Panel, plot: &Plot, (alone, label_left): (bool, Option<f64>)) {
        let Some(owner) = row.marks.first() else { return };
        let label_width = label_left.map_or(self.width, |left| self.left - left - LABEL_GAP);
        let label = TextStyle::Label.wrap_at_most(&row.label, label_width, MAX_LABEL_LINES);
        // Most rows have no second label.
        let aside = row.aside.as_deref().unwrap_or("");
        let aside = TextStyle::Note.wrap_at_most(aside, label_width, MAX_LABEL_LINES);
        let top = self.y;
        let aside_top = top + height(&label, TextStyle::Label);
        let label_bottom = aside_top + height(&aside, TextStyle::Note);
        let lane_top = if label_left.is_some() { top - 2.0 } else { label_bottom };
        let lane = Lane {
            scale: panel.scale,
            left: self.left,
            plot: plot.length,
            middle: lane_top + LANE_HEIGHT / 2.0,
            has_target: row.marks.iter().any(|m| m.kind == MarkKind::Target),
            has_result: row.marks.iter().any(|m| m.kind == MarkKind::Result),
            id: self.id,
        };
        let words = self.place_words(row, &lane, (panel.ours, alone), plot.words_inline);
        if panel.scale != Scale::Stated {
            self.grid(&lane, &panel.ticks, words.reach(&lane));
            lane.connect(&mut self.svg, &row.marks);
        }
        let outside = self.begin_link();
        let label_x = label_left.unwrap_or(self.left);
        for (i, line) in label.iter().enumerate() {
            let y = top + TextStyle::Label.line_height() * (i as f64) + 15.0;
            self.text_at((label_x, y), TextStyle::Label, line, "");
        }
        for (i, line) in aside.iter().enumerate() {
            let y = aside_top + TextStyle::Note.line_height() * (i as f64) + 13.0;
            self.text_at((label_x, y), TextStyle::Note, line, "");
        }
        lane.draw(&mut self.svg, owner);
        for (x, y, line) in &words.lines {
            if words.before {
                self.text_before((*x, *y), words.style, line);
            } else {
                self.text_at((*x, *y), words.style, line, "");
            }
        }
        self.y = if label_left.is_some() { words.bottom.max(label_bottom) } else { words.bottom };
        for after in row.after.iter().filter(|a| a.mark == Some(0)) {
            self.after(after);
        }
        match label_left {
            Some(left) => self.hit_area((left - PAD, top), (self.right() - left + 2.0 * PAD, self.y - top)),
            None => self.hit_row(top),
        }
        let is_cut = label.last().is_some_and(|line| line.ends_with('…'));
        self.end_link(outside, owner, if is_cut { &row.label } else { "" });
        for (i, mark) in row.marks.iter().enumerate().skip(1) {
            let outside = self.begin_link();
            lane.draw(&mut self.svg, mark);
            let top = self.y;
            for after in row.after.iter().filter(|a| a.mark == Some(i)) {
                self.after(after);
            }
            self.hit_row(top);
            self.end_link(outside, mark, "");
        }
        for after in row.after.iter().filter(|a| a.mark.is_none()) {
            self.after(after);
        }
    }

    /// Places the words beside the end of the marks, before their start if that is not zero, or below them.
    fn place_words(
        &self,
        row: &PanelRow,
        lane: &Lane<'_>,
        (ours, alone): (bool, bool),
        inline: bool,
    ) -> PlacedWords {
        let (stated, lane_top) = (lane.scale == Scale::Stated, lane.middle - LANE_HEIGHT / 2.0);
        let style = match () {
            () if ours => TextStyle::Note,
            () if stated && alone => TextStyle::Stated,
            () => TextStyle::Words,
        };
        let placed = |lines, before, bottom| PlacedWords { style, lines, before, bottom };
        let mut y = if stated { lane_top + 2.0 } else { lane_top + LANE_HEIGHT };
        if row.words.is_empty() {
            return placed(Vec::new(), false, if stated { lane_top } else { y });
        }
        let width = style.width(&row.words);
        let ends = row.marks.iter().map(|m| lane.x(m.to) + overhang(m));
        let after = ends.fold(lane.left, f64::max) + WORDS_GAP;
        let before = match (lane.scale, row.marks.as_slice()) {
            (Scale::Time { .. }, [mark]) => Some(lane.position(mark.from) - WORDS_GAP),
            _ => None,
        };
        if !stated && inline && after + width <= self.right() {
            return placed(vec![(after, lane.middle + 5.0, row.words.clone())], false, y);
        }
        if let Some(before) = before.filter(|x| x - width >= self.left) {
            return placed(vec![(before, lane.middle + 5.0, row.words.clone())], true, y);
        }
        let mut lines = Vec::new();
        for line in style.wrap(&row.words, self.width) {
            lines.push((self.left, y + style.line_height() - 7.0, line));
            y += style.line_height();
        }
        placed(lines, false, y)
    }

    /// Draws a line under the marks; its printed words follow its lead.
    pub fn after(&mut self, after: &CaptionLine) {
        let style = if after.strong { TextStyle::Verdict } else { TextStyle::Note };
        let mut leads = style.wrap(&after.lead, self.width);
        // A line without a lead begins with the printed words.
        let mut last = leads.pop().unwrap_or_default();
        if !last.is_empty() && !after.printed.is_empty() {
            last.push(' ');
        }
        self.y += 1.0;
        for line in leads {
            self.y += style.line_height();
            self.text(self.y - 5.0, style, &line);
        }
        let (inline, below) = split_to_fit(&after.printed, self.width - style.width(&last), self.width);
        self.y += style.line_height();
        self.text_at((self.left, self.y - 5.0), style, &last, &inline);
        for line in below {
            self.y += TextStyle::Words.line_height();
            self.text(self.y - 5.0, TextStyle::Words, &line);
        }
    }
}

/// Splits printed `words` into those that fit into `first` units, and lines of `width` for the rest.
fn split_to_fit(words: &str, first: f64, width: f64) -> (String, Vec<String>) {
    let all: Vec<&str> = words.split_whitespace().collect();
    let fits = (0..=all.len()).rev().find(|n| {
        let line: Vec<&str> = all.iter().take(*n).copied().collect();
        TextStyle::Words.width(&line.join(" ")) <= first
    });
    let (inline, below) = all.split_at_checked(fits.unwrap_or(0)).unwrap_or((&[], &all));
    (inline.join(" "), TextStyle::Words.wrap(&below.join(" "), width))
}

fn height(lines: &[String], style: TextStyle) -> f64 {
    lines.len() as f64 * style.line_height()
}
