//! Wording of problems of a corpus, by their codes.

use thidua_core::corpus::{IdKind, Problem, ProblemCode, ProblemValue, quote};
use thidua_core::domain::{FileStemFault, Lang, MAX_FILE_STEM_BYTES};
use thidua_core::text::HiddenKind;
use thidua_core::text::quantity::UnreadCause;

/// The message of a code.
pub fn message(code: &ProblemCode, lang: Lang) -> String {
    match lang {
        Lang::En => code.to_string(),
        Lang::Vi => vietnamese_message(code),
    }
}

fn vietnamese_message(code: &ProblemCode) -> String {
    let text = match code {
        ProblemCode::EmptyText => "chữ bị bỏ trống",
        ProblemCode::HiddenCharacter(kind) => return format!("chữ chứa {}", vietnamese_hidden_kind(*kind)),
        ProblemCode::Unserializable(reason) => return format!("không ghi được kho dữ liệu: {reason}"),
        ProblemCode::NotASlug => "id không đúng dạng",
        ProblemCode::IdTooLong => "id quá dài để làm tên tệp",
        ProblemCode::ReservedFolderName => {
            "Windows giữ riêng tên này: trang có thư mục tên ấy không chép sang Windows được"
        }
        ProblemCode::DuplicateId { kind, id } => {
            return format!("trùng id {} {}", vietnamese_id_kind(*kind), quote(id));
        }
        ProblemCode::IdsDifferInCase { kind, first, second } => {
            return format!(
                "id {} {} và {} chỉ khác nhau ở chữ hoa chữ thường",
                vietnamese_id_kind(*kind),
                quote(first),
                quote(second)
            );
        }
        ProblemCode::DuplicateAbbreviation(text) => return format!("trùng chữ viết tắt {}", quote(text)),
        ProblemCode::RedirectedIdInUse(id) => {
            return format!("{} đã chuyển hướng mà vẫn còn dùng", quote(id));
        }
        ProblemCode::RedirectCycle => "chuyển hướng quay về chính nó",
        ProblemCode::RedirectToNothing => "chuyển hướng đến một id không có",
        ProblemCode::UnknownReference { kind, id } => {
            return format!("không có {} {}", vietnamese_id_kind(*kind), quote(id));
        }
        ProblemCode::CampaignNamedTwice(id) => return format!("{} đã được nêu", quote(id)),
        ProblemCode::OwnAncestor(id) => return format!("{} là cấp trên của chính nó", quote(id)),
        ProblemCode::NoMainCampaign => "có phong trào kèm theo mà không có phong trào chính",
        ProblemCode::FullTextWithoutRights => "có toàn văn mà không có quyền đăng",
        ProblemCode::NotAWebAddress => "không phải địa chỉ trang web",
        ProblemCode::PeriodWithoutWords => "có thời gian mà không có chữ in",
        ProblemCode::DateWithoutWords => "có ngày mà không có chữ in",
        ProblemCode::NotASha256 => "không phải mã SHA-256",
        ProblemCode::LineRangeReversed => "dòng đầu đứng trước, đếm từ 1",
        ProblemCode::ExcludedLinesOutOfOrder => {
            "các dòng bỏ ra xếp theo thứ tự, mỗi dòng một lần, nằm trong bài"
        }
        ProblemCode::ConfirmedOutOfOrder => {
            "các mục đã xác nhận xếp theo thứ tự, mỗi mục một lần, và là mục mà máy phải đoán"
        }
        ProblemCode::LineOutsideArticle => "dòng này không thuộc bài",
        ProblemCode::UnknownCampaignName => "không phải tên đã biết của phong trào",
        ProblemCode::FileStem(FileStemFault::NotPlain) => "không phải tên tệp đơn thuần",
        ProblemCode::FileStem(FileStemFault::Ends) => {
            "tên tệp không có dấu cách ở hai đầu và không có dấu chấm ở cuối"
        }
        ProblemCode::FileStem(FileStemFault::Reserved) => {
            "Windows giữ riêng tên này: trên đó không tệp nào được mang tên ấy"
        }
        ProblemCode::FileStem(FileStemFault::TooLong) => "tên quá dài để làm tên tệp",
        ProblemCode::FileStemsDifferInCase => {
            "tên một văn bản khác chỉ khác ở chữ hoa chữ thường: nhiều ổ đĩa coi hai tên là một tệp"
        }
        ProblemCode::LevelsOutOfOrder => "các cấp xếp theo thứ tự, mỗi cấp một lần",
        ProblemCode::BoundWordOfExactNumber => "số chính xác thì không có từ giới hạn",
        ProblemCode::BoundWordContradictsComparator(word) => {
            return format!("từ {} không nói đúng giới hạn đang ghi", quote(word));
        }
        ProblemCode::NoBoundWord(comparator) => {
            return format!("giới hạn {} cần có từ giới hạn như in", comparator.slug());
        }
        ProblemCode::RangeWithoutUpperEnd => "khoảng cần có số cuối",
        ProblemCode::RangeReversed => "số cuối của khoảng nhỏ hơn số đầu",
        ProblemCode::UpperEndWithoutRange => "chỉ khoảng mới có số cuối",
        ProblemCode::NegativeQuantity => "số lượng in không thể âm",
        ProblemCode::FractionalCount => "số đếm phải là số nguyên",
        ProblemCode::PercentAboveHundred => "phần trăm vượt quá 100",
        ProblemCode::ShareOfItself => "số liệu là một phần của chính nó",
        ProblemCode::ShareAcrossArticles => "phần và tổng nằm ở hai bài khác nhau, không so với nhau được",
        ProblemCode::ShareUnitDiffers => "phần được đếm bằng đơn vị của tổng",
        ProblemCode::SharesExceedWhole(id) => {
            return format!("các phần của {} cộng lại lớn hơn tổng", quote(id));
        }
        ProblemCode::SecondUnitOfDimension => {
            "đã có một đơn vị cùng loại: phần trăm và tiền mỗi loại chỉ có một"
        }
        ProblemCode::NounNotLowerCase => "tên đơn vị tính được ghi bằng chữ thường",
        ProblemCode::NounBeginsWithNumber => {
            "tên đơn vị tính không mở đầu bằng số hay từ chỉ bậc (nghìn, triệu …)"
        }
        ProblemCode::NounOfOtherDimension(noun) => return format!("{} là phần trăm hoặc tiền", quote(noun)),
        ProblemCode::NounClaimedTwice(noun) => {
            return format!("tên {} thuộc hai đơn vị tính", quote(noun));
        }
        ProblemCode::NounChangesFigure => "chữ mới của đơn vị tính làm một số liệu đã có đọc khác đi",
        ProblemCode::SourceTextMissing => "thiếu văn bản nguồn",
        ProblemCode::SourceTextUnreadable(reason) => return reason.clone(),
        ProblemCode::SourceTextChanged => "văn bản không phải là bản đã đọc",
        ProblemCode::SourceTextHasBom => "văn bản mở đầu bằng dấu thứ tự byte, được bỏ qua",
        ProblemCode::LinesOutsideText => "số dòng nằm ngoài văn bản",
        ProblemCode::WordsNotOnLine => "chữ này không có trên dòng",
        ProblemCode::WordsNotInArticle => "chữ này không có ở dòng nào của bài",
        ProblemCode::WordsMisplaced => "chữ này không ở đúng chỗ",
        ProblemCode::WordsAmbiguous => "chữ này có hơn một lần trên dòng, không rõ là chỗ nào",
        ProblemCode::NoQuantity => "không đọc được số lượng nào ở chữ này",
        ProblemCode::UnreadQuantity(cause) => {
            return format!("không đọc được số lượng ở chữ này: {}", vietnamese_cause(*cause));
        }
        ProblemCode::WordsOmitQuantityStart => "chữ bỏ mất phần đầu của số lượng, chẳng hạn từ giới hạn",
        ProblemCode::WordsBeginEarly => "chữ bắt đầu trước số lượng",
        ProblemCode::WordsOmitQuantityEnd => "chữ bỏ mất phần cuối của số lượng, chẳng hạn đơn vị tính",
        ProblemCode::WordsCutOtherNumber => "chữ bỏ mất phần cuối của một con số khác",
        ProblemCode::BrokenLine => "dòng bị ngắt giữa câu: chữ thuộc về con số có thể nằm ở dòng khác",
        ProblemCode::ReplyMark => "dấu này có thể là dấu trích thư trả lời",
        ProblemCode::NotAsPrinted => "không đúng như in",
        ProblemCode::LevelsNotAsPrinted => "không đúng các cấp được in cùng số liệu",
        ProblemCode::FigureStatedTwice(id) => {
            return format!("chữ này trên dòng đã thuộc về số liệu {}", quote(id));
        }
        ProblemCode::CampaignNotMentioned(id) => {
            return format!("bài không nhắc đến phong trào {}", quote(id));
        }
        ProblemCode::SameTextTwice(id) => {
            return format!("bài {} đã lấy từ chính các dòng này của văn bản này", quote(id));
        }
        ProblemCode::LabelNamesOtherLevel => "nhãn nêu một cấp mà số liệu không có",
        ProblemCode::LabelNamesOtherUnit => "nhãn nêu đơn vị tính khác với số liệu",
        ProblemCode::NumberInLabel => "nhãn không có số: số nằm ở giá trị",
        ProblemCode::NumberNotInName => "có một số mà tên không có",
        ProblemCode::PhaseNamedTwice => "phong trào đã có một đợt mang tên này",
        ProblemCode::PhaseOfOtherCampaign(id) => {
            return format!("tên đợt này là tên của phong trào {}", quote(id));
        }
        ProblemCode::NotInAttribution => "lời ghi nguồn không có tên này",
        ProblemCode::UnitNameNotPrinted => "tên tiếng Việt của đơn vị tính là một trong các chữ in của nó",
        ProblemCode::WordsHoldOtherNumber => "chữ chứa thêm một con số khác",
        ProblemCode::WordsReachFurther => "chữ dài hơn số lượng và danh từ của nó",
        ProblemCode::NotAWholeLine => "không phải trọn một dòng của bài",
        ProblemCode::NotAnAuthor => "không nằm trên dòng ghi tác giả",
        ProblemCode::NumberNotInHeadline => "có một số mà tít không có",
        ProblemCode::OrganisationNotPrinted => "bài không in tên nào của đơn vị này",
        ProblemCode::SourceNotPrinted => "bài không in tên hay trang của tờ báo này",
        ProblemCode::NameCutShort => "tên được in dài hơn",
        ProblemCode::OtherPhaseBetween => "giữa tên đợt và chỗ này có nêu một đợt khác",
        ProblemCode::DigestBoundNotOnLine => "từ giới hạn mà trên dòng con số không có",
        ProblemCode::DigestLanguagesDiffer => "hai thứ tiếng không có cùng các số",
        ProblemCode::QuoteNotOnLine => {
            "chữ trong ngoặc kép không có trên dòng và không phải tên phong trào nào của bài"
        }
        ProblemCode::NameMisspelt(name) => return format!("gần giống tên {}, được in khác", quote(name)),
        ProblemCode::NumberNotRecorded => "con số này có in mà không mục nào ghi",
        ProblemCode::MentionNotRecorded(id) => {
            return format!("phong trào {} được nêu tên ở đây mà chưa ghi", quote(id));
        }
        ProblemCode::ParagraphWithoutDigest => "đoạn này chưa có tóm tắt",
        ProblemCode::NotAnAct => "không phải động từ khen thưởng, công nhận đã biết",
        ProblemCode::OtherAct => "động từ này nói một việc khác",
        ProblemCode::UnverifiableDate => "ngày tháng không có chữ in thì không đối chiếu được",
        ProblemCode::NoPrintedDate => "chữ in không chứa ngày tháng",
        ProblemCode::OtherPrintedDate => "chữ in nói ngày khác",
        ProblemCode::CutDate(whole) => return format!("chữ cắt đôi một ngày, được in là {}", quote(whole)),
        ProblemCode::UnreadableYear => "chữ có một năm không đọc được thành ngày",
        ProblemCode::SeveralDates => "chữ chứa hơn một ngày",
        ProblemCode::DigestNumberNotOnLine => "một số trong tóm tắt không có trên dòng",
        ProblemCode::DigestDigits => "số được viết bằng chữ số 0 đến 9",
    };
    text.to_owned()
}

