//! Shape of the JSON report of `thidua-dev eval`, with which other programs score.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

const FACTS: [&str; 12] = [
    "body_lines",
    "byline",
    "figures",
    "headline",
    "kicker",
    "organisation",
    "other_campaigns",
    "people",
    "phases",
    "published",
    "quoted_campaigns",
    "source",
];

fn report(folder: &str) -> Value {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let output = Command::new(env!("CARGO_BIN_EXE_thidua-dev"))
        .args(["eval", "--format", "json"])
        .arg(root.join(folder))
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Names of the fields of an object, sorted.
fn fields(value: &Value) -> Vec<&str> {
    let mut names: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    names.sort_unstable();
    names
}

#[test]
fn json_report_has_its_documented_shape() {
    let report = report("tests/extract/tuning");
    assert_eq!(fields(&report), ["sets", "version"]);
    assert_eq!(report["version"], 1);
    let set = &report["sets"][0];
    for name in ["name", "articles", "words", "figure_campaigns", "act", "corrections", "facts", "properties"]
    {
        assert!(set.get(name).is_some(), "{name}");
    }
    assert!(set["name"].as_str().unwrap().ends_with("tests/extract/tuning"));
    assert!(set["articles"].as_u64().unwrap() >= 17 && set["words"].as_u64().unwrap() > 1_000);
    for name in ["organisation", "role", "published", "exact_lines"] {
        assert_eq!(fields(&set[name]), ["of", "right", "share", "wrong"], "{name}");
        let (right, of) = (set[name]["right"].as_f64().unwrap(), set[name]["of"].as_f64().unwrap());
        assert!((set[name]["share"].as_f64().unwrap() - right / of).abs() < 1e-9, "{name}");
    }
    assert_eq!(
        fields(&set["corrections"]),
        [
            "figure_campaigns",
            "figure_campaigns_per_300_words",
            "figure_campaigns_per_article",
            "figures",
            "header",
            "lines",
            "mentions",
            "people",
            "per_300_words",
            "per_article",
            "phases",
            "properties",
            "total",
        ]
    );
    let corrections = &set["corrections"];
    let parts = ["figures", "header", "lines", "mentions", "people", "phases", "properties"];
    let sum: u64 = parts.iter().map(|part| corrections[part].as_u64().unwrap()).sum();
    assert_eq!(corrections["total"].as_u64(), Some(sum));
    assert_eq!(fields(&set["facts"]), FACTS);
    for (name, tally) in set["facts"].as_object().unwrap() {
        let expected = ["extra", "f1", "found", "labelled", "missed", "precision", "recall", "right"];
        assert_eq!(fields(tally), expected, "{name}");
        for miss in tally["missed"].as_array().unwrap() {
            assert_eq!(fields(miss), ["article", "line", "start", "words"], "{name}");
        }
    }
    for (name, share) in set["properties"].as_object().unwrap() {
        assert_eq!(fields(share), ["of", "right", "share", "wrong"], "{name}");
    }
}

/// Sums only: the articles of the test split are not looked at.
#[test]
fn campaigns_of_figures_are_reported_where_they_are_labelled() {
    let report = report("tests/extract/unseen/federations");
    let campaigns = &report["sets"][0]["figure_campaigns"];
    assert_eq!(fields(campaigns), ["labelled", "missing", "right", "wrong", "wrongly_given"]);
    let number = |name: &str| campaigns[name].as_u64().unwrap();
    assert!(number("labelled") > 0);
    assert_eq!(number("labelled"), number("right") + number("missing") + number("wrong"));
}
