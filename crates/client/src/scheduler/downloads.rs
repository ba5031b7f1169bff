//! Pending downloads: what each one needs and delivers.

use std::collections::BTreeSet;

use thidua_pages::route::Page;
use thidua_pages::site_model::LoadFailure;
use thidua_search::index_format::{Chunk, IdLookup};

use super::{Action, Resource, Scheduler};
use crate::download_job::{DownloadJob, JobOutput};
use crate::{DownloadError, DownloadRequest, FromEngine, Parsed};

/// A download that is not finished.
#[derive(Debug)]
pub(super) struct PendingDownload {
    number: u32,
    request: Parsed<DownloadRequest>,
    /// Numbers of the articles that its page is about, once known.
    page_articles: Option<BTreeSet<u32>>,
    job: Option<DownloadJob>,
    /// Resources that it waits for.
    needs: Vec<Resource>,
    has_delivered: bool,
    is_mixed: bool,
}

impl PendingDownload {
    pub(super) fn new(number: u32, request: Parsed<DownloadRequest>) -> PendingDownload {
        PendingDownload {
            number,
            request,
            page_articles: None,
            job: None,
            needs: Vec::new(),
            has_delivered: false,
            is_mixed: false,
        }
    }

    /// Returns whether the download waits for a resource.
    pub(super) fn needs(&self, resource: &Resource) -> bool {
        self.needs.contains(resource)
    }

    /// Starts again for a new edition. If a part was delivered already, the file would mix two editions.
    pub(super) fn restart(&mut self) {
        (self.page_articles, self.job, self.is_mixed) = (None, None, self.has_delivered);
    }

    /// Id of the article or figure that its page is about.
    fn id(&self) -> Option<String> {
        match &self.request.route.page {
            Page::Article(id) => Some(id.to_string()),
            Page::Figure(id) => Some(id.to_string()),
            _ => None,
        }
    }

    /// Returns whether the download lists search results.
    fn is_search(&self) -> bool {
        self.request.route.page == Page::Home
    }
}

impl<const FULL: bool> Scheduler<FULL> {
    /// Hands a chunk that is not kept to the downloads that wait for it.
    pub(super) fn deliver(&mut self, chunk: Chunk, bytes: &[u8]) -> Result<(), LoadFailure> {
        let figures = self.figures.as_ref().ok_or(LoadFailure::Corrupt)?;
        let resource = Resource::Chunk(chunk);
        let waiting = self.downloads.iter_mut().filter(|download| download.needs(&resource));
        if let Chunk::IdLookup(_) = chunk {
            let content = figures.content(chunk, bytes).map_err(|_| LoadFailure::Corrupt)?;
            let lookup = IdLookup::read(content).map_err(|_| LoadFailure::Corrupt)?;
            waiting.for_each(|download| {
                download.page_articles = download.id().map(|id| lookup.articles_of(&id))
            });
            return Ok(());
        }
        let facts = figures.decode_facts(chunk, bytes).map_err(|_| LoadFailure::Corrupt)?;
        for job in waiting.filter_map(|download| download.job.as_mut()) {
            job.feed(chunk, &facts, figures);
        }
        Ok(())
    }

    /// Advances all downloads. Returns the resources that they need.
    pub(super) fn advance_downloads(&mut self, actions: &mut Vec<Action>) -> Vec<Resource> {
        let mut waiting = Vec::new();
        for mut download in std::mem::take(&mut self.downloads) {
            if let Some(reply) = self.advance_download(&mut download) {
                actions.push(Action::Reply(Box::new(reply)));
            }
            if !download.needs.is_empty() {
                waiting.push(download);
            }
        }
        self.downloads = waiting;
        self.downloads.iter().flat_map(|download| download.needs.iter().cloned()).collect()
    }

    /// Advances one download. Returns the message for the page. The download is finished when it needs nothing more.
    fn advance_download(&self, download: &mut PendingDownload) -> Option<FromEngine> {
        download.needs = self.needed_to_start(download);
        let mut reply = None;
        if let (Some(engine), true) = (&self.engine, self.is_in_corpus()) {
            let file = engine.download(&download.request.raw);
            return Some(FromEngine::Download(download.number, file.map(Box::new)));
        }
        if let (Some(figures), true) = (&self.figures, download.needs.is_empty()) {
            let plan = || {
                let page_articles = download.page_articles.clone().unwrap_or_default();
                DownloadJob::new(&download.request, figures, self.partial_index.as_ref(), &page_articles)
            };
            let mut job = download.job.take().unwrap_or_else(plan);
            job.feed_loaded(figures);
            match job.poll(figures) {
                Some(JobOutput::Done(file)) => {
                    return Some(FromEngine::Download(download.number, file.map(Box::new)));
                }
                Some(JobOutput::Part(part)) => {
                    download.has_delivered = true;
                    reply = Some(FromEngine::DownloadPart(download.number, part));
                }
                None => {}
            }
            download.needs = job.needed_chunks().iter().copied().map(Resource::Chunk).collect();
            download.job = Some(job);
        }
        let failure = download.needs.iter().find_map(|resource| self.resources.failure(resource));
        let lost = match failure {
            Some(LoadFailure::Offline) => DownloadError::NoNetwork,
            Some(_) => DownloadError::NotLoaded,
            None if download.is_mixed => DownloadError::NotLoaded,
            None => return reply,
        };
        download.needs.clear();
        Some(FromEngine::DownloadFailed(download.number, lost))
    }

    /// Resources that are needed before the job can be planned.
    fn needed_to_start(&self, download: &PendingDownload) -> Vec<Resource> {
        if download.job.is_some() {
            return Vec::new();
        }
        if self.is_in_corpus() {
            return if self.engine.is_some() { Vec::new() } else { vec![Resource::Corpus] };
        }
        let Some(figures) = &self.figures else { return vec![Resource::Chunk(Chunk::Figures)] };
        if let (Some(id), None) = (download.id(), &download.page_articles) {
            return vec![Resource::Chunk(Chunk::IdLookup(IdLookup::chunk_number(
                &id,
                &figures.site().figures,
            )))];
        }
        match &self.partial_index {
            _ if !download.is_search() => Vec::new(),
            None => vec![Resource::Chunk(Chunk::Meta)],
            Some(partial_index) => partial_index
                .missing_chunks(&download.request.search)
                .into_iter()
                .map(Resource::Chunk)
                .collect(),
        }
    }
}
