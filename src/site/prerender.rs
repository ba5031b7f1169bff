//! Fills a folder with pages.

use std::path::{Path, PathBuf};

use super::SiteError;
use super::data::load;
use super::embed;
use super::engine_files;
use super::head::{escape, head};
use super::policy::policy;
use super::render::render;
use super::shell::{Filling, Shell};
use crate::corpus::Catalogue;
use crate::domain::Lang;
use crate::engine::Engine;
use crate::i18n::words;
use crate::pages::SiteData;
use crate::route::{Base, Page, Route};

/// What to build, and where.
#[derive(Debug)]
pub struct Options {
    /// The folder with the browser build, filled in place.
    pub dist: PathBuf,
    /// Where the site will live on its host.
    pub base: Base,
    /// The origin of the host without a slash at its end (`https://example.org`); empty where it is not known.
    pub origin: String,
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summary {
    /// Pages.
    pub pages: usize,
    /// Charts alone, for frames in other people's pages.
    pub frames: usize,
    /// Pages that lead from an old id to the new one.
    pub redirects: usize,
}

/// Writes every page of the corpus that lies in the folder. The same input gives the same bytes.
pub fn prerender(options: &Options) -> Result<Summary, SiteError> {
    let shell_path = options.dist.join("index.html");
    let shell_html = read(&shell_path)?;
    let shell = Shell::parse(&shell_html, &shell_path, &options.base)?;
    let (catalogue, attested) = load(&options.dist)?;
    let data = SiteData::new(catalogue, attested, options.base.clone(), options.origin.clone());
    let site = Site { engine: Engine::new(data), script: engine_files::publish(&options.dist)? };
    let catalogue = &site.engine.site().catalogue;
    let routes = Route::all(catalogue);
    let views = Lang::ALL.map(|lang| Route { lang, page: Page::Embed });
    for route in routes.iter().chain(&views) {
        write(&options.dist.join(route.path()).join("index.html"), &page(&shell, &site, route, true))?;
    }
    let frames =
        embed::frames(site.engine.site(), &shell_html, |path, html| write(&options.dist.join(path), html))?;
    let missing = Route { lang: Lang::Vi, page: Page::NotFound(String::new()) };
    write(&options.dist.join("404.html"), &page(&shell, &site, &missing, false))?;
    let old = redirects(catalogue);
    for (from, to) in &old {
        write(
            &options.dist.join(from.path()).join("index.html"),
            &redirect_page(&options.base.href(to), to.lang),
        )?;
    }
    Ok(Summary { pages: routes.len(), frames, redirects: old.len() })
}

pub(super) fn read(path: &Path) -> Result<String, SiteError> {
    std::fs::read_to_string(path).map_err(|reason| SiteError::File {
        path: path.to_owned(),
        action: "cannot read",
        reason,
    })
}

fn write(path: &Path, text: &str) -> Result<(), SiteError> {
    let error = |reason| SiteError::File { path: path.to_owned(), action: "cannot write", reason };
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(error)?;
    }
    std::fs::write(path, text).map_err(error)
}

/// What every page of a site is made from.
struct Site {
    engine: Engine,
    /// The name of the worker's script.
    script: String,
}

/// A page; `as_is` says that its address is the one it was rendered for, so that the app may take it over.
fn page(shell: &Shell, site: &Site, route: &Route, as_is: bool) -> String {
    let path = if as_is { format!(" data-path=\"{}\"", escape(&route.path())) } else { String::new() };
    let SiteData { catalogue, base, attested, origin, .. } = site.engine.site();
    let mount_attributes = format!(
        " data-base=\"{}\" data-origin=\"{}\" data-attested=\"{}\"{path}",
        escape(base.as_str()),
        escape(origin),
        escape(&attested.attribute())
    );
    let body = render(&site.engine, route);
    let head = format!("{}\n    {}", head(route, catalogue, base, origin), starter(&base.file(&site.script)));
    let fill = |head: &str| {
        shell.fill(&Filling {
            lang: route.lang.tag(),
            head,
            mount_attributes: &mount_attributes,
            body: &body,
        })
    };
    let policy = policy(&fill(&head));
    fill(&format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n    {head}"))
}

/// Begins to load the engine while the page is still being read. A base path and a file name of ours hold nothing that
/// would need escaping in a script.
fn starter(engine: &str) -> String {
    format!("<script>engine=new Worker(\"{engine}\");engine.onerror=()=>engine.failed=true</script>")
}

/// Every old address that leads to a page, in both languages.
fn redirects(catalogue: &Catalogue) -> Vec<(Route, Route)> {
    let kinds = ["bai-viet", "phong-trao", "don-vi", "so-lieu"];
    let old = catalogue.corpus().redirects.keys();
    old.flat_map(|id| {
        kinds.iter().flat_map(move |kind| ["", "en/"].map(|lang| format!("{lang}{kind}/{id}/")))
    })
    .filter_map(|path| {
        let from = Route::parse(&path);
        let to = from.clone().resolve(catalogue);
        (from != to && !matches!(to.page, Page::NotFound(_))).then_some((from, to))
    })
    .collect()
}

fn redirect_page(href: &str, lang: Lang) -> String {
    let (href, w) = (escape(href), words(lang));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n<title>{}</title>\n\
         <meta http-equiv=\"refresh\" content=\"0; url={href}\">\n<link rel=\"canonical\" href=\"{href}\">\n\
         <p>{}: <a href=\"{href}\">{href}</a></p>\n</html>\n",
        lang.tag(),
        w.site_name,
        w.moved_here
    )
}