pub(crate) const fn vietnamese_id_kind(kind: IdKind) -> &'static str {
    match kind {
        IdKind::Source => "nguồn",
        IdKind::Organisation => "đơn vị",
        IdKind::Unit => "đơn vị tính",
        IdKind::Campaign => "phong trào",
        IdKind::Article => "bài",
        IdKind::Figure => "số liệu",
    }
}

pub(crate) const fn vietnamese_hidden_kind(kind: HiddenKind) -> &'static str {
    match kind {
        HiddenKind::Control => "ký tự điều khiển",
        HiddenKind::LineSeparator => "ký tự ngắt dòng",
        HiddenKind::Direction => "dấu đổi chiều chữ",
        HiddenKind::Invisible => "ký tự không nhìn thấy",
        HiddenKind::Replacement => "ký tự thế chỗ một chữ đã mất",
        HiddenKind::Noncharacter => "mã không phải là chữ",
    }
}

const fn vietnamese_cause(cause: UnreadCause) -> &'static str {
    match cause {
        UnreadCause::Malformed => "dấu trong số không thành một con số",
        UnreadCause::Touched => "có chữ hay dấu dính liền với số",
        UnreadCause::RatioOrDate => "có thể là phân số hay ngày tháng",
        UnreadCause::Unclear => "chưa chắc là số nào",
        UnreadCause::Vague => "chỉ là số ước chừng (vài, dăm, mấy…)",
        UnreadCause::Bound => "chưa rõ là đúng bằng, hơn hay kém",
        UnreadCause::Disagreeing => "số tiền bằng số và bằng chữ không khớp nhau",
    }
}

