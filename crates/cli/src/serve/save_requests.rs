//! Requests of the workbench to save: `GET` and `POST` of [`SAVE_PATH`].
//!
//! Nothing but the page that this program serves may write. A request must name this host (so that a foreign name that leads
//! to this machine does not help), come from a page of this origin, and carry the token of this run, which stands only in the
//! address that was printed. A header of its own keeps browsers from sending such a request for another site at all.

use serde::Serialize;

use thidua_core::domain::Lang;
use thidua_publish::CorpusPackage;

use super::corpus_store::CorpusStore;
use super::http_server::{Request, Response};
use super::save_error::SaveError;
use super::token::Token;

/// Path of the requests below the base path of the site.
pub const SAVE_PATH: &str = "_thidua/save";
/// Header of the token.
const TOKEN: &str = "x-thidua-token";
/// Header of the state that the page was made of.
const STATE: &str = "x-thidua-state";
/// Largest package, in MB. The largest corpus that a page can edit has 32 MB unpacked.
const MAX_MEGABYTES: usize = 64;

/// Answers requests to save.
#[derive(Debug)]
pub struct SaveRequests {
    store: std::sync::Arc<CorpusStore>,
    token: Token,
}

/// Answer to `GET`.
#[derive(Serialize)]
struct Place {
    folder: String,
    documents: usize,
    /// State that the served site shows.
    built: String,
}

/// Answer to a request that is refused.
#[derive(Serialize)]
struct Refusal<'a> {
    error: String,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    files: &'a [String],
}

impl SaveRequests {
    /// Creates the handler for a corpus and the token of this run.
    pub fn new(store: std::sync::Arc<CorpusStore>, token: Token) -> SaveRequests {
        SaveRequests { store, token }
    }

    /// Answers a request; `port` is that of the server.
    pub fn answer(&self, request: &mut Request, query: &str, port: u16) -> Response {
        let lang = if query.split('&').any(|pair| pair == "lang=en") { Lang::En } else { Lang::Vi };
        match self.respond(request, port) {
            Ok(json) => Response::json(200, json),
            Err(error) => {
                let refusal = Refusal { error: error.message(lang), files: error.files() };
                Response::json(error.status(), serde_json::to_string(&refusal).unwrap_or_default())
            }
        }
    }

    fn respond(&self, request: &mut Request, port: u16) -> Result<String, SaveError> {
        let is_post = match request.method.as_str() {
            "GET" | "HEAD" => false,
            "POST" => true,
            _ => return Err(SaveError::Method),
        };
        check_origin(request, port, is_post)?;
        if !request.header(TOKEN).is_some_and(|given| self.token.is(given)) {
            return Err(SaveError::Token);
        }
        let json = match is_post {
            false => serde_json::to_string(&Place {
                folder: self.store.place().display().to_string(),
                documents: self.store.documents(),
                built: self.store.shown(),
            }),
            true => {
                let body = read_body(request)?;
                let package = CorpusPackage::read(&body).map_err(SaveError::Package)?;
                serde_json::to_string(&self.store.save(request.header(STATE), package)?)
            }
        };
        json.map_err(|reason| SaveError::Files(crate::CliError::Json(reason)))
    }
}

/// Checks that a request names this host and comes from one of its pages. Only `POST` must state where it comes from: browsers
/// leave it out of other requests to the own host.
fn check_origin(request: &Request, port: u16, is_post: bool) -> Result<(), SaveError> {
    let host = request.header("host").filter(|host| {
        ["localhost", "127.0.0.1", "[::1]"].iter().any(|name| **host == format!("{name}:{port}"))
    });
    let host = host.ok_or(SaveError::Origin)?;
    let is_own = |origin: &str| origin.strip_prefix("http://") == Some(host);
    let origin_fits = request.header("origin").map_or(!is_post, is_own);
    let site_fits = request.header("sec-fetch-site").is_none_or(|site| site == "same-origin");
    if origin_fits && site_fits { Ok(()) } else { Err(SaveError::Origin) }
}

/// Reads the package that a request carries.
fn read_body(request: &mut Request) -> Result<Vec<u8>, SaveError> {
    let kind = request.header("content-type").and_then(|kind| kind.split(';').next()).map(str::trim);
    if kind != Some("application/zip") {
        return Err(SaveError::ContentType);
    }
    if request.length > MAX_MEGABYTES as u64 * 1024 * 1024 {
        return Err(SaveError::TooLarge(MAX_MEGABYTES));
    }
    request.read_body().map_err(|_| SaveError::CutOff)
}
