//! Changes of facts by the fields of a form. Verification then decides whether a fact is in the text.

use std::collections::BTreeMap;
use std::str::FromStr;

use serde::de::DeserializeOwned;

use thidua_core::domain::{
    Act, ActKind, CampaignId, CampaignKind, Decimal, Edtf, Lang, Level, OrganisationId, UnitId,
};
use thidua_core::text::act::{act_kind, acts};
use thidua_core::text::{fold_space, nfc, parse_number};
use thidua_extract::{
    DraftCampaign, DraftFact, DraftFigure, DraftPeriod, ManualSelection, TextSpan, find_span,
    parse_printed_period,
};

use super::corpus_context::CorpusContext;
use super::document::ReviewState;
use super::error::EditError;
use super::fact_id::FactId;

/// Fields of a form by name. A missing field leaves its value unchanged.
pub type Fields = BTreeMap<String, String>;

/// Reader of the fields of a form.
struct Form<'a>(&'a Fields);

impl Form<'_> {
    /// Returns the text of a field with folded white space. `None` if the field is missing.
    fn text(&self, name: &str) -> Option<String> {
        self.0.get(name).map(|text| fold_space(&nfc(text)).into_owned())
    }

    /// Returns a text that must not be empty.
    fn words(&self, name: &'static str) -> Result<Option<String>, EditError> {
        match self.text(name) {
            Some(text) if text.is_empty() => Err(EditError::InvalidField(name, text)),
            text => Ok(text),
        }
    }

    /// Returns an optional value: `None` for a missing field, `Some(None)` for an empty one.
    fn value<T: FromStr>(&self, name: &'static str) -> Result<Option<Option<T>>, EditError> {
        let Some(text) = self.text(name) else { return Ok(None) };
        if text.is_empty() {
            return Ok(Some(None));
        }
        text.parse().map(|value| Some(Some(value))).map_err(|_| EditError::InvalidField(name, text))
    }

    /// Returns an optional number in Vietnamese notation or in that of the wire format.
    fn number(&self, name: &'static str) -> Result<Option<Option<Decimal>>, EditError> {
        let Some(text) = self.text(name) else { return Ok(None) };
        if text.is_empty() {
            return Ok(Some(None));
        }
        let number = parse_number(&text, Lang::Vi).ok_or(()).or_else(|()| text.parse::<Decimal>());
        number.map(|number| Some(Some(number))).map_err(|_| EditError::InvalidField(name, text))
    }

    /// Returns an optional slug of the wire format.
    fn term<T: DeserializeOwned>(&self, name: &'static str) -> Result<Option<Option<T>>, EditError> {
        let Some(text) = self.text(name) else { return Ok(None) };
        if text.is_empty() {
            return Ok(Some(None));
        }
        let value = serde_json::from_value(serde_json::Value::String(text.clone()));
        value.map(|value| Some(Some(value))).map_err(|_| EditError::InvalidField(name, text))
    }

    /// Returns an optional index into a list of `count` items.
    fn index(&self, name: &'static str, count: usize) -> Result<Option<Option<usize>>, EditError> {
        match self.value::<usize>(name)? {
            Some(Some(index)) if index >= count => Err(EditError::InvalidField(name, index.to_string())),
            index => Ok(index),
        }
    }

    /// Returns an optional period from its printed words, with the date of another field if that is given.
    fn period(
        &self,
        words: &'static str,
        date: &'static str,
    ) -> Result<Option<Option<DraftPeriod>>, EditError> {
        let Some(as_written) = self.text(words) else { return Ok(None) };
        if as_written.is_empty() {
            return Ok(Some(None));
        }
        let when = match self.text(date) {
            Some(text) if !text.is_empty() => {
                Some(text.parse::<Edtf>().map_err(|_| EditError::InvalidField(date, text))?)
            }
            _ => parse_printed_period(&as_written),
        };
        Ok(Some(Some(DraftPeriod { when, as_written })))
    }
}

