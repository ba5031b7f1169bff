//! Names of campaigns, with and without quotation marks, by the words around them.

use thidua_core::domain::CampaignKind::{self, Contest, Drive, Movement, Programme, Round, Theme, Title};
use thidua_extract::{Context, extract};

/// Kinds and names of the campaigns that a paragraph mentions.
#[track_caller]
fn assert_mentions(paragraph: &str, expected: &[(CampaignKind, &str)]) {
    let text = format!(
        "LĐLĐ huyện Suối Trắng đẩy mạnh hoạt động công đoàn\n\nLĐLĐ huyện Suối Trắng vừa tổ chức hội nghị tổng kết hoạt \
         động công đoàn của đoàn viên.\n\n{paragraph}"
    );
    let draft = extract(&text, &Context::default());
    let mentions: Vec<(CampaignKind, &str)> = draft
        .mentions
        .iter()
        .map(|mention| (draft.campaigns[mention.fact.campaign].kind, mention.words.as_str()))
        .collect();
    assert_eq!(mentions, expected, "{paragraph}");
}

#[test]
fn medals_certificates_and_prizes_are_titles() {
    for (paragraph, name) in [
        ("Huyện trao Kỷ niệm chương “Vì màu xanh nhà máy” cho 12 cán bộ.", "Vì màu xanh nhà máy"),
        ("Chị Vi Thị Lan được tặng Huy hiệu “Thợ trẻ dũng cảm” hôm qua.", "Thợ trẻ dũng cảm"),
        ("Chị Vi Thị Lan vinh dự nhận “Bằng Thợ trẻ sáng tạo” hôm qua.", "Bằng Thợ trẻ sáng tạo"),
        ("Đội thợ may được trao “Cờ Đơn vị dẫn đầu” hôm qua.", "Cờ Đơn vị dẫn đầu"),
        (
            "Huyện tổ chức hội nghị tuyên dương “Chủ tịch công đoàn tận tụy” hôm qua.",
            "Chủ tịch công đoàn tận tụy",
        ),
        ("Hôm qua diễn ra lễ tôn vinh điển hình “Thợ giỏi bản Mường” của huyện.", "Thợ giỏi bản Mường"),
    ] {
        assert_mentions(paragraph, &[(Title, name)]);
    }
    assert_mentions(
        "Hội thi năm nay có 3 giải phụ: “Khéo tay”, “Nhanh mắt” và “Nụ cười đẹp”.",
        &[(Title, "Khéo tay"), (Title, "Nhanh mắt"), (Title, "Nụ cười đẹp")],
    );
    assert_mentions(
        "Huyện tặng danh hiệu “Tổ thợ trẻ” cho 21 tập thể và “Thợ trẻ” cho 95 cá nhân.",
        &[(Title, "Tổ thợ trẻ"), (Title, "Thợ trẻ")],
    );
}

#[test]
fn events_and_lists_are_named() {
    assert_mentions(
        "Sáng nay, huyện khai mạc “Tuần lễ áo dài công nhân”.",
        &[(Programme, "Tuần lễ áo dài công nhân")],
    );
    assert_mentions(
        "Huyện tổ chức “Ngày thứ bảy công nhân” ở ba nhà máy.",
        &[(Programme, "Ngày thứ bảy công nhân")],
    );
    assert_mentions(
        "Báo cáo viên trình bày các chuyên đề “Sống xanh”, “Chi tiêu hợp lý” và “Phòng cháy”.",
        &[(Theme, "Sống xanh"), (Theme, "Chi tiêu hợp lý"), (Theme, "Phòng cháy")],
    );
}

#[test]
fn list_with_an_open_mark_is_read_name_by_name() {
    for paragraph in [
        "Huyện duy trì chương trình “Mái nhà chung - bữa cơm ấm, “Tuần lễ thợ trẻ”, “Chợ quê” hằng năm.",
        "Huyện duy trì chương trình “Mái nhà chung - bữa cơm ấm và “Tuần lễ thợ trẻ”, “Chợ quê” hằng năm.",
    ] {
        assert_mentions(
            paragraph,
            &[
                (Programme, "Mái nhà chung - bữa cơm ấm"),
                (Programme, "Tuần lễ thợ trẻ"),
                (Programme, "Chợ quê"),
            ],
        );
    }
}

