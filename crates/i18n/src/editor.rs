//! Wording of the editor.

use thidua_core::domain::Lang;
use thidua_extract::DiagnosticKind;

use super::sentences::count;

phrases! {
    pasted: "Bài dán", "Pasted text";
    drafts: "Các bản nháp", "Drafts";
    no_drafts: "Chưa có bài nào trên bàn.", "No article lies on the desk yet.";
    remove: "Bỏ bản nháp", "Remove draft";
    merged_corpus: "Tải kho đã gộp", "Save the merged corpus";
    source_text: "Văn bản", "Source text";
    facts: "Dữ kiện", "Facts";
    names: "Tên phong trào", "Names of campaigns";
    doubts: "Cần xem lại", "To be looked at";
    accept: "Nhận", "Accept";
    accepted: "đã nhận", "accepted";
    edited: "đã sửa", "mended";
    rejected: "đã bỏ", "rejected";
    proposed: "chờ xem", "proposed";
    reject: "Bỏ", "Reject";
    take_back: "Xem lại", "Reconsider";
    edit: "Sửa", "Edit";
    save: "Lưu", "Save";
    cancel: "Thôi", "Cancel";
    undo: "Hoàn tác", "Undo";
    redo: "Làm lại", "Redo";
    accept_all: "Nhận mọi dữ kiện khớp, trừ máy đoán", "Accept all that verify, except guesses";
    preview: "Xem trước trang", "Preview the page";
    close_preview: "Đóng xem trước", "Close the preview";
    preview_title: "Trang sẽ thành ra như sau", "The page as it would be";
    preview_note: "Liên kết trong khung này mở các trang khác của bản xem trước, không rời bàn soạn.",
        "Links in this frame open other pages of the preview; they do not leave the workbench.";
    export_article: "Tải bài này (JSON + văn bản)", "Save this article (JSON + text)";
    export_draft: "Lưu bản nháp ra tệp", "Save the draft as a file";
    verified: "khớp chữ in", "stands in the text";
    not_verified: "chưa khớp", "does not verify";
    double: "đã có ở cùng dòng, không ghi hai lần", "said on this line already, not recorded twice";
    in_text: "Xem trong bài", "Show in the text";
    add_fact: "Thêm dữ kiện", "Add a fact";
    add_help: "Bôi đen chữ trong văn bản rồi chọn loại; hoặc gõ số dòng và đúng chữ in.",
        "Select words in the text and choose what they are; or type the line and the printed words.";
    what: "Là", "They are";
    line: "Dòng", "Line";
    words: "Chữ in", "Printed words";
    add: "Thêm", "Add";
    toggle_line: "Đưa dòng này vào bài hoặc ra khỏi bài", "Take this line into the article, or out of it";
    split_here: "Tách bài khác từ dòng này", "Another article begins on this line";
    keys: "Phím tắt", "Keys";
    keys_help: "Khi đang ở một thẻ dữ kiện: ↑ ↓ sang thẻ trước, sau · dấu cách nhận (xác nhận cả phần máy đoán) hoặc thôi nhận · Delete bỏ · Enter sửa · V xem trong bài · Ctrl+Z hoàn tác · Ctrl+Y làm lại. Esc đóng mẫu sửa.",
        "While a fact card has the focus: ↑ ↓ previous and next card · Space accept (and confirm its guesses) or reconsider · Delete reject · Enter edit · V show in the text · Ctrl+Z undo · Ctrl+Y redo. Esc closes the form.";
    label: "Nội dung được đếm", "What is counted";
    value: "Giá trị", "Value";
    value_to: "Đến (nếu là khoảng)", "To (of a range)";
    unit: "Tính bằng", "Unit";
    noun: "Chữ in của đơn vị tính", "Printed words of the unit";
    unit_unknown: "— chưa rõ —", "— unknown —";
    comparator: "Từ giới hạn nghĩa là", "The bound word means";
    role: "Vai trò", "Role";
    levels: "Cấp", "Levels";
    campaign: "Phong trào", "Campaign";
    none: "— không —", "— none —";
    organisation: "Đơn vị", "Organisation";
    articles_own: "đơn vị của bài", "the article’s";
    when_words: "Chữ in của thời gian", "Printed words of the period";
    when: "Thời gian (EDTF; để trống thì đọc từ chữ in)", "Period (EDTF; empty: read from the print)";
    part_of: "Nằm trong số liệu", "Share of the figure";
    apart: "Tính riêng, không phải in lại", "Count it: no repetition";
    repeats: "in lại một số liệu đã có, không ghi hai lần", "prints a figure again, not recorded twice";
    relation: "Bài nói gì", "What the article says";
    sector: "Khối", "Sector";
    person_role: "Chức vụ như in", "Role as printed";
    name: "Tên", "Name";
    kind: "Loại", "Kind";
    theme: "Chủ đề", "Theme";
    existing_name: "Trùng với trong kho", "In the corpus as";
    similar: "Giống trong kho", "Resembles in the corpus";
    new_name: "Tên mới, chưa có trong kho", "New: not in the corpus";
    join: "Ghép vào", "Join";
    join_with: "Ghép với tên đã biết (tên hoặc mã)", "Join with a known name (name or id)";
    keep_apart: "Để riêng", "Keep apart";
    kept_apart_note: "để riêng", "kept apart";
    split: "Tách thành từng bài", "Split into articles";
    new_corpus: "Kho đang dùng", "Corpus in use";
    site_corpus: "kho của trang này", "the corpus of this site";
    repeats_article: "Bài này hình như đã có trong kho", "The corpus seems to hold this article already";
    contradicts: "Khác với số liệu đã có", "Known figures say otherwise";
    not_article: "không thuộc bài", "not the article";
    kicker: "Dòng trên tiêu đề", "Kicker";
    headline: "Tiêu đề", "Headline";
    byline: "Tác giả", "Author";
    published: "Ngày đăng", "Published";
    source: "Báo", "Newspaper";
    article_organisation: "Đơn vị của bài", "Organisation of the article";
    covers: "Bài nói về thời gian", "Period reported on";
    figure: "Số liệu", "Figure";
    mention: "Phong trào", "Campaign";
    phase: "Đợt", "Round";
    person: "Người", "Person";
    copy_exact: "Đúng bản lưu: dấu vân tay trùng từng byte.",
        "This is the stored copy: the fingerprint is the same byte for byte.";
    copy_differs: "Bản của bạn không trùng bản lưu từng byte, nên mỗi dữ kiện được tìm lại trong đó.",
        "Your copy is not the stored one byte for byte, so every fact was looked for in it.";
    reading: "Đang đọc…", "Reading…";
    failed: "Bàn soạn dừng lại:", "The workbench has stopped:";
    too_large: "kho dữ liệu này quá lớn để mở trong trình duyệt. Hãy thêm bài bằng dòng lệnh: thidua ingest.",
        "this collection is too large to be opened in a browser. Add articles on the command line: thidua ingest.";
    not_saved: "Trình duyệt không cho tải tệp.", "The browser does not allow saving the file.";
    not_read: "không đọc được tệp này.", "this file cannot be read.";
    storage_full: "Bộ nhớ của trình duyệt đã đầy hoặc bị chặn: bản nháp này chưa được giữ. Hãy lưu bản nháp ra tệp.",
        "The browser’s store is full or blocked: this draft is not kept. Save it as a file.";
    storage_unreadable: "Trình duyệt không cho đọc các bản nháp đã giữ.", "The browser does not allow reading the drafts that are kept.";
    no_preview: "Trang này không xem trước được.", "This page cannot be previewed.";
    nothing_pasted: "Chưa có chữ nào để đọc.", "There is nothing to read yet.";
    copy_cleared: "Đã xoá văn bản khỏi trang.", "The text is cleared from the page.";
    copy_position: "Chữ in trong bài", "In the text";
    copy_moved: "khớp, ở dòng khác với bản lưu", "verifies, on another line than in the stored copy";
    copy_stays_in_page: "Văn bản chỉ nằm trong trang đang mở: không gửi đi, không lưu lại.",
        "The text is only in this open page: it is not sent and not kept.";
}

