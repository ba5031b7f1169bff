//! Citations of a selection: of the articles that a search has found, or of the figures that are chosen.

use crate::cite::{Format, Work, article_line, figure_line};
use crate::domain::Article;
use crate::filters;
use crate::pages::{Ctx, Place};
use crate::route::Page;
use crate::search::search;

impl<'a> Ctx<'a> {
    /// The articles that the home page lists for a query, all of them, in its order.
    pub fn articles_found(self, query: &str) -> Vec<&'a Article> {
        let hits = search(&self.site.index, &filters::request(query)).hits;
        hits.iter().filter_map(|hit| self.catalogue().article(&hit.article)).collect()
    }

    /// A file that cites what a place lists. `None` where it lists nothing that could be cited.
    pub fn cited_at(self, place: Place<'_>, format: Format) -> Option<String> {
        let (catalogue, lang) = (self.catalogue(), self.lang);
        if *place.page == Page::Home {
            let articles = self.articles_found(place.query);
            let pages = articles.iter().map(|a| self.cited_address(Page::Article(a.id.clone())));
            let pages: Vec<String> = pages.collect();
            let works = articles.iter().zip(&pages);
            let works: Vec<Work<'_>> =
                works.map(|(article, page)| Work::of_article(article, page, catalogue, lang)).collect();
            return written(&works, format);
        }
        let figures = self.figures_at(place);
        let pages = figures.iter().map(|f| self.cited_address(Page::Figure(f.figure.id.clone())));
        let pages: Vec<String> = pages.collect();
        let works = figures.iter().zip(&pages);
        let works: Vec<Work<'_>> =
            works.map(|(found, page)| Work::of_figure(*found, page, catalogue, lang)).collect();
        written(&works, format)
    }

    /// What a place lists as lines of a report, each with the address of its page. `None` where it lists nothing.
    pub fn citation_lines_at(self, place: Place<'_>) -> Option<String> {
        let (catalogue, lang) = (self.catalogue(), self.lang);
        let lines: Vec<String> = if *place.page == Page::Home {
            let line = |article: &Article| {
                let address = self.cited_address(Page::Article(article.id.clone()));
                format!("{} {address}\n", article_line(article, catalogue, lang))
            };
            self.articles_found(place.query).into_iter().map(line).collect()
        } else {
            let figures = self.figures_at(place).into_iter();
            let lines = figures.map(|found| {
                let address = self.cited_address(Page::Figure(found.figure.id.clone()));
                format!("{} {address}\n", figure_line(found, catalogue, lang))
            });
            lines.collect()
        };
        (!lines.is_empty()).then(|| lines.concat())
    }
}

fn written(works: &[Work<'_>], format: Format) -> Option<String> {
    (!works.is_empty()).then(|| format.write(works))
}
