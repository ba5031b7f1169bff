//! The publisher as the workbench sees it: one thin layer over its channel.

use std::cell::RefCell;
use std::rc::Rc;

use thidua_publish::{FromPublisher, PublishFailure, ToPublisher};

/// Callback for messages of the publisher, with the bytes of a file if there are any.
type Handler = Rc<dyn Fn(FromPublisher, Option<js_sys::Uint8Array>)>;

/// Connection to the publisher. It is opened by the first message.
#[derive(Default)]
pub struct Publisher {
    handler: RefCell<Option<Handler>>,
}

impl Publisher {
    /// Passes every message of the publisher to `handler` from now on.
    pub fn listen(&self, handler: impl Fn(FromPublisher, Option<js_sys::Uint8Array>) + 'static) {
        self.handler.replace(Some(Rc::new(handler)));
    }

    /// Posts a message.
    pub fn post(&self, message: &ToPublisher) {
        let handler = self.handler.borrow().clone();
        if let (Some(handler), ToPublisher::Make { job, .. }) = (handler, message) {
            handler(
                FromPublisher::Failed { job: Some(*job), failure: PublishFailure::ProgramUnavailable },
                None,
            );
        }
    }
}
