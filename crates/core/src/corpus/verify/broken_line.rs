//! Figures at a line break inside a sentence: a bound word, a unit or half of the number may stand on the other line.

use crate::corpus::problem::{Problem, quote};
use crate::domain::Figure;
use crate::text::quantity::Quantity;
use crate::text::{is_near_end, is_near_start};

use super::article::ArticleCheck;

impl ArticleCheck<'_> {
    /// Notes a problem where the quantity stands at a line break inside a sentence.
    pub fn broken_line(&mut self, path: &str, figure: &Figure, line: &str, printed: &Quantity) {
        let [begins_inside, ends_inside] = self.text.breaks_at(figure.line);
        let before = line.get(..printed.range.start);
        let after = line.get(printed.range.end..);
        // A `>` that begins a line may be the mark of a reply.
        let is_reply_mark = figure.word.as_deref() == Some(">")
            && before.is_some_and(|before| before.trim_matches(['>', ' ']).is_empty());
        if is_reply_mark {
            let problem = Problem::error(format!("{path}.word"), "this sign may be the mark of a reply")
                .found(quote(">"))
                .hint("take the marks of the reply out of the text");
            self.problem(Some(figure.line), problem);
        }
        let is_cut = (begins_inside && before.is_none_or(is_near_start))
            || (ends_inside && after.is_none_or(is_near_end));
        if is_cut {
            let message =
                "the line is broken inside a sentence: what belongs to the number may stand on another line";
            let problem = Problem::error(format!("{path}.as_written"), message)
                .found(quote(&figure.as_written))
                .hint("put each paragraph on one line: `thidua ingest --broken-lines join` does it");
            self.problem(Some(figure.line), problem);
        }
    }
}
