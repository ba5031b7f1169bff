//! Validation: each change to a valid corpus gives one problem, at the path of the change.

use thidua_core::corpus::{Problem, Severity, has_errors, validate};
use thidua_core::domain::{Article, Comparator, Corpus, Dimension, Figure, Level, Licence, Rights};
use thidua_sample::fixture;

/// Problems of a changed fixture.
fn problems_after(change: impl FnOnce(&mut Corpus)) -> Vec<Problem> {
    let mut corpus = fixture::corpus();
    change(&mut corpus);
    validate(&corpus)
}

/// Asserts that a changed fixture has errors at exactly these paths.
#[track_caller]
fn errors(paths: &[&str], change: impl FnOnce(&mut Corpus)) {
    let found = problems_after(change);
    let found: Vec<String> =
        found.iter().filter(|p| p.severity == Severity::Error).map(|p| p.path.to_string()).collect();
    assert_eq!(found, paths);
}

#[track_caller]
fn article_error(path: &str, change: impl FnOnce(&mut Article)) {
    errors(&[&format!("articles[0].{path}")], |c| change(&mut c.articles[0]));
}

#[track_caller]
fn figure_error(figure: usize, path: &str, change: impl FnOnce(&mut Figure)) {
    errors(&[&format!("articles[0].figures[{figure}]{path}")], |c| {
        change(&mut c.articles[0].figures[figure])
    });
}

#[test]
fn validate_accepts_the_fixture() {
    assert_eq!(problems_after(|_| {}), []);
}

#[test]
fn validate_refuses_duplicate_ids_and_ids_that_are_not_slugs() {
    errors(&["glossary[1].abbreviation", "units[6].id", "units[6].printed[0]"], |c| {
        c.units.push(c.units[2].clone());
        c.glossary.push(c.glossary[0].clone());
    });
    // An id with upper-case letters is not a slug.
    errors(&["campaigns[2].id", "campaigns[2].id"], |c| {
        let mut twin = c.campaigns[1].clone();
        twin.id = "Kheo-Tay".into();
        c.campaigns.push(twin);
    });
    errors(&["articles[0].figures[10].id"], |c| {
        let twin = c.articles[0].figures[8].clone();
        c.articles[0].figures.push(twin);
    });
    errors(&["articles[1].id"], |c| {
        let mut twin = c.articles[0].clone();
        twin.figures.clear();
        c.articles.push(twin);
    });
    figure_error(4, ".measure", |f| f.measure = Some("Thợ".into()));
}

#[test]
fn validate_refuses_references_to_unknown_ids() {
    errors(&["organisations[1].parent"], |c| c.organisations[1].parent = Some("khong-co".into()));
    errors(&["campaigns[0].launched_by"], |c| c.campaigns[0].launched_by = Some("khong-co".into()));
    errors(&["campaigns[0].see_also[0]"], |c| c.campaigns[0].see_also = vec!["khong-co".into()]);
    errors(&["campaigns[0].see_also[0]"], |c| c.campaigns[0].see_also = vec!["tay-tho-vang".into()]);
    article_error("source", |a| a.source = Some("khong-co".into()));
    article_error("organisation", |a| a.organisation = "khong-co".into());
    article_error("people[0].organisation", |a| a.people[0].organisation = Some("khong-co".into()));
    article_error("mentions[0].campaign", |a| a.mentions[0].campaign = "khong-co".into());
    article_error("phases[0].campaign", |a| a.phases[0].campaign = "khong-co".into());
    article_error("phases[0].theme", |a| a.phases[0].theme = Some("khong-co".into()));
    figure_error(4, ".unit", |f| f.unit = "khong-co".into());
    figure_error(4, ".organisation", |f| f.organisation = Some("khong-co".into()));
    figure_error(4, ".campaign", |f| f.campaign = Some("khong-co".into()));
    figure_error(4, ".campaigns_also[0]", |f| f.campaigns_also = vec!["khong-co".into()]);
    figure_error(4, ".campaigns_also[0]", |f| f.campaigns_also = vec!["tay-tho-vang".into()]);
    figure_error(4, ".part_of", |f| f.part_of = Some("khong-co".into()));
}

#[test]
fn validate_refuses_cycles() {
    errors(&["organisations[0].parent", "organisations[1].parent"], |c| {
        c.organisations[0].parent = Some("hoi-tho".into());
    });
    errors(&["articles[0].figures[6].part_of", "articles[0].figures[7].part_of"], |c| {
        c.articles[0].figures[6].part_of = Some("sang-kien-dung".into());
    });
    errors(&["redirects.a", "redirects.b"], |c| {
        c.redirects.insert("a".into(), "b".into());
        c.redirects.insert("b".into(), "a".into());
    });
}

