//! Acts and guesses: what headings say of them, and what is kept apart.

use thidua_core::domain::{Act, ActKind, Comparator, Figure, GuessedField, Lang, Level, Role};

use super::fixtures::*;

fn with_act(figure: Figure, kind: ActKind, as_written: &str) -> Figure {
    figure.with(|f| f.act = Some(Act { kind, as_written: as_written.into() }))
}

#[test]
fn heading_names_an_act_only_if_every_figure_under_it_prints_it() {
    use ActKind::*;
    let level = |value: &str, level, act: Option<(ActKind, &str)>| {
        let id = format!("f-{value}");
        let figure = recognised(&id, &format!("{value} cá nhân"), value, "individual", &[level]);
        act.into_iter().fold(figure, |figure, (kind, verb)| with_act(figure, kind, verb))
    };
    for (acts, vi, en) in [
        ([None, None], "Sông Xanh: 31 cá nhân ở cơ sở, 9 cấp quận", "Sông Xanh: 31"),
        (
            [Some((Commended, "Tuyên dương")), Some((Commended, "tuyên dương"))],
            "Sông Xanh, tuyên dương: 31 cá nhân ở cơ sở, 9 cấp quận",
            "Sông Xanh, commended: 31 individuals at grassroots level, 9 at district level",
        ),
        (
            [Some((Commended, "vinh danh")), Some((Commended, "tôn vinh"))],
            "Sông Xanh, vinh danh và tôn vinh: 31 cá nhân ở cơ sở, 9 cấp quận",
            "Sông Xanh, commended: 31",
        ),
        // Different acts in law.
        (
            [Some((Commended, "biểu dương")), Some((Rewarded, "khen thưởng"))],
            "Sông Xanh: 31 cá nhân ở cơ sở, 9 cấp quận",
            "Sông Xanh: 31",
        ),
        ([Some((Elected, "suy tôn")), None], "Sông Xanh: 31 cá nhân ở cơ sở, 9 cấp quận", "Sông Xanh: 31"),
        (
            [Some((Proposed, "đề nghị")), Some((Proposed, "đề nghị"))],
            "Sông Xanh, đề nghị: 31 cá nhân ở cơ sở, 9 cấp quận",
            "Sông Xanh, proposed: 31",
        ),
    ] {
        let [first, second] = acts;
        let figures = vec![level("31", Level::Grassroots, first), level("9", Level::District, second)];
        let catalogue = catalogue(figures);
        assert_eq!(all_charts(&catalogue, Lang::Vi)[0].heading, vi);
        assert!(all_charts(&catalogue, Lang::En)[0].heading.starts_with(en), "{vi}");
    }
}

#[test]
fn heading_names_the_act_of_each_unit_that_has_its_own() {
    let collectives = recognised("g", "7 tập thể", "7", "collective", &[Level::District]);
    let people = recognised("f", "31 cá nhân", "31", "individual", &[Level::District]);
    let bare = recognised("h", "5 lượt cá nhân", "5", "individual-times", &[Level::District]);
    let more = recognised("k", "2 cá nhân", "2", "individual", &[Level::City]);
    let figures = vec![
        with_act(people, ActKind::Commended, "biểu dương"),
        with_act(more, ActKind::Commended, "biểu dương"),
        with_act(collectives, ActKind::Rewarded, "khen thưởng"),
        bare,
    ];
    let chart = &all_charts(&catalogue(figures), Lang::Vi)[0];
    assert_eq!(
        chart.heading,
        "Sông Xanh: 5 lượt cá nhân cấp quận; biểu dương: 31 cá nhân cấp quận, 2 cấp thành phố; khen thưởng: 7 tập thể cấp quận"
    );
    let acts: Vec<&str> = chart.table.rows.iter().map(|row| row.cells[2].as_str()).collect();
    assert_eq!(acts, ["biểu dương", "biểu dương", "khen thưởng", "không nêu"]);
}

#[test]
fn what_was_proposed_or_registered_is_never_counted_with_what_was_given() {
    for (kind, verb) in [(ActKind::Proposed, "đề nghị"), (ActKind::Registered, "đăng ký")] {
        let level = |id: &str, value: &str, level| {
            recognised(id, &format!("{value} cá nhân"), value, "individual", &[level])
        };
        let given = level("given", "31", Level::Grassroots);
        let asked_for = with_act(level("asked-for", "9", Level::District), kind, verb);
        assert!(
            all_charts(&catalogue(vec![given.clone(), asked_for.clone()]), Lang::Vi).is_empty(),
            "{verb}"
        );
        let more = with_act(level("more", "4", Level::City), kind, verb);
        let also = level("also", "12", Level::District);
        let charts = all_charts(&catalogue(vec![given, asked_for, more, also]), Lang::Vi);
        let headings: Vec<&str> = charts.iter().map(|chart| chart.heading.as_str()).collect();
        let asked_for = format!("Sông Xanh, {verb}: 9 cá nhân cấp quận, 4 cấp thành phố");
        assert_eq!(headings, ["Sông Xanh: 31 cá nhân ở cơ sở, 12 cấp quận", &asked_for]);

        let target = initiatives("t", Role::Target, "100 sáng kiến", "100", Comparator::Eq);
        let result = initiatives("r", Role::Result, "120 sáng kiến", "120", Comparator::Eq);
        let charts = all_charts(&catalogue(vec![target, with_act(result, kind, verb)]), Lang::Vi);
        assert!(charts.is_empty(), "the target has no result, and one number is no chart: {charts:?}");
    }
}

#[test]
fn chart_notes_how_many_of_its_figures_have_open_guesses() {
    let mut figures = three_levels();
    assert!(
        !all_charts(&catalogue(figures.clone()), Lang::Vi)[0].notes.iter().any(|n| n.contains("máy đoán"))
    );
    figures[1].confirmed = vec![GuessedField::Label, GuessedField::Campaign];
    let catalogue = catalogue(figures);
    let note = |lang| all_charts(&catalogue, lang)[0].notes.last().unwrap().clone();
    assert_eq!(note(Lang::Vi), "1 trên 3 số liệu còn mục do máy đoán: vai trò.");
    assert_eq!(note(Lang::En), "1 of 3 figures has fields that are a machine’s guess: role.");
}
