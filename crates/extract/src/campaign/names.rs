//! Known names of campaigns: those of the corpus and those of national campaigns.

use std::collections::BTreeMap;

use thidua_core::collections::{collect_set, sort_by_key};
use thidua_core::domain::{Campaign, CampaignId, CampaignKind, OrganisationId};
use thidua_core::text::key;

use super::local::{LocalName, year_in};
use crate::draft::CampaignJoin;
use crate::phrase_table::PhraseTable;
use crate::vocabulary::Vocabulary;

/// A known name.
#[derive(Debug, Clone)]
pub(crate) struct KnownCampaign {
    pub kind: CampaignKind,
    /// Campaign of the corpus with this name.
    pub campaign: Option<CampaignId>,
    /// Organisation that the name belongs to: the yearly emulation of one organisation is not that of another.
    pub owner: Option<OrganisationId>,
    /// True for a round and for the emulation of a year, whose printed names many organisations use.
    pub is_local: bool,
    /// Year in the name.
    pub year: Option<String>,
    /// Key that is the same for all forms of the name.
    pub same: String,
}

/// Known names by their printed forms.
#[derive(Debug, Clone, Default)]
pub(crate) struct CampaignDirectory {
    names: Vec<KnownCampaign>,
    by_key: BTreeMap<String, Vec<usize>>,
    /// Every form of at least three words, for search in running text, except those of rounds and yearly emulations.
    pub forms: PhraseTable<usize>,
    /// Words of the campaigns of the corpus, for similarity.
    corpus: Vec<(CampaignId, Vec<String>)>,
}

impl CampaignDirectory {
    /// Makes a directory of the names of `campaigns`, followed by those of the vocabulary.
    pub fn new(campaigns: &[Campaign], vocabulary: &Vocabulary) -> Self {
        let mut directory = CampaignDirectory::default();
        for campaign in campaigns {
            let own = matches!(campaign.kind, CampaignKind::Movement | CampaignKind::Round);
            let name = KnownCampaign {
                kind: campaign.kind,
                campaign: Some(campaign.id.clone()),
                owner: campaign.launched_by.clone().filter(|_| own),
                is_local: campaign.kind == CampaignKind::Round || is_yearly(campaign),
                year: year_in(&campaign.name),
                same: key(&campaign.name),
            };
            directory.add(name, std::iter::once(&campaign.name).chain(&campaign.aliases));
            let words = key(&campaign.name).split(' ').map(str::to_owned).collect();
            directory.corpus.push((campaign.id.clone(), words));
        }
        for existing in &vocabulary.national_campaigns {
            let name = KnownCampaign {
                kind: existing.kind,
                campaign: None,
                owner: None,
                is_local: false,
                year: None,
                same: key(&existing.name),
            };
            directory.add(name, std::iter::once(&existing.name).chain(&existing.aliases));
        }
        directory
    }

