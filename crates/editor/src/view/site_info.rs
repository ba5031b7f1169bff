//! Section about the site itself: title, licence, newspapers.

use maud::{Markup, html};

use thidua_core::domain::{Lang, SiteLanguages, Source};
use thidua_i18n::{editor as words, editor_site as site};

use super::super::Editor;

/// Renders the section.
pub fn section(editor: &Editor) -> Markup {
    let lang = editor.lang;
    let corpus = editor.context.corpus();
    let (undo, redo) = editor.site.can_undo_redo();
    let is_changed = editor.is_site_changed();
    html! {
        details.names open[undo || redo] {
            summary { (site::title(lang)) @if is_changed { " (" (site::changed_mark(lang)) ")" } }
            p.note { (site::help(lang)) }
            form.mend data-act="site-info" autocomplete="off" {
                (field("title-vi", site::title_vi(lang), &corpus.title.vi, Some("vi")))
                (field("title-en", site::title_en(lang), &corpus.title.en, Some("en")))
                @let licence = corpus.licence.as_ref();
                (field("licence-name", site::licence(lang), licence.map_or("", |licence| &licence.name), None))
                (field("licence-url", site::licence_url(lang), licence.map_or("", |licence| &licence.url), None))
                label.mend__one {
                    span { (site::languages(lang)) }
                    select name="languages" {
                        @let is_both = corpus.languages == SiteLanguages::Both;
                        option value="vi,en" selected[is_both] { (site::both_languages(lang)) }
                        option value="vi" selected[!is_both] { (site::vietnamese_only(lang)) }
                    }
                }
                p.mend__buttons { button.button type="submit" id="trang-ghi" { (site::save_info(lang)) } }
            }
            h3 { (site::sources(lang)) }
            @for source in &corpus.sources { (source_form(Some(source), lang)) }
            (source_form(None, lang))
            @if undo || redo {
                p.desk__buttons {
                    button.button type="button" id="trang-undo" data-act="site-undo" disabled[!undo] { (words::undo(lang)) }
                    button.button type="button" id="trang-redo" data-act="site-redo" disabled[!redo] { (words::redo(lang)) }
                }
            }
        }
    }
}

fn source_form(source: Option<&Source>, lang: Lang) -> Markup {
    let id = source.map_or("", |source| source.id.as_str());
    let value = |get: fn(&Source) -> &str| source.map_or("", get);
    html! {
        details.fact__more {
            summary {
                @match source {
                    Some(source) => span lang="vi" { (source.name) },
                    None => (site::add_source(lang)),
                }
            }
            form.mend data-act="site-source" data-known=(id) autocomplete="off" {
                (field("name", site::source_name(lang), value(|source| &source.name), Some("vi")))
                (field("site", site::source_site(lang), value(|source| source.site.as_deref().unwrap_or_default()), None))
                (field("attribution-vi", site::attribution_vi(lang), value(|source| &source.attribution.vi), Some("vi")))
                (field("attribution-en", site::attribution_en(lang), value(|source| &source.attribution.en), Some("en")))
                p.mend__buttons {
                    button.button type="submit" { (site::save_source(lang)) }
                    span.note { (site::attribution_vi(lang)) " " (site::attribution_help(lang)) }
                }
            }
        }
    }
}

fn field(name: &str, label: &str, value: &str, lang: Option<&str>) -> Markup {
    html! {
        // Titles and words of attribution are long.
        label class=(if name.starts_with("title") || name.starts_with("attribution") { "mend__one mend__one--wide" } else { "mend__one" }) {
            span { (label) }
            input name=(name) value=(value) lang=[lang] spellcheck=[lang.is_none().then_some("false")];
        }
    }
}
