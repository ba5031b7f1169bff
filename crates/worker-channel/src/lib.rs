//! Messages between the page and its workers: the engine and the editor.
//!
//! A message is JSON in a string, or an array of such a string and an `ArrayBuffer` with the bytes of a file. Anything
//! else, such as messages of browser extensions, is ignored. [`WorkerPort`] is the end of the page; [`worker`] is that
//! of the worker.
//!
//! ```no_run
//! # #[derive(serde::Serialize)] struct Question;
//! # #[derive(serde::Deserialize)] struct Answer;
//! use thidua_worker_channel::WorkerPort;
//!
//! let port = WorkerPort::<Question, Answer>::start("engine.js")?;
//! port.listen(|answer| match answer {
//!     Ok(Answer) => {}
//!     Err(failure) => eprintln!("{failure:?}"),
//! });
//! port.post(&Question);
//! # Ok::<(), thidua_pages::site_model::LoadFailure>(())
//! ```

mod port;
pub mod worker;

pub use port::WorkerPort;
