//! Measures: which figures are compared, and why others are not.

use thidua_core::corpus::{
    Catalogue, FigureRef, Measure, MeasureDifference, PeriodKind, Standing, difference, load, measures,
    why_not_comparable,
};
use thidua_core::domain::{Act, ActKind, Article, CampaignId, Corpus, Level, MeasureId, Role, UnitId};
use thidua_sample::{bundled, fixture};

/// The article of the fixture twice, the second time about another organisation and changed by `change`.
fn twice(change: impl FnOnce(&mut Article)) -> Catalogue {
    let mut corpus: Corpus = fixture::corpus();
    let mut second = corpus.articles[0].clone();
    second.id = "bai-hai".into();
    for figure in &mut second.figures {
        figure.id = format!("{}-hai", figure.id).as_str().into();
        figure.organisation = Some("hoi-gio".into());
    }
    change(&mut second);
    corpus.articles.push(second);
    Catalogue::new(corpus)
}

/// The first figure of the fixture with a level, and the same of the second article.
fn pair(catalogue: &Catalogue) -> [FigureRef<'_>; 2] {
    let article = &catalogue.corpus().articles[0];
    let figure = article.figures.iter().find(|f| f.levels == [Level::Grassroots]).unwrap();
    [catalogue.figure(&figure.id).unwrap(), catalogue.figure(&format!("{}-hai", figure.id)).unwrap()]
}

fn reason(change: impl Fn(&mut thidua_core::domain::Figure)) -> Option<MeasureDifference> {
    let catalogue = twice(|article| article.figures.iter_mut().for_each(change));
    let [a, b] = pair(&catalogue);
    assert_eq!(why_not_comparable(a, b, &catalogue), why_not_comparable(b, a, &catalogue));
    why_not_comparable(a, b, &catalogue)
}

#[test]
fn figures_of_one_measure_are_comparable_and_others_say_why_not() {
    assert_eq!(reason(|_| ()), None);
    assert_eq!(reason(|f| f.unit = UnitId::from("luot")), Some(MeasureDifference::Unit));
    assert_eq!(reason(|f| f.role = Role::Target), Some(MeasureDifference::Role));
    assert_eq!(reason(|f| f.levels = vec![Level::City]), Some(MeasureDifference::Levels));
    let act = |kind| Some(Act { kind, as_written: "đề nghị".to_owned() });
    assert_eq!(reason(|f| f.act = act(ActKind::Proposed)), Some(MeasureDifference::Standing));
    assert_eq!(reason(|f| f.act = act(ActKind::Rewarded)), None, "one act that was given is like another");
    assert_eq!(reason(|f| f.when = "2019/2023".parse().ok()), Some(MeasureDifference::Period));
    assert_eq!(reason(|f| f.when = "2021".parse().ok()), None, "another year is of the same kind");
    let other = || CampaignId::from("khac");
    assert_eq!(reason(|f| f.campaign = Some(other())), Some(MeasureDifference::Campaign));
    assert_eq!(
        reason(|f| f.campaigns_also = vec![other()]),
        Some(MeasureDifference::Campaign),
        "what counts two campaigns together is not what counts one of them"
    );
}

#[test]
fn content_matters_only_where_unit_and_campaign_do_not_say_it() {
    let relabelled = |f: &mut thidua_core::domain::Figure| f.label.vi = "Thợ rèn giỏi".to_owned();
    assert_eq!(reason(relabelled), None, "labels of counts differ from article to article");
    let free = |change: &dyn Fn(&mut thidua_core::domain::Figure)| {
        let mut corpus = fixture::corpus();
        let mut second = corpus.articles[0].clone();
        second.id = "bai-hai".into();
        for figure in &mut corpus.articles[0].figures {
            (figure.campaign, figure.campaigns_also, figure.measure) = (None, Vec::new(), None);
        }
        for figure in &mut second.figures {
            (figure.campaign, figure.campaigns_also, figure.measure) = (None, Vec::new(), None);
            figure.id = format!("{}-hai", figure.id).as_str().into();
            change(figure);
        }
        corpus.articles.push(second);
        let catalogue = Catalogue::new(corpus);
        let [a, b] = pair(&catalogue);
        why_not_comparable(a, b, &catalogue)
    };
    assert_eq!(free(&|f| f.label.vi = f.label.vi.to_uppercase()), None, "labels are folded");
    assert_eq!(free(&relabelled), Some(MeasureDifference::Content));
    assert_eq!(free(&|f| f.measure = Some(MeasureId::from("x"))), Some(MeasureDifference::Content));
}

