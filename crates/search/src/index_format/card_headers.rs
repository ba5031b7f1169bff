//! Card headers: what stands at the top of an article's card. If all headlines of a corpus together are small, the
//! first cards appear without a further request.

use thidua_core::collections::to_u32;
use thidua_core::domain::{Article, ArticleId, Edtf, OrganisationId};

use super::super::bytes::{ByteReader, DecodeError, write_str, write_varint};

/// Header of an article's card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardHeader {
    /// Id of the article.
    pub id: ArticleId,
    /// Headline.
    pub headline: String,
    /// English headline.
    pub headline_en: Option<String>,
    /// Period that the article covers.
    pub covers: Option<Edtf>,
    /// The same as printed.
    pub covers_as_written: Option<String>,
}

impl CardHeader {
    /// Returns the header of an article.
    pub fn of(article: &Article) -> CardHeader {
        CardHeader {
            id: article.id.clone(),
            headline: article.headline.clone(),
            headline_en: article.headline_en.clone(),
            covers: article.covers,
            covers_as_written: article.covers_as_written.clone(),
        }
    }
}

/// Writes the headers of articles in order.
pub(super) fn write(articles: &[Article]) -> Vec<u8> {
    let mut out = Vec::new();
    write_varint(&mut out, to_u32(articles.len()));
    for article in articles {
        // Article ids often start with the id of the organisation.
        let rest = article.id.as_str().strip_prefix(article.organisation.as_str());
        write_varint(&mut out, rest.is_some().into());
        write_str(&mut out, rest.unwrap_or(article.id.as_str()));
    }
    articles.iter().for_each(|article| write_str(&mut out, &article.headline));
    let optional: [fn(&Article) -> Option<String>; 3] = [
        |article| article.headline_en.clone(),
        |article| article.covers.map(|covers| covers.to_string()),
        |article| match (article.covers, &article.covers_as_written) {
            // The printed form is usually just the year.
            (Some(covers), Some(printed)) if *printed == a_year(covers) => Some(String::new()),
            (_, printed) => printed.clone(),
        },
    ];
    for of in optional {
        for text in articles.iter().map(of) {
            write_varint(&mut out, text.is_some().into());
            text.iter().for_each(|text| write_str(&mut out, text));
        }
    }
    out
}

/// Reads the headers of articles that report on these organisations. Empty if none were written.
pub(super) fn read<'o>(
    reader: &mut ByteReader<'_>,
    organisations: impl Iterator<Item = &'o OrganisationId>,
) -> Result<Vec<CardHeader>, DecodeError> {
    let mut card_headers = Vec::new();
    let count = reader.varint()?;
    for (organisation, _) in organisations.zip(0..count) {
        let begins = if reader.varint()? == 0 { "" } else { organisation.as_str() };
        let id = ArticleId::new(format!("{begins}{}", reader.str()?));
        let headline = String::new();
        card_headers.push(CardHeader {
            id,
            headline,
            headline_en: None,
            covers: None,
            covers_as_written: None,
        });
    }
    if card_headers.len() != count as usize {
        return Err(DecodeError::Corrupt);
    }
    for head in &mut card_headers {
        head.headline = reader.str()?.to_owned();
    }
    let optional = |reader: &mut ByteReader<'_>| -> Result<Option<String>, DecodeError> {
        Ok(if reader.varint()? == 0 { None } else { Some(reader.str()?.to_owned()) })
    };
    for head in &mut card_headers {
        head.headline_en = optional(reader)?;
    }
    for head in &mut card_headers {
        let covers = optional(reader)?;
        head.covers = covers.map(|text| text.parse().map_err(|_| DecodeError::Corrupt)).transpose()?;
    }
    for head in &mut card_headers {
        let printed = optional(reader)?;
        head.covers_as_written = match (printed, head.covers) {
            (Some(printed), Some(covers)) if printed.is_empty() => Some(a_year(covers)),
            (printed, _) => printed,
        };
    }
    Ok(card_headers)
}

fn a_year(covers: Edtf) -> String {
    format!("năm {covers}")
}
