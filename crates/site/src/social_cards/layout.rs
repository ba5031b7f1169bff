//! Layout of a social card: kind and name at the top, then the evidence card of a figure, or the name large where there is
//! none, and the name of the site at the bottom.

use super::card::{CardFigure, SocialCard};
use super::text_shaping::{TextShaper, Weight};
use super::{HEIGHT, WIDTH};

const LEFT: f32 = 80.0;
const RIGHT: f32 = WIDTH as f32 - 80.0;
/// Baseline of the name of the site.
const FOOT: f32 = HEIGHT as f32 - 50.0;
/// Lowest position for text of the card.
const LOWEST: f32 = FOOT - 88.0;

/// Top of the credit of a figure: whose, when, newspaper, paragraph, mark.
const CREDIT_TOP: f32 = 396.0;
/// Sizes of a name without a figure, the largest first.
const NAME_SIZES: [f32; 8] = [84.0, 76.0, 68.0, 60.0, 54.0, 48.0, 43.0, 38.0];
/// Sizes of a name over a figure.
const TITLE_SIZES: [f32; 2] = [42.0, 35.0];
/// Sizes of printed words.
const WORDS_SIZES: [f32; 8] = [108.0, 96.0, 84.0, 74.0, 66.0, 58.0, 50.0, 40.0];
/// Distance of lines, in font sizes. Vietnamese diacritics above and below letters need more than plain Latin text.
const LEADING: f32 = 1.24;
const LABEL_SIZE: f32 = 31.0;
const LABEL_LEADING: f32 = 40.0;
const SOURCE_SIZE: f32 = 27.0;

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

/// Tick: left, baseline and height.
pub type Tick = (f32, f32, f32);

/// Positions of everything on a card.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Layout {
    pub runs: Vec<Run>,
    /// Thin rules, quiet.
    pub rules: Vec<Bar>,
    /// The double rule over the printed words.
    pub lead_rules: Vec<Bar>,
    /// The sign of what was verified.
    pub ticks: Vec<Tick>,
}

/// Computes the layout of a card.
pub fn layout(card: &SocialCard, shaper: &TextShaper) -> Layout {
    let mut page = Page { shaper, layout: Layout::default(), y: 60.0 };
    if !card.kind.is_empty() {
        page.y = if card.figure.is_some() { 76.0 } else { 112.0 };
        let size = if card.figure.is_some() { 27.0 } else { 32.0 };
        page.line(&card.kind, Weight::Bold, size, Ink::Accent, LEFT);
    }
    match &card.figure {
        Some(figure) => page.evidence(&card.title, figure),
        None => page.name(&card.title, &card.line),
    }
    page.layout.rules.push((LEFT, FOOT - 52.0, RIGHT - LEFT, 2.0));
    page.y = FOOT;
    page.line(card.site, Weight::Bold, 32.0, Ink::Black, LEFT);
    let begin = LEFT + shaper.width(card.site, Weight::Bold, 32.0) + 24.0;
    page.one_line(card.tagline, Weight::Regular, 24.0, Ink::Soft, begin, RIGHT);
    page.layout
}

/// Rounds down to a whole number; negative ones become 0.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the conversion saturates")]
fn whole(number: f32) -> usize {
    number as usize
}

struct Page<'a> {
    shaper: &'a TextShaper,
    layout: Layout,
    /// Baseline of the last line.
    y: f32,
}

