//! Wording of guesses and doubts in the editor.

use thidua_core::domain::{GuessedField, Lang};
use thidua_extract::CampaignEvidence;

use super::editor::facts_count;
use super::sentences::count;
pub use super::terms::{act, guessed_field as field};

phrases! {
    guess: "Máy đoán", "Guessed";
    confirmed: "đã xác nhận", "confirmed";
    none: "không", "none";
    campaign_unclear: "chưa rõ, tạm để không", "unclear, none for now";
    reason: "Vì", "Because";
    save_and_accept: "Đúng cả, lưu và nhận", "All correct: save and accept";
    act_label: "Việc đã làm", "What was done";
    act_words: "Chữ in của việc đã làm", "Printed words of it";
    not_given: "đề nghị, chưa phải được nhận", "proposed, not given";
    not_reached: "mới đăng ký", "registered only";
    gap_headline: "Bài chưa có tiêu đề.", "The article has no headline.";
    gap_headline_help: "Chép đúng tiêu đề như in trong văn bản", "The headline as the text prints it";
    gap_organisation: "Chưa rõ bài nói về đơn vị nào.", "It is not clear which organisation the article reports on.";
    gap_organisation_help: "Tên đơn vị như bài in, hoặc như kho ghi", "Its name as the article prints it, or as the corpus has it";
    fill: "Điền", "Fill in";
    notes: "Ghi chú về văn bản", "Notes on the text";
    to_first: "Đến chỗ cần xem đầu tiên", "Go to the first";
    all_reviewed: "Không còn gì cần xem.", "Nothing is left to look at.";
    text_differs: "văn bản này khác bản đã đối chiếu: xuất ra sẽ thành hai bài, dấu của bài cũ giữ nguyên",
        "this text is not the one that was verified: exported, there will be two articles, and the old one keeps its mark";
    older_draft: "Trên bàn đã có bản mới hơn của bản nháp này.", "A later state of this draft lies on the desk already.";
    same_text: "văn bản này đã có trong một bài khác", "another article has the same text";
}

/// Names of fields: "nội dung, vai trò".
pub fn fields(list: &[GuessedField], lang: Lang) -> String {
    list.iter().map(|one| field(*one, lang)).collect::<Vec<_>>().join(", ")
}

/// Button that confirms guesses and accepts the fact; it names what it confirms.
pub fn all_correct(list: &[GuessedField], lang: Lang) -> String {
    let fields = fields(list, lang);
    match (lang, list.len()) {
        (Lang::Vi, 1) => format!("Đúng {fields}, nhận"),
        (Lang::Vi, _) => format!("Đúng cả {fields}, nhận"),
        (Lang::En, 1) => format!("Accept, {fields} correct"),
        (Lang::En, _) => format!("Accept, all correct: {fields}"),
    }
}

/// Name of the button that confirms one guess.
pub fn confirm_one(one: GuessedField, value: &str, lang: Lang) -> String {
    let name = field(one, lang);
    match lang {
        Lang::Vi => format!("Xác nhận {name}: {value}"),
        Lang::En => format!("Confirm {name}: {value}"),
    }
}

/// Name of the button that opens the form at a guess.
pub fn change_one(one: GuessedField, value: &str, lang: Lang) -> String {
    let name = field(one, lang);
    match lang {
        Lang::Vi => format!("Đổi {name}: {value}"),
        Lang::En => format!("Change {name}: {value}"),
    }
}

/// Why words were taken for a fact, by the name of the rule. `None` for rules without words for readers.
pub fn rule(rule: &str, lang: Lang) -> Option<&'static str> {
    let (vi, en) = match rule {
        "number-and-unit" => ("số đứng trước đơn vị tính đã biết", "a number before a known unit"),
        "number-and-title" => ("số đứng trước danh hiệu trong ngoặc kép", "a number before a quoted title"),
        "number-and-scale" => {
            ("số tiền triệu, tỷ không ghi “đồng”", "millions or billions without a currency")
        }
        "number-and-unknown-word" => ("số đứng trước một chữ chưa biết", "a number before an unknown word"),
        "by-hand" => ("do bạn chọn trong văn bản", "chosen in the text by you"),
        _ => return None,
    };
    Some(super::pick(lang, vi, en))
}

