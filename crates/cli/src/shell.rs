//! Quoting of paths in commands that messages propose.

use std::path::Path;

/// Returns a path as one word of a command for the shell of this system.
pub fn shell_word(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) { windows_word(&text) } else { posix_word(&text) }
}

fn is_plain(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '/' | '.' | '_' | '-' | '+' | ',' | '@' | '%')
}

fn posix_word(text: &str) -> String {
    // A leading hyphen would make it an option.
    let text = if text.starts_with('-') { format!("./{text}") } else { text.to_owned() };
    match !text.is_empty() && text.chars().all(is_plain) {
        true => text,
        false => format!("'{}'", text.replace('\'', "'\\''")),
    }
}

/// Quotes a path for Windows, where file names cannot contain double quotes.
fn windows_word(text: &str) -> String {
    let is_fine = |c: char| (is_plain(c) && !matches!(c, ',' | '@' | '%')) || matches!(c, '\\' | ':');
    match !text.is_empty() && text.chars().all(is_fine) {
        true => text.to_owned(),
        false => format!("\"{text}\""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shell_reads_quoted_path_back_unchanged() {
        for path in [
            "a",
            "a b",
            "c'd",
            "$HOME",
            "a;b",
            "-rf",
            "~x",
            "Bài viết",
            "a\"b",
            "*",
            "a\\b",
            "(x)",
            "a&b",
            "#x",
        ] {
            let output = std::process::Command::new("sh")
                .args(["-c", &format!("printf %s {}", posix_word(path))])
                .output();
            let Ok(output) = output else { return };
            let read = String::from_utf8_lossy(&output.stdout);
            assert_eq!(read.strip_prefix("./").unwrap_or(&read), path);
        }
    }

    #[test]
    fn windows_path_is_quoted_only_if_needed() {
        assert_eq!(windows_word(r"C:\kho\corpus.json"), r"C:\kho\corpus.json");
        assert_eq!(windows_word(r"C:\Kho bài\a"), "\"C:\\Kho bài\\a\"");
    }
}
