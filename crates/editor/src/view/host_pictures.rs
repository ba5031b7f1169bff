//! Small pictures of the steps that follow publishing: line drawings in the colours of the text.
//!
//! They are drawn from four shapes (file, folder, window, arrow) on a field of 240 × 96 units. Each has a name for readers who
//! do not see it; the words in them are names of files and addresses.

use maud::{Markup, html};

use thidua_core::domain::Lang;
use thidua_i18n::editor_hosts as words;

/// What a picture shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    /// The button gives the one file.
    Make,
    /// The file goes to a USB stick.
    Stick,
    /// A double-click opens the file.
    Open,
    /// The file goes into a folder.
    Folder,
    /// The file gets another name.
    Rename,
    /// A file is dropped into a frame of a browser.
    DropFile,
    /// A folder is dropped into a frame of a browser.
    DropFolder,
    /// The branch is chosen.
    Branch,
    /// The ZIP becomes a folder.
    Unpack,
    /// The address of the site.
    Address(&'static str),
}

/// Renders a picture.
pub fn picture(shown: Picture, lang: Lang) -> Markup {
    let (name, drawing) = match shown {
        Picture::Make => (
            words::picture_make(lang),
            html! { (button(8, 34, 96, words::picture_button(lang))) (arrow(114, 48, 146)) (file(168, 10, "thi-dua.html")) },
        ),
        Picture::Stick => (
            words::picture_stick(lang),
            html! { (file(20, 10, "thi-dua.html")) (arrow(88, 44, 128)) (stick(140, 28)) },
        ),
        Picture::Open => (
            words::picture_open(lang),
            html! {
                (file(20, 10, "thi-dua.html")) (arrow(80, 44, 108)) (window(120, 8, 112, 80))
                rect x="130" y="32" width="60" height="8" fill="currentColor" stroke="none" {}
                path d="M130 50h92M130 60h92M130 70h64" {}
            },
        ),
        Picture::Folder => (
            words::picture_folder(lang),
            html! { (file(20, 10, "thi-dua.html")) (arrow(88, 44, 128)) (folder(142, 16)) },
        ),
        Picture::Rename => (
            words::picture_rename(lang),
            html! { (file(36, 10, "thi-dua.html")) (arrow(104, 44, 138)) (file(168, 10, "index.html")) },
        ),
        Picture::DropFile => (
            words::picture_drop_file(lang),
            html! { (file(16, 10, "index.html")) (arrow(76, 44, 132)) (window(104, 8, 128, 80)) (drop_zone(138, 30)) },
        ),
        Picture::DropFolder => (
            words::picture_drop_folder(lang),
            html! { (folder(4, 20)) (arrow(90, 48, 132)) (window(104, 8, 128, 80)) (drop_zone(138, 30)) },
        ),
        Picture::Branch => (
            words::picture_branch(lang),
            html! {
                (window(20, 8, 200, 80)) (label(34, 42, "Branch"))
                rect x="34" y="52" width="84" height="22" rx="3" {}
                (label(44, 67, "main")) path d="M102 60l5 6 5-6" {}
                (button(132, 52, 60, "Save"))
            },
        ),
        Picture::Unpack => (
            words::picture_zip(lang),
            html! { (file(28, 10, "thi-dua.zip")) path d="M50 10v36" stroke-dasharray="3 3" {} (arrow(96, 44, 134)) (folder(146, 16)) },
        ),
        Picture::Address(address) => (
            words::picture_address(lang),
            html! {
                (window(8, 8, 224, 80))
                rect x="20" y="30" width="200" height="22" rx="11" {}
                (label(32, 45, address))
                path d="M20 66h120M20 76h80" {}
            },
        ),
    };
    html! {
        svg.host__picture role="img" aria-label=(name) viewBox="0 0 240 96" width="240" height="96" fill="none"
            stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" stroke-linecap="round" { (drawing) }
    }
}

fn label(x: u32, y: u32, text: &str) -> Markup {
    html! { text x=(x) y=(y) font-size="11" fill="currentColor" stroke="none" { (text) } }
}

/// A sheet of paper with a folded corner, 44 × 54, and its name below.
fn file(x: u32, y: u32, name: &str) -> Markup {
    html! {
        g transform=(format!("translate({x} {y})")) {
            path d="M0 0h30l14 14v40H0z M30 0v14h14" {}
            path d="M8 26h28M8 34h28M8 42h18" stroke-opacity="0.5" {}
            text x="22" y="72" font-size="11" text-anchor="middle" fill="currentColor" stroke="none" { (name) }
        }
    }
}

/// A folder, 80 × 56.
fn folder(x: u32, y: u32) -> Markup {
    html! { path transform=(format!("translate({x} {y})")) d="M0 8V4a4 4 0 0 1 4-4h20l8 8h44a4 4 0 0 1 4 4v40a4 4 0 0 1-4 4H4a4 4 0 0 1-4-4z M0 20h80" {} }
}

/// A window of a browser.
fn window(x: u32, y: u32, width: u32, height: u32) -> Markup {
    html! {
        rect x=(x) y=(y) width=(width) height=(height) rx="4" {}
        path d=(format!("M{x} {}h{width}", y + 14)) {}
        circle cx=(x + 9) cy=(y + 7) r="2" {} circle cx=(x + 17) cy=(y + 7) r="2" {}
    }
}

/// A frame into which files are dropped.
fn drop_zone(x: u32, y: u32) -> Markup {
    html! {
        rect.host__zone x=(x) y=(y) width="82" height="48" rx="4" stroke-dasharray="4 3" {}
        path.host__zone d=(format!("M{} {}v20m-7-7l7 7 7-7", x + 41, y + 13)) {}
    }
}

/// A USB stick.
fn stick(x: u32, y: u32) -> Markup {
    html! {
        g transform=(format!("translate({x} {y})")) {
            rect width="62" height="34" rx="5" {}
            rect x="62" y="7" width="22" height="20" {}
            path d="M68 13h4M68 21h4" {}
        }
    }
}

fn button(x: u32, y: u32, width: u32, name: &str) -> Markup {
    html! {
        rect.host__button x=(x) y=(y) width=(width) height="26" rx="3" {}
        text.host__button-name x=(x + width / 2) y=(y + 17) font-size="11" text-anchor="middle" stroke="none" { (name) }
    }
}

/// An arrow to the right.
fn arrow(from: u32, y: u32, to: u32) -> Markup {
    html! { path.host__arrow d=(format!("M{from} {y}H{to}m-7-6l7 6-7 6")) {} }
}
