//! Metadata of an index: the chunk that every search needs.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io;

use borsh::{BorshDeserialize, BorshSerialize};

use thidua_core::collections::{SortedMap, collect_map, sort_by_key, to_u32};
use thidua_core::corpus::{Catalogue, Totals};
use thidua_core::domain::{
    Article, Bilingual, Campaign, CampaignId, CampaignKind, Corpus, GlossaryEntry, Organisation,
    OrganisationId,
};
use thidua_core::text::key;

use super::sharding::Sharding;
use super::{
    ARTICLES_PER_TEXTS_CHUNK, CardHeader, Chunk, ContentHash, card_headers, columns, embedded, term_dict,
};
use crate::bytes::{ByteReader, DecodeError, write_varint};
use crate::decode_cache::DecodeCache;
use crate::facets::FacetIndexes;
use crate::index::{Index, OrganisationNames, Shard};
use crate::synonyms::Synonyms;

/// Decoded metadata.
#[derive(Debug, Clone)]
pub struct IndexMeta {
    /// Index with the embedded chunks only.
    pub index: Index,
    /// Articles of each embedded texts chunk, by number; empty if none is embedded.
    pub texts: Vec<Catalogue>,
    /// Names that facets, cards and suggestions show, and the totals of the corpus; no articles. Of the campaigns it has
    /// those that most articles mention, at most [`MAX_NAMED_CAMPAIGNS`].
    pub names: Catalogue,
    /// Number of articles for each campaign of `names`.
    pub campaign_articles: Vec<usize>,
    /// Card header of each article; empty for a corpus of more than [`MAX_CARD_HEADERS`](super::MAX_CARD_HEADERS)
    /// articles.
    pub card_headers: Vec<CardHeader>,
}

/// The small part, stored in the encoding of `borsh`.
#[derive(Debug, BorshSerialize, BorshDeserialize)]
struct Shared {
    title: Bilingual,
    organisations: Vec<Organisation>,
    campaigns: Vec<NamedCampaign>,
    glossary: Vec<GlossaryEntry>,
    totals: Totals,
    /// Old ids of these organisations, with the ids that replaced them.
    #[borsh(deserialize_with = "thidua_core::domain::binary_map::read")]
    redirects: BTreeMap<String, String>,
}

/// Names of a campaign.
#[derive(Debug, BorshSerialize, BorshDeserialize)]
struct NamedCampaign {
    id: CampaignId,
    name: String,
    name_en: Option<String>,
    kind: CampaignKind,
    aliases: Vec<String>,
    articles: usize,
}

/// Maximum number of campaigns in the metadata; each takes some fifty bytes compressed.
const MAX_NAMED_CAMPAIGNS: usize = 400;

impl NamedCampaign {
    /// The campaigns that most articles mention, in catalogue order.
    fn most_mentioned(catalogue: &Catalogue) -> Vec<NamedCampaign> {
        let articles = |campaign: &Campaign| catalogue.articles_of_campaign(&campaign.id).len();
        let mut order: Vec<(usize, &Campaign)> = catalogue.campaigns().iter().enumerate().collect();
        sort_by_key(&mut order, |(number, campaign)| (Reverse(articles(campaign)), *number));
        order.truncate(MAX_NAMED_CAMPAIGNS);
        sort_by_key(&mut order, |(number, _)| *number);
        let names = |(_, campaign): (usize, &Campaign)| NamedCampaign {
            id: campaign.id.clone(),
            name: campaign.name.clone(),
            name_en: campaign.name_en.clone(),
            kind: campaign.kind,
            // Spellings that differ in case alone find the same.
            aliases: campaign
                .aliases
                .iter()
                .filter(|alias| key(alias) != key(&campaign.name))
                .cloned()
                .collect(),
            articles: articles(campaign),
        };
        order.into_iter().map(names).collect()
    }

    fn into_campaign(self) -> Campaign {
        let summary = Bilingual { vi: String::new(), en: String::new() };
        Campaign {
            id: self.id,
            name: self.name,
            name_en: self.name_en,
            kind: self.kind,
            aliases: self.aliases,
            sector: None,
            launched_by: None,
            summary,
            see_also: Vec::new(),
        }
    }
}

