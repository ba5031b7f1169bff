//! Merging a folder of documents into one corpus: objects with the same id are one object.
//!
//! An object may be in several documents if they agree in every field. Where they differ nothing is chosen: the error names
//! both files. An object that is twice in one document is left for [`validate`](super::validate()) to report.

use std::collections::BTreeMap;
use std::fmt;

use thiserror::Error;

use super::fact_path::FactPath;
use crate::domain::Corpus;

/// A document and the file that it was read from.
#[derive(Debug, Clone)]
pub struct CorpusFile {
    /// Name of the file, for messages.
    pub file: String,
    /// The document.
    pub corpus: Corpus,
}

/// A merged corpus and the origins of its parts.
#[derive(Debug, Clone)]
pub struct MergedCorpus {
    /// All documents as one, in their order.
    pub corpus: Corpus,
    /// The file of each part.
    pub origins: FactOrigins,
}

/// The file that each part of a merged corpus was read from.
#[derive(Debug, Clone, Default)]
pub struct FactOrigins {
    /// The first file: it gives everything outside lists.
    first: String,
    /// By list of the document, the file of each item.
    files: BTreeMap<&'static str, Vec<String>>,
}

impl FactOrigins {
    /// The file that holds the value at a path of the merged corpus.
    pub fn file_of(&self, path: &FactPath) -> &str {
        let file = path.top_item().and_then(|(list, index)| self.files.get(list)?.get(index));
        file.unwrap_or(&self.first)
    }
}

/// The part about which two documents disagree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConflictSubject {
    /// The title of the corpus.
    Title,
    /// The licence.
    Licence,
    /// The object of this id in this list of the document, or the redirect of this id.
    Item {
        /// Field of the document, such as `campaigns`.
        list: &'static str,
        /// Id of the object.
        id: String,
    },
}

/// `title`, `licence`, `campaigns "lao-dong-gioi"`.
impl fmt::Display for ConflictSubject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ConflictSubject::Title => f.write_str("title"),
            ConflictSubject::Licence => f.write_str("licence"),
            ConflictSubject::Item { list, id } => write!(f, "{list} {id:?}"),
        }
    }
}

/// Two documents that disagree.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{subject} differs between {} and {}: make them equal or give one another id", .files[0], .files[1])]
pub struct MergeConflict {
    /// The part that differs.
    pub subject: ConflictSubject,
    /// Names of the two files.
    pub files: [String; 2],
}

/// Every disagreement between documents, one line each.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}", .conflicts.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct MergeError {
    /// In the order of the documents.
    pub conflicts: Vec<MergeConflict>,
}

/// Merges documents by id.
///
/// # Errors
/// Every [`MergeConflict`], not only the first.
pub fn merge(
    first: CorpusFile,
    rest: impl IntoIterator<Item = CorpusFile>,
) -> Result<MergedCorpus, MergeError> {
    let mut rest = rest.into_iter().peekable();
    // A single document has no conflicts.
    if rest.peek().is_none() {
        let CorpusFile { file, corpus } = first;
        let origins = FactOrigins { first: file, ..FactOrigins::default() };
        return Ok(MergedCorpus { corpus, origins });
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
            merger.conflict(ConflictSubject::Title, owner, &file);
        }
        if !corpus.languages.is_default() {
            merged.languages = corpus.languages;
        }
        match (corpus.licence, &licensed_by) {
            (None, _) => {}
            (Some(licence), None) => {
                merged.licence = Some(licence);
                licensed_by = Some(file.clone());
            }
            (Some(licence), Some(owner)) if merged.licence.as_ref() != Some(&licence) => {
                merger.conflict(ConflictSubject::Licence, owner.clone(), &file);
            }
            (Some(_), Some(_)) => {}
        }
        merger.merge_list("sources", &mut merged.sources, corpus.sources, &file, |s| &s.id);
        merger.merge_list("organisations", &mut merged.organisations, corpus.organisations, &file, |o| &o.id);
        merger.merge_list("units", &mut merged.units, corpus.units, &file, |u| &u.id);
        merger.merge_list("campaigns", &mut merged.campaigns, corpus.campaigns, &file, |c| &c.id);
        merger.merge_list("glossary", &mut merged.glossary, corpus.glossary, &file, |g| &g.abbreviation);
        merger.merge_list("articles", &mut merged.articles, corpus.articles, &file, |a| &a.id);
        for (from, to) in corpus.redirects {
            match merger.other_owner("redirects", &from, &file, 0) {
                Some(_) if merged.redirects.get(&from) == Some(&to) => {}
                Some((owner, _)) => {
                    merger.conflict(ConflictSubject::Item { list: "redirects", id: from }, owner, &file);
                }
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
    /// By list and id: the file in which the object was read first, and its index in the merged list.
    owners: BTreeMap<(&'static str, String), (String, usize)>,
    conflicts: Vec<MergeConflict>,
    origins: FactOrigins,
}

impl Merger {
    fn merge_list<T: PartialEq>(
        &mut self,
        list: &'static str,
        into: &mut Vec<T>,
        from: Vec<T>,
        file: &str,
        id: impl Fn(&T) -> &str,
    ) {
        for item in from {
            match self.other_owner(list, id(&item), file, into.len()) {
                Some((_, index)) if into.get(index) == Some(&item) => {}
                Some((owner, _)) => {
                    self.conflict(ConflictSubject::Item { list, id: id(&item).to_owned() }, owner, file);
                }
                None => {
                    self.origins.files.entry(list).or_default().push(file.to_owned());
                    into.push(item);
                }
            }
        }
    }

    /// Returns the other file that an object was read from before, and its index. `None` where the object is new, or is
    /// given again in the same file; it is then recorded with `file` and `index`.
    fn other_owner(
        &mut self,
        list: &'static str,
        id: &str,
        file: &str,
        index: usize,
    ) -> Option<(String, usize)> {
        let owner = self.owners.entry((list, id.to_owned())).or_insert_with(|| (file.to_owned(), index));
        (owner.0 != file).then(|| owner.clone())
    }

    fn conflict(&mut self, subject: ConflictSubject, owner: String, file: &str) {
        self.conflicts.push(MergeConflict { subject, files: [owner, file.to_owned()] });
    }
}
