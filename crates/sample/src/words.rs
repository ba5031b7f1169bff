//! Word lists. Each file has sections: `[name]`, followed by one entry per line. A name of several sections names all
//! of them.

const TEXTS: [&str; 3] =
    [include_str!("words/names.txt"), include_str!("words/campaigns.txt"), include_str!("words/prose.txt")];

/// All word lists.
#[derive(Debug)]
pub struct Words {
    sections: Vec<(&'static str, Vec<&'static str>)>,
}

impl Words {
    /// Reads the word lists that are compiled into the program.
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

    /// The first list with this name. A missing list is a bug: a debug assertion fails, and release builds return an
    /// empty list.
    pub fn list(&self, name: &str) -> &[&'static str] {
        let list = self.lists(name).next();
        debug_assert!(list.is_some(), "there is no list {name}");
        list.unwrap_or(&[])
    }

    /// All lists with this name.
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
    fn word_lists_are_unique_and_in_normal_form() {
        for (name, entries) in Words::read().sections {
            let mut sorted = entries.clone();
            sorted.sort_unstable();
            sorted.dedup();
            assert!(sorted.len() == entries.len() && entries.len() > 2, "{name}");
            assert!(entries.iter().all(|entry| nfc(entry) == *entry && entry.trim() == *entry), "{name}");
        }
    }
}
