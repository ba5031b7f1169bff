//! State of the figure explorer as written in the address: filter, tab, order and page of the table.

use form_urlencoded::{Serializer, parse};

use super::FigureFilter;

/// Query parameter of the tab.
const TAB: &str = "xem";
/// Value of [`TAB`] for the charts.
const CHARTS: &str = "bieu-do";
/// Query parameter of the order.
const ORDER: &str = "xep";
/// Query parameter of the page number.
const PAGE: &str = "trang";

/// How the explorer shows the chosen figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ExplorerTab {
    /// As a table.
    #[default]
    Table,
    /// As charts.
    Charts,
}

/// A column by which the table of figures is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FigureColumn {
    /// Order of the articles in the corpus, and of the figures in an article.
    #[default]
    Article,
    /// Name of the organisation.
    Organisation,
    /// Years of the period; figures without stated years stand last in both directions.
    Year,
    /// Value, within one unit after the other.
    Value,
    /// Role in the campaign, in the order of their declaration.
    Role,
    /// Name of the first campaign in alphabetical order; figures without one stand last in both directions.
    Campaign,
}

impl FigureColumn {
    /// All columns, in the order of the table.
    pub const ALL: [FigureColumn; 6] = [
        FigureColumn::Organisation,
        FigureColumn::Year,
        FigureColumn::Value,
        FigureColumn::Role,
        FigureColumn::Campaign,
        FigureColumn::Article,
    ];

    /// Text in the address.
    pub const fn slug(self) -> &'static str {
        match self {
            FigureColumn::Article => "bai",
            FigureColumn::Organisation => "don-vi",
            FigureColumn::Year => "nam",
            FigureColumn::Value => "gia-tri",
            FigureColumn::Role => "vai-tro",
            FigureColumn::Campaign => "phong-trao",
        }
    }
}

/// Order of the table of figures. The default is that of the corpus: article by article, as printed. Equal figures stand in the
/// order of the corpus in both directions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FigureOrder {
    /// Column.
    pub column: FigureColumn,
    /// True if the last, newest or largest stands first.
    pub is_descending: bool,
}

impl FigureOrder {
    /// Returns the order that a click on the head of `column` requests: the other direction if the table is sorted by it already;
    /// otherwise ascending, but the newest year and the largest value first.
    pub fn after_click(self, column: FigureColumn) -> FigureOrder {
        let is_descending = match column {
            _ if column == self.column => !self.is_descending,
            FigureColumn::Year | FigureColumn::Value => true,
            _ => false,
        };
        FigureOrder { column, is_descending }
    }

    fn parse(slug: &str) -> Option<FigureOrder> {
        let column = slug.strip_prefix('-').unwrap_or(slug);
        let column = FigureColumn::ALL.into_iter().find(|known| known.slug() == column)?;
        Some(FigureOrder { column, is_descending: slug.starts_with('-') })
    }
}

/// State of the explorer.
///
/// ```
/// use thidua_pages::url_state::{ExplorerQuery, ExplorerTab};
/// let asked = ExplorerQuery::parse("xep=-gia-tri&trang=2&cap=city&xem=bieu-do");
/// assert_eq!(asked.tab, ExplorerTab::Charts);
/// assert_eq!(asked.query(), "cap=city&xem=bieu-do&xep=-gia-tri&trang=2");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExplorerQuery {
    /// Filter.
    pub filter: FigureFilter,
    /// Tab.
    pub tab: ExplorerTab,
    /// Order of the table.
    pub order: FigureOrder,
    /// Number of the table page, from 1; may be beyond the last.
    pub page: usize,
}

impl Default for ExplorerQuery {
    fn default() -> ExplorerQuery {
        ExplorerQuery {
            filter: FigureFilter::default(),
            tab: ExplorerTab::Table,
            order: FigureOrder::default(),
            page: 1,
        }
    }
}

