//! Layout of a social card: kind and title at the top, then the line below the title, one figure as a quotation, and the
//! name of the site at the bottom.

use super::card::SocialCard;
use super::text_shaping::{TextShaper, Weight};
use super::{HEIGHT, WIDTH};

const LEFT: f32 = 80.0;
const RIGHT: f32 = WIDTH as f32 - 80.0;
/// Baseline of the name of the site.
const FOOT: f32 = HEIGHT as f32 - 50.0;
/// Lowest position for text of the card.
const LOWEST: f32 = FOOT - 88.0;

/// Smallest size of a title.
const SMALLEST: f32 = 38.0;

/// Colours of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Titles.
    Black,
    /// Text around titles.
    Soft,
    /// Printed words, and kinds.
    Accent,
}

impl Ink {
    /// All colours.
    pub const ALL: [Ink; 3] = [Ink::Black, Ink::Soft, Ink::Accent];
}

/// Line of text with its position.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    pub text: String,
    pub weight: Weight,
    pub size: f32,
    pub ink: Ink,
    pub x: f32,
    /// Baseline.
    pub y: f32,
}

/// Filled rectangle: x, y, width, height.
pub type Bar = (f32, f32, f32, f32);

/// Positions of everything on a card.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    pub runs: Vec<Run>,
    /// Thin rules.
    pub rules: Vec<Bar>,
}

/// Computes the layout of a card.
pub fn layout(card: &SocialCard, shaper: &TextShaper) -> Layout {
    let mut page = Page { shaper, runs: Vec::new(), y: 84.0 };
    if card.kind.is_empty() {
        page.y = 60.0;
    } else {
        page.y += 28.0;
        page.line(&card.kind, Weight::Bold, 32.0, Ink::Accent, LEFT);
    }
    let figure = card.figure.as_ref().map(|(words, label)| page.quotation(words, label));
    let below = figure.as_ref().map_or(0.0, |figure| figure.height + 44.0);
    let line = if card.line.is_empty() { 0.0 } else { 64.0 };
    let size = page.title(&card.title, LOWEST - page.y - below - line);
    if !card.line.is_empty() {
        page.y += 46.0 + size * 0.18;
        page.one_line(&card.line, Weight::Regular, 30.0, Ink::Soft, LEFT, RIGHT);
    }
    let mut rules = vec![(LEFT, FOOT - 52.0, RIGHT - LEFT, 2.0)];
    if let Some(figure) = figure {
        let top = LOWEST - figure.height;
        rules.push((LEFT, top, 4.0, figure.height));
        page.runs.extend(figure.runs.into_iter().map(|run| Run { y: run.y + top, ..run }));
    }
    page.y = FOOT;
    page.line(card.site, Weight::Bold, 32.0, Ink::Black, LEFT);
    let begin = LEFT + shaper.width(card.site, Weight::Bold, 32.0) + 24.0;
    page.one_line(card.tagline, Weight::Regular, 24.0, Ink::Soft, begin, RIGHT);
    Layout { runs: page.runs, rules }
}

/// Rounds down to a whole number; negative ones become 0.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the conversion saturates")]
fn whole(number: f32) -> usize {
    number as usize
}

struct Page<'a> {
    shaper: &'a TextShaper,
    runs: Vec<Run>,
    /// Baseline of the last line.
    y: f32,
}

/// Quotation of a figure; positions are relative to its top.
struct Quotation {
    runs: Vec<Run>,
    height: f32,
}

impl Page<'_> {
    fn line(&mut self, text: &str, weight: Weight, size: f32, ink: Ink, x: f32) {
        self.runs.push(Run { text: text.to_owned(), weight, size, ink, x, y: self.y });
    }

    /// Adds one line that ends at `right`; text that does not fit is cut at a syllable and ends with an ellipsis.
    fn one_line(&mut self, text: &str, weight: Weight, size: f32, ink: Ink, x: f32, right: f32) {
        let text = self.shortened(text, weight, size, right - x);
        self.line(&text, weight, size, ink, x);
    }

    fn shortened(&self, text: &str, weight: Weight, size: f32, width: f32) -> String {
        if self.shaper.width(text, weight, size) <= width {
            return text.to_owned();
        }
        let lines = self.shaper.measure(text, weight).lines_filled(size, width - size);
        let first = lines.into_iter().next().unwrap_or_default();
        format!("{}…", first.trim_end_matches([',', ';', ':', '.', '·', ' ']))
    }

    /// Adds the title, as large as fits `height`, and returns its font size. Vietnamese diacritics above and below letters
    /// need more leading than plain Latin text.
    fn title(&mut self, title: &str, height: f32) -> f32 {
        let leading = 1.24;
        let sizes = [84.0, 76.0, 68.0, 60.0, 54.0, 48.0, 43.0, SMALLEST];
        let measured = self.shaper.measure(title, Weight::Bold);
        let set = |size: f32| (size, measured.lines(size, RIGHT - LEFT));
        let fits = |(size, lines): &(f32, Vec<String>)| lines.len() as f32 * size * leading <= height;
        let (size, lines) = sizes.into_iter().map(set).find(fits).unwrap_or_else(|| set(SMALLEST));
        let most = whole(height / (size * leading)).max(1);
        for (i, line) in lines.iter().take(most).enumerate() {
            self.y += size * if i == 0 { 1.18 } else { leading };
            let is_cut = i + 1 == most && lines.len() > most;
            let text = if is_cut { format!("{line}…") } else { line.clone() };
            self.line(&text, Weight::Bold, size, Ink::Black, LEFT);
        }
        size
    }

    fn quotation(&self, words: &str, label: &str) -> Quotation {
        let x = LEFT + 28.0;
        let run = |text: String, size, weight, ink, y| Run { text, weight, size, ink, x, y };
        let words = self.shortened(words, Weight::Bold, 46.0, RIGHT - x);
        let lines = self.shaper.measure(label, Weight::Regular).lines(28.0, RIGHT - x);
        let lines = match lines.as_slice() {
            [first, second] => vec![first.clone(), second.clone()],
            _ => vec![self.shortened(label, Weight::Regular, 28.0, RIGHT - x)],
        };
        let mut runs = vec![run(words, 46.0, Weight::Bold, Ink::Accent, 42.0)];
        let mut y = 46.0;
        for line in lines {
            y += 40.0;
            runs.push(run(line, 28.0, Weight::Regular, Ink::Soft, y));
        }
        Quotation { runs, height: y + 10.0 }
    }
}
