//! Makes what is published, step by step.

use thidua_core::corpus::BROWSER_MAX_BYTES;
use thidua_publish::{CorpusPackage, Output, PublishFailure, is_too_large_for_page};
use thidua_site::{
    AppBundle, ArchiveSink, BuildProgress, DataLoading, FILE_LIST, MemorySink, SiteAddress, SiteError,
    SiteInput, SiteSource, build_in_steps, file_list, single_file,
};

/// What was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Made {
    /// One file, which is saved under this name.
    File {
        /// Name.
        name: &'static str,
        /// Media type.
        mime: &'static str,
        /// Content.
        bytes: Vec<u8>,
    },
    /// All files of a site, which `send` has taken.
    Files,
    /// Nothing: `pause` or `send` has stopped the work.
    Stopped,
}

/// Makes `output` of a package, with the app that the page itself is made of. The marks of verified articles are those that the
/// attestation gives, as for `thidua build`.
///
/// `pause` is called between steps, and `send` for each file of [`Output::SiteFiles`]; where one returns false, the work stops.
///
/// # Errors
/// A [`PublishFailure`] if the package holds no valid corpus, or one too large for a page.
pub async fn make(
    app: &AppBundle,
    package: CorpusPackage,
    output: Output,
    mut pause: impl AsyncFnMut(BuildProgress) -> bool,
    mut send: impl AsyncFnMut(String, Vec<u8>) -> bool,
) -> Result<Made, PublishFailure> {
    if output == Output::Package {
        let bytes = package.write()?;
        return Ok(Made::File { name: "thi-dua-kho.zip", mime: "application/zip", bytes });
    }
    let CorpusPackage { corpus, attestation, settings, .. } = package;
    let address = SiteAddress::parse(settings.url.as_deref(), None)
        .map_err(|_| PublishFailure::Address(settings.url.clone().unwrap_or_default()))?;
    let bytes = corpus.len();
    if bytes > BROWSER_MAX_BYTES {
        return Err(PublishFailure::TooLarge { articles: 0, bytes });
    }
    if !pause(BuildProgress { done: 0, all: 0 }).await {
        return Ok(Made::Stopped);
    }
    let source = SiteSource::read(corpus, attestation).map_err(failure)?;
    let articles = source.catalogue.articles().len();
    if output != Output::OneFile && is_too_large_for_page(articles, bytes) {
        return Err(PublishFailure::TooLarge { articles, bytes });
    }
    if !pause(BuildProgress { done: 0, all: 0 }).await {
        return Ok(Made::Stopped);
    }
    let SiteAddress { base, origin } = address;
    let loading = if output == Output::OneFile { DataLoading::Full } else { DataLoading::Auto };
    let input = SiteInput { app, source, base, origin, loading };
    match output {
        Output::OneFile => {
            let bytes = single_file(input).map_err(failure)?.into_bytes();
            Ok(Made::File { name: "thi-dua.html", mime: "text/html", bytes })
        }
        Output::SiteZip => {
            let sink = ArchiveSink::default();
            if build_in_steps(input, &sink, pause).await.map_err(failure)?.is_none() {
                return Ok(Made::Stopped);
            }
            let bytes = sink.finish().map_err(failure)?;
            Ok(Made::File { name: "thi-dua.zip", mime: "application/zip", bytes })
        }
        Output::SiteFiles => {
            let (sink, mut paths) = (MemorySink::default(), Vec::new());
            let built = build_in_steps(input, &sink, async |progress| {
                for (path, bytes) in sink.take() {
                    paths.push(path.clone());
                    if !send(path, bytes).await {
                        return false;
                    }
                }
                pause(progress).await
            });
            if built.await.map_err(failure)?.is_none() {
                return Ok(Made::Stopped);
            }
            let is_sent = send(FILE_LIST.to_owned(), file_list(paths).into_bytes()).await;
            Ok(if is_sent { Made::Files } else { Made::Stopped })
        }
        Output::Package => Ok(Made::Stopped),
    }
}

fn failure(error: SiteError) -> PublishFailure {
    match error {
        SiteError::TooLarge { bytes } | SiteError::TooLargeForOneFile { bytes } => {
            PublishFailure::TooLarge { articles: 0, bytes }
        }
        SiteError::App(reason) => PublishFailure::FileDamaged(reason),
        error => PublishFailure::Site(error.to_string()),
    }
}
