//! Static file server, as simple as the hosts that sites must work on: it serves files, redirects a folder to its address
//! with a slash, and answers unknown addresses with 404.html and status 404. It has no rewrite rules.

use std::fs::{self, File};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Component, Path, PathBuf};

use percent_encoding::percent_decode_str;
use tiny_http::{Header, Method, Request, Response, Server};

use thidua_pages::route::BasePath;

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

/// Number of requests that are answered at a time.
const THREADS: usize = 4;

/// Server of one folder on the loopback address.
pub struct StaticServer {
    server: Server,
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
        let bind = |port| Server::http(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
        let server = bind(port).or_else(|_| bind(0)).map_err(|e| CliError::Server(e.to_string()))?;
        let address = server.server_addr().to_ip();
        let port = address.ok_or_else(|| CliError::Server("the server has no port".to_owned()))?.port();
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
        std::thread::scope(|scope| {
            for _ in 0..THREADS {
                scope.spawn(|| {
                    while let Ok(request) = self.server.recv() {
                        // A connection that the client closes early is no error.
                        let _answered = self.answer(request);
                    }
                });
            }
        });
    }

    fn answer(&self, request: Request) -> std::io::Result<()> {
        let address = request.url().to_owned();
        let (path, query) =
            address.split_once('?').map_or((address.as_str(), ""), |(path, query)| (path, query));
        if let Some(saves) = self.saves.as_ref().filter(|_| self.base.strip(path) == Some(SAVE_PATH)) {
            return saves.answer(request, query, self.port);
        }
        if !matches!(request.method(), Method::Get | Method::Head) {
            return request.respond(Response::from_string("Only GET and HEAD.\n").with_status_code(405));
        }
        let Some(inner) = self.base.strip(path) else {
            return request
                .respond(Response::from_string("Not under the site's base path.\n").with_status_code(404));
        };
        let is_bare = !path.ends_with('/');
        match self.file(inner) {
            Some(folder) if folder.is_dir() && is_bare => {
                let query = if query.is_empty() { String::new() } else { format!("?{query}") };
                let response = Response::empty(301);
                match header("Location", &format!("{path}/{query}")) {
                    Some(location) => request.respond(response.with_header(location)),
                    None => request.respond(response),
                }
            }
            Some(folder) if folder.is_dir() => self.send(request, &folder.join("index.html"), 200),
            Some(file) if is_bare => self.send(request, &file, 200),
            _ => self.not_found(request),
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

    fn send(&self, request: Request, path: &Path, status: u16) -> std::io::Result<()> {
        let Ok(file) = File::open(path) else { return self.not_found(request) };
        let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default();
        let known = TYPES.iter().find(|(name, _)| *name == extension);
        let mut response = Response::from_file(file).with_status_code(status);
        let kind = known.map_or("application/octet-stream", |(_, kind)| kind);
        for (name, value) in
            [("Content-Type", kind), ("Cache-Control", "no-cache"), ("X-Content-Type-Options", "nosniff")]
        {
            if let Some(header) = header(name, value) {
                response.add_header(header);
            }
        }
        request.respond(response)
    }

    fn not_found(&self, request: Request) -> std::io::Result<()> {
        let page = self.root.join("404.html");
        if page.is_file() {
            return self.send(request, &page, 404);
        }
        request.respond(Response::from_string("Not found.\n").with_status_code(404))
    }
}

fn header(name: &str, value: &str) -> Option<Header> {
    Header::from_bytes(name, value).ok()
}
