//! Vocabulary: words by which facts are recognised, read from the text files in this folder.
//!
//! The files are compiled in. They are for people who know Vietnamese and not Rust: one phrase per line, sections in
//! brackets, and comments that explain the effect of the words. Malformed lines are left out and reported by
//! [`Vocabulary::malformed`]; a test checks that there are none.

mod layout;
mod parse;
mod units;

use std::collections::BTreeSet;

use super::phrase_table::PhraseTable;
pub(super) use layout::{LineSet, Newspaper};
pub use parse::MalformedEntry;
use thidua_core::collections::collect_set;
use thidua_core::domain::{CampaignKind, OrganisationKind, Relation, Sector, Unit};
use thidua_core::text::{key, tokens};

use parse::{VocabularyFile, split_entry};

/// A file of this folder.
macro_rules! file {
    ($name:literal) => {
        VocabularyFile { name: $name, text: include_str!($name) }
    };
}

/// Effect of a word on the role of a figure near it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RoleCue {
    /// "phấn đấu": what follows is a target.
    Target,
    /// "chỉ tiêu": a target, unless it is said to be reached.
    Goal,
    /// "kế hoạch": a target only directly before a number.
    NearGoal,
    /// "đã": what follows is done.
    Done,
    /// "hoàn thành": a goal after it is reached.
    Reach,
    /// "khen thưởng": a result of those who are counted.
    Recognition,
    Participation,
    /// "hiện có": the size of a union or host.
    Size,
    /// "hỗ trợ": gifts, and those who get them.
    Given,
    /// "kinh phí": money put in.
    Input,
    /// "làm lợi": money gained.
    Gain,
    /// "giá trị": the worth of what was named before.
    Worth,
    /// "chia thành": parts and places of a contest.
    Place,
    /// A longer word that contains a word with an effect and has none.
    Neutral,
}

/// A campaign that is known in the whole country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NationalCampaign {
    pub name: String,
    pub aliases: Vec<String>,
    pub kind: CampaignKind,
}

/// All words by which facts are recognised.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    pub(super) units: Vec<Unit>,
    pub(super) kinds: PhraseTable<CampaignKind>,
    pub(super) others: PhraseTable<()>,
    pub(super) general: PhraseTable<()>,
    /// Words of names that are printed without quotation marks.
    pub(super) campaign_words: PhraseTable<()>,
    pub(super) launching: PhraseTable<()>,
    pub(super) awarding: PhraseTable<()>,
    /// Verbs before the quoted name of an event.
    pub(super) event: PhraseTable<()>,
    /// First words of quoted names of awards.
    pub(super) award_name: PhraseTable<()>,
    pub(super) national_campaigns: Vec<NationalCampaign>,
    /// Beginnings of sentences that go on about the campaign before.
    pub(super) goes_on: PhraseTable<()>,
    /// Words that begin a new subject.
    pub(super) turns: PhraseTable<()>,
    pub(super) size: PhraseTable<()>,
    pub(super) welfare: PhraseTable<()>,
    pub(super) linking: PhraseTable<()>,
    pub(super) award: PhraseTable<()>,
    /// Words that close the statement of a figure.
    pub(super) closing: PhraseTable<()>,
    /// Things of which a contest consists.
    pub(super) contest_parts: PhraseTable<()>,
    pub(super) relations: PhraseTable<Relation>,
    pub(super) sectors: PhraseTable<Sector>,
    pub(super) cues: PhraseTable<RoleCue>,
    pub(super) plan_units: BTreeSet<&'static str>,
    pub(super) contests: PhraseTable<()>,
    pub(super) numbered: PhraseTable<()>,
    pub(super) measures: PhraseTable<()>,
    pub(super) no_noun: PhraseTable<()>,
    /// Words of a line before a list of aims.
    pub(super) aims: PhraseTable<()>,
    pub(super) adjectives: PhraseTable<()>,
    pub(super) shares: PhraseTable<()>,
    pub(super) share_nouns: PhraseTable<()>,
    pub(super) period_phrases: PhraseTable<()>,
    pub(super) honorifics: PhraseTable<()>,
    pub(super) roles: PhraseTable<()>,
    pub(super) role_ends: PhraseTable<()>,
    pub(super) surnames: PhraseTable<()>,
    pub(super) organisations: PhraseTable<OrganisationKind>,
    pub(super) place_words: PhraseTable<()>,
    pub(super) branches: PhraseTable<()>,
    pub(super) enterprises: PhraseTable<()>,
    pub(super) name_words: PhraseTable<()>,
    pub(super) programme_words: PhraseTable<()>,
    pub(super) acts: PhraseTable<()>,
    pub(super) trades: PhraseTable<()>,
    pub(super) employers: PhraseTable<()>,
    pub(super) subjects: PhraseTable<()>,
    pub(super) proper: PhraseTable<()>,
    pub(super) action_words: PhraseTable<()>,
    pub(super) end: LineSet,
    pub(super) skip: LineSet,
    pub(super) caption: LineSet,
    pub(super) byline: LineSet,
    /// Sections of a newspaper.
    pub(super) sections: LineSet,
    /// Names and mottoes of a site.
    pub(super) site: LineSet,
    /// First words of sentences within a report.
    pub(super) openers: LineSet,
    /// First words of sentences under pictures.
    pub(super) picture_openers: LineSet,
    pub(super) newspapers: Vec<Newspaper>,
    malformed: Vec<MalformedEntry>,
}

