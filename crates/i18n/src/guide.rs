//! The guide: its chapters with titles and summaries. Their text is in `docs/vi` and `docs/en`.

use thidua_core::domain::Lang;

use crate::pick;

phrases! {
    title: "Hướng dẫn", "Guide";
    lede: "Cách đọc, lấy số liệu, soạn bài và đưa trang lên mạng. Mỗi trang vài bước, gọi đúng tên các nút.",
        "How to read, take figures away, add articles and publish. A few steps a page, with the names of the buttons.";
    all_chapters: "Mọi trang hướng dẫn", "All pages of the guide";
    previous: "Trang trước", "Previous page";
    next: "Trang sau", "Next page";
    neighbours: "Trang trước và trang sau", "Previous and next page";
    open_workbench: "Mở bàn soạn", "Open the workbench";
    for_readers: "Cho người đọc", "For readers";
    for_archivists: "Cho người soạn", "For archivists";
}

/// A page of the guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the table below has the title of each")]
pub enum Chapter {
    Find,
    Take,
    FirstArticle,
    Guesses,
    Publish,
    Hosts,
    Moving,
    Names,
    Verified,
    Trouble,
}

/// Readers of a chapter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// People who search, read and take figures away.
    Readers,
    /// People who add articles and publish the site.
    Archivists,
}

impl Chapter {
    /// All chapters, in the order of reading.
    pub const ALL: [Chapter; 10] = [
        Chapter::Find,
        Chapter::Take,
        Chapter::FirstArticle,
        Chapter::Guesses,
        Chapter::Publish,
        Chapter::Hosts,
        Chapter::Moving,
        Chapter::Names,
        Chapter::Verified,
        Chapter::Trouble,
    ];

    /// Last part of the address of the chapter, and name of its file.
    pub const fn slug(self) -> &'static str {
        match self {
            Chapter::Find => "tim-va-doc",
            Chapter::Take => "so-tai-trich-dan-in",
            Chapter::FirstArticle => "bai-dau-tien",
            Chapter::Guesses => "cho-may-doan",
            Chapter::Publish => "xuat-ban",
            Chapter::Hosts => "dua-len-mang",
            Chapter::Moving => "chuyen-may",
            Chapter::Names => "sua-ten",
            Chapter::Verified => "da-doi-chieu",
            Chapter::Trouble => "khi-co-loi",
        }
    }

    /// Returns the chapter with that slug.
    ///
    /// ```
    /// use thidua_i18n::guide::Chapter;
    /// assert_eq!(Chapter::by_slug("xuat-ban"), Some(Chapter::Publish));
    /// ```
    pub fn by_slug(slug: &str) -> Option<Chapter> {
        Chapter::ALL.into_iter().find(|chapter| chapter.slug() == slug)
    }

    /// Readers of the chapter.
    pub const fn audience(self) -> Audience {
        match self {
            Chapter::Find | Chapter::Take => Audience::Readers,
            _ => Audience::Archivists,
        }
    }

    /// Title of the chapter.
    pub const fn title(self, lang: Lang) -> &'static str {
        let (vi, en) = match self {
            Chapter::Find => (
                "Tìm và đọc một bài, một phong trào, một số liệu",
                "Find and read an article, a campaign, a figure",
            ),
            Chapter::Take => ("So sánh, tải về, trích dẫn, in", "Compare, download, cite, print"),
            Chapter::FirstArticle => ("Bài đầu tiên trong năm phút", "The first article in five minutes"),
            Chapter::Guesses => ("Chỗ máy đoán và chỗ nghi ngờ", "Guesses and doubts"),
            Chapter::Publish => {
                ("Xuất bản: một tệp, ZIP, thư mục, gói kho", "Publish: one file, ZIP, folder, corpus package")
            }
            Chapter::Hosts => ("Đưa lên mạng", "Put it on the web"),
            Chapter::Moving => ("Chuyển máy, chuyển trang", "Move to another machine or address"),
            Chapter::Names => ("Sửa một cái tên", "Mend a name"),
            Chapter::Verified => ("Dấu “đã đối chiếu” nghĩa là gì", "What “verified” means"),
            Chapter::Trouble => ("Khi có lỗi", "When something goes wrong"),
        };
        pick(lang, vi, en)
    }

    /// One sentence about the chapter.
    pub const fn summary(self, lang: Lang) -> &'static str {
        let (vi, en) = match self {
            Chapter::Find => (
                "Ô tìm, cột lọc, trang của bài báo, phong trào và số liệu, và cách hiểu “trên”, “lượt”, “không nêu”.",
                "The search box, filters, the pages of articles, campaigns and figures, and how to read bounds.",
            ),
            Chapter::Take => (
                "Chọn số liệu để so, tải biểu đồ và bảng, chép dòng trích dẫn, in ra giấy.",
                "Choose figures to compare, take charts and tables, copy citations, print.",
            ),
            Chapter::FirstArticle => (
                "Dán một bài báo, xem chỗ máy đoán, xuất bản: ngay trong trình duyệt, không cài gì.",
                "Paste an article, look over the guesses, publish: in the browser, nothing installed.",
            ),
            Chapter::Guesses => (
                "Thẻ dữ kiện ghi gì, việc của người soạn là gì, thêm điều máy bỏ sót thế nào.",
                "What the cards say, what is left to a person, how to add what was missed.",
            ),
            Chapter::Publish => (
                "Bốn cách lấy trang ra, mỗi cách hợp với việc nào.",
                "Four ways to take the site out, and what each is for.",
            ),
            Chapter::Hosts => (
                "Netlify Drop, GitHub Pages, thư mục dùng chung, USB, máy chủ của cơ quan: từng bước.",
                "Netlify Drop, GitHub Pages, a shared folder, a USB stick, your own server: step by step.",
            ),
            Chapter::Moving => (
                "Giữ cái gì, mở lại ở máy khác, đổi địa chỉ, giao cho người khác làm tiếp.",
                "What to keep, opening it elsewhere, a new address, handing it over.",
            ),
            Chapter::Names => (
                "Đổi tên, ghép, tách phong trào; chữ in của bài và liên kết cũ giữ nguyên.",
                "Rename, join or split campaigns; printed words and old links stay.",
            ),
            Chapter::Verified => (
                "Máy kiểm tra gì, không kiểm tra gì, khi nào dấu mất, tự kiểm tra thế nào.",
                "What is checked and what is not, when the mark is lost, how to check yourself.",
            ),
            Chapter::Trouble => {
                ("Thấy gì thì làm gì, theo từng việc.", "What you see, and what to do about it.")
            }
        };
        pick(lang, vi, en)
    }
}
