//! Answers of the server.

use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::Response;

/// Creates an answer of a media type, which no cache may use without asking again.
pub fn response(status: StatusCode, kind: &'static str, body: impl Into<Body>) -> Response {
    let response = Response::new(body.into());
    let mut response = with(response, CONTENT_TYPE, HeaderValue::from_static(kind));
    *response.status_mut() = status;
    let response = with(response, CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    with(response, X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"))
}

/// Creates an answer of plain text.
pub fn text(status: StatusCode, text: &'static str) -> Response {
    response(status, "text/plain; charset=utf-8", text)
}

/// Creates an answer of JSON, which no cache keeps.
pub fn json(status: StatusCode, json: String) -> Response {
    let response = response(status, "application/json; charset=utf-8", json);
    with(response, CACHE_CONTROL, HeaderValue::from_static("no-store"))
}

/// Sets a header.
pub fn with(mut response: Response, name: HeaderName, value: HeaderValue) -> Response {
    response.headers_mut().insert(name, value);
    response
}
