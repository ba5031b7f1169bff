//! Acts of figures: the printed verb of recognition that governs one, and none where no verb does.

use thidua_core::domain::ActKind::{
    self, Attained, Awarded, Commended, Elected, Proposed, Recognised, Registered, Rewarded,
};

use super::roles::draft_of;

/// A paragraph, and for each of its figures the number and the act.
type Row = (&'static str, &'static [(&'static str, Option<(ActKind, &'static str)>)]);

const ROWS: &[Row] = &[
    (
        "Hội nghị đã biểu dương, khen thưởng 41 tập thể, 97 cá nhân.",
        &[("41", Some((Commended, "biểu dương"))), ("97", Some((Commended, "biểu dương")))],
    ),
    ("LĐLĐ huyện khen thưởng 23 cá nhân.", &[("23", Some((Rewarded, "khen thưởng")))]),
    (
        "LĐLĐ huyện đề nghị LĐLĐ tỉnh tặng Bằng khen cho 9 tập thể và 17 cá nhân.",
        &[("9", Some((Proposed, "đề nghị"))), ("17", Some((Proposed, "đề nghị")))],
    ),
    ("Có 9 tập thể được đề nghị tặng cờ.", &[("9", Some((Proposed, "đề nghị")))]),
    (
        "Có 15 tập thể và 32 cá nhân được LĐLĐ tỉnh tặng Bằng khen.",
        &[("15", Some((Awarded, "tặng"))), ("32", Some((Awarded, "tặng")))],
    ),
    (
        "Có 212 đề tài được xét công nhận, 31 thợ đạt danh hiệu thợ giỏi.",
        &[("212", Some((Recognised, "xét công nhận"))), ("31", Some((Attained, "đạt danh hiệu")))],
    ),
    (
        "Đã có 160 sáng kiến đăng ký thực hiện, trong đó có 88 sáng kiến được áp dụng.",
        &[("160", Some((Registered, "đăng ký"))), ("88", None)],
    ),
    (
        "Có 22 thợ được bình chọn, 14 thợ được suy tôn.",
        &[("22", Some((Elected, "bình chọn"))), ("14", Some((Elected, "suy tôn")))],
    ),
    (
        "Có 6 công trình được Hội đồng thi đua khen thưởng quận, thành phố gắn biển.",
        &[("6", Some((Awarded, "gắn biển")))],
    ),
    ("Công đoàn tặng 210 suất quà cho 210 công nhân.", &[("210", None)]),
    ("Kết quả đạt 1.300 sáng kiến.", &[("1.300", None)]),
    (
        "Có 120 thợ tham gia, kết thúc đã khen thưởng 12 thợ.",
        &[("120", None), ("12", Some((Rewarded, "khen thưởng")))],
    ),
    (
        "Công ty gắn biển 4 công trình, hoàn thành 15 công trình khác.",
        &[("4", Some((Awarded, "gắn biển"))), ("15", None)],
    ),
    ("LĐLĐ huyện đề nghị các đơn vị hưởng ứng, đến nay có 20 sáng kiến.", &[("20", None)]),
];

#[test]
fn verb_that_governs_a_figure_is_its_act() {
    let mut wrong = Vec::new();
    for (paragraph, expected) in ROWS {
        let draft = draft_of(paragraph);
        for (number, act) in *expected {
            let figure =
                draft.figures.iter().find(|figure| figure.words.split(' ').any(|word| word == *number));
            let found = figure.and_then(|figure| figure.fact.act.as_ref());
            let found = found.map(|act| (act.kind, act.as_written.as_str()));
            if figure.is_none() || found != *act {
                wrong.push(format!("{paragraph}: {number} has {found:?}, not {act:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
