//! Addresses: the page that a path names, and the path of every page.
//!
//! One type serves both directions, so that links, the sitemap, canonical addresses and built pages cannot disagree. Vietnamese
//! is at the root, English under `en/`. Every path ends in `/`, so that a host that only serves files finds `index.html` there.

use thidua_core::corpus::{Catalogue, PageIds};
use thidua_core::domain::{ArticleId, CampaignId, FigureId, Lang, OrganisationId};
use thidua_i18n::guide::Chapter;

/// A page, without its language.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Page {
    /// Search, key numbers and cards.
    Home,
    /// One article.
    Article(ArticleId),
    /// All campaigns, and the campaign × organisation matrix.
    Campaigns,
    /// One campaign.
    Campaign(CampaignId),
    /// All organisations.
    Organisations,
    /// One organisation.
    Organisation(OrganisationId),
    /// The figure explorer.
    Figures,
    /// One figure with its evidence.
    Figure(FigureId),
    /// A view of the explorer for a frame in somebody else's page; its query chooses the figures.
    Embed,
    /// Rounds, themes and articles in time.
    Timeline,
    /// All years of the corpus.
    Years,
    /// One year: what each organisation ran, promised and reached.
    Year(u16),
    /// Chosen organisations or years side by side; the query chooses them.
    Comparison,
    /// Where articles differ on one thing.
    Differences,
    /// Method, sources, rights, glossary.
    About,
    /// The editor: from an article to verified facts.
    Editor,
    /// What can be downloaded, and the data dictionary.
    Data,
    /// The chapters of the guide.
    Guide,
    /// One chapter of the guide.
    GuideChapter(Chapter),
    /// Unknown address: the path without the language prefix.
    NotFound(String),
}

impl Page {
    /// Returns whether only the site builder makes the content of this page. The browser takes it from the built file, or, in a
    /// site that is one file, from the document.
    pub fn is_built(&self) -> bool {
        matches!(
            self,
            Page::Years
                | Page::Year(_)
                | Page::Differences
                | Page::Data
                | Page::Guide
                | Page::GuideChapter(_)
        )
    }

    /// Returns every page for which [`Page::is_built`] holds: those of all sites, and the years of the corpus.
    pub fn all_built(catalogue: &Catalogue) -> Vec<Page> {
        let years = catalogue.years().keys().copied().map(Page::Year);
        let chapters = Chapter::ALL.into_iter().map(Page::GuideChapter);
        let lists = [Page::Years, Page::Differences, Page::Data, Page::Guide];
        lists.into_iter().chain(years).chain(chapters).collect()
    }
}

/// A page in a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// The language.
    pub lang: Lang,
    /// The page.
    pub page: Page,
}

impl Route {
    /// Parses `path`, which starts below the base path of the site. Never fails: an unknown address is [`Page::NotFound`]. Does
    /// not check whether an id exists; see [`Route::resolve`].
    ///
    /// ```
    /// use thidua_pages::route::{Page, Route};
    /// assert_eq!(Route::parse("en/phong-trao/").page, Page::Campaigns);
    /// assert_eq!(Route::parse("/").page, Page::Home);
    /// ```
    pub fn parse(path: &str) -> Route {
        let mut parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        if parts.last() == Some(&"index.html") {
            parts.pop();
        }
        let lang = if parts.first() == Some(&"en") { Lang::En } else { Lang::Vi };
        if lang == Lang::En {
            parts.remove(0);
        }
        let page = match parts.as_slice() {
            [] => Page::Home,
            ["bai-viet", id] => Page::Article(ArticleId::new(*id)),
            ["phong-trao"] => Page::Campaigns,
            ["phong-trao", id] => Page::Campaign(CampaignId::new(*id)),
            ["don-vi"] => Page::Organisations,
            ["don-vi", id] => Page::Organisation(OrganisationId::new(*id)),
            ["so-lieu"] => Page::Figures,
            ["so-lieu", id] => Page::Figure(FigureId::new(*id)),
            ["nhung"] => Page::Embed,
            ["dong-thoi-gian"] => Page::Timeline,
            ["nam"] => Page::Years,
            ["nam", year] => match year_of(year) {
                Some(year) => Page::Year(year),
                None => Page::NotFound(parts.join("/")),
            },
            ["so-sanh"] => Page::Comparison,
            ["khac-nhau"] => Page::Differences,
            ["gioi-thieu"] => Page::About,
            ["soan"] => Page::Editor,
            ["du-lieu"] => Page::Data,
            ["huong-dan"] => Page::Guide,
            ["huong-dan", slug] => match Chapter::by_slug(slug) {
                Some(chapter) => Page::GuideChapter(chapter),
                None => Page::NotFound(parts.join("/")),
            },
            _ => Page::NotFound(parts.join("/")),
        };
        Route { lang, page }
    }

