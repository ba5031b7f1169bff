//! Reasons why a corpus package cannot be opened, in words.

use thidua_core::domain::Lang;
use thidua_i18n::editor_packages as words;
use thidua_publish::PackageError;

/// Returns the reason in a language, without a full stop.
pub fn package_fault(error: &PackageError, lang: Lang) -> String {
    match error {
        PackageError::NotAnArchive => words::not_an_archive(lang).to_owned(),
        PackageError::NotAPackage => words::not_a_package(lang).to_owned(),
        PackageError::NoCorpus => words::no_corpus(lang).to_owned(),
        PackageError::LaterVersion(version) => words::later_version(*version, lang),
        PackageError::Damaged { file, .. } => words::damaged(file, lang),
        PackageError::PathOutside(path) => words::path_outside(path, lang),
        PackageError::UnknownFile(path) | PackageError::SameName(path) | PackageError::TextName(path) => {
            words::wrong_file(path, lang)
        }
        PackageError::TooLarge { file, limit } => words::too_large(&format!("{file} > {limit} B"), lang),
        PackageError::TooManyFiles(limit) => words::too_large(&format!("> {limit}"), lang),
        PackageError::NotUtf8(file) => words::not_utf8(file, lang),
        // A fault of the program, for whoever reports it.
        PackageError::NotWritten(_) => error.to_string(),
    }
}
