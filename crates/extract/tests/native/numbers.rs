//! Which numbers are figures: their words and units, and the numbers that count nothing.

use thidua_core::corpus::{Severity, SourceTexts, verify};
use thidua_core::domain::Bilingual;
use thidua_extract::{Context, SourceInfo, extract, to_corpus};
use thidua_sample::fixture::sha256;

use super::roles::draft_of;

/// Asserts the figures of some paragraphs: the words and the unit of each.
#[track_caller]
fn assert_figures(rows: &[(&str, &[(&str, &str)])]) {
    let mut wrong = Vec::new();
    for (paragraph, expected) in rows {
        let draft = draft_of(paragraph);
        let found: Vec<(&str, &str)> = draft
            .figures
            .iter()
            .map(|figure| (figure.words.as_str(), figure.fact.unit.as_ref().map_or("", |unit| unit.as_str())))
            .collect();
        if found != *expected {
            wrong.push(format!("{paragraph}: {found:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn number_of_a_group_stage_or_code_counts_nothing() {
    assert_figures(&[
        ("Khối thi đua 4 gồm 11 đơn vị.", &[("11 đơn vị", "organisation-unit")]),
        ("Ngành hoàn thành giai đoạn 3 Chương trình sáng kiến.", &[]),
        ("Chị Vi Thị Lan (giải 2 cấp ngành) lại dự thi năm nay.", &[]),
        ("Hội thi diễn ra tại lô 8/2029 tổ 3 của nông trường.", &[]),
        ("Đây là 1 trong 6 trụ cột, một trong 3 nhiệm vụ của phong trào.", &[]),
        ("Chị là một trong 20 công nhân được tuyên dương.", &[("20 công nhân", "worker")]),
        ("Cứ mỗi tổ 3 công nhân được học.", &[("3 công nhân", "worker")]),
        ("Xí nghiệp Khai thác 6. 28 tập thể được khen.", &[("28 tập thể", "collective")]),
    ]);
}

#[test]
fn nouns_before_between_and_behind_numbers_are_counted() {
    assert_figures(&[
        ("Có 7 CĐ cơ sở được tặng cờ.", &[("7 CĐ cơ sở", "grassroots-union")]),
        ("Khen thưởng 38 cá nhân, tập thể.", &[("38 cá nhân, tập thể", "individual-or-collective")]),
        ("Xây 24 căn Mái ấm Công đoàn.", &[("24 căn Mái ấm Công đoàn", "house")]),
        (
            "Huyện gửi 1.210 và thị xã gửi 960 sáng kiến.",
            &[("1.210", "initiative"), ("960 sáng kiến", "initiative")],
        ),
        ("Tổng số sáng kiến năm nay là 3.120.", &[("3.120", "initiative")]),
        (
            "Có 310/402 công đoàn cơ sở nộp báo cáo.",
            &[("310/402 công đoàn cơ sở", "grassroots-union"), ("402 công đoàn cơ sở", "grassroots-union")],
        ),
        ("Đến nay, 10/12 chỉ tiêu đã đạt.", &[("10/12 chỉ tiêu", "content")]),
        ("Có 17 xí nghiệp, nhà máy tham gia.", &[("17 xí nghiệp, nhà máy", "enterprise")]),
        ("Trao 62 ngôi nhà “Mái ấm Công đoàn”.", &[("62 ngôi nhà “Mái ấm Công đoàn”", "house")]),
        ("Có 12 đề tài cấp bộ.", &[("12 đề tài cấp bộ", "topic")]),
    ]);
}

#[test]
fn number_words_in_lists_and_at_the_start_are_read() {
    assert_figures(&[
        (
            "Trao một giải Nhất, 2 giải Ba, 12 giải Khuyến khích.",
            &[("một giải Nhất", "award"), ("2 giải Ba", "award"), ("12 giải Khuyến khích", "award")],
        ),
        ("Khen 12 cá nhân và một tập thể.", &[("12 cá nhân", "individual"), ("một tập thể", "collective")]),
        ("Năm thí sinh đạt giải cao.", &[("Năm thí sinh", "contestant")]),
        ("Đây là một sáng kiến hay.", &[]),
        ("Năm học này, giải ba thuộc về trường.", &[]),
    ]);
}

#[test]
fn misprinted_noun_becomes_a_printed_form_of_its_unit() {
    let text = "LĐLĐ huyện Bến Lúa trao học bổng\n\nNgày 4/5/2031, LĐLĐ huyện Bến Lúa trao 210 suất học bỗng cho con đoàn viên công đoàn.\n";
    let context = Context::default();
    let draft = extract(text, &context);
    let figure = &draft.figures[0];
    assert_eq!(
        (figure.words.as_str(), figure.fact.misprint.as_deref()),
        ("210 suất học bỗng", Some("suất học bỗng"))
    );
    assert!(figure.fact.label.starts_with("Suất học bổng"), "{}", figure.fact.label);
    let sha256 = sha256(text.as_bytes());
    let title = Bilingual::default();
    let parts = SourceInfo { file_stem: "bai", sha256: &sha256, url: None, title: &title, used_ids: &[] };
    let corpus = to_corpus(&draft, &context, &parts).unwrap();
    let mut sources = SourceTexts::default();
    sources.insert("bai", text, &sha256);
    let problems = verify(&corpus, &sources).problems;
    assert!(problems.iter().all(|problem| problem.severity != Severity::Error), "{problems:?}");
}

#[test]
fn whole_of_a_ratio_holds_its_part() {
    let draft = draft_of("Có 310/402 công đoàn cơ sở nộp báo cáo.");
    assert_eq!(draft.figures.first().and_then(|figure| figure.fact.part_of), Some(1));
}

#[test]
fn words_of_a_figure_end_before_a_straight_quotation_mark() {
    assert_figures(&[(
        "Huyện khen 4 tập thể và 9 cá nhân \"Giỏi nghề rừng\" tại hội nghị.",
        &[("4 tập thể", "collective"), ("9 cá nhân", "individual")],
    )]);
}

#[test]
fn label_does_not_end_in_a_joining_word() {
    let draft = draft_of("Huyện khen thưởng 4 tập thể và 9 cá nhân của huyện tại hội nghị.");
    let labels: Vec<&str> = draft.figures.iter().map(|figure| figure.fact.label.as_str()).collect();
    assert_eq!(labels, ["Tập thể", "Cá nhân của huyện tại hội nghị"]);
}
