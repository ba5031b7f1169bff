//! What is known of every article, column by column: alike things lie together and compress well.

use crate::domain::{
    Article, ArticleId, CampaignKind, Edtf, Level, OrganisationId, Rights, Role, Sector, TextRef,
};
use crate::order::set;
use crate::search::bytes::{Damage, Reader, push_number, push_text};
use crate::search::document::Document;

/// Writes the columns of articles and what search knows of them, in their order.
pub(super) fn write(articles: &[Article], documents: &[Document], order: &[OrganisationId]) -> Vec<u8> {
    let mut out = Vec::new();
    push_number(&mut out, documents.len() as u32);
    documents.iter().for_each(|document| push_text(&mut out, document.id.as_str()));
    articles.iter().for_each(|article| push_text(&mut out, &article.headline));
    let optional: [fn(&Article) -> Option<String>; 3] = [
        |article| article.headline_en.clone(),
        |article| article.covers.map(|covers| covers.to_string()),
        |article| article.covers_as_written.clone(),
    ];
    for of in optional {
        for text in articles.iter().map(of) {
            push_number(&mut out, text.is_some().into());
            text.iter().for_each(|text| push_text(&mut out, text));
        }
    }
    for document in documents {
        let place = order.iter().position(|id| *id == document.organisation);
        push_number(&mut out, place.map_or(0, |place| place as u32 + 1));
    }
    for document in documents {
        push_number(&mut out, document.years.len() as u32);
        document.years.iter().for_each(|year| push_number(&mut out, u32::from(*year)));
    }
    let bits: [fn(&Document) -> u32; 4] = [
        |d| bits(&CampaignKind::ALL, |kind| d.kinds.contains(kind)),
        |d| bits(&Sector::ALL, |sector| d.sectors.contains(sector)),
        |d| bits(&Level::ALL, |level| d.levels.contains(level)),
        |d| bits(&Role::ALL, |role| d.roles.contains(role)),
    ];
    for of in bits {
        documents.iter().for_each(|document| push_number(&mut out, of(document)));
    }
    for document in documents {
        let day = |(y, m, d): (u16, u8, u8)| (u32::from(y) << 9 | u32::from(m) << 5 | u32::from(d)) + 1;
        push_number(&mut out, document.date.map_or(0, day));
    }
    documents.iter().for_each(|document| push_number(&mut out, document.figures as u32));
    out
}

/// Reads them. Of an article only what heads its card is known: id, headline, organisation, period.
pub(super) fn read(
    reader: &mut Reader<'_>,
    order: &[OrganisationId],
) -> Result<(Vec<Article>, Vec<Document>), Damage> {
    let count = reader.number()? as usize;
    // Each has at least a byte in every column, so a count that was changed cannot ask for all memory.
    if count > reader.rest().len() {
        return Err(Damage);
    }
    let mut articles: Vec<Article> = Vec::with_capacity(count);
    for _ in 0..count {
        articles.push(head(ArticleId::new(reader.text()?)));
    }
    for article in &mut articles {
        article.headline = reader.text()?.to_owned();
    }
    let optional = |reader: &mut Reader<'_>| -> Result<Option<String>, Damage> {
        Ok(if reader.number()? == 0 { None } else { Some(reader.text()?.to_owned()) })
    };
    for article in &mut articles {
        article.headline_en = optional(reader)?;
    }
    for article in &mut articles {
        let covers = optional(reader)?;
        article.covers = covers.map(|text| text.parse::<Edtf>().map_err(|_| Damage)).transpose()?;
    }
    for article in &mut articles {
        article.covers_as_written = optional(reader)?;
    }
    for article in &mut articles {
        let place = reader.number()?.checked_sub(1).ok_or(Damage)?;
        article.organisation = order.get(place as usize).ok_or(Damage)?.clone();
    }
    let mut documents: Vec<Document> = articles.iter().map(document).collect();
    for document in &mut documents {
        for _ in 0..reader.number()? {
            document.years.insert(u16::try_from(reader.number()?).map_err(|_| Damage)?);
        }
    }
    for document in &mut documents {
        document.kinds = set(of_bits(reader.number()?, &CampaignKind::ALL)?);
    }
    for document in &mut documents {
        document.sectors = set(of_bits(reader.number()?, &Sector::ALL)?);
    }
    for document in &mut documents {
        document.levels = set(of_bits(reader.number()?, &Level::ALL)?);
    }
    for document in &mut documents {
        document.roles = set(of_bits(reader.number()?, &Role::ALL)?);
    }
    for document in &mut documents {
        let day = reader.number()?.checked_sub(1);
        let year = |day: u32| u16::try_from(day >> 9).map_err(|_| Damage);
        document.date =
            day.map(|day| Ok((year(day)?, (day >> 5 & 0xf) as u8, (day & 0x1f) as u8))).transpose()?;
    }
    for document in &mut documents {
        document.figures = reader.number()? as usize;
    }
    Document::number(&mut documents);
    Ok((articles, documents))
}

fn bits<T>(all: &[T], has: impl Fn(&T) -> bool) -> u32 {
    all.iter().enumerate().filter(|(_, value)| has(value)).fold(0, |bits, (place, _)| bits | 1 << place)
}

fn of_bits<T: Copy>(bits: u32, all: &[T]) -> Result<Vec<T>, Damage> {
    if bits >> all.len() != 0 {
        return Err(Damage);
    }
    Ok(all.iter().enumerate().filter(|(place, _)| bits & 1 << place != 0).map(|(_, value)| *value).collect())
}

fn head(id: ArticleId) -> Article {
    Article {
        id,
        kicker: None,
        headline: String::new(),
        headline_en: None,
        source: None,
        url: None,
        byline: Vec::new(),
        published: None,
        published_as_written: None,
        covers: None,
        covers_as_written: None,
        organisation: OrganisationId::new(""),
        rights: Rights::FactsOnly,
        text: TextRef {
            file_stem: String::new(),
            sha256: String::new(),
            lines: [0, 0],
            excluded: Vec::new(),
        },
        digest: Vec::new(),
        people: Vec::new(),
        mentions: Vec::new(),
        phases: Vec::new(),
        figures: Vec::new(),
        body: None,
    }
}

fn document(article: &Article) -> Document {
    Document {
        id: article.id.clone(),
        place_by_id: 0,
        organisation: article.organisation.clone(),
        years: set([]),
        kinds: set([]),
        sectors: set([]),
        levels: set([]),
        roles: set([]),
        date: None,
        figures: 0,
    }
}
