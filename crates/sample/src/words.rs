//! The word lists: a text of sections, `[name]` above its entries, an entry a line. A name that stands over several
//! sections names all of them.

const TEXTS: [&str; 3] =
    [include_str!("words/names.txt"), include_str!("words/campaigns.txt"), include_str!("words/prose.txt")];

/// Every list.
#[derive(Debug)]
pub struct Words {
    sections: Vec<(&'static str, Vec<&'static str>)>,
}

impl Words {
    /// The lists of this program.
    pub fn read() -> Words {
        let mut sections: Vec<(&str, Vec<&str>)> = Vec::new();
        for line in TEXTS.iter().flat_map(|text| text.lines()) {
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                sections.push((name, Vec::new()));
            } else if !line.is_empty()
                && !line.starts_with('#')
                && let Some((_, entries)) = sections.last_mut()
            {
                entries.push(line);
            }
        }
        Words { sections }
    }

    /// The first list of that name. A name without a list is a bug: a debug assertion fails, and a release build gives an
    /// empty list.
    pub fn list(&self, name: &str) -> &[&'static str] {
        let list = self.lists(name).next();
        debug_assert!(list.is_some(), "there is no list {name}");
        list.unwrap_or(&[])
    }

    /// Every list of that name.
    pub fn lists(&self, name: &str) -> impl Iterator<Item = &[&'static str]> {
        self.sections
            .iter()
            .filter(move |(section, _)| *section == name)
            .map(|(_, entries)| entries.as_slice())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use thidua_core::text::nfc;

    #[test]
    fn lists_hold_each_entry_once_in_normal_form() {
        for (name, entries) in Words::read().sections {
            let mut sorted = entries.clone();
            sorted.sort_unstable();
            sorted.dedup();
            assert!(sorted.len() == entries.len() && entries.len() > 2, "{name}");
            assert!(entries.iter().all(|entry| nfc(entry) == *entry && entry.trim() == *entry), "{name}");
        }
    }
}
