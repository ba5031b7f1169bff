//! Comparison of a new article with a corpus: additions, changes and contradictions.
//!
//! Figures of one organisation, period, campaign and unit that count the same words at the same levels state the same
//! thing. Where their numbers differ a person has to check: both may be printed, and both are kept.

use serde::Serialize;

use thidua_core::domain::{Article, Corpus, Figure};
use thidua_core::text::{key, lowercase, match_ranges};

/// Additions of a document to a corpus, as English text for people.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Additions {
    /// New objects: "campaign “…”".
    pub new: Vec<String>,
    /// Existing objects that get an addition: "campaign x gets the printed form “…”".
    pub changed: Vec<String>,
}

/// Two figures that state the same thing with different numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Contradiction {
    /// Words of the new figure.
    pub here: String,
    /// Id of the article with the other figure.
    pub article: String,
    /// Words of the other figure.
    pub there: String,
}

/// Adds the article of `document` and the objects that it needs to `corpus`. Nothing of the corpus is removed or
/// replaced.
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
                // The name of a unit stays one of its nouns.
                let name = lowercase(&unit.vi);
                let is_name = |noun: &str| name.split(", ").chain([name.as_str()]).any(|part| part == noun);
                let printed =
                    unit.printed.iter().filter(|noun| used(noun) || is_name(noun)).cloned().collect();
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

/// Returns the figures of `article` that state the same as a figure of another article, with another number.
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

/// Key of the statement of a figure, without its number.
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
