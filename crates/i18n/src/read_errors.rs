//! Reasons why a text could not be read, and what to do.

use thidua_core::domain::Lang;
use thidua_extract::input::{FileKind, InputError, TextDamage, TextDamageKind};
use thidua_extract::{BrokenLines, WrongEncoding};

/// Returns the reason why a text could not be read, and what to do.
pub fn unreadable(reason: &InputError, lang: Lang) -> String {
    if lang == Lang::En {
        return in_english(reason);
    }
    let convert = "hãy đổi sang Unicode (UTF-8), chẳng hạn bằng công cụ của UniKey";
    match reason {
        InputError::TooLarge(bytes) => format!(
            "{} MB: một bài báo chỉ vài kilobyte, tối đa {} MB được đọc; mỗi bài một tệp",
            bytes / 1024 / 1024,
            thidua_extract::MAX_TEXT_BYTES / 1024 / 1024
        ),
        InputError::Empty => "không có chữ nào trong đó".to_owned(),
        InputError::Binary(kind) => {
            let [name, way_out] = kind_of_file(*kind);
            format!("{name}: {way_out}")
        }
        InputError::WrongEncoding(WrongEncoding::Utf8) => {
            "chữ UTF-8 đã bị đọc nhầm sang bảng mã khác khi lưu (“Ä‘oÃ n”): hãy mở lại tệp gốc bằng bảng mã UTF-8 rồi chép lại"
                .to_owned()
        }
        InputError::WrongEncoding(encoding) => format!("chữ thuộc bảng mã {}: {convert}", encoding.name()),
        InputError::Damaged(damage) => damaged(damage),
        InputError::UnknownEncoding => format!("bảng mã không rõ, hoặc tệp hỏng: {convert}"),
        InputError::BrokenLines(BrokenLines { count, first }) => format!(
            "có {count} dòng bị ngắt giữa câu, đầu tiên là dòng {first}: hãy để mỗi đoạn văn nằm trên một dòng"
        ),
        InputError::NoArticle => "không thấy bài báo nào trong trang này: hãy chép chữ của bài rồi dán".to_owned(),
    }
}

/// The message of the command line, with advice that fits the editor.
fn in_english(reason: &InputError) -> String {
    match reason {
        InputError::Binary(
            kind @ (FileKind::Pdf | FileKind::Office | FileKind::Book | FileKind::OldOffice),
        ) => {
            let [name, _] = kind.message();
            format!("{name}, not text: open it, copy the text of the article and paste it here")
        }
        _ => reason.to_string(),
    }
}

fn damaged(damage: &TextDamage) -> String {
    let TextDamage { encoding, line, kind } = damage;
    match kind {
        TextDamageKind::Byte(byte, at) => format!(
            "{encoding}, hỏng ở dòng {line} (byte thứ {at} của tệp, {byte:02X}, không thuộc chữ nào): hãy lấy lại tệp, hoặc sửa chữ ở đó"
        ),
        TextDamageKind::Cut => {
            format!("{encoding}, hỏng ở dòng {line}: tệp bị cắt giữa một chữ; hãy lấy lại tệp đầy đủ")
        }
        TextDamageKind::Replaced => {
            format!("có chữ hỏng (“\u{FFFD}”) ở dòng {line}: hãy chép lại từ nguồn, hoặc sửa chữ ở đó")
        }
    }
}

/// Kind of a file, and what to do with it in the editor.
const fn kind_of_file(kind: FileKind) -> [&'static str; 2] {
    const PASTE: &str = "hãy mở nó, chép chữ của bài rồi dán vào đây";
    const UNPACK: &str = "hãy giải nén rồi chọn tệp bên trong";
    match kind {
        FileKind::Pdf => ["tệp PDF", PASTE],
        FileKind::Word => ["tệp Word (.docx)", PASTE],
        FileKind::Office => ["tệp Excel hoặc PowerPoint", PASTE],
        FileKind::OpenDocument => ["tệp LibreOffice (.odt)", PASTE],
        FileKind::Book => ["sách điện tử (.epub)", PASTE],
        FileKind::OldOffice => ["tệp Word hoặc Excel kiểu cũ (.doc, .xls)", PASTE],
        FileKind::RichText => ["tệp văn bản định dạng (RTF)", PASTE],
        FileKind::Zip => ["tệp nén ZIP hoặc tệp Word", UNPACK],
        FileKind::Compressed => ["tệp nén", UNPACK],
        FileKind::Picture => ["tệp ảnh", "hãy gõ lại chữ của bài, hoặc dùng chương trình nhận dạng chữ"],
        FileKind::Recording => ["tệp âm thanh hoặc video", "hãy đưa văn bản của bài"],
        FileKind::WebArchive => ["trang lưu của Safari (.webarchive)", "hãy lưu lại dạng HTML"],
        FileKind::Mhtml => ["trang lưu dạng một tệp (MHTML)", "hãy lưu lại dạng HTML"],
        FileKind::Mail => ["thư điện tử (.eml)", "hãy mở thư, chép chữ của bài rồi dán vào đây"],
        FileKind::Binary => ["tệp nhị phân, không phải văn bản", PASTE],
    }
}
