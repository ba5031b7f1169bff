//! Wording of the page of the editor; the editor itself has its own in [`super::editor`].

use thidua_core::domain::Lang;

phrases! {
    title: "Bàn soạn", "Workbench";
    lede: "Từ một bài báo đến những dữ kiện đã đối chiếu: dán bài, xem từng dữ kiện được tìm thấy, sửa, nhận, rồi xuất bản. Văn bản không rời khỏi máy này.",
        "From a newspaper article to verified facts: paste it, look over every fact that was found, mend, accept, and publish. The text never leaves this machine.";
    needs_script: "Bàn soạn chạy trong trình duyệt và cần JavaScript. Không có nó, dùng lệnh “thidua ingest BÀI.txt” trên máy: cùng một chương trình đọc bài.",
        "The workbench runs in the browser and needs JavaScript. Without it, use the command “thidua ingest ARTICLE.txt”: the same program reads the article.";
    one_file: "Trang này là một tệp duy nhất: bài dài được đọc ngay trong trang nên có thể khựng một chút.",
        "This site is a single file: long texts are read in the page itself, which may pause for a moment.";
    paste_label: "Dán bài báo vào đây", "Paste the article here";
    read_button: "Đọc bài", "Read the article";
    files_label: "hoặc chọn, kéo thả tệp văn bản, trang đã lưu", "or choose or drop text files and saved pages";
    import_label: "mở gói kho (ZIP), bản nháp, kho dữ liệu hoặc dấu đối chiếu (JSON)", "open a corpus package (ZIP), a draft, a corpus or its attestation (JSON)";
    intake_note: "Bản nháp được giữ trong trình duyệt này cho đến khi bạn bỏ. Không có gì được gửi đi.",
        "Drafts are kept in this browser until you remove them. Nothing is sent anywhere.";
    drafts_label: "Các bản nháp", "Drafts";
    copy_title: "Bản của bạn", "Your own copy";
    copy_note: "Có văn bản của bài này? Mở nó ở đây để thấy từng số liệu trong câu của nó, và dữ kiện nào khớp. Văn bản không được gửi đi, không được lưu lại.",
        "Do you have the text of this article? Open it here to see every figure in its sentence, and which facts verify. The text is neither sent nor kept.";
    copy_open: "Đối chiếu với bản của bạn", "Check against your own copy";
    copy_sought: "Tìm trong bản của bạn,", "To find in your own copy,";
    copy_file: "Tệp văn bản hoặc trang đã lưu", "A text file or a saved page";
    copy_paste: "hoặc dán văn bản", "or paste the text";
    copy_check: "Đối chiếu", "Check";
    copy_clear: "Xoá khỏi trang", "Clear";
}
