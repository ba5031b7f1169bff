//! Tables of a corpus. A value that an article does not state is an empty cell.

use std::borrow::Cow;
use std::ops::Deref;

use thidua_core::corpus::{Catalogue, FigureRef, MentionRef, PhaseRef, figures_of, phases_of};
use thidua_core::domain::{
    ActKind, Article, CampaignKind, Comparator, DigestParagraph, Dimension, GuessedField, Organisation,
    OrganisationKind, Person, Relation, Role, Sector,
};
use thidua_pages::route::Page;

use super::column::ColumnType::{self, Address, Foreign, Integer, Key, Level, Number, OneOf, Period, Text};
use super::column::{Table, column};
use crate::urls::SiteUrls;

/// Returns the tables of things that articles name; tables come before those that refer to them.
pub fn of_corpus(urls: SiteUrls<'_>) -> Vec<Table> {
    let catalogue = urls.catalogue;
    vec![
        sources(catalogue),
        units(catalogue),
        organisations(urls),
        campaigns(urls),
        campaign_names(catalogue),
    ]
}

/// Returns the tables of the facts of `all` articles.
pub fn of_articles(all: &[Article], urls: SiteUrls<'_>) -> Vec<Table> {
    vec![
        articles(all, urls),
        digests(all),
        people(all),
        mentions(all),
        phases(all),
        figures(all, urls),
        figure_levels(all),
        figure_campaigns(all),
    ]
}

/// Returns the slug of a sector; empty for `None`.
fn slug(sector: Option<Sector>) -> Cow<'static, str> {
    sector.map(Sector::slug).unwrap_or_default().into()
}

/// Returns the slugs of fields, parted by |.
fn slugs(fields: Vec<GuessedField>) -> Cow<'static, str> {
    fields.into_iter().map(GuessedField::slug).collect::<Vec<_>>().join(" | ").into()
}

/// Returns a text; empty for `None`.
fn words<T: Deref<Target = str>>(value: &Option<T>) -> Cow<'_, str> {
    value.as_deref().unwrap_or_default().into()
}

/// Returns a number or date as text; empty for `None`.
fn written(value: &Option<impl ToString>) -> Cow<'static, str> {
    value.as_ref().map(ToString::to_string).unwrap_or_default().into()
}

