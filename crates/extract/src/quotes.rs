//! Quotation marks as they are printed: “ ”, " ", ' ', '' '', « », ‘ ’, mixed, nested, or not closed.

use std::ops::Range;

/// A quote in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quote {
    /// Range with the marks, in bytes.
    pub outer: Range<usize>,
    /// Range without the marks, in bytes.
    pub inner: Range<usize>,
    /// True if it is closed. An open quote reaches to the end of the line.
    pub closed: bool,
    /// Number of open quotes around it.
    pub depth: usize,
}

/// Deepest nesting. Deeper nesting is a sign of wrong marks.
const DEEPEST: usize = 3;

/// Returns the quotes of a line, sorted by their beginnings.
pub(super) fn quotes(line: &str) -> Vec<Quote> {
    let mut found: Vec<Quote> = Vec::new();
    let mut open: Vec<Range<usize>> = Vec::new();
    for mark in marks(line) {
        let opens = match mark.direction {
            MarkDirection::Opens => true,
            MarkDirection::Closes => false,
            MarkDirection::Either => open.is_empty(),
        };
        if opens {
            if open.len() >= DEEPEST {
                open.clear();
            }
            open.push(mark.range);
        } else if let Some(begin) = open.pop() {
            let inner = begin.end..mark.range.start;
            if line.get(inner.clone()).is_some_and(|words| words.chars().any(char::is_alphanumeric)) {
                found.push(Quote {
                    outer: begin.start..mark.range.end,
                    inner,
                    closed: true,
                    depth: open.len(),
                });
            }
        }
    }
    for (depth, begin) in open.into_iter().enumerate() {
        found.push(Quote {
            outer: begin.start..line.len(),
            inner: begin.end..line.len(),
            closed: false,
            depth,
        });
    }
    thidua_core::collections::sort_by_key(&mut found, |quote| quote.outer.start);
    found
}

enum MarkDirection {
    Opens,
    Closes,
    Either,
}

struct QuoteMark {
    range: Range<usize>,
    direction: MarkDirection,
}

/// Returns the marks of a line with their directions. Curly marks are often typed the wrong way round, so the space
/// next to a mark counts more than its shape.
fn marks(line: &str) -> Vec<QuoteMark> {
    let mut found = Vec::new();
    let mut before: Option<char> = None;
    let mut chars = line.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let mut end = start + c.len_utf8();
        let twice =
            |next: Option<&(usize, char)>| matches!((c, next), ('\'' | '’' | '‘', Some((_, n))) if *n == c);
        let doubled = twice(chars.peek());
        if doubled {
            chars.next();
            end += c.len_utf8();
        }
        let after = chars.peek().map(|(_, c)| *c);
        let free_before = before
            .is_none_or(|b| b.is_whitespace() || matches!(b, '(' | '[' | '/' | '-' | '–' | ':' | '“' | '"'));
        let free_after = after.is_none_or(|a| !a.is_alphanumeric());
        let direction = match c {
            '“' | '„' | '«' | '‟' if before.is_some_and(char::is_alphanumeric) && free_after => {
                Some(MarkDirection::Closes)
            }
            '“' | '„' | '«' | '‟' => Some(MarkDirection::Opens),
            '”' | '»' if free_before && !free_after => Some(MarkDirection::Opens),
            '”' | '»' => Some(MarkDirection::Closes),
            '"' | '″' | '\'' | '’' | '‘' if matches!(c, '"' | '″') || doubled => {
                Some(match (free_before, free_after) {
                    (true, false) => MarkDirection::Opens,
                    (false, true) => MarkDirection::Closes,
                    _ => MarkDirection::Either,
                })
            }
            '\'' | '‘' if free_before && !free_after => Some(MarkDirection::Opens),
            '\'' | '’' if !free_before && free_after => Some(MarkDirection::Closes),
            _ => None,
        };
        found.extend(direction.map(|direction| QuoteMark { range: start..end, direction }));
        before = Some(c);
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(line: &str) -> Vec<&str> {
        quotes(line).into_iter().filter(|q| q.closed).map(|q| line.get(q.inner).unwrap()).collect()
    }

    #[test]
    fn reads_every_kind_of_quotation_mark() {
        for line in [
            "phong trào “Dạy tốt” và",
            "phong trào \"Dạy tốt\" và",
            "phong trào ''Dạy tốt'' và",
            "phong trào 'Dạy tốt' và",
            "phong trào «Dạy tốt» và",
            "phong trào ‘Dạy tốt’ và",
            "phong trào “Dạy tốt\" và",
            "phong trào “Dạy tốt“ và",
            "phong trào ”Dạy tốt” và",
        ] {
            assert_eq!(read(line), ["Dạy tốt"], "{line}");
        }
    }

    #[test]
    fn reads_nested_and_unclosed_quotations() {
        assert_eq!(
            read("\"Chúng tôi có phong trào \"Dạy tốt\" rất hay\""),
            ["Chúng tôi có phong trào \"Dạy tốt\" rất hay", "Dạy tốt"]
        );
        let open = quotes("phong trào “Dạy tốt, và “Học tốt” nữa");
        assert_eq!(open.iter().map(|q| (q.closed, q.depth)).collect::<Vec<_>>(), [(false, 0), (true, 1)]);
        assert_eq!(read("Rock 'n roll của d'Artagnan"), Vec::<&str>::new());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]
        #[test]
        fn any_line_is_read_without_panic(line in "([“”\"'’‘«»„ a-đ.]){0,40}") {
            for quote in quotes(&line) {
                prop_assert!(line.get(quote.outer).is_some() && line.get(quote.inner).is_some());
            }
        }
    }
}
