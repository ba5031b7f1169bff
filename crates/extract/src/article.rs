//! Conversion of a draft to a document of the corpus format, ready to be verified and merged.
//!
//! Only facts that can be verified are converted: a figure without a unit, or one that repeats another, stays in the
//! draft for a person to decide. English labels and summaries are proposals made from the unit and the kind.

use thidua_core::collections::collect_set;
use thidua_core::domain::{
    Article, ArticleId, Bilingual, Campaign, CampaignId, CampaignKind, Corpus, Figure, FigureId,
    MAX_ID_LENGTH, Mention, Organisation, OrganisationId, Person, Phase, Rights, Source, TextRef, Unit,
    is_reserved_name,
};
use thidua_core::text::{capitalise, key, slug};

use super::context::Context;
use super::draft::{Draft, DraftCampaign, DraftFact, DraftFigure};

/// Information about the source text and the corpus that the document needs besides the facts.
#[derive(Debug, Clone)]
pub struct SourceInfo<'a> {
    /// Name of the file without `.txt`.
    pub file_stem: &'a str,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: &'a str,
    /// Address of the article, where known.
    pub url: Option<&'a str>,
    /// Title of the corpus.
    pub title: &'a Bilingual,
    /// Ids that the corpus uses for other objects.
    pub used_ids: &'a [String],
}

/// Longest slug. Longer ones are cut at a hyphen.
const LONGEST_SLUG: usize = 56;
/// Longest slug of a campaign with the slug of its organisation; a number may be appended.
const LONGEST_WITH_ORGANISATION: usize = MAX_ID_LENGTH - 6;

/// Converts a draft to a document with one article. `None` where the draft has no headline or no organisation.
pub fn to_corpus(draft: &Draft, context: &Context, source: &SourceInfo<'_>) -> Option<Corpus> {
    let ids = DraftIds::new(draft, context, source);
    let headline = draft.headline.as_ref()?;
    let main = draft.organisation?;
    let lines = draft.lines?;
    let article_id = ids.article(draft, source);
    let figures = figures(draft, context, &ids, &article_id);
    let mut named = Vec::new();
    let mut mentions: Vec<Mention> = Vec::new();
    for found in &draft.mentions {
        let campaign = ids.campaign(found.fact.campaign)?;
        let line = found.span.line;
        if !mentions.iter().any(|m| m.line == line && m.campaign == campaign) {
            let (relation, sector) = (found.fact.relation, found.fact.sector);
            mentions.push(Mention { campaign, as_written: found.words.clone(), relation, sector, line });
        }
    }
    let people: Vec<Person> = draft.people.iter().map(|found| person(found, &ids, &mut named)).collect();
    named.push(main);
    named.extend(draft.figures.iter().filter_map(|f| f.fact.organisation));
    let phases = draft.phases.iter().filter_map(|found| phase(found, &ids)).collect();
    let (published, published_as_written) = period_fields(draft.published.as_ref().map(|found| &found.fact));
    let (covers, covers_as_written) = period_fields(draft.covers.as_ref().map(|found| &found.fact));
    let named = collect_set(named);
    let organisations = draft.organisations.iter().enumerate().filter(|(index, _)| named.contains(index));
    let used = collect_set(figures.iter().map(|figure| figure.unit.clone()));
    let mut units: Vec<Unit> = context.units.iter().filter(|unit| used.contains(&unit.id)).cloned().collect();
    add_misprints(draft, &mut units);
    let article = Article {
        id: article_id,
        kicker: draft.kicker.as_ref().map(|found| found.words.clone()),
        headline: headline.words.clone(),
        headline_en: None,
        source: draft.source.as_ref().map(|found| found.fact.id.clone()),
        url: source.url.map(str::to_owned),
        byline: draft.byline.iter().map(|found| found.words.clone()).collect(),
        published,
        published_as_written,
        covers,
        covers_as_written,
        organisation: ids.organisation(main)?,
        confirmed: Vec::new(),
        rights: Rights::FactsOnly,
        text: TextRef {
            file_stem: source.file_stem.to_owned(),
            sha256: source.sha256.to_owned(),
            lines,
            excluded: draft.excluded.clone(),
        },
        digest: Vec::new(),
        people,
        mentions,
        phases,
        figures,
        left_out: Vec::new(),
        body: None,
    };
    Some(Corpus {
        sources: draft.source.iter().map(|found| new_source(&found.fact)).collect(),
        organisations: organisations
            .filter_map(|(index, found)| organisation(index, &found.fact, context, &ids))
            .collect(),
        units,
        campaigns: draft
            .campaigns
            .iter()
            .enumerate()
            .filter_map(|(i, c)| campaign(i, c, context, &ids))
            .collect(),
        articles: vec![article],
        ..Corpus::empty(source.title.clone())
    })
}

/// Adds the nouns that the article prints with a mistake to their units, so that verification reads them.
fn add_misprints(draft: &Draft, units: &mut [Unit]) {
    for figure in draft.figures.iter().map(|found| &found.fact) {
        let unit = units.iter_mut().find(|unit| Some(&unit.id) == figure.unit.as_ref());
        if let (Some(unit), Some(printed)) = (unit, &figure.misprint)
            && !unit.printed.contains(printed)
        {
            unit.printed.push(printed.clone());
        }
    }
}