    fn add<'a>(&mut self, name: KnownCampaign, forms: impl Iterator<Item = &'a String>) {
        let index = self.names.len();
        for form in forms {
            let form_key = key(form);
            // Rounds and yearly emulations have rules of their own, which know whose they are.
            if form_key.split(' ').count() >= 3 && !name.is_local {
                self.forms.add(form, index);
            }
            self.by_key.entry(form_key).or_default().push(index);
        }
        self.names.push(name);
    }

    /// The name with this index.
    pub fn get(&self, index: usize) -> Option<&KnownCampaign> {
        self.names.get(index)
    }

    /// Campaign of the corpus with this printed form and kind, and the reason. Rounds and yearly emulations are found by
    /// their full name only.
    pub fn of_kind(&self, printed_key: &str, kind: CampaignKind) -> Option<(CampaignId, CampaignJoin)> {
        let names = || self.names(printed_key).filter(|name| name.kind == kind);
        let full = names().find(|name| name.same == printed_key && name.campaign.is_some());
        let other = || names().find(|name| !name.is_local && name.campaign.is_some());
        if let Some(name) = full.or_else(other) {
            let join = if name.same == printed_key { CampaignJoin::Name } else { CampaignJoin::Alias };
            return name.campaign.clone().map(|id| (id, join));
        }
        // The corpus may have a national campaign under its full name alone.
        let national = names().find(|name| name.campaign.is_none())?;
        let full = self.names(&national.same).filter(|name| name.kind == kind && name.same == national.same);
        full.filter_map(|name| name.campaign.clone()).next().map(|id| (id, CampaignJoin::NationalName))
    }

    /// Round or yearly emulation of the corpus: by its full name, or by a printed form if organisation and year are the
    /// same.
    pub fn local(
        &self,
        local: &LocalName,
        printed_key: &str,
        kind: CampaignKind,
        organisation: Option<&OrganisationId>,
    ) -> Option<(CampaignId, CampaignJoin)> {
        let full_key = key(&local.name);
        let full = self.names(&full_key).find(|name| name.kind == kind && name.same == full_key);
        if let Some(id) = full.and_then(|name| name.campaign.clone()) {
            return Some((id, CampaignJoin::Name));
        }
        let (owner, year) = (organisation?, local.year.as_ref()?);
        let same = self.names(printed_key).find(|name| {
            name.kind == kind && name.owner.as_ref() == Some(owner) && name.year.as_ref() == Some(year)
        });
        same.and_then(|name| name.campaign.clone()).map(|id| (id, CampaignJoin::SameOrganisation))
    }

    /// Key that all forms of a known name of this kind share. `None` for an unknown name.
    pub fn same(&self, printed_key: &str, kind: CampaignKind) -> Option<&str> {
        let mut names = self.names(printed_key).filter(|name| name.kind == kind && !name.is_local);
        names.next().map(|name| name.same.as_str())
    }

    fn names(&self, printed_key: &str) -> impl Iterator<Item = &KnownCampaign> {
        let indexes = self.by_key.get(printed_key).into_iter().flatten();
        indexes.filter_map(|index| self.get(*index))
    }

    /// Known name with this printed form, of this kind if there is one.
    pub fn find(&self, printed_key: &str, kind: Option<CampaignKind>) -> Option<&KnownCampaign> {
        let indexes = self.by_key.get(printed_key)?;
        let of_kind = indexes.iter().find(|i| self.get(**i).is_some_and(|name| Some(name.kind) == kind));
        of_kind.or_else(|| indexes.first()).and_then(|i| self.get(*i))
    }

    /// Campaigns of the corpus that share most of their words with a name, the most similar first, at most three.
    pub fn similar(&self, printed_key: &str) -> Vec<CampaignId> {
        let words = collect_set(printed_key.split(' '));
        let mut near: Vec<(usize, &CampaignId)> = Vec::new();
        for (id, other) in &self.corpus {
            let shared = other.iter().filter(|word| words.contains(word.as_str())).count();
            let all = words.len() + other.len() - shared.min(words.len());
            let similarity = shared * 100 / all.max(1);
            if similarity >= 50 {
                near.push((similarity, id));
            }
        }
        sort_by_key(&mut near, |(similarity, _)| std::cmp::Reverse(*similarity));
        near.into_iter().take(3).map(|(_, id)| id.clone()).collect()
    }
}

/// Returns whether a campaign is the emulation of a year: one of its forms is "thi đua năm 2022" or "phong trào thi đua
/// trong năm 2022", or its name begins so.
fn is_yearly(campaign: &Campaign) -> bool {
    let of_year = |form: &String| {
        let form = key(form);
        let rest = form.strip_prefix("phong trào ").unwrap_or(&form);
        let rest = rest.strip_prefix("thi đua ").map(|rest| rest.strip_prefix("trong ").unwrap_or(rest));
        rest.is_some_and(|rest| rest.starts_with("năm "))
    };
    campaign.kind == CampaignKind::Movement
        && std::iter::once(&campaign.name).chain(&campaign.aliases).any(of_year)
}
