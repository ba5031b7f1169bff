//! Properties that hold for any sequence of commands.

use thidua_core::domain::GuessedField;

use super::*;

fn any_command() -> impl Strategy<Value = Command> {
    let number = 0usize..6;
    let fact_id = (0usize..11, number).prop_map(|(kind, i)| match kind {
        0 => FactId::Kicker,
        1 => FactId::Headline,
        2 => FactId::Byline(i),
        3 => FactId::Published,
        4 => FactId::Source,
        5 => FactId::Organisation,
        6 => FactId::Covers,
        7 => FactId::Figure(i),
        8 => FactId::Mention(i),
        9 => FactId::Phase(i),
        _ => FactId::Person(i),
    });
    let name = prop_oneof![
        Just("words"),
        Just("line"),
        Just("value"),
        Just("unit"),
        Just("when"),
        Just("when_as_written"),
        Just("campaign"),
        Just("part_of"),
        Just("noun"),
        Just("organisation"),
        Just("label"),
        Just("role"),
        Just("act"),
        Just("act_as_written"),
        Just("apart"),
        Just("levels"),
    ];
    let field =
        (name, prop_oneof!["[0-9]{1,3}", "\\PC{0,12}", Just("sáng kiến".to_owned()), Just(String::new())])
            .prop_map(|(name, value)| (name.to_owned(), value));
    let guess = (0..GuessedField::ALL.len()).prop_map(|i| GuessedField::ALL[i]);
    let gap = prop_oneof![Just(Gap::Headline), Just(Gap::Organisation)];
    let what = (0..FactKind::ALL.len()).prop_map(|i| FactKind::ALL[i]);
    let place = (0u32..9, 0u32..200, 0u32..200).prop_map(|(line, start, end)| TextSpan { line, start, end });
    prop_oneof![
        fact_id.clone().prop_map(Command::Accept),
        fact_id.clone().prop_map(Command::Reject),
        fact_id.clone().prop_map(|fact_id| Command::OpenForm(Some(fact_id))),
        (fact_id.clone(), guess.clone()).prop_map(|(fact_id, field)| Command::Confirm(fact_id, field)),
        (fact_id.clone(), guess).prop_map(|(fact_id, field)| Command::OpenFormAt(fact_id, field)),
        (gap, "Công đoàn [A-Z][a-z]{0,5}|\\PC{0,9}").prop_map(|(gap, words)| Command::FillGap(gap, words)),
        (0usize..12, "\\PC{0,9}").prop_map(|(i, label)| {
            Command::EditAndAccept(FactId::Figure(i), fields([("label", &label)]))
        }),
        Just(Command::ShowFirstToReview),
        (fact_id, proptest::collection::btree_map("words|line|value", "\\PC{0,9}|[0-9]{1,2}", 0..3))
            .prop_map(|(fact_id, fields)| Command::Edit(fact_id, fields)),
        ((0usize..12), proptest::collection::vec(field, 1..4))
            .prop_map(|(i, fields)| Command::Edit(FactId::Figure(i), fields.into_iter().collect())),
        (what.clone(), place).prop_map(|(what, place)| Command::AddFact(what, place)),
        (what, 0u32..9, "\\PC{0,8}")
            .prop_map(|(what, line, words)| Command::AddFactByWords(what, line, words)),
        (0usize..3, proptest::option::of("[a-z-]{0,12}"))
            .prop_map(|(i, with)| Command::LinkCampaign(i, with)),
        (0usize..4, 0usize..4, "[A-Za-z]{0,6}").prop_map(|(campaign, other, name)| {
            let corpus = fixture::corpus();
            let id = |number: usize| corpus.campaigns[number % corpus.campaigns.len()].id.to_string();
            Command::Names(NamesCommand::Propose(match other {
                0 => NamesRequest::Join { id: id(campaign), into: id(campaign + 1) },
                1 => NamesRequest::Split {
                    id: id(campaign),
                    forms: vec![],
                    articles: vec!["lang-may-2023".to_owned()],
                    name,
                    new_id: String::new(),
                },
                _ => NamesRequest::Rename { id: id(campaign), new_id: name.to_lowercase(), name },
            }))
        }),
        Just(Command::Names(NamesCommand::Apply)),
        Just(Command::Names(NamesCommand::Undo)),
        Just(Command::Names(NamesCommand::Redo)),
        "\\PC{0,6}".prop_map(|query| Command::Names(NamesCommand::Find(query))),
        (0u32..12).prop_map(Command::ToggleLine),
        Just(Command::AcceptAll),
        Just(Command::Undo),
        Just(Command::Redo),
        Just(Command::Split(None)),
        (0u32..9).prop_map(|line| Command::Split(Some(line))),
        (
            "https://maytrang.example/|\\PC{0,9}",
            "Mây Trắng|\\PC{0,9}",
            "[0-9]{1,2}/[0-9]{1,2}/20[0-9]{2}|\\PC{0,9}"
        )
            .prop_map(|(url, newspaper, published)| Command::SetOrigin(fields([
                ("url", &url),
                ("newspaper", &newspaper),
                ("published", &published)
            ]))),
        Just(Command::Preview(Some(String::new()))),
        Just(Command::Export(ExportKind::Article)),
        Just(Command::Export(ExportKind::Corpus)),
        Just(Command::Export(ExportKind::Draft)),
    ]
}

