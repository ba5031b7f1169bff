//! Wording of problems: every code and value in both languages.

use thidua_core::corpus::{FactPath, IdKind, Problem, ProblemCode, ProblemValue};
use thidua_core::domain::{Comparator, Decimal, FileStemFault, Lang};
use thidua_core::text::HiddenKind;
use thidua_core::text::quantity::UnreadCause;
use thidua_i18n::problems::{message, problem, validation_problem, value};

#[test]
fn every_problem_code_has_its_wording_in_both_languages() {
    let cut = ProblemCode::CutDate("6/9".to_owned());
    assert_eq!(message(&cut, Lang::En), "the words cut a date in two: it is printed as \"6/9\"");
    assert_eq!(message(&cut, Lang::Vi), "chữ cắt đôi một ngày, được in là \"6/9\"");
    for (code, english, vietnamese) in [
        (ProblemCode::EmptyText, "the text is empty", "chữ bị bỏ trống"),
        (
            ProblemCode::HiddenCharacter(HiddenKind::Control),
            "the text holds a control character",
            "chữ chứa ký tự điều khiển",
        ),
        (
            ProblemCode::HiddenCharacter(HiddenKind::LineSeparator),
            "the text holds a line separator",
            "chữ chứa ký tự ngắt dòng",
        ),
        (
            ProblemCode::HiddenCharacter(HiddenKind::Direction),
            "the text holds a mark that changes the direction of text",
            "chữ chứa dấu đổi chiều chữ",
        ),
        (
            ProblemCode::HiddenCharacter(HiddenKind::Invisible),
            "the text holds an invisible character",
            "chữ chứa ký tự không nhìn thấy",
        ),
        (
            ProblemCode::HiddenCharacter(HiddenKind::Replacement),
            "the text holds a character that stands for a lost one",
            "chữ chứa ký tự thế chỗ một chữ đã mất",
        ),
        (
            ProblemCode::HiddenCharacter(HiddenKind::Noncharacter),
            "the text holds a code point that is no character",
            "chữ chứa mã không phải là chữ",
        ),
        (
            ProblemCode::Unserializable("x".to_owned()),
            "the corpus cannot be written: x",
            "không ghi được kho dữ liệu: x",
        ),
        (ProblemCode::NotASlug, "not a slug", "id không đúng dạng"),
        (ProblemCode::IdTooLong, "the id is too long for the name of a file", "id quá dài để làm tên tệp"),
        (
            ProblemCode::ReservedFolderName,
            "Windows reserves this name: a site with a folder of that name cannot be copied there",
            "Windows giữ riêng tên này: trang có thư mục tên ấy không chép sang Windows được",
        ),
        (
            ProblemCode::DuplicateId { kind: IdKind::Campaign, id: "a".to_owned() },
            "duplicate campaign id \"a\"",
            "trùng id phong trào \"a\"",
        ),
        (
            ProblemCode::IdsDifferInCase {
                kind: IdKind::Unit,
                first: "a".to_owned(),
                second: "A".to_owned(),
            },
            "unit ids \"a\" and \"A\" differ only in case",
            "id đơn vị tính \"a\" và \"A\" chỉ khác nhau ở chữ hoa chữ thường",
        ),
        (
            ProblemCode::DuplicateAbbreviation("a".to_owned()),
            "duplicate abbreviation \"a\"",
            "trùng chữ viết tắt \"a\"",
        ),
        (
            ProblemCode::RedirectedIdInUse("a".to_owned()),
            "\"a\" is redirected and still in use",
            "\"a\" đã chuyển hướng mà vẫn còn dùng",
        ),
        (ProblemCode::RedirectCycle, "the redirect leads back to itself", "chuyển hướng quay về chính nó"),
        (ProblemCode::RedirectToNothing, "the redirect leads nowhere", "chuyển hướng đến một id không có"),
        (
            ProblemCode::UnknownReference { kind: IdKind::Source, id: "a".to_owned() },
            "there is no source \"a\"",
            "không có nguồn \"a\"",
        ),
        (
            ProblemCode::UnknownReference { kind: IdKind::Organisation, id: "a".to_owned() },
            "there is no organisation \"a\"",
            "không có đơn vị \"a\"",
        ),
        (
            ProblemCode::UnknownReference { kind: IdKind::Article, id: "a".to_owned() },
            "there is no article \"a\"",
            "không có bài \"a\"",
        ),
        (
            ProblemCode::UnknownReference { kind: IdKind::Figure, id: "a".to_owned() },
            "there is no figure \"a\"",
            "không có số liệu \"a\"",
        ),
        (ProblemCode::CampaignNamedTwice("a".to_owned()), "\"a\" is named already", "\"a\" đã được nêu"),
        (
            ProblemCode::OwnAncestor("a".to_owned()),
            "\"a\" is its own ancestor",
            "\"a\" là cấp trên của chính nó",
        ),
        (
            ProblemCode::NoMainCampaign,
            "further campaigns are given without a main one",
            "có phong trào kèm theo mà không có phong trào chính",
        ),
        (
            ProblemCode::FullTextWithoutRights,
            "full text without the rights to it",
            "có toàn văn mà không có quyền đăng",
        ),
        (ProblemCode::NotAWebAddress, "not the address of a web page", "không phải địa chỉ trang web"),
        (
            ProblemCode::PeriodWithoutWords,
            "a period without its printed words",
            "có thời gian mà không có chữ in",
        ),
        (ProblemCode::DateWithoutWords, "a date without its printed words", "có ngày mà không có chữ in"),
        (ProblemCode::NotASha256, "not a SHA-256", "không phải mã SHA-256"),
        (
            ProblemCode::LineRangeReversed,
            "the first line comes first, counted from 1",
            "dòng đầu đứng trước, đếm từ 1",
        ),
        (
            ProblemCode::ExcludedLinesOutOfOrder,
            "excluded lines stand in order, each once, within the lines",
            "các dòng bỏ ra xếp theo thứ tự, mỗi dòng một lần, nằm trong bài",
        ),
        (
            ProblemCode::ConfirmedOutOfOrder,
            "confirmed fields stand in order, each once, and are fields that can be guessed",
            "các mục đã xác nhận xếp theo thứ tự, mỗi mục một lần, và là mục mà máy phải đoán",
        ),
        (ProblemCode::LineOutsideArticle, "the line is not part of the article", "dòng này không thuộc bài"),
        (
            ProblemCode::UnknownCampaignName,
            "not a known name of the campaign",
            "không phải tên đã biết của phong trào",
        ),
        (
            ProblemCode::FileStem(FileStemFault::NotPlain),
            "not the plain name of a file",
            "không phải tên tệp đơn thuần",
        ),
        (
            ProblemCode::FileStem(FileStemFault::Ends),
            "the name of a file has no space at its ends and no point behind it",
            "tên tệp không có dấu cách ở hai đầu và không có dấu chấm ở cuối",
        ),
        (
            ProblemCode::FileStem(FileStemFault::Reserved),
            "Windows reserves this name: no file can have it there",
            "Windows giữ riêng tên này: trên đó không tệp nào được mang tên ấy",
        ),
        (
            ProblemCode::FileStem(FileStemFault::TooLong),
            "the name is too long for a file",
            "tên quá dài để làm tên tệp",
        ),
        (
            ProblemCode::FileStemsDifferInCase,
            "the name of another source text differs in case only: many disks take both for one file",
            "tên một văn bản khác chỉ khác ở chữ hoa chữ thường: nhiều ổ đĩa coi hai tên là một tệp",
        ),
        (
            ProblemCode::LevelsOutOfOrder,
            "levels stand in legal order, each once",
            "các cấp xếp theo thứ tự, mỗi cấp một lần",
        ),
        (
            ProblemCode::BoundWordOfExactNumber,
            "an exact number has no bound word",
            "số chính xác thì không có từ giới hạn",
        ),
        (
            ProblemCode::BoundWordContradictsComparator("a".to_owned()),
            "the word \"a\" does not state the comparator",
            "từ \"a\" không nói đúng giới hạn đang ghi",
        ),
        (
            ProblemCode::NoBoundWord(Comparator::Ge),
            "the comparator ge needs its printed bound word",
            "giới hạn ge cần có từ giới hạn như in",
        ),
        (ProblemCode::RangeWithoutUpperEnd, "a range needs its upper end", "khoảng cần có số cuối"),
        (ProblemCode::RangeReversed, "a range ends below its start", "số cuối của khoảng nhỏ hơn số đầu"),
        (ProblemCode::UpperEndWithoutRange, "only a range has an upper end", "chỉ khoảng mới có số cuối"),
        (ProblemCode::NegativeQuantity, "a printed quantity is not negative", "số lượng in không thể âm"),
        (
            ProblemCode::FractionalCount,
            "a count of whole things is a whole number",
            "số đếm phải là số nguyên",
        ),
        (ProblemCode::PercentAboveHundred, "more than the whole, in percent", "phần trăm vượt quá 100"),
        (ProblemCode::ShareOfItself, "the figure is a share of itself", "số liệu là một phần của chính nó"),
        (
            ProblemCode::ShareAcrossArticles,
            "a share and its whole stand in different articles, which are never compared",
            "phần và tổng nằm ở hai bài khác nhau, không so với nhau được",
        ),
        (
            ProblemCode::ShareUnitDiffers,
            "a share is counted in the unit of its whole",
            "phần được đếm bằng đơn vị của tổng",
        ),
        (
            ProblemCode::SharesExceedWhole("a".to_owned()),
            "the shares of \"a\" are more than the whole",
            "các phần của \"a\" cộng lại lớn hơn tổng",
        ),
        (
            ProblemCode::SecondUnitOfDimension,
            "a second unit of this dimension: percent and money have one each",
            "đã có một đơn vị cùng loại: phần trăm và tiền mỗi loại chỉ có một",
        ),
        (
            ProblemCode::NounNotLowerCase,
            "a printed noun is given in lower case",
            "tên đơn vị tính được ghi bằng chữ thường",
        ),
        (
            ProblemCode::NounBeginsWithNumber,
            "a printed noun does not begin with a number or a scale word",
            "tên đơn vị tính không mở đầu bằng số hay từ chỉ bậc (nghìn, triệu …)",
        ),
        (
            ProblemCode::NounOfOtherDimension("a".to_owned()),
            "\"a\" states percent or money",
            "\"a\" là phần trăm hoặc tiền",
        ),
        (
            ProblemCode::NounClaimedTwice("a".to_owned()),
            "the noun \"a\" is claimed twice",
            "tên \"a\" thuộc hai đơn vị tính",
        ),
        (
            ProblemCode::NounChangesFigure,
            "a new word of a unit changes how this known figure reads",
            "chữ mới của đơn vị tính làm một số liệu đã có đọc khác đi",
        ),
        (
            ProblemCode::SourceTextChanged,
            "the source text is not the one that was read",
            "văn bản không phải là bản đã đọc",
        ),
        (
            ProblemCode::SourceTextHasBom,
            "the source text begins with a byte order mark, which is skipped",
            "văn bản mở đầu bằng dấu thứ tự byte, được bỏ qua",
        ),
        (
            ProblemCode::LinesOutsideText,
            "the lines are not lines of the source text",
            "số dòng nằm ngoài văn bản",
        ),
        (ProblemCode::WordsNotOnLine, "the words do not stand on this line", "chữ này không có trên dòng"),
        (
            ProblemCode::WordsNotInArticle,
            "the words stand on no line of the article",
            "chữ này không có ở dòng nào của bài",
        ),
        (ProblemCode::WordsMisplaced, "the words do not stand at their place", "chữ này không ở đúng chỗ"),
        (
            ProblemCode::WordsAmbiguous,
            "the words are ambiguous: they stand on this line more than once",
            "chữ này có hơn một lần trên dòng, không rõ là chỗ nào",
        ),
        (
            ProblemCode::NoQuantity,
            "no quantity can be read at these words",
            "không đọc được số lượng nào ở chữ này",
        ),
        (
            ProblemCode::UnreadQuantity(UnreadCause::Malformed),
            "no quantity can be read at these words: its signs make no number",
            "không đọc được số lượng ở chữ này: dấu trong số không thành một con số",
        ),
        (
            ProblemCode::UnreadQuantity(UnreadCause::Touched),
            "no quantity can be read at these words: something touches the number",
            "không đọc được số lượng ở chữ này: có chữ hay dấu dính liền với số",
        ),
        (
            ProblemCode::UnreadQuantity(UnreadCause::RatioOrDate),
            "no quantity can be read at these words: it may be a fraction or a date",
            "không đọc được số lượng ở chữ này: có thể là phân số hay ngày tháng",
        ),
        (
            ProblemCode::UnreadQuantity(UnreadCause::Unclear),
            "no quantity can be read at these words: it is not certain which number is meant",
            "không đọc được số lượng ở chữ này: chưa chắc là số nào",
        ),
        (
            ProblemCode::UnreadQuantity(UnreadCause::Vague),
            "no quantity can be read at these words: they say some or a few",
            "không đọc được số lượng ở chữ này: chỉ là số ước chừng (vài, dăm, mấy…)",
        ),
        (
            ProblemCode::UnreadQuantity(UnreadCause::Bound),
            "no quantity can be read at these words: it is not certain how they bound the number",
            "không đọc được số lượng ở chữ này: chưa rõ là đúng bằng, hơn hay kém",
        ),
        (
            ProblemCode::UnreadQuantity(UnreadCause::Disagreeing),
            "no quantity can be read at these words: the figures and the words of the sum say different numbers",
            "không đọc được số lượng ở chữ này: số tiền bằng số và bằng chữ không khớp nhau",
        ),
        (
            ProblemCode::WordsOmitQuantityStart,
            "the words leave out the beginning of a quantity, such as its bound word",
            "chữ bỏ mất phần đầu của số lượng, chẳng hạn từ giới hạn",
        ),
        (ProblemCode::WordsBeginEarly, "the words begin before the quantity", "chữ bắt đầu trước số lượng"),
        (
            ProblemCode::WordsOmitQuantityEnd,
            "the words leave out the end of a quantity, such as its unit",
            "chữ bỏ mất phần cuối của số lượng, chẳng hạn đơn vị tính",
        ),
        (
            ProblemCode::WordsCutOtherNumber,
            "the words leave out the end of another number",
            "chữ bỏ mất phần cuối của một con số khác",
        ),
        (
            ProblemCode::BrokenLine,
            "the line is broken inside a sentence: what belongs to the number may stand on another line",
            "dòng bị ngắt giữa câu: chữ thuộc về con số có thể nằm ở dòng khác",
        ),
        (
            ProblemCode::ReplyMark,
            "this sign may be the mark of a reply",
            "dấu này có thể là dấu trích thư trả lời",
        ),
        (ProblemCode::NotAsPrinted, "not what is printed", "không đúng như in"),
        (
            ProblemCode::LevelsNotAsPrinted,
            "not the levels that are printed with the figure",
            "không đúng các cấp được in cùng số liệu",
        ),
        (
            ProblemCode::FigureStatedTwice("a".to_owned()),
            "these words of the line are held by \"a\" already",
            "chữ này trên dòng đã thuộc về số liệu \"a\"",
        ),
        (
            ProblemCode::CampaignNotMentioned("a".to_owned()),
            "the article does not mention the campaign \"a\"",
            "bài không nhắc đến phong trào \"a\"",
        ),
        (
            ProblemCode::SameTextTwice("a".to_owned()),
            "\"a\" is read from the same lines of the same text",
            "bài \"a\" đã lấy từ chính các dòng này của văn bản này",
        ),
        (
            ProblemCode::LabelNamesOtherLevel,
            "the label names a level that the figure does not have",
            "nhãn nêu một cấp mà số liệu không có",
        ),
        (
            ProblemCode::LabelNamesOtherUnit,
            "the label names another unit than that of the figure",
            "nhãn nêu đơn vị tính khác với số liệu",
        ),
        (
            ProblemCode::NumberInLabel,
            "a label has no number: numbers stand in the value",
            "nhãn không có số: số nằm ở giá trị",
        ),
        (ProblemCode::NumberNotInName, "a number that the name does not have", "có một số mà tên không có"),
        (
            ProblemCode::PhaseNamedTwice,
            "the campaign has a phase of this name already",
            "phong trào đã có một đợt mang tên này",
        ),
        (
            ProblemCode::PhaseOfOtherCampaign("a".to_owned()),
            "this phase is named like the campaign \"a\"",
            "tên đợt này là tên của phong trào \"a\"",
        ),
        (
            ProblemCode::NotInAttribution,
            "the attribution does not have this name",
            "lời ghi nguồn không có tên này",
        ),
        (
            ProblemCode::UnitNameNotPrinted,
            "the Vietnamese name of a unit is one of its printed nouns",
            "tên tiếng Việt của đơn vị tính là một trong các chữ in của nó",
        ),
        (
            ProblemCode::WordsHoldOtherNumber,
            "the words hold another number too",
            "chữ chứa thêm một con số khác",
        ),
        (
            ProblemCode::WordsReachFurther,
            "the words reach further than the quantity and its noun",
            "chữ dài hơn số lượng và danh từ của nó",
        ),
        (ProblemCode::NotAWholeLine, "not a whole line of the article", "không phải trọn một dòng của bài"),
        (ProblemCode::NotAnAuthor, "not on a line of authors", "không nằm trên dòng ghi tác giả"),
        (
            ProblemCode::NumberNotInHeadline,
            "a number that the headline does not have",
            "có một số mà tít không có",
        ),
        (
            ProblemCode::OrganisationNotPrinted,
            "no name of the organisation is printed in the article",
            "bài không in tên nào của đơn vị này",
        ),
        (
            ProblemCode::SourceNotPrinted,
            "neither the name nor the site of the newspaper is printed",
            "bài không in tên hay trang của tờ báo này",
        ),
        (ProblemCode::NameCutShort, "the name is printed longer", "tên được in dài hơn"),
        (
            ProblemCode::OtherPhaseBetween,
            "another phase is named between the name of the phase and this",
            "giữa tên đợt và chỗ này có nêu một đợt khác",
        ),
        (
            ProblemCode::DigestBoundNotOnLine,
            "a bound that the number does not have on its line",
            "từ giới hạn mà trên dòng con số không có",
        ),
        (
            ProblemCode::DigestLanguagesDiffer,
            "the two languages do not have the same numbers",
            "hai thứ tiếng không có cùng các số",
        ),
        (
            ProblemCode::QuoteNotOnLine,
            "the quoted words are neither on the line nor the name of a campaign of the article",
            "chữ trong ngoặc kép không có trên dòng và không phải tên phong trào nào của bài",
        ),
        (
            ProblemCode::NameMisspelt("a".to_owned()),
            "nearly the name \"a\", which is printed otherwise",
            "gần giống tên \"a\", được in khác",
        ),
        (
            ProblemCode::NumberNotRecorded,
            "this number is printed and no fact holds it",
            "con số này có in mà không mục nào ghi",
        ),
        (
            ProblemCode::MentionNotRecorded("a".to_owned()),
            "the campaign \"a\" is quoted here, and no mention says so",
            "phong trào \"a\" được nêu tên ở đây mà chưa ghi",
        ),
        (ProblemCode::ParagraphWithoutDigest, "this paragraph has no digest", "đoạn này chưa có tóm tắt"),
        (
            ProblemCode::NotAnAct,
            "not a verb of recognition, such as khen thưởng or công nhận",
            "không phải động từ khen thưởng, công nhận đã biết",
        ),
        (ProblemCode::OtherAct, "the verb states another kind of act", "động từ này nói một việc khác"),
        (
            ProblemCode::UnverifiableDate,
            "a date without its printed words cannot be verified",
            "ngày tháng không có chữ in thì không đối chiếu được",
        ),
        (ProblemCode::NoPrintedDate, "the printed words hold no date", "chữ in không chứa ngày tháng"),
        (ProblemCode::OtherPrintedDate, "the printed words say another date", "chữ in nói ngày khác"),
        (
            ProblemCode::UnreadableYear,
            "the words hold a year that cannot be read as a date",
            "chữ có một năm không đọc được thành ngày",
        ),
        (ProblemCode::SeveralDates, "the words hold more than one date", "chữ chứa hơn một ngày"),
        (
            ProblemCode::DigestNumberNotOnLine,
            "a number of the digest does not stand on its line",
            "một số trong tóm tắt không có trên dòng",
        ),
        (
            ProblemCode::DigestDigits,
            "numbers are written with the digits 0 to 9",
            "số được viết bằng chữ số 0 đến 9",
        ),
    ] {
        assert_eq!(message(&code, Lang::En), english);
        assert_eq!(message(&code, Lang::Vi), vietnamese);
    }
}

