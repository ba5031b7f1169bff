//! Wording of the three steps of the editor and of the section that publishes.

use thidua_core::domain::Lang;

use super::sentences::{articles, count, counted};

phrases! {
    steps: "Ba bước", "Three steps";
    step_paste: "Dán", "Paste";
    step_review: "Xem chỗ máy đoán", "Look at the guesses";
    step_publish: "Xuất bản", "Publish";
    no_drafts: "chưa có bài", "no article yet";
    nothing_open: "chưa có gì để xem", "nothing to look at yet";
    all_seen: "đã xem hết", "all looked at";
    nothing_new: "chưa có gì mới", "nothing new yet";
    site_changes: "có sửa đổi", "changes";
    title: "Xuất bản", "Publish";
    would_publish: "Sẽ xuất bản", "What would be published";
    nothing_accepted: "chưa nhận dữ kiện nào: để lại trên bàn", "no fact accepted: stays on the desk";
    gap: "thiếu tiêu đề hoặc đơn vị: để lại trên bàn", "headline or organisation missing: stays on the desk";
    in_corpus: "đã có trong kho, có thể bỏ bản nháp", "in the corpus already; the draft can be removed";
    names_changed: "Các tên đã đổi trong kho cũng được xuất bản.", "Changed names of the corpus are published too.";
    site_changed: "Những sửa đổi ở “Về trang này” cũng được xuất bản.", "Changes in “About this site” are published too.";
    no_change: "Chưa có bài mới và chưa sửa gì: các tệp dưới đây sẽ giống trang đang mở.",
        "No new article and no change: the files below would be the site that is open.";
    address: "Trang sẽ ở địa chỉ nào (để trống nếu chưa biết)", "Address of the site (leave empty if not known)";
    address_help: "Cần điền nếu trang nằm trong một thư mục của tên miền, như …/thi-dua/. Có địa chỉ thì ảnh xem trước khi chia sẻ, mã QR và luồng tin (feed) trỏ đúng. Với một tệp, để trống cũng được.",
        "Needed if the site is in a folder of its domain, such as …/thi-dua/. Link previews, QR codes and feeds point to it. One file works without it.";
    set_address: "Dùng địa chỉ này", "Use this address";
    choose: "Chọn cách xuất bản", "Choose how to publish";
    one_file: "Một tệp: thi-dua.html", "One file: thi-dua.html";
    one_file_for: "Cả trang trong một tệp: bấm đúp là mở, gửi thư, chép vào USB, hoặc đặt lên bất kỳ máy chủ nào. Không cần mạng; có cả bàn soạn để làm tiếp.",
        "The whole site in one file: opens by double-click, can be mailed, carried on a stick, or put on any host. Needs no network; the workbench is inside.";
    make_one_file: "Tạo một tệp", "Make one file";
    site_zip: "Cả trang: tệp ZIP", "The whole site: a ZIP";
    site_zip_for: "Mỗi trang một tệp, có ảnh xem trước: để đưa lên GitHub Pages, Netlify hay máy chủ của đơn vị. Giải nén rồi tải cả thư mục lên.",
        "A file for every page, with link previews: for GitHub Pages, Netlify or a server of your own. Unpack it and upload the folder.";
    make_site_zip: "Tạo ZIP cả trang", "Make the ZIP";
    folder: "Lưu đè vào thư mục", "Write into a folder";
    folder_for: "Ghi thẳng cả trang vào một thư mục trên máy (thư mục dùng chung, thư mục đồng bộ). Chỉ ghi vào thư mục trống hoặc thư mục của trang cũ.",
        "Writes the whole site straight into a folder (a shared or synchronised one). Only an empty folder or that of an older site is written.";
    choose_folder: "Chọn thư mục…", "Choose a folder…";
    package: "Gói kho (.zip)", "Corpus package (.zip)";
    package_for: "Kho, dấu đối chiếu và văn bản, không có trang: để lưu giữ, làm tiếp trên máy khác, hoặc dựng trang bằng chương trình thidua.",
        "Corpus, marks and texts without the pages: to keep, to go on with on another computer, or to build with the program thidua.";
    make_package: "Tải gói kho", "Save the package";
    server_for: "Chương trình thidua đang chạy ghi kho vào thư mục này rồi dựng lại trang. Bản cũ được giữ riêng.",
        "The running program thidua saves the corpus there and builds the site again. What was there is kept aside.";
    save_server: "Lưu vào thư mục", "Save into the folder";
    plain_files: "Chỉ cần tệp JSON của kho?", "Only the JSON of the corpus?";
    working: "Đang làm", "Working";
    cancel: "Thôi", "Cancel";
    cancelling: "Đang dừng…", "Stopping…";
    cancelled: "Đã dừng. Chưa lưu gì.", "Stopped. Nothing was saved.";
    cancelled_folder: "Đã dừng. Thư mục có thể lẫn trang cũ và trang mới: xuất bản lại để trọn vẹn.",
        "Stopped. The folder may hold pages of both sites: publish again to complete it.";
    busy: "Đang xuất bản rồi: chờ xong hoặc bấm “Thôi”.", "Publishing already: wait, or press “Cancel”.";
    no_folder_api: "Trình duyệt này không cho ghi vào thư mục. Hãy tạo ZIP rồi giải nén, hoặc dùng Chrome, Edge.",
        "This browser cannot write into folders. Make the ZIP and unpack it, or use Chrome or Edge.";
    not_chosen: "Chưa chọn thư mục nào; chưa ghi gì.", "No folder was chosen; nothing was written.";
    not_allowed: "Trình duyệt không được phép ghi vào thư mục này. Bấm lại và chọn “Cho phép”, hoặc tạo ZIP.",
        "The browser may not write into this folder. Try again and choose “Allow”, or make the ZIP.";
    folder_in_use: "Một cửa sổ khác đang ghi vào thư mục. Chờ cửa sổ ấy xong rồi làm lại.",
        "Another window is writing into a folder. Wait for it, then try again.";
    disk_full: "Đĩa đầy: bỏ bớt tệp rồi làm lại. Thư mục có thể lẫn trang cũ và trang mới.",
        "The disk is full: make room and try again. The folder may hold pages of both sites.";
    not_downloaded: "Trình duyệt không cho tải tệp. Kiểm tra quyền tải về, rồi bấm lại.",
        "The browser does not allow saving the file. Check its download settings and try again.";
    out_of_memory: "Máy không đủ bộ nhớ để tạo tệp này. Đóng bớt thẻ rồi làm lại, hoặc tải gói kho và dùng thidua build.",
        "There is not enough memory for this file. Close other tabs and try again, or save the package and use thidua build.";
    not_available: "Trang này chưa có phần xuất bản. Tải gói kho, rồi dựng trang bằng chương trình thidua.",
        "This site has no publisher. Save the package, and build the site with the program thidua.";
    server_gone: "Không gặp được chương trình thidua. Nó còn chạy không? Mở lại bằng “thidua serve”, hoặc tải gói kho.",
        "The program thidua does not answer. Is it still running? Start “thidua serve” again, or save the package.";
    rebuilding: "Trang đang được dựng lại…", "The site is being built again…";
    reload: "Mở trang mới", "Open the new site";
    unsaved_again: "Tải lại tệp", "Save the file again";
}

