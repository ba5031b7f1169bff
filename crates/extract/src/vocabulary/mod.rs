//! The words by which things are recognised, read from the text files beside this one.
//!
//! The files are compiled in. They are for people who know Vietnamese and not Rust: one phrase a line, sections in
//! brackets, comments that say what the words do. What cannot be read is left out and reported by
//! [`Vocabulary::malformed`]; a test keeps that empty.

mod layout;
mod parse;
mod units;

use std::collections::BTreeSet;

use super::lexicon::Lexicon;
pub(super) use layout::{LineSet, Newspaper};
pub use parse::Malformed;
use parse::{File, parts};
use thidua_core::collections::collect_set;
use thidua_core::domain::{CampaignKind, OrganisationKind, Relation, Sector, Unit};

/// The text of a file beside this one.
macro_rules! file {
    ($name:literal) => {
        File { name: $name, text: include_str!($name) }
    };
}

/// What a word before a figure makes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cue {
    Target,
    Result,
    Participation,
    Input,
    Gain,
}

/// A campaign known all over the country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct KnownName {
    pub name: String,
    pub aliases: Vec<String>,
    pub kind: CampaignKind,
}

/// Every word by which something is recognised.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    pub(super) units: Vec<Unit>,
    pub(super) kinds: Lexicon<CampaignKind>,
    pub(super) others: Lexicon<()>,
    pub(super) general: Lexicon<()>,
    pub(super) launching: Lexicon<()>,
    pub(super) awarding: Lexicon<()>,
    pub(super) known: Vec<KnownName>,
    pub(super) relations: Lexicon<Relation>,
    pub(super) sectors: Lexicon<Sector>,
    pub(super) cues: Lexicon<Cue>,
    pub(super) plan_units: BTreeSet<&'static str>,
    pub(super) numbered: Lexicon<()>,
    pub(super) measures: Lexicon<()>,
    pub(super) no_noun: Lexicon<()>,
    /// Words of a line that leads on to a list of aims.
    pub(super) aims: Lexicon<()>,
    pub(super) adjectives: Lexicon<()>,
    pub(super) shares: Lexicon<()>,
    pub(super) share_nouns: Lexicon<()>,
    pub(super) stretches: Lexicon<()>,
    pub(super) honorifics: Lexicon<()>,
    pub(super) roles: Lexicon<()>,
    pub(super) role_ends: Lexicon<()>,
    pub(super) surnames: Lexicon<()>,
    pub(super) organisations: Lexicon<OrganisationKind>,
    pub(super) places: Lexicon<()>,
    pub(super) branches: Lexicon<()>,
    pub(super) subjects: Lexicon<()>,
    pub(super) proper: Lexicon<()>,
    pub(super) scene: Lexicon<()>,
    pub(super) end: LineSet,
    pub(super) skip: LineSet,
    pub(super) caption: LineSet,
    pub(super) byline: LineSet,
    pub(super) newspapers: Vec<Newspaper>,
    malformed: Vec<Malformed>,
}

