//! Path of the page for a browser address, on hosts that write addresses in their own way.
//!
//! Every page states the path that it was built for. A host that ignores case, escapes letters, adds a session,
//! serves the site from an archive or shows the file name serves the right page at an address that is not one of
//! ours. The stated path is used then.

use percent_encoding::percent_decode_str;

use thidua_pages::route::{BasePath, Page, Route};

use super::location::Address;

/// Returns the path (relative to the base) of the page to show. `pathname` is the browser's address, `address` the
/// same relative to the base if it is below it, and `built_for` the path that the page was built for; `None` for the
/// 404 page.
pub fn path_to_show(pathname: &str, address: Option<&Address>, built_for: Option<&str>) -> String {
    match (address, built_for) {
        (Some(address), Some(built_for))
            if is_equivalent(&address.path, built_for) || is_not_found(&address.path) =>
        {
            built_for.to_owned()
        }
        (Some(address), _) => address.path.clone(),
        (None, Some(built_for)) => built_for.to_owned(),
        (None, None) => pathname.trim_start_matches('/').to_owned(),
    }
}

/// Returns the base of a site whose links were rewritten by an archive or proxy. `home` is the actual link to the
/// home page of the language `prefix`, `base` the one that the builder wrote.
///
/// ```
/// use thidua_pages::route::BasePath;
/// use thidua_ui::page_path::rewritten_base;
/// let base = BasePath::new("/kho/");
/// let home = "/web/20240101/http://vi.du/kho/en/";
/// assert_eq!(rewritten_base(home, "en/", &base).as_str(), "/web/20240101/http://vi.du/kho/");
/// assert_eq!(rewritten_base("/kho/en/", "en/", &base), base);
/// ```
pub fn rewritten_base(home: &str, prefix: &str, base: &BasePath) -> BasePath {
    let root = home.strip_suffix(prefix).filter(|root| root.ends_with(base.as_str()));
    root.map_or_else(|| base.clone(), BasePath::new)
}

fn is_not_found(path: &str) -> bool {
    matches!(Route::parse(path).page, Page::NotFound(_))
}

/// Returns whether two paths differ only by what hosts add and change.
fn is_equivalent(path: &str, built_for: &str) -> bool {
    normalized(path) == normalized(built_for)
}

/// Segments of a path without what hosts add: escapes, case, segment parameters, the file name.
fn normalized(path: &str) -> Vec<String> {
    let decoded = percent_decode_str(path).decode_utf8_lossy().to_lowercase();
    let segments = decoded.split('/').filter_map(|segment| segment.split(';').next());
    segments.filter(|segment| !segment.is_empty() && *segment != "index.html").map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shows(pathname: &str, built_for: Option<&str>) -> String {
        let base = BasePath::new("/kho/");
        path_to_show(pathname, Address::from_path(&base, pathname, "").as_ref(), built_for)
    }

    #[test]
    fn data_path_wins_over_an_odd_address() {
        for (pathname, built_for) in [
            ("/kho/Phong-Trao/", "phong-trao/"),
            ("/kho/phong%2Dtrao/", "phong-trao/"),
            ("/kho/phong-trao/;jsessionid=A1B2", "phong-trao/"),
            ("/kho/phong-trao;v=1/lao-dong-gioi/", "phong-trao/lao-dong-gioi/"),
            ("/kho/phong-trao/Lao-Dong-Gioi/", "phong-trao/lao-dong-gioi/"),
            ("/kho/phong-trao/INDEX.HTML", "phong-trao/"),
            ("/kho/Index.Html", ""),
            ("/kho/EN/", "en/"),
            ("/KHO/phong-trao/", "phong-trao/"),
            ("/web/20240101/http://vi.du/kho/phong-trao/", "phong-trao/"),
            ("/web/20240101/http://vi.du/kho/", ""),
            ("/kho//phong-trao//", "phong-trao/"),
            ("/kho/index.php/phong-trao/", "phong-trao/"),
        ] {
            assert_eq!(shows(pathname, Some(built_for)), built_for, "{pathname}");
        }
    }

    #[test]
    fn known_address_wins_over_a_fallback_page() {
        assert_eq!(shows("/kho/phong-trao/", Some("")), "phong-trao/");
        assert_eq!(shows("/kho/bai-viet/a/", Some("")), "bai-viet/a/");
    }

    #[test]
    fn without_data_path_the_address_is_used() {
        assert_eq!(shows("/kho/khong-co/", None), "khong-co/");
        assert_eq!(shows("/kho/phong-trao/", None), "phong-trao/");
        assert!(is_not_found(&shows("/khac/x/", None)));
    }
}
