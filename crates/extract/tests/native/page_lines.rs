//! Lines of an article and of the page around it: dates, authors, captions, furniture.

use thidua_extract::{Context, Draft, LineRole, extract};

const HEADLINE: &str = "LĐLĐ huyện Lũng Vài đẩy mạnh thi đua trong công nhân lao động";
const LEAD: &str =
    "LĐLĐ huyện Lũng Vài vừa tổ chức hội nghị tổng kết phong trào thi đua của công nhân lao động toàn huyện.";
const BODY: &str = "Phong trào thu hút đông đảo đoàn viên công đoàn trong toàn huyện tham gia và đem lại nhiều kết quả thiết thực cho các đơn vị.";

fn draft(lines: &[&str]) -> Draft {
    extract(&lines.join("\n\n"), &Context::default())
}

fn role(draft: &Draft, line: u32) -> Option<LineRole> {
    draft.segments.iter().find(|segment| segment.line == line).map(|segment| segment.role)
}

#[test]
fn date_lines_give_date_and_author() {
    for (line, date, author) in [
        ("Thứ Ba, 04/03/2031 16:05:12", "2031-03-04T16:05", ""),
        ("04/03/2031 08:15:42 AM | 1.412 lượt xem", "2031-03-04T08:15", ""),
        ("Cập nhật lúc 16:05, 04/03/2031 (GMT+7)", "2031-03-04T16:05", ""),
        (
            "Đăng lúc: Thứ ba - 04/03/2031 16:05 - Người đăng bài viết: Trần Mạ Hà",
            "2031-03-04T16:05",
            "Trần Mạ Hà",
        ),
        ("Lan Mạ LDO | 04/03/2031 16:05", "2031-03-04T16:05", "Lan Mạ"),
        ("16:05 thứ ba ngày 04/03/2031 • Nguyễn Mạ", "2031-03-04T16:05", "Nguyễn Mạ"),
        ("Công đoàn | Trần Mạ Hà | 04/03/2031 16:05", "2031-03-04T16:05", "Trần Mạ Hà"),
        ("Thời Sự - 04/03/2031", "2031-03-04", ""),
        ("(LĐ) - Số 52 LAN MẠ - 16:05 04/03/2031", "2031-03-04T16:05", "LAN MẠ"),
        ("Tác giả: Lan Mạ - Ngày đăng: 4/3/2031", "2031-03-04", "Lan Mạ"),
    ] {
        let draft = draft(&[HEADLINE, line, LEAD, BODY]);
        let when = draft.published.as_ref().and_then(|found| found.fact.when);
        assert_eq!(when.map(|when| when.to_string()).as_deref(), Some(date), "{line}");
        let authors: Vec<&str> = draft.byline.iter().map(|found| found.words.as_str()).collect();
        let expected: Vec<&str> = if author.is_empty() { Vec::new() } else { vec![author] };
        assert_eq!(authors, expected, "{line}");
        assert!(draft.figures.is_empty(), "{line}: {:?}", draft.figures);
    }
}

#[test]
fn date_and_further_authors_below_the_text_belong_to_it() {
    let below = draft(&[HEADLINE, LEAD, BODY, BODY, "Bài: Lan Mạ", "Ảnh: Hoa Lũng", "04/03/2031 16:05"]);
    assert_eq!(below.lines, Some([1, 13]));
    assert_eq!(below.byline.iter().map(|f| f.words.as_str()).collect::<Vec<_>>(), ["Lan Mạ", "Hoa Lũng"]);
    let below =
        draft(&[HEADLINE, LEAD, BODY, BODY, "Ngày đăng: 04/03/2031", "Tin khác", "Thi đua (05/03/2031)"]);
    assert_eq!(below.lines, Some([1, 9]));
    assert_eq!(below.published.map(|found| found.words), Some("04/03/2031".to_owned()));
}

#[test]
fn text_without_a_printed_day_has_no_date_of_publication() {
    let draft = draft(&[HEADLINE, LEAD, BODY, "Lan Mạ"]);
    assert!(draft.published.is_none());
}

#[test]
fn authors_below_the_text_are_named_without_their_contributions() {
    for (line, authors) in [
        ("Bài và ảnh: Lan Mạ - Trần Hà", &["Lan Mạ", "Trần Hà"][..]),
        ("Tin, ảnh: LAN MẠ", &["LAN MẠ"]),
        ("Thực hiện: Lan Mạ – Hoa Lũng", &["Lan Mạ", "Hoa Lũng"]),
        ("Bài: Lan Mạ. Ảnh: Lan Mạ", &["Lan Mạ"]),
        ("Lan Mạ (LĐLĐ huyện Lũng Vài)", &["Lan Mạ"]),
        ("(Lan Mạ)", &["Lan Mạ"]),
        ("Hoạt động Công đoàn - LAN MẠ", &["LAN MẠ"]),
        ("Lan Mạ tổng hợp", &["Lan Mạ"]),
        ("N. Mạ", &["N. Mạ"]),
        ("Tác giả bài viết: Trần Mạ Hà", &["Trần Mạ Hà"]),
        ("Nguồn: Báo Lũng Vài", &[]),
    ] {
        let draft = draft(&[HEADLINE, LEAD, BODY, BODY, line]);
        let found: Vec<&str> = draft.byline.iter().map(|found| found.words.as_str()).collect();
        assert_eq!(found, authors, "{line}");
    }
}

