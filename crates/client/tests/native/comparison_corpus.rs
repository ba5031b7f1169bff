//! A small corpus in which two unions can be compared, one cannot, and one says nothing.

use serde_json::{Value, json};

use thidua_sample::fixture;

/// Three unions: two with figures of one measure, one of which two articles give different accounts of, and one that counts in
/// another unit. A fourth has no figure.
pub fn corpus() -> Vec<u8> {
    let mut document = fixture::document();
    let organisation = |id: &str, name: &str| {
        let mut one = document["organisations"][1].clone();
        (one["id"], one["name"]) = (json!(id), json!(name));
        one
    };
    let more = [
        organisation("hoi-gio", "LĐLĐ quận Gió"),
        organisation("hoi-nuoc", "LĐLĐ huyện Nước"),
        organisation("hoi-lua", "LĐLĐ thị xã Lửa"),
    ];
    document["organisations"].as_array_mut().unwrap().extend(more);
    let times = json!({"id": "times", "vi": "lượt cá nhân", "en": "awards", "dimension": "count", "printed": ["lượt cá nhân"]});
    document["units"].as_array_mut().unwrap().push(times);
    document["redirects"]["hoi-cu"] = json!("hoi-gio");
    let first = document["articles"][0].clone();
    let article = |id: &str, organisation: &str, year: &str, value: &str, change: &dyn Fn(&mut Value)| {
        let mut article = first.clone();
        article["id"] = json!(id);
        article["headline"] = json!(format!("Bài về {organisation}"));
        article["organisation"] = json!(organisation);
        (article["covers"], article["covers_as_written"]) = (json!(year), json!(format!("Năm {year}")));
        article["people"] = json!([]);
        let mut figure = first["figures"][4].clone();
        figure["id"] = json!(format!("{id}-ca-nhan"));
        (figure["value"], figure["as_written"]) = (json!(value), json!(format!("{value} cá nhân")));
        figure["act"] = json!({"kind": "commended", "as_written": "biểu dương"});
        change(&mut figure);
        article["figures"] = json!([figure]);
        article
    };
    let mut gio = article("gio-2023", "hoi-gio", "2023", "120", &|_| ());
    let mut target = gio["figures"][0].clone();
    (target["id"], target["role"], target["act"]) = (json!("gio-muc-tieu"), json!("target"), Value::Null);
    (target["value"], target["as_written"]) = (json!("100"), json!("tối thiểu 100 cá nhân"));
    (target["comparator"], target["word"]) = (json!("ge"), json!("tối thiểu"));
    gio["figures"].as_array_mut().unwrap().push(target);
    let other_account = article("gio-2023-b", "hoi-gio", "2023", "118", &|_| ());
    let earlier = article("gio-2021", "hoi-gio", "2021", "80", &|_| ());
    let nuoc = article("nuoc-2023", "hoi-nuoc", "2023", "3090", &|figure| {
        (figure["unit"], figure["as_written"]) = (json!("times"), json!("3.090 lượt cá nhân"));
    });
    document["articles"].as_array_mut().unwrap().extend([gio, other_account, earlier, nuoc]);
    serde_json::to_vec(&document).unwrap()
}