/// Where an article names the campaign of a figure, or that this is not clear.
pub const fn campaign_evidence(evidence: CampaignEvidence, lang: Lang) -> &'static str {
    let (vi, en) = match evidence {
        CampaignEvidence::Inside => {
            ("tên phong trào nằm trong chữ in của số", "the campaign is named in the words of the figure")
        }
        CampaignEvidence::Behind => ("tên phong trào đứng sau số", "the campaign is named behind the figure"),
        CampaignEvidence::Before => (
            "tên phong trào đứng trước số, cùng câu",
            "the campaign is named before the figure, in its sentence",
        ),
        CampaignEvidence::EarlierSentence => {
            ("câu trước nói về phong trào này", "an earlier sentence is about the campaign")
        }
        CampaignEvidence::Lead => {
            ("tiêu đề hoặc mở bài nói về phong trào này", "headline or lead are about the campaign")
        }
        CampaignEvidence::Unclear => (
            "gần số có nêu phong trào, nhưng chưa rõ có phải của số này",
            "a campaign is named near, but it is not clear that it is the figure’s",
        ),
    };
    super::pick(lang, vi, en)
}

/// How often an article names an organisation.
pub fn named_times(number: usize, lang: Lang) -> String {
    let n = count(number, lang);
    match (lang, number) {
        (Lang::Vi, _) => format!("bài nêu tên này {n} lần"),
        (Lang::En, 1) => "the article names it once".to_owned(),
        (Lang::En, _) => format!("the article names it {n} times"),
    }
}

/// Doubt: a label or name ends in a joining word, or begins with one.
pub fn cut_at(word: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("nội dung hoặc tên bị cắt ở chữ “{word}”"),
        Lang::En => format!("a label or name is cut off at “{word}”"),
    }
}

/// Doubt: a label or name is only a word for a kind or a unit.
pub fn only_kind(words: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("“{words}” chỉ là tên loại: chưa nói đếm gì, gọi là gì"),
        Lang::En => format!("“{words}” is only a kind: it does not say what"),
    }
}

/// Message: a guess was confirmed; `open` are those that are left.
pub fn guess_confirmed(one: GuessedField, open: &[GuessedField], lang: Lang) -> String {
    let (name, left) = (field(one, lang), fields(open, lang));
    match (lang, open.is_empty()) {
        (Lang::Vi, true) => format!("Đã xác nhận {name}. Dữ kiện này không còn điều máy đoán."),
        (Lang::Vi, false) => format!("Đã xác nhận {name}. Còn máy đoán: {left}."),
        (Lang::En, true) => format!("Confirmed: {name}. This fact has no guesses left."),
        (Lang::En, false) => format!("Confirmed: {name}. Still guessed: {left}."),
    }
}

/// Message: guesses were confirmed with the acceptance of their fact.
pub fn accepted_with(list: &[GuessedField], lang: Lang) -> String {
    let fields = fields(list, lang);
    match lang {
        Lang::Vi => format!("Đã nhận và xác nhận {fields}."),
        Lang::En => format!("Accepted and confirmed: {fields}."),
    }
}

/// Message: what was confirmed is another thing now.
pub fn reopened(number: usize, lang: Lang) -> String {
    let n = count(number, lang);
    match (lang, number) {
        (Lang::Vi, _) => format!("{n} điều đã xác nhận nay đã khác: hãy xác nhận lại."),
        (Lang::En, 1) => "1 confirmed guess is another thing now: confirm it again.".to_owned(),
        (Lang::En, _) => format!("{n} confirmed guesses are another thing now: confirm them again."),
    }
}

/// What of an edited fact is still a guess: "còn máy đoán: vai trò".
pub fn still_open(list: &[GuessedField], lang: Lang) -> String {
    let fields = fields(list, lang);
    match lang {
        Lang::Vi => format!("còn máy đoán: {fields}"),
        Lang::En => format!("still guessed: {fields}"),
    }
}

/// Message: facts that were not accepted with all others.
pub fn left_out(guesses: usize, doubts: usize, not_verified: usize, lang: Lang) -> String {
    let all = facts_count(guesses + doubts + not_verified, lang);
    let why = [
        (guesses, "còn điều máy đoán", "with guesses"),
        (doubts, "còn điều ngờ", "with doubts"),
        (not_verified, "chưa khớp chữ in", "not verified"),
    ];
    let why: Vec<String> = why
        .into_iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(number, vi, en)| format!("{} {}", count(number, lang), super::pick(lang, vi, en)))
        .collect();
    match lang {
        Lang::Vi => format!("Để lại {all} cho bạn xem: {}.", why.join(", ")),
        Lang::En => format!("{all} left for you: {}.", why.join(", ")),
    }
}

