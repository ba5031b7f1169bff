//! Abbreviations and their expansions; each form finds the others.

use thidua_core::collections::Lookup;
use thidua_core::domain::GlossaryEntry;
use thidua_core::text::key;

use super::query::{Clause, QueryWord};
use super::spelling::carries_marks;

/// Common abbreviations of the field and their expansions, which are searched whether or not the corpus prints them.
pub const GENERAL_ABBREVIATIONS: [(&str, &str); 13] = [
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

/// One form of a synonym group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SynonymForm {
    /// Form as the glossary prints it.
    pub printed: String,
    /// Canonical keys of its words.
    pub keys: Vec<String>,
}

/// Groups of forms with the same meaning.
#[derive(Debug, Clone, Default)]
pub(super) struct Synonyms {
    groups: Vec<Vec<SynonymForm>>,
}

impl Synonyms {
    /// Builds the groups from a glossary and the general abbreviations. Printed forms of the glossary take
    /// precedence.
    pub(super) fn new(glossary: &[GlossaryEntry]) -> Synonyms {
        let own = glossary.iter().map(|entry| (entry.abbreviation.as_str(), entry.expansion.as_str()));
        let mut groups: Vec<Vec<SynonymForm>> = Vec::new();
        let mut group_of: Lookup<String, usize> = Lookup::default();
        for (abbreviation, expansion) in own.chain(GENERAL_ABBREVIATIONS) {
            let keys = [key(abbreviation), key(expansion)];
            if keys.iter().any(String::is_empty) {
                continue;
            }
            let group = keys.iter().find_map(|key| group_of.get(key)).copied().unwrap_or(groups.len());
            if group == groups.len() {
                groups.push(Vec::new());
            }
            let Some(forms) = groups.get_mut(group) else { continue };
            for (key, printed) in keys.into_iter().zip([abbreviation, expansion]) {
                if group_of.get(&key).is_none() {
                    let keys = key.split(' ').map(str::to_owned).collect();
                    forms.push(SynonymForm { printed: printed.to_owned(), keys });
                    group_of.insert(key, group);
                }
            }
        }
        Synonyms { groups }
    }

    /// Returns the longest form with which unquoted clauses start: the number of clauses and the other forms of its
    /// group.
    pub(super) fn longest_at_start(&self, clauses: &[Clause]) -> Option<(usize, Vec<&SynonymForm>)> {
        let words: Vec<&QueryWord> = clauses
            .iter()
            .take_while(|clause| !clause.is_quoted)
            .filter_map(|clause| clause.words.first())
            .collect();
        let typed = |form: &SynonymForm| {
            form.keys.len() <= words.len()
                && form.keys.iter().zip(&words).all(|(key, word)| is_typed(key, word))
        };
        let found = self.groups.iter().flat_map(|forms| forms.iter().map(move |form| (form, forms)));
        let (form, forms) = found.filter(|(form, _)| typed(form)).max_by_key(|(form, _)| form.keys.len())?;
        Some((form.keys.len(), forms.iter().filter(|other| *other != form).collect()))
    }
}

/// Returns whether a typed word means the key of a form: the same letters, and no mark that the key lacks.
pub(super) fn is_typed(key: &str, word: &QueryWord) -> bool {
    key.chars().count() == word.key.chars().count() && carries_marks(key, &word.key)
}
