//! The heading of a chart of targets: how many were met, or, of a single one, what was set and what was reached.

use super::model::group_by;
use super::names::{Period, list};
use super::number_summary::distinct;
use super::quantity::quantity_words;
use super::target::TargetPair;
use super::verdict::{IncomparableReason, Verdict};
use thidua_core::domain::Lang;
use thidua_core::text::format_count;

/// The verdict on each target: that of its rows where they agree.
pub(super) fn verdicts(pairs: &[TargetPair<'_>]) -> Vec<Verdict> {
    let targets = group_by(pairs, |p| p.target.figure.id.clone());
    targets.iter().filter_map(|rows| verdict(rows)).collect()
}

fn verdict(rows: &[&TargetPair<'_>]) -> Option<Verdict> {
    let first = rows.first()?.verdict;
    let agreed = rows.iter().all(|p| p.verdict == first);
    Some(if agreed { first } else { Verdict::CannotCompare(IncomparableReason::Bounds) })
}

pub(super) fn heading(pairs: &[TargetPair<'_>], organisation: &str, period: &Period, lang: Lang) -> String {
    let verdicts = verdicts(pairs);
    if let ([verdict], Some(first)) = (verdicts.as_slice(), pairs.first()) {
        return heading_of_one(first, pairs, *verdict, organisation, lang);
    }
    let number = |wanted: fn(&Verdict) -> bool| verdicts.iter().filter(|v| wanted(v)).count();
    let met = number(|v| *v == Verdict::Met);
    let missed = number(|v| *v == Verdict::NotMet);
    let silent = number(|v| *v == Verdict::CannotCompare(IncomparableReason::NoResult));
    let (all, open) = (verdicts.len(), verdicts.len() - met - missed);
    let period = match () {
        _ if !period.is_stated() => String::new(),
        _ if lang == Lang::Vi => format!(" cho {}", period.words(lang)),
        _ => format!(" for {}", period.words(lang)),
    };
    let is = (silent == all, open == all, met > 0);
    let [all, met, missed_words, open_words] =
        [all, met, missed, open].map(|number| format_count(number, lang));
    let mut text = match (is, lang) {
        ((true, ..), Lang::Vi) => {
            return format!("{organisation} đặt {all} mục tiêu{period}; không bài nào nêu kết quả");
        }
        ((true, ..), Lang::En) => {
            return format!("{organisation} set {all} targets{period}; no article states a result");
        }
        ((_, true, _), Lang::Vi) => {
            return format!("{organisation} đặt {all} mục tiêu{period}; chưa so sánh được với kết quả");
        }
        ((_, true, _), Lang::En) => {
            return format!("{organisation} set {all} targets{period}; none can be compared with a result");
        }
        ((.., true), Lang::Vi) => format!("{organisation} đạt {met} trong {all} mục tiêu{period}"),
        ((.., true), Lang::En) => format!("{organisation} met {met} of {all} targets{period}"),
        ((.., false), Lang::Vi) => {
            format!("{organisation} chưa đạt {missed_words} trong {all} mục tiêu{period}")
        }
        ((.., false), Lang::En) => format!("{organisation} missed {missed_words} of {all} targets{period}"),
    };
    if missed > 0 && is.2 {
        text.push_str(&match lang {
            Lang::Vi => format!(", chưa đạt {missed_words}"),
            Lang::En => format!(", missed {missed_words}"),
        });
    }
    if open > 0 {
        text.push_str(&match lang {
            Lang::Vi => format!(", {open_words} không so sánh được"),
            Lang::En => format!(", {open_words} cannot be compared"),
        });
    }
    text
}

/// Several `pairs` are the results that articles state for the one target.
fn heading_of_one(
    first: &TargetPair<'_>,
    pairs: &[TargetPair<'_>],
    verdict: Verdict,
    organisation: &str,
    lang: Lang,
) -> String {
    let target = quantity_words(first.target.figure, first.unit, lang);
    let results = pairs.iter().filter_map(|p| Some(quantity_words(p.result?.figure, p.unit, lang)));
    let results = distinct(results);
    let result = list(&results, lang);
    if results.is_empty() {
        return match (verdict, lang) {
            (Verdict::CannotCompare(IncomparableReason::NoResult), Lang::Vi) => {
                format!("{organisation} đặt mục tiêu {target}; không bài nào nêu kết quả")
            }
            (Verdict::CannotCompare(IncomparableReason::NoResult), Lang::En) => {
                format!("{organisation} set a target of {target}; no article states a result")
            }
            (_, Lang::Vi) => format!("{organisation} đặt mục tiêu {target}; chưa so sánh được với kết quả"),
            (_, Lang::En) => {
                format!("{organisation} set a target of {target}; no result can be compared with it")
            }
        };
    }
    match (verdict, lang) {
        (Verdict::Met, Lang::Vi) => format!("{organisation} đạt mục tiêu {target}: kết quả {result}"),
        (Verdict::Met, Lang::En) => format!("{organisation} met its target of {target}: {result}"),
        (Verdict::NotMet, Lang::Vi) => format!("{organisation} chưa đạt mục tiêu {target}: kết quả {result}"),
        (Verdict::NotMet, Lang::En) => format!("{organisation} missed its target of {target}: {result}"),
        (_, Lang::Vi) if results.len() > 1 => {
            format!("{organisation} đặt mục tiêu {target}; các bài nêu kết quả khác nhau: {result}")
        }
        (_, Lang::En) if results.len() > 1 => {
            format!("{organisation} set a target of {target}; articles state different results: {result}")
        }
        (_, Lang::Vi) => {
            format!("{organisation} đặt mục tiêu {target}, kết quả {result}: không so sánh được")
        }
        (_, Lang::En) => {
            format!("{organisation} set a target of {target} and reports {result}: they cannot be compared")
        }
    }
}
