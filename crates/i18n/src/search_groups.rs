//! Words of search results by kind, and of suggestions.

use thidua_core::domain::Lang;

use super::sentences::{self, count};

/// Kind of a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Campaigns of any kind.
    Campaigns,
    /// Organisations.
    Organisations,
    /// Figures.
    Figures,
    /// Link to all figures.
    AllFigures,
    /// Articles.
    Articles,
}

/// Heading of a group of results, or its link.
pub const fn group_name(group: Group, lang: Lang) -> &'static str {
    match (group, lang) {
        (Group::Campaigns, Lang::Vi) => "Phong trào",
        (Group::Campaigns, Lang::En) => "Campaigns",
        (Group::Organisations, Lang::Vi) => "Đơn vị",
        (Group::Organisations, Lang::En) => "Organisations",
        (Group::Figures, Lang::Vi) => "Số liệu",
        (Group::Figures, Lang::En) => "Figures",
        (Group::AllFigures, Lang::Vi) => "Xem cả bảng số liệu",
        (Group::AllFigures, Lang::En) => "See the table of figures",
        (Group::Articles, Lang::Vi) => "Bài báo",
        (Group::Articles, Lang::En) => "Articles",
    }
}

/// `12 bài`: number of articles beside a name.
pub fn articles(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{} bài", count(number, lang)),
        Lang::En => sentences::articles(number, lang),
    }
}

/// What a suggestion filters by, from the parameter of its facet.
pub fn filter_kind(parameter: &str, lang: Lang) -> &'static str {
    match (parameter, lang) {
        ("nam", Lang::Vi) => "chỉ bài của năm này",
        ("nam", Lang::En) => "only articles of this year",
        (_, Lang::Vi) => "chỉ bài có số liệu ở cấp này",
        (_, Lang::En) => "only articles with figures of this level",
    }
}

/// What the suggestion of a year leads to.
pub const fn year_page(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "năm: mỗi đơn vị làm gì",
        Lang::En => "year: what each organisation did",
    }
}
