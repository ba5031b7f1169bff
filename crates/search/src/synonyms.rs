//! Abbreviations and what they stand for: each form finds the others.

use std::collections::BTreeMap;

use super::query::{Part, Word};
use super::spelling::carries;
use thidua_core::domain::GlossaryEntry;
use thidua_core::text::key;

/// Abbreviations that people of the field type, whether or not an article of the collection prints them.
const GENERAL: [(&str, &str); 13] = [
    ("ATVSLĐ", "an toàn vệ sinh lao động"),
    ("BCH", "ban chấp hành"),
    ("BTV", "ban thường vụ"),
    ("CĐCS", "công đoàn cơ sở"),
    ("CNLĐ", "công nhân lao động"),
    ("CNVC", "công nhân viên chức"),
    ("CNVCLĐ", "công nhân, viên chức, lao động"),
    ("HĐND", "hội đồng nhân dân"),
    ("LĐLĐ", "liên đoàn lao động"),
    ("NLĐ", "người lao động"),
    ("SXKD", "sản xuất kinh doanh"),
    ("TLĐ", "tổng liên đoàn lao động"),
    ("UBND", "uỷ ban nhân dân"),
];

/// One form of a meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Form {
    /// As the glossary has it.
    pub printed: String,
    /// The canonical keys of its words.
    pub keys: Vec<String>,
}

/// Sets of forms with one meaning.
#[derive(Debug, Clone, Default)]
pub(super) struct Synonyms {
    meanings: Vec<Vec<Form>>,
}

impl Synonyms {
    /// The general abbreviations with those of a glossary, whose printed forms go first.
    pub(super) fn new(glossary: &[GlossaryEntry]) -> Synonyms {
        let own = glossary.iter().map(|entry| (entry.abbreviation.as_str(), entry.expansion.as_str()));
        let mut meanings: Vec<Vec<Form>> = Vec::new();
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        for (abbreviation, expansion) in own.chain(GENERAL) {
            let keys = [key(abbreviation), key(expansion)];
            if keys.iter().any(String::is_empty) {
                continue;
            }
            let place = keys.iter().find_map(|key| known.get(key)).copied().unwrap_or(meanings.len());
            if place == meanings.len() {
                meanings.push(Vec::new());
            }
            let Some(forms) = meanings.get_mut(place) else { continue };
            for (key, printed) in keys.into_iter().zip([abbreviation, expansion]) {
                known.entry(key).or_insert_with_key(|key| {
                    let keys = key.split(' ').map(str::to_owned).collect();
                    forms.push(Form { printed: printed.to_owned(), keys });
                    place
                });
            }
        }
        Synonyms { meanings }
    }

    /// The longest form with which unquoted parts begin: how many parts it takes, and the other forms.
    pub(super) fn at_start(&self, parts: &[Part]) -> Option<(usize, Vec<&Form>)> {
        let words: Vec<&Word> =
            parts.iter().take_while(|part| !part.is_quoted).filter_map(|part| part.words.first()).collect();
        let typed = |form: &Form| {
            form.keys.len() <= words.len()
                && form.keys.iter().zip(&words).all(|(key, word)| is_typed(key, word))
        };
        let found = self.meanings.iter().flat_map(|forms| forms.iter().map(move |form| (form, forms)));
        let (form, forms) = found.filter(|(form, _)| typed(form)).max_by_key(|(form, _)| form.keys.len())?;
        Some((form.keys.len(), forms.iter().filter(|other| *other != form).collect()))
    }
}

/// Whether a word means a key of a form: the same letters, with no mark that the key has not.
fn is_typed(key: &str, word: &Word) -> bool {
    key.chars().count() == word.key.chars().count() && carries(key, &word.key)
}
