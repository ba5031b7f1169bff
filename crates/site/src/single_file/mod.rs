//! Whole site as one HTML file that opens by double-click, with corpus, app, engine, fonts and styles inside.
//!
//! Pages from a disk may not use workers, module files or fetch. So the app is an inline module, WebAssembly is base64 text,
//! and the engine runs in the page itself (`single.js`). Routes are fragments (`#/…`); the home page is readable before
//! any script runs. The document carries every file of the app (`data_file`), so that it can write itself out again.

mod data_file;

pub use data_file::{DataFile, bundle_of_single_file};

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use thidua_client::{Engine, PageRequest, PageResponse, View};
use thidua_core::corpus::BROWSER_MAX_BYTES;
use thidua_pages::chart_drawings::DrawnCharts;
use thidua_pages::page_meta::PageMeta;
use thidua_pages::route::{BasePath, Route};
use thidua_pages::site_model::SiteData;

use crate::SiteError;
use crate::app_bundle::AppBundle;
use crate::build::SiteInput;
use crate::built_pages::engine_with_built_pages;
use crate::html::head::escape;
use crate::html::page::languages_attribute;
use crate::html::policy::policy;
use crate::html::render::render;
use crate::html::shape::shape_of;
use crate::offline::{edition_of, to_json};
use crate::scripts::bootstrap::single_notice;
use crate::scripts::page_script::page_script_inline;
use crate::scripts::wasm_bundles::{EDITOR, ENGINE, PUBLISHER, WORKBOOK, WasmBundle};
use crate::source::{PublishedFiles, SiteSource};

/// Element in the head of every file that this program made. A file without it is never overwritten.
pub const GENERATOR_MARK: &str = "<meta name=\"generator\" content=\"thidua\">";

const ENGINE_SCRIPT: &str = include_str!("single.js");
/// Appended to the script of the maker of workbooks, in the same block: starts the program on demand.
const WORKBOOK_SCRIPT: &str = include_str!("single_workbook.js");
/// Appended to the script of the editor, in the same block: starts the program on demand.
const EDITOR_SCRIPT: &str = include_str!("single_editor.js");

/// Appended to the script of the publisher, likewise.
const PUBLISHER_SCRIPT: &str = include_str!("single_publisher.js");

