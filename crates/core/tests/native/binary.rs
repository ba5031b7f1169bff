//! The binary form of facts: the same facts as in JSON, the same checks, and an error for anything else.

use borsh::{BorshDeserialize, from_slice, to_vec};
use proptest::prelude::*;

use thidua_core::corpus::load;
use thidua_core::domain::{Corpus, Decimal, Edtf, Level, SiteLanguages};
use thidua_sample::bundled::bundled;
use thidua_sample::{Recipe, fixture, sample};

#[track_caller]
fn assert_same_in_both_forms(corpus: &Corpus) {
    let json = serde_json::to_vec(corpus).unwrap();
    let from_json: Corpus = serde_json::from_slice(&json).unwrap();
    let from_binary: Corpus = from_slice(&to_vec(&from_json).unwrap()).unwrap();
    assert!(from_binary == *corpus);
    assert!(serde_json::to_vec(&from_binary).unwrap() == json);
}

#[test]
fn bundled_corpus_is_the_same_in_both_forms() {
    assert_same_in_both_forms(&load(&bundled()).unwrap());
    assert_same_in_both_forms(&fixture::corpus());
}

#[test]
fn redirect_that_is_given_twice_is_an_error() {
    let mut corpus = fixture::corpus();
    corpus.articles.clear();
    corpus.redirects = [("cu-a".to_owned(), "moi".to_owned()), ("cu-b".to_owned(), "moi".to_owned())].into();
    let mut bytes = to_vec(&corpus).unwrap();
    assert_eq!(from_slice::<Corpus>(&bytes).unwrap(), corpus);
    let second = bytes.windows(4).position(|four| four == b"cu-b").unwrap();
    bytes[second + 3] = b'a';
    assert!(from_slice::<Corpus>(&bytes).is_err());
}

#[test]
fn value_that_does_not_exist_is_an_error() {
    assert_eq!(from_slice::<Level>(&[7]).unwrap(), Level::National);
    assert!(from_slice::<Level>(&[8]).is_err());
    assert!(from_slice::<SiteLanguages>(&[2]).is_err());
    assert!(from_slice::<Option<Level>>(&[2, 0]).is_err());
}

/// Whether the binary form has a value exactly if its text does.
fn is_checked_like_text<T: BorshDeserialize + std::str::FromStr + PartialEq>(text: &str) -> bool {
    from_slice::<T>(&to_vec(text).unwrap()).ok() == text.parse().ok()
}

#[test]
fn invalid_dates_and_decimals_are_errors() {
    for text in ["2022-02-30", "2022/2021", "", "../..", "22", "2022-13", "2022-09-06T25:00"] {
        assert!(from_slice::<Edtf>(&to_vec(text).unwrap()).is_err(), "{text}");
    }
    for text in ["1.20", "", "1e3", "+1", "01", "NaN", "1_000", "99999999999999999999999999999999"] {
        assert!(from_slice::<Decimal>(&to_vec(text).unwrap()).is_err(), "{text}");
    }
    // A text that is not UTF-8.
    assert!(from_slice::<Edtf>(&[4, 0, 0, 0, b'2', b'0', b'2', 0xff]).is_err());
}

#[test]
fn cut_off_corpus_is_an_error() {
    let bytes = to_vec(&fixture::corpus()).unwrap();
    for end in 0..bytes.len() {
        assert!(from_slice::<Corpus>(&bytes[..end]).is_err(), "{end}");
    }
    assert!(from_slice::<Corpus>(&[&bytes[..], &[0]].concat()).is_err());
}

#[test]
fn length_beyond_the_bytes_is_an_error() {
    let bytes = to_vec(&fixture::corpus()).unwrap();
    let corpus = fixture::corpus();
    for at in 0..bytes.len() - 4 {
        let mut changed = bytes.clone();
        changed[at..at + 4].copy_from_slice(&u32::MAX.to_le_bytes());
        // What is no length is a number, or letters that are no longer UTF-8.
        if let Ok(read) = from_slice::<Corpus>(&changed) {
            assert!(read != corpus, "{at}");
        }
    }
    let mut no_sources = to_vec(&Corpus::empty(corpus.title.clone())).unwrap();
    let sources = no_sources.len() - 7 * 4;
    no_sources[sources..sources + 4].copy_from_slice(&u32::MAX.to_le_bytes());
    assert!(from_slice::<Corpus>(&no_sources).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn drawn_corpora_are_the_same_in_both_forms(seed in any::<u64>(), articles in 0_usize..8, bodies in any::<bool>()) {
        assert_same_in_both_forms(&sample(&Recipe { articles, seed, bodies }, &[]).corpus);
    }

    #[test]
    fn dates_are_checked_like_their_text(text in "[0-9X]{2,4}(-[0-9X]{2}){0,2}(T[0-9]{2}:[0-9]{2})?[?~%]?(/(|\\.\\.|20[0-9]{2}))?") {
        prop_assert!(is_checked_like_text::<Edtf>(&text), "{}", text);
    }

    #[test]
    fn decimals_are_checked_like_their_text(text in "-?[0-9]{0,30}(\\.[0-9]{0,5})?") {
        prop_assert!(is_checked_like_text::<Decimal>(&text), "{}", text);
    }

    #[test]
    fn changed_byte_is_another_corpus_or_an_error(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let corpus = fixture::corpus();
        let mut bytes = to_vec(&corpus).unwrap();
        let at = at.index(bytes.len());
        let is_changed = bytes[at] != byte;
        bytes[at] = byte;
        if let Ok(read) = from_slice::<Corpus>(&bytes) {
            prop_assert_eq!(read != corpus, is_changed);
            prop_assert!(to_vec(&read).unwrap() == bytes);
        }
    }
}
