//! Shapes of marks: a bar, a track with its tick, an outline, a dot, a span of time, and the ends that bound words give them.

use super::colours::{INK, RESULT};
use super::panel::{Mark, MarkEnd, MarkKind, SpanEdge};
use super::scale::Scale;
use super::svg::{SvgWriter, Value, coordinate as n};

/// Height of a lane.
pub(super) const LANE_HEIGHT: f64 = 24.0;
/// Height of a bar.
const BAR: f64 = 12.0;
/// A result inside the track of a target is thinner than the track.
const INNER_BAR: f64 = 6.0;
/// Height of the tick of a target.
const TICK: f64 = 22.0;
/// Length of a hatched end.
const HATCH: f64 = 14.0;
/// Radius of a dot.
pub(super) const DOT: f64 = 5.0;
/// Radius of a ring: a dot at the same place lies within it.
const RING: f64 = 7.5;
/// Least length of a number above zero.
const MIN_LENGTH: f64 = 2.0;

/// The strip in which the marks of one row lie.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lane<'a> {
    pub scale: Scale,
    pub left: f64,
    /// Length of the scale.
    pub plot: f64,
    /// Middle of the lane.
    pub middle: f64,
    /// Results are drawn thin inside the track of a target.
    pub has_target: bool,
    /// The arrow of a target makes room for a result.
    pub has_result: bool,
    /// Prefix of the ids of the hatching patterns.
    pub id: &'a str,
}

/// Distance that a mark reaches beyond the position of its number.
pub(super) fn overhang(mark: &Mark) -> f64 {
    match (mark.end, mark.kind) {
        (MarkEnd::Open { .. } | MarkEnd::Closed, kind) if kind.is_dot() => RING + 12.0,
        (_, kind) if kind.is_dot() => RING + 1.0,
        (MarkEnd::Open { .. }, _) => 14.0,
        (MarkEnd::Hatched, _) => HATCH / 2.0 + 1.0,
        _ => 2.0,
    }
}

/// Writes the patterns to which hatched ends refer.
pub(super) fn patterns(svg: &mut SvgWriter, id: &str) {
    svg.open("defs", &[]);
    for (name, class, colour) in [("result", "mark-result", RESULT), ("ink", "mark-bound", INK)] {
        let id = format!("{id}-hatch-{name}");
        svg.open(
            "pattern",
            &[
                ("id", id.as_str().into()),
                ("width", 4.0.into()),
                ("height", 4.0.into()),
                ("patternUnits", "userSpaceOnUse".into()),
                ("patternTransform", "rotate(45)".into()),
            ],
        );
        if class == "mark-result" {
            svg.empty(
                "rect",
                &[
                    ("class", class.into()),
                    ("width", 1.75.into()),
                    ("height", 4.0.into()),
                    ("fill", colour.into()),
                ],
            );
        } else {
            stroke_path(svg, class, colour, 1.25, "M1 0v4");
        }
        svg.close("pattern");
    }
    svg.close("defs");
}