impl Vocabulary {
    /// The vocabulary that is compiled in.
    pub fn built_in() -> Self {
        let campaigns = file!("campaigns.txt");
        let relations = file!("relations.txt");
        let sectors = file!("sectors.txt");
        let figures = file!("figures.txt");
        let persons = file!("persons.txt");
        let organisations = file!("organisations.txt");
        let layout = file!("layout.txt");
        let (units, malformed) = units::units(file!("units.txt"));
        let known = known(file!("names.txt"));
        let cues = [
            ("target", Cue::Target),
            ("result", Cue::Result),
            ("participation", Cue::Participation),
            ("input", Cue::Input),
            ("gain", Cue::Gain),
        ];
        let relation_words = [
            ("launched", Relation::Launched),
            ("carried_out", Relation::CarriedOut),
            ("responded", Relation::Responded),
            ("awarded", Relation::Awarded),
        ];
        let organisation_kinds = [
            ("federation", OrganisationKind::Federation),
            ("union", OrganisationKind::Union),
            ("government", OrganisationKind::Government),
            ("council", OrganisationKind::Council),
            ("party", OrganisationKind::Party),
            ("fund", OrganisationKind::Fund),
        ];
        Self {
            units,
            kinds: lexicon(campaigns, &CampaignKind::ALL.map(|kind| (kind.slug(), kind))),
            others: phrases(campaigns, "other"),
            general: phrases(campaigns, "general"),
            launching: phrases(campaigns, "launching"),
            awarding: phrases(campaigns, "awarding"),
            known,
            relations: lexicon(relations, &relation_words),
            sectors: lexicon(sectors, &Sector::ALL.map(|sector| (sector.slug(), sector))),
            cues: lexicon(figures, &cues),
            plan_units: collect_set(figures.section("plan")),
            numbered: phrases(figures, "numbered"),
            measures: phrases(figures, "measures"),
            no_noun: phrases(figures, "no_noun"),
            aims: phrases(figures, "aim"),
            adjectives: phrases(figures, "adjective"),
            shares: phrases(figures, "share"),
            share_nouns: phrases(figures, "share_noun"),
            stretches: phrases(file!("periods.txt"), "stretch"),
            honorifics: phrases(persons, "honorific"),
            roles: phrases(persons, "role"),
            role_ends: phrases(persons, "role_end"),
            surnames: phrases(persons, "surname"),
            organisations: lexicon(organisations, &organisation_kinds),
            places: phrases(organisations, "place"),
            branches: phrases(organisations, "branch"),
            subjects: phrases(organisations, "subject"),
            proper: phrases(layout, "proper"),
            scene: phrases(layout, "scene"),
            end: LineSet::new(layout.section("end")),
            skip: LineSet::new(layout.section("skip")),
            caption: LineSet::new(layout.section("caption")),
            byline: LineSet::new(layout.section("byline")),
            newspapers: layout::newspapers(layout),
            malformed,
        }
    }

    /// The units, in the order of their file.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// Lines of the files that could not be read.
    pub fn malformed(&self) -> &[Malformed] {
        &self.malformed
    }
}

fn lexicon<T: Copy>(file: File, sections: &[(&'static str, T)]) -> Lexicon<T> {
    let mut lexicon = Lexicon::default();
    for (section, means) in sections {
        for entry in file.section(section) {
            for phrase in parts(entry) {
                lexicon.add(phrase, *means);
            }
        }
    }
    lexicon
}

fn phrases(file: File, section: &'static str) -> Lexicon<()> {
    lexicon(file, &[(section, ())])
}

fn known(file: File) -> Vec<KnownName> {
    let read = |section: &'static str, kind: CampaignKind| {
        file.section(section).filter_map(move |entry| {
            let mut forms = parts(entry).map(str::to_owned);
            Some(KnownName { name: forms.next()?, aliases: forms.collect(), kind })
        })
    };
    CampaignKind::ALL.into_iter().flat_map(|kind| read(kind.slug(), kind)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use thidua_core::text::{lowercase, nfc, tokens};

    #[test]
    fn every_line_of_the_files_can_be_read() {
        let vocabulary = Vocabulary::built_in();
        assert_eq!(vocabulary.malformed(), []);
        assert!(vocabulary.units().len() > 30 && vocabulary.newspapers.len() > 5);
        let sections = [
            (file!("campaigns.txt"), 11),
            (file!("relations.txt"), 5),
            (file!("sectors.txt"), 5),
            (file!("figures.txt"), 13),
            (file!("persons.txt"), 4),
            (file!("organisations.txt"), 9),
            (file!("layout.txt"), 7),
        ];
        for (file, count) in sections {
            let names = collect_set(file.entries().map(|(section, ..)| section));
            assert_eq!(names.len(), count, "{}: {names:?}", file.name);
        }
    }

    #[test]
    fn unit_words_stand_once_in_lower_case_and_composed() {
        let mut seen = BTreeSet::new();
        for unit in Vocabulary::built_in().units() {
            for word in &unit.printed {
                assert_eq!(*word, lowercase(&nfc(word)), "{}", unit.id);
                assert!(seen.insert(word.clone()), "{word} stands twice, the second time in {}", unit.id);
            }
        }
    }

    #[test]
    fn both_spellings_of_a_tone_are_listed() {
        let words: BTreeSet<String> =
            Vocabulary::built_in().units.into_iter().flat_map(|unit| unit.printed).collect();
        for (new, old) in [("hóa", "hoá"), ("thỏa", "thoả"), ("ủy", "uỷ"), ("khóa", "khoá"), ("tọa", "toạ")]
        {
            for word in words
                .iter()
                .filter(|word| tokens(word).iter().any(|t| word.get(t.range.clone()) == Some(new)))
            {
                assert!(words.contains(&word.replace(new, old)), "{word} without {old}");
            }
        }
    }
}