fn sources(catalogue: &Catalogue) -> Table {
    Table::of(
        "sources",
        "Newspapers.",
        &catalogue.corpus().sources,
        &[
            column("id", Key, "The newspaper's id.", |s| s.id.as_str().into()),
            column("name", Text, "Its name.", |s| s.name.as_str().into()),
            column("site", Text, "Its site's host name.", |s| words(&s.site)),
            column("attribution", Text, "The words with which it asks to be named.", |s| {
                s.attribution.vi.as_str().into()
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
            column("id", Key, "The unit's id.", |u| u.id.as_str().into()),
            column("name_vi", Text, "Its Vietnamese name.", |u| u.vi.as_str().into()),
            column("name_en", Text, "Its English name.", |u| u.en.as_str().into()),
            column("dimension", OneOf(&Dimension::SLUGS), "What kind of quantity it is.", |u| {
                u.dimension.slug().into()
            }),
        ],
    )
}

fn organisations(urls: SiteUrls<'_>) -> Table {
    let rows = urls.catalogue.organisations().iter().map(|o| (o, urls));
    Table::of::<(&Organisation, SiteUrls<'_>)>(
        "organisations",
        "Organisations named in articles.",
        rows,
        &[
            column("id", Key, "The organisation's id.", |(o, _)| o.id.as_str().into()),
            column("name", Text, "Its Vietnamese name.", |(o, _)| o.name.as_str().into()),
            column("name_en", Text, "Its English name.", |(o, _)| words(&o.name_en)),
            column("kind", OneOf(&OrganisationKind::SLUGS), "What it is.", |(o, _)| o.kind.slug().into()),
            column("locality", Text, "Where it is.", |(o, _)| words(&o.locality)),
            column("parent", Foreign("organisations"), "The organisation above it.", |(o, _)| {
                words(&o.parent)
            }),
            column("aliases", Text, "Other printed names, parted by |.", |(o, _)| {
                o.aliases.join(" | ").into()
            }),
            column("valid", Period, "When it existed under this name, EDTF.", |(o, _)| written(&o.valid)),
            column(
                "page",
                ColumnType::Page,
                "Its page; empty where the address of the site was not known.",
                |(o, urls)| urls.absolute(Page::Organisation(o.id.clone())).unwrap_or_default().into(),
            ),
        ],
    )
}

fn campaigns(urls: SiteUrls<'_>) -> Table {
    let rows = urls.catalogue.campaigns().iter().map(|c| (c, urls));
    Table::of(
        "campaigns",
        "Movements, programmes, drives, contests, rounds, titles and themes.",
        rows,
        &[
            column("id", Key, "The campaign's id.", |(c, _)| c.id.as_str().into()),
            column("name", Text, "Its Vietnamese name.", |(c, _)| c.name.as_str().into()),
            column("name_en", Text, "What the name says, in English.", |(c, _)| words(&c.name_en)),
            column("kind", OneOf(&CampaignKind::SLUGS), "What it is.", |(c, _)| c.kind.slug().into()),
            column("sector", OneOf(&Sector::SLUGS), "Among whom it is run.", |(c, _)| slug(c.sector)),
            column("launched_by", Foreign("organisations"), "Who launched it.", |(c, _)| {
                words(&c.launched_by)
            }),
            column("summary_vi", Text, "What it is, in a sentence of ours.", |(c, _)| {
                c.summary.vi.as_str().into()
            }),
            column("summary_en", Text, "The same in English.", |(c, _)| c.summary.en.as_str().into()),
            column(
                "page",
                ColumnType::Page,
                "Its page; empty where the address of the site was not known.",
                |(c, urls)| urls.absolute(Page::Campaign(c.id.clone())).unwrap_or_default().into(),
            ),
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
            column("campaign", Foreign("campaigns"), "The campaign.", |(c, _)| c.id.as_str().into()),
            column("name", Text, "The name.", |(_, name)| name.as_str().into()),
        ],
    )
}

fn articles(all: &[Article], urls: SiteUrls<'_>) -> Table {
    let rows = all.iter().map(|a| (a, urls));
    Table::of::<(&Article, SiteUrls<'_>)>(
        "articles",
        "Newspaper articles.",
        rows,
        &[
            column("id", Key, "The article's id.", |(a, _)| a.id.as_str().into()),
            column("headline", Text, "The headline as printed.", |(a, _)| a.headline.as_str().into()),
            column("headline_en", Text, "What it says, in English.", |(a, _)| words(&a.headline_en)),
            column("source", Foreign("sources"), "The newspaper, where the text names it.", |(a, _)| {
                words(&a.source)
            }),
            column("url", Address, "Where the article stands, where known.", |(a, _)| words(&a.url)),
            column("byline", Text, "The authors as printed, parted by |.", |(a, _)| {
                a.byline.join(" | ").into()
            }),
            column("published", Period, "When it was published, EDTF.", |(a, _)| written(&a.published)),
            column("covers", Period, "The period that it reports on, EDTF.", |(a, _)| written(&a.covers)),
            column("covers_as_written", Text, "The printed words of that period.", |(a, _)| {
                words(&a.covers_as_written)
            }),
            column("organisation", Foreign("organisations"), "Whom it reports on.", |(a, _)| {
                a.organisation.as_str().into()
            }),
            column(
                "guessed",
                Text,
                "`organisation` if whom it reports on is still a machine's guess; empty once a person has confirmed it.",
                |(a, _)| slugs(a.open_guesses()),
            ),
            column("text", Text, "The name of its source text.", |(a, _)| a.text.file_stem.as_str().into()),
            column("text_sha256", Text, "SHA-256 of that text.", |(a, _)| a.text.sha256.as_str().into()),
            column(
                "page",
                ColumnType::Page,
                "Its page; empty where the address of the site was not known.",
                |(a, urls)| urls.absolute(Page::Article(a.id.clone())).unwrap_or_default().into(),
            ),
        ],
    )
}

/// The columns for the article of a fact and for its line there.
macro_rules! placed {
    ($article:expr, $line:expr) => {
        [
            column("article", Foreign("articles"), "The article that prints it.", $article),
            column("line", Integer, "The line of the source text, from 1.", $line),
        ]
    };
}

fn digests(all: &[Article]) -> Table {
    let rows = all.iter().flat_map(|a| a.digest.iter().map(move |p| (a, p)));
    let [article, line] = placed!(|(a, _): &(&Article, &DigestParagraph)| a.id.as_str().into(), |(_, p)| p
        .line
        .to_string()
        .into());
    Table::of(
        "digests",
        "Our own digests, paragraph by paragraph.",
        rows,
        &[
            article,
            line,
            column("digest_vi", Text, "The digest of the paragraph.", |(_, p)| p.vi.as_str().into()),
            column("digest_en", Text, "The same in English.", |(_, p)| p.en.as_str().into()),
        ],
    )
}

fn people(all: &[Article]) -> Table {
    let rows = all.iter().flat_map(|a| a.people.iter().map(move |p| (a, p)));
    let [article, line] =
        placed!(|(a, _): &(&Article, &Person)| a.id.as_str().into(), |(_, p)| p.line.to_string().into());
    Table::of(
        "people",
        "People named in articles.",
        rows,
        &[
            article,
            line,
            column("name", Text, "The name, one field as Vietnamese names are.", |(_, p)| {
                p.name.as_str().into()
            }),
            column("role", Text, "The role as printed.", |(_, p)| words(&p.role)),
            column("role_en", Text, "The same in English.", |(_, p)| words(&p.role_en)),
            column("organisation", Foreign("organisations"), "Where they have it.", |(_, p)| {
                words(&p.organisation)
            }),
        ],
    )
}

fn mentions(all: &[Article]) -> Table {
    let rows = all.iter().flat_map(|a| a.mentions.iter().map(move |m| MentionRef { article: a, mention: m }));
    let [article, line] =
        placed!(|m: &MentionRef<'_>| m.article.id.as_str().into(), |m| m.mention.line.to_string().into());
    Table::of(
        "mentions",
        "Campaigns named in articles, and what was done with them.",
        rows,
        &[
            article,
            line,
            column("campaign", Foreign("campaigns"), "The campaign.", |m| m.mention.campaign.as_str().into()),
            column("as_written", Text, "Its name as printed.", |m| m.mention.as_written.as_str().into()),
            column("relation", OneOf(&Relation::SLUGS), "What was done with it.", |m| {
                m.mention.relation.slug().into()
            }),
            column("sector", OneOf(&Sector::SLUGS), "Among whom.", |m| slug(m.mention.sector)),
        ],
    )
}

fn phases(all: &[Article]) -> Table {
    let rows = all.iter().flat_map(phases_of);
    let [article, line] =
        placed!(|p: &PhaseRef<'_>| p.article.id.as_str().into(), |p| p.phase.line.to_string().into());
    Table::of(
        "phases",
        "Dated stretches of campaigns: rounds, peaks, launches.",
        rows,
        &[
            article,
            line,
            column("campaign", Foreign("campaigns"), "The campaign that is run.", |p| {
                p.phase.campaign.as_str().into()
            }),
            column("name", Text, "The printed name.", |p| p.phase.name.as_str().into()),
            column("when", Period, "Its dates, EDTF.", |p| written(&p.phase.when)),
            column("as_written", Text, "The printed words of the dates.", |p| words(&p.phase.as_written)),
            column("theme", Foreign("campaigns"), "Its theme.", |p| words(&p.phase.theme)),
        ],
    )
}

fn figures(all: &[Article], urls: SiteUrls<'_>) -> Table {
    let rows = all.iter().flat_map(figures_of).map(|f| (f, urls));
    let [article, line] =
        placed!(|(f, _): &(FigureRef<'_>, SiteUrls<'_>)| f.article.id.as_str().into(), |(f, _)| f
            .figure
            .line
            .to_string()
            .into());
    Table::of(
        "figures",
        "Quantities, one a row, each with its printed words.",
        rows,
        &[
            column("id", Key, "The figure's id.", |(f, _)| f.figure.id.as_str().into()),
            column("label_vi", Text, "What is counted.", |(f, _)| f.figure.label.vi.as_str().into()),
            column("label_en", Text, "The same in English.", |(f, _)| f.figure.label.en.as_str().into()),
            column(
                "comparator",
                OneOf(&Comparator::SLUGS),
                "How the number bounds the true one: only `eq` is exact.",
                |(f, _)| f.figure.comparator.slug().into(),
            ),
            column(
                "value",
                Number,
                "The printed number, in the unit's base; a bound or an approximation unless `comparator` is `eq`.",
                |(f, _)| f.figure.value.to_string().into(),
            ),
            column("value_to", Number, "The upper end of a range.", |(f, _)| written(&f.figure.value_to)),
            column("unit", Foreign("units"), "What is counted.", |(f, _)| f.figure.unit.as_str().into()),
            column("word", Text, "The printed bound word.", |(f, _)| words(&f.figure.word)),
            column("as_written", Text, "The printed words, bound word included.", |(f, _)| {
                f.figure.as_written.as_str().into()
            }),
            column("role", OneOf(&Role::SLUGS), "What it is in the life of a campaign.", |(f, _)| {
                f.figure.role.slug().into()
            }),
            column(
                "act",
                OneOf(&ActKind::SLUGS),
                "Kind of the printed verb of recognition; `proposed` and `registered` are not given.",
                |(f, _)| f.figure.act.as_ref().map_or("", |act| act.kind.slug()).into(),
            ),
            column("act_as_written", Text, "That verb as printed.", |(f, _)| {
                f.figure.act.as_ref().map_or("", |act| act.as_written.as_str()).into()
            }),
            column("campaign", Foreign("campaigns"), "The campaign that it belongs to.", |(f, _)| {
                words(&f.figure.campaign)
            }),
            column("organisation", Foreign("organisations"), "Whose figure it is.", |(f, _)| {
                f.organisation().as_str().into()
            }),
            column("when", Period, "The period that it speaks of, EDTF.", |(f, _)| written(&f.figure.when)),
            column("when_as_written", Text, "The printed words of that period.", |(f, _)| {
                words(&f.figure.when_as_written)
            }),
            column("part_of", Foreign("figures"), "The figure of which it is a share.", |(f, _)| {
                words(&f.figure.part_of)
            }),
            column("measure", Text, "Equal where figures measure the same.", |(f, _)| {
                words(&f.figure.measure)
            }),
            column(
                "confirmed",
                Text,
                "Guessed fields that a person has confirmed, parted by |.",
                |(f, _)| slugs(f.figure.confirmed_guesses(f.article)),
            ),
            column("guessed", Text, "Fields that are still a machine's guess, parted by |.", |(f, _)| {
                slugs(f.figure.open_guesses(f.article))
            }),
            article,
            line,
            column(
                "page",
                ColumnType::Page,
                "Its page; empty where the address of the site was not known.",
                |(f, urls)| urls.absolute(Page::Figure(f.figure.id.clone())).unwrap_or_default().into(),
            ),
        ],
    )
}

fn figure_levels(all: &[Article]) -> Table {
    let rows = all
        .iter()
        .flat_map(figures_of)
        .flat_map(|f| f.figure.levels.iter().map(move |level| (f.figure, level)));
    Table::of(
        "figure_levels",
        "Who recognised: levels in their legal order.",
        rows,
        &[
            column("figure", Foreign("figures"), "The figure.", |(f, _)| f.id.as_str().into()),
            column("level", Level, "The level.", |(_, level)| level.slug().into()),
        ],
    )
}

fn figure_campaigns(all: &[Article]) -> Table {
    let rows =
        all.iter().flat_map(figures_of).flat_map(|f| f.campaigns().map(move |campaign| (f.figure, campaign)));
    Table::of(
        "figure_campaigns",
        "Every campaign that a figure counts, the main one first.",
        rows,
        &[
            column("figure", Foreign("figures"), "The figure.", |(f, _)| f.id.as_str().into()),
            column("campaign", Foreign("campaigns"), "The campaign.", |(_, campaign)| {
                campaign.as_str().into()
            }),
        ],
    )
}
