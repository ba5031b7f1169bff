//! The tables of a corpus. What an article does not state is an empty cell.

use super::column::Kind::{self, Address, Foreign, Integer, Key, Level, Number, OneOf, Period, Text};
use super::column::{Table, column};
use crate::corpus::{Catalogue, FigureRef, MentionRef, PhaseRef};
use crate::domain::{Article, DigestParagraph, Organisation, Person};
use crate::route::Page;
use crate::site::place::Place;

const KINDS: &[&str] = &["movement", "programme", "drive", "contest", "round", "title", "theme"];
const SECTORS: &[&str] = &["enterprise", "public", "education", "women", "union"];
const ROLES: &[&str] = &["target", "result", "participation", "input", "plan"];
const COMPARATORS: &[&str] = &["eq", "gt", "ge", "lt", "le", "approx", "approx_below", "range"];
const RELATIONS: &[&str] = &["launched", "responded", "carried_out", "awarded", "theme", "named"];
const ORGANISATIONS: &[&str] = &["federation", "union", "government", "council", "party", "fund", "other"];
const DIMENSIONS: &[&str] = &["count", "money", "percent"];

/// Every table, those that others point to first.
pub fn tables(place: Place<'_>) -> Vec<Table> {
    let catalogue = place.catalogue;
    vec![
        sources(catalogue),
        units(catalogue),
        organisations(place),
        campaigns(place),
        campaign_names(catalogue),
        articles(place),
        digests(catalogue),
        people(catalogue),
        mentions(catalogue),
        phases(catalogue),
        figures(place),
        figure_levels(catalogue),
        figure_campaigns(catalogue),
    ]
}

