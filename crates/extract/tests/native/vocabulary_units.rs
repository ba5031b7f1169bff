//! Units of the vocabulary: an article may bring any of them into a corpus.

use thidua_core::corpus::{Severity, load, validate};
use thidua_extract::Context;

const BUNDLED: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/corpus.json"));

#[test]
fn no_unit_of_the_vocabulary_makes_the_articles_that_are_there_wrong() {
    let corpus = load(BUNDLED).unwrap();
    let context = Context::of(&corpus);
    for unit in context.units() {
        let mut with_unit = corpus.clone();
        if !with_unit.units.iter().any(|there| there.id == unit.id) {
            with_unit.units.push(unit.clone());
        }
        let of_articles = |problem: &&thidua_core::corpus::Problem| {
            problem.severity == Severity::Error && problem.path.to_string().starts_with("articles")
        };
        let problems = validate(&with_unit);
        let errors: Vec<String> = problems.iter().filter(of_articles).map(ToString::to_string).collect();
        assert!(errors.is_empty(), "{}: {errors:?}", unit.id);
    }
}
