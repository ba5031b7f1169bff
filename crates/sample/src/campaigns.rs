//! Sample campaigns of all kinds, each with a unique name.

use std::collections::BTreeSet;

use thidua_core::domain::{Bilingual, Campaign, CampaignId, CampaignKind, Organisation, Sector};
use thidua_core::text::{capitalise, slug};

use super::letters;
use super::organisations::place_name;
use super::random::Random;
use super::words::Words;

/// Frequency of each kind, in percent.
const KINDS: [(CampaignKind, u32); 7] = [
    (CampaignKind::Movement, 26),
    (CampaignKind::Round, 24),
    (CampaignKind::Title, 16),
    (CampaignKind::Contest, 12),
    (CampaignKind::Programme, 10),
    (CampaignKind::Theme, 8),
    (CampaignKind::Drive, 4),
];

/// Draws `count` campaigns, the most frequent ones first.
pub fn draw(
    count: usize,
    organisations: &[Organisation],
    words: &Words,
    random: &mut Random,
) -> Vec<Campaign> {
    let mut all: Vec<Campaign> = Vec::with_capacity(count);
    let mut used = BTreeSet::new();
    while all.len() < count {
        let kind = kind(random);
        let name = name(kind, words, random);
        let id = slug(&format!("{} {name}", kind.slug()));
        if !used.insert(id.clone()) {
            continue;
        }
        let launched_by = match random.percent(50) {
            true => random.common(organisations).map(|organisation| organisation.id.clone()),
            false => None,
        };
        // Refers to an earlier campaign of the same kind.
        let see_also = all.iter().rev().find(|other| other.kind == kind && random.percent(10));
        let see_also = see_also.map(|other| other.id.clone()).into_iter().collect();
        all.push(Campaign {
            id: CampaignId::new(id),
            name_en: random.percent(30).then(|| format!("Campaign {}", letters(all.len()))),
            kind,
            aliases: Vec::new(),
            sector: if random.percent(40) { random.any(&Sector::ALL).copied() } else { None },
            launched_by,
            summary: summary(&name, &letters(all.len()), words, random),
            see_also,
            name,
        });
    }
    all
}

fn kind(random: &mut Random) -> CampaignKind {
    let mut left = random.between(1, 100);
    for (kind, share) in KINDS {
        if left <= share {
            return kind;
        }
        left -= share;
    }
    CampaignKind::Movement
}

/// A name that contains no digits except years, so that no figure is extracted from it.
fn name(kind: CampaignKind, words: &Words, random: &mut Random) -> String {
    let place = place_name(words, random);
    let mut any = |list| random.any(words.list(list)).copied().unwrap_or_default();
    let name = match kind {
        CampaignKind::Movement => format!("{}, {}", any("virtue"), any("virtue")),
        CampaignKind::Drive => format!("{} – {} – {}", any("theme"), any("theme"), any("theme")),
        CampaignKind::Theme => format!("{}, {}, {}", any("theme"), any("theme"), any("theme")),
        CampaignKind::Programme => format!("{} {place}", any("programme")),
        CampaignKind::Title => format!("{} {} ngành {}", any("worker"), any("praise"), any("industry")),
        CampaignKind::Contest => format!("Hội thi {} {place}", any("trade")),
        CampaignKind::Round => format!("Thi đua {} chào mừng {} {place}", any("aim"), any("event")),
    };
    capitalise(&name)
}

fn summary(name: &str, letters: &str, words: &Words, random: &mut Random) -> Bilingual {
    let purpose = random.any(words.list("purpose")).copied().unwrap_or_default();
    Bilingual {
        vi: format!("“{name}” được mở ra, {purpose}."),
        en: format!("Campaign {letters} of the sample, with an aim of its own."),
    }
}
