//! Roles of figures: what is reached, aimed at, given, planned, and who takes part.

use thidua_core::domain::Role::{self, Input, Participation, Plan, Result, Target};
use thidua_extract::{Context, Draft, extract};

/// Draft of an invented article with this paragraph.
pub(super) fn draft_of(paragraph: &str) -> Draft {
    let text = format!(
        "LĐLĐ huyện Bến Lúa đẩy mạnh phong trào thi đua\n\nLĐLĐ huyện Bến Lúa vừa tổ chức hội nghị tổng kết phong \
         trào thi đua.\n\n{paragraph}\n\nHội nghị cũng bàn về hoạt động công đoàn trong thời gian tới của huyện.\n"
    );
    extract(&text, &Context::default())
}

/// Asserts the roles of the figures of some paragraphs, each given by its number.
#[track_caller]
fn assert_roles(rows: &[(&str, &[(&str, Role)])]) {
    let mut wrong = Vec::new();
    for (paragraph, expected) in rows {
        let draft = draft_of(paragraph);
        for (number, role) in *expected {
            let figure =
                draft.figures.iter().find(|figure| figure.words.split(' ').any(|word| word == *number));
            let found = figure.map(|figure| figure.fact.role);
            if found != Some(*role) {
                wrong.push(format!("{paragraph}: {number} is {found:?}, not {role:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn size_of_union_and_host_is_participation() {
    assert_roles(&[
        (
            "Ngành hiện quản lý 71 công đoàn cơ sở và 6.040 đoàn viên.",
            &[("71", Participation), ("6.040", Participation)],
        ),
        (
            "Huyện hiện có 140 CĐCS với 13.000 đoàn viên, trong đó có 7.100 nữ.",
            &[("140", Participation), ("13.000", Participation), ("7.100", Participation)],
        ),
        ("Công ty có hơn 2.900 công nhân, phần lớn là nữ.", &[("2.900", Participation)]),
        (
            "Toàn quận có 312 doanh nghiệp với 26.000 lao động đang làm việc.",
            &[("312", Participation), ("26.000", Participation)],
        ),
        ("Năm qua có 3.300 nữ công nhân đạt danh hiệu của phong trào.", &[("3.300", Result)]),
        ("Công đoàn đã kết nạp 410 đoàn viên, thành lập 7 CĐCS.", &[("410", Result), ("7", Result)]),
    ]);
}

#[test]
fn those_who_take_part_are_participation_and_their_ideas_are_results() {
    assert_roles(&[
        (
            "Hội thi quy tụ 96 thí sinh đến từ 31 công đoàn cơ sở.",
            &[("96", Participation), ("31", Participation)],
        ),
        ("Có 1.900 sáng kiến tham gia chương trình.", &[("1.900", Result)]),
        (
            "Cuộc bình chọn được 7.100 lao động hưởng ứng, từ đó 960 lao động được chọn làm thợ giỏi.",
            &[("7.100", Participation), ("960", Result)],
        ),
        ("Phong trào thu hút 97% đoàn viên tham gia.", &[("97%", Participation)]),
        ("Đã có 17 đơn vị ký giao ước thi đua.", &[("17", Participation)]),
        (
            "Công đoàn mở 26 lớp tập huấn cho 1.400 cán bộ công đoàn.",
            &[("26", Result), ("1.400", Participation)],
        ),
        ("Có 45 sáng kiến đăng ký, 31 sáng kiến được áp dụng.", &[("45", Result), ("31", Result)]),
        ("Dự buổi lễ có lãnh đạo LĐLĐ tỉnh, các sở, ngành cùng 320 đoàn viên.", &[("320", Participation)]),
        ("Cuộc thi nhận 1.120 bài dự thi của 41 đơn vị.", &[("1.120", Result), ("41", Participation)]),
        ("Công đoàn khen thưởng 14 đoàn viên tham gia hiến máu.", &[("14", Result)]),
        ("Có 12 đơn vị trực thuộc được tặng cờ.", &[("12", Result)]),
        ("Vẫn còn 6% đoàn viên chưa tham gia phong trào.", &[("6%", Result)]),
    ]);
}

#[test]
fn goods_and_money_given_are_input_and_value_gained_is_result() {
    assert_roles(&[
        (
            "Công đoàn trao 240 suất quà cho 240 đoàn viên khó khăn, mỗi suất trị giá 600.000 đồng, tổng giá trị 144 triệu đồng.",
            &[("240", Input), ("600.000", Input), ("144", Input)],
        ),
        ("Phiên chợ giảm giá, trị giá 1,4 tỷ đồng, do công đoàn lo.", &[("1,4", Input)]),
        ("Tổng giá trị giải thưởng của hội thi là 38 triệu đồng.", &[("38", Input)]),
        ("Quỹ đã cho 130 hộ gia đình vay vốn, giải ngân 4 tỷ đồng.", &[("130", Input), ("4", Input)]),
        (
            "Các sáng kiến có giá trị làm lợi 21 tỷ đồng, tiết kiệm 3 tỷ đồng.",
            &[("21", Result), ("3", Result)],
        ),
        ("Công ty gắn biển 3 công trình, tổng giá trị 70 tỷ đồng.", &[("3", Result), ("70", Result)]),
        ("Hơn 300 công nhân được khám bệnh miễn phí.", &[("300", Input)]),
        ("Có 21 công nhân được tặng bằng khen.", &[("21", Result)]),
        ("LĐLĐ huyện trao bằng khen cho 8 tập thể, 19 cá nhân.", &[("8", Result), ("19", Result)]),
        ("Công đoàn hỗ trợ 310 đoàn viên tham gia chuyến tàu về quê.", &[("310", Input)]),
        ("Các tổ đã đóng góp 1.400 ngày công.", &[("1.400", Input)]),
        ("Ngày hội đã tiếp nhận 290 đơn vị máu.", &[("290", Result)]),
        ("Ban tổ chức tặng 10 sổ tiết kiệm, mỗi sổ 5 triệu đồng.", &[("10", Input), ("5", Input)]),
    ]);
}

#[test]
fn goals_are_targets_until_they_are_reached() {
    assert_roles(&[
        (
            "Năm tới, huyện phấn đấu kết nạp 900 đoàn viên, có 82% CĐCS hoàn thành tốt nhiệm vụ.",
            &[("900", Target), ("82%", Target)],
        ),
        ("Với mục tiêu 50.000 sáng kiến, các đơn vị đều cố gắng.", &[("50.000", Target)]),
        ("Huyện đã có 940 sáng kiến, vượt chỉ tiêu 17%.", &[("940", Result), ("17%", Result)]),
        (
            "Đến nay đã đạt 118% chỉ tiêu được giao, kết nạp 340 đoàn viên.",
            &[("118%", Result), ("340", Result)],
        ),
        ("Hoàn thành các chỉ tiêu đề ra, huyện đã kết nạp 512 đoàn viên.", &[("512", Result)]),
        ("Từ năm 2026 đến năm 2031, ngành có 3.100 sáng kiến được công nhận.", &[("3.100", Result)]),
        ("Mỗi đơn vị có ít nhất 2 sáng kiến trong năm.", &[("2", Target)]),
        ("Hoàn thành kế hoạch 2,1 triệu tấn than.", &[("2,1", Target)]),
        ("LĐLĐ huyện đề nghị tặng Bằng khen cho 14 tập thể.", &[("14", Result)]),
        ("Với mục tiêu chăm lo cho đoàn viên, công đoàn trao 12 mái ấm.", &[("12", Input)]),
        ("Các chỉ tiêu đều đạt và vượt, kết nạp 420 đoàn viên.", &[("420", Result)]),
        ("Công ty phát động thi đua sản xuất 40.000 tấn than.", &[("40.000", Target)]),
        ("Hội thi sẽ có 130 thí sinh tham gia, dự kiến trao 9 giải.", &[("130", Participation), ("9", Plan)]),
        (
            "Huyện đặt chỉ tiêu có 85% CĐCS vững mạnh. Cụ thể, kết nạp 610 đoàn viên.",
            &[("85%", Target), ("610", Target)],
        ),
    ]);
}

#[test]
fn contents_rounds_and_places_of_a_contest_are_planned() {
    assert_roles(&[
        ("Vòng loại của hội thi diễn ra tại 4 khu vực.", &[("4", Plan)]),
        ("Hội thi gồm 3 phần thi, chia thành 5 bảng.", &[("3", Plan), ("5", Plan)]),
        ("Phong trào được phát động theo 2 đợt với 6 nội dung.", &[("2", Plan), ("6", Plan)]),
        ("Huyện hoàn thành 12/12 chỉ tiêu.", &[("12/12", Result)]),
    ]);
}
