//! Lead of the home page in the document.

use thidua_client::{PageResponse, View};

/// Completes the response of a search by the lead that the document shows. Call it before the page is drawn anew.
pub fn keep_lead(response: &mut PageResponse) {
    if let View::Home(home) = &mut response.view
        && home.lead.is_none()
    {
        home.lead = shown_lead();
    }
}

fn shown_lead() -> Option<String> {
    let document = web_sys::window()?.document()?;
    let lead = document.query_selector("#main > .home__lead").ok()??;
    Some(lead.inner_html())
}