impl Vocabulary {
    /// The compiled-in vocabulary.
    pub fn built_in() -> Self {
        let attribution = file!("attribution.txt");
        let campaigns = file!("campaigns.txt");
        let relations = file!("relations.txt");
        let sectors = file!("sectors.txt");
        let figures = file!("figures.txt");
        let persons = file!("persons.txt");
        let organisations = file!("organisations.txt");
        let layout = file!("layout.txt");
        let (units, malformed) = units::units(file!("units.txt"));
        let national_campaigns = national_campaigns(file!("names.txt"));
        let cues = [
            ("target", RoleCue::Target),
            ("goal", RoleCue::Goal),
            ("near_goal", RoleCue::NearGoal),
            ("done", RoleCue::Done),
            ("reach", RoleCue::Reach),
            ("recognition", RoleCue::Recognition),
            ("participation", RoleCue::Participation),
            ("size", RoleCue::Size),
            ("given", RoleCue::Given),
            ("input", RoleCue::Input),
            ("gain", RoleCue::Gain),
            ("worth", RoleCue::Worth),
            ("place", RoleCue::Place),
            ("neutral", RoleCue::Neutral),
        ];
        let relation_words = [
            ("launched", Relation::Launched),
            ("carried_out", Relation::CarriedOut),
            ("responded", Relation::Responded),
            ("awarded", Relation::Awarded),
        ];
        Self {
            units,
            kinds: phrase_table(campaigns, &CampaignKind::ALL.map(|kind| (kind.slug(), kind))),
            others: phrases(campaigns, "other"),
            general: phrases(campaigns, "general"),
            campaign_words: phrases(campaigns, "name_word"),
            launching: phrases(campaigns, "launching"),
            awarding: phrases(campaigns, "awarding"),
            event: phrases(campaigns, "event"),
            award_name: phrases(campaigns, "award_name"),
            national_campaigns,
            goes_on: phrases(attribution, "goes_on"),
            turns: phrases(attribution, "turns"),
            size: phrases(attribution, "size"),
            welfare: phrases(attribution, "welfare"),
            linking: phrases(attribution, "linking"),
            award: phrases(attribution, "award"),
            closing: phrases(attribution, "closing"),
            contest_parts: phrases(attribution, "contest"),
            relations: phrase_table(relations, &relation_words),
            sectors: phrase_table(sectors, &Sector::ALL.map(|sector| (sector.slug(), sector))),
            cues: phrase_table(figures, &cues),
            plan_units: collect_set(figures.section("plan")),
            contests: phrases(figures, "contest"),
            numbered: phrases(figures, "numbered"),
            measures: phrases(figures, "measures"),
            no_noun: phrases(figures, "no_noun"),
            aims: phrases(figures, "aim"),
            adjectives: phrases(figures, "adjective"),
            shares: phrases(figures, "share"),
            share_nouns: phrases(figures, "share_noun"),
            period_phrases: phrases(file!("periods.txt"), "stretch"),
            honorifics: phrases(persons, "honorific"),
            roles: phrases(persons, "role"),
            role_ends: phrases(persons, "role_end"),
            surnames: phrases(persons, "surname"),
            organisations: phrase_table(
                organisations,
                &OrganisationKind::ALL.map(|kind| (kind.slug(), kind)),
            ),
            place_words: phrases(organisations, "place"),
            branches: phrases(organisations, "branch"),
            enterprises: phrases(organisations, "enterprise"),
            name_words: phrases(organisations, "name_word"),
            programme_words: phrases(organisations, "programme"),
            acts: phrases(organisations, "act"),
            trades: phrases(organisations, "trade"),
            employers: phrases(organisations, "employer"),
            subjects: phrases(organisations, "subject"),
            proper: phrases(layout, "proper"),
            action_words: phrases(layout, "action"),
            end: LineSet::new(layout.section("end")),
            skip: LineSet::new(layout.section("skip")),
            caption: LineSet::new(layout.section("caption")),
            byline: LineSet::new(layout.section("byline")),
            sections: LineSet::new(layout.section("section")),
            site: LineSet::new(layout.section("site")),
            openers: LineSet::new(layout.section("opener")),
            picture_openers: LineSet::new(layout.section("picture_opener")),
            newspapers: layout::newspapers(layout),
            malformed,
        }
    }

