//! The publisher as the workbench sees it: one thin layer over its channel.

use std::cell::RefCell;

use thidua_publish::{FromPublisher, ToPublisher};

use crate::publisher_channel::PublisherChannel;

/// Connection to the publisher. It is opened by the first message.
#[derive(Default)]
pub struct Publisher {
    channel: RefCell<Option<PublisherChannel>>,
}

impl Publisher {
    /// Passes every message of the publisher to `handler` from now on.
    pub fn listen(&self, handler: impl Fn(FromPublisher, Option<js_sys::Uint8Array>) + 'static) {
        self.channel.replace(Some(PublisherChannel::new(handler)));
    }

    /// Posts a message.
    pub fn post(&self, message: &ToPublisher) {
        let channel = self.channel.borrow().clone();
        if let Some(channel) = channel {
            channel.post(message);
        }
    }
}