/// Changes a fact by the fields of its form.
///
/// # Errors
/// [`EditError::NotFound`] or [`EditError::InvalidField`].
pub fn edit(
    review: &mut ReviewState,
    text: &str,
    context: &CorpusContext,
    fact_id: FactId,
    fields: &Fields,
) -> Result<(), EditError> {
    let form = Form(fields);
    let none = || EditError::NotFound(fact_id.to_string());
    let draft = &mut review.draft;
    let (campaigns, organisations, figures) =
        (draft.campaigns.len(), draft.organisations.len(), draft.figures.len());
    match fact_id {
        FactId::Headline => set_words(draft.headline.as_mut().ok_or_else(none)?, text, &form)?,
        FactId::Kicker => set_words(draft.kicker.as_mut().ok_or_else(none)?, text, &form)?,
        FactId::Byline(i) => set_words(draft.byline.get_mut(i).ok_or_else(none)?, text, &form)?,
        FactId::Published => period_fact(draft.published.as_mut().ok_or_else(none)?, text, &form)?,
        FactId::Covers => period_fact(draft.covers.as_mut().ok_or_else(none)?, text, &form)?,
        FactId::Source => {
            let found = draft.source.as_mut().ok_or_else(none)?;
            if let Some(name) = form.words("name")? {
                found.fact.name = name;
            }
        }
        FactId::Organisation => {
            if let Some(Some(index)) = form.index("organisation", organisations)? {
                draft.organisation = Some(index);
            } else {
                organisation(review, context, &form)?;
            }
        }
        FactId::Figure(i) => {
            let found = draft.figures.get_mut(i).ok_or_else(none)?;
            figure(found, text, context, &form)?;
            let fact = &mut found.fact;
            // The form shows the first campaign only.
            if let Some(campaign) = form.index("campaign", campaigns)?
                && fact.campaigns.first() != campaign.as_ref()
            {
                fact.campaigns = campaign.into_iter().collect();
                fact.campaign_evidence = None;
            }
            if let Some(organisation) = form.index("organisation", organisations)? {
                fact.organisation = organisation;
            }
            if let Some(whole) = form.index("part_of", figures)? {
                fact.part_of = whole.filter(|whole| *whole != i);
            }
            if let (Some(unit), Some(noun)) = (&fact.unit, form.text("noun"))
                && !noun.is_empty()
            {
                review.unit_nouns.push((unit.to_string(), thidua_core::text::lowercase(&noun)));
            }
        }
        FactId::Mention(i) => {
            let found = draft.mentions.get_mut(i).ok_or_else(none)?;
            set_words(found, text, &form)?;
            if let Some(Some(campaign)) = form.index("campaign", campaigns)? {
                found.fact.campaign = campaign;
            }
            if let Some(Some(relation)) = form.term("relation")? {
                found.fact.relation = relation;
            }
            if let Some(sector) = form.term("sector")? {
                found.fact.sector = sector;
            }
        }
        FactId::Phase(i) => {
            let found = draft.phases.get_mut(i).ok_or_else(none)?;
            set_words(found, text, &form)?;
            if let Some(period) = form.period("when_as_written", "when")? {
                found.fact.period = period;
            }
            if let Some(Some(campaign)) = form.index("campaign", campaigns)? {
                found.fact.campaign = campaign;
            }
            if let Some(theme) = form.index("theme", campaigns)? {
                found.fact.theme = theme;
            }
        }
        FactId::Person(i) => {
            let found = draft.people.get_mut(i).ok_or_else(none)?;
            set_words(found, text, &form)?;
            found.fact.name.clone_from(&found.words);
            if let Some(role) = form.text("role") {
                found.fact.role = (!role.is_empty()).then_some(role);
            }
            if let Some(organisation) = form.index("organisation", organisations)? {
                found.fact.organisation = organisation;
            }
        }
    }
    Ok(())
}

/// Sets words and line of a fact. Words that are not on the line are kept, and verification reports them; the span then
/// stays.
fn set_words<T>(found: &mut DraftFact<T>, text: &str, form: &Form<'_>) -> Result<(), EditError> {
    let words = form.words("words")?.unwrap_or_else(|| found.words.clone());
    let line = form.value::<u32>("line")?.flatten().unwrap_or(found.span.line);
    if words == found.words && line == found.span.line {
        return Ok(());
    }
    if let Some(place) = find_span(text, line, &words) {
        found.span = place;
    } else if line != found.span.line {
        return Err(EditError::InvalidField("line", line.to_string()));
    }
    found.words = words;
    Ok(())
}

fn period_fact(found: &mut DraftFact<DraftPeriod>, text: &str, form: &Form<'_>) -> Result<(), EditError> {
    set_words(found, text, form)?;
    if let Some(Some(period)) = form.period("words", "when")? {
        found.fact = period;
    }
    Ok(())
}

