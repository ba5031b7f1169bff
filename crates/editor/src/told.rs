//! What the desk says after an act: aloud, to be kept, to be saved.

use serde::{Deserialize, Serialize};

use super::export::Made;
use super::refusal::Refusal;
use super::sheet::Sheet;
use super::slot::{Slot, State};
use super::{keep, view};
use thidua_core::domain::{Corpus, Lang};
use thidua_extract::joined_lines;
use thidua_i18n::{editor as words, load_errors, problems, unreadable};
use thidua_pages::download::DownloadFile;

/// What the browser's store is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Keep {
    /// Keep a draft, unless a later revision of it is kept already.
    Put {
        /// Its name in the store.
        uid: String,
        /// Grows with every change.
        revision: u32,
        /// The draft.
        json: String,
    },
    /// Forget a draft.
    Drop {
        /// Its name in the store.
        uid: String,
    },
}

/// What follows from an act besides what is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Told {
    /// To be said and shown in a line; often empty.
    pub said: String,
    /// Whether that is why nothing was done.
    pub is_refusal: bool,
    /// The id of the element that the reader goes on from.
    pub focus: Option<String>,
    /// For the browser's store.
    pub keep: Vec<Keep>,
    /// To be saved as files.
    pub files: Vec<DownloadFile>,
}

impl Told {
    fn saying(said: impl Into<String>) -> Told {
        Told { said: said.into(), ..Told::default() }
    }

    /// Only where to go on.
    pub fn focus(id: &str) -> Told {
        Told { focus: Some(id.to_owned()), ..Told::default() }
    }
}

const fn pick(lang: Lang, vi: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Vi => vi,
        Lang::En => en,
    }
}

/// Why an act was refused.
pub fn refused(refusal: &Refusal, lang: Lang) -> Told {
    Told { is_refusal: true, ..Told::saying(reason(refusal, lang)) }
}

/// A refusal in words.
pub fn reason(refusal: &Refusal, lang: Lang) -> String {
    let is_vi = lang == Lang::Vi;
    match refusal {
        Refusal::Unreadable { name, reason } => {
            let name = if name.is_empty() { words::pasted(lang) } else { name };
            format!("“{name}”: {}.", unreadable(reason, lang))
        }
        Refusal::NotRead(name) => format!("“{name}”: {}", words::not_read(lang)),
        Refusal::Here(name) if is_vi => format!("Văn bản này đã có trên bàn: “{name}”."),
        Refusal::Here(name) => format!("This text lies on the desk already: “{name}”."),
        Refusal::NothingOpen => pick(lang, "Chưa mở bản nháp nào.", "No draft is open.").to_owned(),
        Refusal::NoSuch(what) if is_vi => format!("Không tìm thấy: {what}."),
        Refusal::NoSuch(what) => format!("Not found: {what}."),
        Refusal::NotVerified(_) => pick(
            lang,
            "Chưa nhận được: dữ kiện này chưa khớp với chữ in. Lý do ghi trên thẻ.",
            "Not accepted: this fact does not stand in the text. The reason is on its card.",
        )
        .to_owned(),
        Refusal::NoWords => {
            pick(lang, "Chữ này không có trên dòng ấy.", "These words do not stand on that line.").to_owned()
        }
        Refusal::NoNumber(words) if is_vi => format!("Không đọc được số lượng nào ở “{words}”."),
        Refusal::NoNumber(words) => format!("No quantity can be read at “{words}”."),
        Refusal::DoubtfulNumber(words, doubt) => {
            let [message, hint] = thidua_i18n::editor::doubt(*doubt, lang);
            format!("“{words}”: {message}; {hint}.")
        }
        Refusal::Field(name, value) if is_vi => {
            format!("Không đọc được “{value}” ở ô “{}”.", field_name(name, lang))
        }
        Refusal::Field(name, value) => {
            format!("“{value}” in the field “{}” cannot be read.", field_name(name, lang))
        }
        Refusal::NoCampaign => pick(
            lang,
            "Bản nháp chưa có phong trào nào: hãy thêm phong trào trước.",
            "The draft names no campaign yet: add one first.",
        )
        .to_owned(),
        Refusal::NoHeadline => pick(
            lang,
            "Chưa có tiêu đề: bôi đen dòng tiêu đề rồi chọn “Tiêu đề”.",
            "No headline: select the headline and choose “Headline”.",
        )
        .to_owned(),
        Refusal::NoOrganisation => pick(
            lang,
            "Chưa có đơn vị: bôi đen tên đơn vị rồi chọn “Đơn vị của bài”.",
            "No organisation: select its name and choose “Organisation of the article”.",
        )
        .to_owned(),
        Refusal::NothingAccepted => pick(
            lang,
            "Chưa nhận dữ kiện nào đã khớp: chưa có gì để xuất.",
            "No fact that verifies was accepted: there is nothing to take away.",
        )
        .to_owned(),
        Refusal::Unsound(number, first) => {
            let first = problems::validation_problem(first, lang);
            match lang {
                Lang::Vi => format!("Kho sẽ có {number} lỗi, trước hết: {first}."),
                Lang::En => format!("The corpus would have {number} problems, first: {first}."),
            }
        }
        Refusal::NotWritten(_) => {
            pick(lang, "Không ghi được thành tệp.", "This cannot be written as a file.").to_owned()
        }
        Refusal::NoCorpus(error) => {
            let error = load_errors::load_error(error, lang);
            match lang {
                Lang::Vi => format!("Tệp này không phải bản nháp, cũng không phải kho dữ liệu: {error}."),
                Lang::En => format!("This file is neither a draft nor a corpus: {error}."),
            }
        }
        Refusal::NoDraft(None) => {
            pick(lang, "Bản nháp này hỏng, không đọc được.", "This draft is damaged and cannot be read.")
                .to_owned()
        }
        Refusal::NoDraft(Some(version)) if is_vi => {
            format!("Bản nháp này thuộc phiên bản {version}, chương trình này không đọc được.")
        }
        Refusal::NoDraft(Some(version)) => {
            format!("This draft is of version {version}, which this program does not read.")
        }
    }
}