/// "352 dữ kiện".
pub fn facts_count(number: usize, lang: Lang) -> String {
    match (lang, number) {
        (Lang::Vi, _) => format!("{} dữ kiện", count(number, lang)),
        (Lang::En, 1) => "1 fact".to_owned(),
        (Lang::En, _) => format!("{} facts", count(number, lang)),
    }
}

/// Progress of the review of a draft.
pub fn progress(taken: usize, rejected: usize, all: usize, lang: Lang) -> String {
    let facts = facts_count(all, lang);
    let [taken, rejected, open] = [taken, rejected, all - taken - rejected].map(|number| count(number, lang));
    match lang {
        Lang::Vi => format!("{facts}: {taken} đã nhận, {rejected} đã bỏ, {open} chờ xem"),
        Lang::En => format!("{facts}: {taken} accepted, {rejected} rejected, {open} to go"),
    }
}

/// Message: a text was read.
pub fn text_read(name: &str, facts: usize, diagnostics: usize, lang: Lang) -> String {
    let (found, diagnostics) = (facts_count(facts, lang), count(diagnostics, lang));
    match lang {
        Lang::Vi => format!("Đã đọc “{name}”: {found}, {diagnostics} điều cần xem lại."),
        Lang::En => format!("Read “{name}”: {found}, {diagnostics} to be looked at."),
    }
}

