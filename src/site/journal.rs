//! Changed files are moved into a site one by one. What is to be moved is written down first, so that a move that was
//! interrupted is finished by the next build.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::SiteError;

/// What is to be done to a site.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Moves {
    /// Files to be moved into it, in their order.
    pub put: Vec<String>,
    /// Files to be removed after that.
    pub gone: Vec<String>,
}

const TITLE: &str = "thidua-journal 1";
const END: &str = "end";

impl Moves {
    /// The journal as text.
    pub fn written(&self) -> String {
        let put = self.put.iter().map(|path| format!("put {path}\n"));
        let gone = self.gone.iter().map(|path| format!("gone {path}\n"));
        let lines: String = put.chain(gone).collect();
        format!("{TITLE}\n{lines}{END}\n")
    }

    /// Reads a journal. `None` where it is not whole: then nothing of it was done yet.
    pub fn read(text: &str) -> Option<Moves> {
        let lines = text.strip_prefix(TITLE)?.strip_prefix('\n')?.strip_suffix('\n')?.strip_suffix(END)?;
        let mut moves = Moves::default();
        for line in lines.lines() {
            match line.split_once(' ')? {
                ("put", path) => moves.put.push(path.to_owned()),
                ("gone", path) => moves.gone.push(path.to_owned()),
                _ => return None,
            }
        }
        Some(moves)
    }

    /// Does it, or what is left of it to be done: moves files from `new` into `place`, then removes what is gone, and
    /// folders that have become empty.
    ///
    /// # Errors
    /// Where the system refuses.
    pub fn carry_out(&self, new: &Path, place: &Path) -> Result<(), SiteError> {
        for path in &self.put {
            let (from, to) = (new.join(path), place.join(path));
            let moved = fs::rename(&from, &to).or_else(|reason| match (reason.kind(), to.parent()) {
                // It was moved before, or its folder is new.
                (ErrorKind::NotFound, _) if to.exists() && !from.exists() => Ok(()),
                (ErrorKind::NotFound, Some(folder)) => {
                    fs::create_dir_all(folder).and_then(|()| fs::rename(&from, &to))
                }
                _ => Err(reason),
            });
            moved.map_err(|reason| SiteError::writing(&to, reason))?;
        }
        let mut folders = BTreeSet::new();
        for path in &self.gone {
            let file = place.join(path);
            match fs::remove_file(&file) {
                Err(reason) if reason.kind() != ErrorKind::NotFound => {
                    return Err(SiteError::writing(&file, reason));
                }
                _ => folders.extend(file.ancestors().skip(1).take_while(|f| *f != place).map(Path::to_owned)),
            }
        }
        // The deepest first. One that is not empty stays.
        for folder in folders.into_iter().rev() {
            let _empty = fs::remove_dir(folder);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    #[test]
    fn a_journal_that_is_not_whole_is_none() {
        let moves = Moves { put: vec!["a/b c.html".to_owned()], gone: vec!["d".to_owned()] };
        let text = moves.written();
        assert_eq!(Moves::read(&text), Some(moves));
        for end in 0..text.len() - 1 {
            assert_eq!(Moves::read(text.get(..end).unwrap()), None, "{end}");
        }
    }

    #[test]
    fn what_was_begun_is_finished() {
        let folder = TempDir::new().unwrap();
        let (new, place) = (folder.path().join("new"), folder.path().join("place"));
        for (root, path) in [(&new, "a/x"), (&place, "b/x"), (&place, "c/d/x"), (&place, "c/mine")] {
            fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
            fs::write(root.join(path), "x").unwrap();
        }
        let names = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
        let moves = Moves { put: names(&["b/x", "a/x"]), gone: names(&["c/d/x", "e/f"]) };
        moves.carry_out(&new, &place).unwrap();
        assert!(place.join("a/x").is_file() && place.join("b/x").is_file());
        assert!(!place.join("c/d").exists() && place.join("c/mine").is_file());
        moves.carry_out(&new, &place).unwrap();
    }
}
