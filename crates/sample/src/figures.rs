//! Sample figures: quantities as they are printed in news, each in its own sentence.

use thidua_core::domain::{
    Act, ActKind, Article, Bilingual, Comparator, Decimal, Dimension, Figure, FigureId, GuessedField, Lang,
    Level, MeasureId, Role, Unit, UnitId,
};
use thidua_core::text::{format_number, slug};

use super::random::Random;

/// A kind of thing that is counted, and the sentence that states the count.
struct FigureTemplate {
    unit: &'static str,
    role: Role,
    /// Text before and after the quantity; `{level}` is replaced by the level that grants the recognition.
    around: (&'static str, &'static str),
    label: (&'static str, &'static str),
    /// Maximum number of digits of the number.
    digits: f64,
}

const fn template(
    unit: &'static str,
    role: Role,
    around: (&'static str, &'static str),
    label: (&'static str, &'static str),
    digits: f64,
) -> FigureTemplate {
    FigureTemplate { unit, role, around, label, digits }
}

const TEMPLATES: [FigureTemplate; 10] = [
    template(
        "individual",
        Role::Result,
        ("Cấp {level} có", "được biểu dương"),
        ("Cá nhân được biểu dương cấp {level}", "Individuals commended"),
        3.2,
    ),
    template(
        "collective",
        Role::Result,
        ("Cấp {level} có", "được khen thưởng"),
        ("Tập thể được khen thưởng cấp {level}", "Collectives rewarded"),
        2.2,
    ),
    template(
        "initiative",
        Role::Result,
        ("Toàn đơn vị có", "được công nhận"),
        ("Sáng kiến được công nhận", "Initiatives recognised"),
        3.4,
    ),
    template(
        "person",
        Role::Participation,
        ("Hoạt động này thu hút", "tham gia"),
        ("Người tham gia", "Participants"),
        4.2,
    ),
    template(
        "vnd",
        Role::Input,
        ("Tổng kinh phí hỗ trợ là", "từ nguồn xã hội hoá"),
        ("Kinh phí hỗ trợ", "Money for support"),
        3.6,
    ),
    template(
        "percent",
        Role::Target,
        ("Chỉ tiêu đề ra là", "đoàn viên đăng ký"),
        ("Đoàn viên đăng ký thi đua", "Members to register"),
        2.0,
    ),
    template(
        "percent",
        Role::Result,
        ("Tỷ lệ đạt được là", "số đăng ký"),
        ("Đoàn viên đạt đăng ký", "Members who met their pledge"),
        2.0,
    ),
    template(
        "individual-times",
        Role::Result,
        ("Cấp {level} ghi nhận", "đạt danh hiệu"),
        ("Lượt cá nhân đạt danh hiệu cấp {level}", "Awards to individuals"),
        3.6,
    ),
    template(
        "initiative",
        Role::Target,
        ("Đơn vị phấn đấu có", "trong nhiệm kỳ"),
        ("Sáng kiến phấn đấu có", "Initiatives aimed at"),
        3.4,
    ),
    template(
        "content",
        Role::Plan,
        ("Kế hoạch gồm", "thi đua"),
        ("Nội dung thi đua", "Contents of the plan"),
        0.9,
    ),
];

/// Units of the sample corpus: slug, Vietnamese name, English name and dimension.
const UNITS: [(&str, &str, &str, Dimension); 8] = [
    ("individual", "cá nhân", "individuals", Dimension::Count),
    ("collective", "tập thể", "collectives", Dimension::Count),
    ("individual-times", "lượt cá nhân", "awards to individuals", Dimension::Count),
    ("person", "người", "people", Dimension::Count),
    ("initiative", "sáng kiến", "initiatives", Dimension::Count),
    ("content", "nội dung", "contents", Dimension::Count),
    ("percent", "%", "%", Dimension::Percent),
    ("vnd", "đồng", "đồng", Dimension::Money),
];

/// Units of all sample figures.
pub fn units() -> Vec<Unit> {
    UNITS
        .iter()
        .map(|(id, vi, en, dimension)| Unit {
            id: UnitId::new(*id),
            vi: (*vi).to_owned(),
            en: (*en).to_owned(),
            dimension: *dimension,
            printed: vec![(*vi).to_owned()],
        })
        .collect()
}