#[test]
fn every_problem_value_has_its_wording_in_both_languages() {
    for (of_problem, english, vietnamese) in [
        (
            ProblemValue::SlugForm,
            "lower-case letters a–z and digits, joined by single hyphens",
            "chữ thường a–z không dấu và chữ số, nối bằng một gạch ngang",
        ),
        (ProblemValue::ExistingId, "an existing id", "một id đang có"),
        (
            ProblemValue::WebAddressForm,
            "http:// or https://, a host, no spaces",
            "http:// hoặc https://, tên máy chủ, không có dấu cách",
        ),
        (
            ProblemValue::FileNameForm,
            "a name without folders and without .txt, and none of / \\ : * ? \" < > |",
            "tên không có thư mục, không có .txt và không có các dấu / \\ : * ? \" < > |",
        ),
        (ProblemValue::Sha256Form, "64 digits, 0–9 and a–f", "64 chữ số 0–9 và a–f"),
        (ProblemValue::Letters(3), "3 letters", "3 chữ"),
        (ProblemValue::AtMostLetters(100), "at most 100 letters", "nhiều nhất 100 chữ"),
        (ProblemValue::Bytes(201), "201 bytes", "201 byte"),
        (ProblemValue::AtMostBytes, "at most 200 bytes", "nhiều nhất 200 byte"),
        (ProblemValue::Lines([3, 2]), "3 to 2", "3 đến 2"),
        (ProblemValue::Between([2, 9]), "between 2 and 9", "từ 2 đến 9"),
        (
            ProblemValue::LineOfArticle([2, 9]),
            "a line from 2 to 9 that is not excluded",
            "một dòng từ 2 đến 9 không bị bỏ ra",
        ),
        (
            ProblemValue::NameOfCampaign("a".to_owned()),
            "the name or an alias of \"a\"",
            "tên hoặc tên khác của \"a\"",
        ),
        (ProblemValue::UnknownBoundWord, "no bound word that is known", "không phải từ giới hạn đã biết"),
        (ProblemValue::AtLeast(Decimal::HUNDRED), "at least 100", "ít nhất 100"),
        (ProblemValue::AtMost(Decimal::HUNDRED), "at most 100", "nhiều nhất 100"),
        (ProblemValue::SumOverflow, "a sum past all digits", "tổng vượt quá số chữ số"),
        (ProblemValue::Character('\u{AD}', 4), "U+00AD at character 4", "U+00AD, chữ thứ 4"),
        (ProblemValue::Verbatim("null".to_owned()), "null", "null"),
    ] {
        assert_eq!(value(&of_problem, Lang::En), english);
        assert_eq!(value(&of_problem, Lang::Vi), vietnamese);
    }
}

#[test]
fn sentence_of_a_verification_problem_names_the_field_and_both_values() {
    let path = FactPath::figure(0, 3).field("word");
    let wrong = Problem::error(path, ProblemCode::NotAsPrinted).expected("trên").found("null");
    assert_eq!(problem(&wrong, Lang::En), "word: not what is printed (printed: trên; recorded: null)");
    assert_eq!(problem(&wrong, Lang::Vi), "từ giới hạn: không đúng như in (chữ in: trên; đang ghi: null)");
}

#[test]
fn sentence_of_a_validation_problem_begins_with_its_path() {
    let path = FactPath::item("units", 2).field("id");
    let wrong =
        Problem::error(path, ProblemCode::NotASlug).expected(ProblemValue::SlugForm).found("\"a to b\"");
    assert_eq!(validation_problem(&wrong, Lang::En), wrong.to_string());
    assert_eq!(
        validation_problem(&wrong, Lang::Vi),
        "units[2].id: id không đúng dạng (cần: chữ thường a–z không dấu và chữ số, nối bằng một gạch ngang; đang là: \"a to b\")"
    );
}
