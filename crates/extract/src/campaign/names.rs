//! Known names of campaigns: those of the corpus and those of national campaigns.

use std::collections::BTreeMap;

use thidua_core::collections::{collect_set, sort_by_key};
use thidua_core::domain::{Campaign, CampaignId, CampaignKind, OrganisationId};
use thidua_core::text::key;

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
    /// Key that is the same for all forms of the name.
    pub same: String,
}

/// Known names by their printed forms.
#[derive(Debug, Clone, Default)]
pub(crate) struct CampaignDirectory {
    names: Vec<KnownCampaign>,
    by_key: BTreeMap<String, Vec<usize>>,
    /// Every form of at least three words, for search in running text.
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
                same: key(&campaign.name),
            };
            directory.add(name, std::iter::once(&campaign.name).chain(&campaign.aliases));
            let words = key(&campaign.name).split(' ').map(str::to_owned).collect();
            directory.corpus.push((campaign.id.clone(), words));
        }
        for existing in &vocabulary.national_campaigns {
            let name =
                KnownCampaign { kind: existing.kind, campaign: None, owner: None, same: key(&existing.name) };
            directory.add(name, std::iter::once(&existing.name).chain(&existing.aliases));
        }
        directory
    }

    fn add<'a>(&mut self, name: KnownCampaign, forms: impl Iterator<Item = &'a String>) {
        let index = self.names.len();
        for form in forms {
            let form_key = key(form);
            if form_key.split(' ').count() >= 3 {
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

    /// Known name of this kind with this printed form, unless it belongs to another organisation.
    pub fn of_kind(
        &self,
        printed_key: &str,
        kind: CampaignKind,
        organisation: Option<&OrganisationId>,
    ) -> Option<&KnownCampaign> {
        let names = self.by_key.get(printed_key)?.iter().filter_map(|index| self.get(*index));
        names
            .filter(|name| name.kind == kind)
            .find(|name| name.owner.is_none() || name.owner.as_ref() == organisation)
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
