//! Descriptions of pages: what a page says, in at most 170 characters, for search engines, chats and the head of a page.
//!
//! A description is made of whole statements. One that does not fit is left out, so that no quantity is cut.

use std::cmp::Reverse;

use thidua_chart::short_name;
use thidua_core::collections::{collect_set, sort_by_key};
use thidua_core::corpus::{Catalogue, FigureRef, Totals};
use thidua_core::domain::{Article, Campaign, Lang, Organisation};
use thidua_core::text::capitalise;
use thidua_i18n::{descriptions as words, names, sentences};

use crate::credit;
use crate::main_figures::{article_figures, campaign_figures, main_figures, organisation_figures};

/// Maximum length of a description in characters: what search engines and chat programs show.
pub const MAX_CHARS: usize = 170;
/// Number of organisations that a description names.
const MAX_NAMES: usize = 3;
/// Number of figures that are tried for a description.
const MAX_FIGURES: usize = 12;

/// Returns whose figure it is, its period, newspaper and paragraph, and the headline where it fits.
pub fn of_figure(found: FigureRef<'_>, catalogue: &Catalogue, lang: Lang) -> String {
    let whose = format!("{}.", credit::whose_and_when(found, catalogue, lang));
    let headline = format!("“{}”,", names::headline(found.article, lang));
    let source = format!("{}.", credit::source(found, catalogue, lang));
    let full = [whose.as_str(), &headline, &source].join(" ");
    match length(&full) <= MAX_CHARS {
        true => full,
        false => shorten(&format!("{whose} {}", capitalise(&source))),
    }
}

/// Returns the main figures of an article as printed; without figures, its digest.
pub fn of_article(article: &Article, catalogue: &Catalogue, lang: Lang) -> String {
    let figures = article_figures(article);
    let digest = article.digest.first().map(|paragraph| paragraph.get(lang)).unwrap_or_default();
    let organisation =
        || catalogue.organisation(&article.organisation).map_or("", |o| names::organisation_name(o, lang));
    findings(&figures, catalogue, lang, MAX_CHARS).unwrap_or_else(|| match digest {
        "" => format!("{}: {}.", organisation(), sentences::figures(0, lang)),
        digest => shorten(digest),
    })
}

/// Returns who ran a campaign, and its main figures as printed; without figures, its summary.
pub fn of_campaign(campaign: &Campaign, catalogue: &Catalogue, lang: Lang) -> String {
    let articles = catalogue.articles_of_campaign(&campaign.id);
    let ids = collect_set(articles.iter().map(|article| article.organisation.as_str()));
    let figures = campaign_figures(catalogue, &campaign.id);
    let is_named_by_figure = main_figures(figures.iter().copied(), 1)
        .iter()
        .all(|found| ids.contains(found.organisation().as_str()));
    if ids.len() == 1
        && is_named_by_figure
        && let Some(said) = findings(&figures, catalogue, lang, MAX_CHARS)
    {
        return said;
    }
    let who = who(ids.iter().filter_map(|id| catalogue.organisation(id)));
    let who = who.map(|(named, others)| words::run_by(&named, others, lang)).unwrap_or_default();
    let rest = MAX_CHARS.saturating_sub(length(&who) + 1);
    let summary = || Some(shorten_to(campaign.summary.get(lang), rest)).filter(|text| !text.is_empty());
    let said = findings(&figures, catalogue, lang, rest).or_else(summary).unwrap_or_default();
    match (who.is_empty(), said.is_empty()) {
        (true, true) => format!("{}.", sentences::articles(articles.len(), lang)),
        _ => format!("{who} {said}").trim().to_owned(),
    }
}

/// Returns the main figures of an organisation as printed, of its newest articles first; without any, how often it is reported on.
pub fn of_organisation(organisation: &Organisation, catalogue: &Catalogue, lang: Lang) -> String {
    let figures = organisation_figures(catalogue, &organisation.id);
    findings(&figures, catalogue, lang, MAX_CHARS).unwrap_or_else(|| {
        let name = names::organisation_name(organisation, lang);
        match catalogue.articles_of_organisation(&organisation.id).len() {
            0 => format!("{name}. {}", thidua_i18n::words(lang).only_named),
            number => format!("{name}: {}.", sentences::articles(number, lang)),
        }
    })
}

/// Returns title and size of the collection, and what it promises.
pub fn of_home(catalogue: &Catalogue, lang: Lang) -> String {
    let Totals { articles, campaigns, figures, .. } = catalogue.totals();
    let sizes = [
        sentences::articles(articles, lang),
        sentences::campaigns(campaigns, lang),
        sentences::figures(figures, lang),
    ];
    shorten(&format!("{}: {}; {}.", catalogue.title().get(lang), sizes.join(", "), words::traced(lang)))
}

