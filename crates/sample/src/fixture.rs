//! A small invented corpus with its source text. Every kind of fact occurs once.
//!
//! ```
//! use thidua_core::corpus::{validate, verify};
//! use thidua_sample::fixture;
//!
//! let corpus = fixture::corpus();
//! assert!(validate(&corpus).is_empty());
//! assert!(verify(&corpus, &fixture::sources()).is_verified());
//! ```

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "tests alone use it, and an invented corpus that cannot be read fails them"
)]

use serde_json::{Value, json};

use thidua_core::corpus::{SourceTexts, load};
use thidua_core::domain::Corpus;

/// File stem of the source text.
pub const STEM: &str = "lang-may";

/// The source text. Line 3 is a teaser and line 9 follows the end of the article; both are excluded.
pub const TEXT: &str = "\
Hội thợ làng Mây: Thi đua như trẩy hội
08:15 | 05/03/2024
Xem thêm: 99 sáng kiến ở làng Gió
Năm 2023, Hội thợ làng Mây mở phong trào “Tay thợ vàng”: tối thiểu 15% tổ viên, từ 3 đến 5 đợt và gần 3,5 tỉ đồng.
Có 1.352 “Tay thợ vàng” cấp cơ sở, 95 cá nhân cấp quận, 52 “Tay thợ vàng” cấp thành phố; 248 sáng kiến, 89 sáng kiến đã dùng, lợi 3.015 triệu đồng.
Đợt 1 từ 1/1/2023 đến 30/6/2023 mang tên “Khéo tay”; đợt 2 từ 1/7/2023 đến 31/12/2023.
Ông Lê Văn Mây - Tổ trưởng tổ Một kể chuyện 5 năm làm thợ, 12 cá nhân trở lên theo nghề.
Gió Nhẹ
Tin khác: 500 cá nhân ở làng Gió
";

pub use thidua_core::text::sha256;

/// The source text with its correct digest.
pub fn sources() -> SourceTexts {
    sources_of(TEXT)
}

/// A changed source text, stored under the same file stem.
pub fn sources_of(text: &str) -> SourceTexts {
    let mut sources = SourceTexts::default();
    sources.insert(STEM, text, &sha256(text.as_bytes()));
    sources
}

/// The corpus.
pub fn corpus() -> Corpus {
    load(json_text().as_bytes()).expect("the fixture is a corpus")
}

/// The corpus document as JSON text.
pub fn json_text() -> String {
    serde_json::to_string_pretty(&document()).unwrap()
}

#[allow(clippy::too_many_arguments, reason = "a row of a table")]
fn figure(
    id: &str,
    value: &str,
    unit: &str,
    bound: (&str, Value),
    words: &str,
    levels: Value,
    line: u32,
) -> Value {
    json!({
        "id": id, "label": {"vi": "điều được đếm", "en": "what is counted"}, "value": value, "value_to": null,
        "unit": unit, "comparator": bound.0, "word": bound.1, "as_written": words, "role": "result",
        "levels": levels, "campaign": "tay-tho-vang", "campaigns_also": [], "organisation": null, "when": null,
        "when_as_written": null, "part_of": null, "measure": null, "line": line,
    })
}

