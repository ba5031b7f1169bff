//! RIS: lines of a tag, two spaces, a hyphen, a space and a value, ended by CRLF as the format requires.

use std::borrow::Cow;

use thidua_core::text::fold_space;

use super::cited_work::CitedWork;

/// Line with the date of access, to be filled.
pub(super) const ACCESS: &str = "Y2  - YYYY/MM/DD/\r\n";

/// Appends a record. `access` is the line with the date of access, or empty; it follows the address.
pub(super) fn push_record(work: &CitedWork<'_>, access: &str, out: &mut String) {
    let kind = if work.website.is_some() { "ELEC" } else { "NEWS" };
    let mut lines: Vec<(&str, Cow<'_, str>)> = vec![("TY", kind.into())];
    // A comma would separate surname and given name; Vietnamese names have none.
    lines.extend(work.authors.iter().map(|name| ("AU", fold_space(name).replace(',', " ").into())));
    lines.push(("TI", fold_space(&work.title)));
    lines.extend(work.newspaper.map(|newspaper| ("T2", fold_space(newspaper))));
    lines.extend(work.website.as_deref().map(|site| ("T2", fold_space(site))));
    if let [year, rest @ ..] = work.date_parts().as_slice() {
        lines.push(("PY", format!("{year:04}").into()));
        // The format has a field for every part of a date, empty if it is not known.
        let part = |i: usize| rest.get(i).map_or_else(String::new, |n| format!("{n:02}"));
        lines.push(("DA", format!("{year:04}/{}/{}/", part(0), part(1)).into()));
    }
    lines.extend(work.url.map(|address| ("UR", address.into())));
    lines.push(("LA", "vi".into()));
    lines.extend(work.note.as_deref().map(|note| ("N1", fold_space(note))));
    lines.push(("ID", work.id.into()));
    lines.push(("ER", "".into()));
    for (tag, value) in lines {
        out.extend([tag, "  - ", &value, "\r\n"]);
        if tag == "UR" {
            out.push_str(access);
        }
    }
}
