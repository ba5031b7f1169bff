//! Arguments of `thidua split`.

use thidua_core::corpus::{CampaignSplit, NameError, NameOperation, free_id};
use thidua_core::domain::{ArticleId, CampaignKind, Corpus, FigureId};
use thidua_i18n::name_changes;

use super::Common;

/// Arguments of `thidua split`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The id of the campaign
    #[arg(value_name = "ID")]
    id: String,
    /// The name of the new campaign, without quotation marks
    #[arg(long)]
    name: String,
    /// The id of the new campaign; by default made from its name
    #[arg(long = "id", value_name = "NEW_ID")]
    new_id: Option<String>,
    /// A printed form whose mentions go to the new campaign
    #[arg(long, value_name = "PRINTED")]
    form: Vec<String>,
    /// The id of an article whose mentions go; with --form, only those that are printed so
    #[arg(long, value_name = "ARTICLE")]
    article: Vec<String>,
    /// The id of a figure that goes; in an article where every mention goes, figures and phases follow by themselves
    #[arg(long, value_name = "FIGURE")]
    figure: Vec<String>,
    #[command(flatten)]
    pub(super) common: Common,
}

impl Args {
    pub(super) fn operation(&self, corpus: &Corpus) -> Result<NameOperation, NameError> {
        let kind = corpus.campaigns.iter().find(|campaign| campaign.id.as_str() == self.id).map(|c| c.kind);
        Ok(NameOperation::Split(CampaignSplit {
            id: self.id.clone(),
            forms: self.form.clone(),
            articles: self.article.iter().map(|id| ArticleId::from(id.as_str())).collect(),
            figures: self.figure.iter().map(|id| FigureId::from(id.as_str())).collect(),
            name: self.name.clone(),
            new_id: self.new_id.clone().unwrap_or_else(|| free_id(corpus, &self.name)),
            // Without a campaign the operation is refused.
            summary: name_changes::split_summary(kind.unwrap_or(CampaignKind::Movement), self.name.trim()),
        }))
    }
}
