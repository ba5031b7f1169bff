//! The guide: the list of its chapters, and each chapter. Their text is HTML that the build script of this crate made of
//! `docs/vi` and `docs/en`.

use maud::{Markup, PreEscaped, html};

use thidua_i18n::guide::{self as says, Audience, Chapter};
use thidua_pages::PageContext;
use thidua_pages::html::components::breadcrumb::breadcrumb;
use thidua_pages::route::Page;

/// Language, slug and HTML of every chapter. `@@` stands for the base path.
static CHAPTERS: &[(&str, &str, &str)] = &include!(concat!(env!("OUT_DIR"), "/guide.rs"));

/// Returns the list of the chapters.
pub fn index_page(ctx: &PageContext<'_>) -> Markup {
    let groups = [
        ("cho-nguoi-doc", says::for_readers(ctx.lang), Audience::Readers),
        ("cho-nguoi-soan", says::for_archivists(ctx.lang), Audience::Archivists),
    ];
    html! {
        header.head {
            (breadcrumb(ctx, Page::About, ctx.words.nav_about))
            h1 { (says::title(ctx.lang)) }
            p.lede { (says::lede(ctx.lang)) }
        }
        @for (id, heading, audience) in groups {
            section aria-labelledby=(id) {
                h2 id=(id) { (heading) }
                ol.guide__list {
                    @for chapter in Chapter::ALL.into_iter().filter(|chapter| chapter.audience() == audience) {
                        li {
                            a href=(ctx.href(Page::GuideChapter(chapter))) { (chapter.title(ctx.lang)) }
                            p { (chapter.summary(ctx.lang)) }
                        }
                    }
                }
            }
        }
    }
}

/// Returns one chapter.
pub fn chapter_page(ctx: &PageContext<'_>, chapter: Chapter) -> Markup {
    let place = Chapter::ALL.iter().position(|one| *one == chapter).unwrap_or_default();
    let previous = place.checked_sub(1).and_then(|place| Chapter::ALL.get(place).copied());
    let next = Chapter::ALL.get(place + 1).copied();
    html! {
        article.guide {
            header.head {
                (breadcrumb(ctx, Page::Guide, says::title(ctx.lang)))
                h1 { (chapter.title(ctx.lang)) }
            }
            @if chapter.audience() == Audience::Archivists {
                p.guide__open { a href=(ctx.href(Page::Editor)) { (says::open_workbench(ctx.lang)) } }
            }
            (PreEscaped(text(ctx, chapter)))
        }
        nav.guide__next aria-label=(says::neighbours(ctx.lang)) {
            @for (label, chapter) in [(says::previous(ctx.lang), previous), (says::next(ctx.lang), next)] {
                @if let Some(chapter) = chapter {
                    p {
                        span { (label) }
                        " "
                        a href=(ctx.href(Page::GuideChapter(chapter))) { (chapter.title(ctx.lang)) }
                    }
                }
            }
        }
    }
}

/// HTML of a chapter, with the addresses of this site.
fn text(ctx: &PageContext<'_>, chapter: Chapter) -> String {
    let is_this = |(lang, slug, _): &&(&str, &str, &str)| *lang == ctx.lang.tag() && *slug == chapter.slug();
    let html = CHAPTERS.iter().find(is_this).map_or("", |(_, _, html)| html);
    // A site that is one file has no other files: its script takes the pictures out of the document.
    let html = match ctx.site.base.is_single_file() {
        true => html.replace(" src=\"@@", " data-picture=\""),
        false => html.to_owned(),
    };
    html.replace("\"@@", &format!("\"{}", ctx.site.base.as_str()))
}
