//! Context of extraction: the vocabulary and the corpus that the article is for.

use std::sync::OnceLock;

use thidua_core::collections::collect_set;
use thidua_core::domain::{Campaign, Corpus, Organisation, Unit};
use thidua_core::text::quantity::QuantityReader;

use super::analyzed_line::AnalyzedLine;
use super::campaign::CampaignDirectory;
use super::draft::DraftSource;
use super::misprint::{Misprint, NounShapes};
use super::vocabulary::Vocabulary;

/// Vocabulary, units, campaigns and organisations that extraction recognises.
#[derive(Debug, Clone)]
pub struct Context {
    pub(super) vocabulary: Vocabulary,
    /// Units of the corpus, with further nouns of the vocabulary, and the other units of the vocabulary.
    pub(super) units: Vec<Unit>,
    pub(super) campaigns: Vec<Campaign>,
    pub(super) organisations: Vec<Organisation>,
    /// Reader of quantities with the nouns of `units`.
    pub(super) counting: QuantityReader,
    /// Shapes of the nouns of `units`, made when they are needed first.
    noun_shapes: OnceLock<NounShapes>,
    /// Misprinted nouns of the article that is read.
    pub(super) misprints: Vec<Misprint>,
    /// Names of campaigns.
    pub(super) directory: CampaignDirectory,
}

impl Default for Context {
    fn default() -> Self {
        let vocabulary = Vocabulary::built_in();
        let units = vocabulary.units.clone();
        Self {
            counting: QuantityReader::new(&units),
            noun_shapes: OnceLock::new(),
            misprints: Vec::new(),
            directory: CampaignDirectory::new(&[], &vocabulary),
            units,
            vocabulary,
            campaigns: Vec::new(),
            organisations: Vec::new(),
        }
    }
}

impl Context {
    /// Context of a corpus: its units, campaigns and organisations.
    pub fn of(corpus: &Corpus) -> Self {
        let mut context = Self::with_units(&corpus.units);
        context.campaigns.clone_from(&corpus.campaigns);
        context.organisations.clone_from(&corpus.organisations);
        context.directory = CampaignDirectory::new(&context.campaigns, &context.vocabulary);
        context
    }

    /// Context with only the units of a corpus. A noun of one of them keeps its meaning.
    pub fn with_units(units: &[Unit]) -> Self {
        let mut context = Self::default();
        let claimed = collect_set(units.iter().flat_map(|unit| unit.printed.iter().cloned()));
        let mut merged = units.to_vec();
        for unit in &context.vocabulary.units {
            let further = unit.printed.iter().filter(|word| !claimed.contains(*word)).cloned();
            match merged.iter_mut().find(|existing| existing.id == unit.id) {
                Some(existing) => existing.printed.extend(further),
                None => merged.push(Unit { printed: further.collect(), ..unit.clone() }),
            }
        }
        merged.retain(|unit| !unit.printed.is_empty());
        context.counting = QuantityReader::new(&merged);
        context.units = merged;
        context
    }

    /// Returns the newspapers of the vocabulary, in its order.
    pub fn newspapers(&self) -> impl Iterator<Item = DraftSource> {
        self.vocabulary.newspapers.iter().map(|paper| DraftSource {
            id: paper.id.clone(),
            name: paper.name.clone(),
            site: paper.site.clone(),
        })
    }

    /// Context of an article that prints nouns with mistakes: they are printed forms of their units. `None` where no line does.
    pub(super) fn with_misprints(&self, views: &[AnalyzedLine<'_>]) -> Option<Self> {
        let shapes = self.noun_shapes.get_or_init(|| NounShapes::new(&self.units));
        let mut misprints: Vec<Misprint> = Vec::new();
        let found = views.iter().flat_map(|view| shapes.find(view.text(), &view.words, view.quantities()));
        for misprint in found {
            if !misprints.iter().any(|known| known.printed == misprint.printed) {
                misprints.push(misprint);
            }
        }
        if misprints.is_empty() {
            return None;
        }
        let mut context = self.clone();
        for misprint in &misprints {
            if let Some(unit) = context.units.iter_mut().find(|unit| unit.id == misprint.unit) {
                unit.printed.push(misprint.printed.clone());
            }
        }
        context.counting = QuantityReader::new(&context.units);
        context.misprints = misprints;
        Some(context)
    }

    /// Units with which texts are read.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }
}
