//! A chart as a picture that stands alone, with the texts that the page has around it.
//!
//! A picture is sent on without its page, so it carries the finding, the measure, the notes, the articles, the link and the
//! name of the site. Everything is attributes and text: there is no style sheet that could be lost and turn bars black, and no
//! font that could be missing, since every family ends in a generic one and lines are measured for the widest of the usual
//! fonts. The ground is always white, because pictures go into documents.

use thidua_core::domain::Lang;
use thidua_i18n::charts::picture as wording;

use super::colours::{GRID, INK};
use super::mark_shapes::stroke_path;
use super::model::{Chart, Size};
use super::panel::Evidence;
use super::render::Drawing;
use super::svg::{SvgWriter, coordinate as n};
use super::text_layout::{estimated_width, wrap};

const SANS: &str = "'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, 'DejaVu Sans', sans-serif";
const SERIF: &str = "'Source Serif 4', Georgia, 'Noto Serif', 'Times New Roman', 'DejaVu Serif', serif";
const FAINT: &str = "#5a564e";
const ACCENT: &str = "#0b4a8f";
const FLAG: &str = "#b3201b";
const FLAG_RGB: [u8; 3] = [0xB3, 0x20, 0x1B];
const WHITE_RGB: [u8; 3] = [0xFF; 3];
/// Height of the band at the top, in the colour of the flag.
const BAND: f64 = 4.0;

/// Free space at every side.
const MARGIN: f64 = 32.0;
/// Free space at the sides of a drawing in the page; the drawing is set flush with the text.
const PAD: f64 = 2.0;
/// Width of the text and of the drawing.
const INNER: f64 = Size::Wide.width() - 2.0 * PAD;
/// Number of articles that are named; the others are counted, and the link leads to them.
const MAX_SOURCES: usize = 8;

/// Texts of a picture around the chart itself.
#[derive(Debug, Clone, Copy)]
pub struct PictureFrame<'a> {
    /// The articles that print its figures, each as a citation line.
    pub sources: &'a [String],
    /// Absolute address of the view from which it was taken; `None` if the origin of the site is not known.
    pub link: Option<&'a str>,
    /// The name of the site.
    pub site: &'a str,
}

/// A point of a picture whose colour does not depend on the chart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ProbePoint {
    /// From the left, in units of the picture.
    pub x: f64,
    /// From the top.
    pub y: f64,
    /// Red, green, blue.
    pub rgb: [u8; 3],
}

/// Returns points that show whether a browser painted a picture of that size as it was drawn: in the band at the top and in the
/// empty margins. They have two colours, since a browser that guards its canvas may give back noise or plain white.
pub fn probe_points(width: f64, height: f64) -> [ProbePoint; 8] {
    let point = |x: f64, y: f64, rgb| ProbePoint { x, y, rgb };
    let (near, band) = (MARGIN / 4.0, BAND / 2.0);
    [
        point(width * 0.1, band, FLAG_RGB),
        point(width * 0.5, band, FLAG_RGB),
        point(width * 0.9, band, FLAG_RGB),
        point(near, height * 0.3, WHITE_RGB),
        point(width - near, height * 0.7, WHITE_RGB),
        point(near, height - near, WHITE_RGB),
        point(width * 0.5, height - near, WHITE_RGB),
        point(width - near, height - near, WHITE_RGB),
    ]
}

/// Typography of a line.
#[derive(Clone, Copy)]
struct LineStyle {
    family: &'static str,
    size: f64,
    line: f64,
    bold: bool,
    colour: &'static str,
}

const TITLE: LineStyle = LineStyle { family: SERIF, size: 22.0, line: 30.0, bold: true, colour: INK };
const MEASURE: LineStyle = LineStyle { family: SANS, size: 14.0, line: 21.0, bold: false, colour: FAINT };
const NOTE: LineStyle = LineStyle { family: SANS, size: 13.0, line: 19.0, bold: false, colour: FAINT };
const SOURCE: LineStyle = LineStyle { family: SANS, size: 13.0, line: 19.0, bold: false, colour: INK };
const LINK: LineStyle = LineStyle { family: SANS, size: 13.0, line: 19.0, bold: false, colour: ACCENT };
const SITE: LineStyle = LineStyle { family: SERIF, size: 15.0, line: 24.0, bold: true, colour: INK };

