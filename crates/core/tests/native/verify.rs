//! Verification: facts that are stated in the source text are verified, and one changed character is found and
//! reported.

use unicode_normalization::UnicodeNormalization;

use thidua_core::corpus::{
    Attestation, Severity, SourceTexts, completeness, has_errors, load, validate, verify,
};
use thidua_core::domain::{Act, ActKind, Article, Comparator, Corpus, Figure, LeftOut, Level};
use thidua_core::text::quantity::comparator_of;
use thidua_sample::fixture;

/// Paths of the errors that validation and verification find in a changed fixture.
fn errors_after(change: impl FnOnce(&mut Corpus)) -> Vec<String> {
    let mut corpus = fixture::corpus();
    change(&mut corpus);
    let mut problems = validate(&corpus);
    problems.extend(verify(&corpus, &fixture::sources()).problems);
    problems.into_iter().filter(|p| p.severity == Severity::Error).map(|p| p.path.to_string()).collect()
}

#[track_caller]
fn fails(path: &str, change: impl FnOnce(&mut Article)) {
    let found = errors_after(|c| change(&mut c.articles[0]));
    let path = format!("articles[0].{path}");
    assert!(found.contains(&path), "expected {path} among {found:?}");
}

#[track_caller]
fn figure_fails(index: usize, field: &str, change: impl FnOnce(&mut Figure)) {
    fails(&format!("figures[{index}].{field}"), |a| change(&mut a.figures[index]));
}

/// All variants of a text in which one digit is changed.
fn with_one_digit_changed(text: &str) -> impl Iterator<Item = String> + '_ {
    let digits = text.char_indices().filter(|(_, c)| c.is_ascii_digit());
    digits.flat_map(move |(pos, old)| {
        ('0'..='9').filter(move |new| *new != old).map(move |new| {
            let mut changed = text.to_owned();
            changed.replace_range(pos..pos + 1, &new.to_string());
            changed
        })
    })
}

#[test]
fn verify_accepts_the_fixture_and_counts_its_facts() {
    let report = verify(&fixture::corpus(), &fixture::sources());
    assert_eq!(report.problems, []);
    assert!(report.is_verified());
    let c = report.counts;
    assert_eq!((c.figures, c.mentions, c.phases, c.people, c.digests), (10, 1, 1, 2, 1));
    assert_eq!(report.attestation(&fixture::corpus()), Attestation::of(&fixture::corpus(), |_| true));
}

#[test]
fn verify_refuses_a_changed_digit_of_a_figure() {
    for index in 0..10 {
        let figure = fixture::corpus().articles[0].figures[index].clone();
        for words in with_one_digit_changed(&figure.as_written) {
            figure_fails(index, "as_written", |f| f.as_written = words);
        }
        for value in with_one_digit_changed(&figure.value.to_string()).filter_map(|v| v.parse().ok()) {
            figure_fails(index, "value", |f| f.value = value);
        }
    }
    figure_fails(1, "value_to", |f| f.value_to = Some("6".parse().unwrap()));
    figure_fails(8, "value", |f| f.value = "3015".parse().unwrap());
}

#[test]
fn verify_refuses_a_changed_comparator_or_bound_word() {
    let words = ["trên", "tối thiểu", "ít nhất", "dưới", "tối đa", "khoảng", "gần", "trở lên"];
    for index in 0..10 {
        let figure = fixture::corpus().articles[0].figures[index].clone();
        for word in words.into_iter().filter(|w| figure.word.as_deref() != Some(w)) {
            let comparator = comparator_of(word).unwrap();
            figure_fails(index, "word", |f| {
                f.word = Some(word.into());
                f.comparator = comparator;
                f.value_to = None;
            });
        }
        if figure.comparator != Comparator::Eq {
            figure_fails(index, "comparator", |f| {
                f.word = None;
                f.comparator = Comparator::Eq;
                f.value_to = None;
            });
        }
    }
}

#[test]
fn verify_refuses_an_omitted_or_added_bound_word() {
    figure_fails(0, "as_written", |f| f.as_written = "15% tổ viên".into());
    figure_fails(0, "as_written", |f| f.as_written = "thiểu 15% tổ viên".into());
    figure_fails(1, "as_written", |f| f.as_written = "5 đợt".into());
    figure_fails(1, "as_written", |f| f.as_written = "3 đến 5 đợt".into());
    figure_fails(2, "as_written", |f| f.as_written = "3,5 tỉ đồng".into());
    figure_fails(2, "as_written", |f| f.as_written = "và gần 3,5 tỉ đồng".into());
    figure_fails(9, "as_written", |f| f.as_written = "12 cá nhân".into());
    figure_fails(8, "as_written", |f| f.as_written = "3.015 triệu".into());
    figure_fails(8, "as_written", |f| f.as_written = "3.015".into());
}

