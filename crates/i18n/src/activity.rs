//! Words of the grids of marks: what organisations did with campaigns, and when.

use thidua_core::domain::{Lang, Relation};

use crate::{pick, sentences, terms};

phrases! {
    matrix_caption: "Các bài viết đơn vị đã làm gì với phong trào", "What articles say organisations did with campaigns";
    related_figures: "Số liệu của phong trào, danh hiệu, hội thi gần tên", "Figures of movements, titles and contests of like names";
    only_related_figures: "Các bài đang có không nêu số liệu nào cho chính phong trào này; những số liệu dưới đây là của phong trào, danh hiệu, hội thi được ghi riêng.",
        "The articles at hand state no figures for this campaign itself; those below belong to movements, titles and contests that are recorded apart.";
    never_added: "Không cộng với số liệu của trang này.", "They are not added to the figures of this page.";
    years_of_articles: "Năm: năm mà bài báo nói tới.", "Years: those that the articles speak of.";
    about_campaign: "Về phong trào này", "About this campaign";
    about_organisation: "Về đơn vị này", "About this organisation";
    number_of_figures: "Số bên cạnh: bao nhiêu số liệu.", "The number beside a mark: how many figures.";
    empty_cell: "Ô trống: các bài đang có không nêu.", "Empty: not stated in the articles at hand.";
}

/// What is known without figures: `4 đơn vị triển khai hoặc hưởng ứng, 2022 và “5 năm”`. `who` is a number of organisations or of
/// campaigns; relations and periods may be empty.
pub fn who_and_when(who: &str, relations: &[Relation], periods: &[String], lang: Lang) -> String {
    let relations: Vec<&str> = relations.iter().map(|relation| terms::relation(*relation, lang)).collect();
    let (space, or) = pick(lang, (" ", " hoặc "), (": ", " or "));
    let relations = relations.join(or);
    let space = if relations.is_empty() { "" } else { space };
    let periods = sentences::list(periods, lang);
    let comma = if periods.is_empty() { "" } else { ", " };
    format!("{who}{space}{relations}{comma}{periods}")
}

/// Heading over the figures of a campaign that looks alike and is kept apart: `Danh hiệu “Lao động giỏi”, được ghi riêng`.
pub fn kept_apart(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{name}, được ghi riêng"),
        Lang::En => format!("{name}, recorded apart"),
    }
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

/// Caption of the grid of an organisation.
pub fn organisation_caption(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{name}: phong trào nào, năm nào"),
        Lang::En => format!("{name}: which campaigns, in which years"),
    }
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
        let sentence = who_and_when(
            "4 đơn vị",
            &[Relation::CarriedOut, Relation::Responded],
            &["2022".to_owned(), "“5 năm”".to_owned()],
            Lang::Vi,
        );
        assert_eq!(sentence, "4 đơn vị triển khai hoặc hưởng ứng, 2022 và “5 năm”");
        let figures_only = cell_name(["Hà Đông", "2022"], None, 1, 0, Lang::En);
        assert_eq!(figures_only, "Hà Đông, 2022: 1 figure");
    }
}