/// An expected or found value.
pub fn value(value: &ProblemValue, lang: Lang) -> String {
    match lang {
        Lang::En => value.to_string(),
        Lang::Vi => vietnamese_value(value),
    }
}

fn vietnamese_value(value: &ProblemValue) -> String {
    match value {
        ProblemValue::Verbatim(text) => text.clone(),
        ProblemValue::SlugForm => "chữ thường a–z không dấu và chữ số, nối bằng một gạch ngang".to_owned(),
        ProblemValue::ExistingId => "một id đang có".to_owned(),
        ProblemValue::WebAddressForm => "http:// hoặc https://, tên máy chủ, không có dấu cách".to_owned(),
        ProblemValue::FileNameForm => {
            "tên không có thư mục, không có .txt và không có các dấu / \\ : * ? \" < > |".to_owned()
        }
        ProblemValue::Sha256Form => "64 chữ số 0–9 và a–f".to_owned(),
        ProblemValue::Letters(count) => format!("{count} chữ"),
        ProblemValue::AtMostLetters(count) => format!("nhiều nhất {count} chữ"),
        ProblemValue::Bytes(count) => format!("{count} byte"),
        ProblemValue::AtMostBytes => format!("nhiều nhất {MAX_FILE_STEM_BYTES} byte"),
        ProblemValue::Lines([first, last]) => format!("{first} đến {last}"),
        ProblemValue::Between([first, last]) => format!("từ {first} đến {last}"),
        ProblemValue::LineOfArticle([first, last]) => {
            format!("một dòng từ {first} đến {last} không bị bỏ ra")
        }
        ProblemValue::WithinLines(count) => format!("trong khoảng 1 đến {count}"),
        ProblemValue::NameOfCampaign(id) => format!("tên hoặc tên khác của {}", quote(id)),
        ProblemValue::UnknownBoundWord => "không phải từ giới hạn đã biết".to_owned(),
        ProblemValue::AtLeast(number) => format!("ít nhất {number}"),
        ProblemValue::AtMost(number) => format!("nhiều nhất {number}"),
        ProblemValue::SumOverflow => "tổng vượt quá số chữ số".to_owned(),
        ProblemValue::Character(c, number) => format!("U+{:04X}, chữ thứ {number}", u32::from(*c)),
    }
}

