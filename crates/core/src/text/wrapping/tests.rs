use super::*;

fn joined(text: &str) -> String {
    join_lines(text).text
}

#[test]
fn line_that_ends_inside_a_sentence_is_joined_to_the_next() {
    for (text, expected) in [
        (
            "Trong năm nay toàn huyện có gần\n4.750 lượt cá nhân.",
            "Trong năm nay toàn huyện có gần 4.750 lượt cá nhân.",
        ),
        (
            "Các công đoàn vận động xây mới 12 công\ntrình, sản phẩm.",
            "Các công đoàn vận động xây mới 12 công trình, sản phẩm.",
        ),
        (
            "Năm 2024 đơn vị phấn đấu có trên\n250 sáng kiến.",
            "Năm 2024 đơn vị phấn đấu có trên 250 sáng kiến.",
        ),
        (
            "Năm 2024 đơn vị phấn đấu có tối thiểu\n250 sáng kiến.",
            "Năm 2024 đơn vị phấn đấu có tối thiểu 250 sáng kiến.",
        ),
        (
            "Phong trào “Xanh - Sạch -\nĐẹp” được đông đảo hưởng ứng.",
            "Phong trào “Xanh - Sạch - Đẹp” được đông đảo hưởng ứng.",
        ),
        (
            "Trong giai đoạn khó khăn do dịch Covid-\n19 gây ra, công đoàn vẫn lo.",
            "Trong giai đoạn khó khăn do dịch Covid-19 gây ra, công đoàn vẫn lo.",
        ),
        (
            "Các cấp công đoàn đã xây mới 12 công tr-\nình chào mừng.",
            "Các cấp công đoàn đã xây mới 12 công trình chào mừng.",
        ),
    ] {
        assert_eq!(joined(text), expected);
    }
}

#[test]
fn page_numbers_and_blank_lines_at_page_breaks_are_removed() {
    let text = "Trong năm vừa qua toàn huyện có gần\n\n- 2 -\n\u{C}4.750 lượt cá nhân được khen.";
    assert_eq!(joined(text), "Trong năm vừa qua toàn huyện có gần 4.750 lượt cá nhân được khen.");
    let text = "Trong năm vừa qua toàn huyện có nhiều\nTrang 3/12\ncá nhân được khen.";
    assert_eq!(joined(text), "Trong năm vừa qua toàn huyện có nhiều cá nhân được khen.");
}

#[test]
fn reply_prefixes_are_removed_from_joined_lines() {
    let text = "> Trong năm vừa qua toàn huyện có gần\n> 4.750 lượt cá nhân được khen.";
    assert_eq!(joined(text), "Trong năm vừa qua toàn huyện có gần 4.750 lượt cá nhân được khen.");
}

#[test]
fn split_number_is_reported_and_not_joined() {
    let text = "Các công đoàn cơ sở đã hỗ trợ hơn 1.\n500 triệu đồng cho đoàn viên khó khăn.";
    let found = join_lines(text);
    assert_eq!((found.text.as_str(), found.joined, found.unclear), (text, 0, vec![1]));
}

#[test]
fn line_that_interrupts_a_sentence_is_reported_and_not_joined() {
    let text = "Năm 2023, Liên đoàn Lao động huyện Sông Mơ phát động phong trào\nthi đua “Lao động giỏi, lao động sáng tạo” tới 100% công đoàn cơ\n\
                sở trong toàn huyện và được đông đảo đoàn viên hưởng ứng, có gần\n\n\u{C}BÁO CÁO NĂM\n4.750 lượt cá nhân được khen thưởng trong năm vừa qua.";
    let found = join_lines(text);
    assert!(!found.unclear.is_empty(), "{found:?}");
    assert!(found.text.contains("\n4.750"));
}

#[test]
fn headlines_captions_lists_dates_and_tables_are_not_joined() {
    for text in [
        "LĐLĐ quận Sông Mây biểu dương 86 công nhân giỏi tiêu biểu năm 2023\n\n14:05 | 18/05/2023\n(LĐTĐ) Sáng 18/5, hội nghị diễn ra.",
        "Tin khác\n\nCông đoàn ngành Y tế: 120 đoàn viên hiến máu tình nguyện\n\nHội thi cán bộ công đoàn giỏi năm 2023",
        "Trang chủ\nđăng nhập\nBình luận (0)\nchia sẻ",
        "Giá trị làm lợi của các đề tài, sáng kiến\n500 thí sinh tham gia cuộc thi ảnh “Người đẹp Áo dài” năm 2024",
        "Các nội dung thi đua trong năm của đơn vị gồm:\n- thi đua lao động giỏi;\n- thi đua phục vụ tốt.",
        "| LĐLĐ huyện An Khê Đông | 418 sáng kiến |\n| LĐLĐ huyện Thủy Trà | 377 sáng kiến |",
        "Nguồn: Liên đoàn Lao động thành phố Hà Nội\nlaodongthudo.vn",
        "Lãnh đạo LĐLĐ quận trao Giấy khen cho các công nhân giỏi\n\nTừ phong trào, đã có 1.905 sáng kiến được áp dụng.",
    ] {
        assert_eq!(broken_lines(&text.split('\n').collect::<Vec<_>>()), [], "{text}");
    }
}
