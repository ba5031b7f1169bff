//! Links to pages, and names of their subjects. Names are Vietnamese and marked as such on English pages.

use maud::{Markup, html};

use thidua_core::corpus::FigureRef;
use thidua_core::domain::{Article, Campaign, Edtf, Organisation, Unit};
use thidua_core::text::format_period;
use thidua_i18n::{evidence, names, sentences, terms};

use crate::context::PageContext;
use crate::credit;
use crate::href;
use crate::route::Page;

/// Headline in the language of the page.
pub fn headline<'a>(ctx: &PageContext<'a>, article: &'a Article) -> &'a str {
    names::headline(article, ctx.lang)
}

/// Name of an organisation in the language of the page.
pub fn organisation_name<'o>(ctx: &PageContext<'_>, organisation: &'o Organisation) -> &'o str {
    names::organisation_name(organisation, ctx.lang)
}

/// Name of a unit, as it follows a number.
pub fn unit_name<'a>(ctx: &PageContext<'a>, unit: &'a Unit) -> &'a str {
    names::unit_name(unit, ctx.lang)
}

/// Period on which an article reports: its dates, else as printed, else that it is not stated.
pub fn article_period(ctx: &PageContext<'_>, article: &Article) -> String {
    period_words(ctx, article.covers, article.covers_as_written.as_deref())
}

/// A period as dates, else as printed, else that it is not stated.
pub fn period_words(ctx: &PageContext<'_>, covers: Option<Edtf>, as_written: Option<&str>) -> String {
    let dates = covers.map(|covers| format_period(covers, ctx.lang));
    let printed = as_written.map(|printed| format!("“{printed}”"));
    dates.or(printed).unwrap_or_else(|| ctx.words.year_not_stated.to_owned())
}

/// Period of a figure: its dates, else as printed, marked if it is that of its article, as it also is if the figure prints none;
/// `None` if neither prints one.
pub fn figure_period(ctx: &PageContext<'_>, found: FigureRef<'_>) -> Option<String> {
    credit::period(found, ctx.lang)
}

/// Paragraph of a fact, where the article is named just before: `đoạn 3`.
pub fn place(ctx: &PageContext<'_>, article: &Article, line: u32) -> String {
    evidence::short_place(article.paragraph_of_line(line), line, ctx.lang)
}

/// Note on the items beyond the first `shown`; empty if there are none.
pub fn remaining_note(ctx: &PageContext<'_>, number: usize, shown: usize) -> Markup {
    html! { @if number > shown { p.note { (sentences::more_items(number - shown, ctx.lang)) } } }
}

/// Name of a campaign as a link.
pub fn campaign_link(ctx: &PageContext<'_>, campaign: &Campaign) -> Markup {
    html! { a href=(ctx.href(Page::Campaign(campaign.id.clone()))) lang="vi" { (campaign.name) } }
}

/// Kind of a campaign and its name as a link: `danh hiệu Công nhân giỏi`.
pub fn campaign_link_with_kind(ctx: &PageContext<'_>, campaign: &Campaign) -> Markup {
    html! { span.kind { (terms::kind(campaign.kind, ctx.lang)) } " " (campaign_link(ctx, campaign)) }
}

/// Campaign with that id as a link, with its kind; `None` if there is none.
pub fn campaign_link_by_id(ctx: &PageContext<'_>, id: &str) -> Option<Markup> {
    ctx.catalogue().campaign(id).map(|campaign| campaign_link_with_kind(ctx, campaign))
}

/// Name of an organisation as a link; `None` if there is none with that id.
pub fn organisation_link(ctx: &PageContext<'_>, id: &str) -> Option<Markup> {
    ctx.catalogue().organisation(id).map(|organisation| {
        let href = ctx.href(Page::Organisation(organisation.id.clone()));
        html! { a href=(href) { (organisation_name(ctx, organisation)) } }
    })
}

/// Name of an organisation as a link, federations with their usual abbreviation; its id if there is none with that id.
pub fn short_organisation_link(ctx: &PageContext<'_>, id: &str) -> Markup {
    match ctx.catalogue().organisation(id) {
        Some(organisation) => html! {
            a href=(ctx.href(Page::Organisation(organisation.id.clone()))) {
                (abbreviated(organisation_name(ctx, organisation)))
            }
        },
        None => html! { (id) },
    }
}

/// Name of a federation with its usual abbreviation, short enough for a phone.
pub fn abbreviated(name: &str) -> String {
    match name.strip_prefix("Liên đoàn Lao động ") {
        Some(place) => format!("LĐLĐ {place}"),
        None => name.to_owned(),
    }
}

/// Name of the newspaper, or that the stored copy prints none.
pub fn newspaper(ctx: &PageContext<'_>, article: &Article) -> Markup {
    let lang = article.source.is_some().then_some("vi");
    html! { bdi lang=[lang] { (credit::newspaper(article, ctx.catalogue(), ctx.lang)) } }
}

/// Headline of an article as a link.
pub fn article_link(ctx: &PageContext<'_>, article: &Article) -> Markup {
    html! { a href=(href::article_href(ctx, article)) { (headline(ctx, article)) } }
}
