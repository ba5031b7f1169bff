//! Form with the address, the newspaper and the date of publication of an article.

use maud::{Markup, html};

use thidua_i18n::editor_drafts as words;

use super::super::Editor;
use super::super::document::DraftDocument;
use super::super::origin::{OriginProblem, fields_of, known_newspapers};

const URL: &str = "goc-dia-chi";
const NEWSPAPER: &str = "goc-bao";
const PUBLISHED: &str = "goc-ngay";

/// Returns the id of the field that has a problem.
pub const fn field_id(problem: &OriginProblem) -> &'static str {
    match problem {
        OriginProblem::NotAnAddress(_) => URL,
        OriginProblem::NewspaperNotPrinted(_) => NEWSPAPER,
        OriginProblem::NoDate(_) => PUBLISHED,
    }
}

/// Renders the form.
pub fn form(editor: &Editor, document: &DraftDocument) -> Markup {
    let lang = editor.lang;
    let fields = fields_of(document);
    let value = |name: &str| fields.get(name).cloned().unwrap_or_default();
    html! {
        form.origin.mend data-act="origin" autocomplete="off" aria-label=(words::origin(lang)) {
            p.origin__title { (words::origin(lang)) }
            label.mend__one.origin__url {
                span { (words::url(lang)) }
                input id=(URL) name="url" type="text" inputmode="url" spellcheck="false" placeholder="https://" value=(value("url"));
            }
            label.mend__one {
                span { (words::newspaper(lang)) }
                input id=(NEWSPAPER) name="newspaper" lang="vi" spellcheck="false" list="goc-bao-da-biet" value=(value("newspaper"));
            }
            label.mend__one {
                span { (words::published(lang)) }
                input id=(PUBLISHED) name="published" lang="vi" spellcheck="false" placeholder="6/9/2022 22:25" value=(value("published"));
            }
            p.mend__buttons { button.button type="submit" id="goc-ghi" { (words::record(lang)) } }
            datalist id="goc-bao-da-biet" {
                @for paper in known_newspapers(&editor.context) { option value=(paper.name) { (paper.site) } }
            }
        }
    }
}