impl Chart {
    /// Returns the chart in its frame, as a whole SVG file. `href` returns the absolute address of the evidence of a mark, or an
    /// empty text if it is not known.
    pub fn picture(&self, frame: &PictureFrame<'_>, href: &dyn Fn(&Evidence) -> String) -> String {
        let mut sheet = Sheet { svg: SvgWriter::default(), y: MARGIN };
        sheet.text(TITLE, &self.heading);
        sheet.text(MEASURE, &self.measure);
        sheet.y += 20.0;
        sheet.drawing(&self.render(Size::Wide, href));
        sheet.y += 14.0;
        for note in &self.notes {
            sheet.text(NOTE, note);
        }
        sheet.y += 10.0;
        sheet.rule();
        sheet.y += 6.0;
        for line in source_lines(frame.sources, self.lang) {
            sheet.text(SOURCE, &line);
        }
        if let Some(link) = frame.link {
            sheet.svg.open("a", &[("href", link.into())]);
            for line in link_lines(link) {
                sheet.text(LINK, &line);
            }
            sheet.svg.close("a");
        }
        sheet.y += 4.0;
        sheet.text(SITE, frame.site);
        self.file(&sheet)
    }

    fn file(&self, sheet: &Sheet) -> String {
        let (width, height) = (INNER + 2.0 * MARGIN, sheet.y + MARGIN - 8.0);
        let view_box = format!("0 0 {} {}", n(width), n(height));
        let mut svg = SvgWriter::default();
        svg.open(
            "svg",
            &[
                ("xmlns", "http://www.w3.org/2000/svg".into()),
                ("lang", self.lang.tag().into()),
                ("width", width.into()),
                ("height", height.into()),
                ("viewBox", view_box.as_str().into()),
                ("font-family", SANS.into()),
                ("fill", INK.into()),
                ("color", INK.into()),
            ],
        );
        svg.element("title", &[], &self.heading);
        svg.element("desc", &[], &self.sentence);
        let ground = [("width", width.into()), ("height", height.into()), ("fill", "#fff".into())];
        svg.empty("rect", &ground);
        svg.empty("rect", &[("width", width.into()), ("height", BAND.into()), ("fill", FLAG.into())]);
        svg.append(&sheet.svg);
        svg.close("svg");
        svg.finish()
    }
}

fn source_lines(sources: &[String], lang: Lang) -> Vec<String> {
    let lead = wording::source(lang);
    let mut lines: Vec<String> =
        sources.iter().take(MAX_SOURCES).map(|source| format!("{lead}: {source}")).collect();
    let more = sources.len().saturating_sub(MAX_SOURCES);
    if more > 0 {
        lines.push(wording::more_articles(more, lang));
    }
    lines
}

/// Breaks an address into lines after a slash, a question mark, a hash, an ampersand or a hyphen.
fn link_lines(link: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in link.split_inclusive(['/', '?', '#', '&', '-']) {
        let line = lines.last_mut().map_or("", |line| line.as_str());
        if !line.is_empty() && estimated_width(&format!("{line}{piece}"), LINK.size) > INNER {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(piece);
        }
    }
    lines
}

/// A picture that is being written, from top to bottom.
struct Sheet {
    svg: SvgWriter,
    /// Top of the next element.
    y: f64,
}

impl Sheet {
    fn text(&mut self, style: LineStyle, text: &str) {
        // Bold letters are as wide as larger ones.
        let set_size = if style.bold { style.size * 1.12 } else { style.size };
        for line in wrap(text, set_size, INNER) {
            debug_assert!(estimated_width(&line, set_size) <= INNER || line.chars().count() == 1);
            self.y += style.line;
            let mut attributes = vec![
                ("x", MARGIN.into()),
                ("y", (self.y - style.line * 0.3).into()),
                ("font-size", style.size.into()),
                ("font-family", style.family.into()),
                ("fill", style.colour.into()),
            ];
            if style.bold {
                attributes.push(("font-weight", "600".into()));
            }
            self.svg.element("text", &attributes, &line);
        }
    }

    fn rule(&mut self) {
        let path = format!("M{} {}h{}", n(MARGIN), n(self.y), n(INNER));
        stroke_path(&mut self.svg, "grid", GRID, 1.0, &path);
    }

    /// Adds a drawing without its own `<svg>` element, which would scale it to a page.
    fn drawing(&mut self, drawing: &Drawing) {
        let place = format!("translate({} {})", n(MARGIN - PAD), n(self.y));
        self.svg.open("g", &[("transform", place.as_str().into())]);
        self.svg.append_markup(&drawing.inside);
        self.svg.close("g");
        self.y += f64::from(drawing.height);
    }
}