#[test]
fn sentences_under_pictures_are_captions() {
    for line in [
        "Trao quà cho công nhân khó khăn của huyện.",
        "Các đại biểu chụp ảnh lưu niệm tại hội nghị.",
        "Quang cảnh hội nghị tổng kết phong trào thi đua.",
        "Đoàn viên công đoàn tham gia hội thi.",
        "Công nhân huyện Lũng Vài trong giờ sản xuất.",
        "Đồng chí Trần Mạ Hà trao bằng khen cho các tập thể.",
        "Công nhân Công ty May Lũng Vài trong giờ làm việc. Ảnh: Lan Mạ",
        "Tặng hoa chúc mừng các công nhân giỏi (Ảnh: Lan Mạ).",
    ] {
        let draft = draft(&[HEADLINE, LEAD, BODY, line, BODY, BODY]);
        assert_eq!(role(&draft, 7), Some(LineRole::Caption), "{line}");
    }
    for line in [
        "LĐLĐ huyện đã trao quà cho công nhân khó khăn.",
        "Phong trào cần được nhân rộng trong các đơn vị.",
        "Chủ tịch LĐLĐ huyện cho biết phong trào sẽ được nhân rộng.",
        "Dịp này, LĐLĐ huyện trao thưởng 16 tập thể.",
    ] {
        let draft = draft(&[HEADLINE, LEAD, BODY, line, BODY, BODY]);
        assert_eq!(role(&draft, 7), Some(LineRole::Paragraph), "{line}");
    }
}

#[test]
fn headline_printed_again_is_not_text() {
    for again in [
        HEADLINE.to_owned(),
        format!("{HEADLINE} - Ảnh 1."),
        format!("{HEADLINE} – Hình 2"),
        format!("{HEADLINE} | Báo Lũng Vài"),
    ] {
        let draft = draft(&[HEADLINE, LEAD, &again, BODY, BODY]);
        assert_eq!(role(&draft, 5), Some(LineRole::Doubled), "{again}");
    }
}

#[test]
fn furniture_of_the_page_is_around_the_article() {
    for line in [
        "Lên đầu trang",
        "Bạn phải đăng nhập để gửi bình luận!",
        "Vui lòng đăng nhập để bình luận.",
        "Tổng số điểm của bài viết là: 5 trong 1 đánh giá",
        "Những tin mới hơn",
        "412 lượt xem",
        "Tags: thi đua, công đoàn",
        "Tin bài khác",
    ] {
        let draft = draft(&[HEADLINE, LEAD, BODY, BODY, line]);
        assert!(role(&draft, 9).is_some_and(|role| !role.is_article()), "{line}: {:?}", role(&draft, 9));
        assert_eq!(draft.lines, Some([1, 7]), "{line}");
    }
}

#[test]
fn last_sentence_without_full_stop_is_text() {
    for line in [
        "Dịp này, LĐLĐ huyện đã khen thưởng 16 tập thể",
        "Tại hội nghị, 16 tập thể của huyện được khen thưởng",
        "LĐLĐ huyện cũng đã tặng giấy khen cho 16 tập thể có thành tích",
        "16 tập thể đã được LĐLĐ huyện khen thưởng",
    ] {
        let draft = draft(&[HEADLINE, LEAD, BODY, line, ""]);
        assert_eq!(role(&draft, 7), Some(LineRole::Paragraph), "{line}");
        assert_eq!(draft.figures.len(), 1, "{line}");
    }
}

#[test]
fn headline_is_found_below_the_words_of_the_site() {
    let headline = "Tuyên dương công nhân giỏi huyện Lũng Vài";
    for above in [
        "ĐÀI PHÁT THANH LŨNG VÀI\n\nThe Voice of Lung Vai People",
        "Báo Lũng Vài\n\nCơ quan của Đảng bộ huyện Lũng Vài",
        "LIÊN ĐOÀN LAO ĐỘNG HUYỆN LŨNG VÀI\n\nĐoàn kết - Dân chủ - Sáng tạo",
        "Trang thông tin điện tử Liên đoàn Lao động huyện Lũng Vài\n\nHoạt động công đoàn",
    ] {
        let draft = draft(&[above, headline, LEAD, BODY]);
        assert_eq!(draft.headline.as_ref().map(|found| found.words.as_str()), Some(headline), "{above}");
    }
    for headline in [
        "Bốn xã vùng cao của huyện Lũng Vài cùng nhau vươn lên trong phong trào thi đua lao động...",
        "Vì sao công nhân của các công ty ở huyện Lũng Vài hăng hái thi đua lập sáng kiến mới?",
    ] {
        let draft = draft(&[headline, LEAD, BODY]);
        assert_eq!(draft.headline.as_ref().map(|found| found.words.as_str()), Some(headline));
    }
}
