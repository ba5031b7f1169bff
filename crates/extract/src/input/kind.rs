//! Kinds of files that are not text, recognised by their first bytes.

/// Kind of a file that is not text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileKind {
    /// A PDF document.
    Pdf,
    /// A Word document (.docx).
    Word,
    /// An Excel or PowerPoint document (.xlsx, .pptx).
    Office,
    /// A LibreOffice document (.odt, .ods).
    OpenDocument,
    /// An electronic book (.epub).
    Book,
    /// A Word or Excel document of the old form (.doc, .xls).
    OldOffice,
    /// A rich-text document (.rtf).
    RichText,
    /// A zip archive.
    Zip,
    /// Another compressed file (.gz, .7z, .rar, .xz).
    Compressed,
    /// A picture.
    Picture,
    /// Sound or video.
    Recording,
    /// A page that Safari saved (.webarchive).
    WebArchive,
    /// A page that a browser saved as one file (.mhtml).
    Mhtml,
    /// A mail (.eml).
    Mail,
    /// Any other file with bytes that text does not have.
    Binary,
}

impl FileKind {
    /// Every kind.
    pub const ALL: [FileKind; 15] = [
        FileKind::Pdf,
        FileKind::Word,
        FileKind::Office,
        FileKind::OpenDocument,
        FileKind::Book,
        FileKind::OldOffice,
        FileKind::RichText,
        FileKind::Zip,
        FileKind::Compressed,
        FileKind::Picture,
        FileKind::Recording,
        FileKind::WebArchive,
        FileKind::Mhtml,
        FileKind::Mail,
        FileKind::Binary,
    ];

    /// English description, and advice, for the command line.
    pub const fn message(self) -> [&'static str; 2] {
        const COPY: &str = "open it, copy the text of the article and save it as a text file in UTF-8";
        match self {
            FileKind::Pdf => ["a PDF document", COPY],
            FileKind::Word => {
                ["a Word document (.docx)", "in Word choose “Save As”, “Plain Text”, encoding UTF-8"]
            }
            FileKind::Office => ["an Excel or PowerPoint document", COPY],
            FileKind::OpenDocument => {
                ["a LibreOffice document", "in LibreOffice choose “Save As”, “Text”, encoding UTF-8"]
            }
            FileKind::Book => ["an electronic book (.epub)", COPY],
            FileKind::OldOffice => ["an old Word or Excel document (.doc, .xls)", COPY],
            FileKind::RichText => ["a rich-text document (.rtf)", COPY],
            FileKind::Zip => [
                "a zip archive or a Word document",
                "unpack it, or open it and save its text as a text file in UTF-8",
            ],
            FileKind::Compressed => ["a compressed file", "unpack it and give the files in it"],
            FileKind::Picture => {
                ["a picture", "type the text of the article, or read it with a program for scans"]
            }
            FileKind::Recording => ["sound or video", "give the text of the article"],
            FileKind::WebArchive => {
                ["a page saved by Safari (.webarchive)", "save it again as HTML (“Page Source”)"]
            }
            FileKind::Mhtml => ["a page saved as one file (MHTML)", "save it again as HTML"],
            FileKind::Mail => ["a mail (.eml)", "open it, copy its text and save it as a text file in UTF-8"],
            FileKind::Binary => ["a binary file", COPY],
        }
    }
}

/// First bytes of files of each kind.
const BEGINNINGS: [(&[u8], FileKind); 22] = [
    (b"%PDF", FileKind::Pdf),
    (b"\xD0\xCF\x11\xE0", FileKind::OldOffice),
    (b"{\\rtf", FileKind::RichText),
    (b"\x1F\x8B", FileKind::Compressed),
    (b"7z\xBC\xAF\x27\x1C", FileKind::Compressed),
    (b"Rar!\x1A\x07", FileKind::Compressed),
    (b"\xFD7zXZ\x00", FileKind::Compressed),
    (b"BZh", FileKind::Compressed),
    (b"\x28\xB5\x2F\xFD", FileKind::Compressed),
    (b"\x89PNG", FileKind::Picture),
    (b"\xFF\xD8\xFF", FileKind::Picture),
    (b"GIF8", FileKind::Picture),
    (b"II*\x00", FileKind::Picture),
    (b"MM\x00*", FileKind::Picture),
    (b"ID3", FileKind::Recording),
    (b"OggS", FileKind::Recording),
    (b"\x1A\x45\xDF\xA3", FileKind::Recording),
    (b"fLaC", FileKind::Recording),
    (b"bplist00", FileKind::WebArchive),
    (b"\x7FELF", FileKind::Binary),
    (b"MZ\x90\x00", FileKind::Binary),
    (b"SQLite format 3\x00", FileKind::Binary),
];

/// Returns the kind of a file that is not text. `None` for a file that may be text.
pub fn kind_of(bytes: &[u8]) -> Option<FileKind> {
    let existing =
        BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning)).map(|(_, kind)| *kind);
    existing.or_else(|| zipped(bytes)).or_else(|| boxed(bytes)).or_else(|| message(bytes))
}

