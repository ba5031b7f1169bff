//! Messages of the editor: results of commands, and reasons why a command was refused.

use thidua_core::domain::Lang;

phrases! {
    nothing_open: "Chưa mở bản nháp nào.", "No draft is open.";
    not_verified: "Chưa nhận được: dữ kiện này chưa khớp với chữ in. Lý do ghi trên thẻ.",
        "Not accepted: this fact does not stand in the text. The reason is on its card.";
    words_not_on_line: "Chữ này không có trên dòng ấy.", "These words do not stand on that line.";
    no_campaign: "Bản nháp chưa có phong trào nào: hãy thêm phong trào trước.",
        "The draft names no campaign yet: add one first.";
    no_headline: "Chưa có tiêu đề: hãy điền vào ô phía trên các dữ kiện.",
        "No headline: fill it in above the facts.";
    no_organisation: "Chưa có đơn vị: hãy điền vào ô phía trên các dữ kiện.",
        "No organisation: fill it in above the facts.";
    nothing_accepted: "Chưa nhận dữ kiện nào đã khớp: chưa có gì để xuất.",
        "No fact that verifies was accepted: there is nothing to take away.";
    not_writable: "Không ghi được thành tệp.", "This cannot be written as a file.";
    damaged_draft: "Bản nháp này hỏng, không đọc được.", "This draft is damaged and cannot be read.";
    changed: "Đã sửa.", "Done.";
    names_joined: "Đã ghép tên.", "Names joined.";
    names_kept_apart: "Đã để riêng.", "Kept apart.";
    undone: "Đã hoàn tác một bước.", "One step undone.";
    nothing_to_undo: "Không còn bước nào để hoàn tác.", "Nothing to undo.";
    redone: "Đã làm lại một bước.", "One step redone.";
    nothing_to_redo: "Không còn bước nào để làm lại.", "Nothing to redo.";
    changed_elsewhere: "Một bản nháp vừa được sửa ở cửa sổ khác; ở đây đang hiện bản mới nhất.",
        "A draft was changed in another window; its latest state is shown here.";
    both_versions_kept: "Bản nháp này cũng được sửa ở cửa sổ khác: cả hai bản được giữ riêng.",
        "This draft was changed in another window as well: both are kept.";
}

/// The text of a draft is in the editor already.
pub fn duplicate(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Văn bản này đã có trên bàn: “{name}”."),
        Lang::En => format!("This text lies on the desk already: “{name}”."),
    }
}

/// There is nothing of that name.
pub fn not_found(what: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Không tìm thấy: {what}."),
        Lang::En => format!("Not found: {what}."),
    }
}

/// No quantity can be read at the selected words.
pub fn no_number(words: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Không đọc được số lượng nào ở “{words}”."),
        Lang::En => format!("No quantity can be read at “{words}”."),
    }
}

/// The value of a field cannot be read.
pub fn invalid_field(field: &str, value: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Không đọc được “{value}” ở ô “{field}”."),
        Lang::En => format!("“{value}” in the field “{field}” cannot be read."),
    }
}

/// The merged corpus would have problems; `first` is the first of them.
pub fn invalid_corpus(number: usize, first: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Kho sẽ có {number} lỗi, trước hết: {first}."),
        Lang::En => format!("The corpus would have {number} problems, first: {first}."),
    }
}

/// A file is neither a draft nor a corpus.
pub fn not_a_corpus(error: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Tệp này không phải bản nháp, cũng không phải kho dữ liệu: {error}."),
        Lang::En => format!("This file is neither a draft nor a corpus: {error}."),
    }
}

/// A draft has a format version that this program does not read.
pub fn draft_version(version: impl std::fmt::Display, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Bản nháp này thuộc phiên bản {version}, chương trình này không đọc được."),
        Lang::En => format!("This draft is of version {version}, which this program does not read."),
    }
}

/// ` Thêm 2 bài: a, b.`: the articles that a merged corpus gains.
pub fn articles_added(ids: &[String], lang: Lang) -> String {
    match lang {
        _ if ids.is_empty() => String::new(),
        Lang::Vi => format!(" Thêm {} bài: {}.", ids.len(), ids.join(", ")),
        Lang::En => format!(" {} articles added: {}.", ids.len(), ids.join(", ")),
    }
}
