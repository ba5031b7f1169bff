//! Attestations: an entry holds for exactly the facts and the text that were checked.

use std::collections::BTreeSet;

use serde_json::json;

use thidua_core::corpus::{
    Attestation, AttestationError, LossReason, SourceTexts, load, verify, verify_with_marks,
};
use thidua_core::domain::{Corpus, GuessedField};
use thidua_sample::{bundled, fixture};

fn corpus() -> Corpus {
    load(&bundled::bundled()).unwrap()
}

/// Ids and reasons of the marks that a change of the corpus costs.
fn lost(change: impl FnOnce(&mut Corpus)) -> Vec<(String, LossReason)> {
    let mut changed = corpus();
    let attestation = Attestation::of(&changed, |_| true);
    change(&mut changed);
    let check = attestation.check(&changed);
    check.lost.into_iter().map(|lost| (lost.id.to_string(), lost.reason)).collect()
}

#[test]
fn change_of_one_article_costs_its_mark_only() {
    let first = corpus().articles[0].id.to_string();
    let of_first = |reason| vec![(first.clone(), reason)];
    assert_eq!(lost(|_| ()), []);
    assert_eq!(lost(|c| c.articles[0].headline.push('!')), of_first(LossReason::FactsChanged));
    assert_eq!(lost(|c| c.articles[0].digest[0].en.push('.')), of_first(LossReason::FactsChanged));
    assert_eq!(
        lost(|c| c.articles[0].figures[0].confirmed = vec![GuessedField::Role]),
        of_first(LossReason::FactsChanged)
    );
    assert_eq!(lost(|c| c.articles[0].text.sha256 = "0".repeat(64)), of_first(LossReason::TextChanged));
    assert_eq!(lost(|c| drop(c.articles.remove(0))), of_first(LossReason::NoSuchArticle));
    let unit = corpus().articles[0].figures[0].unit.clone();
    let of_unit: BTreeSet<String> = corpus()
        .articles
        .iter()
        .filter(|article| article.figures.iter().any(|figure| figure.unit == unit))
        .map(|article| article.id.to_string())
        .collect();
    let renamed_unit = lost(|c| c.units.iter_mut().find(|u| u.id == unit).unwrap().vi.push('x'));
    assert_eq!(renamed_unit.into_iter().map(|(id, _)| id).collect::<BTreeSet<_>>(), of_unit);
}

#[test]
fn additions_of_other_articles_cost_no_mark() {
    assert_eq!(
        lost(|c| {
            let mut article = c.articles[1].clone();
            article.id = "bai-moi".into();
            article.figures.clear();
            c.articles.insert(0, article);
            for unit in &mut c.units {
                unit.printed.push("từ mới".to_owned());
            }
            c.campaigns[0].aliases.push("Tên khác".to_owned());
            c.campaigns.reverse();
            c.title.vi.push('!');
        }),
        []
    );
}

#[test]
fn missing_text_keeps_the_mark_of_unchanged_facts_only() {
    let corpus = fixture::corpus();
    let marked = Attestation::of(&corpus, |_| true).check(&corpus).verified;
    let nothing = SourceTexts::default();
    let kept = verify_with_marks(&corpus, &nothing, &marked);
    assert!(kept.is_verified() && kept.articles[0].kept);
    assert_eq!(kept.attestation(&corpus), Attestation::of(&corpus, |_| true));
    assert!(!verify(&corpus, &nothing).is_verified());
    let mut unreadable = SourceTexts::default();
    unreadable.insert_unreadable(&corpus.articles[0].text.file_stem, "no right to read it");
    assert!(
        !verify_with_marks(&corpus, &unreadable, &marked).is_verified(),
        "only a missing text is excused"
    );
    let mut wrong = corpus.clone();
    wrong.articles[0].figures[4].value = 7u32.into();
    let with_text = verify_with_marks(&wrong, &fixture::sources(), &marked);
    assert!(!with_text.is_verified(), "a text that is there is read");
}

#[test]
fn attestation_of_a_document_is_converted_for_that_document_only() {
    let corpus = fixture::corpus();
    let id = corpus.articles[0].id.as_str();
    let old = json!({"schema_version": 1, "corpus_sha256": "ab", "articles": [
        {"id": id, "sha256": "x", "figures": 10, "mentions": 1, "phases": 1, "people": 2, "verified": true},
        {"id": "khac", "sha256": "x", "figures": 0, "mentions": 0, "phases": 0, "people": 0, "verified": false},
    ]});
    let old = serde_json::to_vec(&old).unwrap();
    assert_eq!(Attestation::read(&old, &corpus, "ab"), Ok(Attestation::of(&corpus, |_| true)));
    assert_eq!(Attestation::read(&old, &corpus, "cd"), Err(AttestationError::OtherDocument { marks: 1 }));
}

#[test]
fn attestation_that_cannot_be_used_is_an_error() {
    let corpus = fixture::corpus();
    let whole = Attestation::of(&corpus, |_| true).to_json();
    assert_eq!(Attestation::read(&whole, &corpus, ""), Ok(Attestation::of(&corpus, |_| true)));
    let is_unreadable = |bytes: &[u8]| {
        matches!(Attestation::read(bytes, &corpus, ""), Err(AttestationError::Unreadable { .. }))
    };
    for end in 0..whole.len() - 2 {
        assert!(is_unreadable(&whole[..end]), "cut to {end} bytes");
    }
    assert!(is_unreadable(b"[]") && is_unreadable(b"{}") && is_unreadable(b"\xff\xfe"));
    assert_eq!(
        Attestation::read(br#"{"schema_version": 3, "new": 1}"#, &corpus, ""),
        Err(AttestationError::LaterVersion(3))
    );
}