/// Kind of a zip archive, by its first file and the names at its end.
fn zipped(bytes: &[u8]) -> Option<FileKind> {
    if !bytes.starts_with(b"PK\x03\x04") {
        return None;
    }
    let start = bytes.get(..bytes.len().min(4096))?;
    let end = bytes.get(bytes.len().saturating_sub(64 * 1024)..)?;
    let holds = |name: &[u8]| holds(start, name) || holds(end, name);
    Some(if holds(b"word/") {
        FileKind::Word
    } else if holds(b"xl/workbook") || holds(b"ppt/presentation") {
        FileKind::Office
    } else if holds(b"application/epub") {
        FileKind::Book
    } else if holds(b"application/vnd.oasis") {
        FileKind::OpenDocument
    } else {
        FileKind::Zip
    })
}

/// Kinds whose name follows the first bytes: WebP, WAV, AVI; HEIC, AVIF, MP4.
fn boxed(bytes: &[u8]) -> Option<FileKind> {
    if bytes.starts_with(b"RIFF") {
        return match bytes.get(8..12)? {
            b"WEBP" => Some(FileKind::Picture),
            b"WAVE" | b"AVI " => Some(FileKind::Recording),
            _ => None,
        };
    }
    if bytes.starts_with(b"BM") && bytes.get(6..10) == Some(b"\0\0\0\0".as_slice()) {
        return Some(FileKind::Picture);
    }
    (bytes.get(4..8)? == b"ftyp").then_some(match bytes.get(8..12)? {
        b"heic" | b"heix" | b"mif1" | b"avif" => FileKind::Picture,
        _ => FileKind::Recording,
    })
}

/// A mail, or a page that was saved as one: lines `Name: value` before a blank line.
fn message(bytes: &[u8]) -> Option<FileKind> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let start = bytes.get(..bytes.len().min(16 * 1024))?;
    let start = String::from_utf8_lossy(start).replace("\r\n", "\n");
    let start = start.trim_start();
    let head = start.split("\n\n").next().unwrap_or(start).to_ascii_lowercase();
    let mut names: Vec<&str> = Vec::new();
    for line in head.lines() {
        if line.starts_with([' ', '\t']) && !names.is_empty() {
            continue;
        }
        let (name, _) = line.split_once(':')?;
        let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_graphic());
        if !is_name {
            return None;
        }
        names.push(name);
    }
    let has = |name: &str| names.contains(&name);
    let is_saved = head.starts_with("from: <saved by") || has("snapshot-content-location");
    let is_related = has("content-type") && head.contains("multipart/related");
    if is_saved || (has("mime-version") && is_related) {
        return Some(FileKind::Mhtml);
    }
    let marks =
        ["mime-version", "message-id", "received", "return-path", "delivered-to", "content-type", "date"];
    let count = marks.iter().filter(|mark| has(mark)).count();
    (has("from") && count >= 2 || count >= 3).then_some(FileKind::Mail)
}

/// Returns whether `bytes` contain `part`.
fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn input_kind_is_recognised_by_content() {
        for (bytes, kind) in [
            (b"%PDF-1.7".as_slice(), FileKind::Pdf),
            (b"PK\x03\x04....[Content_Types].xml...word/document.xml", FileKind::Word),
            (b"PK\x03\x04....[Content_Types].xml...xl/workbook.xml", FileKind::Office),
            (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text", FileKind::OpenDocument),
            (b"PK\x03\x04....mimetypeapplication/epub+zip", FileKind::Book),
            (b"PK\x03\x04....bai.txt", FileKind::Zip),
            (b"\xD0\xCF\x11\xE0\xA1", FileKind::OldOffice),
            (b"{\\rtf1\\ansi", FileKind::RichText),
            (b"RIFF\0\0\0\0WEBPVP8 ", FileKind::Picture),
            (b"\0\0\0\x18ftypheic", FileKind::Picture),
            (b"\0\0\0\x18ftypisom", FileKind::Recording),
            (b"bplist00\xD1", FileKind::WebArchive),
            (b"From: <Saved by Blink>\r\nSubject: x\r\n\r\nx", FileKind::Mhtml),
            (b"MIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=x\n\nx", FileKind::Mhtml),
            (b"Return-Path: <a@b>\nReceived: by c\nFrom: a@b\nSubject: x\n\nx", FileKind::Mail),
            (b"From: An <a@b>\nDate: Sun, 29 Nov 2026\nMIME-Version: 1.0\n\nx", FileKind::Mail),
        ] {
            assert_eq!(kind_of(bytes), Some(kind), "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn text_is_not_taken_for_a_mail_message() {
        for text in [
            "LĐLĐ quận Hà Đông: Thi đua\n\nNăm 2023.",
            "Date: 2023\n\nNăm 2023",
            "PV: Thưa ông?\nÔng Khoa: Vâng.\n\nPV: Xin cảm ơn.",
            "Nguồn: bao.example\nSubject: x\n\nx",
            "<!doctype html><html>",
        ] {
            assert_eq!(kind_of(text.as_bytes()), None, "{text}");
        }
    }
}
