//! Static file server, as simple as the hosts that sites must work on: it serves files, redirects a folder to its address
//! with a slash, and answers unknown addresses with 404.html and status 404. It has no rewrite rules.

use std::fs;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::http::header::{ALLOW, LOCATION};
use axum::http::{HeaderValue, Method, StatusCode, Uri};
use axum::response::Response;
use percent_encoding::percent_decode_str;
use tokio::runtime;
use tokio::task::spawn_blocking;

use thidua_pages::route::BasePath;

use super::response::{response, text, with};
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
    listener: TcpListener,
    root: PathBuf,
    base: BasePath,
    port: u16,
    saves: Option<Arc<SaveRequests>>,
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
        let bind = |port| TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
        let listener = bind(port).or_else(|_| bind(0)).map_err(failed)?;
        let port = listener.local_addr().map_err(failed)?.port();
        Ok(StaticServer { listener, root: root.to_owned(), base: BasePath::new(base), port, saves: None })
    }

    /// Sets the handler of requests to save.
    pub fn saving(self, saves: SaveRequests) -> StaticServer {
        StaticServer { saves: Some(Arc::new(saves)), ..self }
    }

    /// Returns the URL of the home page.
    pub fn url(&self) -> String {
        format!("http://localhost:{}{}", self.port, self.base.as_str())
    }

    /// Answers requests until the program stops.
    ///
    /// # Errors
    /// [`CliError::Server`] if the system refuses what a server needs.
    pub fn run(self) -> Result<(), CliError> {
        // One thread talks to browsers; files are read by others.
        let runtime = runtime::Builder::new_current_thread().enable_all().build().map_err(failed)?;
        let listener = self.listener.try_clone().map_err(failed)?;
        listener.set_nonblocking(true).map_err(failed)?;
        let server = Arc::new(self);
        let serving = async move {
            let answer = move |request: Request| Arc::clone(&server).answer(request);
            let listener = tokio::net::TcpListener::from_std(listener)?;
            axum::serve(listener, Router::new().fallback(answer)).await
        };
        runtime.block_on(serving).map_err(failed)
    }

    async fn answer(self: Arc<Self>, request: Request) -> Response {
        let (head, body) = request.into_parts();
        let is_save = self.base.strip(head.uri.path()) == Some(SAVE_PATH);
        if let Some(saves) = self.saves.clone().filter(|_| is_save) {
            return saves.answer(head, body, self.port).await;
        }
        let answered = spawn_blocking(move || self.answer_file(&head.method, &head.uri)).await;
        answered.unwrap_or_else(|_| text(StatusCode::INTERNAL_SERVER_ERROR, "The server has failed.\n"))
    }

    fn answer_file(&self, method: &Method, uri: &Uri) -> Response {
        if !matches!(*method, Method::GET | Method::HEAD) {
            let refusal = text(StatusCode::METHOD_NOT_ALLOWED, "Only GET and HEAD.\n");
            return with(refusal, ALLOW, HeaderValue::from_static("GET, HEAD"));
        }
        let path = uri.path();
        let Some(inner) = self.base.strip(path) else {
            return text(StatusCode::NOT_FOUND, "Not under the site's base path.\n");
        };
        let is_bare = !path.ends_with('/');
        match self.file(inner) {
            Some(folder) if folder.is_dir() && is_bare => {
                let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
                match HeaderValue::try_from(format!("{path}/{query}")) {
                    Ok(location) => with(text(StatusCode::MOVED_PERMANENTLY, ""), LOCATION, location),
                    Err(_) => self.not_found(),
                }
            }
            Some(folder) if folder.is_dir() => self.send(&folder.join("index.html"), StatusCode::OK),
            Some(file) if is_bare => self.send(&file, StatusCode::OK),
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

    fn send(&self, path: &Path, status: StatusCode) -> Response {
        let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default();
        let known = TYPES.iter().find(|(name, _)| *name == extension);
        let kind = known.map_or("application/octet-stream", |(_, kind)| kind);
        match fs::read(path) {
            Ok(bytes) => response(status, kind, bytes),
            // The page for unknown addresses may be missing itself.
            Err(_) if status == StatusCode::NOT_FOUND => text(status, "Not found.\n"),
            Err(_) => self.not_found(),
        }
    }

    fn not_found(&self) -> Response {
        self.send(&self.root.join("404.html"), StatusCode::NOT_FOUND)
    }
}

fn failed(reason: io::Error) -> CliError {
    CliError::Server(reason.to_string())
}
