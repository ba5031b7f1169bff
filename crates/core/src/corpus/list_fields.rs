//! Check for lists where the format has objects.
//!
//! serde reads `["a", "b"]` as a struct whose two fields are given in order. Other programs do not, and the document is
//! published as it is. So every list has to be the value of a field that holds a list.

use super::load::SourcePosition;

/// Fields of the format that hold lists. The format has no lists of lists.
const LIST_FIELDS: [&[u8]; 23] = [
    b"aliases",
    b"articles",
    b"body",
    b"byline",
    b"campaigns",
    b"campaigns_also",
    b"confirmed",
    b"digest",
    b"excluded",
    b"figures",
    b"glossary",
    b"languages",
    b"left_out",
    b"levels",
    b"lines",
    b"mentions",
    b"organisations",
    b"people",
    b"phases",
    b"printed",
    b"see_also",
    b"sources",
    b"units",
];

/// Position of the first list that is not the value of such a field. `json` must be valid JSON. Linear in its length.
pub(super) fn first_misplaced_list(json: &str) -> Option<SourcePosition> {
    let bytes = json.as_bytes();
    let mut pos = 0;
    let mut last_text: &[u8] = b"";
    let mut is_named = false;
    while let Some(byte) = bytes.get(pos) {
        match byte {
            b'"' => {
                let end = end_of_text(bytes, pos + 1);
                last_text = bytes.get(pos + 1..end).unwrap_or(b"");
                is_named = false;
                pos = end;
            }
            b':' => is_named = true,
            b'[' if !(is_named && LIST_FIELDS.contains(&last_text)) => return Some(position_of(json, pos)),
            b'[' | b']' | b'{' | b'}' | b',' => is_named = false,
            _ => {}
        }
        pos += 1;
    }
    None
}

/// Position of the quotation mark that ends the string whose text begins at `start`.
fn end_of_text(bytes: &[u8], start: usize) -> usize {
    let mut pos = start;
    loop {
        match bytes.get(pos) {
            Some(b'\\') => pos += 2,
            Some(b'"') | None => return pos,
            Some(_) => pos += 1,
        }
    }
}

fn position_of(json: &str, pos: usize) -> SourcePosition {
    let before = json.get(..pos).unwrap_or("");
    let of_line = before.rsplit('\n').next().unwrap_or(before);
    SourcePosition { line: before.matches('\n').count() + 1, column: of_line.chars().count() + 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_a_valid_document_are_accepted() {
        assert_eq!(first_misplaced_list(include_str!("../../../../public/corpus.json")), None);
        assert_eq!(first_misplaced_list(r#"{"body": ["[", "a\"[", "\\"], "lines" : [1, 2]}"#), None);
    }

    #[test]
    fn list_in_place_of_an_object_is_found() {
        for (json, column) in [
            (r#"{"title": ["a", "b"]}"#, 11),
            (r#"{"units": [["a"]]}"#, 12),
            (r#"{"units": [{}, ["a"]]}"#, 16),
            (r#"["units", [1]]"#, 1),
        ] {
            assert_eq!(first_misplaced_list(json), Some(SourcePosition { line: 1, column }), "{json}");
        }
    }
}
