//! Links to the pages of the site, by what they lead to. Names are Vietnamese and marked as such on English pages.

use crate::href;
use maud::{Markup, html};

use crate::context::PageContext;
use crate::route::Page;
use thidua_core::domain::{Article, Campaign, Edtf, Figure, Lang, Organisation, Unit};
use thidua_core::text::format_period;
use thidua_i18n::{sentences, terms};

/// The headline: as printed in Vietnamese, our translation in English where there is one.
pub fn headline<'a>(ctx: &PageContext<'a>, article: &'a Article) -> &'a str {
    match ctx.lang {
        Lang::Vi => &article.headline,
        Lang::En => article.headline_en.as_ref().unwrap_or(&article.headline),
    }
}

/// The name of an organisation.
pub fn organisation_name<'o>(ctx: &PageContext<'_>, organisation: &'o Organisation) -> &'o str {
    match ctx.lang {
        Lang::Vi => &organisation.name,
        Lang::En => organisation.name_en.as_ref().unwrap_or(&organisation.name),
    }
}

/// The name of a unit, as it follows a number.
pub fn unit_name<'a>(ctx: &PageContext<'a>, unit: &'a Unit) -> &'a str {
    match ctx.lang {
        Lang::Vi => &unit.vi,
        Lang::En => &unit.en,
    }
}

/// The period that an article reports on: as dates, else as printed, else said to be missing.
pub fn article_period(ctx: &PageContext<'_>, article: &Article) -> String {
    period_words(ctx, article.covers, article.covers_as_written.as_deref())
}

/// A period, if it is known, as dates, else as printed.
pub fn period_words(ctx: &PageContext<'_>, covers: Option<Edtf>, as_written: Option<&str>) -> String {
    let dates = covers.map(|covers| format_period(covers, ctx.lang));
    let printed = as_written.map(|printed| format!("“{printed}”"));
    dates.or(printed).unwrap_or_else(|| ctx.words.year_not_stated.to_owned())
}

/// The period of a figure: as dates, else as printed; nothing where none is printed.
pub fn figure_period(ctx: &PageContext<'_>, figure: &Figure) -> Option<String> {
    let dates = figure.when.map(|when| format_period(when, ctx.lang));
    dates.or_else(|| figure.when_as_written.as_ref().map(|printed| format!("“{printed}”")))
}

/// How many more than `shown` there are; nothing where there are none.
pub fn remaining_note(ctx: &PageContext<'_>, number: usize, shown: usize) -> Markup {
    html! { @if number > shown { p.note { (sentences::more_of_them(number - shown, ctx.lang)) } } }
}

/// The name of a campaign as a link.
pub fn campaign_link(ctx: &PageContext<'_>, campaign: &Campaign) -> Markup {
    html! { a href=(ctx.href(Page::Campaign(campaign.id.clone()))) lang="vi" { (campaign.name) } }
}

/// The kind of a campaign and its name as a link: `danh hiệu Công nhân giỏi`.
pub fn campaign_link_with_kind(ctx: &PageContext<'_>, campaign: &Campaign) -> Markup {
    html! { span.kind { (terms::kind(campaign.kind, ctx.lang)) } " " (campaign_link(ctx, campaign)) }
}

/// The campaign of that id as a link, with its kind; nothing where there is none.
pub fn campaign_link_by_id(ctx: &PageContext<'_>, id: &str) -> Option<Markup> {
    ctx.catalogue().campaign(id).map(|campaign| campaign_link_with_kind(ctx, campaign))
}

/// The name of an organisation as a link; nothing where there is none.
pub fn organisation_link(ctx: &PageContext<'_>, id: &str) -> Option<Markup> {
    ctx.catalogue().organisation(id).map(|organisation| {
        let href = ctx.href(Page::Organisation(organisation.id.clone()));
        html! { a href=(href) { (organisation_name(ctx, organisation)) } }
    })
}

/// The headline of an article as a link.
pub fn article_link(ctx: &PageContext<'_>, article: &Article) -> Markup {
    html! { a href=(href::article_href(ctx, article)) { (headline(ctx, article)) } }
}
