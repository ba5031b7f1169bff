//! The Content-Security-Policy of every page: our own files, WebAssembly, and the inline scripts that the shell
//! holds, each by its hash. No `unsafe-inline`, no `unsafe-eval`, nothing from elsewhere.

use base64::prelude::{BASE64_STANDARD as STANDARD, Engine};
use sha2::{Digest, Sha256};

/// The policy for a page whose markup is `html`.
pub fn policy(html: &str) -> String {
    let hashes: Vec<String> =
        inline_scripts(html).map(|s| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(s)))).collect();
    let space = if hashes.is_empty() { "" } else { " " };
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{space}{}; style-src 'self'; img-src 'self' data: \
         blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'",
        hashes.join(" ")
    )
}

/// The contents of every script element without a `src`.
fn inline_scripts(html: &str) -> impl Iterator<Item = &str> {
    html.split("<script").skip(1).filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let (content, _) = rest.split_once("</script>")?;
        let is_data = attributes.contains("application/ld+json");
        (!attributes.contains("src=") && !is_data && !content.is_empty()).then_some(content)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_scripts_are_hashed_and_files_are_not() {
        let policy = policy("<script>a()</script><script src=\"x.js\"></script>");
        assert_eq!(policy.matches("sha256-").count(), 1);
        assert!(!policy.contains("unsafe-inline"));
    }
}