impl ExplorerQuery {
    /// Parses the query of the explorer (without `?`). If a parameter is given twice, the last one counts; what cannot be parsed
    /// has its default.
    pub fn parse(query: &str) -> ExplorerQuery {
        let mut asked = ExplorerQuery { filter: FigureFilter::parse(query), ..ExplorerQuery::default() };
        for (name, value) in parse(query.as_bytes()) {
            match name.as_ref() {
                TAB if value == CHARTS => asked.tab = ExplorerTab::Charts,
                TAB => asked.tab = ExplorerTab::Table,
                ORDER => asked.order = FigureOrder::parse(&value).unwrap_or_default(),
                PAGE => asked.page = value.parse().unwrap_or(1).max(1),
                _ => {}
            }
        }
        asked
    }

    /// Formats the state as a query, without `?`; empty for the page as it is built.
    pub fn query(&self) -> String {
        let mut out = Serializer::new(self.filter.query());
        if self.tab == ExplorerTab::Charts {
            out.append_pair(TAB, CHARTS);
        }
        if self.order != FigureOrder::default() {
            let direction = if self.order.is_descending { "-" } else { "" };
            out.append_pair(ORDER, &format!("{direction}{}", self.order.column.slug()));
        }
        if self.page > 1 {
            out.append_pair(PAGE, &self.page.to_string());
        }
        out.finish()
    }

    /// Returns the first page of the figures that another filter chooses, in the same tab and order.
    pub fn with_filter(&self, filter: FigureFilter) -> ExplorerQuery {
        ExplorerQuery { filter, page: 1, ..self.clone() }
    }

    /// Returns the first page with another value for the filter of a query parameter, see [`FigureFilter::with_value`].
    pub fn with_value(&self, parameter: &str, value: &str) -> ExplorerQuery {
        self.with_filter(self.filter.with_value(parameter, value))
    }

    /// Returns the first page in another tab.
    pub fn with_tab(&self, tab: ExplorerTab) -> ExplorerQuery {
        ExplorerQuery { tab, page: 1, ..self.clone() }
    }

    /// Returns the first page in another order.
    pub fn with_order(&self, order: FigureOrder) -> ExplorerQuery {
        ExplorerQuery { order, page: 1, ..self.clone() }
    }

    /// Returns another page.
    pub fn with_page(&self, page: usize) -> ExplorerQuery {
        ExplorerQuery { page, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn explorer_query_has_one_spelling_and_leaves_defaults_out() {
        for (written, canonical) in [
            ("", ""),
            ("xep=bai&trang=1&xem=bang", ""),
            ("xep=x&trang=-3&xem=", ""),
            ("trang=2&dem=vnd&xep=-bai&vai-tro=target", "dem=vnd&vai-tro=target&xep=-bai&trang=2"),
            ("xem=bieu-do&nam=2022", "nam=2022&xem=bieu-do"),
            ("xep=nam&xep=don-vi", "xep=don-vi"),
        ] {
            let asked = ExplorerQuery::parse(written);
            assert_eq!(asked.query(), canonical, "{written}");
            assert_eq!(ExplorerQuery::parse(canonical), asked, "{written}");
        }
    }

    #[test]
    fn every_order_survives_the_address() {
        for column in FigureColumn::ALL {
            for is_descending in [false, true] {
                let asked = ExplorerQuery::default().with_order(FigureOrder { column, is_descending });
                assert_eq!(ExplorerQuery::parse(&asked.query()), asked);
            }
        }
    }

    #[test]
    fn second_click_turns_the_order_round() {
        let newest = FigureOrder::default().after_click(FigureColumn::Year);
        assert!(newest.is_descending, "the newest year first");
        assert!(!newest.after_click(FigureColumn::Year).is_descending);
        assert!(!newest.after_click(FigureColumn::Organisation).is_descending);
        assert!(FigureOrder::default().after_click(FigureColumn::Article).is_descending);
    }

    #[test]
    fn another_choice_or_order_begins_on_the_first_page() {
        let asked = ExplorerQuery::parse("cap=city&xep=nam&trang=3");
        assert_eq!(asked.with_value("nam", "2022").query(), "cap=city&nam=2022&xep=nam");
        assert_eq!(
            asked.with_order(asked.order.after_click(FigureColumn::Year)).query(),
            "cap=city&xep=-nam"
        );
        assert_eq!(asked.with_tab(ExplorerTab::Charts).query(), "cap=city&xem=bieu-do&xep=nam");
        assert_eq!(asked.with_page(4).query(), "cap=city&xep=nam&trang=4");
    }
}