    /// Path below the base, without a leading slash: empty, or ending in `/`.
    pub fn path(&self) -> String {
        let page = match &self.page {
            Page::Home => String::new(),
            Page::Article(id) => format!("bai-viet/{id}/"),
            Page::Campaigns => "phong-trao/".to_owned(),
            Page::Campaign(id) => format!("phong-trao/{id}/"),
            Page::Organisations => "don-vi/".to_owned(),
            Page::Organisation(id) => format!("don-vi/{id}/"),
            Page::Figures => "so-lieu/".to_owned(),
            Page::Figure(id) => format!("so-lieu/{id}/"),
            Page::Embed => "nhung/".to_owned(),
            Page::Timeline => "dong-thoi-gian/".to_owned(),
            Page::Years => "nam/".to_owned(),
            Page::Year(year) => format!("nam/{year}/"),
            Page::Comparison => "so-sanh/".to_owned(),
            Page::Differences => "khac-nhau/".to_owned(),
            Page::About => "gioi-thieu/".to_owned(),
            Page::Editor => "soan/".to_owned(),
            Page::Data => "du-lieu/".to_owned(),
            Page::Guide => "huong-dan/".to_owned(),
            Page::GuideChapter(chapter) => format!("huong-dan/{}/", chapter.slug()),
            Page::NotFound(path) => format!("{path}/"),
        };
        match self.lang {
            Lang::Vi => page,
            Lang::En => format!("en/{page}"),
        }
    }

    /// Path of the file with one chart of this page, for a frame in somebody else's page. The file runs without the app.
    ///
    /// ```
    /// use thidua_pages::route::Route;
    /// assert_eq!(Route::parse("en/don-vi/a/").embed_path("targets-x"), "en/nhung/don-vi/a/targets-x.html");
    /// ```
    pub fn embed_path(&self, chart: &str) -> String {
        let frame = Route { lang: self.lang, page: Page::Embed }.path();
        let page = Route { lang: Lang::Vi, page: self.page.clone() }.path();
        format!("{frame}{page}{chart}.html")
    }

    /// Returns the same page in the other language.
    pub fn translated(&self) -> Route {
        Route { lang: self.lang.other(), page: self.page.clone() }
    }

    /// Returns the page to show: this one if it exists in a language of the site, the one that replaced it if the corpus
    /// redirects its id, else [`Page::NotFound`].
    pub fn resolve(self, catalogue: &Catalogue) -> Route {
        let (lang, path) = (self.lang, self.path());
        if !catalogue.languages().contains(&lang) {
            let page = Page::NotFound(path.trim_matches('/').to_owned());
            return Route { lang: Lang::default(), page };
        }
        let exists = |page: &Page| match page {
            Page::Article(id) => catalogue.article(id).is_some(),
            Page::Campaign(id) => catalogue.campaign(id).is_some(),
            Page::Organisation(id) => catalogue.organisation(id).is_some(),
            Page::Figure(id) => catalogue.figure(id).is_some(),
            _ => true,
        };
        if exists(&self.page) {
            return self;
        }
        let moved = match &self.page {
            Page::Article(id) => catalogue.redirect(id).map(|to| Page::Article(ArticleId::new(to))),
            Page::Campaign(id) => catalogue.redirect(id).map(|to| Page::Campaign(CampaignId::new(to))),
            Page::Organisation(id) => {
                catalogue.redirect(id).map(|to| Page::Organisation(OrganisationId::new(to)))
            }
            Page::Figure(id) => catalogue.redirect(id).map(|to| Page::Figure(FigureId::new(to))),
            _ => None,
        };
        let page = moved.filter(exists).unwrap_or_else(|| Page::NotFound(path.trim_matches('/').to_owned()));
        Route { lang, page }
    }

