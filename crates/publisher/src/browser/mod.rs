//! The publisher in the browser: takes messages, runs one job at a time, and yields so that a page stays alive and a job can be
//! stopped.

mod app;
mod pause;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen_futures::spawn_local;

use thidua_publish::{CorpusPackage, FromPublisher, Output, PublishFailure, ToPublisher};
use thidua_site::{AppBundle, BuildProgress};
use thidua_worker_channel::{Json, worker};

use crate::{Made, make};
use pause::{Pace, next_task};

/// Global that stands for the worker where the publisher runs in the page itself.
const SCOPE: &str = "publisherScope";

/// State of the publisher.
#[derive(Default)]
struct Publisher {
    /// Number of the job that runs; `None` if none does.
    job: Cell<Option<u32>>,
    /// Whether the page has written the file that was sent last.
    is_written: Cell<bool>,
    /// The app, once it has been loaded.
    app: RefCell<Option<Rc<AppBundle>>>,
}

/// Listens for messages. Returns at once.
pub fn start() {
    worker::use_stand_in(SCOPE);
    worker::report_panics::<Json, _>(|| FromPublisher::Failed {
        job: None,
        failure: PublishFailure::Crashed,
    });
    let publisher = Rc::new(Publisher::default());
    worker::listen::<Json, _>(move |message| match message {
        Ok((message, bytes)) => publisher.handle(message, bytes),
        Err(_) => post(&FromPublisher::Failed { job: None, failure: PublishFailure::Crashed }),
    });
}

fn post(message: &FromPublisher) {
    worker::post::<Json, _>(message);
}

impl Publisher {
    fn handle(self: &Rc<Self>, message: ToPublisher, bytes: Option<Vec<u8>>) {
        match message {
            ToPublisher::Make { job, output, package } => {
                if let Some(last) = self.job.replace(Some(job)) {
                    post(&FromPublisher::Cancelled { job: last });
                }
                let publisher = self.clone();
                spawn_local(async move { publisher.run(job, output, package).await });
            }
            ToPublisher::OpenPackage { job } => match CorpusPackage::read(&bytes.unwrap_or_default()) {
                Ok(package) => post(&FromPublisher::Package { job, package }),
                Err(error) => post(&FromPublisher::Failed { job: Some(job), failure: error.into() }),
            },
            ToPublisher::Written { job } => self.is_written.set(self.job.get() == Some(job)),
            ToPublisher::Cancel { job } => {
                if self.job.get() == Some(job) {
                    self.job.set(None);
                    post(&FromPublisher::Cancelled { job });
                }
            }
        }
    }

    async fn run(&self, job: u32, output: Output, package: CorpusPackage) {
        let result = match self.app().await {
            Ok(app) => self.make(job, &app, output, package).await,
            Err(failure) => Err(failure),
        };
        // The answer to a job that was stopped has been given.
        if self.job.get() != Some(job) {
            return;
        }
        self.job.set(None);
        match result {
            Ok(Made::File { name, mime, bytes }) => {
                let done = FromPublisher::Done { job, file_name: name.to_owned(), mime: mime.to_owned() };
                worker::post_with_bytes::<Json, _>(&done, &Uint8Array::from(bytes.as_slice()));
            }
            Ok(Made::Files) => {
                post(&FromPublisher::Done { job, file_name: String::new(), mime: String::new() });
            }
            Ok(Made::Stopped) => post(&FromPublisher::Cancelled { job }),
            Err(failure) => post(&FromPublisher::Failed { job: Some(job), failure }),
        }
    }

    async fn make(
        &self,
        job: u32,
        app: &AppBundle,
        output: Output,
        package: CorpusPackage,
    ) -> Result<Made, PublishFailure> {
        let pace = Pace::default();
        let runs = || self.job.get() == Some(job);
        let pause = async |BuildProgress { done, all }: BuildProgress| {
            if all == 0 || pace.is_due() {
                post(&FromPublisher::Progress { job, done, all });
                next_task().await;
                pace.restart();
            }
            runs()
        };
        let send = async |path: String, bytes: Vec<u8>| {
            self.is_written.set(false);
            worker::post_with_bytes::<Json, _>(
                &FromPublisher::File { job, path },
                &Uint8Array::from(bytes.as_slice()),
            );
            while runs() && !self.is_written.get() {
                next_task().await;
            }
            runs()
        };
        make(app, package, output, pause, send).await
    }

    /// Returns the app of which this page is made; loads it the first time.
    async fn app(&self) -> Result<Rc<AppBundle>, PublishFailure> {
        let loaded = self.app.borrow().clone();
        match loaded {
            Some(app) => Ok(app),
            None => {
                let app = Rc::new(app::load().await?);
                self.app.replace(Some(app.clone()));
                Ok(app)
            }
        }
    }
}
