//! Forms in which a corpus leaves one program and enters another: corpus packages, ZIP archives, and the messages of the
//! publisher.
//!
//! The crate is pure: no files, no browser, no Leptos. A [`CorpusPackage`] holds everything that makes a site but the app: the
//! corpus, the attestation, the source texts and the settings. The workbench, the publisher and the command line read and
//! write it with the same code.
//!
//! ```
//! use thidua_publish::CorpusPackage;
//!
//! let package = CorpusPackage { corpus: b"{}".to_vec(), ..CorpusPackage::default() };
//! let bytes = package.write()?;
//! assert_eq!(CorpusPackage::read(&bytes)?, package);
//! # Ok::<(), thidua_publish::PackageError>(())
//! ```

mod archive;
mod limits;
mod message;
mod package;
mod package_error;
mod package_reader;

pub use archive::{ArchiveWriter, archive};
pub use limits::{PAGE_MAX_ARTICLES, PAGE_MAX_BYTES, is_too_large_for_page};
pub use message::{FromPublisher, Output, PublishFailure, ToPublisher};
pub use package::{CorpusPackage, PACKAGE_FILE, SiteSettings, TEXTS_FOLDER};
pub use package_error::PackageError;
