//! Static file server, as simple as the hosts that sites must work on: it serves files, redirects a folder to its address
//! with a slash, and answers unknown addresses with 404.html and status 404. It has no rewrite rules.

use std::fs::{self, File};
use std::path::{Component, Path, PathBuf};

use percent_encoding::percent_decode_str;
use thidua_pages::route::BasePath;

use super::http_server::{HttpServer, Request, Response};
use super::save_requests::{SAVE_PATH, SaveRequests};
use crate::CliError;

const TYPES: [(&str, &str); 18] = [
    ("bib", "application/x-bibtex; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("ico", "image/x-icon"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json; charset=utf-8"),
    ("md", "text/markdown; charset=utf-8"),
    ("png", "image/png"),
    ("ris", "application/x-research-info-systems; charset=utf-8"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
    ("woff2", "font/woff2"),
    ("xml", "application/xml; charset=utf-8"),
    ("zip", "application/zip"),
    ("webp", "image/webp"),
];

/// Server of one folder on the loopback address.
pub struct StaticServer {
    server: HttpServer,
    root: PathBuf,
    base: BasePath,
    port: u16,
    saves: Option<SaveRequests>,
}

/// Returns the base path of a site that this program built. `None` if the folder holds none.
pub fn base_of_site(folder: &Path) -> Option<String> {
    let home = fs::read_to_string(folder.join("index.html")).ok()?;
    let (_, rest) = home.split_once(" data-base=\"")?;
    rest.split_once('"').map(|(base, _)| base.to_owned())
}

impl StaticServer {
    /// Binds a server for the files below `root` to `port`, or to any free port if that is taken.
    ///
    /// # Errors
    /// [`CliError::Server`] if no port is free.
    pub fn open(root: &Path, base: &str, port: u16) -> Result<StaticServer, CliError> {
        let failed = |reason: std::io::Error| CliError::Server(reason.to_string());
        let server = HttpServer::bind(port).map_err(failed)?;
        let port = server.port().map_err(failed)?;
        Ok(StaticServer { server, root: root.to_owned(), base: BasePath::new(base), port, saves: None })
    }

    /// Sets the handler of requests to save.
    pub fn saving(self, saves: SaveRequests) -> StaticServer {
        StaticServer { saves: Some(saves), ..self }
    }

    /// Returns the URL of the home page.
    pub fn url(&self) -> String {
        format!("http://localhost:{}{}", self.port, self.base.as_str())
    }

    /// Answers requests until the program stops.
    pub fn run(&self) {
        self.server.run(|request| self.answer(request));
    }

    fn answer(&self, request: &mut Request) -> Response {
        let address = request.target.clone();
        let (path, query) =
            address.split_once('?').map_or((address.as_str(), ""), |(path, query)| (path, query));
        if let Some(saves) = self.saves.as_ref().filter(|_| self.base.strip(path) == Some(SAVE_PATH)) {
            return saves.answer(request, query, self.port);
        }
        if !matches!(request.method.as_str(), "GET" | "HEAD") {
            return Response::text(405, "Only GET and HEAD.\n").with("Allow", "GET, HEAD");
        }
        let Some(inner) = self.base.strip(path) else {
            return Response::text(404, "Not under the site's base path.\n");
        };
        let is_bare = !path.ends_with('/');
        match self.file(inner) {
            Some(folder) if folder.is_dir() && is_bare => {
                let query = if query.is_empty() { String::new() } else { format!("?{query}") };
                Response::text(301, "").with("Location", &format!("{path}/{query}"))
            }
            Some(folder) if folder.is_dir() => self.send(&folder.join("index.html"), 200),
            Some(file) if is_bare => self.send(&file, 200),
            _ => self.not_found(),
        }
    }

    /// Returns the file or folder of a path. `None` if it would be outside of the site.
    fn file(&self, path: &str) -> Option<PathBuf> {
        let decoded = percent_decode_str(path).decode_utf8().ok()?;
        let inner = Path::new(decoded.as_ref());
        let is_inside =
            inner.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
        is_inside.then(|| self.root.join(inner))
    }

    fn send(&self, path: &Path, status: u16) -> Response {
        let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default();
        let known = TYPES.iter().find(|(name, _)| *name == extension);
        let kind = known.map_or("application/octet-stream", |(_, kind)| kind);
        match File::open(path).and_then(|file| Response::file(status, file, kind)) {
            Ok(response) => response,
            // The page for unknown addresses may be missing itself.
            Err(_) if status == 404 => Response::text(404, "Not found.\n"),
            Err(_) => self.not_found(),
        }
    }

    fn not_found(&self) -> Response {
        self.send(&self.root.join("404.html"), 404)
    }
}
