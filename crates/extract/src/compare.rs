//! A new article against a corpus: what is new, what changes, what contradicts.
//!
//! Figures of one organisation, period, campaign and unit that count the same words at the same levels say the same thing;
//! where their numbers differ, a person has to look: both may be printed, and both are kept.

use serde::Serialize;

use thidua_core::domain::{Article, Corpus, Figure};
use thidua_core::text::{key, lowercase, match_ranges};

/// What a document adds to a corpus. Ids and names, for people to read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Additions {
    /// New things: "campaign “…”".
    pub new: Vec<String>,
    /// Things that are there already and gain something: "campaign x gets the printed form “…”".
    pub changed: Vec<String>,
}

/// Two figures that say the same thing with different numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Contradiction {
    /// The words of the new figure.
    pub here: String,
    /// The article that is known.
    pub article: String,
    /// The words there.
    pub there: String,
}

/// Adds the one article of `document` and what it needs to `corpus`; nothing that is there is taken away or replaced.
pub fn add_article(corpus: &mut Corpus, document: Corpus) -> Additions {
    let mut additions = Additions::default();
    for source in document.sources {
        if !corpus.sources.iter().any(|existing| existing.id == source.id) {
            additions.new.push(format!("source “{}”", source.name));
            corpus.sources.push(source);
        }
    }
    for organisation in document.organisations {
        match corpus.organisations.iter_mut().find(|existing| existing.id == organisation.id) {
            Some(existing) => {
                for alias in organisation.aliases {
                    if !existing.aliases.contains(&alias) && existing.name != alias {
                        additions
                            .changed
                            .push(format!("organisation {} gets the name “{alias}”", existing.id));
                        existing.aliases.push(alias);
                    }
                }
            }
            None => {
                additions.new.push(format!("organisation “{}”", organisation.name));
                corpus.organisations.push(organisation);
            }
        }
    }
    let printed: Vec<String> = document
        .articles
        .iter()
        .flat_map(|article| &article.figures)
        .map(|f| lowercase(&f.as_written))
        .collect();
    for unit in document.units {
        let used = |noun: &String| printed.iter().any(|words| !match_ranges(words, noun).is_empty());
        match corpus.units.iter_mut().find(|existing| existing.id == unit.id) {
            Some(existing) => {
                for noun in unit.printed.into_iter().filter(used) {
                    if !existing.printed.contains(&noun) {
                        additions.changed.push(format!("unit {} is also printed “{noun}”", existing.id));
                        existing.printed.push(noun);
                    }
                }
            }
            None => {
                additions.new.push(format!("unit “{}”", unit.vi));
                let printed = unit.printed.iter().filter(|noun| used(noun)).cloned().collect();
                corpus.units.push(thidua_core::domain::Unit { printed, ..unit });
            }
        }
    }
    for campaign in document.campaigns {
        match corpus.campaigns.iter_mut().find(|existing| existing.id == campaign.id) {
            Some(existing) => {
                for alias in campaign.aliases {
                    if !existing.aliases.contains(&alias) && existing.name != alias {
                        additions
                            .changed
                            .push(format!("campaign {} gets the printed form “{alias}”", existing.id));
                        existing.aliases.push(alias);
                    }
                }
            }
            None => {
                additions.new.push(format!("campaign “{}”", campaign.name));
                corpus.campaigns.push(campaign);
            }
        }
    }
    for article in document.articles {
        additions.new.push(format!("article “{}”", article.headline));
        corpus.articles.push(article);
    }
    additions
}

/// Figures of `article` that say what a figure of another article says, with another number.
pub fn contradictions(corpus: &Corpus, article: &Article) -> Vec<Contradiction> {
    let mut found = Vec::new();
    for other in corpus.articles.iter().filter(|other| other.id != article.id) {
        for there in &other.figures {
            for here in &article.figures {
                let same = comparison_key(here, article) == comparison_key(there, other);
                let equal = (here.value, here.value_to, here.comparator)
                    == (there.value, there.value_to, there.comparator);
                if same && !equal && (here.when.is_some() || here.when_as_written.is_some()) {
                    found.push(Contradiction {
                        here: here.as_written.clone(),
                        article: other.id.to_string(),
                        there: there.as_written.clone(),
                    });
                }
            }
        }
    }
    found
}

/// What a figure is about, without its number.
fn comparison_key(figure: &Figure, article: &Article) -> String {
    let organisation = figure.organisation.as_ref().unwrap_or(&article.organisation);
    let when =
        figure.when.map_or_else(|| figure.when_as_written.as_deref().map(key), |when| Some(when.to_string()));
    let words = key(&figure.as_written);
    let counted: Vec<&str> =
        words.split(' ').filter(|word| !word.contains(|c: char| c.is_ascii_digit())).collect();
    format!(
        "{organisation} {when:?} {:?} {} {:?} {}",
        figure.campaign,
        figure.unit,
        figure.levels,
        counted.join(" ")
    )
}
