//! Arguments of `thidua join`.

use thidua_core::corpus::NameOperation;

use super::Common;

/// Arguments of `thidua join`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The id of the campaign or organisation that ends; links to it lead to the other
    #[arg(value_name = "FROM")]
    from: String,
    /// The id of the one that stays, with its name and summary
    #[arg(value_name = "INTO")]
    into: String,
    #[command(flatten)]
    pub(super) common: Common,
}

impl Args {
    pub(super) fn operation(&self) -> NameOperation {
        NameOperation::Join { from: self.from.clone(), into: self.into.clone() }
    }
}
