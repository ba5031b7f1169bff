//! Places: names whose syllables belong together. A search for a place that no article is about says so, instead of
//! showing articles in which its syllables are parts of other words.
//!
//! The list has the provinces and cities, and the districts of Hà Nội: places whose syllables are common words and that
//! people of the field type. A place that an organisation of the corpus is named after needs no entry.

use std::ops::Range;

use thidua_core::text::letter::plain;
use thidua_core::text::{fold, key, lower};

use super::index::Index;
use super::passages::Zone;
use super::phrase_postings::phrase_postings;
use super::plan::{QueryPlan, Step};
use super::query::Query;
use super::query_terms::QueryTerms;
use super::results::QueryNote;
use super::synonyms::is_typed;

/// Names of two or more syllables, separated by commas.
const PLACES: &str = "An Giang,Ba Đình,Ba Vì,Bà Rịa,Bạc Liêu,Bắc Giang,Bắc Kạn,Bắc Ninh,Bắc Từ Liêm,Bến Tre,Bình Dương,Bình Định,\
    Bình Phước,Bình Thuận,Cà Mau,Cao Bằng,Cần Thơ,Cầu Giấy,Chương Mỹ,Đà Nẵng,Đan Phượng,Đắk Lắk,Đắk Nông,Điện Biên,\
    Đông Anh,Đồng Nai,Đồng Tháp,Đống Đa,Gia Lai,Gia Lâm,Hà Đông,Hà Giang,Hà Nam,Hà Nội,Hà Tĩnh,Hai Bà Trưng,Hải Dương,\
    Hải Phòng,Hậu Giang,Hoà Bình,Hoài Đức,Hoàn Kiếm,Hoàng Mai,Hồ Chí Minh,Hưng Yên,Khánh Hoà,Kiên Giang,Kon Tum,Lai Châu,\
    Lạng Sơn,Lào Cai,Lâm Đồng,Long An,Long Biên,Mê Linh,Mỹ Đức,Nam Định,Nam Từ Liêm,Nghệ An,Ninh Bình,Ninh Thuận,Phú Thọ,\
    Phú Xuyên,Phú Yên,Phúc Thọ,Quảng Bình,Quảng Nam,Quảng Ngãi,Quảng Ninh,Quảng Trị,Quốc Oai,Sóc Sơn,Sóc Trăng,Sơn La,\
    Sơn Tây,Tây Hồ,Tây Ninh,Thạch Thất,Thái Bình,Thái Nguyên,Thanh Hoá,Thanh Oai,Thanh Trì,Thanh Xuân,Thừa Thiên Huế,\
    Thường Tín,Tiền Giang,Trà Vinh,Tuyên Quang,Từ Liêm,Ứng Hoà,Vĩnh Long,Vĩnh Phúc,Vũng Tàu,Yên Bái";

/// A place that a query names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct QueryPlace {
    /// Indexes of its required clauses.
    pub clauses: Range<usize>,
    /// Name as printed.
    pub name: &'static str,
}

/// Returns the places that a query names with unquoted words; of overlapping ones the longest.
pub(super) fn places_of(query: &Query) -> Vec<QueryPlace> {
    let mut found: Vec<QueryPlace> = Vec::new();
    for at in 0..query.required.len() {
        if found.last().is_some_and(|place| place.clauses.end > at) {
            continue;
        }
        let rest = query.required.get(at..).unwrap_or_default();
        let begins = |name: &str| -> Option<usize> {
            let name = key(name);
            let keys: Vec<&str> = name.split(' ').collect();
            let is_same = |(key, clause): (&&str, &super::query::Clause)| {
                !clause.is_quoted && clause.words.first().is_some_and(|word| is_typed(key, word))
            };
            (keys.len() <= rest.len() && keys.iter().zip(rest).all(is_same)).then_some(keys.len())
        };
        // Most words begin no place: their first letter decides.
        let letter = rest.first().and_then(|clause| clause.words.first()?.fold.chars().next());
        let named = PLACES.split(',').filter(|name| name.chars().next().map(|c| plain(lower(c))) == letter);
        let longest = named.filter_map(|name| Some((begins(name)?, name))).max_by_key(|(length, _)| *length);
        found.extend(longest.map(|(length, name)| QueryPlace { clauses: at..at + length, name }));
    }
    found
}

/// Returns a note for each place of a query that no article is about: no organisation is named after it, and no headline
/// has it. `found` tells whether the query found articles nevertheless.
pub(super) fn unknown_places(
    query: &Query,
    plan: &QueryPlan,
    query_terms: &QueryTerms<'_>,
    found: bool,
) -> Vec<QueryNote> {
    let index = query_terms.index;
    let note = |place: &QueryPlace| {
        let name = fold(place.name);
        let is_named = |index: &Index| {
            let mut names = index.organisations.iter().flat_map(|names| &names.folds);
            names.any(|other| format!(" {other} ").contains(&format!(" {name} ")))
        };
        if is_named(index) {
            return None;
        }
        let steps: Option<Vec<Step>> = key(place.name)
            .split(' ')
            .map(|syllable| Some(Step::Terms(vec![index.term_dict.get(syllable)?])))
            .collect();
        let postings = steps.map(|steps| phrase_postings(query_terms, plan, &steps));
        let about = Zone::Headline.bit() | Zone::Organisation.bit() | Zone::Kicker.bit();
        if postings.iter().flat_map(|postings| &postings.zones).any(|zones| zones & about != 0) {
            return None;
        }
        let mentions = postings.map_or(0, |postings| postings.articles.count());
        Some(QueryNote::NoArticleAbout { place: place.name.to_owned(), mentions, found })
    };
    query.places.iter().filter_map(note).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_recognised_with_and_without_marks() {
        let names = |text: &str| -> Vec<&'static str> {
            places_of(&Query::parse(text)).iter().map(|place| place.name).collect()
        };
        assert_eq!(names("long bien"), ["Long Biên"]);
        assert_eq!(names("quận Long Biên năm 2022, Bac Tu Liem"), ["Long Biên", "Bắc Từ Liêm"]);
        assert_eq!(names("lòng biển"), Vec::<&str>::new(), "the marks are those of other words");
        assert_eq!(names("\"long bien\""), Vec::<&str>::new(), "what is quoted is meant as typed");
    }
}
