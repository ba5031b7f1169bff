//! Pages as files: each route rendered, spliced into the shell, with its head and its policy.

use super::head::{escape, head};
use super::offline::MANIFEST;
use super::policy::policy;
use super::render::render;
use super::shell::{Filling, Shell};
use crate::shape::shape_of;
use thidua_client::Engine;
use thidua_core::corpus::Catalogue;
use thidua_core::domain::Lang;
use thidua_i18n::words;
use thidua_pages::chart_drawings::DrawnCharts;
use thidua_pages::route::{Page, Route};
use thidua_pages::site_model::SiteData;

/// What pages name of their site.
#[derive(Debug)]
pub struct Named {
    /// The edition of its data: named only by pages that change while they are used.
    pub edition: String,
    /// The script of the workbench.
    pub desk: String,
}

/// What every page of a site is made from.
#[derive(Debug)]
pub struct Pages<'a> {
    /// What pages are spliced into.
    shell: Shell,
    /// What stands on them.
    engine: &'a Engine,
    /// The script that every page begins with.
    starter: String,
    /// What pages name.
    named: Named,
    /// What every page allows itself: the scripts in it are those of the shell and the starter.
    policy: String,
}

impl<'a> Pages<'a> {
    /// Pages that are spliced into `shell`, begin with the script `starter` and name what is in `named`.
    pub fn new(shell: Shell, engine: &'a Engine, starter: String, named: Named) -> Pages<'a> {
        let empty = Filling { lang: Lang::Vi.tag(), head: &starter, mount_attributes: "", body: "" };
        let policy = policy(&shell.fill(&empty));
        Pages { shell, engine, starter, named, policy }
    }

    /// The policy of every page.
    pub fn policy(&self) -> &str {
        &self.policy
    }

    /// The page of `route`, of which these are the charts, by its path.
    pub fn page(&self, route: &Route, charts: &DrawnCharts) -> (String, String) {
        (format!("{}index.html", route.path()), self.html(route, charts, true))
    }

    /// The page for addresses that do not exist.
    pub fn not_found(&self) -> String {
        self.html(
            &Route { lang: Lang::Vi, page: Page::NotFound(String::new()) },
            &DrawnCharts::default(),
            false,
        )
    }

    /// A page; `as_is` says that its address is the one it was rendered for, so that the app may take it over.
    fn html(&self, route: &Route, charts: &DrawnCharts, as_is: bool) -> String {
        let path = if as_is { format!(" data-path=\"{}\"", escape(&route.path())) } else { String::new() };
        let edition = match route.page {
            Page::Home | Page::Figures => format!(" data-edition=\"{}\"", self.named.edition),
            _ => String::new(),
        };
        let SiteData { catalogue, base, origin, .. } = self.engine.site();
        let body = render(self.engine, route, self.engine.page(route, charts));
        let mount_attributes = format!(
            " data-base=\"{}\" data-origin=\"{}\" data-desk=\"{}\" data-shape=\"{}\"{edition}{path}",
            escape(base.as_str()),
            escape(origin),
            escape(&base.file(&self.named.desk)),
            shape_of(&body).attribute()
        );
        let manifest = escape(&base.file(MANIFEST));
        let head = format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n    {}\n    <link rel=\"manifest\" \
             href=\"{manifest}\">\n    {}",
            self.policy,
            head(route, catalogue, base, origin),
            self.starter
        );
        self.shell.fill(&Filling {
            lang: route.lang.tag(),
            head: &head,
            mount_attributes: &mount_attributes,
            body: &body,
        })
    }

    /// Pages that lead from old ids to the things that replaced them, by their paths, in both languages.
    pub fn redirects(&self) -> Vec<(String, String)> {
        let SiteData { catalogue, base, .. } = self.engine.site();
        let old = redirects(catalogue);
        old.iter()
            .map(|(from, to)| (format!("{}index.html", from.path()), redirect_page(&base.href(to), to.lang)))
            .collect()
    }
}

/// Every old address that leads to a page, in both languages.
fn redirects(catalogue: &Catalogue) -> Vec<(Route, Route)> {
    let kinds = ["bai-viet", "phong-trao", "don-vi", "so-lieu"];
    let old = catalogue.old_ids();
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
