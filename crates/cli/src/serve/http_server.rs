//! HTTP server of the loopback address: one thread and one request for each connection.
//!
//! It is as small as what `thidua serve` needs. A connection is closed after its answer: on the own machine a new one costs
//! nothing, and a page can never wait for a thread that an idle connection holds, as it does with pools of threads.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read, Write as _};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// Largest head of a request, in bytes.
const MAX_HEAD: u64 = 32 * 1024;
/// Time that a client may take for each part of a request or an answer.
const PATIENCE: Duration = Duration::from_secs(30);
/// Most of a body that nobody wants which is read, so that the client gets to the answer.
const MAX_UNWANTED: u64 = 128 * 1024 * 1024;
/// Largest number of requests at a time. Browsers send a dozen.
const MAX_AT_ONCE: usize = 200;

/// Server that is bound to a port.
#[derive(Debug)]
pub struct HttpServer {
    listener: TcpListener,
}

/// Request whose head has been read.
#[derive(Debug)]
pub struct Request {
    /// Method, as in `GET`.
    pub method: String,
    /// Path and query.
    pub target: String,
    headers: Vec<(String, String)>,
    /// Length of the body in bytes.
    pub length: u64,
    stream: BufReader<TcpStream>,
}

/// Answer to a request.
#[derive(Debug)]
pub struct Response {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Body,
}

#[derive(Debug)]
enum Body {
    Text(String),
    /// File and its length in bytes.
    File(File, u64),
}

impl HttpServer {
    /// Binds a server to `port`, or to any free port if that is taken.
    ///
    /// # Errors
    /// If no port is free.
    pub fn bind(port: u16) -> io::Result<HttpServer> {
        let bind = |port| TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
        Ok(HttpServer { listener: bind(port).or_else(|_| bind(0))? })
    }

    /// Returns the port.
    ///
    /// # Errors
    /// If the system does not say.
    pub fn port(&self) -> io::Result<u16> {
        Ok(self.listener.local_addr()?.port())
    }

    /// Answers requests with `answer` until the program stops.
    pub fn run(&self, answer: impl Fn(&mut Request) -> Response + Sync) {
        let (answer, at_once) = (&answer, &AtomicUsize::new(0));
        std::thread::scope(|scope| {
            for stream in self.listener.incoming() {
                // A client that has gone, or too many files open: the next one may do better.
                let Ok(stream) = stream else {
                    std::thread::sleep(Duration::from_millis(10));
                    continue;
                };
                if at_once.fetch_add(1, Ordering::Relaxed) >= MAX_AT_ONCE {
                    at_once.fetch_sub(1, Ordering::Relaxed);
                    continue;
                }
                let serve = move || {
                    // A connection that the client closes early is no error.
                    let _answered = serve(stream, answer);
                    at_once.fetch_sub(1, Ordering::Relaxed);
                };
                if std::thread::Builder::new().spawn_scoped(scope, serve).is_err() {
                    at_once.fetch_sub(1, Ordering::Relaxed);
                }
            }
        });
    }
}

/// Reads a request from a connection and answers it.
fn serve(stream: TcpStream, answer: &impl Fn(&mut Request) -> Response) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    let mut stream = BufReader::new(stream);
    let mut head = Vec::new();
    let mut limited = (&mut stream).take(MAX_HEAD);
    while limited.read_until(b'\n', &mut head)? > 0 && !head.ends_with(b"\r\n\r\n") {}
    if head.is_empty() {
        return Ok(());
    }
    match parse_head(&head) {
        None => send(&mut stream, Response::text(400, "Malformed request.\n"), true)?,
        Some(Head { method, target, headers, length }) => {
            let has_body = method != "HEAD";
            let mut request = Request { method, target, headers, length, stream };
            let response = answer(&mut request);
            stream = request.stream;
            send(&mut stream, response, has_body)?;
        }
    }
    // A connection that is closed with unread bytes is reset, and the answer lost with it.
    stream.get_ref().shutdown(Shutdown::Write)?;
    stream.get_ref().set_read_timeout(Some(Duration::from_secs(2)))?;
    io::copy(&mut stream.take(MAX_UNWANTED), &mut io::sink())?;
    Ok(())
}

/// Head of a request.
struct Head {
    method: String,
    target: String,
    headers: Vec<(String, String)>,
    length: u64,
}

/// Parses the head of a request. `None` if it is malformed, states a header twice that must be unique, or has a body whose
/// length it does not state.
fn parse_head(head: &[u8]) -> Option<Head> {
    let mut lines = std::str::from_utf8(head).ok()?.strip_suffix("\r\n\r\n")?.split("\r\n");
    let (method, rest) = lines.next()?.split_once(' ')?;
    let (target, version) = rest.split_once(' ')?;
    let is_fine = matches!(version, "HTTP/1.1" | "HTTP/1.0") && target.starts_with('/') && !method.is_empty();
    let mut headers: Vec<(String, String)> = Vec::new();
    for line in lines {
        let (name, value) = line.split_once(':')?;
        let is_token =
            !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
        let name = name.to_ascii_lowercase();
        // None of those that are read here may be there twice.
        let is_twice =
            name != "cookie" && !name.starts_with("accept") && headers.iter().any(|(n, _)| *n == name);
        if !is_token || is_twice || name == "transfer-encoding" {
            return None;
        }
        headers.push((name, value.trim().to_owned()));
    }
    let length = headers.iter().find(|(name, _)| name == "content-length");
    let length = length.map_or(Some(0), |(_, value)| {
        value.bytes().all(|b| b.is_ascii_digit()).then(|| value.parse().ok()).flatten()
    })?;
    is_fine.then(|| Head { method: method.to_owned(), target: target.to_owned(), headers, length })
}

