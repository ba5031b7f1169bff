//! Requests of the workbench to save: `GET` and `POST` of [`SAVE_PATH`].
//!
//! Nothing but the page that this program serves may write. A request must name this host (so that a foreign name that leads
//! to this machine does not help), come from a page of this origin, and carry the token of this run, which stands only in the
//! address that was printed. A header of its own keeps browsers from sending such a request for another site at all.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::Response;
use serde::Serialize;
use tokio::task::spawn_blocking;

use thidua_core::domain::Lang;
use thidua_publish::CorpusPackage;

use super::corpus_store::CorpusStore;
use super::response;
use super::save_error::SaveError;
use super::token::Token;
use crate::CliError;

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
    store: Arc<CorpusStore>,
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
    pub fn new(store: Arc<CorpusStore>, token: Token) -> SaveRequests {
        SaveRequests { store, token }
    }

    /// Answers a request; `port` is that of the server.
    pub async fn answer(self: Arc<Self>, head: Parts, body: Body, port: u16) -> Response {
        let is_english = head.uri.query().is_some_and(|query| query.split('&').any(|pair| pair == "lang=en"));
        let lang = if is_english { Lang::En } else { Lang::Vi };
        match self.respond(head, body, port).await {
            Ok(json) => response::json(StatusCode::OK, json),
            Err(error) => {
                let refusal = Refusal { error: error.message(lang), files: error.files() };
                let json = serde_json::to_string(&refusal).unwrap_or_default();
                let status = StatusCode::from_u16(error.status());
                response::json(status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR), json)
            }
        }
    }

    /// Checks who asks before anything of the body is read.
    async fn respond(self: Arc<Self>, head: Parts, body: Body, port: u16) -> Result<String, SaveError> {
        let is_post = match head.method {
            Method::GET | Method::HEAD => false,
            Method::POST => true,
            _ => return Err(SaveError::Method),
        };
        check_origin(&head.headers, port, is_post)?;
        if !value(&head.headers, TOKEN).is_some_and(|given| self.token.is(given)) {
            return Err(SaveError::Token);
        }
        let body = if is_post { read_body(&head.headers, body).await? } else { Vec::new() };
        // Files take time, and another request may be building the site.
        let answered = spawn_blocking(move || {
            let json = match is_post {
                false => serde_json::to_string(&self.place()),
                true => {
                    let package = CorpusPackage::read(&body).map_err(SaveError::Package)?;
                    serde_json::to_string(&self.store.save(value(&head.headers, STATE), package)?)
                }
            };
            json.map_err(|reason| SaveError::Files(CliError::Json(reason)))
        });
        answered.await.map_err(|reason| SaveError::Files(CliError::Server(reason.to_string())))?
    }

    fn place(&self) -> Place {
        Place {
            folder: self.store.place().display().to_string(),
            documents: self.store.documents(),
            built: self.store.shown(),
        }
    }
}

/// Returns the value of a header; `None` if it is missing, or there twice.
fn value<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let mut all = headers.get_all(name).iter();
    let value = all.next()?.to_str().ok()?;
    all.next().is_none().then_some(value)
}

/// Checks that a request names this host and comes from one of its pages. Only `POST` must state where it comes from: browsers
/// leave it out of other requests to the own host.
fn check_origin(headers: &HeaderMap, port: u16, is_post: bool) -> Result<(), SaveError> {
    let host = value(headers, "host").filter(|host| {
        ["localhost", "127.0.0.1", "[::1]"].iter().any(|name| **host == format!("{name}:{port}"))
    });
    let host = host.ok_or(SaveError::Origin)?;
    let is_absent = |name| !headers.contains_key(name);
    let is_own = |origin: &str| origin.strip_prefix("http://") == Some(host);
    let origin_fits = value(headers, "origin").map_or(!is_post && is_absent("origin"), is_own);
    let site_fits =
        value(headers, "sec-fetch-site").map_or(is_absent("sec-fetch-site"), |site| site == "same-origin");
    if origin_fits && site_fits { Ok(()) } else { Err(SaveError::Origin) }
}

/// Reads the package that a request carries.
async fn read_body(headers: &HeaderMap, body: Body) -> Result<Vec<u8>, SaveError> {
    let kind = value(headers, "content-type").and_then(|kind| kind.split(';').next()).map(str::trim);
    if kind != Some("application/zip") {
        return Err(SaveError::ContentType);
    }
    let limit = MAX_MEGABYTES * 1024 * 1024;
    let length = value(headers, "content-length").and_then(|length| length.parse::<usize>().ok());
    if length.is_some_and(|length| length > limit) {
        return Err(SaveError::TooLarge(MAX_MEGABYTES));
    }
    match to_bytes(body, limit).await {
        Ok(bytes) => Ok(bytes.to_vec()),
        Err(_) if length.is_some() => Err(SaveError::CutOff),
        // Without a length, only the limit ends the body of a client that is still there.
        Err(_) => Err(SaveError::TooLarge(MAX_MEGABYTES)),
    }
}