#[test]
fn emulation_of_a_year_is_not_its_titles_flags_or_clusters() {
    for paragraph in [
        "Các đơn vị đăng ký các danh hiệu thi đua năm 2031 từ tháng trước.",
        "Huyện nhận cờ thi đua năm 2031 của tỉnh.",
        "Trưởng cụm thi đua năm 2031 báo cáo kết quả.",
        "Hội đồng thi đua năm 2031 họp phiên đầu.",
    ] {
        assert_mentions(paragraph, &[]);
    }
    assert_mentions("Huyện phát động thi đua năm 2031.", &[(Movement, "thi đua năm 2031")]);
}

#[test]
fn slogans_songs_models_and_speech_are_not_campaigns() {
    for paragraph in [
        "Công nhân hát vang bài hát “Đường tới nhà máy” trong đêm hội.",
        "Huyện treo khẩu hiệu “An toàn là bạn” ở các xưởng.",
        "Huyện nhân rộng mô hình “Bữa cơm giữa ca” tới mọi xưởng.",
        "Ông cha ta dạy “tay làm hàm nhai” nên thợ nào cũng chăm.",
    ] {
        assert_mentions(paragraph, &[]);
    }
}

#[test]
fn rounds_are_named_by_their_days() {
    for (paragraph, name) in [
        ("Huyện mở chiến dịch 60 ngày cao điểm trong các xưởng.", "chiến dịch 60 ngày cao điểm"),
        (
            "Huyện phát động phong trào thi đua 90 ngày đêm của thợ mỏ.",
            "phong trào thi đua 90 ngày đêm của thợ mỏ",
        ),
        ("Huyện phát động đợt thi đua 45 ngày đêm từ hôm nay.", "đợt thi đua 45 ngày đêm"),
    ] {
        assert_mentions(paragraph, &[(Round, name)]);
    }
    assert_mentions("Phong trào kéo dài 90 ngày đêm ở các xưởng.", &[]);
}

#[test]
fn names_without_marks_follow_the_word_for_their_kind() {
    for (paragraph, kind, name) in [
        (
            "Huyện tổ chức Hội thi thợ giỏi thu hoạch chè cấp huyện.",
            Contest,
            "Hội thi thợ giỏi thu hoạch chè cấp huyện",
        ),
        ("Huyện tổ chức Hội thi Điều dưỡng giỏi cho bệnh viện.", Contest, "Hội thi Điều dưỡng giỏi"),
        ("Có 120 thợ dự thi thợ giỏi cấp tỉnh hôm qua.", Contest, "thi thợ giỏi cấp tỉnh"),
        (
            "Huyện đẩy mạnh phong trào Nhà máy xanh, Công nhân khỏe trong đoàn viên.",
            Movement,
            "Nhà máy xanh, Công nhân khỏe",
        ),
        ("Huyện tổ chức chương trình Tết Sum vầy cho công nhân.", Programme, "Tết Sum vầy"),
        (
            "Huyện hưởng ứng cuộc vận động Mỗi ngày một việc tốt cho đoàn viên.",
            Drive,
            "Mỗi ngày một việc tốt",
        ),
    ] {
        assert_mentions(paragraph, &[(kind, name)]);
    }
    for paragraph in [
        "Phong trào Công đoàn huyện ngày càng mạnh.",
        "Huyện dự chương trình Thời sự của đài.",
        "Phong trào CNVCLĐ của huyện sôi nổi.",
        "Chương trình Giáo dục phổ thông mới được áp dụng.",
    ] {
        assert_mentions(paragraph, &[]);
    }
}

#[test]
fn emulation_that_describes_a_product_is_no_campaign() {
    assert_mentions("Huyện có 40 công trình, sản phẩm thi đua chào mừng các ngày lễ lớn của huyện.", &[]);
}

#[test]
fn contest_of_a_city_is_one_campaign_in_full_and_abbreviated() {
    let text = "Trao giải Hội thi thợ giỏi TP Suối Trắng\n\nHội thi thợ giỏi thành phố Suối Trắng có 64 thợ của các công đoàn \
                tranh tài trong hai ngày.";
    let draft = extract(text, &Context::default());
    assert_eq!(draft.campaigns.len(), 1, "{:?}", draft.campaigns);
}
