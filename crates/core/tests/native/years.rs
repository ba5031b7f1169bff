//! Facts by year: which facts a year has, and which none.

use thidua_core::corpus::{Catalogue, FactsByYear, YearCounts};
use thidua_core::domain::{Corpus, Role};
use thidua_sample::bundled::bundled;

fn public() -> Corpus {
    thidua_core::corpus::load(&bundled()).unwrap()
}

/// The bundled corpus with another period of its first article and no periods of its figures.
fn with_period(covers: &str) -> Catalogue {
    let mut corpus = public();
    corpus.articles.truncate(1);
    let article = &mut corpus.articles[0];
    article.covers = Some(covers.parse().unwrap());
    article.published = None;
    for figure in &mut article.figures {
        (figure.when, figure.when_as_written) = (None, None);
    }
    Catalogue::new(corpus)
}

#[test]
fn year_has_the_facts_of_its_organisations_and_no_undated_ones() {
    let catalogue = Catalogue::new(public());
    let facts = FactsByYear::of(&catalogue);
    let organisations: Vec<&str> = facts.years[&2022].organisations.keys().map(|id| id.as_str()).collect();
    assert_eq!(organisations, ["ldld-ha-dong", "ldld-ha-noi", "ldld-hoang-mai", "ldld-son-tay"]);
    let city = facts.years[&2022].organisations.values().nth(1).unwrap();
    assert!(city.mentions.is_empty(), "the article is about Hoàng Mai");
    assert!(city.figures.iter().all(|found| found.figure.role == Role::Target));
    let undated: Vec<&str> = facts.undated.keys().map(|id| id.as_str()).collect();
    assert_eq!(undated, ["ldld-bac-tu-liem", "ldld-tay-ho"], "“5 năm” and “năm học vừa qua” are no year");
    assert_eq!(catalogue.years().keys().copied().collect::<Vec<_>>(), [2019, 2020, 2022, 2023]);
    let counts = catalogue.years()[&2022];
    let YearCounts { organisations, with_campaigns, with_targets, with_results, titles, .. } = counts;
    let says = "the city federation, whose target stands in another's article, states none itself";
    assert_eq!(
        [organisations, with_campaigns, with_targets, with_results, titles],
        [4, 3, 1, 2, 2],
        "{says}"
    );
    assert_eq!((counts.articles, counts.published), (3, 0));
}

#[test]
fn long_and_open_periods_are_put_into_no_year() {
    for covers in ["0001/9999", "1990/2023", "2019/..", "../2020"] {
        let catalogue = with_period(covers);
        assert!(catalogue.years().is_empty(), "{covers}");
        assert_eq!(FactsByYear::of(&catalogue).undated.len(), 1, "{covers}");
    }
    assert_eq!(with_period("2004/2023").years().len(), 20);
    assert_eq!(with_period("202X").years().len(), 10);
}

#[test]
fn article_published_in_a_year_that_it_does_not_report_on_states_nothing_about_it() {
    let mut corpus = public();
    corpus.articles.truncate(1);
    corpus.articles[0].published = Some("2024-01-05".parse().unwrap());
    let catalogue = Catalogue::new(corpus);
    let counts = catalogue.years()[&2024];
    assert_eq!(counts, YearCounts { published: 1, ..YearCounts::default() });
    assert_eq!(catalogue.years()[&2022].published, 0);
}
