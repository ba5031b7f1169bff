//! Texts of the corpus that exist in both languages.

use maud::{Markup, html};

use thidua_core::domain::{Bilingual, DigestParagraph, Lang};

use crate::PageContext;

/// Renders a text in the language of the page. Without English, the Vietnamese stands there and says that it is Vietnamese.
pub fn our_text(ctx: &PageContext<'_>, text: &Bilingual) -> Markup {
    marked(ctx, text.get(ctx.lang), text.lang(ctx.lang))
}

/// Renders a paragraph of a digest in the same way.
pub fn digest_text(ctx: &PageContext<'_>, paragraph: &DigestParagraph) -> Markup {
    marked(ctx, paragraph.get(ctx.lang), paragraph.lang(ctx.lang))
}

fn marked(ctx: &PageContext<'_>, text: &str, lang: Lang) -> Markup {
    match lang == ctx.lang {
        true => html! { (text) },
        false => html! { span lang=(lang.tag()) { (text) } },
    }
}
