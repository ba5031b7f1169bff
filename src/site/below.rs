//! Paths in two parts: of a hundred thousand files that lie in the folders of their pages the folders are written once.

/// The path of a file below the root of a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Below<'t> {
    /// Its beginning, a slash at its end included; nothing where the other part is all.
    pub folder: &'t str,
    /// The rest.
    pub rest: &'t str,
}

impl<'t> From<&'t str> for Below<'t> {
    fn from(path: &'t str) -> Below<'t> {
        Below { folder: "", rest: path }
    }
}

impl<'t> Below<'t> {
    /// A path as it is written where its part of a site is called `name`: without a folder of that name, else from the root.
    pub fn written<'p>(name: &str, path: &'p str) -> [&'p str; 2] {
        path.strip_prefix(name).filter(|_| name.ends_with('/')).map_or(["/", path], |rest| ["", rest])
    }

    /// Reads what was [`written`](Below::written).
    pub fn read(name: &'t str, written: &'t str) -> Below<'t> {
        written.strip_prefix('/').map_or(Below { folder: name, rest: written }, Below::from)
    }

    /// The path in one.
    pub fn path(self) -> String {
        [self.folder, self.rest].concat()
    }

    /// Whether it is the same file as `path` where the disk tells no case apart.
    pub fn is_like(self, path: &str) -> bool {
        path.split_at_checked(self.folder.len()).is_some_and(|(folder, rest)| {
            rest.eq_ignore_ascii_case(self.rest) && folder.eq_ignore_ascii_case(self.folder)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        for (name, path) in [
            ("p/a/", "p/a/index.html"),
            ("p/a/", "en/p/a/x"),
            ("", "index.html"),
            ("*p", "*p/x"),
            ("p/a/", "p/ab"),
        ] {
            let written = Below::written(name, path).concat();
            assert_eq!(Below::read(name, &written).path(), path, "{written}");
        }
        assert_eq!(Below::written("p/a/", "p/a/x"), ["", "x"]);
        let below = Below::read("p/a/", "x");
        assert!(
            below.is_like("P/a/X")
                && !below.is_like("p/a/xx")
                && !below.is_like("p")
                && !below.is_like("x/a/x")
        );
    }
}
