//! Wording of `thidua serve` when the workbench saves into the served corpus. The workbench shows these sentences.

use thidua_core::domain::Lang;

phrases! {
    wrong_token: "Trang này chưa được phép lưu: hãy mở bàn soạn bằng địa chỉ mà thidua serve vừa in ra.",
        "This page may not save: open the workbench by the address that thidua serve printed.";
    wrong_origin: "Chỉ trang do thidua serve mở trên chính máy này mới lưu được.",
        "Only the page that thidua serve shows on this very machine can save.";
    wrong_method: "Chỉ nhận GET và POST.", "Only GET and POST.";
    wrong_type: "Nội dung gửi lên không phải gói kho (application/zip).", "What was sent is not a corpus package (application/zip).";
    cut_off: "Nội dung gửi lên bị cụt; chưa ghi gì. Hãy lưu lại.", "What was sent is cut off; nothing was written. Save again.";
    unknown_state: "Bàn soạn đang mở một bản kho mà chương trình không còn biết; chưa ghi gì. Hãy tải gói kho về để giữ, rồi tải lại trang.",
        "The workbench works on a version of the corpus that the program no longer knows; nothing was written. Save the corpus package to keep your work, then reload the page.";
    no_permission: "không được phép ghi, hoặc tệp chỉ cho đọc", "there is no permission to write, or the file is read-only";
    disk_full: "đĩa đã đầy", "the disk is full";
    not_divisible: "Không chia được kho này về các tệp của thư mục mà không mất gì; chưa ghi gì. Hãy tải gói kho về.",
        "This corpus cannot be divided among the documents of the folder without a loss; nothing was written. Save the corpus package instead.";
}

/// What was sent is larger than `limit` MB.
pub fn too_large(limit: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Gói kho lớn hơn {limit} MB là mức nhận được; chưa ghi gì."),
        Lang::En => {
            format!("The corpus package is larger than the {limit} MB that are taken; nothing was written.")
        }
    }
}

/// The package cannot be read, for this reason.
pub fn unreadable_package(reason: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Không đọc được gói kho: {reason}. Chưa ghi gì."),
        Lang::En => format!("The corpus package cannot be read: {reason}. Nothing was written."),
    }
}

/// The corpus in the package has `number` errors; the first is `problem`.
pub fn invalid_corpus(number: usize, problem: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Kho có {number} lỗi, nên chưa ghi gì. Lỗi đầu tiên: {problem}"),
        Lang::En if number == 1 => format!("The corpus has an error, so nothing was written: {problem}"),
        Lang::En => format!("The corpus has {number} errors, so nothing was written. The first: {problem}"),
    }
}

/// Files have changed on disk since the page read them.
pub fn changed_meanwhile(files: &[String], lang: Lang) -> String {
    let files = files.join(", ");
    match lang {
        Lang::Vi => format!(
            "Tệp trong kho đã bị sửa sau khi bàn soạn mở: {files}. Chưa ghi gì. Hãy tải gói kho về để giữ, rồi tải lại trang."
        ),
        Lang::En => format!(
            "Files of the corpus have changed since the workbench opened them: {files}. Nothing was written. Save the corpus package to keep your work, then reload the page."
        ),
    }
}

/// A file cannot be read or written, for this reason.
pub fn not_written(reason: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Không ghi được vào kho, nên các tệp giữ nguyên như cũ: {reason}"),
        Lang::En => format!("The corpus could not be written, so its files stay as they were: {reason}"),
    }
}
