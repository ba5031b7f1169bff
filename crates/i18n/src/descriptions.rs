//! Wording of the descriptions of pages: what search engines and chats show below a title.

use thidua_core::domain::Lang;

use crate::pick;
use crate::sentences::{self, count};

phrases! {
    traced: "mỗi số liệu dẫn về chữ in trên báo", "every figure is traced to the printed words";
    programmes: "đã làm gì, đặt mục tiêu gì, đạt được gì", "what each ran, promised and reached";
    by_organisation_and_year: "lọc theo đơn vị, năm, loại, cấp", "filtered by organisation, year, kind and level";
    rounds: "Đợt thi đua, chủ đề và bài báo theo thời gian", "Rounds, themes and articles in time";
}

/// `Đơn vị thực hiện: Hà Đông, Hoàng Mai và 3 đơn vị khác.`
pub fn run_by(names: &[String], others: usize, lang: Lang) -> String {
    format!("{} {}.", pick(lang, "Đơn vị thực hiện:", "Run by"), with_others(names, others, lang))
}

/// Names, and the number of organisations that are not named: `Hà Đông, Hoàng Mai và 3 đơn vị khác`.
pub fn with_others(names: &[String], others: usize, lang: Lang) -> String {
    match (others, lang) {
        (0, _) => sentences::list(names, lang),
        (_, Lang::Vi) => format!("{} và {} đơn vị khác", names.join(", "), count(others, lang)),
        (1, Lang::En) => format!("{} and 1 other organisation", names.join(", ")),
        (_, Lang::En) => format!("{} and {} other organisations", names.join(", "), count(others, lang)),
    }
}
