//! Charts for frames in pages of other sites: one file per chart, with the style sheet of the site and without scripts.
//!
//! A frame must open fast and must not run our program in a page of somebody else. It always has the light theme, because
//! the pages around it are light.

use thidua_pages::chart_drawings::{DrawnChart, DrawnCharts};
use thidua_pages::html::embed;
use thidua_pages::route::Route;
use thidua_pages::site_model::SiteData;
use thidua_pages::url_state::PageView;

use super::head::escape;

/// Content-Security-Policy of a frame: no scripts.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; \
                      form-action 'none'";

/// Renderer of the frames of a site.
#[derive(Debug)]
pub struct EmbedRenderer<'a> {
    site: &'a SiteData,
    /// `<link>` elements of the style sheets.
    styles: String,
}

impl<'a> EmbedRenderer<'a> {
    /// Creates a renderer; `template` is the built `index.html`, whose style sheets the frames use.
    pub fn new(site: &'a SiteData, template: &str) -> EmbedRenderer<'a> {
        EmbedRenderer {
            site,
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
