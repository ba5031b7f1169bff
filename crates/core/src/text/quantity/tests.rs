use proptest::prelude::*;

use super::*;
use crate::domain::{Dimension, Lang};
use crate::text::format_number;

pub(super) fn units() -> Vec<Unit> {
    let unit = |id: &str, dimension, printed: &[&str]| Unit {
        id: id.into(),
        vi: id.into(),
        en: id.into(),
        dimension,
        printed: printed.iter().map(|p| (*p).to_owned()).collect(),
    };
    vec![
        unit("percent", Dimension::Percent, &["%"]),
        unit("vnd", Dimension::Money, &["đồng"]),
        unit("person", Dimension::Count, &["cá nhân", "người"]),
        unit("person-times", Dimension::Count, &["lượt", "lượt cá nhân"]),
        unit("initiative", Dimension::Count, &["sáng kiến"]),
        unit("title-holder", Dimension::Count, &["“"]),
        unit("round", Dimension::Count, &["đợt"]),
    ]
}

/// Quantities as `comparator word value[..value_to] unit “printed words”`.
fn read(line: &str) -> Vec<String> {
    let describe = |q: Quantity| {
        format!(
            "{:?} {} {}{} {} “{}”",
            q.comparator,
            q.word.unwrap_or("-"),
            q.value,
            q.value_to.map(|v| format!("..{v}")).unwrap_or_default(),
            q.unit.as_deref().unwrap_or("-"),
            line.get(q.range.clone()).unwrap(),
        )
    };
    quantities(line, &units()).into_iter().map(describe).collect()
}

#[test]
fn reads_plain_quantities() {
    assert_eq!(
        read("Có 3.090 lượt cá nhân; 432 cá nhân, 352 “Thợ giỏi” và 7 nhà"),
        [
            "Eq - 3090 person-times “3.090 lượt cá nhân”",
            "Eq - 432 person “432 cá nhân”",
            "Eq - 352 title-holder “352 “”",
            "Eq - 7 - “7”",
        ]
    );
}

#[test]
fn bound_words_are_part_of_the_quantity() {
    assert_eq!(read("Tối thiểu 15% đội ngũ"), ["Ge tối thiểu 15 percent “Tối thiểu 15%”"]);
    assert_eq!(read("không dưới 5 sáng kiến"), ["Ge không dưới 5 initiative “không dưới 5 sáng kiến”"]);
    assert_eq!(read("đạt 90 %"), ["Eq - 90 percent “90 %”"]);
    assert_eq!(read("hơn 207 triệu lượt"), ["Gt hơn 207000000 person-times “hơn 207 triệu lượt”"]);
}

#[test]
fn trailing_bounds_are_found_within_the_clause() {
    assert_eq!(read("có 5 sáng kiến trở lên"), ["Ge trở lên 5 initiative “5 sáng kiến trở lên”"]);
    assert_eq!(read("Từ 5 sáng kiến mới trở lên"), ["Ge trở lên 5 initiative “Từ 5 sáng kiến mới trở lên”"]);
    assert_eq!(read("có 5 sáng kiến từ cấp quận trở lên"), ["Eq - 5 initiative “5 sáng kiến”"]);
    assert_eq!(read("có 5 sáng kiến, cấp quận trở lên"), ["Eq - 5 initiative “5 sáng kiến”"]);
    assert_eq!(read("hơn 5 sáng kiến trở lên"), Vec::<String>::new());
}

#[test]
fn money_is_converted_to_dong() {
    assert_eq!(read("lợi 3.015 triệu đồng"), ["Eq - 3015000000 vnd “3.015 triệu đồng”"]);
    assert_eq!(read("gần 3,5 tỉ đồng"), ["ApproxBelow gần 3500000000 vnd “gần 3,5 tỉ đồng”"]);
    assert_eq!(read("2 nghìn tỷ đồng"), ["Eq - 2000000000000 vnd “2 nghìn tỷ đồng”"]);
    assert_eq!(read("1 tỷ 200 triệu đồng"), ["Eq - 1200000000 vnd “1 tỷ 200 triệu đồng”"]);
    assert_eq!(read("2 triệu rưỡi đồng"), ["Eq - 2500000 vnd “2 triệu rưỡi đồng”"]);
    assert_eq!(
        read("giá 50.000đ, 3 triệu VNĐ"),
        ["Eq - 50000 vnd “50.000đ”", "Eq - 3000000 vnd “3 triệu VNĐ”"]
    );
    assert_eq!(read("5 đồng chí"), ["Eq - 5 - “5”"]);
    assert_eq!(read("3 tỉ lệ"), ["Eq - 3000000000 - “3 tỉ”"]);
}

