//! Address of a site: path and origin, from the options `--url` and `--base` or the settings of a package.

use thidua_pages::route::BasePath;

/// Address of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteAddress {
    /// Path on the host.
    pub base: BasePath,
    /// Origin of the host without a trailing slash; empty if unknown.
    pub origin: String,
}

/// Reason why the options give no URL.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// `--url` is not the URL of a web site.
    #[error(
        "--url {0:?} is not the address of a site: write it as in https://example.org/ or https://example.org/thi-dua/"
    )]
    Url(String),
    /// `--base` is not a path.
    #[error("--base {0:?} is not a path: use letters, digits, - _ . ~ between slashes, as in /thi-dua/")]
    BasePath(String),
    /// `--url` and `--base` name different paths.
    #[error(
        "--url says that the site will stand at {url}, --base says {base}: leave --base out, or make them agree"
    )]
    Disagree {
        /// Path of `--url`.
        url: String,
        /// Path of `--base`.
        base: String,
    },
}

impl SiteAddress {
    /// Parses the options. The base may lack its slashes; without one the path of `url` is used.
    ///
    /// # Errors
    /// An [`AddressError`] if an option is malformed, or both disagree.
    pub fn parse(url: Option<&str>, base: Option<&str>) -> Result<SiteAddress, AddressError> {
        let base = base.map(parse_base).transpose()?;
        let Some(url) = url else {
            return Ok(SiteAddress {
                base: base.unwrap_or_else(|| BasePath::new("/")),
                origin: String::new(),
            });
        };
        let malformed = || AddressError::Url(url.to_owned());
        let (scheme, rest) = url.trim().split_once("://").ok_or_else(malformed)?;
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let is_host = |host: &str| {
            !host.is_empty()
                && host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']'))
        };
        if !["http", "https"].contains(&scheme) || !is_host(host) {
            return Err(malformed());
        }
        let of_url = parse_base(path).map_err(|_| malformed())?;
        match base {
            Some(base) if path.is_empty() || base == of_url => {
                Ok(SiteAddress { base, origin: format!("{scheme}://{host}") })
            }
            Some(base) => Err(AddressError::Disagree {
                url: of_url.as_str().to_owned(),
                base: base.as_str().to_owned(),
            }),
            None => Ok(SiteAddress { base: of_url, origin: format!("{scheme}://{host}") }),
        }
    }
}

fn parse_base(text: &str) -> Result<BasePath, AddressError> {
    let base = BasePath::new(text);
    let is_part = |part: &str| {
        part.is_empty()
            || (part.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '~'))
                && !part.chars().all(|c| c == '.'))
    };
    let inner = base.as_str().trim_matches('/');
    match inner.split('/').all(is_part) && !inner.contains("//") {
        true => Ok(base),
        false => Err(AddressError::BasePath(text.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(url: Option<&str>, base: Option<&str>) -> Result<(String, String), AddressError> {
        SiteAddress::parse(url, base).map(|a| (a.origin, a.base.as_str().to_owned()))
    }

    #[test]
    fn base_without_slashes_is_completed() {
        for base in ["thi-dua", "/thi-dua", "thi-dua/", "/thi-dua/"] {
            assert_eq!(parse(None, Some(base)), Ok((String::new(), "/thi-dua/".to_owned())));
        }
        assert_eq!(parse(None, None), Ok((String::new(), "/".to_owned())));
    }

    #[test]
    fn url_gives_origin_and_base() {
        let both = Ok(("https://a.example".to_owned(), "/thi-dua/".to_owned()));
        assert_eq!(parse(Some("https://a.example/thi-dua/"), None), both);
        assert_eq!(parse(Some("https://a.example/thi-dua"), Some("thi-dua")), both);
        assert_eq!(parse(Some("https://a.example"), Some("/thi-dua/")), both);
        assert!(parse(Some("https://a.example/kho/"), Some("/thi-dua/")).is_err());
    }

    #[test]
    fn malformed_url_or_base_is_refused() {
        for base in ["/a b/", "/\"/", "/../", "/a//b/", "https://x/", "/thi đua/", "/a?b/"] {
            assert!(parse(None, Some(base)).is_err(), "{base}");
        }
        for url in ["example.org", "ftp://example.org", "https://", "https://a.example/?q", "https://a b/"] {
            assert!(parse(Some(url), None).is_err(), "{url}");
        }
    }
}