impl Lane<'_> {
    /// Position of the end of a mark for `value`.
    pub fn x(&self, value: f64) -> f64 {
        if value > 0.0 { self.position(value).max(self.left + MIN_LENGTH) } else { self.left }
    }

    /// Position of `value` on the scale.
    pub fn position(&self, value: f64) -> f64 {
        self.left + self.plot * self.scale.fraction(value)
    }

    /// Draws the line between an earlier and a later dot, if there is one of each.
    pub fn connect(&self, svg: &mut SvgWriter, marks: &[Mark]) {
        if let [Mark { kind: MarkKind::Earlier, to: from, .. }, Mark { kind: MarkKind::Dot, to, .. }] = marks
        {
            let (from, to) = (self.position(*from), self.position(*to));
            // From the rim of the ring, not through it.
            let from = if to > from { (from + RING).min(to) } else { (from - RING).max(to) };
            let path = format!("M{} {}H{}", n(from), n(self.middle), n(to));
            stroke_path(svg, "mark-bound", INK, 1.5, &path);
        }
    }

    /// Draws `mark`; nothing on a scale without lengths.
    pub fn draw(&self, svg: &mut SvgWriter, mark: &Mark) {
        if self.scale == Scale::Stated {
            return;
        }
        match mark.kind {
            MarkKind::Earlier | MarkKind::Dot => return self.dot(svg, mark),
            MarkKind::Span | MarkKind::Reported => return self.span(svg, mark),
            MarkKind::Result => self.bar(svg, mark),
            MarkKind::Target => self.track(svg, mark),
            MarkKind::Whole => {
                self.outline(svg, self.left, self.x(mark.to), "mark-target mark-whole");
                self.hatched_track(svg, mark);
            }
        }
        self.bound(svg, mark);
    }

    fn bar(&self, svg: &mut SvgWriter, mark: &Mark) {
        let height = if self.has_target { INNER_BAR } else { BAR };
        let (start, end) = (self.x(mark.from), self.x(mark.to));
        let hatch_from = match mark.end {
            MarkEnd::Hatched => (end - HATCH / 2.0).max(self.left),
            MarkEnd::HatchedBelow => (end - HATCH).max(self.left),
            _ => end,
        };
        let start =
            if mark.end == MarkEnd::Between { start.min(end - MIN_LENGTH).max(self.left) } else { self.left };
        let top = self.middle - height / 2.0;
        if hatch_from > start {
            let x = [("x", start.into()), ("y", top.into())];
            let size = [("width", (hatch_from - start).into()), ("height", height.into())];
            rect(svg, "mark-result", &x, &size, RESULT);
        }
        if hatch_from < end {
            self.hatch(svg, hatch_from, mark.end, end, (top, height), "result");
        }
        if mark.end == MarkEnd::Between {
            stroke_path(
                svg,
                "mark-bound",
                INK,
                1.0,
                &format!("M{} {}H{}", n(self.left), n(self.middle), n(start)),
            );
            for x in [start, end] {
                stroke_path(svg, "mark-bound", INK, 1.5, &self.tick(x, height + 6.0));
            }
        }
    }

    fn dot(&self, svg: &mut SvgWriter, mark: &Mark) {
        // A ring at zero does not reach out of the picture.
        let x = self.position(mark.to).max(self.left + RING);
        let path = match mark.end {
            MarkEnd::Open { .. } => format!("M{} {}h9m-4 -4l4 4l-4 4", n(x + RING), n(self.middle)),
            MarkEnd::Closed => format!("M{} {}h4v14h-4", n(x + RING - 2.0), n(self.middle - 7.0)),
            MarkEnd::Between => {
                let from = self.position(mark.from);
                format!("M{} {}H{}m0 -5v10", n(x), n(self.middle), n(from))
            }
            _ => String::new(),
        };
        if !path.is_empty() {
            stroke_path(svg, "mark-bound", INK, 1.5, &path);
        }
        dot(svg, mark, (x, self.middle));
    }

    /// Draws a span of time: a firm day is closed by a line, a soft end is hatched, an open one is an arrow.
    fn span(&self, svg: &mut SvgWriter, mark: &Mark) {
        let MarkEnd::Span(first, last) = mark.end else { return };
        let start = self.position(mark.from).min(self.left + self.plot - 2.0 * MIN_LENGTH);
        let end = self.position(mark.to).max(start + 2.0 * MIN_LENGTH);
        let half = HATCH.min((end - start) / 2.0);
        let soft = |edge| if edge == SpanEdge::Day { 0.0 } else { half };
        let (solid_from, solid_to) = (start + soft(first), end - soft(last));
        let (top, filled) = (self.middle - BAR / 2.0, mark.kind == MarkKind::Span);
        if filled && solid_to > solid_from {
            let place = [("x", solid_from.into()), ("y", top.into())];
            let size = [("width", (solid_to - solid_from).into()), ("height", BAR.into())];
            rect(svg, "mark-result", &place, &size, RESULT);
        } else if !filled {
            let from = if first == SpanEdge::Open { solid_from } else { start };
            let to = if last == SpanEdge::Open { solid_to } else { end };
            let path = format!("M{0} {1}H{2}M{0} {3}H{2}", n(from), n(top), n(to), n(top + BAR));
            stroke_path(svg, "mark-target", INK, 1.0, &path);
        }
        let ink = if filled { "result" } else { "ink" };
        for (edge, x, inside) in [(first, start, solid_from), (last, end, solid_to)] {
            match edge {
                SpanEdge::Day => stroke_path(svg, "mark-target", INK, 1.5, &self.tick(x, BAR + 4.0)),
                SpanEdge::Soft => {
                    let (from, to) = (x.min(inside), x.max(inside));
                    self.hatch(svg, from, MarkEnd::HatchedBelow, to, (top, BAR), ink);
                }
                SpanEdge::Open => {
                    let back = if x > inside { -4.5 } else { 4.5 };
                    let (x, y) = (n(x), self.middle);
                    let path = format!("M{} {}H{x}m{} -4.5L{x} {1}l{2} 4.5", n(inside), n(y), n(back));
                    stroke_path(svg, "mark-bound", INK, 1.5, &path);
                }
            }
        }
    }

    fn track(&self, svg: &mut SvgWriter, mark: &Mark) {
        let (start, end) = (self.x(mark.from), self.x(mark.to));
        if mark.end == MarkEnd::Between {
            self.outline(svg, start, end, "mark-target");
            stroke_path(svg, "mark-target", INK, 2.5, &self.tick(start, TICK));
        } else {
            self.outline(svg, self.left, end, "mark-target");
        }
        self.hatched_track(svg, mark);
        stroke_path(svg, "mark-target", INK, 2.5, &self.tick(end, TICK));
    }

    fn hatched_track(&self, svg: &mut SvgWriter, mark: &Mark) {
        let end = self.x(mark.to);
        let reach = match mark.end {
            MarkEnd::Hatched => HATCH / 2.0,
            MarkEnd::HatchedBelow => HATCH,
            _ => return,
        };
        let from = (end - reach).max(self.left);
        self.hatch(svg, from, mark.end, end, (self.middle - BAR / 2.0, BAR), "ink");
    }

    fn outline(&self, svg: &mut SvgWriter, start: f64, end: f64, class: &str) {
        let (half, width) = (BAR / 2.0, (end - start).max(0.0));
        let path = format!("M{} {}h{}v{}h{}z", n(start), n(self.middle - half), n(width), n(BAR), n(-width));
        stroke_path(svg, class, INK, 1.0, &path);
    }

    fn hatch(
        &self,
        svg: &mut SvgWriter,
        from: f64,
        kind: MarkEnd,
        end: f64,
        (top, height): (f64, f64),
        ink: &str,
    ) {
        let to = if kind == MarkEnd::Hatched { end + HATCH / 2.0 } else { end };
        let fill = format!("url(#{}-hatch-{ink})", self.id);
        let x = [("x", from.into()), ("y", top.into())];
        let size = [("width", (to - from).into()), ("height", height.into())];
        rect(svg, "mark-hatch", &x, &size, &fill);
    }

    /// Draws the sign of the bound word at the end of a mark.
    fn bound(&self, svg: &mut SvgWriter, mark: &Mark) {
        let x = self.x(mark.to);
        let leaves_room = mark.kind == MarkKind::Target && self.has_result;
        let y = self.middle - if leaves_room { TICK / 2.0 - 2.5 } else { 0.0 };
        match mark.end {
            MarkEnd::Open { touching } => {
                let start = if touching { x } else { x + 3.0 };
                let (head, line_end) = if leaves_room { (2.5, x + 9.0) } else { (4.5, x + 12.0) };
                let head = format!("m{0} {0}l{1} {1}l{0} {1}", n(-head), n(head));
                let path = format!("M{} {}H{}{head}", n(start), n(y), n(line_end));
                stroke_path(svg, "mark-bound", INK, 1.5, &path);
            }
            MarkEnd::Closed => {
                let reach = (x - self.left).clamp(0.0, 5.0);
                let path =
                    format!("M{} {}h{}v18h{}", n(x - reach), n(self.middle - 9.0), n(reach), n(-reach));
                stroke_path(svg, "mark-bound", INK, 1.5, &path);
            }
            MarkEnd::HatchedBelow if mark.kind == MarkKind::Result => {
                stroke_path(svg, "mark-bound", INK, 1.0, &self.tick(x, BAR));
            }
            _ => {}
        }
    }

    fn tick(&self, x: f64, height: f64) -> String {
        format!("M{} {}v{}", n(x), n(self.middle - height / 2.0), n(height))
    }
}