/// Ids of the objects of a draft.
struct DraftIds {
    campaigns: Vec<CampaignId>,
    organisations: Vec<OrganisationId>,
    used: Vec<String>,
}

impl DraftIds {
    fn new(draft: &Draft, context: &Context, source: &SourceInfo<'_>) -> Self {
        let mut ids =
            DraftIds { campaigns: Vec::new(), organisations: Vec::new(), used: source.used_ids.to_vec() };
        for campaign in &draft.campaigns {
            let id = match &campaign.existing {
                Some(existing) => existing.clone(),
                None => CampaignId::new(ids.free("phong-trao", &campaign_slug(campaign, draft, context))),
            };
            ids.campaigns.push(id);
        }
        for organisation in &draft.organisations {
            let name = organisation.fact.name.replacen("Liên đoàn Lao động", "LĐLĐ", 1);
            let id = match &organisation.fact.existing {
                Some(existing) => existing.clone(),
                None => OrganisationId::new(ids.free("don-vi", &short(&slug(&name)))),
            };
            ids.organisations.push(id);
        }
        ids
    }

    /// Returns an unused id made from `base`. `kind` is put before an id that cannot be the name of a folder on every
    /// system.
    fn free(&mut self, kind: &str, base: &str) -> String {
        let base = match base {
            "" => "x".to_owned(),
            base if is_reserved_name(base) => format!("{kind}-{base}"),
            base => base.to_owned(),
        };
        let mut id = base.clone();
        let mut count = 2;
        while self.used.contains(&id) {
            id = format!("{base}-{count}");
            count += 1;
        }
        self.used.push(id.clone());
        id
    }

    fn campaign(&self, index: usize) -> Option<CampaignId> {
        self.campaigns.get(index).cloned()
    }

    fn organisation(&self, index: usize) -> Option<OrganisationId> {
        self.organisations.get(index).cloned()
    }

    fn article(&self, draft: &Draft, source: &SourceInfo<'_>) -> ArticleId {
        let headline = draft.headline.as_ref().map_or("", |found| found.words.as_str());
        // Without a headline the name of the file names the article.
        let base = match slug(headline) {
            base if base.is_empty() => short(&slug(source.file_stem)),
            base => short(&base),
        };
        let mut ids =
            DraftIds { campaigns: Vec::new(), organisations: Vec::new(), used: source.used_ids.to_vec() };
        ArticleId::new(ids.free("bai-viet", &base))
    }
}

fn campaign_slug(campaign: &DraftCampaign, draft: &Draft, _: &Context) -> String {
    let base = slug(&campaign.name);
    let is_local = campaign.kind == CampaignKind::Round && !campaign.name.contains(" của ")
        || (campaign.kind == CampaignKind::Movement
            && base.contains("thi-dua-")
            && base.ends_with(|c: char| c.is_ascii_digit()));
    let prefix = match campaign.kind {
        CampaignKind::Title => "danh-hieu-",
        CampaignKind::Theme => "chu-de-",
        _ => "",
    };
    let span = draft.organisation.and_then(|index| draft.organisations.get(index)).filter(|_| is_local);
    let span =
        span.map(|found| format!("-{}", slug(&found.fact.name.replacen("Liên đoàn Lao động", "LĐLĐ", 1))));
    let base = short(&format!("{prefix}{base}"));
    cut(&format!("{base}{}", span.unwrap_or_default()), LONGEST_WITH_ORGANISATION)
}

fn short(slug: &str) -> String {
    cut(slug, LONGEST_SLUG)
}

/// Cuts a slug to at most `length` letters, at a hyphen.
fn cut(slug: &str, length: usize) -> String {
    match slug.get(..length) {
        Some(start) if start.len() < slug.len() => {
            start.rsplit_once('-').map_or(start, |(whole, _)| whole).to_owned()
        }
        _ => slug.to_owned(),
    }
}

fn period_fields(
    period: Option<&super::draft::DraftPeriod>,
) -> (Option<thidua_core::domain::Edtf>, Option<String>) {
    (period.and_then(|p| p.when), period.map(|p| p.as_written.clone()))
}

fn new_source(fact: &super::draft::DraftSource) -> Source {
    // A person may name a newspaper whose site is not known.
    let site = Some(fact.site.clone()).filter(|site| !site.is_empty());
    let named = match &site {
        Some(site) => format!("{} ({site})", fact.name),
        None => fact.name.clone(),
    };
    Source {
        id: fact.id.clone(),
        name: fact.name.clone(),
        site,
        attribution: Bilingual { vi: format!("Nguồn: {named}"), en: format!("Source: {named}") },
    }
}

