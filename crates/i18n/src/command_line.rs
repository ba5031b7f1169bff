//! Wording of the command line for people: `thidua` alone and `thidua serve`.

use thidua_core::domain::Lang;

use super::sentences;

phrases! {
    no_corpus: "Ở đây chưa có kho dữ liệu nào.", "There is no corpus here yet.";
    how_to_begin: "Bắt đầu thế nào:", "How to begin:";
    new: "tạo một kho nhỏ có một bài ví dụ và chỉ dẫn", "create a small corpus with one example article and explanations";
    new_from: "mở một gói kho (.zip) mà bàn soạn đã xuất ra", "unpack a corpus package (.zip) that the workbench saved";
    ingest: "xem máy đọc được gì từ một bài báo", "see what the program reads from an article";
    serve: "mở trang trên máy này; bàn soạn lưu thẳng vào kho", "show the site on this machine; the workbench saves into the corpus";
    serve_site: "mở trang đã dựng trên máy này", "show the built site on this machine";
    build: "dựng cả trang, để đưa lên nơi lưu tệp tĩnh", "build the whole site, for any host of static files";
    build_single: "dựng cả trang thành một tệp, mở bằng cách bấm đúp", "build the whole site as one file that opens by double-click";
    verify: "đối chiếu từng dữ kiện với bản lưu của bài báo", "check every fact against the stored texts";
    validate: "xem kho sai ở đâu", "see what is wrong with the corpus";
    unpack: "mở gói thành thư mục để sửa từng tệp", "unpack the package into a folder, to edit its files";
    what_next: "Làm được gì:", "What can be done:";
    several: "Ở đây có nhiều kho; hãy chọn một:", "There are several corpora here; choose one:";
    all_commands: "Mọi lệnh: thidua help", "All commands: thidua help";
    not_valid: "Kho chưa dùng được:", "The corpus cannot be used yet:";
    open_now: "Mở trang ngay bây giờ? [C/k] ", "Open the site now? [Y/n] ";
    create_now: "Tạo kho mới trong thư mục “kho” rồi mở bàn soạn? [C/k] ", "Create a corpus in the folder “kho” and open the workbench? [Y/n] ";
    press_enter: "Nhấn Enter để đóng cửa sổ này.", "Press Enter to close this window.";
    stop: "Ctrl+C để dừng.", "Ctrl+C stops it.";
    not_opened: "Không mở được trình duyệt: hãy tự mở địa chỉ trên.", "The browser could not be opened: open the address above yourself.";
}

/// Contents of a corpus at a place, as in "Kho ở corpus.json: 5 bài báo, 3 bài đã đối chiếu."
pub fn contents(place: &str, articles: usize, verified: usize, lang: Lang) -> String {
    let count = sentences::articles(articles, lang);
    match lang {
        Lang::Vi if verified == 0 => format!("Kho dữ liệu {place}: {count}, chưa bài nào có dấu đối chiếu."),
        Lang::Vi => format!("Kho dữ liệu {place}: {count}, {verified} bài có dấu đối chiếu."),
        Lang::En if verified == 0 => {
            format!("Corpus {place}: {count}, none of them with a mark of verification.")
        }
        Lang::En => format!("Corpus {place}: {count}, {verified} with a mark of verification."),
    }
}

/// The folder of a site that has been built.
pub fn built_site(folder: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Trang đã dựng: {folder}"),
        Lang::En => format!("A site has been built: {folder}"),
    }
}

/// Address of a served site.
pub fn site_address(url: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Trang ở địa chỉ {url}"),
        Lang::En => format!("The site is at {url}"),
    }
}

/// Address of the workbench that saves into the corpus at `place`.
pub fn workbench_address(place: &str, url: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Bàn soạn, lưu thẳng vào {place}: {url}"),
        Lang::En => format!("The workbench, which saves into {place}: {url}"),
    }
}

/// Returns whether an answer to [`open_now`] means yes: nothing typed, or the first letter of a yes in either language.
pub fn is_yes(answer: &str) -> bool {
    let first = answer.trim().chars().next().map(|c| c.to_ascii_lowercase());
    matches!(first, None | Some('c' | 'y'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn enter_and_a_yes_in_either_language_open_the_site() {
        for yes in ["", "\n", "C\n", "có\r\n", "y", "Yes"] {
            assert!(is_yes(yes), "{yes:?}");
        }
        for no in ["k", "K\n", "không", "n", "x"] {
            assert!(!is_yes(no), "{no:?}");
        }
    }
}