/// Draws a dot; for "about" or "nearly" a broken ring.
pub(super) fn dot(svg: &mut SvgWriter, mark: &Mark, (x, y): (f64, f64)) {
    let vague = matches!(mark.end, MarkEnd::Hatched | MarkEnd::HatchedBelow);
    let place = [("cx", x.into()), ("cy", y.into())];
    let filled = mark.kind == MarkKind::Dot && !vague;
    let mut attributes: Vec<(&str, Value<'_>)> =
        vec![("class", if filled { "mark-result" } else { "mark-target" }.into())];
    attributes.extend_from_slice(&place);
    if filled {
        attributes.extend([("r", DOT.into()), ("fill", RESULT.into())]);
    } else {
        let radius = if mark.kind == MarkKind::Earlier { RING } else { DOT };
        attributes.extend([("r", radius.into()), ("fill", "none".into()), ("stroke", INK.into())]);
        attributes.push(("stroke-width", 2.0.into()));
        if vague {
            attributes.push(("stroke-dasharray", "3 2".into()));
        }
    }
    svg.empty("circle", &attributes);
}

fn rect(
    svg: &mut SvgWriter,
    class: &str,
    place: &[(&str, Value<'_>)],
    size: &[(&str, Value<'_>)],
    fill: &str,
) {
    let mut attributes: Vec<(&str, Value<'_>)> = vec![("class", class.into())];
    attributes.extend_from_slice(place);
    attributes.extend_from_slice(size);
    attributes.push(("fill", fill.into()));
    svg.empty("rect", &attributes);
}

/// Draws a stroked path.
pub(super) fn stroke_path(svg: &mut SvgWriter, class: &str, colour: &str, width: f64, path: &str) {
    svg.empty(
        "path",
        &[
            ("class", class.into()),
            ("d", path.into()),
            ("fill", "none".into()),
            ("stroke", colour.into()),
            ("stroke-width", width.into()),
        ],
    );
}