/// What is to be looked at: gaps, guesses and the facts that have them, doubts, notes on the text. Zeros are left out.
pub fn to_review([gaps, guesses, facts, doubts, notes]: [usize; 5], lang: Lang) -> String {
    let with_guesses = facts_count(facts, lang);
    let parts = [
        (gaps, "chỗ thiếu", "gaps"),
        (guesses, "điều máy đoán chưa ai xác nhận", "guesses not confirmed"),
        (doubts, "điều ngờ", "doubts"),
        (notes, "ghi chú về văn bản", "notes on the text"),
    ];
    let parts = parts.into_iter().enumerate().filter(|(_, (number, ..))| *number > 0);
    let parts = parts.map(|(index, (number, vi, en))| {
        let said = format!("{} {}", count(number, lang), super::pick(lang, vi, en));
        match (index, lang) {
            (1, Lang::Vi) => format!("{said} (ở {with_guesses})"),
            (1, Lang::En) => format!("{said} (in {with_guesses})"),
            _ => said,
        }
    });
    parts.collect::<Vec<_>>().join(", ")
}

/// Message: an exported file has guesses that nobody has confirmed.
pub fn exported_guesses(guesses: usize, lang: Lang) -> String {
    let n = count(guesses, lang);
    match lang {
        Lang::Vi => format!("Trong đó {n} điều máy đoán chưa ai xác nhận, trang sẽ ghi như vậy."),
        Lang::En => format!("{n} guesses in it are not confirmed; the site will say so."),
    }
}

/// Another draft is nearly the same article.
pub fn resembles_draft(name: &str, similarity: u32, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Giống bản nháp “{name}” ({similarity} %): có lẽ cùng một bài."),
        Lang::En => format!("Resembles the draft “{name}” ({similarity} %): probably the same article."),
    }
}

/// An article of the same text is in the corpus already.
pub fn text_in_corpus(id: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("kho đã có bài từ chính văn bản này ({id})"),
        Lang::En => format!("the corpus has an article of this very text already ({id})"),
    }
}

/// Marks of the articles of a corpus: how many there are, and the articles whose marks are lost.
pub fn marks(verified: usize, articles: usize, lost: &[&str], lang: Lang) -> String {
    let (verified, articles) = (count(verified, lang), count(articles, lang));
    let names = lost.join(", ");
    match (lang, lost.is_empty()) {
        (Lang::Vi, true) => format!("Dấu đối chiếu: {verified} trên {articles} bài."),
        (Lang::Vi, false) => {
            format!(
                "Dấu đối chiếu: {verified} trên {articles} bài; mất {} dấu: {names}.",
                count(lost.len(), lang)
            )
        }
        (Lang::En, true) => format!("Marks of verified articles: {verified} of {articles}."),
        (Lang::En, false) => {
            format!(
                "Marks of verified articles: {verified} of {articles}; {} lost: {names}.",
                count(lost.len(), lang)
            )
        }
    }
}

/// An attestation cannot be read, or was cut short.
pub fn attestation_unreadable(line: usize, column: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Tệp dấu đối chiếu hỏng hoặc bị cắt cụt: dòng {line}, cột {column}."),
        Lang::En => format!("The attestation is damaged or was cut short: line {line}, column {column}."),
    }
}

/// An attestation was written by a later program.
pub fn attestation_version(version: u32, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Tệp dấu đối chiếu thuộc phiên bản {version}, chương trình này không đọc được."),
        Lang::En => format!("The attestation is of version {version}, which this program does not read."),
    }
}

/// An attestation of the old form is of another corpus.
pub fn attestation_of_other_corpus(marks: usize, lang: Lang) -> String {
    let marks = count(marks, lang);
    match lang {
        Lang::Vi => format!("Tệp dấu đối chiếu là của một kho khác: {marks} dấu không dùng được."),
        Lang::En => format!("The attestation is of another corpus: {marks} marks cannot be used."),
    }
}
