//! What heads the card of an article: of a collection of which all headlines together are small, the first cards appear without a
//! further request.

use super::super::bytes::{Damage, Reader, push_number, push_text};
use thidua_core::domain::{Article, ArticleId, Edtf, OrganisationId};

/// What heads a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The article.
    pub id: ArticleId,
    /// Its headline.
    pub headline: String,
    /// The headline in English.
    pub headline_en: Option<String>,
    /// What it reports on.
    pub covers: Option<Edtf>,
    /// The same as printed.
    pub covers_as_written: Option<String>,
}

impl Head {
    /// Of an article.
    pub fn of(article: &Article) -> Head {
        Head {
            id: article.id.clone(),
            headline: article.headline.clone(),
            headline_en: article.headline_en.clone(),
            covers: article.covers,
            covers_as_written: article.covers_as_written.clone(),
        }
    }
}

/// Writes the heads of articles, in their order.
pub(super) fn write(articles: &[Article]) -> Vec<u8> {
    let mut out = Vec::new();
    push_number(&mut out, articles.len() as u32);
    for article in articles {
        // Ids often begin with that of the organisation.
        let rest = article.id.as_str().strip_prefix(article.organisation.as_str());
        push_number(&mut out, rest.is_some().into());
        push_text(&mut out, rest.unwrap_or(article.id.as_str()));
    }
    articles.iter().for_each(|article| push_text(&mut out, &article.headline));
    let optional: [fn(&Article) -> Option<String>; 3] = [
        |article| article.headline_en.clone(),
        |article| article.covers.map(|covers| covers.to_string()),
        |article| match (article.covers, &article.covers_as_written) {
            // Mostly it is a year, printed as one.
            (Some(covers), Some(printed)) if *printed == a_year(covers) => Some(String::new()),
            (_, printed) => printed.clone(),
        },
    ];
    for of in optional {
        for text in articles.iter().map(of) {
            push_number(&mut out, text.is_some().into());
            text.iter().for_each(|text| push_text(&mut out, text));
        }
    }
    out
}

/// Reads the heads of articles of these organisations; none where none were written.
pub(super) fn read<'o>(
    reader: &mut Reader<'_>,
    organisations: impl Iterator<Item = &'o OrganisationId>,
) -> Result<Vec<Head>, Damage> {
    let mut heads = Vec::new();
    let count = reader.number()?;
    for (organisation, _) in organisations.zip(0..count) {
        let begins = if reader.number()? == 0 { "" } else { organisation.as_str() };
        let id = ArticleId::new(format!("{begins}{}", reader.text()?));
        let headline = String::new();
        heads.push(Head { id, headline, headline_en: None, covers: None, covers_as_written: None });
    }
    if heads.len() != count as usize {
        return Err(Damage);
    }
    for head in &mut heads {
        head.headline = reader.text()?.to_owned();
    }
    let optional = |reader: &mut Reader<'_>| -> Result<Option<String>, Damage> {
        Ok(if reader.number()? == 0 { None } else { Some(reader.text()?.to_owned()) })
    };
    for head in &mut heads {
        head.headline_en = optional(reader)?;
    }
    for head in &mut heads {
        let covers = optional(reader)?;
        head.covers = covers.map(|text| text.parse().map_err(|_| Damage)).transpose()?;
    }
    for head in &mut heads {
        let printed = optional(reader)?;
        head.covers_as_written = match (printed, head.covers) {
            (Some(printed), Some(covers)) if printed.is_empty() => Some(a_year(covers)),
            (printed, _) => printed,
        };
    }
    Ok(heads)
}

fn a_year(covers: Edtf) -> String {
    format!("năm {covers}")
}