/// Changes a figure. If its words change, everything that the form left unchanged is read from them again.
fn figure(
    found: &mut DraftFact<DraftFigure>,
    text: &str,
    context: &CorpusContext,
    form: &Form<'_>,
) -> Result<(), EditError> {
    let (words, place) = (found.words.clone(), found.span);
    let before = found.fact.clone();
    set_words(found, text, form)?;
    let fact = &mut found.fact;
    if let Some(Some(value)) = form.number("value")? {
        fact.value = value;
    }
    if let Some(value_to) = form.number("value_to")? {
        fact.value_to = value_to;
    }
    if let Some(Some(comparator)) = form.term("comparator")? {
        fact.comparator = comparator;
    }
    if let Some(unit) = form.value::<String>("unit")? {
        fact.unit = unit.map(UnitId::new);
    }
    if (&words, place) != (&found.words, found.span)
        && let Some(read) = ManualSelection::new(text, found.span, context.extraction())
            .and_then(|chosen| chosen.figure().ok())
    {
        let fact = &mut found.fact;
        let read: DraftFigure = read.fact;
        if fact.value == before.value {
            fact.value = read.value;
        }
        if fact.value_to == before.value_to {
            fact.value_to = read.value_to;
        }
        if fact.comparator == before.comparator {
            fact.comparator = read.comparator;
        }
        if fact.unit == before.unit {
            fact.unit = read.unit;
        }
        fact.word = read.word;
        fact.act = read.act;
        fact.levels = read.levels;
    }
    let fact = &mut found.fact;
    if let Some(Some(role)) = form.term("role")? {
        fact.role = role;
    }
    if let Some(act) = act(fact.act.as_ref(), text, found.span, form)? {
        fact.act = act;
    }
    if let Some(label) = form.text("label") {
        fact.label = label;
    }
    if form.text("levels").is_some() {
        let is_ticked = |level: &&Level| form.text(&format!("level-{}", level.slug())).is_some();
        fact.levels = Level::ALL.iter().filter(is_ticked).copied().collect();
    }
    if let Some(period) = form.period("when_as_written", "when")? {
        fact.period = period;
    }
    if form.text("apart").is_some_and(|apart| !apart.is_empty()) {
        fact.repeats = None;
    }
    Ok(())
}

/// Returns the act that a form states, `None` if it leaves the act as it is. New words decide the kind, and a new kind
/// finds its words on the line; verification decides whether both fit the print.
fn act(
    before: Option<&Act>,
    text: &str,
    span: TextSpan,
    form: &Form<'_>,
) -> Result<Option<Option<Act>>, EditError> {
    let Some(kind) = form.term::<ActKind>("act")? else { return Ok(None) };
    let words = form.text("act_as_written").unwrap_or_default();
    let (old_kind, old_words) =
        (before.map(|act| act.kind), before.map_or("", |act| act.as_written.as_str()));
    if (kind, words.as_str()) == (old_kind, old_words) {
        return Ok(None);
    }
    if words != old_words {
        if words.is_empty() {
            return Ok(Some(None));
        }
        let Some(kind) = act_kind(&words).or(kind) else { return Err(EditError::InvalidField("act", words)) };
        return Ok(Some(Some(Act { kind, as_written: words })));
    }
    let Some(kind) = kind else { return Ok(Some(None)) };
    if act_kind(&words) == Some(kind) {
        return Ok(Some(Some(Act { kind, as_written: words })));
    }
    let line = text.split('\n').nth(usize::try_from(span.line).unwrap_or(usize::MAX).saturating_sub(1));
    let line = fold_space(&nfc(line.unwrap_or_default())).into_owned();
    let printed = acts(&line).into_iter().find(|printed| printed.kind == kind);
    let words = printed.and_then(|printed| line.get(printed.range)).unwrap_or_default().to_owned();
    if words.is_empty() {
        return Err(EditError::InvalidField("act", kind.slug().to_owned()));
    }
    Ok(Some(Some(Act { kind, as_written: words })))
}

