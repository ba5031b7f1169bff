//! The whole site as one HTML file that opens by double-click: corpus, app, engine, fonts and styles inside.
//!
//! From a disk, browsers refuse workers, module files and fetches. So everything stands in the document: the app as an
//! inline module, WebAssembly as text, the engine in the page itself ([`single.js`](../../../../src/site/single.js)).
//! Pages are named behind a hash; the home page is there before any script runs.

use base64::prelude::{BASE64_STANDARD, Engine as _};

use super::SiteError;
use super::app::App;
use super::build::Site;
use super::data::{Documents, Published};
use super::early::early_inline;
use super::edition::{edition_of, written};
use super::head::escape;
use super::policy::policy;
use super::programs::{DESK, ENGINE, Program};
use super::render::render;
use super::starter::single_notice;
use crate::shape::shape_of;
use thidua_client::Engine;
use thidua_core::corpus::BROWSER_MAX_BYTES;
use thidua_pages::chart_drawings::DrawnCharts;
use thidua_pages::page_meta::PageMeta;
use thidua_pages::route::{BasePath, Route};
use thidua_pages::site_model::SiteData;

/// What stands in the head of every file that this program made, so that it never writes over another.
pub const MARK: &str = "<meta name=\"generator\" content=\"thidua\">";

const STAND_IN: &str = include_str!("single.js");
/// Behind the script of the workbench, in one block with it: begins the program when it is asked for.
const DESK_STAND_IN: &str = include_str!("single_desk.js");

/// The site as one file. Its `base` is not used: the file may lie anywhere. With an `origin`, links to share are those of
/// the published site.
///
/// # Errors
/// Where the corpus is too large for a browser, or the app lacks a part.
pub fn single(site: Site<'_>) -> Result<String, SiteError> {
    let Documents { published: Published { corpus: bytes, sha256, .. }, catalogue, attested, .. } =
        site.documents;
    if bytes.len() > BROWSER_MAX_BYTES {
        return Err(SiteError::TooLargeForOneFile { bytes: bytes.len() });
    }
    let address = match site.origin.as_str() {
        "" => String::new(),
        origin => format!("{origin}{}", site.base.as_str().trim_end_matches('/')),
    };
    let engine = Engine::new(SiteData::new(catalogue, attested, BasePath::new(BasePath::HASH), address));
    let SiteData { catalogue, base, attested, origin, .. } = engine.site();
    let home = Route::parse("");
    let meta = PageMeta::of(&home, catalogue);
    let manifest = written(&edition_of("", bytes.len(), &sha256, "", attested)?)?;
    let parts = Parts::of(site.app)?;
    let corpus = String::from_utf8_lossy(&bytes);
    let corpus = corpus.trim_start_matches('\u{FEFF}');
    let head = format!(
        "<title>{}</title>\n<meta name=\"description\" content=\"{}\">\n{MARK}\n{}\n{}\n<link rel=\"icon\" href=\"{}\">\n<style>{}</style>",
        escape(&meta.title),
        escape(&meta.description),
        parts.theme,
        early_inline(),
        parts.icon,
        parts.style
    );
    let page = render(&engine, &home, engine.page(&home, &DrawnCharts::default()));
    let body = format!(
        "<script>{}</script>\n<div id=\"app\" data-base=\"{}\" data-origin=\"{}\" data-shape=\"{}\" data-path=\"\">{}</div>\n{}\n{}\n{}\n{}\n{}\n\
         <script>{}\n{STAND_IN}</script>\n<script>{{\n{}\n{DESK_STAND_IN}}}</script>\n<script type=\"module\">{}\nthidua.start(__wbg_init({{ module_or_path: unpacked(\"app-wasm\") }}));</script>",
        single_notice(),
        base.as_str(),
        escape(origin),
        shape_of(&page).attribute(),
        page,
        // Nothing of a corpus can end the element: `<` stands in its strings only.
        held("corpus", &corpus.replace('<', "\\u003c")),
        held("edition", &manifest),
        held("app-wasm", &BASE64_STANDARD.encode(parts.app_wasm)),
        held("engine-wasm", &BASE64_STANDARD.encode(parts.engine_wasm)),
        held("desk-wasm", &BASE64_STANDARD.encode(parts.desk_wasm)),
        parts.engine,
        parts.desk,
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

/// Data in the document, for scripts to read.
fn held(id: &str, content: &str) -> String {
    format!("<script type=\"text/plain\" id=\"{id}\">{content}</script>")
}

/// The parts of the app, as they stand in the file.
struct Parts<'a> {
    /// The inline script of the shell that sets the theme before the first paint.
    theme: String,
    icon: String,
    style: String,
    app: String,
    app_wasm: &'a [u8],
    engine: String,
    engine_wasm: &'a [u8],
    desk: String,
    desk_wasm: &'a [u8],
}

impl Parts<'_> {
    fn of(app: &App) -> Result<Parts<'_>, SiteError> {
        let missing = |what: &str| SiteError::App(format!("no {what} in it"));
        let find = |start: &str, end: &str| {
            let found = app.assets().find(|(path, _)| path.starts_with(start) && path.ends_with(end));
            found.ok_or_else(|| missing(&format!("{start}*{end}")))
        };
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let program = |program: Program| {
            let script = app.text(program.script).ok_or_else(|| missing(program.script))?;
            let wasm = app.file(program.wasm).ok_or_else(|| missing(program.wasm))?;
            Ok::<_, SiteError>((script, wasm))
        };
        let ((engine, engine_wasm), (desk, desk_wasm)) = (program(ENGINE)?, program(DESK)?);
        let app_script = text(find("thi-dua-app-", ".js")?.1);
        if [&engine, &desk, &app_script].iter().any(|code| code.contains("</script") || code.contains("<!--"))
        {
            return Err(SiteError::App("a script in it cannot stand in a document".to_owned()));
        }
        let shell = app.shell()?;
        // A shell may have none.
        let theme = shell.split_once("<script>").and_then(|(_, rest)| rest.split_once("</script>"));
        Ok(Parts {
            theme: theme.map(|(code, _)| format!("<script>{code}</script>")).unwrap_or_default(),
            icon: data_url("image/svg+xml", find("icons/", ".svg")?.1),
            style: with_fonts_inside(&text(find("main-", ".css")?.1), app),
            app: app_script,
            app_wasm: find("thi-dua-app-", "_bg.wasm")?.1,
            engine,
            engine_wasm,
            desk,
            desk_wasm,
        })
    }
}

fn data_url(kind: &str, bytes: &[u8]) -> String {
    format!("data:{kind};base64,{}", BASE64_STANDARD.encode(bytes))
}

/// A style sheet with the fonts that it names inside.
fn with_fonts_inside(style: &str, app: &App) -> String {
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
