//! Cases about names of campaigns and about the campaign of a figure.

use thidua_core::domain::CampaignKind::{self, Contest, Movement, Programme, Title};
use thidua_extract::Draft;

use super::{CaseCheck, check, figure, mentions};

pub(super) const CASES: &[CaseCheck] = &[
    ("c01", |draft| belongs(draft, "1.730 sáng kiến", Programme, "Mỗi công nhân một sáng kiến")),
    ("c02", |draft| {
        let without = |start: &str| {
            draft.figures.iter().any(|f| f.words.starts_with(start) && f.fact.campaigns.is_empty())
        };
        belongs(draft, "5.920 chị em", Title, "Giỏi việc nước, đảm việc nhà")
            && without("1.310")
            && without("62")
    }),
    ("c04", |draft| {
        let contest = "An toàn vệ sinh viên giỏi";
        belongs(draft, "72 thợ", Contest, contest) && belongs(draft, "5 giải ba", Contest, contest)
    }),
    ("q01", |draft| mentions(draft) == [(Title, "Vì sự nghiệp giai cấp công nhân")]),
    ("q02", |draft| mentions(draft) == [(Programme, "Xuân nghĩa tình"), (Programme, "Phiên chợ thợ mỏ")]),
    ("q04", |draft| mentions(draft) == [(Title, "Thợ giỏi Sông Đà"), (Title, "Bàn tay khéo")]),
    ("q06", |draft| mentions(draft) == [(Title, "Sáng tạo vượt khó vì ngày mai")]),
    ("q07", |draft| mentions(draft) == [(Title, "Bằng Sáng tạo trẻ")]),
    ("q08", |draft| mentions(draft) == [(Title, "Tay nghề vững"), (Title, "Trả lời hay")]),
    ("q10", |draft| {
        let names = ["Tết đoàn viên - Xuân ấm áp", "Tuần lễ thợ trẻ", "Phúc lợi cho đoàn viên"];
        mentions(draft) == names.map(|name| (Programme, name))
    }),
    ("q12", |draft| mentions(draft).is_empty()),
    ("k02", |draft| mentions(draft).contains(&(Movement, "Tay nghề vững"))),
    ("k04", |draft| belongs(draft, "512 chị em", Title, "Đảm đang việc nhà")),
];

/// Returns whether the figure with these words belongs to the campaign of this kind and name.
fn belongs(draft: &Draft, words: &str, kind: CampaignKind, name: &str) -> bool {
    let campaigns = figure(draft, words).map(|figure| figure.fact.campaigns.as_slice());
    let first = campaigns.and_then(|campaigns| draft.campaigns.get(*campaigns.first()?));
    first.is_some_and(|campaign| campaign.kind == kind && campaign.name == name)
}

#[test]
fn campaigns_of_the_cases_are_found() {
    check(CASES);
}
