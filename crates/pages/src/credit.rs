//! The credit of a figure in words, as the evidence card and the preview picture set it: whose, when, newspaper, paragraph.

use thidua_core::corpus::{Catalogue, FigureRef};
use thidua_core::domain::{Article, Edtf, Lang};
use thidua_core::text::format_period;
use thidua_i18n::charts::common::of_article;
use thidua_i18n::{citations, evidence, names, words};

/// Name of a federation, and its usual abbreviation.
const FEDERATION: [&str; 2] = ["Liên đoàn Lao động ", "LĐLĐ "];

/// Organisation and period of a figure, with the abbreviation of the field: `LĐLĐ quận Hà Đông, 2022 (theo bài)`.
pub fn whose_and_when(found: FigureRef<'_>, catalogue: &Catalogue, lang: Lang) -> String {
    let organisation = catalogue.organisation(found.organisation());
    let organisation = organisation.map(|o| abbreviated(names::organisation_name(o, lang)));
    let when = period(found, lang).unwrap_or_else(|| words(lang).year_not_stated.to_owned());
    organisation.into_iter().chain([when]).collect::<Vec<_>>().join(", ")
}

/// Name of an organisation with `LĐLĐ` for the words that it stands for.
pub fn abbreviated(name: &str) -> String {
    let [full, short] = FEDERATION;
    name.strip_prefix(full).map_or_else(|| name.to_owned(), |place| format!("{short}{place}"))
}

/// Newspaper and paragraph of a figure: `Lao động Thủ đô, đoạn 3 của bài`.
pub fn source(found: FigureRef<'_>, catalogue: &Catalogue, lang: Lang) -> String {
    let FigureRef { article, figure } = found;
    let place = evidence::place(article.paragraph_of_line(figure.line), figure.line, lang);
    format!("{}, {place}", newspaper(article, catalogue, lang))
}

/// Name of the newspaper of an article, or that the stored copy prints none.
pub fn newspaper<'a>(article: &Article, catalogue: &'a Catalogue, lang: Lang) -> &'a str {
    let source = article.source.as_deref().and_then(|id| catalogue.source(id));
    source.map_or_else(|| citations::no_newspaper(lang), |source| &source.name)
}

/// Period of a figure: its dates, else as printed, marked if it is that of its article, as it also is if the figure prints none;
/// `None` if neither prints one.
pub fn period(found: FigureRef<'_>, lang: Lang) -> Option<String> {
    let FigureRef { article, figure } = found;
    let words = |when: Option<Edtf>, printed: &Option<String>| {
        let dates = when.map(|when| format_period(when, lang));
        dates.or_else(|| printed.as_ref().map(|printed| format!("“{printed}”")))
    };
    let own = words(figure.when, &figure.when_as_written);
    let period = own.or_else(|| words(article.covers, &article.covers_as_written))?;
    Some(if found.has_period_of_article() { of_article(&period, lang) } else { period })
}