#[test]
fn verify_refuses_a_partial_or_ambiguous_phrase() {
    figure_fails(3, "as_written", |f| f.as_written = "352 “Tay thợ vàng”".into());
    figure_fails(5, "as_written", |f| f.as_written = "2 “Tay thợ vàng”".into());
    figure_fails(7, "as_written", |f| f.as_written = "sáng kiến".into());
}

#[test]
fn verify_refuses_a_changed_unit() {
    let units: Vec<_> = fixture::corpus().units.into_iter().map(|u| u.id).collect();
    for index in 0..10 {
        for unit in &units {
            if fixture::corpus().articles[0].figures[index].unit != *unit {
                figure_fails(index, "unit", |f| f.unit = unit.clone());
            }
        }
    }
}

#[test]
fn verify_refuses_a_level_that_is_not_stated() {
    for index in [3, 4, 5, 6] {
        let stated = fixture::corpus().articles[0].figures[index].levels.clone();
        for level in Level::ALL.into_iter().filter(|l| !stated.contains(l)) {
            figure_fails(index, "levels", |f| f.levels = vec![level]);
        }
    }
}

#[test]
fn verify_refuses_an_act_that_is_not_printed_or_of_another_kind() {
    let act = |kind, words: &str| Some(Act { kind, as_written: words.to_owned() });
    let accepted = errors_after(|c| c.articles[0].figures[9].act = None);
    assert_eq!(accepted, Vec::<String>::new());
    figure_fails(9, "act.as_written", |f| f.act = act(ActKind::Rewarded, "khen thưởng"));
    figure_fails(9, "act.as_written", |f| f.act = act(ActKind::Rewarded, "theo nghề"));
    let text = fixture::TEXT.replace("12 cá nhân trở lên theo nghề", "12 cá nhân trở lên được công nhận");
    let mut corpus = fixture::corpus();
    corpus.articles[0].text.sha256 = fixture::sha256(text.as_bytes());
    corpus.articles[0].figures[9].act = act(ActKind::Recognised, "công nhận");
    assert_eq!(verify(&corpus, &fixture::sources_of(&text)).problems, []);
    for kind in ActKind::ALL.into_iter().filter(|kind| *kind != ActKind::Recognised) {
        corpus.articles[0].figures[9].act = act(kind, "công nhận");
        let problems = verify(&corpus, &fixture::sources_of(&text)).problems;
        let paths: Vec<String> = problems.iter().map(|p| p.path.to_string()).collect();
        assert_eq!(paths, ["articles[0].figures[9].act.kind"]);
    }
}

#[test]
fn numbers_that_no_fact_holds_are_listed_unless_they_are_left_out() {
    let missing = |corpus: &Corpus| -> Vec<String> {
        let problems = completeness(corpus, &fixture::sources());
        assert!(problems.iter().all(|p| p.severity == Severity::Warning));
        let found = problems.into_iter().filter(|p| p.path.to_string().ends_with("figures"));
        found.filter_map(|p| p.found.map(|found| found.to_string())).collect()
    };
    let mut corpus = fixture::corpus();
    assert_eq!(missing(&corpus), Vec::<String>::new());
    corpus.articles[0].figures.remove(5);
    corpus.articles[0].figures.remove(4);
    assert_eq!(missing(&corpus), ["\"52 “\"", "\"95 cá nhân\""]);
    let left_out =
        |words: &str| LeftOut { as_written: words.to_owned(), reason: "thử".to_owned(), line: 5 };
    corpus.articles[0].left_out = vec![left_out("52 “Tay thợ vàng”"), left_out("95 cá nhân")];
    assert_eq!(missing(&corpus), Vec::<String>::new());
    fails("left_out[0].as_written", |a| a.left_out = vec![left_out("96 cá nhân")]);
    fails("left_out[0].line", |a| a.left_out = vec![LeftOut { line: 3, ..left_out("99 sáng kiến") }]);
}

#[test]
fn verify_refuses_a_changed_line() {
    for index in 0..10 {
        let own_line = fixture::corpus().articles[0].figures[index].line;
        for line in (0..12).filter(|line| *line != own_line) {
            let found = errors_after(|c| c.articles[0].figures[index].line = line);
            assert!(!found.is_empty(), "figure {index} passes on line {line}");
        }
    }
    fails("mentions[0].as_written", |a| a.mentions[0].line = 6);
    fails("phases[0].name", |a| a.phases[0].line = 5);
    fails("people[0].name", |a| a.people[0].line = 8);
    fails("digest[0].vi", |a| a.digest[0].line = 4);
    fails("text.lines", |a| a.text.lines = [1, 10]);
    fails("figures[9].line", |a| a.text.excluded = vec![3, 7]);
}

