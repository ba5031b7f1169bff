//! Messages for readers when something cannot be loaded, opened or started.

use thidua_core::domain::Lang;

phrases! {
    offline: "Không có mạng.", "You are offline.";
    offline_help: "Hãy thử lại khi có mạng. Trang đã mở vẫn đọc được.",
        "Try again once you are connected. Pages that are open can still be read.";
    slow: "Máy chủ chưa trả lời, hoặc đường truyền quá chậm.",
        "The host does not answer, or the connection is too slow.";
    not_loaded: "Không tải được một phần của trang.", "A part of the site could not be loaded.";
    not_loaded_help: "Có thể trang vừa được cập nhật, hoặc máy chủ đang thiếu hay trả sai một tệp.",
        "The site may have just been updated, or its host lacks a file or sends a wrong one.";
    damaged: "Dữ liệu tải về bị cắt, bị thay đổi hoặc không phải của trang này, nên không được dùng.",
        "The data that came is cut off, changed or not of this site, so it is not used.";
    too_large: "Dữ liệu quá lớn để tải hết vào trình duyệt.", "The data is too large to be loaded into the browser.";
    program: "Không tải được chương trình của trang: tệp bị thiếu, bị chặn hoặc bị hỏng.",
        "The program of the site could not be loaded: a file is missing, blocked or damaged.";
    crashed: "Chương trình của trang gặp lỗi và đã dừng.", "The program of the site met an error and stopped.";
    browser: "Trình duyệt này không chạy được phần tìm kiếm và lọc: trình duyệt quá cũ, hoặc đã tắt WebAssembly. Hãy cập nhật hoặc dùng trình duyệt khác.",
        "This browser cannot run search and filters: it is too old, or WebAssembly is turned off. Update it or use another.";
    stale: "Trang này thuộc về một bản cũ của trang web, và tệp của bản ấy không còn.",
        "This page is of an older build of the site, whose files are gone.";
    waiting: "Đường truyền chậm: vẫn đang tải.", "The connection is slow: still loading.";
    still_reads: "Trang vẫn đọc được; phần tìm kiếm và lọc chưa chạy.",
        "The page can be read; search and filters do not run yet.";
    not_searched: "Chưa tìm được “{}”.", "“{}” was not searched for.";
    not_filtered: "Chưa lọc được theo địa chỉ này.", "The choices of this address were not applied.";
    searching: "Đang tìm…", "Searching…";
    passages_missing: "Chưa tải được các đoạn trích.", "The passages could not be loaded.";
    refused: "Máy chủ không cho mở ({}).", "The host refuses access ({}).";
    missing: "Máy chủ không có tệp cần thiết ({}).", "The host lacks a file that is needed ({}).";
    too_many: "Máy chủ đang nhận quá nhiều yêu cầu ({}).", "The host is receiving too many requests ({}).";
    host_error: "Máy chủ báo lỗi ({}).", "The host reports an error ({}).";
    host_help: "Trang đã mở vẫn đọc được. Hãy chờ một lát rồi thử lại.",
        "Pages that are open can still be read. Wait a moment, then try again.";
    no_file_offline: "Không có mạng: tệp này phải tải từ máy chủ.", "You are offline: this file has to come from the host.";
    try_again: "Thử lại", "Try again";
}

/// Message for an HTTP status.
pub fn status(status: u16, lang: Lang) -> String {
    let words = match status {
        401 | 403 => refused(lang),
        404 | 410 => missing(lang),
        429 => too_many(lang),
        _ => host_error(lang),
    };
    words.replace("{}", &status.to_string())
}