/// Count of drafts under the first step.
pub fn drafts(number: usize, lang: Lang) -> String {
    counted(number, lang, ["bản nháp", "draft", "drafts"])
}

/// Count of guesses and doubts under the second step.
pub fn left(guesses: usize, others: usize, lang: Lang) -> String {
    let (n, m) = (count(guesses, lang), count(others, lang));
    match (lang, guesses, others) {
        (Lang::Vi, _, 0) => format!("{n} chỗ máy đoán"),
        (Lang::Vi, 0, _) => format!("{m} chỗ ngờ"),
        (Lang::Vi, ..) => format!("{n} chỗ máy đoán, {m} chỗ ngờ"),
        (Lang::En, _, 0) => counted(guesses, lang, ["", "guess", "guesses"]),
        (Lang::En, 0, _) => counted(others, lang, ["", "doubt", "doubts"]),
        (Lang::En, ..) => format!(
            "{}, {}",
            counted(guesses, lang, ["", "guess", "guesses"]),
            counted(others, lang, ["", "doubt", "doubts"])
        ),
    }
}

/// Count of new articles under the third step.
pub fn new_articles(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{} bài mới", count(number, lang)),
        Lang::En => counted(number, lang, ["", "new article", "new articles"]),
    }
}

/// Sentence: how many articles the site will have, and how many of them are new.
pub fn extent(all: usize, new: usize, lang: Lang) -> String {
    let all = articles(all, lang);
    match lang {
        Lang::Vi => format!("{all}, trong đó {}", new_articles(new, lang)),
        Lang::En => format!("{all}, {} of them new", count(new, lang)),
    }
}