/// Returns the site as one HTML document. With an `origin`, shared links are those of the published site at `base`; otherwise
/// `base` is not used, because the file may lie anywhere.
///
/// # Errors
/// [`SiteError::TooLargeForOneFile`] if a browser cannot load the corpus; [`SiteError::App`] if the app lacks a part.
pub fn single_file(input: SiteInput<'_>) -> Result<String, SiteError> {
    let SiteSource {
        published: PublishedFiles { corpus: bytes, sha256, .. },
        catalogue,
        verified_articles,
        ..
    } = input.source;
    if bytes.len() > BROWSER_MAX_BYTES {
        return Err(SiteError::TooLargeForOneFile { bytes: bytes.len() });
    }
    let address = match input.origin.as_str() {
        "" => String::new(),
        origin => format!("{origin}{}", input.base.as_str().trim_end_matches('/')),
    };
    let engine = engine_with_built_pages(SiteData::new(
        catalogue,
        verified_articles,
        BasePath::new(BasePath::HASH),
        address,
    ));
    let SiteData { catalogue, base, verified_articles, origin, .. } = engine.site();
    let home = Route::parse("");
    let meta = PageMeta::of(&home, catalogue);
    let edition_file = to_json(&edition_of("", bytes.len(), &sha256, "", verified_articles)?)?;
    let documents: BTreeMap<&String, String> =
        engine.built_pages().keys().map(|path| (path, document(&engine, path))).collect();
    let pages = serde_json::to_string(&documents).map_err(SiteError::Json)?;
    let parts = AppParts::new(input.app)?;
    let corpus = String::from_utf8_lossy(&bytes);
    let corpus = corpus.trim_start_matches('\u{FEFF}');
    let head = format!(
        "<title>{}</title>\n<meta name=\"description\" content=\"{}\">\n{GENERATOR_MARK}\n{}\n{}\n<link rel=\"icon\" href=\"{}\">\n<style>{}</style>",
        escape(&meta.title),
        escape(&meta.description),
        parts.theme,
        page_script_inline(),
        parts.icon,
        parts.style
    );
    let page = render(&engine, &home, engine.page(&home, &DrawnCharts::default()));
    let body = format!(
        "<script>{}</script>\n<div id=\"app\" data-base=\"{}\" data-origin=\"{}\" data-shape=\"{}\"{} data-path=\"\">{}</div>\n{}\n{}\n{}\n{}\
         <script>{}\n{ENGINE_SCRIPT}</script>\n<script>{{\n{}\n{EDITOR_SCRIPT}}}</script>\n{}{}<script type=\"module\">{}\nthidua.start(__wbg_init({{ module_or_path: unpacked(\"app-wasm\") }}));</script>",
        single_notice(),
        base.as_str(),
        escape(origin),
        shape_of(&page).attribute(),
        languages_attribute(catalogue),
        page,
        // In JSON, `<` occurs in strings only, so escaping it keeps the corpus from ending the element.
        data_element("corpus", &corpus.replace('<', "\\u003c")),
        data_element("edition", &edition_file),
        data_element("pages", &pages.replace('<', "\\u003c")),
        parts.data_files,
        parts.engine,
        parts.editor,
        parts
            .publisher
            .map(|code| format!("<script>{{\n{code}\n{PUBLISHER_SCRIPT}}}</script>\n"))
            .unwrap_or_default(),
        parts
            .workbook
            .map(|code| format!("<script>{{\n{code}\n{WORKBOOK_SCRIPT}}}</script>\n"))
            .unwrap_or_default(),
        parts.app
    );
    let page = |policy: &str| {
        format!(
            "<!doctype html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n{policy}\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n"
        )
    };
    let policy = policy(&page(""));
    Ok(page(&format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n")))
}

/// Returns a page that only the builder makes, as far as the engine reads it ([`parse_static_page`](thidua_client::parse_static_page)).
fn document(engine: &Engine, path: &str) -> String {
    let PageResponse { path, title, description, view } = engine.respond(&PageRequest::page(path));
    let markup = if let View::Static(markup) = view { markup } else { String::new() };
    format!(
        "<title>{}</title><meta name=\"description\" content=\"{}\"><div data-path=\"{}\"><main id=\"main\"><div>{markup}</div></main>",
        escape(&title),
        escape(&description),
        escape(&path)
    )
}

/// Returns an element with data for scripts.
fn data_element(id: &str, content: &str) -> String {
    format!("<script type=\"text/plain\" id=\"{id}\">{content}</script>")
}

/// Parts of the app in the form in which they are embedded.
struct AppParts {
    /// Inline script of the template that sets the theme before the first paint.
    theme: String,
    icon: String,
    style: String,
    app: String,
    engine: String,
    editor: String,
    /// `None` if the app has no publisher.
    publisher: Option<String>,
    /// Script of the maker of workbooks; `None` if the app has none.
    workbook: Option<String>,
    /// Elements of all files of the app.
    data_files: String,
}

impl AppParts {
    fn new(app: &AppBundle) -> Result<AppParts, SiteError> {
        let missing = |what: &str| SiteError::App(format!("no {what} in it"));
        let find = |start: &str, end: &str| {
            let found = app.assets().find(|(path, _)| path.starts_with(start) && path.ends_with(end));
            found.ok_or_else(|| missing(&format!("{start}*{end}")))
        };
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let script = |bundle: WasmBundle| app.text(bundle.script).ok_or_else(|| missing(bundle.script));
        let (engine, editor) = (script(ENGINE)?, script(EDITOR)?);
        let publisher = PUBLISHER.is_in(app).then(|| script(PUBLISHER)).transpose()?;
        let workbook = WORKBOOK.is_in(app).then(|| script(WORKBOOK)).transpose()?;
        let app_script = text(find("thi-dua-app-", ".js")?.1);
        if [&engine, &editor, &app_script]
            .into_iter()
            .chain(&publisher)
            .chain(&workbook)
            .any(|code| code.contains("</script") || code.contains("<!--"))
        {
            return Err(SiteError::App("a script in it cannot stand in a document".to_owned()));
        }
        let template = app.template()?;
        // A template may have none.
        let theme = template.split_once("<script>").and_then(|(_, rest)| rest.split_once("</script>"));
        Ok(AppParts {
            theme: theme.map(|(code, _)| format!("<script>{code}</script>")).unwrap_or_default(),
            icon: data_url("image/svg+xml", find("icons/", ".svg")?.1),
            style: with_fonts_inside(&text(find("main-", ".css")?.1), app),
            app: app_script,
            engine,
            editor,
            publisher,
            workbook,
            data_files: data_files(app, find("thi-dua-app-", "_bg.wasm")?.0)?,
        })
    }
}

/// Returns the elements of all files of the app. Those of the programs that the document runs have an id; `app_wasm` is the
/// path of the app's own.
fn data_files(app: &AppBundle, app_wasm: &str) -> Result<String, SiteError> {
    let programs = [
        (app_wasm, "app-wasm"),
        (ENGINE.wasm, "engine-wasm"),
        (EDITOR.wasm, "desk-wasm"),
        (PUBLISHER.wasm, "publish-wasm"),
        (WORKBOOK.wasm, "xlsx-wasm"),
    ];
    for (path, _) in programs.iter().take(3) {
        app.file(path).ok_or_else(|| SiteError::App(format!("no {path} in it")))?;
    }
    app.carried()
        .map(|(path, bytes)| match programs.iter().find(|(program, _)| *program == path) {
            Some((_, id)) => Ok(DataFile::plain(path, bytes, id)),
            None => DataFile::packed(path, bytes),
        })
        .collect()
}

fn data_url(kind: &str, bytes: &[u8]) -> String {
    format!("data:{kind};base64,{}", BASE64_STANDARD.encode(bytes))
}

/// Returns a style sheet with its fonts as data URLs.
fn with_fonts_inside(style: &str, app: &AppBundle) -> String {
    app.assets().filter(|(path, _)| path.ends_with(".woff2")).fold(
        style.to_owned(),
        |style, (path, bytes)| {
            let inside = data_url("font/woff2", bytes);
            style
                .replace(&format!("url(\"{path}\")"), &format!("url({inside})"))
                .replace(&format!("url({path})"), &format!("url({inside})"))
        },
    )
}