#[test]
fn kind_of_period_follows_dates_and_words() {
    let kind = |when: Option<&str>, printed: Option<&str>| {
        let catalogue = twice(|article| {
            for figure in &mut article.figures {
                figure.when = when.map(|when| when.parse().unwrap());
                figure.when_as_written = printed.map(str::to_owned);
            }
            (article.covers, article.covers_as_written) = (None, None);
        });
        PeriodKind::of(pair(&catalogue)[1])
    };
    assert_eq!(kind(Some("2022"), Some("năm 2022")), PeriodKind::Year);
    assert_eq!(kind(Some("2022-01-01/2022-12-31"), None), PeriodKind::Year);
    assert_eq!(kind(Some("2019/2020"), Some("Năm học 2019 - 2020")), PeriodKind::SchoolYear);
    assert_eq!(kind(None, Some("năm học vừa qua")), PeriodKind::SchoolYear);
    assert_eq!(kind(Some("2022/2023"), Some("2 năm 2022 và 2023")), PeriodKind::Years(2));
    assert_eq!(kind(None, Some("5 năm qua")), PeriodKind::Years(5));
    assert_eq!(kind(None, Some("Năm năm qua")), PeriodKind::Years(5));
    assert_eq!(kind(Some("2022-01-01/2022-06-30"), None), PeriodKind::Months(6));
    assert_eq!(kind(None, Some("6 tháng đầu năm")), PeriodKind::Months(6));
    assert_eq!(kind(Some("2022-05"), None), PeriodKind::Months(1));
    assert_eq!(kind(Some("2022-09-06"), None), PeriodKind::Days);
    assert_eq!(kind(Some("2019/.."), Some("Từ năm 2019")), PeriodKind::Other("từ năm 2019".to_owned()));
    assert_eq!(kind(None, None), PeriodKind::NotStated);
}

#[test]
fn groups_keep_every_figure_once_in_order_and_never_mix() {
    let catalogue = Catalogue::new(load(&bundled::bundled()).unwrap());
    let groups = measures(catalogue.figures(), &catalogue);
    let grouped: usize = groups.iter().map(|group| group.figures.len()).sum();
    assert_eq!(grouped, catalogue.figures().count());
    for group in &groups {
        for found in &group.figures {
            assert_eq!(Measure::of(*found, &catalogue), group.measure);
            let kind = PeriodKind::of(*found);
            assert_eq!(difference(&group.measure, &kind, *found, &catalogue), None);
        }
        let by_kind: usize = group.by_period_kind().iter().map(|(_, figures)| figures.len()).sum();
        assert_eq!(by_kind, group.figures.len());
    }
    let positions: Vec<usize> = groups
        .iter()
        .map(|group| catalogue.figures().position(|f| f.figure.id == group.figures[0].figure.id).unwrap())
        .collect();
    assert!(positions.is_sorted());
}

#[test]
fn five_years_are_not_compared_with_one_and_registered_initiatives_stay_apart() {
    let catalogue = Catalogue::new(load(&bundled::bundled()).unwrap());
    let by_words =
        |words: &str| catalogue.figures().find(|f| f.figure.as_written.starts_with(words)).unwrap();
    let times = by_words("3.090 lượt");
    assert_eq!(PeriodKind::of(times), PeriodKind::Years(5));
    assert_eq!(why_not_comparable(by_words("352 "), times, &catalogue), Some(MeasureDifference::Unit));
    let (registered, applied) = (by_words("248 sáng kiến"), by_words("89 sáng kiến"));
    assert_eq!(Standing::of(registered.figure), Standing::Registered);
    assert_eq!(why_not_comparable(registered, applied, &catalogue), Some(MeasureDifference::Standing));
}

#[test]
fn a_group_counts_places_of_one_kind_of_period() {
    let catalogue =
        twice(|article| article.figures.iter_mut().for_each(|f| f.when = "2019/2023".parse().ok()));
    let [a, _] = pair(&catalogue);
    let groups = measures(catalogue.figures(), &catalogue);
    let group = groups.iter().find(|group| group.measure == Measure::of(a, &catalogue)).unwrap();
    assert_eq!((group.figures.len(), group.organisations().len(), group.comparable()), (2, 2, 1));
    assert_eq!(group.by_period_kind().len(), 2);
    assert!(group.years().contains(&2020));
}
