//! Data dictionary: what every table and column of `du-lieu/` holds, Vietnamese and English side by side. The tables themselves are
//! in `site/src/exports/tables/facts.rs`.

/// A text in Vietnamese and English.
pub type Described = [&'static str; 2];

macro_rules! dictionary {
    ($($name:ident: $vi:literal, $en:literal;)*) => {
        $(
            #[doc = $en]
            pub const $name: Described = [$vi, $en];
        )*
    };
}

dictionary! {
    SOURCES: "Các tờ báo.", "Newspapers.";
    SOURCES_ID: "Mã của tờ báo.", "The newspaper's id.";
    SOURCES_NAME: "Tên báo.", "Its name.";
    SOURCES_SITE: "Tên miền trang của báo.", "Its site's host name.";
    SOURCES_ATTRIBUTION: "Câu mà tờ báo đề nghị ghi khi dẫn nguồn.", "The words with which it asks to be named.";
    UNITS: "Đơn vị tính.", "Units of counting.";
    UNITS_ID: "Mã của đơn vị tính.", "The unit's id.";
    UNITS_NAME_VI: "Tên tiếng Việt.", "Its Vietnamese name.";
    UNITS_NAME_EN: "Tên tiếng Anh.", "Its English name.";
    UNITS_DIMENSION: "Loại đại lượng.", "What kind of quantity it is.";
    CAMPAIGNS: "Phong trào, chương trình, cuộc vận động, hội thi, đợt thi đua, danh hiệu và chủ đề.", "Movements, programmes, drives, contests, rounds, titles and themes.";
    CAMPAIGNS_ID: "Mã của phong trào.", "The campaign's id.";
    CAMPAIGNS_NAME: "Tên tiếng Việt.", "Its Vietnamese name.";
    CAMPAIGNS_NAME_EN: "Nghĩa của tên, bằng tiếng Anh.", "What the name says, in English.";
    CAMPAIGNS_KIND: "Loại: phong trào, chương trình, danh hiệu …", "What it is.";
    CAMPAIGNS_SECTOR: "Khối thực hiện.", "Among whom it is run.";
    CAMPAIGNS_LAUNCHED_BY: "Nơi phát động.", "Who launched it.";
    CAMPAIGNS_SUMMARY_VI: "Một câu giới thiệu do chúng tôi viết.", "What it is, in a sentence of ours.";
    CAMPAIGNS_SUMMARY_EN: "Câu ấy bằng tiếng Anh.", "The same in English.";
    CAMPAIGNS_PAGE: "Trang của phong trào; trống nếu lúc dựng chưa biết địa chỉ trang web.", "Its page; empty where the address of the site was not known.";
    CAMPAIGN_NAMES: "Các cách viết khác đã in của tên phong trào, kể cả in sai.", "Other printed names of campaigns, misprints included.";
    CAMPAIGN_NAMES_CAMPAIGN: "Phong trào.", "The campaign.";
    CAMPAIGN_NAMES_NAME: "Cách viết.", "The name.";
    PLACED_ARTICLE: "Bài báo đã in ra nó.", "The article that prints it.";
    PLACED_LINE: "Dòng trong bản lưu, tính từ 1.", "The line of the source text, from 1.";
    DIGESTS: "Tóm tắt do chúng tôi viết, từng đoạn.", "Our own digests, paragraph by paragraph.";
    DIGESTS_DIGEST_VI: "Tóm tắt của đoạn.", "The digest of the paragraph.";
    DIGESTS_DIGEST_EN: "Tóm tắt ấy bằng tiếng Anh.", "The same in English.";
    PEOPLE: "Những người được nêu tên trong bài.", "People named in articles.";
    PEOPLE_NAME: "Họ tên, một ô như tên người Việt.", "The name, one field as Vietnamese names are.";
    PEOPLE_ROLE: "Chức danh như in.", "The role as printed.";
    PEOPLE_ROLE_EN: "Chức danh ấy bằng tiếng Anh.", "The same in English.";
    PEOPLE_ORGANISATION: "Nơi giữ chức danh.", "Where they have it.";
    MENTIONS: "Phong trào được nêu trong bài, và việc đã làm với nó.", "Campaigns named in articles, and what was done with them.";
    MENTIONS_CAMPAIGN: "Phong trào.", "The campaign.";
    MENTIONS_AS_WRITTEN: "Tên như in.", "Its name as printed.";
    MENTIONS_RELATION: "Việc đã làm với phong trào.", "What was done with it.";
    MENTIONS_SECTOR: "Khối thực hiện.", "Among whom.";
    PHASES: "Các đợt có ngày tháng: đợt thi đua, cao điểm, lễ phát động.", "Dated stretches of campaigns: rounds, peaks, launches.";
    PHASES_CAMPAIGN: "Phong trào được thực hiện.", "The campaign that is run.";
    PHASES_NAME: "Tên đợt như in.", "The printed name.";
    PHASES_WHEN: "Ngày tháng, viết theo EDTF.", "Its dates, EDTF.";
    PHASES_AS_WRITTEN: "Ngày tháng như in.", "The printed words of the dates.";
    PHASES_THEME: "Chủ đề của đợt.", "Its theme.";
    FIGURES: "Số liệu, mỗi dòng một số, kèm chữ đã in.", "Quantities, one a row, each with its printed words.";
    FIGURES_ID: "Mã của số liệu.", "The figure's id.";
    FIGURES_LABEL_VI: "Đếm cái gì.", "What is counted.";
    FIGURES_LABEL_EN: "Đếm cái gì, bằng tiếng Anh.", "The same in English.";
    FIGURES_COMPARATOR: "Số này giới hạn số thật ra sao: chỉ `eq` là đúng bằng.", "How the number bounds the true one: only `eq` is exact.";
    FIGURES_VALUE: "Con số đã in, quy về đơn vị gốc; là giới hạn hay ước lượng trừ khi `comparator` là `eq`.", "The printed number, in the unit's base; a bound or an approximation unless `comparator` is `eq`.";
    FIGURES_VALUE_TO: "Đầu trên của một khoảng.", "The upper end of a range.";
    FIGURES_UNIT: "Đơn vị tính.", "What is counted.";
    FIGURES_WORD: "Từ giới hạn như in: trên, gần, tối thiểu …", "The printed bound word.";
    FIGURES_AS_WRITTEN: "Chữ đã in, kể cả từ giới hạn.", "The printed words, bound word included.";
    FIGURES_ROLE: "Vai trò: kết quả, mục tiêu, tham gia, nguồn lực, kế hoạch.", "What it is in the life of a campaign.";
    FIGURES_ACT: "Loại việc công nhận đã in; `proposed` và `registered` là chưa được trao.", "Kind of the printed verb of recognition; `proposed` and `registered` are not given.";
    FIGURES_ACT_AS_WRITTEN: "Động từ ấy như in.", "That verb as printed.";
    FIGURES_CAMPAIGN: "Phong trào mà số liệu thuộc về.", "The campaign that it belongs to.";
    FIGURES_ORGANISATION: "Số liệu của đơn vị nào.", "Whose figure it is.";
    FIGURES_WHEN: "Thời gian mà số liệu nói tới, viết theo EDTF.", "The period that it speaks of, EDTF.";
    FIGURES_WHEN_AS_WRITTEN: "Thời gian ấy như in.", "The printed words of that period.";
    FIGURES_PART_OF: "Số liệu mà nó là một phần.", "The figure of which it is a share.";
    FIGURES_MEASURE: "Giống nhau ở những số liệu đo cùng một thứ.", "Equal where figures measure the same.";
    FIGURES_CONFIRMED: "Các mục máy đoán đã có người xác nhận, cách nhau bằng dấu |.", "Guessed fields that a person has confirmed, parted by |.";
    FIGURES_GUESSED: "Các mục còn là máy đoán, cách nhau bằng dấu |.", "Fields that are still a machine's guess, parted by |.";
    FIGURES_PAGE: "Trang của số liệu; trống nếu lúc dựng chưa biết địa chỉ trang web.", "Its page; empty where the address of the site was not known.";
    FIGURE_LEVELS: "Cấp công nhận, theo thứ tự luật định.", "Who recognised: levels in their legal order.";
    FIGURE_LEVELS_FIGURE: "Số liệu.", "The figure.";
    FIGURE_LEVELS_LEVEL: "Cấp.", "The level.";
    FIGURE_CAMPAIGNS: "Mọi phong trào mà một số liệu đếm, phong trào chính trước.", "Every campaign that a figure counts, the main one first.";
    FIGURE_CAMPAIGNS_FIGURE: "Số liệu.", "The figure.";
    FIGURE_CAMPAIGNS_CAMPAIGN: "Phong trào.", "The campaign.";
    ORGANISATIONS: "Các đơn vị được nêu trong bài.", "Organisations named in articles.";
    ORGANISATIONS_ID: "Mã của đơn vị.", "The organisation's id.";
    ORGANISATIONS_NAME: "Tên tiếng Việt.", "Its Vietnamese name.";
    ORGANISATIONS_NAME_EN: "Tên tiếng Anh.", "Its English name.";
    ORGANISATIONS_KIND: "Loại đơn vị.", "What it is.";
    ORGANISATIONS_LOCALITY: "Địa bàn.", "Where it is.";
    ORGANISATIONS_PARENT: "Đơn vị cấp trên.", "The organisation above it.";
    ORGANISATIONS_ALIASES: "Các tên khác đã in, cách nhau bằng dấu |.", "Other printed names, parted by |.";
    ORGANISATIONS_VALID: "Thời gian mang tên này, viết theo EDTF.", "When it existed under this name, EDTF.";
    ORGANISATIONS_PAGE: "Trang của đơn vị; trống nếu lúc dựng chưa biết địa chỉ trang web.", "Its page; empty where the address of the site was not known.";
    ARTICLES: "Các bài báo.", "Newspaper articles.";
    ARTICLES_ID: "Mã của bài.", "The article's id.";
    ARTICLES_HEADLINE: "Tiêu đề như in.", "The headline as printed.";
    ARTICLES_HEADLINE_EN: "Nghĩa của tiêu đề, bằng tiếng Anh.", "What it says, in English.";
    ARTICLES_SOURCE: "Tờ báo, nếu bản lưu có nêu.", "The newspaper, where the text names it.";
    ARTICLES_URL: "Địa chỉ bài gốc, nếu biết.", "Where the article stands, where known.";
    ARTICLES_BYLINE: "Tác giả như in, cách nhau bằng dấu |.", "The authors as printed, parted by |.";
    ARTICLES_PUBLISHED: "Ngày đăng, viết theo EDTF.", "When it was published, EDTF.";
    ARTICLES_COVERS: "Giai đoạn mà bài nói tới, viết theo EDTF.", "The period that it reports on, EDTF.";
    ARTICLES_COVERS_AS_WRITTEN: "Giai đoạn ấy như in.", "The printed words of that period.";
    ARTICLES_ORGANISATION: "Đơn vị mà bài viết về.", "Whom it reports on.";
    ARTICLES_GUESSED: "`organisation` nếu đơn vị của bài còn là máy đoán; trống khi đã có người xác nhận.", "`organisation` if whom it reports on is still a machine's guess; empty once a person has confirmed it.";
    ARTICLES_TEXT: "Tên tệp bản lưu.", "The name of its source text.";
    ARTICLES_TEXT_SHA256: "Dấu vân tay SHA-256 của bản lưu.", "SHA-256 of that text.";
    ARTICLES_PAGE: "Trang của bài; trống nếu lúc dựng chưa biết địa chỉ trang web.", "Its page; empty where the address of the site was not known.";
}
