//! Charts for frames in pages of other sites: one file per chart, with the style sheet of the site and without scripts.
//!
//! A frame must open fast and must not run our program in a page of somebody else. It always has the light theme, because
//! the pages around it are light.

use std::collections::BTreeMap;

use thidua_core::domain::{ArticleId, CampaignId, FigureId, OrganisationId};
use thidua_pages::chart_drawings::{DrawnChart, DrawnCharts};
use thidua_pages::html::embed;
use thidua_pages::route::{Page, Route};
use thidua_pages::site_model::SiteData;
use thidua_pages::url_state::PageView;

use super::head::escape;
use super::page::redirect_page;

/// Content-Security-Policy of a frame: no scripts.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; \
                      form-action 'none'";

/// Renderer of the frames of a site.
#[derive(Debug)]
pub struct EmbedRenderer<'a> {
    site: &'a SiteData,
    /// `<link>` elements of the style sheets.
    styles: String,
    /// Old ids by the id that replaced them.
    old_ids: BTreeMap<&'a str, Vec<&'a str>>,
}

impl<'a> EmbedRenderer<'a> {
    /// Creates a renderer; `template` is the built `index.html`, whose style sheets the frames use.
    pub fn new(site: &'a SiteData, template: &str) -> EmbedRenderer<'a> {
        let mut old_ids: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for old in site.catalogue.old_ids() {
            if let Some(id) = site.catalogue.redirect(old) {
                old_ids.entry(id).or_default().push(old);
            }
        }
        EmbedRenderer {
            site,
            old_ids,
            styles: style_links(template).replace("=\"./", &format!("=\"{}", site.base.as_str())),
        }
    }

    /// Returns path and HTML of the frame of every chart of a page.
    pub fn frames(&self, route: &Route, charts: &DrawnCharts) -> Vec<(String, String)> {
        if !PageView::new(&route.page).has_frames() {
            return Vec::new();
        }
        let path = |drawn: &DrawnChart| route.embed_path(&drawn.chart.id);
        charts.shown.iter().map(|drawn| (path(drawn), frame(self.site, route, drawn, &self.styles))).collect()
    }

    /// Returns path and HTML of a page that leads on for every chart of a page at its old addresses: a frame in a page of
    /// another site shows its chart after the id was changed.
    pub fn moved_frames(&self, route: &Route, charts: &DrawnCharts) -> Vec<(String, String)> {
        if !PageView::new(&route.page).has_frames() {
            return Vec::new();
        }
        let lang = route.lang;
        let (id, page): (&str, &dyn Fn(&str) -> Page) = match &route.page {
            Page::Article(id) => (id, &|old| Page::Article(ArticleId::new(old))),
            Page::Campaign(id) => (id, &|old| Page::Campaign(CampaignId::new(old))),
            Page::Organisation(id) => (id, &|old| Page::Organisation(OrganisationId::new(old))),
            Page::Figure(id) => (id, &|old| Page::Figure(FigureId::new(old))),
            _ => return Vec::new(),
        };
        let old_routes =
            self.old_ids.get(id).into_iter().flatten().map(|old| Route { lang, page: page(old) });
        let mut files = Vec::new();
        for old in old_routes {
            for drawn in &charts.shown {
                let chart = &drawn.chart.id;
                let html = redirect_page(&self.site.base.file(&route.embed_path(chart)), lang);
                files.push((old.embed_path(chart), html));
            }
        }
        files
    }
}

fn frame(site: &SiteData, route: &Route, drawn: &DrawnChart, styles: &str) -> String {
    let body = embed::chart_frame(&site.page_context(route.lang), drawn, PageView::new(&route.page), true)
        .into_string();
    let title = escape(&drawn.chart.heading);
    let page = escape(&format!("{}{}", site.origin, site.base.href(route)));
    let icon = escape(&site.base.file("icons/icon.svg"));
    format!(
        "<!doctype html>\n<html lang=\"{}\" data-theme=\"light\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <meta name=\"robots\" content=\"noindex\">\n<link rel=\"canonical\" href=\"{page}\">\n\
         <link rel=\"icon\" href=\"{icon}\" type=\"image/svg+xml\">\n<base target=\"_blank\">\n{styles}\n</head>\n<body class=\"embedded\">\n{body}\n</body>\n</html>\n",
        route.lang.tag()
    )
}

/// Returns the `<link>` elements of style sheets in `html`, verbatim.
fn style_links(html: &str) -> String {
    let links = html.split('<').filter_map(|tag| {
        let (tag, _) = tag.split_once('>')?;
        (tag.starts_with("link ") && tag.contains("stylesheet")).then(|| format!("<{tag}>"))
    });
    links.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_links_to_style_sheets_are_taken_from_a_template() {
        let html = "<head><link rel=\"icon\" href=\"a\"><link rel=\"stylesheet\" href=\"./m-1.css\"/><script src=\"x\">";
        assert_eq!(style_links(html), "<link rel=\"stylesheet\" href=\"./m-1.css\"/>");
    }
}
