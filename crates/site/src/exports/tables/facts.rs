//! Tables of a corpus. A value that an article does not state is an empty cell.

use std::borrow::Cow;
use std::ops::Deref;

use thidua_core::corpus::{Catalogue, FigureRef, MentionRef, PhaseRef, figures_of, phases_of};
use thidua_core::domain::{
    ActKind, Article, CampaignKind, Comparator, DigestParagraph, Dimension, GuessedField, OrganisationKind,
    Person, Relation, Role, Sector, Source, Unit,
};
use thidua_i18n::data_dictionary as says;
use thidua_pages::route::Page;

use super::column::ColumnType::{self, Address, Foreign, Integer, Key, Level, Number, OneOf, Period, Text};
use super::column::{Table, column};
use crate::urls::SiteUrls;

/// Returns all tables; tables come before those that refer to them.
pub fn all_tables(urls: SiteUrls<'_>) -> Vec<Table<'_>> {
    let mut tables = of_corpus(urls);
    tables.extend(of_articles(urls.catalogue.articles(), urls));
    tables
}

/// Returns the tables of things that articles name; tables come before those that refer to them.
fn of_corpus(urls: SiteUrls<'_>) -> Vec<Table<'_>> {
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
fn of_articles<'a>(all: &'a [Article], urls: SiteUrls<'a>) -> Vec<Table<'a>> {
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

fn sources(catalogue: &Catalogue) -> Table<'_> {
    Table::of(
        "sources",
        says::SOURCES,
        || &catalogue.corpus().sources,
        vec![
            column("id", Key, says::SOURCES_ID, |s: &&Source| s.id.as_str().into()),
            column("name", Text, says::SOURCES_NAME, |s| s.name.as_str().into()),
            column("site", Text, says::SOURCES_SITE, |s| words(&s.site)),
            column("attribution", Text, says::SOURCES_ATTRIBUTION, |s| s.attribution.vi.as_str().into()),
        ],
    )
}

fn units(catalogue: &Catalogue) -> Table<'_> {
    Table::of(
        "units",
        says::UNITS,
        || &catalogue.corpus().units,
        vec![
            column("id", Key, says::UNITS_ID, |u: &&Unit| u.id.as_str().into()),
            column("name_vi", Text, says::UNITS_NAME_VI, |u| u.vi.as_str().into()),
            column("name_en", Text, says::UNITS_NAME_EN, |u| u.en.as_str().into()),
            column("dimension", OneOf(&Dimension::SLUGS), says::UNITS_DIMENSION, |u| {
                u.dimension.slug().into()
            }),
        ],
    )
}

fn organisations(urls: SiteUrls<'_>) -> Table<'_> {
    let rows = move || urls.catalogue.organisations().iter().map(move |o| (o, urls));
    Table::of(
        "organisations",
        says::ORGANISATIONS,
        rows,
        vec![
            column("id", Key, says::ORGANISATIONS_ID, |(o, _)| o.id.as_str().into()),
            column("name", Text, says::ORGANISATIONS_NAME, |(o, _)| o.name.as_str().into()),
            column("name_en", Text, says::ORGANISATIONS_NAME_EN, |(o, _)| words(&o.name_en)),
            column("kind", OneOf(&OrganisationKind::SLUGS), says::ORGANISATIONS_KIND, |(o, _)| {
                o.kind.slug().into()
            }),
            column("locality", Text, says::ORGANISATIONS_LOCALITY, |(o, _)| words(&o.locality)),
            column("parent", Foreign("organisations"), says::ORGANISATIONS_PARENT, |(o, _)| words(&o.parent)),
            column("aliases", Text, says::ORGANISATIONS_ALIASES, |(o, _)| o.aliases.join(" | ").into()),
            column("valid", Period, says::ORGANISATIONS_VALID, |(o, _)| written(&o.valid)),
            column("page", ColumnType::Page, says::ORGANISATIONS_PAGE, |(o, urls)| {
                urls.absolute(Page::Organisation(o.id.clone())).unwrap_or_default().into()
            }),
        ],
    )
}

fn campaigns(urls: SiteUrls<'_>) -> Table<'_> {
    let rows = move || urls.catalogue.campaigns().iter().map(move |c| (c, urls));
    Table::of(
        "campaigns",
        says::CAMPAIGNS,
        rows,
        vec![
            column("id", Key, says::CAMPAIGNS_ID, |(c, _)| c.id.as_str().into()),
            column("name", Text, says::CAMPAIGNS_NAME, |(c, _)| c.name.as_str().into()),
            column("name_en", Text, says::CAMPAIGNS_NAME_EN, |(c, _)| words(&c.name_en)),
            column("kind", OneOf(&CampaignKind::SLUGS), says::CAMPAIGNS_KIND, |(c, _)| c.kind.slug().into()),
            column("sector", OneOf(&Sector::SLUGS), says::CAMPAIGNS_SECTOR, |(c, _)| slug(c.sector)),
            column("launched_by", Foreign("organisations"), says::CAMPAIGNS_LAUNCHED_BY, |(c, _)| {
                words(&c.launched_by)
            }),
            column("summary_vi", Text, says::CAMPAIGNS_SUMMARY_VI, |(c, _)| c.summary.vi.as_str().into()),
            column("summary_en", Text, says::CAMPAIGNS_SUMMARY_EN, |(c, _)| c.summary.en.as_str().into()),
            column("page", ColumnType::Page, says::CAMPAIGNS_PAGE, |(c, urls)| {
                urls.absolute(Page::Campaign(c.id.clone())).unwrap_or_default().into()
            }),
        ],
    )
}

fn campaign_names(catalogue: &Catalogue) -> Table<'_> {
    let rows = move || catalogue.campaigns().iter().flat_map(|c| c.aliases.iter().map(move |name| (c, name)));
    Table::of(
        "campaign_names",
        says::CAMPAIGN_NAMES,
        rows,
        vec![
            column("campaign", Foreign("campaigns"), says::CAMPAIGN_NAMES_CAMPAIGN, |(c, _)| {
                c.id.as_str().into()
            }),
            column("name", Text, says::CAMPAIGN_NAMES_NAME, |(_, name)| name.as_str().into()),
        ],
    )
}

fn articles<'a>(all: &'a [Article], urls: SiteUrls<'a>) -> Table<'a> {
    let rows = move || all.iter().map(move |a| (a, urls));
    Table::of(
        "articles",
        says::ARTICLES,
        rows,
        vec![
            column("id", Key, says::ARTICLES_ID, |(a, _)| a.id.as_str().into()),
            column("headline", Text, says::ARTICLES_HEADLINE, |(a, _)| a.headline.as_str().into()),
            column("headline_en", Text, says::ARTICLES_HEADLINE_EN, |(a, _)| words(&a.headline_en)),
            column("source", Foreign("sources"), says::ARTICLES_SOURCE, |(a, _)| words(&a.source)),
            column("url", Address, says::ARTICLES_URL, |(a, _)| words(&a.url)),
            column("byline", Text, says::ARTICLES_BYLINE, |(a, _)| a.byline.join(" | ").into()),
            column("published", Period, says::ARTICLES_PUBLISHED, |(a, _)| written(&a.published)),
            column("covers", Period, says::ARTICLES_COVERS, |(a, _)| written(&a.covers)),
            column("covers_as_written", Text, says::ARTICLES_COVERS_AS_WRITTEN, |(a, _)| {
                words(&a.covers_as_written)
            }),
            column("organisation", Foreign("organisations"), says::ARTICLES_ORGANISATION, |(a, _)| {
                a.organisation.as_str().into()
            }),
            column("guessed", Text, says::ARTICLES_GUESSED, |(a, _)| slugs(a.open_guesses())),
            column("text", Text, says::ARTICLES_TEXT, |(a, _)| a.text.file_stem.as_str().into()),
            column("text_sha256", Text, says::ARTICLES_TEXT_SHA256, |(a, _)| a.text.sha256.as_str().into()),
            column("page", ColumnType::Page, says::ARTICLES_PAGE, |(a, urls)| {
                urls.absolute(Page::Article(a.id.clone())).unwrap_or_default().into()
            }),
        ],
    )
}

/// The columns for the article of a fact and for its line there.
macro_rules! placed {
    ($article:expr, $line:expr) => {
        [
            column("article", Foreign("articles"), says::PLACED_ARTICLE, $article),
            column("line", Integer, says::PLACED_LINE, $line),
        ]
    };
}

fn digests(all: &[Article]) -> Table<'_> {
    let rows = move || all.iter().flat_map(|a| a.digest.iter().map(move |p| (a, p)));
    let [article, line] = placed!(|(a, _): &(&Article, &DigestParagraph)| a.id.as_str().into(), |(_, p)| p
        .line
        .to_string()
        .into());
    Table::of(
        "digests",
        says::DIGESTS,
        rows,
        vec![
            article,
            line,
            column("digest_vi", Text, says::DIGESTS_DIGEST_VI, |(_, p)| p.vi.as_str().into()),
            column("digest_en", Text, says::DIGESTS_DIGEST_EN, |(_, p)| p.en.as_str().into()),
        ],
    )
}

fn people(all: &[Article]) -> Table<'_> {
    let rows = move || all.iter().flat_map(|a| a.people.iter().map(move |p| (a, p)));
    let [article, line] =
        placed!(|(a, _): &(&Article, &Person)| a.id.as_str().into(), |(_, p)| p.line.to_string().into());
    Table::of(
        "people",
        says::PEOPLE,
        rows,
        vec![
            article,
            line,
            column("name", Text, says::PEOPLE_NAME, |(_, p)| p.name.as_str().into()),
            column("role", Text, says::PEOPLE_ROLE, |(_, p)| words(&p.role)),
            column("role_en", Text, says::PEOPLE_ROLE_EN, |(_, p)| words(&p.role_en)),
            column("organisation", Foreign("organisations"), says::PEOPLE_ORGANISATION, |(_, p)| {
                words(&p.organisation)
            }),
        ],
    )
}

fn mentions(all: &[Article]) -> Table<'_> {
    let rows = move || {
        all.iter().flat_map(|a| a.mentions.iter().map(move |m| MentionRef { article: a, mention: m }))
    };
    let [article, line] =
        placed!(|m: &MentionRef<'_>| m.article.id.as_str().into(), |m| m.mention.line.to_string().into());
    Table::of(
        "mentions",
        says::MENTIONS,
        rows,
        vec![
            article,
            line,
            column("campaign", Foreign("campaigns"), says::MENTIONS_CAMPAIGN, |m| {
                m.mention.campaign.as_str().into()
            }),
            column("as_written", Text, says::MENTIONS_AS_WRITTEN, |m| m.mention.as_written.as_str().into()),
            column("relation", OneOf(&Relation::SLUGS), says::MENTIONS_RELATION, |m| {
                m.mention.relation.slug().into()
            }),
            column("sector", OneOf(&Sector::SLUGS), says::MENTIONS_SECTOR, |m| slug(m.mention.sector)),
        ],
    )
}

fn phases(all: &[Article]) -> Table<'_> {
    let rows = move || all.iter().flat_map(phases_of);
    let [article, line] =
        placed!(|p: &PhaseRef<'_>| p.article.id.as_str().into(), |p| p.phase.line.to_string().into());
    Table::of(
        "phases",
        says::PHASES,
        rows,
        vec![
            article,
            line,
            column("campaign", Foreign("campaigns"), says::PHASES_CAMPAIGN, |p| {
                p.phase.campaign.as_str().into()
            }),
            column("name", Text, says::PHASES_NAME, |p| p.phase.name.as_str().into()),
            column("when", Period, says::PHASES_WHEN, |p| written(&p.phase.when)),
            column("as_written", Text, says::PHASES_AS_WRITTEN, |p| words(&p.phase.as_written)),
            column("theme", Foreign("campaigns"), says::PHASES_THEME, |p| words(&p.phase.theme)),
        ],
    )
}

fn figures<'a>(all: &'a [Article], urls: SiteUrls<'a>) -> Table<'a> {
    let rows = move || all.iter().flat_map(figures_of).map(move |f| (f, urls));
    let [article, line] =
        placed!(|(f, _): &(FigureRef<'_>, SiteUrls<'_>)| f.article.id.as_str().into(), |(f, _)| f
            .figure
            .line
            .to_string()
            .into());
    Table::of(
        "figures",
        says::FIGURES,
        rows,
        vec![
            column("id", Key, says::FIGURES_ID, |(f, _)| f.figure.id.as_str().into()),
            column("label_vi", Text, says::FIGURES_LABEL_VI, |(f, _)| f.figure.label.vi.as_str().into()),
            column("label_en", Text, says::FIGURES_LABEL_EN, |(f, _)| f.figure.label.en.as_str().into()),
            column("comparator", OneOf(&Comparator::SLUGS), says::FIGURES_COMPARATOR, |(f, _)| {
                f.figure.comparator.slug().into()
            }),
            column("value", Number, says::FIGURES_VALUE, |(f, _)| f.figure.value.to_string().into()),
            column("value_to", Number, says::FIGURES_VALUE_TO, |(f, _)| written(&f.figure.value_to)),
            column("unit", Foreign("units"), says::FIGURES_UNIT, |(f, _)| f.figure.unit.as_str().into()),
            column("word", Text, says::FIGURES_WORD, |(f, _)| words(&f.figure.word)),
            column("as_written", Text, says::FIGURES_AS_WRITTEN, |(f, _)| {
                f.figure.as_written.as_str().into()
            }),
            column("role", OneOf(&Role::SLUGS), says::FIGURES_ROLE, |(f, _)| f.figure.role.slug().into()),
            column("act", OneOf(&ActKind::SLUGS), says::FIGURES_ACT, |(f, _)| {
                f.figure.act.as_ref().map_or("", |act| act.kind.slug()).into()
            }),
            column("act_as_written", Text, says::FIGURES_ACT_AS_WRITTEN, |(f, _)| {
                f.figure.act.as_ref().map_or("", |act| act.as_written.as_str()).into()
            }),
            column("campaign", Foreign("campaigns"), says::FIGURES_CAMPAIGN, |(f, _)| {
                words(&f.figure.campaign)
            }),
            column("organisation", Foreign("organisations"), says::FIGURES_ORGANISATION, |(f, _)| {
                f.organisation().as_str().into()
            }),
            column("when", Period, says::FIGURES_WHEN, |(f, _)| written(&f.figure.when)),
            column("when_as_written", Text, says::FIGURES_WHEN_AS_WRITTEN, |(f, _)| {
                words(&f.figure.when_as_written)
            }),
            column("part_of", Foreign("figures"), says::FIGURES_PART_OF, |(f, _)| words(&f.figure.part_of)),
            column("measure", Text, says::FIGURES_MEASURE, |(f, _)| words(&f.figure.measure)),
            column("confirmed", Text, says::FIGURES_CONFIRMED, |(f, _)| {
                slugs(f.figure.confirmed_guesses(f.article))
            }),
            column("guessed", Text, says::FIGURES_GUESSED, |(f, _)| slugs(f.figure.open_guesses(f.article))),
            article,
            line,
            column("page", ColumnType::Page, says::FIGURES_PAGE, |(f, urls)| {
                urls.absolute(Page::Figure(f.figure.id.clone())).unwrap_or_default().into()
            }),
        ],
    )
}

fn figure_levels(all: &[Article]) -> Table<'_> {
    let rows = move || {
        all.iter()
            .flat_map(figures_of)
            .flat_map(|f| f.figure.levels.iter().map(move |level| (f.figure, level)))
    };
    Table::of(
        "figure_levels",
        says::FIGURE_LEVELS,
        rows,
        vec![
            column("figure", Foreign("figures"), says::FIGURE_LEVELS_FIGURE, |(f, _)| f.id.as_str().into()),
            column("level", Level, says::FIGURE_LEVELS_LEVEL, |(_, level)| level.slug().into()),
        ],
    )
}

fn figure_campaigns(all: &[Article]) -> Table<'_> {
    let rows = move || {
        all.iter().flat_map(figures_of).flat_map(|f| f.campaigns().map(move |campaign| (f.figure, campaign)))
    };
    Table::of(
        "figure_campaigns",
        says::FIGURE_CAMPAIGNS,
        rows,
        vec![
            column("figure", Foreign("figures"), says::FIGURE_CAMPAIGNS_FIGURE, |(f, _)| {
                f.id.as_str().into()
            }),
            column("campaign", Foreign("campaigns"), says::FIGURE_CAMPAIGNS_CAMPAIGN, |(_, campaign)| {
                campaign.as_str().into()
            }),
        ],
    )
}
