//! Phrases of the explorer, of downloads and of frames.
//!
//! Functions and not a table: the page needs one of these phrases, the engine the others, and each program contains only the
//! phrases that it uses.

use thidua_core::domain::Lang;

phrases! {
    ways_out: "Cách tìm được nhiều hơn", "Ways to find more";
    no_articles: "Kho chưa có bài báo nào.", "There are no articles here yet.";
    add_articles: "Thêm bài báo ở bàn soạn", "Add articles in the workbench";
    download_chart: "Tải biểu đồ", "Download this chart";
    download_label: "Tải", "Download";
    download_table: "Tải bảng", "Download the table";
    download_svg: "SVG", "SVG";
    download_png: "PNG", "PNG";
    for_svg: "hình nét ở mọi cỡ, cho in ấn và trang web", "sharp at any size, for print and the web";
    for_png: "ảnh để dán vào Word, Zalo", "picture for a document or a chat";
    for_image: "để dán ngay", "to paste at once";
    for_chart_link: "dẫn thẳng đến biểu đồ này", "leads straight to this chart";
    for_xlsx: "số liệu cho báo cáo", "the numbers, for a report";
    for_csv: "khi không mở được .xlsx", "where .xlsx cannot be opened";
    for_plain_csv: "cho R, Python, cơ sở dữ liệu", "for R, Python and databases";
    for_citation_lines: "mỗi bài một dòng, để chép vào báo cáo", "a line each, for a report";
    for_bibtex: "cho LaTeX, Zotero, JabRef", "for LaTeX, Zotero, JabRef";
    for_ris: "cho EndNote, Mendeley, Zotero", "for EndNote, Mendeley, Zotero";
    for_csl: "cho Zotero, Pandoc", "for Zotero, Pandoc";
    citations_group: "Trích dẫn", "Citations";
    cite: "Trích dẫn", "Cite";
    cite_articles: "Trích dẫn các bài", "Cite the articles";
    data_licence: "Dữ liệu và tóm tắt được cấp phép:", "Data and digests are under:";
    citation_lines: "Dòng trích dẫn", "Citation lines";
    download_csv: "CSV cho Excel", "CSV for Excel";
    download_plain_csv: "CSV cho máy", "CSV for machines";
    download_xlsx: "Excel (.xlsx)", "Excel (.xlsx)";
    help_xlsx: "Mở bằng Excel, LibreOffice hay Google Trang tính: số là số, dòng đầu luôn nhìn thấy, liên kết dẫn về chứng cứ. Cần làm báo cáo thì tải tệp này.",
        "Opens in Excel, LibreOffice or Google Sheets: numbers are numbers, the header stays in view, links lead to the evidence. Take this one for a report.";
    help_csv: "Mở bằng Excel khi không dùng được .xlsx: chữ có dấu đúng ngay, số thập phân theo ngôn ngữ của trang.",
        "Opens in Excel where .xlsx cannot be used: Vietnamese letters are right at once, decimals follow the language of the page.";
    help_plain_csv: "Cho R, Python, cơ sở dữ liệu: UTF-8 không dấu BOM, số thập phân dùng dấu chấm, tên cột và từ khoá cố định bằng tiếng Anh.",
        "For R, Python and databases: UTF-8 without a byte order mark, decimal points, fixed English names of columns and values.";
    help_json: "Toàn bộ kho, kèm lược đồ, cho người viết chương trình.", "The whole archive with its schema, for programmers.";
    help_citations: "Trích dẫn cho Zotero, EndNote, Word, LaTeX.", "Citations for Zotero, EndNote, Word, LaTeX.";
    which_file: "Nên tải tệp nào?", "Which one to take?";
    making_workbook: "Đang tạo tệp Excel …", "Making the workbook …";
    follow_feed: "Theo dõi bài mới (Atom)", "Follow new articles (Atom)";
    copy_image: "Chép ảnh", "Copy image";
    image_copied: "Đã chép ảnh", "Image copied";
    image_copy_failed: "Trình duyệt không cho chép ảnh; hãy tải PNG.",
        "The browser does not allow copying images; download the PNG instead.";
    download_failed: "Không tạo được tệp. Hãy thử SVG hoặc CSV.", "The file could not be made. Try SVG or CSV.";
    making_file: "Đang tạo tệp:", "Making the file:";
    download_offline: "Không có mạng; chưa lưu gì. Hãy thử lại khi có mạng.",
        "You are offline; nothing was saved. Try again once you are not.";
    download_incomplete: "Không tải được một phần dữ liệu; chưa lưu gì. Hãy thử lại.",
        "A part of the data could not be loaded; nothing was saved. Try again.";
    download_scrambled: "Trình duyệt này làm nhiễu hình để chống theo dõi nên PNG sẽ hỏng; chưa lưu gì. Hãy tải SVG.",
        "This browser scrambles pictures to prevent tracking, so a PNG would be noise; nothing was saved. Download the SVG.";
    saved: "Đã lưu", "Saved";
    embed: "Nhúng vào trang khác", "Embed in another page";
    embed_help: "Dán đoạn mã này vào trang của bạn. Khung chỉ có biểu đồ, nguồn và liên kết về đây.",
        "Paste this code into your page. The frame holds the chart, its source and a link back here.";
    embed_code: "Mã nhúng", "Embed code";
    copy_code: "Chép mã", "Copy code";
    copy_code_failed: "Trình duyệt không cho chép; hãy tự chép đoạn mã ở trên.",
        "The browser does not allow copying; copy the code above by hand.";
    embed_empty: "Không có biểu đồ nào cho phần xem này.", "There is no chart for this view.";
    full_page: "Xem trang đầy đủ", "See the full page";
    see_evidence: "Xem chứng cứ", "See the evidence";
    close_tooltip: "Đóng", "Close";
    clear_choices: "Bỏ mọi lựa chọn", "Clear all choices";
    no_figures: "Không có số liệu nào khớp tất cả các lựa chọn.", "No figure matches all the choices.";
    loosen: "Bỏ bớt một lựa chọn thì có:", "Without one of the choices there are:";
    compare_measures: "So sánh các số khác của phong trào này", "Compare the other numbers of this campaign";
    choose_figures: "Chọn trong trang Số liệu", "Choose on the figures page";
    too_many_to_draw: "Nhiều số liệu quá, chưa vẽ được. Chọn hẹp lại thì có biểu đồ:",
        "Too many figures to draw. A narrower choice has charts:";
    figures_lede: "Mỗi dòng một số liệu, đúng chữ báo in, có liên kết tới chỗ nêu ra nó.",
        "One figure a row, in the printed words, with a link to where it stands.";
    or_compare: "Hoặc so sánh các đơn vị trong từng phong trào:", "Or compare the organisations in one campaign:";
    as_table: "Bảng", "Table";
    ways_to_see: "Cách xem", "View as";
    sorted_by: "Xếp theo", "Sort by";
    printed_figure: "Số liệu như in", "As printed";
    units_apart: "Giá trị chỉ xếp trong cùng một đơn vị tính; khác đơn vị tính thì không so với nhau.",
        "Values are sorted within one unit; values of different units are not compared.";
    explorer_needs_script: "Không có JavaScript thì trang này chỉ có các dòng dưới đây. Lọc, xếp thứ tự và biểu đồ của phần đang chọn cần JavaScript; biểu đồ vẽ sẵn thì xem ở trang từng phong trào, từng đơn vị.",
        "Without JavaScript this page has only the rows below. Filters, sorting and charts of a choice need JavaScript; ready-made charts are on the pages of campaigns and organisations.";
    rows_coming: "Đang tải các dòng…", "The rows are on their way…";
    type_to_find: "Gõ để tìm", "Type to find";
    page_links: "Các trang của bảng", "Pages of the table";
    first_page: "Trang đầu", "First";
    previous_page: "‹ Trang trước", "‹ Previous";
    next_page: "Trang sau ›", "Next ›";
    last_page: "Trang cuối", "Last";
    all_figures_ready: "Cần tất cả? Mọi số liệu đã có sẵn trong các tệp dữ liệu của trang.",
        "Need all of them? Every figure is in the ready-made data files of this site.";
    to_the_data: "Đến các tệp dữ liệu", "To the data files";
    not_in_corpus: "không có trong kho dữ liệu", "not in the corpus";
    articles_period: "theo bài", "the article’s";
}
