//! Changes of what articles share: campaigns, organisations, units, sources, glossary.

use thidua_core::domain::{Campaign, CampaignKind, GlossaryEntry, Organisation, Sector, Source, Unit};

use super::change::{other_letters, other_numbers, with};
use super::{Kind, d, n, p};

/// Kinds of changes of what articles share.
pub const KINDS: &[Kind] = &[
    p("campaign: letter of the name", |bench| {
        bench.items(
            |c| &mut c.campaigns,
            |campaign: &Campaign| {
                other_letters(&campaign.name)
                    .into_iter()
                    .take(1)
                    .map(|name| with(campaign, |c| c.name = name))
                    .collect()
            },
        )
    }),
    p("campaign: kind", |bench| {
        bench.items(
            |c| &mut c.campaigns,
            |campaign: &Campaign| {
                let others = CampaignKind::ALL.into_iter().filter(|kind| *kind != campaign.kind);
                others.take(1).map(|kind| with(campaign, |c| c.kind = kind)).collect()
            },
        )
    }),
    n("campaign: sector", |bench| {
        bench.items(
            |c| &mut c.campaigns,
            |campaign: &Campaign| {
                let others = Sector::ALL.into_iter().filter(|sector| Some(*sector) != campaign.sector);
                others.take(1).map(|sector| with(campaign, |c| c.sector = Some(sector))).collect()
            },
        )
    }),
    p("campaign: alias added that is another campaign's name", |bench| {
        let name = bench.corpus.campaigns[0].name.clone();
        bench.items(
            |c| &mut c.campaigns,
            move |campaign: &Campaign| {
                let is_other = campaign.name != name;
                is_other.then(|| with(campaign, |c| c.aliases.push(name.clone()))).into_iter().collect()
            },
        )
    }),
    n("campaign: see_also dropped", |bench| {
        bench.items(
            |c| &mut c.campaigns,
            |campaign: &Campaign| {
                let has_some = !campaign.see_also.is_empty();
                has_some.then(|| with(campaign, |c| c.see_also.clear())).into_iter().collect()
            },
        )
    }),
    d("campaign: name_en wrong number", |bench| {
        bench.items(
            |c| &mut c.campaigns,
            |campaign: &Campaign| {
                let name = campaign.name_en.clone().unwrap_or_default();
                let mut names = other_numbers(&name);
                names.push(format!("{name} 2031"));
                names.into_iter().map(|name| with(campaign, |c| c.name_en = Some(name))).collect()
            },
        )
    }),
    n("campaign: launched_by", |bench| {
        let organisation = bench.corpus.organisations[0].id.clone();
        bench.items(
            |c| &mut c.campaigns,
            move |campaign: &Campaign| {
                let is_other = campaign.launched_by.as_ref() != Some(&organisation);
                is_other
                    .then(|| with(campaign, |c| c.launched_by = Some(organisation.clone())))
                    .into_iter()
                    .collect()
            },
        )
    }),
    d("campaign: summary with a wrong number", |bench| {
        bench.items(
            |c| &mut c.campaigns,
            |campaign: &Campaign| {
                let text = campaign.summary.vi.trim_end_matches('.');
                let texts = [
                    format!("{text} trong 47 ngày."),
                    format!("{text} năm 2031."),
                    format!("{text}, ba mươi đợt."),
                ];
                texts.into_iter().map(|text| with(campaign, |c| c.summary.vi = text)).collect()
            },
        )
    }),
    d("campaign: summary en with a wrong number", |bench| {
        bench.items(
            |c| &mut c.campaigns,
            |campaign: &Campaign| {
                let text = campaign.summary.en.trim_end_matches('.');
                let texts = [
                    format!("{text} within 47 days."),
                    format!("{text} in 2031."),
                    format!("{text}, thirty rounds."),
                ];
                texts.into_iter().map(|text| with(campaign, |c| c.summary.en = text)).collect()
            },
        )
    }),
    p("glossary: letter of the expansion", |bench| {
        bench.items(
            |c| &mut c.glossary,
            |entry: &GlossaryEntry| {
                other_letters(&entry.expansion)
                    .into_iter()
                    .map(|text| with(entry, |e| e.expansion = text))
                    .collect()
            },
        )
    }),
    p("organisation: letter of the name", |bench| {
        bench.items(
            |c| &mut c.organisations,
            |organisation: &Organisation| {
                other_letters(&organisation.name)
                    .into_iter()
                    .take(1)
                    .map(|name| with(organisation, |o| o.name = name))
                    .collect()
            },
        )
    }),
    n("organisation: parent another", |bench| {
        let organisation = bench.corpus.organisations[0].id.clone();
        bench.items(
            |c| &mut c.organisations,
            move |other: &Organisation| {
                let is_other = other.id != organisation && other.parent.as_ref() != Some(&organisation);
                is_other.then(|| with(other, |o| o.parent = Some(organisation.clone()))).into_iter().collect()
            },
        )
    }),
    d("unit: letter of the Vietnamese name", |bench| {
        bench.items(
            |c| &mut c.units,
            |unit: &Unit| other_letters(&unit.vi).into_iter().map(|vi| with(unit, |u| u.vi = vi)).collect(),
        )
    }),
    d("unit: printed nouns replaced", |bench| {
        bench.items(
            |c| &mut c.units,
            |unit: &Unit| vec![with(unit, |u| u.printed = vec!["thứ khác".to_owned()])],
        )
    }),
    n("unit: English name", |bench| {
        bench.items(|c| &mut c.units, |unit: &Unit| vec![with(unit, |u| u.en = "things".to_owned())])
    }),
    d("source: letter of the name", |bench| {
        bench.items(
            |c| &mut c.sources,
            |source: &Source| {
                other_letters(&source.name).into_iter().map(|name| with(source, |s| s.name = name)).collect()
            },
        )
    }),
    d("source: letter of the site", |bench| {
        bench.items(
            |c| &mut c.sources,
            |source: &Source| {
                let sites = source.site.iter().flat_map(|site| other_letters(site));
                sites.map(|site| with(source, |s| s.site = Some(site))).collect()
            },
        )
    }),
    n("source: attribution in other words", |bench| {
        bench.items(
            |c| &mut c.sources,
            |source: &Source| {
                vec![with(source, |s| s.attribution.vi = format!("Dẫn lại từ {}", s.attribution.vi))]
            },
        )
    }),
];