/// Returns the numbers of campaigns and organisations, and the campaigns that most articles report on.
pub fn of_campaigns(catalogue: &Catalogue, lang: Lang) -> String {
    let Totals { campaigns, organisations, .. } = catalogue.totals();
    let head = format!(
        "{}; {}: ",
        sentences::campaigns(campaigns, lang),
        sentences::organisations(organisations, lang)
    );
    let mut all: Vec<&Campaign> = catalogue.campaigns().iter().collect();
    sort_by_key(&mut all, |campaign| Reverse(catalogue.articles_of_campaign(&campaign.id).len()));
    let names = all.into_iter().take(MAX_FIGURES).map(|campaign| campaign.name.clone());
    fitting(head, names, MAX_CHARS).unwrap_or_else(|| of_home(catalogue, lang))
}

/// Returns the organisations by name, and what their pages say.
pub fn of_organisations(catalogue: &Catalogue, lang: Lang) -> String {
    let reporting =
        catalogue.organisations().iter().filter(|o| !catalogue.articles_of_organisation(&o.id).is_empty());
    let number = sentences::organisations(catalogue.totals().organisations, lang);
    match who(reporting) {
        Some((names, others)) => {
            let names = words::with_others(&names, others, lang);
            shorten(&format!("{number}: {names}; {}.", words::programmes(lang)))
        }
        None => of_home(catalogue, lang),
    }
}

/// Returns the number of figures, and how the explorer chooses among them.
pub fn of_figures(catalogue: &Catalogue, lang: Lang) -> String {
    let Totals { articles, figures, .. } = catalogue.totals();
    let sizes = [sentences::figures(figures, lang), sentences::articles(articles, lang)].join(", ");
    shorten(&format!("{sizes}; {}; {}.", words::traced(lang), words::by_organisation_and_year(lang)))
}

/// Returns what the timeline shows, and of whom.
pub fn of_timeline(catalogue: &Catalogue, lang: Lang) -> String {
    let Totals { articles, organisations, .. } = catalogue.totals();
    let sizes =
        [sentences::organisations(organisations, lang), sentences::articles(articles, lang)].join(", ");
    format!("{}: {sizes}.", words::rounds(lang))
}

/// Shortens a text to the length of a description: at the end of a sentence or clause, else of a word. It never ends with a
/// number, which may have been cut.
pub fn shorten(text: &str) -> String {
    shorten_to(text, MAX_CHARS)
}

fn shorten_to(text: &str, max: usize) -> String {
    if length(text) <= max {
        return text.to_owned();
    }
    let cut: String = text.chars().take(max.saturating_sub(1)).collect();
    let clause =
        [". ", "; ", ", "].iter().filter_map(|end| cut.rfind(end)).max().filter(|end| end * 2 > cut.len());
    let mut words = match clause.and_then(|end| cut.get(..end)) {
        Some(clause) => clause,
        None => cut.rsplit_once(' ').map_or("", |(words, _)| words),
    };
    while let Some((before, last)) = words.rsplit_once(' ') {
        if !last.contains(|c: char| c.is_ascii_digit()) {
            break;
        }
        words = before;
    }
    match words.trim_end_matches([',', ';', ':', '.', ' ']) {
        "" => String::new(),
        words => format!("{words}…"),
    }
}

/// Returns the main figures that share whose and when with the first, as printed; as many as fit. `None` without figures, or if
/// not even the first fits.
fn findings(figures: &[FigureRef<'_>], catalogue: &Catalogue, lang: Lang, max: usize) -> Option<String> {
    let main = main_figures(figures.iter().copied(), MAX_FIGURES);
    let whose = credit::whose_and_when(*main.first()?, catalogue, lang);
    let mut shared = main;
    shared.retain(|found| credit::whose_and_when(*found, catalogue, lang) == whose);
    // One number without others beside it needs our words to be understood.
    let is_labelled = lang == Lang::En || shared.len() == 1;
    let items = shared.into_iter().map(|FigureRef { figure, .. }| match is_labelled {
        true => format!("{} ({})", figure.label.get(lang), figure.as_written),
        false => {
            format!("{} {}", figure.as_written, sentences::levels(&figure.levels, lang).replace("; ", ", "))
        }
    });
    fitting(format!("{whose}: "), items.map(|item| item.trim_end().to_owned()), max)
}

/// Joins `head` and as many of the items as fit. `None` if the first does not.
fn fitting(head: String, items: impl Iterator<Item = String>, max: usize) -> Option<String> {
    let mut text = head;
    let mut number = 0;
    for item in items {
        let separator = if number == 0 { "" } else { "; " };
        if length(&text) + length(separator) + length(&item) >= max {
            continue;
        }
        text.push_str(separator);
        text.push_str(&item);
        number += 1;
    }
    (number > 0).then(|| format!("{text}."))
}

/// Returns the first organisations by their short names, which are those of places in both languages, and the number of the others. `None` without any.
fn who<'a>(organisations: impl Iterator<Item = &'a Organisation>) -> Option<(Vec<String>, usize)> {
    let mut named: Vec<String> = organisations.map(|o| short_name(&o.name)).collect();
    let others = named.len().saturating_sub(MAX_NAMES);
    named.truncate(MAX_NAMES);
    (!named.is_empty()).then_some((named, others))
}

fn length(text: &str) -> usize {
    text.chars().count()
}
