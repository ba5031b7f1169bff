//! List of the files of a site, which stands among them. A folder whose files are all in its list was written by this program,
//! or unpacked from what a page has made, and may be replaced by a newer site.

/// Name of the list.
pub const FILE_LIST: &str = ".thidua-files";

/// Returns the list of these paths: one a line, in the order of their lower-case forms.
pub fn file_list(mut paths: Vec<String>) -> String {
    paths.sort_by_cached_key(|path| path.to_lowercase());
    format!("{}\n", paths.join("\n"))
}