proptest! {
    // Few cases, because each verifies a whole draft after every command; PROPTEST_CASES sets more.
    #![proptest_config(ProptestConfig { cases: std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(24), ..ProptestConfig::default() })]
    /// For any text and any sequence of commands: no panic; exports are valid and verify; stored drafts can be restored; every
    /// step can be undone.
    #[test]
    fn any_commands_on_any_text_keep_the_editor_consistent(
        noise in "([A-ZĐa-zàáđ0-9“”.,% \n\u{301}-]|\\PC){0,200}",
        acts in proptest::collection::vec(any_command(), 0..16),
    ) {
        let corpus = fixture::corpus();
        let mut editor = editor_of(corpus.clone());
        let text = format!("{TEXT}{noise}");
        add(&mut editor, "x", &text);
        let steps = acts.len();
        let (mut kept, mut is_split) = (Vec::new(), false);
        for act in acts {
            let outcome = editor.execute(act);
            is_split |= outcome.storage.iter().any(|keep| matches!(keep, StorageRequest::Delete { .. }));
            for file in outcome.files.iter().filter(|f| f.name.ends_with(".json") && !f.name.contains("nhap") && f.name != "attestation.json") {
                let document = load(file.text.as_bytes()).unwrap();
                prop_assert!(!has_errors(&validate(&document)) || file.name != "corpus.json");
                for figure in document.articles.iter().flat_map(|a| a.figures.iter().map(move |f| (a, f))) {
                    let guessed = figure.1.guessed_fields(figure.0);
                    prop_assert!(figure.1.confirmed.iter().all(|field| guessed.contains(field)));
                }
            }
            for part in editor.fragments() {
                prop_assert!(part.inside.is_none() || part.inside == Some("soan-lam"));
            }
            kept.extend(outcome.storage);
        }
        if let Some(StorageRequest::Put { json, .. }) = kept.pop() {
            let mut other = editor_of(corpus.clone());
            prop_assert!(!other.execute(Command::Restore(json)).is_error);
        }
        for _ in 0..=steps {
            editor.execute(Command::Undo);
        }
        let mut fresh = editor_of(corpus);
        add(&mut fresh, "x", &text);
        // After undoing all steps the facts are those of the extraction. Parts of a split text start with the state of the
        // whole.
        let cards = |editor: &mut Editor| {
            editor.execute(Command::SetLanguage(Lang::En));
            editor.fragments().into_iter().filter(|p| p.id.starts_with("the-")).map(|p| p.html).collect::<Vec<_>>()
        };
        if !is_split {
            editor.execute(Command::OpenForm(None));
            prop_assert_eq!(cards(&mut editor), cards(&mut fresh));
        }
    }

    /// For any text or stored draft: no panic.
    #[test]
    fn any_command_data_is_parsed_or_refused(text in "\\PC{0,400}", json in "\\{\"thidua_draft\":1,\\PC{0,100}") {
        let mut editor = editor();
        add(&mut editor, "x", &text);
        editor.fragments();
        editor.execute(Command::Restore(json));
    }
}
