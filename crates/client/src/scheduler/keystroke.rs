//! Detection of typing.

use thidua_search::SearchRequest;

/// Characters that one keystroke changes at most: an input method inserts a letter or changes the one before it.
const MAX_CHANGED_CHARS: usize = 2;

/// Returns whether one keystroke leads from one query to the next. Pasting, selecting and going back do not count as
/// typing.
pub(super) fn is_one_keystroke(before: &SearchRequest, now: &SearchRequest) -> bool {
    let [before, now] = [before, now].map(|request| request.query.chars().collect::<Vec<char>>());
    let begins = before.iter().zip(&now).take_while(|(a, b)| a == b).count();
    let ends = before.iter().skip(begins).rev().zip(now.iter().skip(begins).rev());
    let ends = ends.take_while(|(a, b)| a == b).count();
    (1..=MAX_CHANGED_CHARS).contains(&(before.len().max(now.len()) - begins - ends))
}

#[cfg(test)]
mod tests {
    use super::*;
    use thidua_pages::url_state::parse_search;

    #[test]
    fn letters_and_marks_are_one_keystroke_but_words_and_selections_are_not() {
        for (before, now) in [
            ("", "q=l"),
            ("q=dong", "q=d%C3%B4ng"),
            ("q=lao+d", "q=lao+%C4%91"),
            ("q=lao+dong", "q=lao+don"),
            ("q=thii", "q=thi"),
        ] {
            assert!(is_one_keystroke(&parse_search(before), &parse_search(now)), "{before} {now}");
        }
        for (before, now) in [
            ("", "q=lao+dong"),
            ("q=lao+dong", ""),
            ("q=lao", "q=lao"),
            ("q=lao", "q=lao&nam=2020"),
            ("q=thid+dua", "q=thi+%C4%91ua&nam=2020"),
        ] {
            assert!(!is_one_keystroke(&parse_search(before), &parse_search(now)), "{before} {now}");
        }
    }
}
