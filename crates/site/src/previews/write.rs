//! The pictures of a site.

use super::{Lettering, card, draw};
use crate::SiteError;
use thidua_core::corpus::Catalogue;
use thidua_pages::route::Route;

/// Draws the pictures of a site, from several threads at once.
pub struct Pictures {
    lettering: Lettering,
}

impl Pictures {
    /// Reads the font.
    ///
    /// # Errors
    /// Where the font of this program is broken.
    pub fn new() -> Result<Pictures, SiteError> {
        Ok(Pictures { lettering: Lettering::new().ok_or(SiteError::Picture)? })
    }

    /// The picture of a page with its path. `None` where the page has none of its own.
    ///
    /// # Errors
    /// Where it cannot be drawn.
    pub fn of(&self, route: &Route, catalogue: &Catalogue) -> Result<Option<(String, Vec<u8>)>, SiteError> {
        let Some(card) = card(route, catalogue) else { return Ok(None) };
        let png = draw(&card, &self.lettering).ok_or(SiteError::Picture)?;
        Ok(Some((card.path, png)))
    }
}
