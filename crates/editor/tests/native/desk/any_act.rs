//! What holds whatever a person does at the desk.

use super::*;

fn any_act() -> impl Strategy<Value = Act> {
    let number = 0usize..6;
    let slot = (0usize..11, number).prop_map(|(kind, i)| match kind {
        0 => Slot::Kicker,
        1 => Slot::Headline,
        2 => Slot::Byline(i),
        3 => Slot::Published,
        4 => Slot::Source,
        5 => Slot::Organisation,
        6 => Slot::Covers,
        7 => Slot::Figure(i),
        8 => Slot::Mention(i),
        9 => Slot::Phase(i),
        _ => Slot::Person(i),
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
        Just("apart"),
        Just("levels"),
    ];
    let field =
        (name, prop_oneof!["[0-9]{1,3}", "\\PC{0,12}", Just("sáng kiến".to_owned()), Just(String::new())])
            .prop_map(|(name, value)| (name.to_owned(), value));
    let what = (0..What::ALL.len()).prop_map(|i| What::ALL[i]);
    let place = (0u32..9, 0u32..200, 0u32..200).prop_map(|(line, start, end)| TextSpan { line, start, end });
    prop_oneof![
        slot.clone().prop_map(Act::Accept),
        slot.clone().prop_map(Act::Reject),
        slot.clone().prop_map(|slot| Act::Unfold(Some(slot))),
        (slot, proptest::collection::btree_map("words|line|value", "\\PC{0,9}|[0-9]{1,2}", 0..3))
            .prop_map(|(slot, fields)| Act::Edit(slot, fields)),
        ((0usize..12), proptest::collection::vec(field, 1..4))
            .prop_map(|(i, fields)| Act::Edit(Slot::Figure(i), fields.into_iter().collect())),
        (what.clone(), place).prop_map(|(what, place)| Act::Take(what, place)),
        (what, 0u32..9, "\\PC{0,8}").prop_map(|(what, line, words)| Act::TakeWords(what, line, words)),
        (0usize..3, proptest::option::of("[a-z-]{0,12}")).prop_map(|(i, with)| Act::Join(i, with)),
        (0u32..12).prop_map(Act::Line),
        Just(Act::AcceptAll),
        Just(Act::Undo),
        Just(Act::Redo),
        Just(Act::Split(None)),
        (0u32..9).prop_map(|line| Act::Split(Some(line))),
        Just(Act::Preview(Some(String::new()))),
        Just(Act::Export(Export::Article)),
        Just(Act::Export(Export::Corpus)),
        Just(Act::Export(Export::Draft)),
    ]
}

proptest! {
    // Few, since each verifies a whole draft after every act; more with the variable PROPTEST_CASES.
    #![proptest_config(ProptestConfig { cases: std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(24), ..ProptestConfig::default() })]
    /// Any text, any sequence of acts: no panic; what leaves can be read, hangs together and stands in its text; a draft
    /// that is kept comes back; every step can be taken back.
    #[test]
    fn any_text_and_any_acts(
        noise in "([A-ZĐa-zàáđ0-9“”.,% \n\u{301}-]|\\PC){0,200}",
        acts in proptest::collection::vec(any_act(), 0..16),
    ) {
        let corpus = fixture::corpus();
        let mut desk = desk_of(corpus.clone());
        let text = format!("{TEXT}{noise}");
        add(&mut desk, "x", &text);
        let steps = acts.len();
        let (mut kept, mut is_split) = (Vec::new(), false);
        for act in acts {
            let told = desk.act(act);
            is_split |= told.keep.iter().any(|keep| matches!(keep, Keep::Drop { .. }));
            for file in told.files.iter().filter(|f| f.name.ends_with(".json") && !f.name.contains("nhap")) {
                let document = load(file.text.as_bytes()).unwrap();
                prop_assert!(!has_errors(&validate(&document)) || file.name != "corpus.json");
            }
            for part in desk.parts() {
                prop_assert!(part.inside.is_none() || part.inside == Some("soan-lam"));
            }
            kept.extend(told.keep);
        }
        if let Some(Keep::Put { json, .. }) = kept.pop() {
            let mut other = desk_of(corpus.clone());
            prop_assert!(!other.act(Act::Restore(json)).is_refusal);
        }
        for _ in 0..=steps {
            desk.act(Act::Undo);
        }
        let mut fresh = desk_of(corpus);
        add(&mut fresh, "x", &text);
        // Undone to the beginning, the facts are those of the first reading: what is left on the page agrees. The parts of
        // a text that was split begin with what was done to the whole.
        let cards = |desk: &mut Desk| {
            desk.act(Act::Look(Lang::En));
            desk.parts().into_iter().filter(|p| p.id.starts_with("the-")).map(|p| p.html).collect::<Vec<_>>()
        };
        if !is_split {
            desk.act(Act::Unfold(None));
            prop_assert_eq!(cards(&mut desk), cards(&mut fresh));
        }
    }

    /// Anything at all as a text or a kept draft: no panic.
    #[test]
    fn anything_is_read_or_refused(text in "\\PC{0,400}", json in "\\{\"thidua_draft\":1,\\PC{0,100}") {
        let mut desk = desk();
        add(&mut desk, "x", &text);
        desk.parts();
        desk.act(Act::Restore(json));
    }
}