/// Number of entries that an article adds to the corpus or changes in it.
pub fn corpus_additions(new: usize, changed: usize, lang: Lang) -> String {
    let [new, changed] = [new, changed].map(|number| count(number, lang));
    match lang {
        Lang::Vi => format!("Kho sẽ thêm {new} mục mới và bổ sung {changed} mục đã có"),
        Lang::En => format!("The corpus gains {new} new entries, and adds to {changed} known ones"),
    }
}

/// Translates one line of the change list of [`thidua_extract::add_article`].
pub fn corpus_addition(said: &str, lang: Lang) -> String {
    let things = [
        ("source ", "báo "),
        ("organisation ", "đơn vị "),
        ("unit ", "đơn vị tính "),
        ("campaign ", "phong trào "),
        ("article ", "bài "),
    ];
    let verbs = [
        (" gets the name ", " thêm tên "),
        (" is also printed ", " cũng được in "),
        (" gets the printed form ", " thêm cách in "),
    ];
    let thing = things.into_iter().find(|(en, _)| said.starts_with(en)).filter(|_| lang == Lang::Vi);
    let Some((en, vi)) = thing else { return said.to_owned() };
    let said = said.replacen(en, vi, 1);
    verbs.into_iter().fold(said, |said, (en, vi)| said.replacen(en, vi, 1))
}

/// Message: a draft was deleted.
pub fn draft_removed(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Đã bỏ bản nháp “{name}”."),
        Lang::En => format!("Draft “{name}” removed."),
    }
}

/// Message: all verified facts were accepted.
pub fn accepted_all(number: usize, lang: Lang) -> String {
    let facts = facts_count(number, lang);
    match lang {
        Lang::Vi => format!("Đã nhận {facts}."),
        Lang::En => format!("{facts} accepted."),
    }
}

/// Message: a pasted text was split.
pub fn split_into(number: usize, lang: Lang) -> String {
    let number = count(number, lang);
    match lang {
        Lang::Vi => format!("Đã tách thành {number} bài."),
        Lang::En => format!("Split into {number} articles."),
    }
}

/// Message: another corpus is in use.
pub fn corpus_replaced(name: &str, articles: usize, lang: Lang) -> String {
    let articles = count(articles, lang);
    match lang {
        Lang::Vi => format!("Đang dùng kho “{name}” với {articles} bài; các bản nháp sẽ gộp vào đó."),
        Lang::En => format!("Corpus “{name}” with {articles} articles is in use; drafts will go into it."),
    }
}

/// Message: files are ready.
pub fn saved(files: &[String], left_out: usize, lang: Lang) -> String {
    let names = files.join(", ");
    let n = count(left_out, lang);
    let rest = match (lang, left_out) {
        (_, 0) => String::new(),
        (Lang::Vi, _) => format!(" {n} dữ kiện đã nhận nhưng chưa khớp được để lại trên bàn."),
        (Lang::En, _) => format!(" {n} accepted facts that do not verify stay on the desk."),
    };
    match lang {
        Lang::Vi => format!("Đã tạo {names}.{rest}"),
        Lang::En => format!("Made {names}.{rest}"),
    }
}

/// Number of facts of an article that stand in a reader's copy.
pub fn copy_summary(right: usize, all: usize, lang: Lang) -> String {
    let right = count(right, lang);
    match lang {
        Lang::Vi => format!("{right} trên {} khớp với chữ in trong bản của bạn.", facts_count(all, lang)),
        Lang::En => format!("{right} of {} stand in your copy.", facts_count(all, lang)),
    }
}