#[test]
fn validate_refuses_redirects_to_unknown_ids_or_from_current_ids() {
    errors(&["redirects.a"], |c| drop(c.redirects.insert("a".into(), "khong-co".into())));
    errors(&["redirects.kheo-tay"], |c| drop(c.redirects.insert("kheo-tay".into(), "hoi-tho".into())));
    errors(&["redirects.Cũ"], |c| drop(c.redirects.insert("Cũ".into(), "hoi-tho".into())));
    errors(&[], |c| drop(c.redirects.insert("cu-hon".into(), "tay-tho-bac".into())));
}

#[test]
fn validate_refuses_levels_out_of_order() {
    figure_error(4, ".levels", |f| f.levels = vec![Level::City, Level::District]);
    figure_error(4, ".levels", |f| f.levels = vec![Level::City, Level::City]);
    errors(&[], |c| c.articles[0].figures[4].levels = vec![Level::School, Level::National]);
}

#[test]
fn validate_refuses_a_bound_word_of_another_comparator() {
    figure_error(4, ".word", |f| f.word = Some("gần".into()));
    figure_error(4, ".word", |f| f.comparator = Comparator::Gt);
    figure_error(0, ".word", |f| f.word = Some("trên".into()));
    figure_error(0, ".word", |f| f.word = Some("rất".into()));
    figure_error(0, ".word", |f| f.comparator = Comparator::Eq);
    figure_error(1, ".value_to", |f| f.value_to = None);
    figure_error(1, ".value_to", |f| f.value_to = Some("2".parse().unwrap()));
    figure_error(4, ".value_to", |f| f.value_to = Some("99".parse().unwrap()));
}

#[test]
fn validate_refuses_impossible_numbers() {
    figure_error(4, ".value", |f| f.value = "-95".parse().unwrap());
    figure_error(4, ".value", |f| f.value = "9.5".parse().unwrap());
    let found = problems_after(|c| c.articles[0].figures[0].value = "150".parse().unwrap());
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].severity, has_errors(&found)), (Severity::Warning, false));
}

#[test]
fn validate_refuses_shares_larger_than_their_whole() {
    figure_error(7, ".part_of", |f| f.part_of = Some("tho-quan".into()));
    errors(&["articles[0].figures[6]"], |c| c.articles[0].figures[7].value = "249".parse().unwrap());
    let second_share = |c: &mut Corpus, value: &str| {
        let mut twin = c.articles[0].figures[7].clone();
        twin.id = "sang-kien-bo".into();
        twin.value = value.parse().unwrap();
        twin.as_written = format!("{value} sáng kiến");
        c.articles[0].figures.push(twin);
    };
    errors(&[], |c| second_share(c, "159"));
    errors(&["articles[0].figures[6]"], |c| second_share(c, "160"));
    // A share with a bound is not added to the sum, because its exact value is not known.
    errors(&[], |c| {
        second_share(c, "160");
        c.articles[0].figures[10].comparator = Comparator::Lt;
        c.articles[0].figures[10].word = Some("dưới".into());
    });
}

#[test]
fn validate_refuses_urls_that_are_not_http() {
    for url in [
        "javascript:alert(1)",
        "ftp://a.vn",
        "https://",
        "//a.vn",
        "https://a b",
        "http://a@b",
        "data:,x",
        "https://a.vn/\"x",
    ] {
        article_error("url", |a| a.url = Some(url.into()));
    }
    errors(&[], |c| c.articles[0].url = Some("http://laodong.vn/bai?a=1#x".into()));
}

#[test]
fn validate_requires_a_web_address_of_the_licence() {
    let licence = |url: &str| Some(Licence { name: "CC0".into(), url: url.into() });
    errors(&["licence.url"], |corpus| corpus.licence = licence("javascript:alert(1)"));
    errors(&[], |corpus| corpus.licence = licence("https://example.org/licence"));
}

#[test]
fn validate_requires_rights_for_a_body_and_printed_words_for_dates() {
    article_error("body", |a| a.body = Some(vec!["Toàn văn".into()]));
    errors(&[], |c| {
        c.articles[0].rights = Rights::FullText;
        c.articles[0].body = Some(vec!["Toàn văn".into()]);
    });
    article_error("published", |a| a.published_as_written = None);
    article_error("covers", |a| a.covers_as_written = None);
    article_error("phases[0].when", |a| a.phases[0].as_written = None);
    figure_error(0, ".when", |f| f.when_as_written = None);
}

