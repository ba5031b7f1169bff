//! Where a site will live, from what an owner types.

use std::fmt;

use thidua_pages::route::BasePath;

/// Where a site will live.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The path on its host.
    pub base: BasePath,
    /// The host's origin without a slash at its end; empty where it is not known.
    pub origin: String,
}

/// Why no address can be made of what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AddressError {
    /// Not the address of a web site.
    Url(String),
    /// Not a path.
    Base(String),
    /// The path of the address and the base are two.
    Disagree {
        /// The path of the address.
        url: String,
        /// The base.
        base: String,
    },
}

impl fmt::Display for AddressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AddressError::Url(url) => write!(
                f,
                "--url {url:?} is not the address of a site: write it as in https://example.org/ or https://example.org/thi-dua/"
            ),
            AddressError::Base(base) => write!(
                f,
                "--base {base:?} is not a path: use letters, digits, - _ . ~ between slashes, as in /thi-dua/"
            ),
            AddressError::Disagree { url, base } => write!(
                f,
                "--url says that the site will stand at {url}, --base says {base}: leave --base out, or make them agree"
            ),
        }
    }
}

impl Address {
    /// Reads an address. The base may be typed with or without its slashes, or be left to the path of `url`.
    ///
    /// # Errors
    /// An [`AddressError`] where one of them is malformed, or both are given and name two places.
    pub fn parse(url: Option<&str>, base: Option<&str>) -> Result<Address, AddressError> {
        let base = base.map(parse_base).transpose()?;
        let Some(url) = url else {
            return Ok(Address { base: base.unwrap_or_else(|| BasePath::new("/")), origin: String::new() });
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
                Ok(Address { base, origin: format!("{scheme}://{host}") })
            }
            Some(base) => Err(AddressError::Disagree {
                url: of_url.as_str().to_owned(),
                base: base.as_str().to_owned(),
            }),
            None => Ok(Address { base: of_url, origin: format!("{scheme}://{host}") }),
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
        false => Err(AddressError::Base(text.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(url: Option<&str>, base: Option<&str>) -> Result<(String, String), AddressError> {
        Address::parse(url, base).map(|a| (a.origin, a.base.as_str().to_owned()))
    }

    #[test]
    fn slashes_may_be_left_out() {
        for base in ["thi-dua", "/thi-dua", "thi-dua/", "/thi-dua/"] {
            assert_eq!(at(None, Some(base)), Ok((String::new(), "/thi-dua/".to_owned())));
        }
        assert_eq!(at(None, None), Ok((String::new(), "/".to_owned())));
    }

    #[test]
    fn an_address_says_both() {
        let both = Ok(("https://a.example".to_owned(), "/thi-dua/".to_owned()));
        assert_eq!(at(Some("https://a.example/thi-dua/"), None), both);
        assert_eq!(at(Some("https://a.example/thi-dua"), Some("thi-dua")), both);
        assert_eq!(at(Some("https://a.example"), Some("/thi-dua/")), both);
        assert!(at(Some("https://a.example/kho/"), Some("/thi-dua/")).is_err());
    }

    #[test]
    fn what_would_break_pages_is_refused() {
        for base in ["/a b/", "/\"/", "/../", "/a//b/", "https://x/", "/thi đua/", "/a?b/"] {
            assert!(at(None, Some(base)).is_err(), "{base}");
        }
        for url in ["example.org", "ftp://example.org", "https://", "https://a.example/?q", "https://a b/"] {
            assert!(at(Some(url), None).is_err(), "{url}");
        }
    }
}
