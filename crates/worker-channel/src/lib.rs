//! Messages between the page and its workers: the engine and the editor.
//!
//! A message is a value that a [`Codec`] makes, or an array of such a value and an `ArrayBuffer` with the bytes of a file.
//! Anything else, such as messages of browser extensions, is ignored. [`WorkerPort`] is the end of the page; [`worker`] is
//! that of the worker.
//!
//! ```no_run
//! # #[derive(serde::Serialize, serde::Deserialize)] struct Question;
//! # #[derive(serde::Serialize, serde::Deserialize)] struct Answer;
//! use thidua_worker_channel::{Json, WorkerPort};
//!
//! let port = WorkerPort::<Json, Question, Answer>::start("editor.js")?;
//! port.listen(|answer| match answer {
//!     Ok(Answer) => {}
//!     Err(failure) => eprintln!("{failure:?}"),
//! });
//! port.post(&Question);
//! # Ok::<(), thidua_pages::site_model::LoadFailure>(())
//! ```

mod codec;
mod port;
pub mod worker;

pub use codec::{Borsh, Codec, Json};
pub use port::WorkerPort;
