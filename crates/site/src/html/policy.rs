//! Content-Security-Policy of a page: files of the site, WebAssembly, and the inline scripts and styles of the document by
//! their hashes. No `unsafe-inline`, no `unsafe-eval`, no other origin.

use base64::prelude::{BASE64_STANDARD as STANDARD, Engine};
use sha2::{Digest, Sha256};

/// Returns the policy for the page `html`.
pub fn policy(html: &str) -> String {
    let scripts =
        hashes(html, "script", |attributes| attributes.is_empty() || attributes == " type=\"module\"");
    let styles = hashes(html, "style", str::is_empty);
    // Only a site in one file has inline styles, and with them the font.
    let fonts = if styles.is_empty() { "" } else { " data:" };
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{styles}; img-src 'self' data: \
         blob:; font-src 'self'{fonts}; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
    )
}

/// Returns the hashes of the content of every `element` whose attributes satisfy `is_code`, each after a space.
fn hashes(html: &str, element: &str, is_code: impl Fn(&str) -> bool) -> String {
    let (start, end) = (format!("<{element}"), format!("</{element}>"));
    html.split(&start)
        .skip(1)
        .filter_map(|rest| {
            let (attributes, rest) = rest.split_once('>')?;
            let (content, _) = rest.split_once(&end)?;
            (is_code(attributes) && !content.is_empty())
                .then(|| format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(content))))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_scripts_are_hashed_and_files_are_not() {
        let policy = policy(
            "<script>a()</script><script src=\"x.js\"></script><script type=\"text/plain\">x</script>",
        );
        assert_eq!(policy.matches("sha256-").count(), 1);
        assert!(!policy.contains("unsafe-inline") && !policy.contains("font-src 'self' data:"));
    }

    #[test]
    fn inline_styles_are_hashed() {
        assert!(policy("<style>a {}</style>").contains("style-src 'self' 'sha256-"));
    }
}
