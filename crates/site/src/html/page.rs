//! Pages: each route is rendered and filled into the template with its head and policy.

use thidua_client::Engine;
use thidua_core::corpus::Catalogue;
use thidua_core::domain::{Lang, SiteLanguages};
use thidua_i18n::words;
use thidua_pages::chart_drawings::DrawnCharts;
use thidua_pages::route::{Page, Route};
use thidua_pages::site_model::SiteData;

use super::head::{escape, head};
use super::policy::policy;
use super::render::render;
use super::shape::shape_of;
use super::template::{Template, TemplateValues};
use crate::offline::WEB_MANIFEST;

/// Names that pages refer to.
#[derive(Debug)]
pub struct PageReferences {
    /// Content of the edition file. Only pages that change while they are used carry it.
    pub edition: String,
    /// Path of the script of the editor.
    pub editor: String,
    /// Path of the script that makes workbooks, if the app has one.
    pub workbook: Option<String>,
}

/// Renderer of the pages of a site.
#[derive(Debug)]
pub struct PageRenderer<'a> {
    template: Template,
    engine: &'a Engine,
    /// Scripts in the head of every page.
    head_scripts: String,
    references: PageReferences,
    /// Content-Security-Policy; the same for every page, because all have the same inline scripts.
    policy: String,
}

impl<'a> PageRenderer<'a> {
    /// Creates a renderer of pages with the given template and scripts.
    pub fn new(
        template: Template,
        engine: &'a Engine,
        head_scripts: String,
        references: PageReferences,
    ) -> PageRenderer<'a> {
        let empty =
            TemplateValues { lang: Lang::Vi.tag(), head: &head_scripts, mount_attributes: "", body: "" };
        let policy = policy(&template.fill(&empty));
        PageRenderer { template, engine, head_scripts, references, policy }
    }

    /// Returns the Content-Security-Policy of every page.
    pub fn policy(&self) -> &str {
        &self.policy
    }

    /// Returns path and HTML of the page of `route`, which shows `charts`.
    pub fn page(&self, route: &Route, charts: &DrawnCharts) -> (String, String) {
        (format!("{}index.html", route.path()), self.html(route, charts, true))
    }

    /// Returns the page for unknown addresses (404).
    pub fn not_found(&self) -> String {
        self.html(
            &Route { lang: Lang::Vi, page: Page::NotFound(String::new()) },
            &DrawnCharts::default(),
            false,
        )
    }

    /// Returns a page. With `is_at_own_path` it states the path for which it was rendered, so that the app may hydrate it.
    fn html(&self, route: &Route, charts: &DrawnCharts, is_at_own_path: bool) -> String {
        let path =
            if is_at_own_path { format!(" data-path=\"{}\"", escape(&route.path())) } else { String::new() };
        let edition = match route.page {
            Page::Home | Page::Figures => {
                format!(" data-edition=\"{}\"", escape(self.references.edition.trim_end()))
            }
            _ => String::new(),
        };
        let SiteData { catalogue, base, origin, .. } = self.engine.site();
        let workbook = self.references.workbook.as_ref();
        let workbook =
            workbook.map_or_else(String::new, |path| format!(" data-xlsx=\"{}\"", escape(&base.file(path))));
        let body = render(self.engine, route, self.engine.page(route, charts));
        let languages = languages_attribute(catalogue);
        let mount_attributes = format!(
            " data-base=\"{}\" data-origin=\"{}\" data-desk=\"{}\"{workbook} data-shape=\"{}\"{languages}{edition}{path}",
            escape(base.as_str()),
            escape(origin),
            escape(&base.file(&self.references.editor)),
            shape_of(&body).attribute()
        );
        let manifest = escape(&base.file(WEB_MANIFEST));
        let head = format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n    {}\n    <link rel=\"manifest\" \
             href=\"{manifest}\">\n    {}",
            self.policy,
            head(route, catalogue, base, origin),
            self.head_scripts
        );
        self.template.fill(&TemplateValues {
            lang: route.lang.tag(),
            head: &head,
            mount_attributes: &mount_attributes,
            body: &body,
        })
    }

    /// Returns path and HTML of the redirects from old ids, in the languages of the site.
    pub fn redirects(&self) -> Vec<(String, String)> {
        let SiteData { catalogue, base, .. } = self.engine.site();
        let old = redirects(catalogue);
        old.iter()
            .map(|(from, to)| (format!("{}index.html", from.path()), redirect_page(&base.href(to), to.lang)))
            .collect()
    }
}

/// Returns every old address with the page that replaced it, in the languages of the site.
fn redirects(catalogue: &Catalogue) -> Vec<(Route, Route)> {
    let kinds = ["bai-viet", "phong-trao", "don-vi", "so-lieu"];
    let languages = catalogue.languages();
    let old = catalogue.old_ids();
    old.flat_map(|id| {
        kinds.iter().flat_map(move |kind| ["", "en/"].map(|lang| format!("{lang}{kind}/{id}/")))
    })
    .filter_map(|path| {
        let from = Route::parse(&path);
        let to = from.clone().resolve(catalogue);
        let is_built = languages.contains(&to.lang) && !matches!(to.page, Page::NotFound(_));
        (from != to && is_built).then_some((from, to))
    })
    .collect()
}

/// Attribute of the mount point that names the languages of the site; empty for the default.
pub(crate) fn languages_attribute(catalogue: &Catalogue) -> String {
    match catalogue.corpus().languages {
        SiteLanguages::Both => String::new(),
        SiteLanguages::Vietnamese => format!(" data-languages=\"{}\"", Lang::Vi.tag()),
    }
}

/// Page that leads on to `href` at once.
pub(super) fn redirect_page(href: &str, lang: Lang) -> String {
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