/// Fields of a fact that the sentence of a problem begins with, in English and Vietnamese.
const FIELDS: [(&str, &str); 10] = [
    ("value", "giá trị"),
    ("value_to", "giá trị đến"),
    ("comparator", "từ giới hạn"),
    ("word", "từ giới hạn"),
    ("unit", "đơn vị tính"),
    ("levels", "cấp"),
    ("when", "thời gian"),
    ("role", "chức vụ"),
    ("published", "ngày đăng"),
    ("covers", "thời gian"),
];

/// A problem that verification found, as a sentence: field, message, printed and recorded value.
pub fn problem(problem: &Problem, lang: Lang) -> String {
    let message = message(&problem.code, lang);
    let field = problem.path.last_field().and_then(|field| FIELDS.iter().find(|(en, _)| *en == field));
    let mut text = match (field, lang) {
        (None, _) => message,
        (Some((en, _)), Lang::En) => format!("{en}: {message}"),
        (Some((_, vi)), Lang::Vi) => format!("{vi}: {message}"),
    };
    let plain = |value: &ProblemValue| value.to_string().trim_matches('"').to_owned();
    match (&problem.expected, &problem.found, lang) {
        (Some(expected), Some(found), Lang::Vi) => {
            text.push_str(&format!(" (chữ in: {}; đang ghi: {})", plain(expected), plain(found)));
        }
        (Some(expected), Some(found), Lang::En) => {
            text.push_str(&format!(" (printed: {}; recorded: {})", plain(expected), plain(found)));
        }
        (Some(one), None, _) | (None, Some(one), _) => text.push_str(&format!(" (“{}”)", plain(one))),
        (None, None, _) => {}
    }
    text
}

/// A problem that validation found, with its path: message, expected and found value.
pub fn validation_problem(problem: &Problem, lang: Lang) -> String {
    if lang == Lang::En {
        return problem.to_string();
    }
    let mut text = format!("{}: {}", problem.path, message(&problem.code, lang));
    let expected = problem.expected.iter().map(|expected| format!("cần: {}", value(expected, lang)));
    let found = problem.found.iter().map(|found| format!("đang là: {}", value(found, lang)));
    let values: Vec<String> = expected.chain(found).collect();
    if !values.is_empty() {
        text.push_str(&format!(" ({})", values.join("; ")));
    }
    text
}
