//! Figures at a line break inside a sentence: a bound word, a unit or half of the number may be on the other line.

use super::article::ArticleCheck;
use crate::corpus::fact_path::FactPath;
use crate::corpus::problem::Problem;
use crate::corpus::problem_code::{ProblemCode, quote};
use crate::domain::Figure;
use crate::text::quantity::Quantity;
use crate::text::{is_near_end, is_near_start};

impl ArticleCheck<'_> {
    /// Reports a problem where the quantity is near a line break inside a sentence. `path` is the path of the figure.
    pub fn check_line_break(&mut self, path: &FactPath, figure: &Figure, line: &str, printed: &Quantity) {
        let [begins_inside, ends_inside] = self.text.is_broken(figure.line);
        let before = line.get(..printed.range.start);
        let after = line.get(printed.range.end..);
        // A `>` that begins a line may be the mark of a reply.
        let is_reply_mark = figure.word.as_deref() == Some(">")
            && before.is_some_and(|before| before.trim_matches(['>', ' ']).is_empty());
        if is_reply_mark {
            let problem = Problem::error(path.clone().field("word"), ProblemCode::ReplyMark)
                .found(quote(">"))
                .hint("take the marks of the reply out of the text");
            self.report(Some(figure.line), problem);
        }
        let is_cut = (begins_inside && before.is_none_or(is_near_start))
            || (ends_inside && after.is_none_or(is_near_end));
        if is_cut {
            let problem = Problem::error(path.clone().field("as_written"), ProblemCode::BrokenLine)
                .found(quote(&figure.as_written))
                .hint("put each paragraph on one line: `thidua ingest --broken-lines join` does it");
            self.report(Some(figure.line), problem);
        }
    }
}
