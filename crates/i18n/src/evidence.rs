//! Wording of the evidence of a fact: what was checked against the print, what a person has confirmed, what is still a guess.

use thidua_core::domain::{GuessedField, Lang};

use crate::sentences::{self, count};
use crate::{pick, terms};

phrases! {
    method: "Chữ in, con số, đơn vị, từ giới hạn, cấp và việc đã làm của mỗi số liệu được máy đối chiếu với bản lưu của bài báo; nội dung, vai trò và phong trào do người xác nhận, mục chưa xác nhận ghi là máy đoán.",
        "Printed words, number, unit, bound, level and act of every figure are checked by a program against the stored copy of the article; label, role and campaign are confirmed by a person, or marked as the machine’s guess.";
    guess: "máy đoán", "machine’s guess";
    nothing_to_guess: "Không mục nào phải đoán.", "Nothing had to be guessed.";
    not_confirmed: "chưa người nào xác nhận", "confirmed by no person";
}

/// Number of hexadecimal digits that stand for a fingerprint in a sentence.
const SHORT_HASH: usize = 8;

/// Guessed fields in a list: `vai trò, phong trào`.
pub fn fields(list: &[GuessedField], lang: Lang) -> String {
    list.iter().map(|field| terms::guessed_field(*field, lang)).collect::<Vec<_>>().join(", ")
}

/// `máy đoán: vai trò, phong trào`; empty if `open` is.
pub fn open_guesses(open: &[GuessedField], lang: Lang) -> String {
    match open {
        [] => String::new(),
        open => format!("{}: {}", guess(lang), fields(open, lang)),
    }
}

/// What was checked of a figure against the text with that SHA-256.
pub fn checked_figure(sha256: &str, line: u32, lang: Lang) -> String {
    let (hash, line) = (short_hash(sha256), sentences::line(line, lang));
    match lang {
        Lang::Vi => format!(
            "Đã đối chiếu chữ in, con số, đơn vị, từ giới hạn, cấp và việc đã làm với {line} của bản lưu (SHA-256 {hash})."
        ),
        Lang::En => format!(
            "Checked against {line} of the stored copy (SHA-256 {hash}): printed words, number, unit, bound, level and act."
        ),
    }
}

/// What was checked of an article against the text with that SHA-256.
pub fn checked_article(sha256: &str, figures: usize, lang: Lang) -> String {
    let (hash, figures) = (short_hash(sha256), sentences::figures(figures, lang));
    match lang {
        Lang::Vi => format!(
            "Đã đối chiếu tiêu đề, ngày, tên và {figures} (con số, đơn vị, từ giới hạn, cấp, việc đã làm) với bản lưu (SHA-256 {hash})."
        ),
        Lang::En => format!(
            "Checked against the stored copy (SHA-256 {hash}): headline, dates, names and {figures} (number, unit, bound, level, act)."
        ),
    }
}

fn short_hash(sha256: &str) -> String {
    sha256.chars().take(SHORT_HASH).chain(std::iter::once('…')).collect()
}

/// What a person has confirmed of a figure, and what is still a guess. `guessed` are all fields that had to be guessed.
///
/// ```
/// use thidua_core::domain::{GuessedField, Lang};
/// use thidua_i18n::evidence::confirmed_figure;
/// let all = [GuessedField::Label, GuessedField::Role, GuessedField::Campaign];
/// assert_eq!(confirmed_figure(&all, &[], Lang::Vi), "Người đã xác nhận: nội dung, vai trò, phong trào.");
/// let open = [GuessedField::Role, GuessedField::Campaign];
/// assert_eq!(
///     confirmed_figure(&all, &open, Lang::En),
///     "A person confirmed: label. Still the machine’s guess: role, campaign."
/// );
/// ```
pub fn confirmed_figure(guessed: &[GuessedField], open: &[GuessedField], lang: Lang) -> String {
    let confirmed: Vec<GuessedField> =
        guessed.iter().copied().filter(|field| !open.contains(field)).collect();
    let by_person =
        format!("{}: {}.", pick(lang, "Người đã xác nhận", "A person confirmed"), fields(&confirmed, lang));
    let by_machine =
        format!("{}: {}.", pick(lang, "Máy còn đoán", "Still the machine’s guess"), fields(open, lang));
    match (confirmed.is_empty(), open.is_empty()) {
        (true, true) => nothing_to_guess(lang).to_owned(),
        (false, true) => by_person,
        (true, false) => by_machine,
        (false, false) => format!("{by_person} {by_machine}"),
    }
}

/// What a person has confirmed of an article and its figures: each field with the numbers of its facts that were confirmed and
/// that had to be guessed, `vai trò 21/22`.
pub fn confirmed_article(fields: &[(GuessedField, [usize; 2])], lang: Lang) -> String {
    let of = |done: bool| {
        let chosen = fields.iter().filter(move |(_, [confirmed, all])| (confirmed == all) == done);
        let words = chosen.map(|(field, [confirmed, all])| {
            let name = terms::guessed_field(*field, lang);
            match done {
                true => format!("{name} ({})", count(*all, lang)),
                false => {
                    let open = all.saturating_sub(*confirmed);
                    format!(
                        "{name} ({} {} {})",
                        count(open, lang),
                        pick(lang, "trên", "of"),
                        count(*all, lang)
                    )
                }
            }
        });
        words.collect::<Vec<_>>().join(", ")
    };
    let [confirmed, open] = [of(true), of(false)];
    let by_person = format!("{}: {confirmed}.", pick(lang, "Người đã xác nhận", "A person confirmed"));
    let by_machine = format!("{}: {open}.", pick(lang, "Máy còn đoán", "Still the machine’s guess"));
    match (confirmed.is_empty(), open.is_empty()) {
        (true, true) => nothing_to_guess(lang).to_owned(),
        (false, true) => by_person,
        (true, false) => by_machine,
        (false, false) => format!("{by_person} {by_machine}"),
    }
}

/// Note of a chart: how many of its figures have fields that are still a guess. `fields` are those of any of them.
pub fn chart_note(open: usize, all: usize, fields: &[GuessedField], lang: Lang) -> String {
    let (names, guess) = (self::fields(fields, lang), guess(lang));
    let (open_words, figures) = (count(open, lang), sentences::figures(all, lang));
    match lang {
        Lang::Vi => format!("{open_words} trên {figures} còn mục do {guess}: {names}."),
        Lang::En if open == 1 => format!("{open_words} of {figures} has fields that are a {guess}: {names}."),
        Lang::En => format!("{open_words} of {figures} have fields that are a {guess}: {names}."),
    }
}