/// Draws a figure of `article` on `line`, and sometimes a second one that is a share of it. Returns the sentences that
/// state them.
pub fn draw(article: &mut Article, line: u32, random: &mut Random) -> String {
    let Some(kind) = random.common(&TEMPLATES) else { return String::new() };
    let level = if kind.around.0.contains('{') {
        random.any(&[Level::Grassroots, Level::District, Level::City])
    } else {
        None
    };
    let name = level.map_or("", |level| level_word(*level));
    let number = random.amount(kind.digits).min(if kind.unit == "percent" { 100 } else { u32::MAX });
    let (comparator, word) = bound(kind.role, random);
    let (as_written, value) = printed(kind, number, word);
    // The words of a figure must occur exactly once on their line.
    if article.figures.iter().any(|other| other.line == line && other.value == value) {
        return String::new();
    }
    let campaign =
        if random.percent(80) { random.any(&article.mentions).map(|m| m.campaign.clone()) } else { None };
    let measure = slug(&format!("{} {} {name}", article.organisation, kind.label.1));
    let figure = Figure {
        id: id(article),
        label: Bilingual { vi: kind.label.0.replace("{level}", name), en: kind.label.1.to_owned() },
        value,
        value_to: None,
        unit: UnitId::new(kind.unit),
        comparator,
        word: word.map(str::to_owned),
        as_written: as_written.clone(),
        role: kind.role,
        act: act_of(kind),
        levels: level.into_iter().copied().collect(),
        campaign,
        campaigns_also: Vec::new(),
        organisation: None,
        when: article.covers,
        when_as_written: article.covers_as_written.clone(),
        part_of: None,
        measure: random.percent(40).then(|| MeasureId::new(measure)),
        // Every fifth figure of an article has open guesses.
        confirmed: if article.figures.len() % 5 == 4 { Vec::new() } else { GuessedField::ALL.to_vec() },
        line,
    };
    let mut sentence = format!("{} {as_written} {}", kind.around.0.replace("{level}", name), kind.around.1);
    let can_be_parted =
        kind.unit == "initiative" && kind.role == Role::Result && comparator == Comparator::Eq;
    article.figures.push(figure.clone());
    if can_be_parted && number > 9 && random.percent(50) {
        let part = Figure {
            id: id(article),
            label: Bilingual {
                vi: "Sáng kiến đã được áp dụng".to_owned(),
                en: "Initiatives put to use".to_owned(),
            },
            value: Decimal::from(number / 3),
            as_written: format!("{} sáng kiến", format_number(Decimal::from(number / 3), Lang::Vi)),
            part_of: Some(figure.id.clone()),
            measure: None,
            act: None,
            ..figure
        };
        if article.figures.iter().all(|other| other.line != line || other.value != part.value) {
            sentence.push_str(&format!(", trong đó có {} đã được áp dụng", part.as_written));
            article.figures.push(part);
        }
    }
    sentence + "."
}

/// The verb of recognition that the sentence prints after the quantity.
fn act_of(kind: &FigureTemplate) -> Option<Act> {
    let printed = [
        (ActKind::Commended, "biểu dương"),
        (ActKind::Rewarded, "khen thưởng"),
        (ActKind::Recognised, "công nhận"),
        (ActKind::Attained, "đạt danh hiệu"),
    ];
    let found = printed.into_iter().find(|(_, verb)| kind.around.1.ends_with(verb));
    found.map(|(kind, verb)| Act { kind, as_written: verb.to_owned() })
}

fn id(article: &Article) -> FigureId {
    FigureId::new(format!("{}-{}", article.id, article.figures.len() + 1))
}

fn level_word(level: Level) -> &'static str {
    match level {
        Level::Grassroots => "cơ sở",
        Level::District => "huyện",
        _ => "tỉnh",
    }
}

fn bound(role: Role, random: &mut Random) -> (Comparator, Option<&'static str>) {
    match (role, random.up_to(10)) {
        (Role::Plan, _) | (Role::Target, 5..) | (_, 3..) => (Comparator::Eq, None),
        (Role::Target, _) => (Comparator::Ge, Some("ít nhất")),
        (_, 0) => (Comparator::Gt, Some("trên")),
        (_, 1) => (Comparator::ApproxBelow, Some("gần")),
        (_, _) => (Comparator::Approx, Some("khoảng")),
    }
}

/// The printed quantity, and its number in the base unit.
fn printed(kind: &FigureTemplate, number: u32, word: Option<&str>) -> (String, Decimal) {
    let word = word.map(|word| format!("{word} ")).unwrap_or_default();
    let base = Decimal::from(number);
    let shown = format_number(base, Lang::Vi);
    let noun = UNITS.iter().find(|(id, ..)| *id == kind.unit).map_or("", |(_, noun, ..)| noun);
    match kind.unit {
        "percent" => (format!("{word}{shown}%"), base),
        "vnd" => {
            let value = base.checked_mul(Decimal::from(1_000_000)).unwrap_or(base);
            (format!("{word}{shown} triệu đồng"), value)
        }
        _ => (format!("{word}{shown} {noun}"), base),
    }
}
