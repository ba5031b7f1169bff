//! What to do after publishing, host by host, step by step, with drawn pictures.

use maud::{Markup, html};

use thidua_core::domain::Lang;
use thidua_i18n::editor_hosts as words;
use thidua_i18n::guide::Chapter;
use thidua_pages::route::{BasePath, Page, Route};

use super::host_pictures::{Picture, picture};

/// A phrase in both languages.
type Phrase = fn(Lang) -> &'static str;

/// Where a site can be put, and the steps that lead there.
struct Host {
    name: Phrase,
    steps: &'static [(Phrase, Option<Picture>)],
}

const HOSTS: [Host; 5] = [
    Host {
        name: words::stick,
        steps: &[
            (words::stick_1, Some(Picture::Make)),
            (words::stick_2, Some(Picture::Stick)),
            (words::stick_3, Some(Picture::Open)),
        ],
    },
    Host {
        name: words::shared,
        steps: &[
            (words::shared_1, Some(Picture::Folder)),
            (words::shared_2, Some(Picture::Open)),
            (words::shared_3, None),
        ],
    },
    Host {
        name: words::github,
        steps: &[
            (words::github_1, Some(Picture::Rename)),
            (words::github_2, None),
            (words::github_3, Some(Picture::DropFile)),
            (words::github_4, Some(Picture::Branch)),
            (words::github_5, Some(Picture::Address("https://ten.github.io/thi-dua/"))),
            (words::github_6, None),
        ],
    },
    Host {
        name: words::netlify,
        steps: &[
            (words::netlify_1, Some(Picture::Unpack)),
            (words::netlify_2, Some(Picture::DropFolder)),
            (words::netlify_3, Some(Picture::Address("https://ten.netlify.app/"))),
            (words::netlify_4, None),
        ],
    },
    Host {
        name: words::server,
        steps: &[(words::server_1, None), (words::server_2, Some(Picture::Unpack)), (words::server_3, None)],
    },
];

/// Renders the steps of all hosts, folded.
pub fn section(lang: Lang, base: &BasePath) -> Markup {
    let guide = Route { lang, page: Page::GuideChapter(Chapter::Hosts) };
    html! {
        h3 { (words::title(lang)) }
        p.note { (words::help(lang)) " " a href=(base.href(&guide)) { (words::guide(lang)) } }
        @for host in &HOSTS {
            details.host {
                summary { ((host.name)(lang)) }
                ol.host__steps {
                    @for (step, shown) in host.steps {
                        li.host__step {
                            p { (step(lang)) }
                            @if let Some(shown) = shown { (picture(*shown, lang)) }
                        }
                    }
                }
            }
        }
    }
}
