//! A folder of documents as one corpus: things of one id are one thing.
//!
//! A thing may stand in several documents as long as they agree in every field; where they differ, nothing is
//! chosen: the error names both files. A thing that stands twice in one document is left for
//! [`validate`](super::validate()) to report.

use std::collections::BTreeMap;
use std::fmt;

use crate::domain::Corpus;

/// A document and the file that it was read from.
#[derive(Debug, Clone)]
pub struct CorpusFile {
    /// The file's name, for messages.
    pub file: String,
    /// What it holds.
    pub corpus: Corpus,
}

/// A corpus and where its parts came from.
#[derive(Debug, Clone)]
pub struct MergedCorpus {
    /// All documents as one, in their order.
    pub corpus: Corpus,
    /// The file of each part.
    pub origins: FactOrigins,
}

/// Which file each part of a merged corpus was read from.
#[derive(Debug, Clone, Default)]
pub struct FactOrigins {
    first: String,
    /// By the path of the part: `articles[3]`.
    files: BTreeMap<String, String>,
}

impl FactOrigins {
    /// The file that holds what stands at a JSON path of the merged corpus.
    pub fn file_of(&self, path: &str) -> &str {
        let part = path.split_once(']').map(|(part, _)| format!("{part}]"));
        part.and_then(|part| self.files.get(&part)).unwrap_or(&self.first)
    }
}

/// Two documents that disagree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergeConflict {
    /// What they disagree about (`campaigns "lao-dong-gioi"`).
    pub what: String,
    /// The two files.
    pub files: [String; 2],
}

/// Every disagreement between documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergeError {
    /// In the order of the documents.
    pub conflicts: Vec<MergeConflict>,
}

impl fmt::Display for MergeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, MergeConflict { what, files: [a, b] }) in self.conflicts.iter().enumerate() {
            let separator = if i == 0 { "" } else { "\n" };
            write!(
                f,
                "{separator}{what} differs between {a} and {b}: make them equal or give one another id"
            )?;
        }
        Ok(())
    }
}

impl std::error::Error for MergeError {}

/// Merges documents by id.
///
/// # Errors
/// Every [`MergeConflict`], not only the first.
pub fn merge(
    first: CorpusFile,
    rest: impl IntoIterator<Item = CorpusFile>,
) -> Result<MergedCorpus, MergeError> {
    let mut rest = rest.into_iter().peekable();
    // One alone agrees with itself.
    if rest.peek().is_none() {
        let CorpusFile { file, corpus } = first;
        return Ok(MergedCorpus { corpus, origins: FactOrigins { first: file, ..FactOrigins::default() } });
    }
    let mut merger =
        Merger { owners: BTreeMap::new(), conflicts: Vec::new(), origins: FactOrigins::default() };
    merger.origins.first.clone_from(&first.file);
    let mut merged = Corpus {
        schema: first.corpus.schema.clone(),
        schema_version: first.corpus.schema_version,
        ..Corpus::empty(first.corpus.title.clone())
    };
    let mut licensed_by: Option<String> = None;
    for CorpusFile { file, corpus } in std::iter::once(first).chain(rest) {
        if corpus.title != merged.title {
            let owner = merger.origins.first.clone();
            merger.conflicts.push(MergeConflict { what: "title".to_owned(), files: [owner, file.clone()] });
        }
        match (corpus.licence, &licensed_by) {
            (None, _) => {}
            (Some(licence), None) => {
                merged.licence = Some(licence);
                licensed_by = Some(file.clone());
            }
            (Some(licence), Some(owner)) if merged.licence.as_ref() != Some(&licence) => {
                merger
                    .conflicts
                    .push(MergeConflict { what: "licence".to_owned(), files: [owner.clone(), file.clone()] });
            }
            (Some(_), Some(_)) => {}
        }
        merger.list("sources", &mut merged.sources, corpus.sources, &file, |s| &s.id);
        merger.list("organisations", &mut merged.organisations, corpus.organisations, &file, |o| &o.id);
        merger.list("units", &mut merged.units, corpus.units, &file, |u| &u.id);
        merger.list("campaigns", &mut merged.campaigns, corpus.campaigns, &file, |c| &c.id);
        merger.list("glossary", &mut merged.glossary, corpus.glossary, &file, |g| &g.abbreviation);
        merger.list("articles", &mut merged.articles, corpus.articles, &file, |a| &a.id);
        for (from, to) in corpus.redirects {
            match merger.known("redirects", &from, &file, 0) {
                Some(_) if merged.redirects.get(&from) == Some(&to) => {}
                Some((owner, _)) => merger.conflict("redirects", &from, owner, &file),
                None => {
                    merged.redirects.insert(from, to);
                }
            }
        }
    }
    if merger.conflicts.is_empty() {
        Ok(MergedCorpus { corpus: merged, origins: merger.origins })
    } else {
        Err(MergeError { conflicts: merger.conflicts })
    }
}

struct Merger {
    /// The file in which each thing of a section was read first, and its index there.
    owners: BTreeMap<(&'static str, String), (String, usize)>,
    conflicts: Vec<MergeConflict>,
    origins: FactOrigins,
}

impl Merger {
    fn list<T: PartialEq>(
        &mut self,
        section: &'static str,
        into: &mut Vec<T>,
        from: Vec<T>,
        file: &str,
        id: impl Fn(&T) -> &str,
    ) {
        for item in from {
            match self.known(section, id(&item), file, into.len()) {
                Some((_, index)) if into.get(index) == Some(&item) => {}
                Some((owner, _)) => self.conflict(section, id(&item), owner, file),
                None => {
                    self.origins.files.insert(format!("{section}[{}]", into.len()), file.to_owned());
                    into.push(item);
                }
            }
        }
    }

    /// The other file that a thing was read from before, and its index; nothing where it is to be added.
    fn known(
        &mut self,
        section: &'static str,
        id: &str,
        file: &str,
        index: usize,
    ) -> Option<(String, usize)> {
        let owner = self.owners.entry((section, id.to_owned())).or_insert_with(|| (file.to_owned(), index));
        (owner.0 != file).then(|| owner.clone())
    }

    fn conflict(&mut self, section: &str, id: &str, owner: String, file: &str) {
        self.conflicts
            .push(MergeConflict { what: format!("{section} {id:?}"), files: [owner, file.to_owned()] });
    }
}
