//! Wording of the editor about whole drafts: finding and discarding them, and where an article comes from.

use thidua_core::domain::Lang;

phrases! {
    find: "Tìm bản nháp theo tiêu đề, đơn vị", "Find a draft by headline or organisation";
    none_found: "Không có bản nháp nào như thế.", "No draft is like that.";
    ask_removal: "Bỏ bản nháp này?", "Remove this draft?";
    remove_now: "Bỏ", "Remove";
    keep: "Giữ lại", "Keep it";
    take_back: "Lấy lại", "Take it back";
    origin: "Bài này ở đâu ra", "Where this article comes from";
    url: "Địa chỉ bài trên mạng", "Address of the article";
    newspaper: "Báo (đã có hoặc mới)", "Newspaper (known or new)";
    published: "Ngày đăng, như in trên báo", "Date of publication, as printed";
    record: "Ghi", "Record";
    origin_set: "Đã ghi nơi bài đăng.", "Where the article comes from is recorded.";
}

/// A discarded draft was taken back.
pub fn taken_back(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Đã lấy lại bản nháp “{name}”."),
        Lang::En => format!("Draft “{name}” is back."),
    }
}

/// An address is no web address.
pub fn not_an_address(url: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!(
            "“{url}” không phải địa chỉ trang mạng. Chép cả dòng địa chỉ của bài, thí dụ https://bao.vn/bai.html."
        ),
        Lang::En => format!(
            "“{url}” is no web address. Copy the whole address line of the article, such as https://news.vn/a.html."
        ),
    }
}

/// A newspaper stands neither in the text nor in the address.
pub fn newspaper_not_printed(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!(
            "Chưa thấy “{name}” trong văn bản, và địa chỉ không phải của báo này. Điền địa chỉ bài trên trang của báo, hoặc dán cả dòng có tên báo."
        ),
        Lang::En => format!(
            "“{name}” is not in the text, and the address is not of its site. Fill in the article’s address, or paste the line that names the newspaper as well."
        ),
    }
}

/// No date can be read from these words.
pub fn no_date(words: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!(
            "Không đọc được ngày nào ở “{words}”. Gõ như in trên báo, thí dụ 6/9/2022 22:25, hoặc 2022-09-06."
        ),
        Lang::En => format!(
            "No date can be read from “{words}”. Type it as printed, such as 6/9/2022 22:25, or as 2022-09-06."
        ),
    }
}

/// The text does not print the date, so that this line was added to it.
pub fn date_appended(line: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Văn bản không in ngày này, nên ở cuối văn bản đã thêm dòng “{line}”."),
        Lang::En => format!("The text does not print this date, so the line “{line}” was added at its end."),
    }
}
