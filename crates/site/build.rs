//! Turns the guide (`docs/vi`, `docs/en`) into HTML when the crate is compiled, so that no program carries a Markdown parser.
//!
//! Writes a table of language, slug and HTML. In the HTML `@@` stands for the base path of the site, which a build knows.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};

/// Device pixels of a picture for each pixel of the page.
const PICTURE_SCALE: u32 = 2;

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?).join("../..");
    let mut table = String::from("[\n");
    for lang in ["vi", "en"] {
        let folder = root.join("docs").join(lang);
        println!("cargo:rerun-if-changed={}", folder.display());
        let mut files: Vec<PathBuf> =
            fs::read_dir(&folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
        files.retain(|file| file.extension().is_some_and(|extension| extension == "md"));
        files.sort();
        for file in files {
            println!("cargo:rerun-if-changed={}", file.display());
            let slug = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
            let html = chapter(&fs::read_to_string(&file)?, &folder, lang)
                .map_err(|reason| format!("{}: {reason}", file.display()))?;
            writeln!(table, "    ({lang:?}, {slug:?}, {html:?}),")?;
        }
    }
    println!("cargo:rerun-if-changed={}", root.join("public/guide").display());
    table.push_str("]\n");
    fs::write(Path::new(&std::env::var("OUT_DIR")?).join("guide.rs"), table)?;
    Ok(())
}

/// Returns a chapter as HTML, without its title, which the page sets itself.
fn chapter(markdown: &str, folder: &Path, lang: &str) -> Result<String, Box<dyn Error>> {
    let mut events = Vec::new();
    let mut paragraphs = 0;
    let mut headings = 0;
    let mut parser = Parser::new_ext(markdown, Options::ENABLE_TABLES).peekable();
    while let Some(event) = parser.next() {
        match event {
            // The title.
            Event::Start(Tag::Heading { level: pulldown_cmark::HeadingLevel::H1, .. }) => {
                for skipped in parser.by_ref() {
                    if matches!(skipped, Event::End(TagEnd::Heading(_))) {
                        break;
                    }
                }
            }
            Event::Start(Tag::Heading { level, .. }) => {
                headings += 1;
                let mark = if headings == 1 { "" } else { "</section>\n" };
                events.push(Event::Html(format!("{mark}<section class=\"prose\">\n<{level}>").into()));
            }
            Event::End(TagEnd::Heading(level)) => events.push(Event::Html(format!("</{level}>\n").into())),
            // A picture stands alone in its paragraph.
            Event::Start(Tag::Paragraph)
                if matches!(parser.peek(), Some(Event::Start(Tag::Image { .. }))) =>
            {
                let Some(Event::Start(Tag::Image { dest_url, .. })) = parser.next() else { continue };
                let mut alt = String::new();
                for inner in parser.by_ref() {
                    match inner {
                        Event::Text(text) | Event::Code(text) => alt.push_str(&text),
                        Event::SoftBreak => alt.push(' '),
                        Event::End(TagEnd::Paragraph) => break,
                        _ => {}
                    }
                }
                events.push(Event::Html(picture(&dest_url, &alt, folder)?.into()));
            }
            Event::Start(Tag::Paragraph) => {
                paragraphs += 1;
                let class = if paragraphs == 1 { " class=\"lede\"" } else { "" };
                events.push(Event::Html(format!("<p{class}>").into()));
            }
            Event::End(TagEnd::Paragraph) => events.push(Event::Html("</p>\n".into())),
            Event::Start(Tag::Table(columns)) => {
                events.push(Event::Html("<div class=\"scroll guide__table\">".into()));
                events.push(Event::Start(Tag::Table(columns)));
            }
            Event::End(TagEnd::Table) => {
                events.extend([Event::End(TagEnd::Table), Event::Html("</div>\n".into())]);
            }
            // Names of buttons.
            Event::Start(Tag::Strong) => {
                events.push(Event::InlineHtml("<b class=\"guide__control\">".into()))
            }
            Event::End(TagEnd::Strong) => events.push(Event::InlineHtml("</b>".into())),
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let dest_url = address(&dest_url, lang)?;
                events.push(Event::Start(Tag::Link { link_type, dest_url, title, id }));
            }
            event => events.push(event),
        }
    }
    if headings > 0 {
        events.push(Event::Html("</section>\n".into()));
    }
    let mut out = String::new();
    html::push_html(&mut out, events.into_iter());
    Ok(out)
}

/// Address of a link: another chapter of the same language, or a page elsewhere.
fn address(link: &str, lang: &str) -> Result<CowStr<'static>, Box<dyn Error>> {
    if link.starts_with("https://") {
        return Ok(link.to_owned().into());
    }
    let Some(slug) = link.strip_suffix(".md").filter(|slug| !slug.contains('/')) else {
        return Err(format!("a link leads neither to a chapter nor to https: {link}").into());
    };
    let prefix = if lang == "en" { "en/" } else { "" };
    Ok(format!("@@{prefix}huong-dan/{slug}/").into())
}

/// Returns a picture of `public/guide`, with its size so that the page does not move when it arrives.
fn picture(path: &str, alt: &str, folder: &Path) -> Result<String, Box<dyn Error>> {
    let name =
        path.strip_prefix("../../public/").ok_or_else(|| format!("a picture is not in public/: {path}"))?;
    if alt.is_empty() {
        return Err(format!("the picture {path} has no description").into());
    }
    let bytes = fs::read(folder.join(path)).map_err(|reason| {
        format!("{path}: {reason}; tests/e2e/guide.test.mjs takes it, with GUIDE_PICTURES=write")
    })?;
    let (width, height) = png_size(&bytes).ok_or_else(|| format!("{path} is no PNG picture"))?;
    let (width, height) = (width / PICTURE_SCALE, height / PICTURE_SCALE);
    let alt = alt.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;");
    Ok(format!(
        "<figure class=\"guide__picture\"><img src=\"@@{name}\" alt=\"{alt}\" width=\"{width}\" height=\"{height}\" \
         loading=\"lazy\" decoding=\"async\"></figure>\n"
    ))
}

/// Width and height of a PNG picture in pixels, from its first chunk.
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |from: usize| Some(u32::from_be_bytes(bytes.get(from..from + 4)?.try_into().ok()?));
    bytes.starts_with(b"\x89PNG").then_some((number(16)?, number(20)?))
}