/// A field of a form as the form calls it.
fn field_name(name: &'static str, lang: Lang) -> &'static str {
    match name {
        "words" => words::words(lang),
        "line" => words::line(lang),
        "value" => words::value(lang),
        "value_to" => words::value_to(lang),
        "when" => words::when(lang),
        "name" => words::name(lang),
        "known" => words::known_as(lang),
        "campaign" => words::campaign(lang),
        "organisation" => words::organisation(lang),
        "role" => words::role(lang),
        _ => name,
    }
}

/// The name of a text without a file.
pub fn pasted_name(lang: Lang) -> String {
    words::pasted(lang).to_owned()
}

/// A text was read, and may repeat articles of the corpus.
pub fn read(sheet: &Sheet, repeats: &[(String, u32)], lang: Lang) -> Told {
    let said = words::read(&sheet.name, sheet.facts.slots().len(), sheet.diagnostics.len(), lang);
    let again = if repeats.is_empty() { "" } else { words::repeats_article(lang) };
    let again = if again.is_empty() { String::new() } else { format!(" {again}.") };
    let joined = match joined_lines(&sheet.diagnostics) {
        0 => String::new(),
        number => format!(" {}", words::joined_lines(number, lang)),
    };
    Told { focus: Some("soan-ten-bai".to_owned()), ..Told::saying(format!("{said}{joined}{again}")) }
}

/// A draft was thrown away.
pub fn removed(sheet: &Sheet, lang: Lang) -> Told {
    let keep = vec![Keep::Drop { uid: sheet.uid.clone() }];
    Told { keep, ..Told::saying(words::removed(&sheet.name, lang)) }
}

/// A paste was split.
pub fn split(number: usize, lang: Lang) -> Told {
    Told { focus: Some("soan-ten-bai".to_owned()), ..Told::saying(words::split_into(number, lang)) }
}

/// Something besides a fact was mended.
pub fn mended(lang: Lang) -> Told {
    Told::saying(pick(lang, "Đã sửa.", "Done."))
}

/// A name was joined or kept apart.
pub fn joined(is_joined: bool, lang: Lang) -> Told {
    Told::saying(match is_joined {
        true => pick(lang, "Đã ghép tên.", "Names joined."),
        false => pick(lang, "Đã để riêng.", "Kept apart."),
    })
}

/// What was said of a fact, and how far the review is.
pub fn state(state: State, sheet: &Sheet, lang: Lang) -> Told {
    Told::saying(format!("{}. {}", capital(view::state_name(state, lang)), progress(sheet, lang)))
}

/// Everything that verifies was accepted.
pub fn accepted_all(number: usize, sheet: &Sheet, lang: Lang) -> Told {
    Told::saying(format!("{} {}", words::accepted_all(number, lang), progress(sheet, lang)))
}

/// A fact was mended or added: whether it verifies, and why not.
pub fn edited(slot: Slot, sheet: &Sheet, lang: Lang) -> Told {
    let checked = &sheet.checked;
    let verdict = match checked.problems(slot).first() {
        _ if checked.is_verified(slot) => words::verified(lang).to_owned(),
        Some(first) => format!("{}: {}", words::not_verified(lang), problems::problem(first, lang)),
        None => words::not_verified(lang).to_owned(),
    };
    Told::saying(format!("{}; {verdict}.", capital(words::edited(lang))))
}

/// A step was taken back or gone again.
pub fn stepped(undo: bool, done: bool, lang: Lang) -> Told {
    Told::saying(match (undo, done) {
        (true, true) => pick(lang, "Đã hoàn tác một bước.", "One step undone."),
        (true, false) => pick(lang, "Không còn bước nào để hoàn tác.", "Nothing to undo."),
        (false, true) => pick(lang, "Đã làm lại một bước.", "One step redone."),
        (false, false) => pick(lang, "Không còn bước nào để làm lại.", "Nothing to redo."),
    })
}

/// Another corpus is in use.
pub fn corpus_taken(name: &str, articles: usize, lang: Lang) -> Told {
    Told::saying(words::corpus_taken(name, articles, lang))
}

/// A draft was changed in another window.
pub fn changed_elsewhere(lang: Lang) -> Told {
    Told::saying(pick(
        lang,
        "Một bản nháp vừa được sửa ở cửa sổ khác; ở đây đang hiện bản mới nhất.",
        "A draft was changed in another window; its latest state is shown here.",
    ))
}

/// A draft that was changed in two windows is kept twice.
pub fn kept_apart(lang: Lang) -> Told {
    Told::saying(pick(
        lang,
        "Bản nháp này cũng được sửa ở cửa sổ khác: cả hai bản được giữ riêng.",
        "This draft was changed in another window as well: both are kept.",
    ))
}

/// The open draft as a file.
///
/// # Errors
/// Where it cannot be written as JSON, as in the functions below.
pub fn draft_file(sheet: &Sheet, lang: Lang) -> Result<Told, Refusal> {
    let name = sheet.name.strip_suffix(".txt").unwrap_or(&sheet.name);
    Ok(saving(vec![json_file(format!("{}.nhap.json", safe(name)), keep::kept(sheet)?)], 0, lang))
}

/// The open article as a document, with its text for `thidua verify`.
pub fn article_files(sheet: &Sheet, made: &Made, lang: Lang) -> Result<Told, Refusal> {
    let article = made.document.articles.first().ok_or(Refusal::NoHeadline)?;
    let document = json_file(format!("{}.json", article.id), json(&made.document)?);
    let text = DownloadFile {
        name: format!("{}.txt", article.text.file_stem),
        mime: "text/plain;charset=utf-8".to_owned(),
        text: sheet.text.clone(),
    };
    Ok(saving(vec![document, text], made.left_out.len(), lang))
}

/// The merged corpus, and what had to stay.
pub fn corpus_file(
    merged: &Corpus,
    added: &[String],
    refused: &[(String, Refusal)],
    lang: Lang,
) -> Result<Told, Refusal> {
    let told = saving(vec![json_file("corpus.json".to_owned(), json(merged)?)], 0, lang);
    let stays = refused.iter().map(|(name, refusal)| format!(" “{name}”: {}", reason(refusal, lang)));
    let added = match lang {
        Lang::Vi => format!(" Thêm {} bài: {}.", added.len(), added.join(", ")),
        Lang::En => format!(" {} articles added: {}.", added.len(), added.join(", ")),
    };
    Ok(Told { said: format!("{}{added}{}", told.said, stays.collect::<String>()), ..told })
}

fn saving(files: Vec<DownloadFile>, left_out: usize, lang: Lang) -> Told {
    let names: Vec<String> = files.iter().map(|file| file.name.clone()).collect();
    Told { files, ..Told::saying(words::saved(&names, left_out, lang)) }
}

fn json_file(name: String, text: String) -> DownloadFile {
    DownloadFile { name, mime: "application/json".to_owned(), text }
}

fn json(corpus: &Corpus) -> Result<String, Refusal> {
    let text =
        serde_json::to_string_pretty(corpus).map_err(|error| Refusal::NotWritten(error.to_string()))?;
    Ok(format!("{text}\n"))
}

/// A name that every system takes for a file's.
fn safe(name: &str) -> String {
    name.chars().map(|c| if c.is_alphanumeric() || "-_. ()".contains(c) { c } else { '-' }).collect()
}

fn progress(sheet: &Sheet, lang: Lang) -> String {
    let (taken, rejected, all) = view::tally(sheet);
    format!("{}.", words::progress(taken, rejected, all, lang))
}

fn capital(text: &str) -> String {
    thidua_core::text::capitalise(text)
}
