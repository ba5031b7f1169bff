//! Highlights of facts in a line of text.

use maud::{Markup, html};

use super::super::fact_id::FactId;

/// Highlighted span of a line, in code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HighlightSpan {
    /// First code point.
    pub start: u32,
    /// End, exclusive.
    pub end: u32,
    /// Fact.
    pub fact_id: FactId,
    /// CSS class of its status.
    pub class: &'static str,
}

/// Renders a line with its highlights. Where several overlap, each part names all of them, the shortest first: a click means
/// that one. The text itself is unchanged.
pub fn highlighted(line: &str, spans: &[HighlightSpan]) -> Markup {
    let mut borders: Vec<u32> = spans.iter().flat_map(|span| [span.start, span.end]).collect();
    borders.sort_unstable();
    borders.dedup();
    let mut pieces: Vec<(u32, &str)> = Vec::new();
    let mut rest = line;
    let mut at = 0;
    for border in borders {
        let length = usize::try_from(border - at).unwrap_or(usize::MAX);
        let cut = rest.char_indices().nth(length).map_or(rest.len(), |(byte, _)| byte);
        let (piece, behind) = rest.split_at(cut);
        pieces.push((at, piece));
        (rest, at) = (behind, border);
    }
    pieces.push((at, rest));
    html! {
        @for (start, piece) in pieces {
            @if !piece.is_empty() { (one(piece, start, spans)) }
        }
    }
}

fn one(piece: &str, start: u32, spans: &[HighlightSpan]) -> Markup {
    let mut over: Vec<&HighlightSpan> = spans.iter().filter(|s| s.start <= start && start < s.end).collect();
    over.sort_by_key(|span| span.end - span.start);
    let Some(inner) = over.first() else { return html! { (piece) } };
    let letters: String =
        over.iter().rev().filter(|s| s.start == start).map(|s| s.fact_id.letter()).collect();
    let review: Vec<String> = over.iter().map(|span| span.fact_id.to_string()).collect();
    let kinds: Vec<String> = over.iter().map(|span| format!("m--{}", span.fact_id.kind())).collect();
    let class = format!("m {} {}", kinds.join(" "), inner.class);
    html! {
        mark class=(class) data-fact=(inner.fact_id) data-facts=(review.join(" ")) data-letter=[(!letters.is_empty()).then_some(letters)] {
            (piece)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_stretches_keep_every_letter_of_the_line() {
        let spans = [
            HighlightSpan { start: 3, end: 9, fact_id: FactId::Figure(0), class: "a" },
            HighlightSpan { start: 5, end: 30, fact_id: FactId::Mention(1), class: "b" },
        ];
        let html = highlighted("đã 12 “Giỏi” <b>", &spans).into_string();
        let text: String =
            html.split('<').map(|part| part.split_once('>').map_or(part, |(_, t)| t)).collect();
        assert_eq!(text, "đã 12 “Giỏi” &lt;b&gt;");
        assert!(html.contains("data-facts=\"figure-0 mention-1\""), "{html}");
    }
}
