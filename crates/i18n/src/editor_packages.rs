//! Wording of the reasons why a corpus package cannot be opened.

use thidua_core::domain::Lang;

phrases! {
    not_an_archive: "tệp này không phải tệp ZIP, hoặc bị cắt cụt; hãy lấy lại tệp", "the file is no ZIP archive, or was cut off: get it again";
    not_a_package: "tệp ZIP này không phải gói kho (không có thidua-package.json)", "this ZIP is no corpus package: it has no thidua-package.json";
    no_corpus: "trong gói không có corpus.json", "there is no corpus.json in the package";
}

/// The package is of a later version.
pub fn later_version(version: u64, lang: Lang) -> String {
    match lang {
        Lang::Vi => {
            format!("gói thuộc phiên bản {version}, trang này đọc phiên bản 1; hãy mở gói bằng trang mới hơn")
        }
        Lang::En => format!(
            "the package is of version {version}, and this page reads version 1: open it with a newer page"
        ),
    }
}

/// A file of the package is damaged.
pub fn damaged(file: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("tệp {file} trong gói bị hỏng; hãy lấy lại gói"),
        Lang::En => format!("{file} in the package is damaged: get the package again"),
    }
}

/// A path leads out of the package.
pub fn path_outside(path: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("tên “{path}” dẫn ra ngoài gói; không đọc gì trong đó"),
        Lang::En => format!("the name “{path}” leads out of the package; nothing was read"),
    }
}

/// A file does not belong in a package, is there twice, or has a name that not every system allows.
pub fn wrong_file(path: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => {
            format!("“{path}” không thuộc gói kho, có hai lần, hoặc có tên không dùng được trên mọi máy")
        }
        Lang::En => format!(
            "“{path}” does not belong in a package, is there twice, or has a name that not every system allows"
        ),
    }
}

/// Files are larger or more than what is read.
pub fn too_large(what: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("gói quá lớn để mở ({what})"),
        Lang::En => format!("the package is too large to be opened ({what})"),
    }
}

/// A file is not UTF-8.
pub fn not_utf8(file: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("tệp {file} trong gói không phải văn bản UTF-8"),
        Lang::En => format!("{file} in the package is not UTF-8 text"),
    }
}
