//! Gaps of a draft: what is missing, and a field to fill it in.

use maud::{Markup, html};

use thidua_core::domain::Lang;
use thidua_core::text::sorted_by_name;
use thidua_i18n::editor_guesses as words;

use super::super::Editor;
use super::super::document::DraftDocument;
use super::super::gaps::Gap;

/// Lines that are offered as headline: those at the top of the article.
const MOST_LINES: usize = 12;
/// Longest line that is offered as headline, in characters.
const LONGEST_HEADLINE: usize = 200;
/// Maximum number of offered organisations.
const MOST_ORGANISATIONS: usize = 2000;

/// Renders the gaps of a draft.
pub fn gaps(editor: &Editor, document: &DraftDocument) -> Markup {
    let lang = editor.lang;
    html! {
        @for gap in Gap::of(&document.review) {
            @let kind = gap.kind().kind();
            form.gap data-act="fill-gap" autocomplete="off" {
                input type="hidden" name="what" value=(kind);
                label.mend__one for=(format!("thieu-{kind}")) {
                    span { strong { "! " (message(gap, lang)) } " " (help(gap, lang)) }
                }
                div.gap__row {
                    input id=(format!("thieu-{kind}")) name="words" lang="vi" spellcheck="false" list=(format!("thieu-{kind}-goi-y"));
                    button.button.button--main type="submit" { (words::fill(lang)) }
                }
                datalist id=(format!("thieu-{kind}-goi-y")) {
                    @match gap {
                        Gap::Headline => {
                            @for (_, line) in document.lines().filter(|(_, line)| line.chars().count() <= LONGEST_HEADLINE).take(MOST_LINES) {
                                option value=(line.trim()) {}
                            }
                        }
                        Gap::Organisation => {
                            @let named = document.review.draft.organisations.iter().map(|found| found.fact.name.as_str());
                            @let known = sorted_by_name(&editor.context.corpus().organisations, |o| &o.name);
                            @for name in named.chain(known.iter().map(|o| o.name.as_str())).take(MOST_ORGANISATIONS) {
                                option value=(name) {}
                            }
                        }
                    }
                }
            }
        }
    }
}

const fn message(gap: Gap, lang: Lang) -> &'static str {
    match gap {
        Gap::Headline => words::gap_headline(lang),
        Gap::Organisation => words::gap_organisation(lang),
    }
}

const fn help(gap: Gap, lang: Lang) -> &'static str {
    match gap {
        Gap::Headline => words::gap_headline_help(lang),
        Gap::Organisation => words::gap_organisation_help(lang),
    }
}