impl Page<'_> {
    fn line(&mut self, text: &str, weight: Weight, size: f32, ink: Ink, x: f32) {
        self.layout.runs.push(Run { text: text.to_owned(), weight, size, ink, x, y: self.y });
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

    /// Adds a name alone, as large as fits, and the line below it.
    fn name(&mut self, title: &str, line: &str) {
        let below = if line.is_empty() { 0.0 } else { 64.0 };
        let size = self.block(title, Weight::Bold, Ink::Black, &NAME_SIZES, LOWEST - self.y - below);
        if !line.is_empty() {
            self.y += 46.0 + size * 0.18;
            self.one_line(line, Weight::Regular, 30.0, Ink::Soft, LEFT, RIGHT);
        }
    }

    /// Adds the evidence card: the name small, a double rule, the printed words large, their label, and the credit.
    fn evidence(&mut self, title: &str, figure: &CardFigure) {
        if !title.is_empty() {
            self.y += 8.0;
            self.block(title, Weight::Bold, Ink::Black, &TITLE_SIZES, 90.0);
        }
        let top = self.y + 26.0;
        self.layout.lead_rules.extend([(LEFT, top, RIGHT - LEFT, 5.0), (LEFT, top + 8.0, RIGHT - LEFT, 1.0)]);
        self.y = top + 14.0;
        let label = self.shaper.measure(&figure.label, Weight::Regular).lines(LABEL_SIZE, RIGHT - LEFT);
        let room = |lines: usize| CREDIT_TOP - 46.0 - top - label.len().min(lines) as f32 * LABEL_LEADING;
        let smallest = WORDS_SIZES.last().copied().unwrap_or(LABEL_SIZE);
        let words = self.shaper.measure(&figure.words, Weight::Bold).lines(smallest, RIGHT - LEFT).len();
        // Printed words are not cut for a second line of our label.
        let shown = if words as f32 * smallest * LEADING <= room(2) { 2 } else { 1 };
        let size = self.block(&figure.words, Weight::Bold, Ink::Black, &WORDS_SIZES, room(shown));
        self.y += 6.0 + size * 0.1;
        if label.len() <= shown {
            for line in &label {
                self.y += LABEL_LEADING;
                self.line(line, Weight::Regular, LABEL_SIZE, Ink::Soft, LEFT);
            }
        } else {
            let filled =
                self.shaper.measure(&figure.label, Weight::Regular).lines_filled(LABEL_SIZE, RIGHT - LEFT);
            for (i, line) in filled.iter().take(shown).enumerate() {
                self.y += LABEL_LEADING;
                let rest = filled.get(i..).unwrap_or_default().join(" ");
                let text = if i + 1 == shown { &rest } else { line };
                self.one_line(text, Weight::Regular, LABEL_SIZE, Ink::Soft, LEFT, RIGHT);
            }
        }
        self.layout.rules.push((LEFT, CREDIT_TOP, 72.0, 2.0));
        self.y = CREDIT_TOP + 44.0;
        self.one_line(&figure.whose, Weight::Regular, 31.0, Ink::Black, LEFT, RIGHT);
        self.y += 41.0;
        let mark = self.shaper.width(figure.mark, Weight::Bold, SOURCE_SIZE);
        let tick = if figure.is_verified { SOURCE_SIZE } else { 0.0 };
        let source =
            self.shortened(&figure.source, Weight::Regular, SOURCE_SIZE, RIGHT - LEFT - mark - tick - 36.0);
        self.line(&source, Weight::Regular, SOURCE_SIZE, Ink::Soft, LEFT);
        let begin = LEFT + self.shaper.width(&source, Weight::Regular, SOURCE_SIZE) + 36.0;
        if figure.is_verified {
            self.layout.ticks.push((begin, self.y, SOURCE_SIZE * 0.62));
        }
        let ink = if figure.is_verified { Ink::Accent } else { Ink::Soft };
        self.line(figure.mark, Weight::Bold, SOURCE_SIZE, ink, begin + tick);
    }

    /// Adds a text in several lines, in the largest of `sizes` that fits `height`, and returns the size.
    fn block(&mut self, text: &str, weight: Weight, ink: Ink, sizes: &[f32], height: f32) -> f32 {
        let measured = self.shaper.measure(text, weight);
        let set = |size: f32| (size, measured.lines(size, RIGHT - LEFT));
        let fits = |(size, lines): &(f32, Vec<String>)| lines.len() as f32 * size * LEADING <= height;
        let smallest = sizes.last().copied().unwrap_or(LABEL_SIZE);
        let (size, lines) = sizes.iter().copied().map(set).find(fits).unwrap_or_else(|| set(smallest));
        let most = whole(height / (size * LEADING)).max(1);
        for (i, line) in lines.iter().take(most).enumerate() {
            self.y += size * if i == 0 { 1.18 } else { LEADING };
            let is_cut = i + 1 == most && lines.len() > most;
            let text = if is_cut { format!("{line}…") } else { line.clone() };
            self.one_line(&text, weight, size, ink, LEFT, RIGHT);
        }
        size
    }
}
