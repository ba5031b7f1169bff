//! Wording of the section of the editor in which names of the corpus are changed.

use thidua_core::domain::Lang;

use super::sentences::counted;

phrases! {
    corpus: "Kho dữ liệu", "The corpus";
    title: "Tên phong trào trong kho", "Names of campaigns in the corpus";
    help: "Đổi tên, ghép hoặc tách một phong trào, danh hiệu, hội thi đã có trong kho. Liên kết cũ vẫn dẫn đến đúng trang.",
        "Rename, join or split a campaign that is in the corpus already. Old links still lead to the right page.";
    find: "Tên, một phần của tên, hoặc id", "Name, part of a name, or id";
    find_button: "Tìm", "Find";
    other_names: "Tên khác", "Other names";
    close: "Đóng", "Close";
    rename: "Đổi tên", "Rename";
    id: "Id (địa chỉ trang)", "Id (address of the page)";
    join: "Ghép vào phong trào khác", "Join with another campaign";
    join_into: "Phong trào giữ lại (tên hoặc id)", "The campaign that stays (name or id)";
    split: "Tách thành hai", "Split in two";
    split_forms: "Cách in chuyển sang phong trào mới", "Printed forms that go to the new campaign";
    split_articles: "Chỉ trong những bài này (không chọn là mọi bài)", "Only in these articles (none chosen means all)";
    new_name: "Tên phong trào mới", "Name of the new campaign";
    new_id: "Id mới (để trống thì đặt theo tên)", "New id (made from the name if empty)";
    propose: "Xem sẽ đổi gì", "See what would change";
    not_yet: "Kho chưa đổi gì.", "Nothing in the corpus has changed yet.";
    apply: "Đổi", "Change it";
    done: "Đã đổi", "Changed";
    until_saved: "Hoàn tác được ở đây. Xuất bản hoặc tải kho về để giữ: đóng trang mà chưa làm thì các thay đổi này mất.",
        "These changes can be undone here. Publish or save the corpus to keep them: they are lost if the page is closed before.";
    linked_by_hand: "do bạn chọn", "chosen by you";
    linked_by_organisation: "vì cùng đơn vị và cùng năm", "because organisation and year are the same";
    linked_by_national_name: "vì bài in tên gọi khác của phong trào toàn quốc ấy",
        "because the article prints a form of the name of that national campaign";
}

/// `3 lần`: number of mentions that are printed in one form.
pub fn times(number: usize, lang: Lang) -> String {
    counted(number, lang, ["lần", "time", "times"])
}

/// Reason why a campaign of a draft is one of the corpus: the article prints `printed`, and so is the other called.
pub fn linked_by_name(printed: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("vì bài in “{printed}”, đúng tên của phong trào ấy"),
        Lang::En => format!("because the article prints “{printed}”, its name"),
    }
}

/// Reason why a campaign of a draft is one of the corpus: the other is printed `alias` in an article before.
pub fn linked_by_alias(printed: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("vì bài in “{printed}”, một cách in đã biết của phong trào ấy"),
        Lang::En => format!("because the article prints “{printed}”, a known form of its name"),
    }
}
