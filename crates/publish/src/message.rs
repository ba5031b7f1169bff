//! Messages between a page and the publisher, sent as JSON; bytes are sent in the same message.
//!
//! A job is one task of the page, under a number that the page chooses; every answer has it. The publisher works on one job
//! at a time: a new one cancels the last.

use serde::{Deserialize, Serialize};

use crate::{CorpusPackage, PackageError};

/// What the publisher makes of a corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Output {
    /// The whole site as one HTML document.
    OneFile,
    /// The whole site as a ZIP archive, exactly the files that `thidua build` writes.
    SiteZip,
    /// The same files one by one, for a folder.
    SiteFiles,
    /// The corpus package itself.
    Package,
}

/// From the page to the publisher.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ToPublisher {
    /// Makes an output.
    Make {
        /// Number of the job.
        job: u32,
        /// What is made.
        output: Output,
        /// Of what it is made.
        package: CorpusPackage,
    },
    /// Reads a corpus package; its bytes come with the message.
    OpenPackage {
        /// Number of the job.
        job: u32,
    },
    /// The page has written the file of the last [`FromPublisher::File`]: the next may come.
    Written {
        /// Number of the job.
        job: u32,
    },
    /// Stops a job. The answer is [`FromPublisher::Cancelled`], unless the job was finished before.
    Cancel {
        /// Number of the job.
        job: u32,
    },
}

/// From the publisher to the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FromPublisher {
    /// Progress of a job in steps of about the same length.
    Progress {
        /// Number of the job.
        job: u32,
        /// Finished steps.
        done: usize,
        /// All steps; 0 as long as that is not known.
        all: usize,
    },
    /// One file of [`Output::SiteFiles`], whose bytes come with the message. The next comes after [`ToPublisher::Written`].
    File {
        /// Number of the job.
        job: u32,
        /// Path below the folder of the site, with `/` between folders.
        path: String,
    },
    /// The job is done; the bytes of the file come with the message, but for [`Output::SiteFiles`].
    Done {
        /// Number of the job.
        job: u32,
        /// Name under which the file is saved; empty for [`Output::SiteFiles`].
        file_name: String,
        /// Media type of the file; empty for [`Output::SiteFiles`].
        mime: String,
    },
    /// Answer to [`ToPublisher::OpenPackage`].
    Package {
        /// Number of the job.
        job: u32,
        /// The package.
        package: CorpusPackage,
    },
    /// The job was stopped.
    Cancelled {
        /// Number of the job.
        job: u32,
    },
    /// Nothing was made.
    Failed {
        /// Number of the job; `None` if the publisher itself has failed.
        job: Option<u32>,
        /// Reason.
        failure: PublishFailure,
    },
}

/// Reason why nothing was published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum PublishFailure {
    /// The publisher cannot be loaded.
    #[error("the program that publishes cannot be loaded")]
    ProgramUnavailable,
    /// The publisher has stopped in the middle, most likely for want of memory.
    #[error("the program that publishes has stopped")]
    Crashed,
    /// A file of the app that a site needs is not there.
    #[error("{0} cannot be fetched")]
    FileMissing(String),
    /// A file of the app is cut off, or of another build.
    #[error("{0} is damaged")]
    FileDamaged(String),
    /// The page has more articles or bytes than a page can make a site of.
    #[error("{articles} articles and {bytes} bytes are too many for a page")]
    TooLarge {
        /// Number of articles.
        articles: usize,
        /// Bytes of the corpus document.
        bytes: usize,
    },
    /// The address of the settings is not that of a site.
    #[error("{0:?} is not the address of a site")]
    Address(String),
    /// The corpus has errors, or cannot be published for another reason that the text states, one a line, in English.
    #[error("{0}")]
    Site(String),
    /// The package cannot be read or written.
    #[error(transparent)]
    Package(#[from] PackageError),
}
