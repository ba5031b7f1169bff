//! Arguments of `thidua rename`.

use thidua_core::corpus::NameOperation;

use super::Common;

/// Arguments of `thidua rename`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The id of the campaign or organisation
    #[arg(value_name = "ID")]
    id: String,
    /// Its new name, without quotation marks; the old one stays where an article prints it
    #[arg(long, required_unless_present = "new_id")]
    name: Option<String>,
    /// Its new id; links to the old one lead on
    #[arg(long = "id", value_name = "NEW_ID")]
    new_id: Option<String>,
    #[command(flatten)]
    pub(super) common: Common,
}

impl Args {
    pub(super) fn operation(&self) -> NameOperation {
        NameOperation::Rename { id: self.id.clone(), name: self.name.clone(), new_id: self.new_id.clone() }
    }
}