/// A value of a field as the wire format writes it: a slug, or nothing.
fn word(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

fn or_empty(value: &Option<impl ToString>) -> String {
    value.as_ref().map(ToString::to_string).unwrap_or_default()
}

fn sources(catalogue: &Catalogue) -> Table {
    Table::of(
        "sources",
        "Newspapers.",
        &catalogue.corpus().sources,
        &[
            column("id", Key, "The newspaper's id.", |s| s.id.to_string()),
            column("name", Text, "Its name.", |s| s.name.clone()),
            column("site", Text, "Its site's host name.", |s| or_empty(&s.site)),
            column("attribution", Text, "The words with which it asks to be named.", |s| {
                s.attribution.vi.clone()
            }),
        ],
    )
}

fn units(catalogue: &Catalogue) -> Table {
    Table::of(
        "units",
        "Units of counting.",
        &catalogue.corpus().units,
        &[
            column("id", Key, "The unit's id.", |u| u.id.to_string()),
            column("name_vi", Text, "Its Vietnamese name.", |u| u.vi.clone()),
            column("name_en", Text, "Its English name.", |u| u.en.clone()),
            column("dimension", OneOf(DIMENSIONS), "What kind of quantity it is.", |u| word(&u.dimension)),
        ],
    )
}

fn organisations(place: Place<'_>) -> Table {
    let rows = place.catalogue.organisations().iter().map(|o| (o, place));
    Table::of::<(&Organisation, Place<'_>)>(
        "organisations",
        "Organisations named in articles.",
        rows,
        &[
            column("id", Key, "The organisation's id.", |(o, _)| o.id.to_string()),
            column("name", Text, "Its Vietnamese name.", |(o, _)| o.name.clone()),
            column("name_en", Text, "Its English name.", |(o, _)| or_empty(&o.name_en)),
            column("kind", OneOf(ORGANISATIONS), "What it is.", |(o, _)| word(&o.kind)),
            column("locality", Text, "Where it is.", |(o, _)| or_empty(&o.locality)),
            column("parent", Foreign("organisations"), "The organisation above it.", |(o, _)| {
                or_empty(&o.parent)
            }),
            column("aliases", Text, "Other printed names, parted by |.", |(o, _)| o.aliases.join(" | ")),
            column("valid", Period, "When it existed under this name, EDTF.", |(o, _)| or_empty(&o.valid)),
            column("page", Kind::Page, "Its page.", |(o, place)| {
                place.name(Page::Organisation(o.id.clone()))
            }),
        ],
    )
}

fn campaigns(place: Place<'_>) -> Table {
    let rows = place.catalogue.campaigns().iter().map(|c| (c, place));
    Table::of(
        "campaigns",
        "Movements, programmes, drives, contests, rounds, titles and themes.",
        rows,
        &[
            column("id", Key, "The campaign's id.", |(c, _)| c.id.to_string()),
            column("name", Text, "Its Vietnamese name.", |(c, _)| c.name.clone()),
            column("name_en", Text, "What the name says, in English.", |(c, _)| or_empty(&c.name_en)),
            column("kind", OneOf(KINDS), "What it is.", |(c, _)| word(&c.kind)),
            column("sector", OneOf(SECTORS), "Among whom it is run.", |(c, _)| word(&c.sector)),
            column("launched_by", Foreign("organisations"), "Who launched it.", |(c, _)| {
                or_empty(&c.launched_by)
            }),
            column("summary_vi", Text, "What it is, in a sentence of ours.", |(c, _)| c.summary.vi.clone()),
            column("summary_en", Text, "The same in English.", |(c, _)| c.summary.en.clone()),
            column("page", Kind::Page, "Its page.", |(c, place)| place.name(Page::Campaign(c.id.clone()))),
        ],
    )
}

fn campaign_names(catalogue: &Catalogue) -> Table {
    let rows = catalogue.campaigns().iter().flat_map(|c| c.aliases.iter().map(move |name| (c, name)));
    Table::of(
        "campaign_names",
        "Other printed names of campaigns, misprints included.",
        rows,
        &[
            column("campaign", Foreign("campaigns"), "The campaign.", |(c, _)| c.id.to_string()),
            column("name", Text, "The name.", |(_, name)| (*name).clone()),
        ],
    )
}

fn articles(place: Place<'_>) -> Table {
    let rows = place.catalogue.articles().iter().map(|a| (a, place));
    Table::of::<(&Article, Place<'_>)>(
        "articles",
        "Newspaper articles.",
        rows,
        &[
            column("id", Key, "The article's id.", |(a, _)| a.id.to_string()),
            column("headline", Text, "The headline as printed.", |(a, _)| a.headline.clone()),
            column("headline_en", Text, "What it says, in English.", |(a, _)| or_empty(&a.headline_en)),
            column("source", Foreign("sources"), "The newspaper, where the text names it.", |(a, _)| {
                or_empty(&a.source)
            }),
            column("url", Address, "Where the article stands, where known.", |(a, _)| or_empty(&a.url)),
            column("byline", Text, "The authors as printed, parted by |.", |(a, _)| a.byline.join(" | ")),
            column("published", Period, "When it was published, EDTF.", |(a, _)| or_empty(&a.published)),
            column("covers", Period, "The period that it reports on, EDTF.", |(a, _)| or_empty(&a.covers)),
            column("covers_as_written", Text, "The printed words of that period.", |(a, _)| {
                or_empty(&a.covers_as_written)
            }),
            column("organisation", Foreign("organisations"), "Whom it reports on.", |(a, _)| {
                a.organisation.to_string()
            }),
            column("text", Text, "The name of its source text.", |(a, _)| a.text.file_stem.clone()),
            column("text_sha256", Text, "SHA-256 of that text.", |(a, _)| a.text.sha256.clone()),
            column("page", Kind::Page, "Its page.", |(a, place)| place.name(Page::Article(a.id.clone()))),
        ],
    )
}

/// The column of the article that a fact stands in, and of its line there.
macro_rules! placed {
    ($article:expr, $line:expr) => {
        [
            column("article", Foreign("articles"), "The article that prints it.", $article),
            column("line", Integer, "The line of the source text, from 1.", $line),
        ]
    };
}

fn digests(catalogue: &Catalogue) -> Table {
    let rows = catalogue.articles().iter().flat_map(|a| a.digest.iter().map(move |p| (a, p)));
    let [article, line] =
        placed!(|(a, _): &(&Article, &DigestParagraph)| a.id.to_string(), |(_, p)| p.line.to_string());
    Table::of(
        "digests",
        "Our own digests, paragraph by paragraph.",
        rows,
        &[
            article,
            line,
            column("digest_vi", Text, "The digest of the paragraph.", |(_, p)| p.vi.clone()),
            column("digest_en", Text, "The same in English.", |(_, p)| p.en.clone()),
        ],
    )
}

fn people(catalogue: &Catalogue) -> Table {
    let rows = catalogue.articles().iter().flat_map(|a| a.people.iter().map(move |p| (a, p)));
    let [article, line] =
        placed!(|(a, _): &(&Article, &Person)| a.id.to_string(), |(_, p)| p.line.to_string());
    Table::of(
        "people",
        "People named in articles.",
        rows,
        &[
            article,
            line,
            column("name", Text, "The name, one field as Vietnamese names are.", |(_, p)| p.name.clone()),
            column("role", Text, "The role as printed.", |(_, p)| or_empty(&p.role)),
            column("role_en", Text, "The same in English.", |(_, p)| or_empty(&p.role_en)),
            column("organisation", Foreign("organisations"), "Where they have it.", |(_, p)| {
                or_empty(&p.organisation)
            }),
        ],
    )
}

fn mentions(catalogue: &Catalogue) -> Table {
    let [article, line] =
        placed!(|m: &MentionRef<'_>| m.article.id.to_string(), |m| m.mention.line.to_string());
    Table::of(
        "mentions",
        "Campaigns named in articles, and what was done with them.",
        catalogue.mentions(),
        &[
            article,
            line,
            column("campaign", Foreign("campaigns"), "The campaign.", |m| m.mention.campaign.to_string()),
            column("as_written", Text, "Its name as printed.", |m| m.mention.as_written.clone()),
            column("relation", OneOf(RELATIONS), "What was done with it.", |m| word(&m.mention.relation)),
            column("sector", OneOf(SECTORS), "Among whom.", |m| word(&m.mention.sector)),
        ],
    )
}

fn phases(catalogue: &Catalogue) -> Table {
    let [article, line] = placed!(|p: &PhaseRef<'_>| p.article.id.to_string(), |p| p.phase.line.to_string());
    Table::of(
        "phases",
        "Dated stretches of campaigns: rounds, peaks, launches.",
        catalogue.phases(),
        &[
            article,
            line,
            column("campaign", Foreign("campaigns"), "The campaign that is run.", |p| {
                p.phase.campaign.to_string()
            }),
            column("name", Text, "The printed name.", |p| p.phase.name.clone()),
            column("when", Period, "Its dates, EDTF.", |p| or_empty(&p.phase.when)),
            column("as_written", Text, "The printed words of the dates.", |p| or_empty(&p.phase.as_written)),
            column("theme", Foreign("campaigns"), "Its theme.", |p| or_empty(&p.phase.theme)),
        ],
    )
}

fn figures(place: Place<'_>) -> Table {
    let rows = place.catalogue.figures().map(|f| (f, place));
    let [article, line] =
        placed!(|(f, _): &(FigureRef<'_>, Place<'_>)| f.article.id.to_string(), |(f, _)| f
            .figure
            .line
            .to_string());
    Table::of(
        "figures",
        "Quantities, one a row, each with its printed words.",
        rows,
        &[
            column("id", Key, "The figure's id.", |(f, _)| f.figure.id.to_string()),
            column("as_written", Text, "The printed words.", |(f, _)| f.figure.as_written.clone()),
            column("label_vi", Text, "What is counted.", |(f, _)| f.figure.label.vi.clone()),
            column("label_en", Text, "The same in English.", |(f, _)| f.figure.label.en.clone()),
            column("value", Number, "The number, in the unit's base.", |(f, _)| f.figure.value.to_string()),
            column("value_to", Number, "The upper end of a range.", |(f, _)| or_empty(&f.figure.value_to)),
            column("unit", Foreign("units"), "What is counted.", |(f, _)| f.figure.unit.to_string()),
            column("comparator", OneOf(COMPARATORS), "How the number bounds the true one.", |(f, _)| {
                word(&f.figure.comparator)
            }),
            column("word", Text, "The printed bound word.", |(f, _)| or_empty(&f.figure.word)),
            column("role", OneOf(ROLES), "What it is in the life of a campaign.", |(f, _)| {
                word(&f.figure.role)
            }),
            column("campaign", Foreign("campaigns"), "The campaign that it belongs to.", |(f, _)| {
                or_empty(&f.figure.campaign)
            }),
            column("organisation", Foreign("organisations"), "Whose figure it is.", |(f, _)| {
                f.organisation().to_string()
            }),
            column("when", Period, "The period that it speaks of, EDTF.", |(f, _)| or_empty(&f.figure.when)),
            column("when_as_written", Text, "The printed words of that period.", |(f, _)| {
                or_empty(&f.figure.when_as_written)
            }),
            column("part_of", Foreign("figures"), "The figure of which it is a share.", |(f, _)| {
                or_empty(&f.figure.part_of)
            }),
            column("measure", Text, "Equal where figures measure the same.", |(f, _)| {
                or_empty(&f.figure.measure)
            }),
            article,
            line,
            column("page", Kind::Page, "Its page.", |(f, place)| {
                place.name(Page::Figure(f.figure.id.clone()))
            }),
        ],
    )
}

fn figure_levels(catalogue: &Catalogue) -> Table {
    let rows = catalogue.figures().flat_map(|f| f.figure.levels.iter().map(move |level| (f.figure, level)));
    Table::of(
        "figure_levels",
        "Who recognised: levels in their legal order.",
        rows,
        &[
            column("figure", Foreign("figures"), "The figure.", |(f, _)| f.id.to_string()),
            column("level", Level, "The level.", |(_, level)| level.slug().to_owned()),
        ],
    )
}

fn figure_campaigns(catalogue: &Catalogue) -> Table {
    let rows = catalogue.figures().flat_map(|f| f.campaigns().map(move |campaign| (f.figure, campaign)));
    Table::of(
        "figure_campaigns",
        "Every campaign that a figure counts, the main one first.",
        rows,
        &[
            column("figure", Foreign("figures"), "The figure.", |(f, _)| f.id.to_string()),
            column("campaign", Foreign("campaigns"), "The campaign.", |(_, campaign)| campaign.to_string()),
        ],
    )
}
