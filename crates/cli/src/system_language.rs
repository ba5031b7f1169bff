//! Language of the system, for messages to people who start the program without knowing its options.

use thidua_core::domain::Lang;

/// Returns Vietnamese if the system speaks Vietnamese, otherwise English.
///
/// The variables are those of POSIX, the first that is set decides. Windows sets none of them and is asked for the language of
/// its own windows.
pub fn system_language() -> Lang {
    let variables = ["LC_ALL", "LC_MESSAGES", "LANG"].map(|name| std::env::var(name).unwrap_or_default());
    match variables.into_iter().find(|value| !value.is_empty()).or_else(of_windows) {
        Some(locale) if is_vietnamese(&locale) => Lang::Vi,
        _ => Lang::En,
    }
}

/// Returns the language of the windows of Windows, as in `vi-VN`.
fn of_windows() -> Option<String> {
    #[cfg(windows)]
    {
        sys_locale::get_locale()
    }
    #[cfg(not(windows))]
    {
        None
    }
}

/// Returns whether a locale such as `vi_VN.UTF-8` or `vi-VN` is Vietnamese.
fn is_vietnamese(locale: &str) -> bool {
    let language = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
    language.eq_ignore_ascii_case("vi")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locale_is_vietnamese_by_its_language_alone() {
        for vietnamese in ["vi", "vi_VN", "vi_VN.UTF-8", "vi-VN", "VI_vn"] {
            assert!(is_vietnamese(vietnamese), "{vietnamese}");
        }
        for other in ["", "C", "POSIX", "en_US.UTF-8", "vie", "en_VN"] {
            assert!(!is_vietnamese(other), "{other}");
        }
    }
}
