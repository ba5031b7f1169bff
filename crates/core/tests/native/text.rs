//! Text: normal forms, spelling variants and tokens.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use thidua_core::text::{fold, fold_space, key, nfc, slug, tokens};

const LOWER: &str = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ";

fn letters() -> Vec<char> {
    LOWER.chars().chain(LOWER.to_uppercase().chars()).collect()
}

fn keys(text: &str) -> Vec<String> {
    tokens(text).into_iter().map(|t| t.key).collect()
}

/// Vietnamese words, digits and punctuation in composed form.
fn vietnamese() -> impl Strategy<Value = String> {
    let letter = prop_oneof![
        6 => proptest::sample::select(letters()),
        4 => proptest::char::range('a', 'z'),
        1 => proptest::sample::select("0123456789 .,-–“”%/\u{A0}\u{200B}".chars().collect::<Vec<_>>()),
    ];
    proptest::collection::vec(letter, 0..40).prop_map(String::from_iter)
}

#[test]
fn nfc_composes_marks_in_every_equivalent_order() {
    let letters = letters();
    assert_eq!(letters.iter().filter(|c| !c.is_ascii()).count(), 134);
    for letter in letters {
        let parts: Vec<char> = letter.to_string().nfd().collect();
        let mut orders = vec![parts.clone()];
        if let [base, first, second] = parts[..] {
            orders.push(vec![base, second, first]);
        }
        for order in orders {
            let text: String = order.iter().collect();
            assert_eq!(nfc(&text), text.nfc().collect::<String>(), "{text:?}");
        }
        assert_eq!(nfc(&parts.iter().collect::<String>()), letter.to_string());
    }
}

#[test]
fn nfc_composes_half_composed_letters() {
    assert_eq!(nfc("ê\u{323}"), "ệ");
    assert_eq!(nfc("ẹ\u{302}"), "ệ");
    assert_eq!(nfc("Ư\u{341}"), "Ứ", "the deprecated tone mark is the acute");
    assert_eq!(nfc("о\u{301} x\u{301} 👍\u{301}"), "о\u{301} x\u{301} 👍\u{301}", "a Cyrillic о is not an o");
}

#[test]
fn key_normalizes_tone_placement() {
    for (one, other) in [
        ("hoà", "hòa"),
        ("thúy", "thuý"),
        ("thuỷ", "thủy"),
        ("qúy", "quý"),
        ("gía", "giá"),
        ("khoẻ", "khỏe"),
        ("ngoèo", "ngòeo"),
        ("ngừơi", "người"),
        ("gịăt", "giặt"),
        ("HOÀ", "hòa"),
    ] {
        assert_eq!(key(one), key(other));
    }
    for (one, other) in [("hóa", "hòa"), ("múa", "mùa"), ("thúi", "thúy"), ("gìn", "gin"), ("mía", "miá")]
    {
        assert_eq!(key(one) == key(other), one == "mía", "{one} {other}");
    }
    assert_eq!(key("gìn giữ của quốc toán"), "gìn giữ của quốc toán");
    assert_eq!(key("résumé Đà-Nẵng"), "résumé đà nẵng", "two tones: not a syllable, left alone");
}

#[test]
fn key_unifies_final_i_and_y() {
    for (one, other) in [("kì", "kỳ"), ("tỉ", "tỷ"), ("sĩ", "sỹ"), ("lí", "lý"), ("mĩ", "mỹ"), ("quí", "quý")]
    {
        assert_eq!(key(one), key(other));
    }
    for (one, other) in [("ý", "í"), ("tai", "tay"), ("thúi", "thúy"), ("yêu", "iêu")] {
        assert_ne!(key(one), key(other));
    }
}

#[test]
fn look_alikes_of_đ_are_đ() {
    assert_eq!(key("Ðoàn Ɖảng ðiều"), "đoàn đảng điều");
    assert_eq!(fold("Ðoàn đảng"), "doan dang");
}

