//! RIS: a tag, two spaces, a hyphen, a space, a value; lines end as the format's definition has it.

use super::work::{Work, one_line};

pub(super) fn record(work: &Work<'_>) -> String {
    let mut lines = vec![("TY", "NEWS".to_owned())];
    // A comma would part surname and given name; Vietnamese names have none.
    lines.extend(work.authors.iter().map(|name| ("AU", one_line(name).replace(',', " "))));
    lines.push(("TI", one_line(work.title)));
    lines.extend(work.newspaper.map(|newspaper| ("T2", one_line(newspaper))));
    if let [year, rest @ ..] = work.date_parts().as_slice() {
        lines.push(("PY", format!("{year:04}")));
        let part = |i: usize| rest.get(i).map(|n| format!("{n:02}")).unwrap_or_default();
        lines.push(("DA", format!("{year:04}/{}/{}/", part(0), part(1))));
    }
    lines.push(("UR", work.url.to_owned()));
    lines.push(("LA", "vi".to_owned()));
    lines.push(("N1", one_line(&work.note)));
    lines.push(("ID", work.id.to_owned()));
    lines.push(("ER", String::new()));
    lines.iter().map(|(tag, value)| format!("{tag}  - {value}\r\n")).collect()
}