#[test]
fn verify_refuses_changed_names_roles_and_headlines() {
    fails("mentions[0].as_written", |a| a.mentions[0].as_written = "Tay thợ vang".into());
    fails("phases[0].name", |a| a.phases[0].name = "Đợt 3".into());
    fails("people[0].name", |a| a.people[0].name = "Lê Văn May".into());
    fails("people[0].name", |a| a.people[0].name = "ê Văn Mây".into());
    fails("people[0].role", |a| a.people[0].role = Some("Tổ trưởng tổ Hai".into()));
    fails("byline[0]", |a| a.byline[0] = "Gió Mạnh".into());
    fails("headline", |a| a.headline = "Hội thợ làng mây: Thi đua như trẩy hội".into());
    fails("kicker", |a| a.kicker = Some("Xem thêm".into()));
}

#[test]
fn verify_refuses_changed_dates() {
    fails("published", |a| a.published = Some("2024-03-05T08:16".parse().unwrap()));
    fails("published", |a| a.published = None);
    fails("published_as_written", |a| a.published_as_written = Some("08:16 | 05/03/2024".into()));
    fails("published_as_written", |a| a.published_as_written = Some("05/03/2024".into()));
    fails("covers", |a| a.covers = Some("2024".parse().unwrap()));
    fails("covers_as_written", |a| a.covers_as_written = Some("Năm 2024".into()));
    fails("phases[0].when", |a| a.phases[0].when = Some("2023-01-01/2023-06-29".parse().unwrap()));
    fails("phases[0].as_written", |a| a.phases[0].as_written = Some("1/1/2023".into()));
    fails("phases[0].as_written", |a| a.phases[0].as_written = Some("từ 1/1/2023 đến 30/6".into()));
    figure_fails(0, "when", |f| f.when = Some("2022".parse().unwrap()));
    figure_fails(0, "when", |f| f.when = None);
    figure_fails(9, "when", |f| f.when = Some("2023".parse().unwrap()));
    figure_fails(0, "when_as_written", |f| f.when_as_written = Some("năm 2023".into()));
    figure_fails(0, "when", |f| f.when_as_written = None);
}

#[test]
fn verify_refuses_numbers_of_a_digest_that_are_not_in_the_text() {
    fails("digest[0].vi", |a| a.digest[0].vi = "Vốn 3.016 triệu đồng".into());
    fails("digest[0].en", |a| a.digest[0].en = "3.015 million".into());
    fails("digest[0].en", |a| a.digest[0].en = "1,352 workers, Covid-19".into());
    fails("digest[0].vi", |a| a.digest[0].vi = "Vốn ３ triệu".into());
    fails("digest[0].vi", |a| a.digest[0].vi = "Bản 3.01.5".into());
}

#[test]
fn verify_refuses_a_missing_unreadable_or_changed_source_text() {
    fails("text.sha256", |a| a.text.sha256 = "0".repeat(64));
    let missing = verify(&fixture::corpus(), &SourceTexts::default());
    assert!(!missing.is_verified());
    assert_eq!(missing.problems[0].path.to_string(), "articles[0].text.file_stem");
    assert_eq!(missing.counts.total(), 0);

    let mut unreadable = SourceTexts::default();
    unreadable.insert_unreadable(fixture::STEM, "not UTF-8");
    assert!(!verify(&fixture::corpus(), &unreadable).is_verified());
    // Any changed character of the text changes its digest.
    let report =
        verify(&fixture::corpus(), &fixture::sources_of(&fixture::TEXT.replace("Gió Nhẹ", "Gió  Nhẹ")));
    assert_eq!(report.problems.len(), 1);
    assert_eq!(report.problems[0].path.to_string(), "articles[0].text.sha256");
}

#[test]
fn verify_ignores_byte_order_mark_line_ends_and_normal_form() {
    let decomposed: String = fixture::TEXT.nfd().collect();
    let crlf = fixture::TEXT.replace('\n', "\r\n").replace(' ', "\u{A0}");
    for text in [format!("\u{FEFF}{}", fixture::TEXT), decomposed, crlf] {
        let mut corpus = fixture::corpus();
        corpus.articles[0].text.sha256 = fixture::sha256(text.as_bytes());
        let report = verify(&corpus, &fixture::sources_of(&text));
        assert!(report.is_verified(), "{:#?}", report.problems);
        assert_eq!(report.problems.len(), usize::from(text.starts_with('\u{FEFF}')));
    }
}

