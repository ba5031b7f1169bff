//! Parts of a corpus as corpora of their own.

use std::ops::Range;

use super::Catalogue;
use crate::collections::{collect_map, collect_set};
use crate::domain::{Article, Bilingual, Campaign, Corpus, DigestParagraph, Organisation, TextRef, Unit};

impl Catalogue {
    /// Articles in this range of indexes, as far as it is within the corpus.
    pub fn articles_in_range(&self, range: Range<usize>) -> &[Article] {
        let all = &self.corpus.articles;
        let range = range.start.min(all.len())..range.end.min(all.len());
        all.get(range).unwrap_or_default()
    }

    /// A corpus of the articles in this range, with the sources, organisations, units and campaigns that they refer to,
    /// each in the order of this corpus. Summaries and cross-references of campaigns are left out, because only pages
    /// of campaigns show them.
    pub fn excerpt(&self, range: Range<usize>) -> Corpus {
        let articles = self.articles_in_range(range);
        let nothing = || Bilingual { vi: String::new(), en: String::new() };
        let campaigns = collect_set(articles.iter().flat_map(campaigns_named));
        let campaigns =
            campaigns.into_iter().filter_map(|id| Some((self.campaign_index(id)?, self.campaign(id)?)));
        let campaign =
            |campaign: &Campaign| Campaign { summary: nothing(), see_also: Vec::new(), ..campaign.clone() };
        let organisations = collect_set(articles.iter().flat_map(organisations_named)).into_iter();
        let organisations =
            organisations.filter_map(|id| Some((self.organisation_index(id)?, self.organisation(id)?)));
        let sources =
            collect_set(articles.iter().filter_map(|article| article.source.as_deref())).into_iter();
        let sources = sources.filter_map(|id| Some((self.source_index(id)?, self.source(id)?)));
        let units = collect_set(
            articles.iter().flat_map(|article| article.figures.iter().map(|figure| &*figure.unit)),
        );
        let units = units.into_iter().filter_map(|id| Some((self.unit_index(id)?, self.unit(id)?)));
        Corpus {
            sources: collect_map(sources).into_values().cloned().collect(),
            organisations: collect_map(organisations).into_values().cloned().collect(),
            units: collect_map(units).into_values().cloned().collect(),
            campaigns: collect_map(campaigns).into_values().map(campaign).collect(),
            articles: articles.to_vec(),
            ..Corpus::empty(nothing())
        }
    }

    /// A corpus with all sources, organisations, units and campaigns and no article: what filters and lists of figures
    /// need. Fields that only pages of campaigns and organisations show are left out.
    pub fn without_articles(&self) -> Corpus {
        let nothing = || Bilingual { vi: String::new(), en: String::new() };
        let corpus = self.corpus();
        let organisations = corpus.organisations.iter().map(|organisation| Organisation {
            aliases: Vec::new(),
            parent: None,
            locality: None,
            valid: None,
            ..organisation.clone()
        });
        let campaigns = corpus.campaigns.iter().map(|campaign| Campaign {
            aliases: Vec::new(),
            summary: nothing(),
            see_also: Vec::new(),
            launched_by: None,
            sector: None,
            ..campaign.clone()
        });
        let units = corpus.units.iter().map(|unit| Unit { printed: Vec::new(), ..unit.clone() });
        Corpus {
            sources: corpus.sources.clone(),
            organisations: organisations.collect(),
            units: units.collect(),
            campaigns: campaigns.collect(),
            redirects: corpus.redirects.clone(),
            ..Corpus::empty(corpus.title.clone())
        }
    }
}

/// A copy of an article with the fields that lists, citations and charts of its figures need. People, mentions and full text are
/// left out, and so are the texts of the digest; its lines stay, because they number the paragraphs.
pub fn facts_of(article: &Article) -> Article {
    Article {
        id: article.id.clone(),
        kicker: article.kicker.clone(),
        headline: article.headline.clone(),
        headline_en: article.headline_en.clone(),
        source: article.source.clone(),
        url: article.url.clone(),
        byline: article.byline.clone(),
        published: article.published,
        published_as_written: article.published_as_written.clone(),
        covers: article.covers,
        covers_as_written: article.covers_as_written.clone(),
        organisation: article.organisation.clone(),
        confirmed: article.confirmed.clone(),
        rights: article.rights,
        text: TextRef {
            sha256: String::new(),
            file_stem: String::new(),
            lines: article.text.lines,
            excluded: Vec::new(),
        },
        digest: article.digest.iter().map(numbered).collect(),
        people: Vec::new(),
        mentions: Vec::new(),
        phases: article.phases.clone(),
        figures: article.figures.clone(),
        left_out: article.left_out.clone(),
        body: None,
    }
}

fn campaigns_named(article: &Article) -> impl Iterator<Item = &str> {
    let counted = article.figures.iter().flat_map(|f| f.campaign.iter().chain(&f.campaigns_also));
    let phased = article.phases.iter().flat_map(|p| std::iter::once(&p.campaign).chain(&p.theme));
    article.mentions.iter().map(|m| &m.campaign).chain(counted).chain(phased).map(|id| id.as_str())
}

fn organisations_named(article: &Article) -> impl Iterator<Item = &str> {
    let counted = article.figures.iter().filter_map(|f| f.organisation.as_ref());
    let serving = article.people.iter().filter_map(|p| p.organisation.as_ref());
    std::iter::once(&article.organisation).chain(counted).chain(serving).map(|id| id.as_str())
}

/// A paragraph without its texts.
fn numbered(paragraph: &DigestParagraph) -> DigestParagraph {
    DigestParagraph { vi: String::new(), en: String::new(), line: paragraph.line }
}