/// Facts of a draft that would be published, and the guesses among them that are open.
pub fn draft_extent(facts: usize, guesses: usize, lang: Lang) -> String {
    let facts = super::editor::facts_count(facts, lang);
    match (lang, guesses) {
        (Lang::Vi, 0) => format!("{facts}, không còn chỗ máy đoán nào bỏ ngỏ"),
        (Lang::Vi, _) => format!("{facts}, còn {} chỗ máy đoán sẽ hiện là “máy đoán”", count(guesses, lang)),
        (Lang::En, 0) => format!("{facts}, no guess left open"),
        (Lang::En, _) => format!(
            "{facts}, {} left open, shown as guessed",
            counted(guesses, lang, ["", "guess", "guesses"])
        ),
    }
}

/// Marks that old articles keep, and those that are lost.
pub fn marks(kept: usize, lost: &[&str], lang: Lang) -> String {
    let kept = count(kept, lang);
    match (lang, lost.is_empty()) {
        (Lang::Vi, true) => format!("Dấu đối chiếu của {kept} bài cũ giữ nguyên, không mất dấu nào."),
        (Lang::Vi, false) => {
            format!("Dấu đối chiếu của {kept} bài cũ giữ nguyên; mất dấu: {}.", lost.join(", "))
        }
        (Lang::En, true) => format!("{kept} older articles keep their marks; none is lost."),
        (Lang::En, false) => format!("{kept} older articles keep their marks; lost: {}.", lost.join(", ")),
    }
}

/// Name of the way that saves through `thidua serve`.
pub fn server(folder: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Lưu vào thư mục {folder}"),
        Lang::En => format!("Save into the folder {folder}"),
    }
}

/// A site has too many articles for a page.
pub fn too_large(number: usize, lang: Lang) -> String {
    let n = count(number, lang);
    match lang {
        Lang::Vi => format!(
            "Kho có {n} bài, quá lớn để trình duyệt dựng cả trang. Tải gói kho rồi chạy “thidua build --corpus GÓI.zip --out trang”."
        ),
        Lang::En => format!(
            "With {n} articles the corpus is too large for a browser to build the whole site. Save the package and run “thidua build --corpus PACKAGE.zip --out site”."
        ),
    }
}

/// A file is no corpus package.
pub fn not_a_package(reason: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Không mở được gói kho: {reason}."),
        Lang::En => format!("The corpus package cannot be opened: {reason}."),
    }
}

/// Progress in percent; `None` as long as it is not known.
pub fn progress(percent: Option<usize>, lang: Lang) -> String {
    match (lang, percent) {
        (Lang::Vi, Some(percent)) => format!("Đã xong {percent} %"),
        (Lang::En, Some(percent)) => format!("{percent} % done"),
        (Lang::Vi, None) => "Đang chuẩn bị…".to_owned(),
        (Lang::En, None) => "Getting ready…".to_owned(),
    }
}

/// A file was handed to the browser, which saves it.
pub fn file_made(name: &str, bytes: usize, lang: Lang) -> String {
    let size = size(bytes, lang);
    match lang {
        Lang::Vi => {
            format!("Đã tạo {name} ({size}). Trình duyệt đang lưu tệp; nếu bạn đã bấm huỷ, có thể tải lại.")
        }
        Lang::En => {
            format!("Made {name} ({size}). The browser is saving it; if you cancelled that, save it again.")
        }
    }
}

