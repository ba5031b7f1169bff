//! The page about the data: what can be downloaded, which file is for whom, and the data dictionary. The dictionary is made from
//! the columns that write the tables, and its examples are cells of this corpus.

use maud::{Markup, html};

use thidua_i18n::data_page as says;
use thidua_i18n::{pick, sentences};
use thidua_pages::PageContext;
use thidua_pages::html::download_list::{self, DATA_FOLDER};

use crate::exports::tables::{ColumnType, Field, Table, all_tables, has_workbook};
use crate::urls::SiteUrls;

/// Name of the table of figures.
const FIGURES: &str = "figures";
/// Maximum length of an example in characters.
const MAX_EXAMPLE_CHARS: usize = 120;

/// Returns the page about the data.
pub fn data_page(ctx: &PageContext<'_>) -> Markup {
    let site = ctx.site;
    let urls = SiteUrls { catalogue: &site.catalogue, base: &site.base, origin: &site.origin };
    let mut tables = all_tables(urls);
    // The table that is asked for most comes first, then those in the order of the archive.
    tables.sort_by_key(|table| table.name != FIGURES);
    let has_files = !site.base.is_single_file();
    html! {
        header.head {
            h1 { (says::title(ctx.lang)) }
            p.lede { (says::lede(ctx.lang)) }
        }
        (which_file(ctx))
        @if has_files {
            (download_list::download_list(ctx, has_workbook(&tables)))
        } @else {
            p.note { (says::one_file(ctx.lang)) }
        }
        section.dictionary aria-labelledby="tu-dien" {
            h2 #tu-dien { (says::dictionary(ctx.lang)) }
            p.note { (says::dictionary_note(ctx.lang)) }
            @for table in &tables { (table_section(ctx, table, has_files)) }
        }
    }
}

/// The formats that pages and files have, and what each is for.
fn which_file(ctx: &PageContext<'_>) -> Markup {
    html! {
        section.prose aria-labelledby="chon-tep" {
            h2 #chon-tep { (says::which_file(ctx.lang)) }
            dl.facts {
                @for [name, purpose] in says::formats(ctx.lang) {
                    div.facts__row { dt { (name) } dd { (purpose) } }
                }
            }
        }
    }
}

/// One table of the dictionary. The table of figures, which is asked for most, is open.
fn table_section(ctx: &PageContext<'_>, table: &Table<'_>, has_file: bool) -> Markup {
    let [vi, en] = table.description;
    let examples = table.examples();
    let id = format!("bang-{}", table.name);
    html! {
        details.dictionary__table open[table.name == FIGURES] {
            summary { span.dictionary__name id=(id) translate="no" { (table.name) } " – " (pick(ctx.lang, vi, en)) }
            p.note {
                (sentences::rows(table.row_count, ctx.lang))
                @if has_file {
                    ". "
                    a href=(ctx.site.base.file(&format!("{DATA_FOLDER}{}", table.file()))) download="" {
                        (table.file())
                    }
                }
            }
            div.scroll role="region" aria-labelledby=(id) tabindex="0" {
                table.dictionary__columns {
                    thead {
                        tr { @for heading in says::column_headings(ctx.lang) { th scope="col" { (heading) } } }
                    }
                    tbody {
                        @for (field, example) in table.fields.iter().zip(&examples) {
                            tr {
                                th scope="row" translate="no" { (field.name) }
                                td { (type_of(ctx, field)) }
                                td { (meaning(ctx, field)) }
                                td.dictionary__example translate="no" data-label=(says::example(ctx.lang)) {
                                    @match example {
                                        Some(example) => (shortened(example)),
                                        None => span.note { (says::no_example(ctx.lang)) },
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Meaning of a column, with the names of columns and values, which stand between backticks, as code.
fn meaning(ctx: &PageContext<'_>, field: &Field) -> Markup {
    let [vi, en] = field.description;
    html! {
        @for (i, part) in pick(ctx.lang, vi, en).split('`').enumerate() {
            @if i % 2 == 1 { code translate="no" { (part) } } @else { (part) }
        }
    }
}

/// Type of a column in words.
fn type_of(ctx: &PageContext<'_>, field: &Field) -> Markup {
    let lang = ctx.lang;
    html! {
        @match field.column_type {
            ColumnType::Text => (says::text(lang)),
            ColumnType::Key => (says::key(lang)),
            ColumnType::Foreign(table) => {
                (says::id_of(lang)) " " a href=(format!("{}#bang-{table}", page_anchor(ctx))) translate="no" { (table) }
            }
            ColumnType::Integer => (says::integer(lang)),
            ColumnType::Number => (says::number(lang)),
            ColumnType::Address | ColumnType::Page => (says::address(lang)),
            ColumnType::Period => (says::period(lang)),
            ColumnType::Level => { (says::one_of(lang)) " " span translate="no" { (levels()) } }
            ColumnType::OneOf(slugs) => { (says::one_of(lang)) " " span translate="no" { (slugs.join(", ")) } }
        }
    }
}

fn levels() -> String {
    thidua_core::domain::Level::ALL.map(|level| level.slug()).join(", ")
}

/// What stands before `#` in a link within this page: in a single-file site, a bare fragment would name another page.
fn page_anchor(ctx: &PageContext<'_>) -> String {
    match ctx.site.base.is_single_file() {
        true => ctx.href(thidua_pages::route::Page::Data),
        false => String::new(),
    }
}

fn shortened(example: &str) -> String {
    if example.chars().count() <= MAX_EXAMPLE_CHARS {
        return example.to_owned();
    }
    let cut: String = example.chars().take(MAX_EXAMPLE_CHARS).collect();
    format!("{}…", cut.trim_end())
}