impl Request {
    /// Returns the value of a header, whose name is given in lower case; `None` if it is missing.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// Reads the whole body.
    ///
    /// # Errors
    /// If the connection breaks or ends early.
    pub fn read_body(&mut self) -> io::Result<Vec<u8>> {
        if self.header("expect").is_some_and(|value| value.eq_ignore_ascii_case("100-continue")) {
            self.stream.get_mut().write_all(b"HTTP/1.1 100 Continue\r\n\r\n")?;
        }
        let mut body = Vec::new();
        let read = (&mut self.stream).take(self.length).read_to_end(&mut body)? as u64;
        if read == self.length { Ok(body) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
    }
}

impl Response {
    /// Creates an answer of plain text.
    pub fn text(status: u16, text: &str) -> Response {
        Response::new(status, Body::Text(text.to_owned())).with("Content-Type", "text/plain; charset=utf-8")
    }

    /// Creates an answer of JSON.
    pub fn json(status: u16, json: String) -> Response {
        let response = Response::new(status, Body::Text(json));
        response.with("Content-Type", "application/json; charset=utf-8").with("Cache-Control", "no-store")
    }

    /// Creates an answer that is a file.
    ///
    /// # Errors
    /// If the length of the file is not known.
    pub fn file(status: u16, file: File, kind: &str) -> io::Result<Response> {
        let length = file.metadata()?.len();
        let response = Response::new(status, Body::File(file, length));
        Ok(response.with("Content-Type", kind).with("Cache-Control", "no-cache"))
    }

    fn new(status: u16, body: Body) -> Response {
        Response { status, headers: Vec::new(), body }.with("X-Content-Type-Options", "nosniff")
    }

    /// Adds a header. A value with a line break, which would begin another header, is left out.
    pub fn with(mut self, name: &'static str, value: &str) -> Response {
        if !value.contains(['\r', '\n']) {
            self.headers.push((name, value.to_owned()));
        }
        self
    }
}

/// Sends an answer.
fn send(stream: &mut BufReader<TcpStream>, response: Response, has_body: bool) -> io::Result<()> {
    let Response { status, headers, body } = response;
    let length = match &body {
        Body::Text(text) => text.len() as u64,
        Body::File(_, length) => *length,
    };
    let mut head = format!("HTTP/1.1 {status} {}\r\n", reason(status));
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str(&format!("Content-Length: {length}\r\nConnection: close\r\n\r\n"));
    let stream = stream.get_mut();
    stream.write_all(head.as_bytes())?;
    match body {
        _ if !has_body => {}
        Body::Text(text) => stream.write_all(text.as_bytes())?,
        Body::File(file, length) => {
            io::copy(&mut file.take(length), stream)?;
        }
    }
    stream.flush()
}

/// Returns the words that stand after a status.
fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        301 => "Moved Permanently",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        409 => "Conflict",
        413 => "Content Too Large",
        415 => "Unsupported Media Type",
        422 => "Unprocessable Content",
        _ => "Internal Server Error",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn head_that_could_be_read_in_two_ways_is_malformed() {
        let parse =
            |text: &str| parse_head(text.as_bytes()).map(|head| (head.method, head.target, head.length));
        let get = Some(("GET".to_owned(), "/a?b".to_owned(), 0));
        assert_eq!(parse("GET /a?b HTTP/1.1\r\nHost: x\r\nAccept: a\r\nAccept: b\r\n\r\n"), get);
        assert_eq!(parse("POST / HTTP/1.0\r\nContent-Length: 12\r\n\r\n").unwrap().2, 12);
        for malformed in [
            "GET / HTTP/1.1\r\nHost: x",
            "GET /\r\n\r\n",
            "GET / HTTP/2\r\n\r\n",
            "GET http://x/ HTTP/1.1\r\n\r\n",
            "GET / / HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
            "GET / HTTP/1.1\r\n Host: x\r\n\r\n",
            "GET / HTTP/1.1\r\nHost : x\r\n\r\n",
            "GET / HTTP/1.1\r\nno colon\r\n\r\n",
            "POST / HTTP/1.1\r\nContent-Length: 1\r\ncontent-length: 2\r\n\r\n",
            "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
            "POST / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n",
        ] {
            assert_eq!(parse(malformed), None, "{malformed:?}");
        }
    }

    #[test]
    fn idle_and_slow_connections_keep_nobody_waiting() {
        let server = HttpServer::bind(0).unwrap();
        let port = server.port().unwrap();
        std::thread::spawn(move || server.run(|_| Response::text(200, "answer")));
        let connect = || TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
        // More than the connections of several tabs, which say nothing, or half of a head.
        let mut idle: Vec<TcpStream> = (0..40).map(|_| connect()).collect();
        for stream in idle.iter_mut().step_by(2) {
            stream.write_all(b"GET / HTTP/1.1\r\n").unwrap();
        }
        let begun = std::time::Instant::now();
        for _ in 0..20 {
            let mut stream = connect();
            stream.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            assert!(
                answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.ends_with("\r\n\r\nanswer"),
                "{answer}"
            );
        }
        assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
    }
}
