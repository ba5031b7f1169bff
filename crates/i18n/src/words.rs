//! Fixed phrases.

use thidua_core::domain::Lang;

macro_rules! table {
    ($($name:ident: $vi:literal, $en:literal;)*) => {
        /// All fixed phrases of the interface in one language.
        ///
        /// `facet_unit` and `facet_campaign` are labels of figure properties in the explorer; the search has no such facets.
        #[derive(Debug)]
        #[allow(missing_docs, reason = "a phrase is its own description")]
        pub struct Words {
            $(pub $name: &'static str,)*
        }

        const VI: Words = Words { $($name: $vi,)* };
        const EN: Words = Words { $($name: $en,)* };
    };
}

/// Returns the phrases of `lang`.
pub const fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    }
}

table! {
    site_name: "Thi đua", "Thi đua";
    tagline: "Phong trào thi đua công đoàn, từng số liệu dẫn về chữ in trên báo",
        "Trade-union emulation campaigns, every figure traced to its printed words";
    skip_to_content: "Đến nội dung chính", "Skip to content";
    skip_to_results: "Đến kết quả", "Skip to results";
    menu: "Menu", "Menu";
    main_menu: "Các trang", "Pages";
    other_language: "English", "Tiếng Việt";
    theme: "Sáng / tối", "Light / dark";

    nav_home: "Bài báo", "Articles";
    nav_campaigns: "Phong trào", "Campaigns";
    nav_organisations: "Đơn vị", "Organisations";
    nav_figures: "Số liệu", "Figures";
    nav_years: "Từng năm", "By year";
    nav_comparison: "So sánh", "Compare";
    nav_differences: "Chỗ các bài khác nhau", "Where articles differ";
    nav_timeline: "Dòng thời gian", "Timeline";
    nav_about: "Giới thiệu", "About";

    search: "Tìm", "Search";
    search_label: "Tìm trong bài báo, phong trào, đơn vị và số liệu",
        "Search articles, campaigns, organisations and figures";
    search_placeholder: "lao dong gioi, “sáng kiến”, nam:2022 …", "lao dong gioi, “sáng kiến”, nam:2022 …";
    clear_all: "Bỏ mọi điều kiện", "Clear everything";
    no_results: "Không có bài nào khớp.", "No article matches.";
    no_results_help: "Thử bớt một từ, bỏ một điều kiện lọc, hoặc gõ không dấu. Có thể xem tất cả phong trào và số liệu ở các trang dưới đây.",
        "Try fewer words, remove a filter, or type without marks. All campaigns and figures are on the pages below.";
    suggestions: "Gợi ý", "Suggestions";
    filters: "Lọc", "Filter";
    close: "Đóng", "Close";
    sort_by: "Sắp xếp", "Sort by";
    sort_relevance: "Khớp nhất", "Best match";
    sort_newest: "Mới nhất trước", "Newest first";
    sort_oldest: "Cũ nhất trước", "Oldest first";
    sort_figures: "Nhiều số liệu nhất", "Most figures";
    show_more: "Xem thêm", "Show more";

    facet_organisation: "Đơn vị", "Organisation";
    facet_year: "Năm", "Year";
    facet_kind: "Loại", "Kind";
    facet_sector: "Khối", "Sector";
    facet_level: "Cấp công nhận", "Level";
    facet_role: "Loại số liệu", "Role of figures";
    facet_campaign: "Phong trào", "Campaign";
    facet_unit: "Tính bằng", "Unit";
    all: "Tất cả", "All";

    found_in: "Khớp ở", "Found in";
    place_headline: "tiêu đề", "headline";
    place_digest: "tóm tắt", "digest";
    place_campaign: "phong trào", "campaign";
    place_figure: "số liệu", "figure";
    place_phase: "đợt thi đua", "round";
    place_person: "người", "person";
    place_organisation: "đơn vị", "organisation";
    place_body: "toàn văn", "full text";

    year_not_stated: "không nêu năm", "year not stated";
    not_stated: "không nêu", "not stated";
    line: "dòng", "line";
    article: "Bài báo", "Article";
    articles: "Bài báo", "Articles";
    campaign: "Phong trào", "Campaign";
    campaigns: "Phong trào", "Campaigns";
    organisation: "Đơn vị", "Organisation";
    figure: "Số liệu", "Figure";
    figures: "Số liệu", "Figures";
    people: "Người được nêu", "People named";
    dates_not_stated: "không nêu ngày", "dates not stated";
    phases: "Đợt thi đua", "Rounds";
    theme_of_round: "Chủ đề", "Theme";
    digest: "Tóm tắt", "Digest";
    digest_and_facts: "Tóm tắt và dữ kiện, từng đoạn", "Digest and facts, paragraph by paragraph";
    digest_note: "Tóm tắt do chúng tôi viết; dữ kiện đứng cạnh đoạn đã in ra nó.",
        "The digest is written by us; each fact stands beside the paragraph that prints it.";
    full_text: "Toàn văn", "Full text";
    byline: "Tác giả", "By";
    published: "Đăng", "Published";
    covers: "Giai đoạn", "Period";
    source: "Nguồn", "Source";
    source_not_stated: "bản lưu không in tên báo", "the stored copy prints no newspaper name";
    original: "Bài gốc", "Original article";
    text_fingerprint: "Dấu vân tay bản lưu (SHA-256)", "Fingerprint of the stored copy (SHA-256)";
    text_lines: "Dòng của bài trong bản lưu", "Lines of the article in the stored copy";
    byline_not_stated: "không ghi tác giả", "no author printed";
    date_not_stated: "không ghi ngày đăng", "no date printed";

    as_printed: "Nguyên văn", "As printed";
    verified: "đã đối chiếu", "verified";
    not_verified: "chưa đối chiếu", "not verified";
    verified_reason: "Chương trình đã đọc bản lưu của bài báo và thấy đúng những chữ này ở đúng dòng này; con số, đơn vị, từ giới hạn, cấp và việc đã làm đọc lại từ đó trùng với số liệu đang hiển thị.",
        "The program read the stored copy of the article and found exactly these words on exactly this line; the number, unit, bound word, level and act read back from them equal what is shown here.";
    not_verified_reason: "Dữ liệu này chưa được đối chiếu với bản lưu của bài báo từ lần sửa gần nhất.",
        "These data have not been checked against the stored copy of the article since they last changed.";
    evidence: "Chứng cứ", "Evidence";
    value: "Giá trị", "Value";
    unit: "Tính bằng", "Unit";
    comparator: "Từ giới hạn", "Bound word";
    exact_number: "số đúng như in, không có từ giới hạn", "number as printed, no bound word";
    printed_bound_word: "Từ giới hạn đã in", "Printed bound word";
    act: "Việc đã làm", "Act";
    act_as_printed: "Việc đã làm, như in", "Act as printed";
    confirmed: "Người đã xác nhận", "Confirmed by a person";
    level: "Cấp", "Level";
    role: "Loại số liệu", "Role";
    period: "Thời gian", "Period";
    share_of: "Là một phần của", "Part of";
    what_is_counted: "Nội dung", "What is counted";
    related_figures: "Số liệu cùng bài, cùng đoạn", "Figures in the same paragraph";

    figures_table: "Bảng số liệu", "Table of figures";

    launched_by: "Nơi phát động", "Launched by";
    sector: "Khối", "Sector";
    kind: "Loại", "Kind";
    parent: "Trực thuộc", "Under";
    locality: "Địa bàn", "Place";
    other_names: "Tên khác", "Other names";
    who_and_when: "Ai làm, khi nào", "Who ran it, and when";
    printed_variants: "Cách viết đã in", "Printed variants";
    see_also: "Xem thêm", "See also";
    see_also_note: "Gần giống hoặc liên quan, nhưng được giữ riêng.", "Alike or related, and kept apart.";
    charts: "Biểu đồ", "Charts";
    chart_table: "Bảng số liệu của biểu đồ", "Data table of the chart";
    matrix: "Phong trào × đơn vị", "Campaigns × organisations";
    jump_to: "Đến mục", "Jump to";
    no_campaign_figures: "Các bài đang có không nêu số liệu nào cho phong trào này.",
        "The articles at hand state no figures for this campaign.";
    programme_by_year: "Phong trào, chương trình từng năm", "Campaigns and programmes, by year";
    peers_named: "Đơn vị khác được nêu trong các bài", "Other organisations named in the articles";
    reporting_organisations: "Đơn vị có bài báo", "Organisations with articles";

    targets: "Mục tiêu", "Targets";
    results: "Kết quả", "Results";
    inputs: "Nguồn lực", "Resources";
    others: "Số liệu khác", "Other figures";

    copy_link: "Chép liên kết", "Copy link";
    copied: "Đã chép", "Copied";
    copy_failed: "Trình duyệt không cho chép. Phần dưới đây đã được chọn sẵn, xin tự chép:",
        "The browser does not allow copying. This is selected for you to copy by hand:";
    text_copy_failed: "Trình duyệt không cho chép. Đoạn trích dẫn ở dưới đã được chọn sẵn, xin tự chép.",
        "The browser does not allow copying. The citation below is selected for you to copy by hand.";
    share: "Chia sẻ", "Share";
    print: "In", "Print";
    copy_citation: "Chép trích dẫn", "Copy citation";
    copy: "Chép", "Copy";
    qr_code: "Mã QR", "QR code";
    download_file: "Tải tệp", "Download";
    copy_view: "Chép liên kết tới phần đang xem", "Copy link to this view";

    timeline_lede: "Các đợt thi đua, chủ đề và bài báo theo năm mà bài báo nói tới. Điều không nêu năm đứng ở cuối và không bị xếp vào năm nào.",
        "Rounds, themes and articles by the year that the articles speak of. What states no year stands last and is put into none.";
    only_named: "Đơn vị này được nêu tên trong các bài; chưa có bài nào viết riêng về nó.",
        "This organisation is named in the articles; none is about it yet.";
    children: "Đơn vị trực thuộc", "Organisations under it";
    timeline_undated: "Không nêu năm", "Year not stated";

    campaigns_launched: "Đã phát động", "Launched by it";
    moved_here: "Trang đã chuyển đến", "The page has moved to";
    glossary: "Chữ viết tắt", "Abbreviations";
    not_found_title: "Không có trang này", "There is no such page";
    not_found_text: "Địa chỉ có thể đã gõ nhầm, hoặc trang chưa từng có. Hãy tìm ở ô trên cùng, hoặc bắt đầu từ một trong các trang dưới đây.",
        "The address may be mistyped, or the page never existed. Search in the box above, or start from one of the pages below.";
    breadcrumb: "Bạn đang ở", "You are here";
    footer_rights: "Bài báo thuộc về tờ báo đã đăng. Trang này chỉ giữ dữ kiện và tóm tắt do chúng tôi viết.",
        "The articles belong to the newspaper that published them. This site holds facts and digests of our own.";
    footer_licence: "Mã nguồn: MIT hoặc Apache-2.0.", "Code: MIT or Apache-2.0.";
    downloads: "Tải dữ liệu", "Downloads";
    download_workbook: "mọi bảng trong một tệp, có trang giải thích; mở bằng Excel, LibreOffice, Google Trang tính", "all tables in one file, with a sheet that explains them; opens in Excel, LibreOffice, Google Sheets";
    download_archive: "mọi bảng CSV cho máy, có mô tả từng cột, cùng kho dữ liệu gốc", "all tables as CSV for machines with a description of every column, and the corpus itself";
    download_figures: "bảng số liệu; các bảng khác có liên kết ở từ điển dưới đây", "the table of figures; the other tables are linked in the dictionary below";
    download_corpus: "kho dữ liệu gốc", "the corpus itself";
    download_citations: "trích dẫn mọi bài báo", "citations of all articles";
    download_feed: "tin bài mới, cho phần mềm đọc tin", "new articles, for feed readers";
    data_schema: "Lược đồ dữ liệu", "Data schema";
}