#[test]
fn validate_requires_a_mention_to_use_a_name_or_alias() {
    article_error("mentions[0].as_written", |a| a.mentions[0].as_written = "Tay thợ Vàng".into());
    errors(&[], |c| {
        c.articles[0].mentions[0].as_written = "Tay  thợ vằng".into();
        c.campaigns[0].aliases.push("Tay thợ vằng".into());
    });
}

#[test]
fn validate_refuses_a_printed_noun_of_two_units() {
    errors(&["units[5].printed[1]"], |c| c.units[5].printed.push("cá nhân".into()));
    errors(&["units[4].printed[1]"], |c| c.units[4].printed.push("Người".into()));
    errors(&["units[1].printed[1]"], |c| c.units[1].printed.push("triệu đồng".into()));
    errors(&["units[4].printed[1]"], |c| c.units[4].printed.push("vnđ".into()));
    errors(&["units[4].dimension"], |c| c.units[4].dimension = Dimension::Money);
}

#[test]
fn validate_refuses_invalid_lines_digests_and_file_stems() {
    article_error("text.file_stem", |a| a.text.file_stem = "../bi-mat".into());
    article_error("text.file_stem", |a| a.text.file_stem = "a\\b".into());
    article_error("text.file_stem", |a| a.text.file_stem = "..".into());
    article_error("text.sha256", |a| a.text.sha256 = a.text.sha256.to_uppercase());
    article_error("text.sha256", |a| a.text.sha256.truncate(63));
    article_error("text.excluded", |a| a.text.excluded = vec![3, 3]);
    article_error("text.excluded", |a| a.text.excluded = vec![9]);
    article_error("figures[9].line", |a| a.figures[9].line = 3);
    article_error("people[0].line", |a| a.people[0].line = 9);
    article_error("mentions[0].line", |a| a.mentions[0].line = 0);
    article_error("phases[0].line", |a| a.phases[0].line = 3);
    article_error("digest[0].line", |a| a.digest[0].line = 3);
    let found = problems_after(|c| c.articles[0].text.lines = [8, 1]);
    assert!(found.iter().any(|p| p.path.to_string() == "articles[0].text.lines"));
}

#[test]
fn english_may_be_missing_where_the_vietnamese_stands_in() {
    errors(&[], |c| {
        c.title.en.clear();
        c.sources.iter_mut().for_each(|source| source.attribution.en.clear());
        c.campaigns.iter_mut().for_each(|campaign| campaign.summary.en.clear());
        for article in &mut c.articles {
            article.digest.iter_mut().for_each(|paragraph| paragraph.en.clear());
            article.figures.iter_mut().for_each(|figure| figure.label.en.clear());
        }
    });
    errors(&["units[0].en"], |c| c.units[0].en.clear());
    errors(&["title.en"], |c| c.title.en = " ".to_owned());
    errors(&["title.vi"], |c| c.title.vi.clear());
    article_error("digest[0].vi", |article| article.digest[0].vi.clear());
    figure_error(0, ".label.vi", |figure| figure.label.vi.clear());
}

#[test]
fn validate_refuses_empty_texts_and_control_characters() {
    article_error("headline", |a| a.headline = " ".into());
    article_error("kicker", |a| a.kicker = Some(String::new()));
    article_error("byline[0]", |a| a.byline[0] = String::new());
    errors(&["title.vi"], |c| c.title.vi.clear());
    for c in [
        '\u{0}', '\u{7}', '\n', '\t', '\u{85}', '\u{202E}', '\u{2066}', '\u{200B}', '\u{200F}', '\u{2028}',
        '\u{AD}',
    ] {
        figure_error(3, ".label.vi", |f| f.label.vi.push(c));
    }
    errors(&["redirects.a\u{202E}", "redirects.a\u{202E}"], |c| {
        c.redirects.insert("a\u{202E}".into(), "kheo-tay".into());
    });
    // Markup is accepted as ordinary text.
    accepts_figure(|f| f.label.vi = "<script>alert(1)</script>".into());
}

#[track_caller]
fn accepts_figure(change: impl FnOnce(&mut Figure)) {
    errors(&[], |c| change(&mut c.articles[0].figures[3]));
}

#[test]
fn validate_reports_all_problems_in_order() {
    let found = problems_after(|c| {
        c.title.vi.clear();
        for i in [9, 2, 0] {
            c.articles[0].figures[i].unit = "khong-co".into();
        }
    });
    let paths: Vec<String> = found.iter().map(|p| p.path.to_string()).collect();
    let figures =
        ["articles[0].figures[0].unit", "articles[0].figures[2].unit", "articles[0].figures[9].unit"];
    assert_eq!(paths, [&figures[..], &["title.vi"]].concat());
}