/// The corpus document as a JSON value.
pub fn document() -> Value {
    let exact = || ("eq", Value::Null);
    let mut figures = vec![
        figure("to-vien", "15", "percent", ("ge", json!("tối thiểu")), "tối thiểu 15% tổ viên", json!([]), 4),
        figure("dot", "3", "round", ("range", Value::Null), "từ 3 đến 5 đợt", json!([]), 4),
        figure("von", "3500000000", "vnd", ("approx_below", json!("gần")), "gần 3,5 tỉ đồng", json!([]), 4),
        figure("tho-co-so", "1352", "title", exact(), "1.352 “Tay thợ vàng”", json!(["grassroots"]), 5),
        figure("tho-quan", "95", "individual", exact(), "95 cá nhân", json!(["district"]), 5),
        figure("tho-thanh-pho", "52", "title", exact(), "52 “Tay thợ vàng”", json!(["city"]), 5),
        figure("sang-kien", "248", "initiative", exact(), "248 sáng kiến", json!([]), 5),
        figure("sang-kien-dung", "89", "initiative", exact(), "89 sáng kiến", json!([]), 5),
        figure("lam-loi", "3015000000", "vnd", exact(), "3.015 triệu đồng", json!([]), 5),
        figure("theo-nghe", "12", "individual", ("ge", json!("trở lên")), "12 cá nhân trở lên", json!([]), 7),
    ];
    figures[0]["when"] = json!("2023");
    figures[0]["when_as_written"] = json!("Năm 2023");
    figures[1]["value_to"] = json!("5");
    figures[7]["part_of"] = json!("sang-kien");
    figures[9]["when_as_written"] = json!("5 năm");
    let organisation = |id: &str, name: &str, parent: Value| {
        json!({"id": id, "name": name, "name_en": null, "kind": "union", "locality": null, "parent": parent,
               "aliases": [], "valid": null})
    };
    let unit = |id: &str, dimension: &str, printed: Value| {
        // The holders of quoted titles have no noun.
        let noun = printed[0].as_str().filter(|noun| *noun != "“").unwrap_or(id).to_owned();
        json!({"id": id, "vi": noun, "en": id, "dimension": dimension, "printed": printed})
    };
    let campaign = |id: &str, name: &str, kind: &str| {
        json!({"id": id, "name": name, "name_en": null, "kind": kind, "aliases": [], "sector": null,
               "launched_by": "hoi-tho", "summary": {"vi": "Thi tay nghề.", "en": "A contest of skill."}, "see_also": []})
    };
    json!({
        "schema_version": 1,
        "title": {"vi": "Làng Mây", "en": "Cloud village"},
        "sources": [{"id": "bao-may", "name": "Báo Mây", "site": null, "attribution": {"vi": "Theo Báo Mây", "en": "Báo Mây"}}],
        "organisations": [
            organisation("lang-may", "Làng Mây", Value::Null),
            organisation("hoi-tho", "Hội thợ làng Mây", json!("lang-may")),
        ],
        "units": [
            unit("percent", "percent", json!(["%"])),
            unit("vnd", "money", json!(["đồng"])),
            unit("round", "count", json!(["đợt"])),
            unit("title", "count", json!(["“"])),
            unit("individual", "count", json!(["cá nhân"])),
            unit("initiative", "count", json!(["sáng kiến"])),
        ],
        "campaigns": [campaign("tay-tho-vang", "Tay thợ vàng", "movement"), campaign("kheo-tay", "Khéo tay", "theme")],
        "glossary": [{"abbreviation": "HT", "expansion": "Hội thợ", "en": null}],
        "redirects": {"tay-tho-bac": "tay-tho-vang"},
        "articles": [{
            "id": "lang-may-2023", "kicker": null, "headline": "Hội thợ làng Mây: Thi đua như trẩy hội",
            "headline_en": null, "source": "bao-may", "url": "https://example.org/lang-may", "byline": ["Gió Nhẹ"],
            "published": "2024-03-05T08:15", "published_as_written": "08:15 | 05/03/2024",
            "covers": "2023", "covers_as_written": "Năm 2023", "organisation": "hoi-tho", "rights": "facts_only",
            "text": {"file_stem": STEM, "sha256": sha256(TEXT.as_bytes()), "lines": [1, 8], "excluded": [3]},
            "digest": [{"vi": "Vốn 3.015 triệu đồng; 1.352 thợ.", "en": "3,015 million; 1,352 workers.", "line": 5}],
            "people": [{"name": "Lê Văn Mây", "role": "Tổ trưởng tổ Một", "role_en": null, "organisation": "hoi-tho", "line": 7}],
            "mentions": [{"campaign": "tay-tho-vang", "as_written": "Tay thợ vàng", "relation": "launched", "sector": null, "line": 4}],
            "phases": [{"campaign": "tay-tho-vang", "name": "Đợt 1", "when": "2023-01-01/2023-06-30",
                        "as_written": "từ 1/1/2023 đến 30/6/2023", "theme": "kheo-tay", "line": 6}],
            "figures": figures,
            "body": null,
        }],
    })
}
