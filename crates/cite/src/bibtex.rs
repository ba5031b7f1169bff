//! BibTeX in UTF-8, as biber and current reference managers read it.

use thidua_core::text::fold_space;

use super::cited_work::CitedWork;

/// Line with the date of access, to be filled.
pub(super) const ACCESS: &str = "  urldate = {YYYY-MM-DD},\n";

/// Appends an entry. `access` is the line with the date of access, or empty; it follows the address.
pub(super) fn push_entry(work: &CitedWork<'_>, access: &str, out: &mut String) {
    // BibTeX's @article must have a journal.
    let kind = if work.newspaper.is_some() { "article" } else { "misc" };
    let mut fields: Vec<(&str, String)> = Vec::new();
    if !work.authors.is_empty() {
        // Inner braces keep a name whole.
        let names: Vec<String> = work.authors.iter().map(|name| format!("{{{}}}", escape(name))).collect();
        fields.push(("author", names.join(" and ")));
    }
    // Inner braces keep the capitals of a title.
    fields.push(("title", format!("{{{}}}", escape(&work.title))));
    fields.extend(work.website.as_deref().map(|site| ("howpublished", escape(site))));
    if let Some(newspaper) = work.newspaper {
        fields.push(("journal", escape(newspaper)));
    }
    for (name, part) in ["year", "month", "day"].into_iter().zip(work.date_parts()) {
        fields.push((name, part.to_string()));
    }
    fields.extend(work.url.map(|address| ("url", url(address))));
    fields.extend(work.note.as_deref().map(|note| ("note", escape(note))));
    fields.push(("langid", "vietnamese".to_owned()));
    out.extend(["@", kind, "{", work.id, ",\n"]);
    for (name, value) in fields {
        out.extend(["  ", name, " = {", &value, "},\n"]);
        if name == "url" {
            out.push_str(access);
        }
    }
    out.push_str("}\n");
}

/// Escapes characters that TeX takes for commands. Braces too, since they must balance.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in fold_space(text).chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '$' | '&' | '#' | '_' | '%' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

/// Percent-encodes the characters of an address that would end the field; BibTeX reads the others as they are.
fn url(address: &str) -> String {
    address.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C")
}