#[test]
fn spelled_numbers_count_before_a_unit() {
    assert_eq!(read("có hai sáng kiến"), ["Eq - 2 initiative “hai sáng kiến”"]);
    assert_eq!(
        read("hơn một nghìn người, Mười lăm đợt"),
        ["Gt hơn 1000 person “hơn một nghìn người”", "Eq - 15 round “Mười lăm đợt”"]
    );
    assert_eq!(
        read("trao ba mươi lăm cá nhân và hai mươi người"),
        ["Eq - 35 person “ba mươi lăm cá nhân”", "Eq - 20 person “hai mươi người”"]
    );
    assert_eq!(
        read("tặng năm cá nhân, gần hai tỷ đồng"),
        ["Eq - 5 person “năm cá nhân”", "ApproxBelow gần 2000000000 vnd “gần hai tỷ đồng”"]
    );
    for line in ["một người trong năm người đó", "Hai Bà Trưng", "thứ hai người ta", "ba mẹ", "mỗi tư người"]
    {
        assert_eq!(read(line), Vec::<String>::new(), "{line}");
    }
    assert_eq!(read("hai 3 người"), Vec::<String>::new());
}

#[test]
fn reads_a_share_and_its_whole() {
    assert_eq!(read("đạt 78/82 sáng kiến"), ["Eq - 78 initiative “78”", "Eq - 82 initiative “82 sáng kiến”"]);
    assert_eq!(
        read("hơn 45/50 đợt; 9/9 người"),
        ["Gt hơn 45 round “hơn 45”", "Eq - 50 round “50 đợt”", "Eq - 9 person “9/9 người”"]
    );
    for line in [
        "ngày 1/5 người lao động",
        "30/4 người ta",
        "82/78 sáng kiến",
        "1/15/2022 người",
        "3/4 số đó",
        "có 2/3 người",
        "lô 6/2027 người",
    ] {
        assert_eq!(read(line), Vec::<String>::new(), "{line}");
    }
}

#[test]
fn ranges_are_one_quantity() {
    assert_eq!(read("từ 3 đến 5 sáng kiến"), ["Range - 3..5 initiative “từ 3 đến 5 sáng kiến”"]);
    assert_eq!(read("3-5 sáng kiến"), ["Range - 3..5 initiative “3-5 sáng kiến”"]);
    assert_eq!(read("khoảng 10 - 15%"), ["Range khoảng 10..15 percent “khoảng 10 - 15%”"]);
    assert_eq!(read("10% – 15%"), ["Range - 10..15 percent “10% – 15%”"]);
    assert_eq!(read("1,2 - 1,5 tỉ đồng"), ["Range - 1200000000..1500000000 vnd “1,2 - 1,5 tỉ đồng”"]);
    assert_eq!(
        read("từ 3 sáng kiến đến 5 sáng kiến"),
        ["Range - 3..5 initiative “từ 3 sáng kiến đến 5 sáng kiến”"]
    );
    assert_eq!(
        read("3 sáng kiến đến 5 người"),
        ["Eq - 3 initiative “3 sáng kiến”", "Eq - 5 person “5 người”"]
    );
    assert_eq!(read("5 - 3 sáng kiến"), Vec::<String>::new());
    assert_eq!(read("3.01.5 - 5 sáng kiến"), Vec::<String>::new());
    assert_eq!(read("3 hoặc 5 sáng kiến"), Vec::<String>::new());
}

#[test]
fn ignores_digits_that_are_not_quantities() {
    for line in [
        "30/6/2022",
        "22:25",
        "Covid-19 sáng kiến",
        "4.0 sáng kiến",
        "3.01.5 sáng kiến",
        "4 750 lượt",
        "10A1 người",
        "1/3 người",
        "-5 sáng kiến",
        "100+ người",
        "x.5.",
        "năm 2022 cá nhân tiêu biểu",
        "6 tháng đầu năm 2022 cá nhân",
        "lần thứ 3 cá nhân",
        "ít nhất trên 5 sáng kiến",
        "tối đa không quá 5 đến 6 sáng kiến",
    ] {
        let counted: Vec<String> = read(line).into_iter().filter(|q| !q.contains(" - “")).collect();
        assert_eq!(counted, Vec::<String>::new(), "{line}");
    }
}

#[test]
fn quantity_starts_at_its_bound_word() {
    let line = "vay gần 3,5 tỉ đồng";
    assert_eq!(quantities(line, &units())[0].range.start, "vay ".len());
}

proptest! {
    #[test]
    fn a_printed_number_is_read_back(value in 0u32..u32::MAX, word in prop::sample::select(vec!["", "trên ", "gần "])) {
        let line = format!("đạt {word}{} sáng kiến.", format_number(value.into(), Lang::Vi));
        let found = quantities(&line, &units());
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(found[0].value, Decimal::from(value));
        prop_assert_eq!(found[0].word.unwrap_or(""), word.trim());
        prop_assert_eq!(found[0].range.clone(), "đạt ".len()..line.len() - 1);
    }

    #[test]
    fn any_text_is_read_without_panic(
        text in "(từ|đến|trên|triệu|tỷ|rưỡi|đồng|trở lên|sáng kiến|[0-9]{1,4}|[ .,/:%“+–-]){0,24}|.{0,40}"
    ) {
        let mut end = 0;
        for q in quantities(&text, &units()) {
            prop_assert!(text.get(q.range.clone()).is_some());
            prop_assert!(q.range.start >= end);
            end = q.range.end;
        }
    }
}