#[test]
fn tokens_keep_numbers_whole() {
    assert_eq!(keys("1.245 lượt; 1,245; 1245"), ["1245", "lượt", "1245", "1245"]);
    assert_eq!(keys("1,2 tỉ, 1.2"), ["1,2", "tỉ", "1,2"]);
    assert_eq!(keys("15% và 3.015,5%."), ["15%", "và", "3015,5%"]);
    assert_eq!(keys("6.9.2022, 1/7/2022"), ["6", "9", "2022", "1", "7", "2022"]);
    assert_eq!(keys("0,125 1.000.000 12.34.567"), ["0,125", "1000000", "12", "34", "567"]);
    assert_eq!(keys("Covid-19 A4 4G 2022."), ["covid", "19", "a4", "4g", "2022"]);
}

#[test]
fn tokens_keep_abbreviations_and_ignore_invisible_characters() {
    assert_eq!(keys("LĐLĐ CNVC-LĐ TP.HCM"), ["lđlđ", "cnvc", "lđ", "tp", "hcm"]);
    assert_eq!(keys("\u{FEFF}lao\u{AD} đ\u{200B}ộng\u{200D}."), ["lao", "động"]);
    assert_eq!(tokens("đ\u{200B}ộng\u{200D}.")[0].range, 0..10);
    assert_eq!(fold_space("a\u{200B} \u{2009}b\t"), "a\u{200B} b");
    assert!(tokens("“…” 👍 \u{301} —").is_empty());
}

#[test]
fn slug_of_a_title() {
    assert_eq!(slug("  “Xanh – Sạch – Đẹp” 1,2 tỉ (15%)"), "xanh-sach-dep-1-2-ti-15");
    assert_eq!(slug("кто 👍"), "");
}

proptest! {
    #[test]
    fn nfc_agrees_with_unicode(text in vietnamese()) {
        let decomposed: String = text.nfd().collect();
        prop_assert_eq!(nfc(&decomposed), text.nfc().collect::<String>());
    }

    #[test]
    fn nfc_keeps_composed_text(text in "\\PC*") {
        if !text.chars().any(|c| ('\u{300}'..='\u{36F}').contains(&c)) {
            prop_assert_eq!(nfc(&text), text.as_str());
        }
    }

    #[test]
    fn keys_do_not_depend_on_normal_form_or_case(text in vietnamese()) {
        let decomposed: String = text.nfd().collect();
        prop_assert_eq!(key(&decomposed), key(&text));
        prop_assert_eq!(key(&text.to_uppercase()), key(&text));
    }

    #[test]
    fn key_is_idempotent_and_fold_is_ascii(text in vietnamese()) {
        let (key_once, fold_once) = (key(&text), fold(&text));
        prop_assert_eq!(key(&key_once), key_once);
        prop_assert!(fold_once.is_ascii(), "{}", fold_once);
    }

    #[test]
    fn tokens_are_in_order_on_character_boundaries(text in "\\PC*|[\u{300}-\u{36F}aăâdđ0-9.,% \u{200B}]*") {
        let mut end = 0;
        for token in tokens(&text) {
            prop_assert!(token.range.start >= end && !token.range.is_empty());
            prop_assert!(text.get(token.range.clone()).is_some());
            prop_assert!(!token.key.is_empty());
            end = token.range.end;
        }
    }

    #[test]
    fn fold_space_leaves_single_inner_spaces(text in "[ \t\n\u{A0}\u{2009}a\u{200B}]*") {
        let folded = fold_space(&text).into_owned();
        prop_assert!(!folded.contains("  ") && folded.trim() == folded);
        prop_assert_eq!(text.split_whitespace().collect::<String>(), folded.replace(' ', ""));
        prop_assert!(matches!(fold_space(&folded), std::borrow::Cow::Borrowed(_)));
    }

    #[test]
    fn slug_of_any_text_is_a_slug_or_empty(text in "\\PC*") {
        let slug = slug(&text);
        prop_assert!(slug.is_empty() || thidua_core::domain::is_slug(&slug), "{}", slug);
    }
}
