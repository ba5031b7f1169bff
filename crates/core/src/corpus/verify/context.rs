//! What is known of a corpus while its articles are verified: names, abbreviations, units.

use std::collections::BTreeMap;

use crate::collections::collect_map;
use crate::corpus::folded;
use crate::domain::{Campaign, Corpus, Organisation, Source};
use crate::text::quantity::QuantityReader;
use crate::text::{key, lowercase, tokens};

/// Abbreviations of the field. Those of the glossary of the corpus come first.
const ABBREVIATIONS: [(&str, &str); 12] = [
    ("LĐLĐ", "liên đoàn lao động"),
    ("TLĐ", "tổng liên đoàn"),
    ("TLĐLĐ", "tổng liên đoàn lao động"),
    ("CĐ", "công đoàn"),
    ("CĐCS", "công đoàn cơ sở"),
    ("KCN", "khu công nghiệp"),
    ("KCX", "khu chế xuất"),
    ("TP", "thành phố"),
    ("UBND", "ủy ban nhân dân"),
    ("HĐND", "hội đồng nhân dân"),
    ("TNHH", "trách nhiệm hữu hạn"),
    ("CP", "cổ phần"),
];

/// Words for kinds of places, which a name may have or not: "LĐLĐ quận Hà Đông", "LĐLĐ Hà Đông".
const PLACES: [&str; 8] = ["quận", "huyện", "tỉnh", "phường", "xã", "thành phố", "thị xã", "thị trấn"];

/// Names and units of a corpus.
pub(super) struct CorpusContext<'a> {
    pub reader: QuantityReader,
    pub campaigns: BTreeMap<&'a str, &'a Campaign>,
    pub organisations: BTreeMap<&'a str, &'a Organisation>,
    pub sources: BTreeMap<&'a str, &'a Source>,
    /// Abbreviation as printed, and the key of what it stands for.
    abbreviations: Vec<(String, String)>,
    /// How many of them are those of the glossary of the corpus: the first ones.
    glossary: usize,
}

impl<'a> CorpusContext<'a> {
    pub fn new(corpus: &'a Corpus) -> Self {
        let glossary =
            corpus.glossary.iter().map(|entry| (folded(&entry.abbreviation), key(&entry.expansion)));
        let known = ABBREVIATIONS.iter().map(|(short, long)| ((*short).to_owned(), key(long)));
        Self {
            reader: QuantityReader::new(&corpus.units),
            campaigns: collect_map(corpus.campaigns.iter().map(|c| (c.id.as_str(), c))),
            organisations: collect_map(corpus.organisations.iter().map(|o| (o.id.as_str(), o))),
            sources: collect_map(corpus.sources.iter().map(|s| (s.id.as_str(), s))),
            abbreviations: glossary.chain(known).collect(),
            glossary: corpus.glossary.len(),
        }
    }

    /// Names and aliases of a campaign, folded.
    pub fn names(&self, campaign: &str) -> impl Iterator<Item = String> + use<'a> {
        let campaign = self.campaigns.get(campaign).copied();
        campaign.into_iter().flat_map(|c| std::iter::once(&c.name).chain(&c.aliases)).map(|name| folded(name))
    }

    /// What an abbreviation stands for by the glossary of the corpus.
    pub fn in_glossary(&self, abbreviation: &str) -> Option<&str> {
        let own = self.abbreviations.iter().take(self.glossary);
        own.into_iter().find(|(short, _)| short == abbreviation).map(|(_, long)| long.as_str())
    }

    /// What an abbreviation stands for, by the glossary of the corpus or the table of the field.
    fn expansion(&self, abbreviation: &str) -> Option<&str> {
        let found = self.abbreviations.iter().find(|(short, _)| short == abbreviation);
        found.map(|(_, long)| long.as_str())
    }

    /// Form in which names of organisations are compared: abbreviations in full, no kinds of places, none of the
    /// abbreviations in brackets that only introduce them. Begins and ends with a space.
    pub fn name_key(&self, text: &str) -> String {
        let mut found = String::from(" ");
        for token in tokens(text) {
            let Some(printed) = text.get(token.range.clone()) else { continue };
            let is_short = printed.chars().filter(|c| c.is_uppercase()).count() > 1;
            let before = text.get(..token.range.start).and_then(|t| t.chars().next_back());
            let after = text.get(token.range.end..).and_then(|t| t.chars().next());
            if is_short && before == Some('(') && after == Some(')') {
                continue;
            }
            let long = if is_short { self.expansion(&folded(printed)) } else { None };
            found.push_str(long.unwrap_or(&token.key));
            found.push(' ');
        }
        for place in PLACES {
            let place = key(place);
            while let Some(pos) = found.find(&format!(" {place} ")) {
                found.replace_range(pos..=pos + place.len(), "");
            }
        }
        found
    }
}

/// Initials of the words of a name, in upper case: "Lao động Thủ đô" has LĐTĐ.
pub(super) fn initials(name: &str) -> String {
    let words = folded(name);
    words.split(' ').filter_map(|word| word.chars().next()).map(crate::text::upper).collect()
}

/// Name of a newspaper without the word for what it is: "Báo", "Tạp chí".
pub(super) fn bare_source_name(name: &str) -> String {
    let lower = lowercase(&folded(name));
    let kinds = ["báo điện tử ", "tạp chí điện tử ", "báo ", "tạp chí ", "đài "];
    kinds.iter().find_map(|kind| lower.strip_prefix(kind)).unwrap_or(&lower).to_owned()
}

/// Name key without the words that all unions share: what is left tells one from another.
pub(super) fn without_union_words(name_key: &str) -> String {
    let mut found = name_key.to_owned();
    for words in ["tổng liên đoàn lao động", "liên đoàn lao động", "công đoàn", "ngành"] {
        let words = format!(" {} ", key(words));
        while let Some(pos) = found.find(&words) {
            found.replace_range(pos..pos + words.len() - 1, "");
        }
    }
    found
}