#[test]
fn verification_problem_has_file_line_and_both_values() {
    let mut corpus = fixture::corpus();
    corpus.articles[0].figures[4].value = "96".parse().unwrap();
    let problem = verify(&corpus, &fixture::sources()).problems.remove(0);
    assert_eq!(problem.file.as_deref(), Some("lang-may.txt"));
    assert_eq!(problem.line, Some(5));
    assert_eq!((problem.expected, problem.found), (Some("95".into()), Some("96".into())));
}

#[test]
fn verify_accepts_a_corpus_without_articles() {
    let mut corpus = fixture::corpus();
    corpus.articles.clear();
    assert_eq!(verify(&corpus, &fixture::sources()).counts.total(), 0);
}

/// The corpus of this repository with its source texts; `None` if either is missing.
fn bundled() -> Option<(Corpus, SourceTexts)> {
    let root = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let seeds = root.join("../shared/seeds");
    let bytes = std::fs::read(root.join("public/corpus.json")).ok()?;
    if !seeds.is_dir() {
        return None;
    }
    let corpus = load(&bytes).expect("the bundled corpus can be read");
    let mut sources = SourceTexts::default();
    for article in &corpus.articles {
        let bytes = std::fs::read(seeds.join(format!("{}.txt", article.text.file_stem))).unwrap();
        sources.insert(
            &article.text.file_stem,
            std::str::from_utf8(&bytes).unwrap(),
            &fixture::sha256(&bytes),
        );
    }
    Some((corpus, sources))
}

#[test]
fn verify_refuses_every_mutation_of_the_bundled_figures() {
    let Some((corpus, sources)) = bundled() else {
        eprintln!("SKIPPED: the bundled corpus or its source texts (../shared/seeds) are not here");
        return;
    };
    assert_eq!(validate(&corpus), []);
    let report = verify(&corpus, &sources);
    assert!(report.is_verified(), "{:#?}", report.problems);

    let mut mutations = 0;
    for article in &corpus.articles {
        let alone = |figure: &Figure| {
            let mut article = Article { figures: vec![figure.clone()], ..article.clone() };
            (article.mentions, article.digest, article.people) = Default::default();
            Corpus { articles: vec![article], ..corpus.clone() }
        };
        for figure in &article.figures {
            assert!(verify(&alone(figure), &sources).is_verified());
            for changed in mutants(&corpus, article, figure) {
                let found = verify(&alone(&changed), &sources);
                assert!(has_errors(&found.problems), "{}: {changed:#?} passes", figure.id);
                mutations += 1;
            }
        }
    }
    eprintln!("{mutations} mutations of {} figures, all found", report.counts.figures);
}

/// Variants of a figure with one changed property: a digit, the comparator, the unit, the line or a level.
fn mutants(corpus: &Corpus, article: &Article, figure: &Figure) -> Vec<Figure> {
    let mut mutants = Vec::new();
    let mut add = |change: &dyn Fn(&mut Figure)| {
        let mut changed = figure.clone();
        change(&mut changed);
        mutants.push(changed);
    };
    for words in with_one_digit_changed(&figure.as_written) {
        add(&|f| f.as_written = words.clone());
    }
    for value in with_one_digit_changed(&figure.value.to_string()).filter_map(|v| v.parse().ok()) {
        add(&|f| f.value = value);
    }
    for comparator in Comparator::ALL.into_iter().filter(|c| *c != figure.comparator) {
        add(&|f| f.comparator = comparator);
    }
    for word in ["trên", "gần", "khoảng", "ít nhất", "tối đa"]
        .into_iter()
        .filter(|w| figure.word.as_deref() != Some(w))
    {
        add(&|f| f.word = Some(word.to_owned()));
    }
    for unit in corpus.units.iter().filter(|u| u.id != figure.unit) {
        add(&|f| f.unit = unit.id.clone());
    }
    let [first, last] = article.text.lines;
    for line in (first.saturating_sub(2)..last + 3).filter(|l| *l != figure.line) {
        add(&|f| f.line = line);
    }
    for level in Level::ALL.into_iter().filter(|l| !figure.levels.contains(l)) {
        // Figures without a level are skipped, because a level word may be printed near them: "213 đề tài …", "352 … cơ
        // sở".
        if figure.levels.is_empty() {
            continue;
        }
        add(&|f| f.levels = vec![level]);
    }
    mutants
}