/// Sections of the metadata by name, with the card headers of the articles in `with_headers`.
pub(super) fn sections(
    catalogue: &Catalogue,
    index: &Index,
    cut: &Sharding,
    with_card_headers: &[Article],
    hashes: &[(Chunk, ContentHash)],
) -> io::Result<[(&'static str, Vec<u8>); 7]> {
    let organisations: Vec<Organisation> = catalogue.reporting_organisations().into_iter().cloned().collect();
    let target = |old: &str| {
        let to = catalogue.redirect(old)?;
        organisations.iter().any(|organisation| organisation.id.as_str() == to).then(|| to.to_owned())
    };
    let shared = Shared {
        title: catalogue.corpus().title.clone(),
        redirects: collect_map(catalogue.old_ids().filter_map(|old| Some((old.to_owned(), target(old)?)))),
        organisations,
        campaigns: NamedCampaign::most_mentioned(catalogue),
        glossary: catalogue.corpus().glossary.clone(),
        totals: catalogue.totals(),
    };
    let mut doc_freqs = Vec::new();
    index.doc_freqs.iter().for_each(|doc_freq| write_varint(&mut doc_freqs, *doc_freq));
    Ok([
        ("shared", borsh::to_vec(&shared)?),
        ("doc values", columns::write(&index.doc_values)),
        ("term dictionary", term_dict::write(&index.term_dict)),
        ("document frequencies", doc_freqs),
        ("shards", cut.write()),
        ("card headers", card_headers::write(with_card_headers)),
        ("hashes", write_hashes(hashes)),
    ])
}

/// Joins sections, each with its length before it.
pub(super) fn join_sections(sections: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut out = Vec::new();
    for (_, section) in sections {
        write_varint(&mut out, to_u32(section.len()));
        out.extend(section);
    }
    out
}

impl IndexMeta {
    /// Decodes the content of [`super::Chunk::Meta`].
    ///
    /// # Errors
    /// The content is corrupt.
    pub fn read(content: &[u8]) -> Result<IndexMeta, DecodeError> {
        let mut reader = ByteReader::new(content);
        let shared = section(&mut reader)?;
        let shared: Shared = borsh::from_slice(shared.remaining()).map_err(|_| DecodeError::Corrupt)?;
        let Shared { title, organisations, campaigns, glossary, totals, redirects } = shared;
        let doc_values =
            read_whole(section(&mut reader)?, |reader| columns::read(reader, organisations.len()))?;
        let term_dict = read_whole(section(&mut reader)?, term_dict::read)?;
        let doc_freqs = read_whole(section(&mut reader)?, |reader| {
            let mut doc_freqs: Vec<u32> = Vec::with_capacity(term_dict.len());
            for _ in 0..term_dict.len() {
                doc_freqs.push(reader.varint()?);
            }
            Ok(doc_freqs)
        })?;
        let shard_of = read_whole(section(&mut reader)?, |reader| Sharding::read(reader, term_dict.len()))?;
        let with_card_headers =
            doc_values.iter().filter_map(|values| organisations.get(usize::from(values.organisation)));
        let card_headers = read_whole(section(&mut reader)?, |reader| {
            card_headers::read(reader, with_card_headers.map(|o| &o.id))
        })?;
        if !card_headers.is_empty() && card_headers.len() != doc_values.len() {
            return Err(DecodeError::Corrupt);
        }
        let hashes = read_whole(section(&mut reader)?, read_hashes)?;
        let embedded = section(&mut reader)?;
        if !reader.remaining().is_empty() {
            return Err(DecodeError::Corrupt);
        }
        let names: Vec<OrganisationNames> = organisations.iter().map(OrganisationNames::of).collect();
        let order: Vec<OrganisationId> = names.iter().map(|names| names.id.clone()).collect();
        let mut index = Index {
            synonyms: Synonyms::new(&glossary),
            facets: FacetIndexes::new(&doc_values, order),
            organisations: names,
            block_size: ARTICLES_PER_TEXTS_CHUNK,
            texts: SortedMap::default(),
            decode_cache: DecodeCache::default(),
            shards: shards(&shard_of),
            shard_of,
            term_dict,
            doc_freqs,
            doc_values,
            hashes,
        };
        let texts = read_whole(embedded, |reader| embedded::read(reader, &mut index))?;
        let campaign_articles = campaigns.iter().map(|campaign| campaign.articles).collect();
        let campaigns = campaigns.into_iter().map(NamedCampaign::into_campaign).collect();
        let names = Corpus { organisations, campaigns, glossary, redirects, ..Corpus::empty(title) };
        let names = Catalogue::new(names).with_totals(totals);
        Ok(IndexMeta { index, texts, names, campaign_articles, card_headers })
    }
}

/// Reads the next section.
fn section<'c>(reader: &mut ByteReader<'c>) -> Result<ByteReader<'c>, DecodeError> {
    Ok(ByteReader::new(reader.sized_bytes()?))
}

/// Reads a section and checks that it is used up.
fn read_whole<'c, T>(
    mut section: ByteReader<'c>,
    read: impl FnOnce(&mut ByteReader<'c>) -> Result<T, DecodeError>,
) -> Result<T, DecodeError> {
    let read = read(&mut section)?;
    if section.remaining().is_empty() { Ok(read) } else { Err(DecodeError::Corrupt) }
}

/// Builds the shards from the shard number of each term.
fn shards(shard_of: &[u32]) -> Vec<Shard> {
    let mut shards: Vec<Shard> = Vec::new();
    for (shard, word) in shard_of.iter().zip(0..) {
        let shard = *shard as usize;
        if shards.len() <= shard {
            shards.resize(shard + 1, Shard::default());
        }
        if let Some(shard) = shards.get_mut(shard) {
            shard.terms.push(word);
        }
    }
    shards
}

/// Writes the hashes of chunks in order, grouped by kind; each kind is numbered from 0.
pub(super) fn write_hashes(hashes: &[(Chunk, ContentHash)]) -> Vec<u8> {
    let mut out = Vec::new();
    for kind in hashes.chunk_by(|(a, _), (b, _)| a.code().0 == b.code().0) {
        let (first, _) = kind.first().map_or((0, 0), |(chunk, _)| chunk.code());
        write_varint(&mut out, u32::from(first));
        write_varint(&mut out, to_u32(kind.len()));
        kind.iter().for_each(|(_, hash)| out.extend(hash.to_bytes()));
    }
    out
}

/// Reads the hashes up to the end.
pub(super) fn read_hashes(reader: &mut ByteReader<'_>) -> Result<Vec<(Chunk, ContentHash)>, DecodeError> {
    let mut hashes = Vec::new();
    while !reader.remaining().is_empty() {
        let kind = reader.varint()?;
        for number in 0..reader.varint()? {
            let chunk = Chunk::from_code(kind, number).ok_or(DecodeError::Corrupt)?;
            hashes.push((chunk, ContentHash::from_bytes(reader.bytes(3)?)));
        }
    }
    // Lookups are binary searches by chunk.
    if hashes.is_sorted_by(|a, b| a.0 < b.0) { Ok(hashes) } else { Err(DecodeError::Corrupt) }
}
