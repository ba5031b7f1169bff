//! Wording of the evidence of a fact: what was checked against the print, what a person has confirmed, what is still a guess.

use thidua_core::domain::{GuessedField, Lang};

use crate::sentences::{self, count};
use crate::{pick, terms};

phrases! {
    method: "Chữ in, con số, đơn vị, từ giới hạn, cấp và việc đã làm của mỗi số liệu được máy đối chiếu với bản lưu của bài báo; nội dung, vai trò và phong trào do người xác nhận, mục chưa xác nhận ghi là máy đoán.",
        "Printed words, number, unit, bound, level and act of every figure are checked by a program against the stored copy of the article; label, role and campaign are confirmed by a person, or marked as the machine’s guess.";
    guess: "máy đoán", "machine’s guess";
    nothing_to_guess: "Không mục nào phải đoán.", "Nothing had to be guessed.";
    see_in_own_copy: "Xem câu này trong bản của bạn", "See this sentence in your own copy";
    stored_copy: "Bản lưu, cho người lưu trữ", "Stored copy, for archivists";
    lines_of_paragraphs: "Dòng của từng đoạn", "Line of each paragraph";
    paragraph_rule: "Đoạn đếm như trên báo: từ đoạn văn đầu tiên dưới tiêu đề; chú thích ảnh, tin khác và tên tác giả không tính.",
        "Paragraphs are counted as in print: from the first one below the headline; captions, teasers and the byline do not count.";
}

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

/// Place of a fact for a reader of the printed article: `đoạn 3 của bài`; the line of the stored copy where the digest has no
/// such paragraph.
///
/// ```
/// use thidua_core::domain::Lang;
/// use thidua_i18n::evidence::place;
/// assert_eq!(place(Some(3), 12, Lang::Vi), "đoạn 3 của bài");
/// assert_eq!(place(None, 1, Lang::En), "line 1 of the stored copy");
/// ```
pub fn place(paragraph: Option<usize>, line: u32, lang: Lang) -> String {
    match (paragraph, lang) {
        (Some(number), Lang::Vi) => format!("{} của bài", self::paragraph(number, lang)),
        (Some(number), Lang::En) => format!("{} of the article", self::paragraph(number, lang)),
        (None, _) => stored_line(line, lang),
    }
}

/// `đoạn 3`, where the article is named just before; the line of the stored copy where the digest has no such paragraph.
pub fn short_place(paragraph: Option<usize>, line: u32, lang: Lang) -> String {
    paragraph.map_or_else(|| stored_line(line, lang), |number| self::paragraph(number, lang))
}

fn paragraph(number: usize, lang: Lang) -> String {
    format!("{} {}", pick(lang, "đoạn", "paragraph"), count(number, lang))
}

/// Line of the stored copy, for archivists: `dòng 12 của bản lưu`.
pub fn stored_line(line: u32, lang: Lang) -> String {
    let number = sentences::line(line, lang);
    format!("{number} {}", pick(lang, "của bản lưu", "of the stored copy"))
}

/// What was checked of a figure against the print.
pub fn checked_figure(lang: Lang) -> &'static str {
    pick(
        lang,
        "Máy đã đối chiếu: chữ in, con số, đơn vị, từ giới hạn, cấp, việc đã làm.",
        "A program checked: printed words, number, unit, bound, level, act.",
    )
}

/// What was checked of an article against the print.
pub fn checked_article(figures: usize, lang: Lang) -> String {
    let figures = sentences::figures(figures, lang);
    match lang {
        Lang::Vi => format!(
            "Máy đã đối chiếu: tiêu đề, ngày, tên và {figures} (con số, đơn vị, từ giới hạn, cấp, việc đã làm)."
        ),
        Lang::En => format!(
            "A program checked: headline, dates, names and {figures} (number, unit, bound, level, act)."
        ),
    }
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