    /// Returns every page of the site in its languages, in the order of the corpus. Frames are not included.
    pub fn all(catalogue: &Catalogue) -> Vec<Route> {
        let mut pages = vec![
            Page::Home,
            Page::Campaigns,
            Page::Organisations,
            Page::Figures,
            Page::Comparison,
            Page::Timeline,
            Page::About,
            Page::Editor,
        ];
        pages.extend(Page::all_built(catalogue));
        let PageIds { articles, campaigns, organisations, figures } = catalogue.ids();
        pages.extend(articles.into_iter().cloned().map(Page::Article));
        pages.extend(campaigns.into_iter().cloned().map(Page::Campaign));
        pages.extend(organisations.into_iter().cloned().map(Page::Organisation));
        pages.extend(figures.into_iter().cloned().map(Page::Figure));
        let languages = catalogue.languages().iter();
        languages
            .flat_map(|lang| pages.iter().map(|page| Route { lang: *lang, page: page.clone() }))
            .collect()
    }
}

/// Year of an address; `None` unless it is written as [`Route::path`] writes it, so that a page has one address.
fn year_of(text: &str) -> Option<u16> {
    text.parse().ok().filter(|year: &u16| year.to_string() == text)
}

/// Base path of the site on its host: `/`, or `/x/` on a shared host. Starts and ends with a slash.
///
/// A site that is one file has no paths of its own: its pages are named after a hash, and its base path is `#/`.
///
/// ```
/// use thidua_pages::route::{BasePath, Route};
/// let base = BasePath::new("kho");
/// assert_eq!(base.href(&Route::parse("en/phong-trao/")), "/kho/en/phong-trao/");
/// assert_eq!(base.strip("/kho/en/"), Some("en/"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BasePath(String);

impl BasePath {
    /// Base path of a site that is one file.
    pub const HASH: &str = "#/";

    /// Parses a base path with or without its slashes.
    pub fn new(text: &str) -> BasePath {
        if text == Self::HASH {
            return BasePath(text.to_owned());
        }
        match text.trim().trim_matches('/') {
            "" => BasePath("/".to_owned()),
            inner => BasePath(format!("/{inner}/")),
        }
    }

    /// True if the site is one file, with its pages named after a hash and no other files.
    pub fn is_single_file(&self) -> bool {
        self.0 == Self::HASH
    }

    /// The base path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Address of a page, from the root of the host.
    pub fn href(&self, route: &Route) -> String {
        format!("{}{}", self.0, route.path())
    }

    /// Address of a file of the site, from the root of the host.
    pub fn file(&self, name: &str) -> String {
        format!("{}{name}", self.0)
    }

    /// Part of an absolute path below the base path; `None` if the path is outside the site.
    pub fn strip<'a>(&self, path: &'a str) -> Option<&'a str> {
        if self.is_single_file() {
            // An address without a hash is the file itself, which shows the home page.
            return if path.is_empty() { Some("") } else { path.strip_prefix(Self::HASH) };
        }
        let inner = self.0.trim_end_matches('/');
        let rest = path.strip_prefix(inner)?;
        if rest.is_empty() { Some("") } else { rest.strip_prefix('/') }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn path_of_a_route_parses_back_to_it() {
        for text in [
            "",
            "en/",
            "bai-viet/a-1/",
            "en/phong-trao/x/",
            "don-vi/",
            "so-lieu/f/",
            "en/nhung/",
            "en/dong-thoi-gian/",
            "gioi-thieu/",
            "en/soan/",
            "du-lieu/",
            "en/huong-dan/",
            "huong-dan/xuat-ban/",
            "huong-dan/khong-co/",
            "nam/2022/",
            "en/nam/",
            "nam/02022/",
            "nam/nay/",
            "so-sanh/",
            "en/khac-nhau/",
            "khong/co/",
        ] {
            assert_eq!(Route::parse(text).path(), text);
        }
    }

    #[test]
    fn base_path_is_stripped_only_at_a_segment_border() {
        let base = BasePath::new("kho");
        assert_eq!(base.as_str(), "/kho/");
        assert_eq!(base.strip("/kho/en/"), Some("en/"));
        assert_eq!(base.strip("/kho"), Some(""));
        assert_eq!(base.strip("/khoa/"), None);
        assert_eq!(BasePath::new("").strip("/a/"), Some("a/"));
    }

    #[test]
    fn single_file_site_names_its_pages_after_a_hash() {
        let base = BasePath::new(BasePath::HASH);
        assert_eq!(base.href(&Route::parse("en/phong-trao/")), "#/en/phong-trao/");
        assert_eq!(base.strip("#/en/"), Some("en/"));
        assert_eq!(base.strip(""), Some(""));
        assert_eq!(base.strip("#main"), None);
    }
}
