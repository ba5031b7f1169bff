//! Words of the grids of marks: what organisations did with campaigns, and when.

use thidua_core::domain::{Lang, Relation};

use crate::{sentences, terms};

phrases! {
    number_of_figures: "Số bên cạnh: bao nhiêu số liệu.", "The number beside a mark: how many figures.";
    empty_cell: "Ô trống: các bài đang có không nêu.", "Empty: not stated in the articles at hand.";
}

/// A cell in words: `Hà Đông, 2022: triển khai, 3 số liệu`. The number of articles is said if there are several.
pub fn cell_name(
    [row, column]: [&str; 2],
    relation: Option<Relation>,
    figures: usize,
    articles: usize,
    lang: Lang,
) -> String {
    let relation = relation.map(|relation| terms::relation(relation, lang).to_owned());
    let figures = (figures > 0).then(|| sentences::figures(figures, lang));
    let articles = (articles > 1).then(|| sentences::articles(articles, lang));
    let parts: Vec<String> = [relation, figures, articles].into_iter().flatten().collect();
    format!("{row}, {column}: {}", parts.join(", "))
}

/// Caption of the grid of a campaign.
pub fn campaign_caption(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("“{name}”: đơn vị nào làm, năm nào"),
        Lang::En => format!("“{name}”: which organisation ran it, in which year"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cell_says_relation_figures_and_several_articles() {
        let name = |figures, articles| {
            cell_name(["Hà Đông", "2022"], Some(Relation::CarriedOut), figures, articles, Lang::Vi)
        };
        assert_eq!(name(3, 1), "Hà Đông, 2022: triển khai, 3 số liệu");
        assert_eq!(name(0, 2), "Hà Đông, 2022: triển khai, 2 bài báo");
        let figures_only = cell_name(["Hà Đông", "2022"], None, 1, 0, Lang::En);
        assert_eq!(figures_only, "Hà Đông, 2022: 1 figure");
    }
}