fn organisation(
    index: usize,
    fact: &super::draft::DraftOrganisation,
    context: &Context,
    ids: &DraftIds,
) -> Option<Organisation> {
    let id = ids.organisation(index)?;
    if let Some(existing) = context.organisations.iter().find(|existing| existing.id == id) {
        return Some(Organisation { parent: None, ..existing.clone() });
    }
    let aliases = fact.aliases.clone();
    Some(Organisation {
        id,
        name: fact.name.clone(),
        name_en: None,
        kind: fact.kind,
        locality: None,
        parent: None,
        aliases,
        valid: None,
    })
}

fn campaign(index: usize, fact: &DraftCampaign, context: &Context, ids: &DraftIds) -> Option<Campaign> {
    let id = ids.campaign(index)?;
    if let Some(existing) = context.campaigns.iter().find(|existing| existing.id == id) {
        let mut campaign = Campaign { see_also: Vec::new(), launched_by: None, ..existing.clone() };
        for form in std::iter::once(&fact.name).chain(&fact.aliases) {
            if *form != campaign.name && !campaign.aliases.contains(form) {
                campaign.aliases.push(form.clone());
            }
        }
        return Some(campaign);
    }
    let name = capitalise(&fact.name);
    let mut aliases = fact.aliases.clone();
    if name != fact.name {
        aliases.insert(0, fact.name.clone());
    }
    aliases.retain(|alias| *alias != name);
    let summary = Bilingual {
        vi: format!("{} “{name}”.", kind_name(fact.kind)),
        en: format!("A {} named in the article.", fact.kind.slug()),
    };
    Some(Campaign {
        id,
        name,
        name_en: None,
        kind: fact.kind,
        aliases,
        sector: None,
        launched_by: None,
        summary,
        see_also: Vec::new(),
    })
}

const fn kind_name(kind: CampaignKind) -> &'static str {
    match kind {
        CampaignKind::Movement => "Phong trào",
        CampaignKind::Programme => "Chương trình",
        CampaignKind::Drive => "Cuộc vận động",
        CampaignKind::Contest => "Hội thi",
        CampaignKind::Round => "Đợt thi đua",
        CampaignKind::Title => "Danh hiệu",
        CampaignKind::Theme => "Chủ đề",
    }
}

fn person(found: &DraftFact<super::draft::DraftPerson>, ids: &DraftIds, named: &mut Vec<usize>) -> Person {
    named.extend(found.fact.organisation);
    Person {
        name: found.fact.name.clone(),
        role: found.fact.role.clone(),
        role_en: None,
        organisation: found.fact.organisation.and_then(|index| ids.organisation(index)),
        line: found.span.line,
    }
}

fn phase(found: &DraftFact<super::draft::DraftPhase>, ids: &DraftIds) -> Option<Phase> {
    let (when, as_written) = period_fields(found.fact.period.as_ref());
    Some(Phase {
        campaign: ids.campaign(found.fact.campaign)?,
        name: found.words.clone(),
        when,
        as_written,
        theme: found.fact.theme.and_then(|index| ids.campaign(index)),
        line: found.span.line,
    })
}

/// Converts the figures that can be verified. Their ids are the id of the article and a number.
fn figures(draft: &Draft, context: &Context, ids: &DraftIds, article: &ArticleId) -> Vec<Figure> {
    let id = |index: usize| FigureId::new(format!("{article}-{}", index + 1));
    let mut figures = Vec::new();
    for (index, found) in draft.figures.iter().enumerate() {
        let Some(unit) = &found.fact.unit else { continue };
        if found.fact.repeats.is_some() {
            continue;
        }
        let fact: &DraftFigure = &found.fact;
        let en = context
            .units
            .iter()
            .find(|existing| existing.id == *unit)
            .map_or("", |existing| existing.en.as_str());
        let (when, when_as_written) = period_fields(fact.period.as_ref());
        let whole = fact.part_of.and_then(|whole| draft.figures.get(whole).map(|f| (whole, &f.fact)));
        let whole = whole.filter(|(_, whole)| whole.unit.is_some() && whole.repeats.is_none());
        let mut campaigns = fact.campaigns.iter().filter_map(|index| ids.campaign(*index));
        let campaign = campaigns.next();
        let mut campaigns_also: Vec<CampaignId> = Vec::new();
        for also in campaigns {
            if Some(&also) != campaign.as_ref() && !campaigns_also.contains(&also) {
                campaigns_also.push(also);
            }
        }
        let is_empty = key(&fact.label).is_empty();
        let noun = context.units.iter().find(|existing| is_empty && existing.id == *unit);
        let label = noun.map_or_else(|| fact.label.clone(), |unit| capitalise(&unit.vi));
        figures.push(Figure {
            id: id(index),
            label: Bilingual { vi: label, en: capitalise(en) },
            value: fact.value,
            value_to: fact.value_to,
            unit: unit.clone(),
            comparator: fact.comparator,
            word: fact.word.clone(),
            as_written: found.words.clone(),
            role: fact.role,
            act: fact.act.clone(),
            levels: fact.levels.clone(),
            campaign,
            campaigns_also,
            organisation: fact.organisation.and_then(|index| ids.organisation(index)),
            when,
            when_as_written,
            part_of: whole.map(|(index, _)| id(index)),
            measure: None,
            confirmed: Vec::new(),
            line: found.span.line,
        });
    }
    figures
}
