//! The campaign of a figure, and where the text names it.

use thidua_extract::CampaignEvidence::{self, Before, Behind, EarlierSentence, Inside, Lead, Unclear};
use thidua_extract::{Context, Draft, extract};

/// Words of a figure, name of its campaign (none: empty), evidence.
type Expected<'a> = (&'a str, &'a str, Option<CampaignEvidence>);

/// An article with these paragraphs below a headline and a lead that name no campaign.
fn draft(paragraphs: &[&str]) -> Draft {
    let head = "LĐLĐ huyện Suối Trắng đẩy mạnh hoạt động công đoàn\n\nLĐLĐ huyện Suối Trắng vừa tổ chức hội nghị tổng \
                kết hoạt động công đoàn của đoàn viên toàn huyện.";
    draft_of(&[&[head], paragraphs].concat())
}

fn draft_of(lines: &[&str]) -> Draft {
    extract(&lines.join("\n\n"), &Context::default())
}

#[track_caller]
fn assert_campaigns(draft: &Draft, expected: &[Expected<'_>]) {
    for (words, name, evidence) in expected {
        let figure = draft.figures.iter().find(|figure| figure.words == *words);
        let figure = figure.unwrap_or_else(|| {
            let found: Vec<&str> = draft.figures.iter().map(|figure| figure.words.as_str()).collect();
            panic!("no figure “{words}”; figures: {found:?}")
        });
        let campaign = figure.fact.campaigns.first().map_or("", |index| &draft.campaigns[*index].name);
        assert_eq!((campaign, figure.fact.campaign_evidence), (*name, *evidence), "{words}");
    }
}

#[test]
fn campaign_behind_a_figure_is_joined_with_its_statement() {
    let draft = draft(&[
        "Toàn huyện đã có 415 ý tưởng gửi về cuộc thi “Nhà máy xanh”.",
        "Có 36 tập thể, 128 cá nhân được công nhận danh hiệu “Lao động tiên tiến” trong năm.",
        "Huyện có 212 sáng kiến, làm lợi 3 tỷ đồng trong phong trào “Mỗi ngày một việc tốt”.",
    ]);
    assert_campaigns(
        &draft,
        &[
            ("415 ý tưởng", "Nhà máy xanh", Some(Behind)),
            ("36 tập thể", "Lao động tiên tiến", Some(Behind)),
            ("128 cá nhân", "Lao động tiên tiến", Some(Behind)),
            ("212 sáng kiến", "Mỗi ngày một việc tốt", Some(Behind)),
            ("3 tỷ đồng", "Mỗi ngày một việc tốt", Some(Behind)),
        ],
    );
}

#[test]
fn later_title_does_not_take_complete_statements() {
    for (sentence, others, holder) in [
        (
            "Huyện đã khen 905 lao động giỏi cấp cơ sở, 41 lao động giỏi cấp huyện; 3.120 chị đạt danh hiệu “Phụ nữ \
             tài năng”.",
            ["905 lao động giỏi", "41 lao động giỏi"],
            "3.120 chị",
        ),
        (
            "Năm qua, 77 tập thể được tặng giấy khen, 12 tập thể nhận cờ và 640 cá nhân đạt danh hiệu “Phụ nữ tài \
             năng”.",
            ["77 tập thể", "12 tập thể"],
            "640 cá nhân",
        ),
    ] {
        let draft = draft(&[sentence]);
        let campaigns = |words: &str| {
            let figure = draft.figures.iter().find(|figure| figure.words.starts_with(words));
            figure.unwrap_or_else(|| panic!("no figure “{words}”")).fact.campaigns.len()
        };
        assert_eq!(others.map(campaigns), [0, 0], "{sentence}");
        assert_eq!(campaigns(holder), 1, "{sentence}");
    }
}

#[test]
fn title_before_a_figure_is_not_that_of_another_award() {
    let draft = draft(&[
        "Có 512 cá nhân đạt danh hiệu “Thợ khéo” cấp cơ sở, 48 cá nhân cấp huyện, 17 cá nhân được tặng Bằng khen.",
        "Huyện tặng danh hiệu “Tổ thợ trẻ” cho 21 tập thể, “Thợ trẻ” cho 95 cá nhân.",
    ]);
    assert_campaigns(
        &draft,
        &[
            ("512 cá nhân", "Thợ khéo", Some(Behind)),
            ("48 cá nhân", "Thợ khéo", Some(Before)),
            ("17 cá nhân", "", Some(Unclear)),
            ("21 tập thể", "Tổ thợ trẻ", Some(Before)),
            ("95 cá nhân", "Thợ trẻ", Some(Before)),
        ],
    );
}

#[test]
fn share_has_the_campaign_of_its_whole() {
    let draft = draft(&[
        "Chương trình “Hiến kế” nhận 820 sáng kiến, trong đó 310 sáng kiến đã áp dụng.",
        "Có 64 đơn vị hưởng ứng cuộc vận động “Nếp sống đẹp”, trong đó 18 đơn vị ở vùng cao.",
    ]);
    assert_campaigns(
        &draft,
        &[
            ("820 sáng kiến", "Hiến kế", Some(Before)),
            ("310 sáng kiến", "Hiến kế", Some(Before)),
            ("64 đơn vị", "Nếp sống đẹp", Some(Behind)),
            ("18 đơn vị", "Nếp sống đẹp", Some(Behind)),
        ],
    );
}

#[test]
fn first_campaign_of_a_list_is_the_main_one() {
    let draft = draft(&[
        "Phong trào “Thợ giỏi bản Mường” và cuộc vận động “Nếp sống đẹp” thu hút 2.140 công nhân tham gia.",
    ]);
    assert_campaigns(&draft, &[("2.140 công nhân", "Thợ giỏi bản Mường", Some(Before))]);
}

#[test]
fn sentence_goes_on_about_an_earlier_campaign() {
    for opening in ["Kết quả, có", "Đến nay, đã có", "Qua đó, đã có", "Từ phong trào, đã có", "Theo đó, có"]
    {
        let sentence = format!("{opening} 415 sáng kiến được áp dụng.");
        let draft = draft(&["Huyện phát động phong trào “Thợ giỏi bản Mường” từ đầu xuân.", &sentence]);
        assert_campaigns(&draft, &[("415 sáng kiến", "Thợ giỏi bản Mường", Some(EarlierSentence))]);
    }
}

#[test]
fn new_subject_ends_a_campaign() {
    for sentence in [
        "Bên cạnh đó, huyện tổ chức 415 buổi tuyên truyền cho đoàn viên.",
        "Toàn huyện hiện có 415 công đoàn cơ sở.",
        "Dịp này, 415 tập thể được nhận quà.",
    ] {
        let draft = draft(&["Huyện phát động phong trào “Thợ giỏi bản Mường” từ đầu xuân.", sentence]);
        let campaigns: Vec<_> = draft.figures.iter().map(|figure| figure.fact.campaigns.as_slice()).collect();
        assert_eq!(campaigns, [[0_usize; 0]], "{sentence}");
    }
}

#[test]
fn size_of_a_union_belongs_to_no_campaign() {
    for sentence in [
        "Năm qua, huyện có 46 công đoàn cơ sở với 1.758 đoàn viên.",
        "Huyện hiện quản lý 46 công đoàn cơ sở.",
        "Trong năm, huyện kết nạp 1.758 đoàn viên.",
    ] {
        let draft = draft(&["Huyện phát động phong trào “Thợ giỏi bản Mường” từ đầu xuân.", sentence]);
        assert!(!draft.figures.is_empty(), "{sentence}");
        assert!(draft.figures.iter().all(|figure| figure.fact.campaigns.is_empty()), "{sentence}");
    }
    let draft =
        draft(&["Phong trào “Thợ giỏi bản Mường” có 46 công đoàn cơ sở với 1.758 đoàn viên tham gia."]);
    assert_campaigns(
        &draft,
        &[
            ("46 công đoàn cơ sở", "Thợ giỏi bản Mường", Some(Before)),
            ("1.758 đoàn viên", "Thợ giỏi bản Mường", Some(Before)),
        ],
    );
}

#[test]
fn parts_of_a_contest_belong_to_the_contest_of_the_article() {
    let draft = draft_of(&[
        "Sôi nổi hội thi “Bàn tay khéo” của công nhân huyện Suối Trắng",
        "Sáng 5/3, LĐLĐ huyện Suối Trắng tổ chức hội thi “Bàn tay khéo” cho công nhân, lao động toàn huyện.",
        "Phong trào “Thợ giỏi bản Mường” đã lan rộng nhiều năm nay.",
        "Sau hai ngày, các thợ bước vào phần thi cuối.",
        "Trọng tài trao 3 giải nhất và 7 giải khuyến khích cho các đội.",
    ]);
    assert_campaigns(
        &draft,
        &[("3 giải nhất", "Bàn tay khéo", Some(Lead)), ("7 giải khuyến khích", "Bàn tay khéo", Some(Lead))],
    );
}

#[test]
fn parts_of_a_contest_belong_to_the_contest_named_before() {
    let draft = draft(&[
        "Sáng 5/3, huyện mở hội thi “Bàn tay khéo” cho thợ may.",
        "Ở bảng may có 8 đội với 72 thí sinh. Trọng tài trao 3 giải nhất, 7 giải khuyến khích.",
        "Huyện cũng thăm 25 gia đình công nhân.",
    ]);
    let contest = Some(EarlierSentence);
    assert_campaigns(
        &draft,
        &[
            ("8 đội", "Bàn tay khéo", contest),
            ("72 thí sinh", "Bàn tay khéo", contest),
            ("3 giải nhất", "Bàn tay khéo", contest),
            ("7 giải khuyến khích", "Bàn tay khéo", contest),
            ("25 gia đình công nhân", "", Some(Unclear)),
        ],
    );
}

#[test]
fn campaign_inside_the_words_is_the_nearest() {
    let draft = draft(&["Qua phong trào “Thợ giỏi bản Mường”, huyện chọn ra 45 “Bàn tay vàng” cấp cơ sở."]);
    assert_campaigns(&draft, &[("45 “Bàn tay vàng”", "Bàn tay vàng", Some(Inside))]);
}

#[test]
fn figure_of_an_article_without_campaigns_has_no_evidence() {
    let draft = draft(&["Huyện đã khen thưởng 16 tập thể của huyện."]);
    assert_campaigns(&draft, &[("16 tập thể", "", None)]);
}

#[test]
fn next_sentence_is_not_about_the_first_of_a_long_list() {
    let of_lists = |list: &str| {
        let paragraph =
            format!("Đoàn viên hưởng ứng các phong trào {list}. Mỗi năm có 640 sáng kiến được áp dụng.");
        draft(&[&paragraph])
    };
    let two = of_lists("“Nhà máy xanh”, “Mỗi ngày một việc tốt”");
    assert_campaigns(&two, &[("640 sáng kiến", "Nhà máy xanh", Some(EarlierSentence))]);
    let four = of_lists("“Nhà máy xanh”, “Mỗi ngày một việc tốt”, “Đường sạch”, “Bếp ấm”");
    assert_campaigns(&four, &[("640 sáng kiến", "", Some(Unclear))]);
}