/// Diagnostic in words, and what to do about it.
pub const fn diagnostic(kind: DiagnosticKind, lang: Lang) -> [&'static str; 2] {
    if let Lang::En = lang {
        return [kind.message(), kind.hint()];
    }
    match kind {
        DiagnosticKind::Empty => ["văn bản trống", "hãy dán văn bản của một bài báo"],
        DiagnosticKind::NoArticle => {
            ["không thấy đoạn văn nào của một bài báo", "hãy dán cả các đoạn văn của bài"]
        }
        DiagnosticKind::NoHeadline => {
            ["không thấy dòng nào có thể là tiêu đề", "bôi đen tiêu đề rồi chọn “Tiêu đề”"]
        }
        DiagnosticKind::OtherGenre => [
            "bài không nói về công đoàn hay thi đua: không lấy dữ kiện nào",
            "nếu đúng là bài về thi đua, hãy tự thêm dữ kiện",
        ],
        DiagnosticKind::SeveralArticles => {
            ["hình như một bài khác bắt đầu ở đây", "tách văn bản: mỗi bài một bản nháp"]
        }
        DiagnosticKind::Invisible => ["có ký tự ẩn trong văn bản", "chúng đã được bỏ đi khi đọc"],
        DiagnosticKind::JoinedLines => {
            ["đã nối những dòng bị ngắt giữa câu", "xem lại trong văn bản: mỗi đoạn văn một dòng"]
        }
        DiagnosticKind::BrokenLine => [
            "dòng bị ngắt giữa câu, không rõ câu tiếp ở đâu",
            "hãy sửa trong văn bản gốc để mỗi đoạn văn nằm trên một dòng",
        ],
        DiagnosticKind::LongLine => {
            ["dòng dài hơn mọi đoạn văn: không lấy dữ kiện từ đó", "hãy để mỗi đoạn văn một dòng"]
        }
        DiagnosticKind::Unclosed => ["dấu ngoặc kép không đóng", "xem tên kết thúc ở đâu"],
        DiagnosticKind::QuotedName => {
            ["tên trong ngoặc kép mà không rõ là gì", "nếu là phong trào, hãy thêm nó"]
        }
        DiagnosticKind::UnknownUnit => ["chưa biết đơn vị tính này", "chọn một đơn vị tính, hoặc bỏ dữ kiện"],
        DiagnosticKind::TableNumber => ["số trong bảng, đơn vị tính nằm ở chỗ khác", "hãy tự nhập"],
        DiagnosticKind::Malformed => [
            "dấu trong số này không thành một con số",
            "đối chiếu với bản gốc; nếu chép sai, hãy sửa văn bản",
        ],
        DiagnosticKind::Ratio => ["bao nhiêu trên bao nhiêu: không đọc được", "hãy tự nhập cả hai số"],
        DiagnosticKind::UnclearNumber => [
            "chưa chắc con số ở đây là số nào nên không lấy",
            "đối chiếu với bản gốc; nếu chép hay quét sai, hãy sửa văn bản",
        ],
        DiagnosticKind::UnclearBound => [
            "chưa rõ số này là đúng bằng, hơn hay kém nên không lấy",
            "đối chiếu với bản gốc; nếu chép hay quét sai, hãy sửa văn bản",
        ],
        DiagnosticKind::VagueNumber => {
            ["số ước chừng (vài, dăm, mấy…) nên không lấy", "số này không lập thành dữ kiện được"]
        }
        DiagnosticKind::UnequalSums => [
            "số tiền bằng số và bằng chữ không khớp nhau nên không lấy số nào",
            "xem trong bản gốc số nào đúng",
        ],
        DiagnosticKind::Ambiguous => ["chữ này có hơn một lần trên dòng", "thêm chữ cho đến khi chỉ có một"],
        DiagnosticKind::NoOrganisation => {
            ["không thấy đơn vị mà bài nói về", "bôi đen tên đơn vị rồi chọn “Đơn vị của bài”"]
        }
        DiagnosticKind::OrganisationWithoutPlace => {
            ["tên đơn vị trong bài thiếu địa danh", "sửa tên đơn vị cho đủ, thí dụ thêm tên tỉnh"]
        }
    }
}

/// Message: lines of a text were joined.
pub fn joined_lines(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Đã nối {number} dòng bị ngắt giữa câu; hãy xem lại trong văn bản."),
        Lang::En => {
            format!("{number} lines that were broken inside sentences were joined; check them in the text.")
        }
    }
}