/// `3,2 MB`: size of a file.
pub fn size(bytes: usize, lang: Lang) -> String {
    let tenths = bytes.saturating_mul(10) / 1_000_000;
    let (whole, tenth) = (tenths / 10, tenths % 10);
    match (lang, bytes < 1_000_000) {
        (_, true) => format!("{} KB", count(bytes.div_ceil(1000), lang)),
        (Lang::Vi, false) => format!("{whole},{tenth} MB"),
        (Lang::En, false) => format!("{whole}.{tenth} MB"),
    }
}

/// A folder holds files that are not of a site.
pub fn foreign_files(folder: &str, file: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!(
            "Thư mục “{folder}” có tệp không phải của trang (“{file}”): chưa ghi gì. Hãy chọn thư mục trống, hoặc thư mục của trang cũ."
        ),
        Lang::En => format!(
            "The folder “{folder}” holds files that are not of a site (“{file}”): nothing was written. Choose an empty folder, or that of an older site."
        ),
    }
}

/// The site was written into a folder.
pub fn folder_written(folder: &str, [written, unchanged, removed]: [usize; 3], lang: Lang) -> String {
    let [written, unchanged, removed] = [written, unchanged, removed].map(|number| count(number, lang));
    match lang {
        Lang::Vi => format!(
            "Đã ghi trang vào “{folder}”: {written} tệp mới hoặc đã đổi, {unchanged} tệp giữ nguyên, {removed} tệp cũ đã xoá."
        ),
        Lang::En => format!(
            "The site is in “{folder}”: {written} files new or changed, {unchanged} unchanged, {removed} old ones removed."
        ),
    }
}

/// A file could not be written into a folder.
pub fn not_written(path: &str, reason: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!(
            "Không ghi được “{path}” ({reason}). Thư mục có thể lẫn trang cũ và trang mới: đóng chương trình đang mở tệp ấy rồi xuất bản lại."
        ),
        Lang::En => format!(
            "“{path}” cannot be written ({reason}). The folder may hold pages of both sites: close what has the file open, and publish again."
        ),
    }
}

/// The server saved these files.
pub fn server_saved(files: &[String], kept: Option<&str>, lang: Lang) -> String {
    let names = files.join(", ");
    let kept = match (lang, kept) {
        (_, None) => String::new(),
        (Lang::Vi, Some(kept)) => format!(" Bản cũ ở {kept}."),
        (Lang::En, Some(kept)) => format!(" What was there is in {kept}."),
    };
    match (lang, files.is_empty()) {
        (Lang::Vi, true) => "Thư mục đã có đúng như thế: không có gì để lưu.".to_owned(),
        (Lang::En, true) => "The folder holds this already: there was nothing to save.".to_owned(),
        (Lang::Vi, false) => format!("Đã lưu {names}.{kept}"),
        (Lang::En, false) => format!("Saved {names}.{kept}"),
    }
}

/// Message for a file of the app that the host does not send.
pub fn app_file_missing(path: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!(
            "Không tải được {path}, một tệp mà trang mới cần. Xem lại mạng, tải lại trang này rồi làm lại; nếu vẫn vậy, máy chủ thiếu tệp đó."
        ),
        Lang::En => format!(
            "{path}, which the new site needs, cannot be loaded. Check the network, reload this page and try again; if that does not help, the host lacks the file."
        ),
    }
}

/// Message for a file of the app that was cut off, or is of another build.
pub fn app_file_damaged(path: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!(
            "{path} bị cắt hoặc thuộc bản khác của trang: tải lại trang này rồi làm lại. Bản nháp vẫn còn."
        ),
        Lang::En => format!(
            "{path} was cut off, or is of another version of this site: reload this page and try again. The drafts stay."
        ),
    }
}

/// Message for an address that is not that of a site.
pub fn not_an_address(url: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => {
            format!("“{url}” không phải địa chỉ trang: viết như https://example.org/thi-dua/, hoặc để trống.")
        }
        Lang::En => {
            format!(
                "“{url}” is not the address of a site: write it as in https://example.org/thi-dua/, or leave it empty."
            )
        }
    }
}
