//! Wording of the section of the editor about the site itself: title, licence, languages, newspapers.

use thidua_core::domain::Lang;

phrases! {
    title: "Về trang này", "About this site";
    help: "Tên kho, giấy phép và các báo hiện ở đầu và cuối mọi trang. Sửa ở đây rồi xuất bản; phần tiếng Anh để trống cũng được.",
        "The title, the licence and the newspapers stand at the top and bottom of every page. Change them here, then publish; English may stay empty.";
    title_vi: "Tên kho (tiếng Việt)", "Title (Vietnamese)";
    title_en: "Tên kho (tiếng Anh)", "Title (English)";
    licence: "Giấy phép (thí dụ CC BY 4.0)", "Licence (such as CC BY 4.0)";
    licence_url: "Địa chỉ của giấy phép", "Address of the licence";
    languages: "Ngôn ngữ của trang", "Languages of the site";
    both_languages: "tiếng Việt và tiếng Anh", "Vietnamese and English";
    vietnamese_only: "chỉ tiếng Việt", "Vietnamese only";
    save_info: "Ghi những điều này", "Record these";
    sources: "Các báo", "Newspapers";
    source_name: "Tên báo", "Name";
    source_site: "Trang của báo (thí dụ laodongthudo.vn)", "Its site (such as laodongthudo.vn)";
    attribution_vi: "Câu ghi nguồn", "Words of attribution (Vietnamese)";
    attribution_en: "Câu ghi nguồn (tiếng Anh)", "Words of attribution (English)";
    attribution_help: "để trống: “Nguồn: tên báo (trang)”", "empty: “Source: name (site)”";
    save_source: "Ghi báo này", "Record this newspaper";
    add_source: "Thêm báo", "Add a newspaper";
    changed: "Đã ghi. Thay đổi có trên trang sau khi xuất bản.", "Recorded. It is on the site once you publish.";
    unchanged: "Không có gì khác trước.", "Nothing differs from before.";
    conflict: "Phần “Về trang này” cũng được sửa ở cửa sổ khác: tải lại trang này để thấy bản mới nhất.",
        "“About this site” was changed in another window as well: reload this page to see the latest state.";
    changed_mark: "đã sửa, chưa xuất bản", "changed, not published yet";
}
