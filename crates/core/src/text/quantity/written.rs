//! Numbers in words that count no noun: "ba mươi" at the end of a sentence. Quantities are read with their nouns, so that
//! "hai" in a name is no number; a run of several number words is one wherever it stands.

use std::ops::Range;

use super::value::{NumberPart, amount};
use super::words::{NumberWord, number_word};
use crate::domain::Decimal;

/// Returns the runs of at least two number words with a word for ten, a hundred or more among them, and their values.
/// Linear in the length of the text.
pub fn written_numbers(text: &str) -> Vec<(Range<usize>, Decimal)> {
    let mut found = Vec::new();
    let mut run: Vec<(Range<usize>, NumberWord)> = Vec::new();
    for range in words(text) {
        let word = text.get(range.clone()).and_then(number_word);
        let follows = run.last().is_some_and(|(last, _)| text.get(last.end..range.start) == Some(" "));
        if !follows || word.is_none() {
            found.extend(number_of(&run));
            run.clear();
        }
        if let Some(word) = word {
            run.push((range, word));
        }
    }
    found.extend(number_of(&run));
    found
}

fn number_of(run: &[(Range<usize>, NumberWord)]) -> Option<(Range<usize>, Decimal)> {
    let is_large =
        |word: &NumberWord| matches!(word, NumberWord::Ten | NumberWord::Tens | NumberWord::Scale(_));
    let (first, last) = (run.first()?, run.last()?);
    if run.len() < 2 || !run.iter().any(|(_, word)| is_large(word)) {
        return None;
    }
    let parts: Vec<NumberPart> = run.iter().map(|(_, word)| NumberPart::Word(*word)).collect();
    let value = amount(&parts).ok()?.value;
    Some((first.0.start..last.0.end, value))
}

/// Ranges of the runs of letters of a text.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = None;
    for (pos, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (crate::text::is_word_char(c), start) {
            (true, None) => start = Some(pos),
            (false, Some(from)) => {
                found.push(from..pos);
                start = None;
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_number_words_are_read_wherever_they_stand() {
        let read = |text: &str| -> Vec<String> {
            written_numbers(text).into_iter().map(|(_, value)| value.to_string()).collect()
        };
        assert_eq!(read("Ba mươi bảy thợ; mười hai nghìn, bảy trăm."), ["37", "12000", "700"]);
        assert_eq!(read("hai giỏi, ba nhất, năm nay, hàng trăm triệu"), Vec::<String>::new());
    }
}