/// Changes name, kind and corpus id of the organisation of the article.
fn organisation(review: &mut ReviewState, context: &CorpusContext, form: &Form<'_>) -> Result<(), EditError> {
    let main = review.draft.organisation.and_then(|i| review.draft.organisations.get_mut(i));
    let fact = &mut main.ok_or(EditError::NoOrganisation)?.fact;
    if let Some(name) = form.words("name")? {
        fact.name = name;
    }
    if let Some(Some(kind)) = form.term("kind")? {
        fact.kind = kind;
    }
    if let Some(known) = form.text("known") {
        let all = &context.corpus().organisations;
        let one = all.iter().find(|o| *o.id == *known || o.name == known);
        fact.existing = match (known.is_empty(), one) {
            (true, _) => None,
            (false, Some(one)) => Some(OrganisationId::clone(&one.id)),
            (false, None) => return Err(EditError::InvalidField("known", known)),
        };
    }
    Ok(())
}

/// Changes name and kind of a campaign.
///
/// # Errors
/// [`EditError::NotFound`] or [`EditError::InvalidField`].
pub fn edit_campaign(review: &mut ReviewState, index: usize, fields: &Fields) -> Result<(), EditError> {
    let form = Form(fields);
    let campaign = campaign(review, index)?;
    if let Some(name) = form.words("name")?.filter(|name| *name != campaign.name) {
        let printed = std::mem::replace(&mut campaign.name, name);
        if !campaign.aliases.contains(&printed) {
            campaign.aliases.push(printed);
        }
        campaign.aliases.retain(|alias| *alias != campaign.name);
    }
    if let Some(Some(kind)) = form.term::<CampaignKind>("kind")? {
        campaign.kind = kind;
    }
    Ok(())
}

/// Links a campaign of the draft to one of the corpus, by id or name; `None` keeps it apart from all.
///
/// # Errors
/// [`EditError::NotFound`].
pub fn link_campaign(
    review: &mut ReviewState,
    context: &CorpusContext,
    index: usize,
    with: Option<&str>,
) -> Result<(), EditError> {
    let Some(wanted) = with else {
        let campaign = campaign(review, index)?;
        campaign.existing = None;
        campaign.join = None;
        review.kept_apart.insert(index);
        return Ok(());
    };
    review.kept_apart.remove(&index);
    let campaign = campaign(review, index)?;
    let wanted = fold_space(&nfc(wanted)).into_owned();
    let all = &context.corpus().campaigns;
    let known = all.iter().find(|c| *c.id == *wanted).or_else(|| all.iter().find(|c| c.name == wanted));
    let known = known.ok_or_else(|| EditError::NotFound(wanted.clone()))?;
    campaign.existing = Some(CampaignId::clone(&known.id));
    campaign.join = None;
    campaign.kind = known.kind;
    Ok(())
}

fn campaign(review: &mut ReviewState, index: usize) -> Result<&mut DraftCampaign, EditError> {
    review.draft.campaigns.get_mut(index).ok_or_else(|| EditError::NotFound(format!("campaign {index}")))
}

/// Includes the line of a span in the article.
pub fn include_line(review: &mut ReviewState, place: TextSpan) {
    let line = place.line;
    let draft = &mut review.draft;
    match &mut draft.lines {
        None => draft.lines = Some([line, line]),
        Some([first, last]) => {
            // Lines between the article and the new line stay excluded.
            let between: Vec<u32> = if line < *first {
                (line + 1..*first).collect()
            } else {
                (last.saturating_add(1)..line).collect()
            };
            (*first, *last) = ((*first).min(line), (*last).max(line));
            draft.excluded.extend(between);
            draft.excluded.retain(|excluded| *excluded != line);
            draft.excluded.sort_unstable();
            draft.excluded.dedup();
        }
    }
}

/// Excludes a line from the article.
pub fn exclude_line(review: &mut ReviewState, line: u32) {
    let draft = &mut review.draft;
    let Some([first, last]) = draft.lines else { return };
    if !(first..=last).contains(&line) {
        return;
    }
    draft.excluded.push(line);
    draft.excluded.sort_unstable();
    draft.excluded.dedup();
    let is_out = |line: u32| draft.excluded.contains(&line);
    let start = (first..=last).find(|line| !is_out(*line));
    let end = (first..=last).rev().find(|line| !is_out(*line));
    draft.lines = start.zip(end).map(|(start, end)| [start, end]);
    match draft.lines {
        Some([start, end]) => draft.excluded.retain(|line| (start..=end).contains(line)),
        None => draft.excluded.clear(),
    }
}
