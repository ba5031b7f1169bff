//! Text of the page about the site: method, sources and rights, how to cite, how to add an article.

/// A section of the page: its id in the page, heading and paragraphs, each in Vietnamese and English.
pub type Section = (&'static str, [&'static str; 2], &'static [[&'static str; 2]]);

/// Sections of the page, in order.
pub const SECTIONS: [Section; 4] = [
    (
        "cach-lam",
        ["Cách làm", "Method"],
        &[
            [
                "Mỗi bài báo được đọc từng đoạn. Tên phong trào, con số, đợt thi đua, người và đơn vị được ghi lại đúng chữ đã in, kèm số dòng trong bản lưu. Phần tóm tắt do chúng tôi viết, không chép câu của bài.",
                "Each article is read paragraph by paragraph. Campaign names, quantities, rounds, people and organisations are recorded in the very words that were printed, with the line of the stored copy. The digests are our own and copy no sentence of the article.",
            ],
            [
                "Trước khi đăng, một chương trình mở lại bản lưu và kiểm tra từng dữ kiện: chữ nguyên văn phải đứng đúng dòng; con số, đơn vị và từ giới hạn đọc ra từ đó phải trùng với giá trị đã lưu; dấu vân tay của bản lưu phải trùng. Sai một chữ số là không đăng được. Dữ kiện đã qua kiểm tra mang dấu “đã đối chiếu”.",
                "Before publication a program opens the stored copy again and checks every fact: the printed words must stand on their line; the number, unit and bound word read from them must equal the stored ones; the fingerprint of the copy must match. One wrong digit and nothing is published. Facts that passed are marked “verified”.",
            ],
            [
                "Có điều văn bản không quyết định được nên máy chỉ đoán: nội dung được đếm, vai trò, phong trào, đơn vị, và thời gian khi năm là của bài. Đó là phỏng đoán cho tới khi một người xác nhận; mục chưa ai xác nhận được ghi “máy đoán”. Tiêu đề biểu đồ chỉ dùng động từ mà bài in (biểu dương, khen thưởng, công nhận…); đề nghị và đăng ký không bao giờ tính chung với điều đã được trao.",
                "Some things a text does not decide, and a program can only guess them: what is counted, role, campaign, organisation, and the period where the year is the article's. They are guesses until a person confirms them; what nobody has confirmed is marked “machine’s guess”. Headings of charts use only the verb that the article prints (commended, rewarded, recognised …); what was proposed or registered is never counted with what was given.",
            ],
            [
                "Từ giới hạn như “trên”, “gần”, “tối thiểu” được giữ nguyên và vẽ ra trong biểu đồ. “Lượt cá nhân” không phải là số người. Điều bài báo không nêu được ghi là “không nêu”, không bao giờ là số 0. Số liệu của các bài, các đơn vị tính hay các thời kỳ khác nhau không bị cộng vào nhau.",
                "Bound words such as “trên” (more than), “gần” (nearly) and “tối thiểu” (at least) are kept, and drawn in charts. “Lượt cá nhân” counts awards, not people. What an article does not state is “not stated”, never zero. Figures of different articles, units or periods are never added up.",
            ],
        ],
    ),
    (
        "nguon-va-quyen",
        ["Nguồn và quyền", "Sources and rights"],
        &[
            [
                "Bài báo thuộc về tờ báo đã đăng; xin ghi tên báo khi dùng lại. Ở đây chỉ có dữ kiện: tiêu đề, tên, ngày, con số, cụm từ nguyên văn của từng con số. Tên báo, ngày đăng hay tác giả mà bản lưu không in thì để trống, không đoán.",
                "The articles belong to the newspaper that published them; please name it when you reuse them. This site holds facts only: headlines, names, dates, numbers and the printed phrase of each quantity. A newspaper's name, date or author that the stored copy does not print is left open, not guessed.",
            ],
            [
                "Mã nguồn theo MIT hoặc Apache-2.0. Phông chữ Source Serif 4 theo giấy phép OFL.",
                "The code is under MIT or Apache-2.0. The typeface Source Serif 4 is under the OFL.",
            ],
        ],
    ),
    (
        "trich-dan",
        ["Trích dẫn", "How to cite"],
        &[[
            "Trang của mỗi bài báo và mỗi số liệu có sẵn dòng trích dẫn và liên kết không đổi. Khi dùng một con số trong báo cáo, hãy dẫn bài báo và chép nguyên văn cụm từ đã in.",
            "The page of every article and every figure has a citation line and a link that stays. When you use a number in a report, cite the article and quote the printed phrase.",
        ]],
    ),
    (
        "them-bai",
        ["Thêm một bài báo", "How to add an article"],
        &[[
            "Bàn soạn đọc một bài báo ngay trong trình duyệt, tìm các dữ kiện và đối chiếu từng dữ kiện với chữ in; người soạn xem, sửa, nhận rồi tải kho đã gộp. Kho dữ liệu là một tệp JSON có lược đồ công khai. Thêm bài, rồi chạy lệnh kiểm tra (validate) và đối chiếu (verify); lệnh chỉ rõ tệp, dòng và lý do nếu có điều chưa khớp.",
            "The workbench reads an article in the browser, finds its facts and checks each against the print; you look them over, mend, accept, and save the merged corpus. The corpus is one JSON file with a published schema. Add the article, then run the commands that validate and verify it; they name file, line and reason wherever something does not match.",
        ]],
    ),
];
