//! Texts with lines that are broken inside sentences: counting and joining them.

use thidua_core::text::{broken_lines, join_lines};

use super::diagnostic::{Diagnostic, DiagnosticKind};
use super::draft::TextSpan;
use super::prepare::Prepared;

/// Most lines that are reported one by one.
const MAX_LISTED_LINES: usize = 20;

/// Lines of a text that are broken inside a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrokenLines {
    /// Number of these lines.
    pub count: usize,
    /// Number of the first of them, from 1.
    pub first: u32,
}

impl Prepared {
    /// Returns the lines that are broken inside a sentence. `None` where each paragraph is one line.
    pub fn broken_lines(&self) -> Option<BrokenLines> {
        let lines: Vec<&str> = self.text.split('\n').collect();
        let broken = broken_lines(&lines);
        let first = u32::try_from(broken.first()?.line).ok()?.checked_add(1)?;
        Some(BrokenLines { count: broken.len(), first })
    }

    /// Joins lines so that each paragraph is one line. The text is unchanged where no line is broken. Lines whose
    /// continuation is not clear are kept, and each gets a diagnostic.
    pub fn with_joined_lines(mut self) -> Prepared {
        let joined = join_lines(&self.text);
        if joined.joined > 0 {
            self.diagnostics.push(Diagnostic::new(
                DiagnosticKind::JoinedLines,
                None,
                Some(joined.joined.to_string()),
            ));
        }
        let lines: Vec<&str> = joined.text.split('\n').collect();
        for number in joined.unclear.iter().take(MAX_LISTED_LINES) {
            let line = usize::try_from(*number).ok().and_then(|n| lines.get(n.checked_sub(1)?)).copied();
            let span = line.map(|line| whole_line(*number, line));
            let last_words = line.map(last_words);
            self.diagnostics.push(Diagnostic::new(DiagnosticKind::BrokenLine, span, last_words));
        }
        self.text = joined.text;
        self
    }

    /// Number of line ends that [`Prepared::with_joined_lines`] replaced.
    pub fn joined_lines(&self) -> usize {
        joined_lines(&self.diagnostics)
    }
}

/// Number of joined lines that these diagnostics report.
pub fn joined_lines(diagnostics: &[Diagnostic]) -> usize {
    let joined = diagnostics.iter().find(|d| d.kind == DiagnosticKind::JoinedLines);
    joined.and_then(|d| d.found.as_ref()?.parse().ok()).unwrap_or(0)
}

fn whole_line(number: u32, line: &str) -> TextSpan {
    TextSpan { line: number, start: 0, end: u32::try_from(line.chars().count()).unwrap_or(u32::MAX) }
}

/// Last words of a line, by which a person recognises it.
fn last_words(line: &str) -> String {
    let words: Vec<&str> = line.split_whitespace().collect();
    let from = words.len().saturating_sub(4);
    words.into_iter().skip(from).collect::<Vec<_>>().join(" ")
}