    /// Units, in the order of their file.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// Returns whether a line is the name of a section of a newspaper: "Công đoàn", "Thời sự".
    pub(super) fn is_section(&self, line: &str) -> bool {
        self.sections.holds(line, &key(line))
    }

    /// Returns whether a word is a family name.
    pub(super) fn is_surname(&self, word: &str) -> bool {
        self.surnames.longest_at(word, &tokens(word), 0).is_some()
    }

    /// Lines of the files that are malformed.
    pub fn malformed(&self) -> &[MalformedEntry] {
        &self.malformed
    }
}

fn phrase_table<T: Copy>(file: VocabularyFile, sections: &[(&'static str, T)]) -> PhraseTable<T> {
    let mut table = PhraseTable::default();
    for (section, meaning) in sections {
        for entry in file.section(section) {
            for phrase in split_entry(entry) {
                table.add(phrase, *meaning);
            }
        }
    }
    table
}

fn phrases(file: VocabularyFile, section: &'static str) -> PhraseTable<()> {
    phrase_table(file, &[(section, ())])
}

fn national_campaigns(file: VocabularyFile) -> Vec<NationalCampaign> {
    let read = |section: &'static str, kind: CampaignKind| {
        file.section(section).filter_map(move |entry| {
            let mut forms = split_entry(entry).map(str::to_owned);
            Some(NationalCampaign { name: forms.next()?, aliases: forms.collect(), kind })
        })
    };
    CampaignKind::ALL.into_iter().flat_map(|kind| read(kind.slug(), kind)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use thidua_core::text::{lowercase, nfc};

    #[test]
    fn every_line_of_the_vocabulary_is_valid() {
        let vocabulary = Vocabulary::built_in();
        assert_eq!(vocabulary.malformed(), []);
        assert!(vocabulary.units().len() > 30 && vocabulary.newspapers.len() > 5);
        let sections = [
            (file!("attribution.txt"), 8),
            (file!("campaigns.txt"), 14),
            (file!("relations.txt"), 5),
            (file!("sectors.txt"), 5),
            (file!("figures.txt"), 23),
            (file!("persons.txt"), 4),
            (file!("organisations.txt"), 16),
            (file!("layout.txt"), 11),
        ];
        for (file, count) in sections {
            let names = collect_set(file.entries().map(|(section, ..)| section));
            assert_eq!(names.len(), count, "{}: {names:?}", file.name);
        }
    }

    #[test]
    fn unit_words_are_unique_lower_case_and_composed() {
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
