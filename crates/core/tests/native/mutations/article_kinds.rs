//! Changes of articles: head, text, mentions, phases, people, digests.

use thidua_core::domain::{Article, DigestParagraph, Lang, Mention, Person, Phase, Relation, Rights, Sector};
use thidua_core::text::{match_ranges, numerals};

use super::bench::{Bench, Mutant};
use super::change::{
    dropped_numbers, other_letters, other_numbers, other_words, swapped_numbers, with, without_last_words,
};
use super::{Kind, d, n, p};

/// Bound words of Vietnamese digests.
const BOUNDS_VI: [&str; 7] = ["trên", "dưới", "gần", "tối thiểu", "ít nhất", "tối đa", "khoảng"];
/// Bound words of English digests.
const BOUNDS_EN: [&str; 7] = ["more than", "at least", "nearly", "over", "about", "at most", "a minimum of"];

/// Mutants in which a text of one digest paragraph is changed.
fn digests(bench: &Bench, lang: Lang, change: impl Fn(&str) -> Vec<String>) -> Vec<Mutant> {
    bench.each(
        |a| &mut a.digest,
        |_, paragraph| {
            let texts = change(paragraph.get(lang)).into_iter();
            let changed = texts.map(|text| {
                Some(with(paragraph, |p| match lang {
                    Lang::Vi => p.vi = text,
                    Lang::En => p.en = text,
                }))
            });
            changed.collect()
        },
    )
}

/// Changes of what stands between quotation marks.
fn other_quotes(text: &str) -> Vec<String> {
    let mut changed = Vec::new();
    for part in text.split('“').skip(1) {
        let Some((name, _)) = part.split_once('”') else { continue };
        changed.extend(other_letters(name).into_iter().map(|other| text.replacen(name, &other, 1)));
    }
    changed
}

/// A number word put in front of a text.
fn with_number_word(text: &str, words: &str) -> Vec<String> {
    vec![format!("{words} {text}"), format!("{} {words}.", text.trim_end_matches('.'))]
}

/// Words of three syllables of the article that are no author.
fn other_words_of(bench: &Bench, article: &Article) -> Vec<String> {
    let mut words = Vec::new();
    for (_, line) in bench.lines(article).filter(|(_, line)| line.split(' ').count() > 12) {
        let all: Vec<&str> = line.split(' ').filter(|w| w.chars().all(char::is_alphabetic)).collect();
        words.extend(all.chunks(3).skip(1).take(2).map(|three| three.join(" ")));
    }
    words.retain(|words| bench.lines(article).any(|(_, line)| !match_ranges(line, words).is_empty()));
    words
}

/// Kinds of changes of articles.
pub const KINDS: &[Kind] = &[
    d("headline: last words cut", |bench| {
        bench.articles(|article| {
            let cut = (1..4).filter_map(|count| without_last_words(&article.headline, count));
            cut.map(|cut| with(article, |a| a.headline = cut)).collect()
        })
    }),
    d("headline: one letter", |bench| {
        bench.articles(|article| {
            other_letters(&article.headline)
                .into_iter()
                .map(|text| with(article, |a| a.headline = text))
                .collect()
        })
    }),
    d("headline: other words of the article", |bench| {
        bench.articles(|article| {
            other_words_of(bench, article)
                .into_iter()
                .map(|text| with(article, |a| a.headline = text))
                .collect()
        })
    }),
    d("headline_en: a number that is not printed", |bench| {
        bench.articles(|article| {
            let text = article.headline_en.clone().unwrap_or_default();
            let texts =
                [format!("{text}: 47 units"), format!("47 {text}"), format!("Twelve thousand: {text}")];
            texts.into_iter().map(|text| with(article, |a| a.headline_en = Some(text))).collect()
        })
    }),
    p("headline_en: another district", |bench| {
        bench.articles(|article| {
            let text = article.headline_en.as_deref().unwrap_or_default();
            let others =
                other_words(text, &["Hà Đông", "Hoàng Mai", "Tây Hồ", "Sơn Tây", "Sông Ngàn", "Bến Sỏi"]);
            others.into_iter().map(|text| with(article, |a| a.headline_en = Some(text))).collect()
        })
    }),
    d("byline: other words of the article", |bench| {
        bench.articles(|article| {
            other_words_of(bench, article)
                .into_iter()
                .map(|text| with(article, |a| a.byline = vec![text]))
                .collect()
        })
    }),
    d("byline: another person of the article", |bench| {
        bench.articles(|article| {
            article.people.iter().map(|p| with(article, |a| a.byline = vec![p.name.clone()])).collect()
        })
    }),
    d("byline: one letter", |bench| {
        bench.articles(|article| {
            let names = article.byline.iter().flat_map(|name| other_letters(name));
            names.map(|name| with(article, |a| a.byline = vec![name])).collect()
        })
    }),
    p("byline: dropped", |bench| {
        bench.articles(|article| article.byline.iter().map(|_| with(article, |a| a.byline.clear())).collect())
    }),
    p("published: guessed from a year of the text", |bench| {
        bench.articles(|article| {
            let words = article
                .covers_as_written
                .clone()
                .filter(|_| article.published.is_none() && article.covers.is_some());
            words
                .map(|words| {
                    with(article, |a| {
                        a.published = a.covers;
                        a.published_as_written = Some(words);
                    })
                })
                .into_iter()
                .collect()
        })
    }),
    d("published: another day", |bench| {
        bench.articles(|article| {
            article
                .published
                .iter()
                .map(|_| with(article, |a| a.published = Some("2021-05-17".parse().unwrap())))
                .collect()
        })
    }),
    p("published: dropped", |bench| {
        bench.articles(|article| {
            article
                .published
                .iter()
                .map(|_| {
                    with(article, |a| {
                        a.published = None;
                        a.published_as_written = None;
                    })
                })
                .collect()
        })
    }),
    p("covers: dropped", |bench| {
        bench.articles(|article| {
            article
                .covers
                .iter()
                .map(|_| {
                    with(article, |a| {
                        a.covers = None;
                        a.covers_as_written = None;
                    })
                })
                .collect()
        })
    }),
    d("organisation of the article: one it never names", |bench| {
        bench.articles(|article| {
            let is_printed = |name: &str| bench.lines(article).any(|(_, line)| line.contains(name));
            let others = bench.corpus.organisations.iter().filter(|o| {
                o.id != article.organisation
                    && !std::iter::once(&o.name).chain(&o.aliases).any(|name| is_printed(name))
            });
            others.map(|o| with(article, |a| a.organisation = o.id.clone())).collect()
        })
    }),
    p("organisation of the article: another that it names", |bench| {
        bench.articles(|article| {
            let is_printed = |name: &str| bench.lines(article).any(|(_, line)| line.contains(name));
            let others = bench.corpus.organisations.iter().filter(|o| {
                o.id != article.organisation
                    && std::iter::once(&o.name).chain(&o.aliases).any(|name| is_printed(name))
            });
            others.map(|o| with(article, |a| a.organisation = o.id.clone())).collect()
        })
    }),
    d("source: added where no newspaper is printed", |bench| {
        if bench.name != "bundled" {
            return Vec::new();
        }
        bench.articles(|article| {
            let is_none = article.source.is_none();
            let others = bench.corpus.sources.iter().filter(|_| is_none);
            others.map(|s| with(article, |a| a.source = Some(s.id.clone()))).collect()
        })
    }),
    p("source: dropped", |bench| {
        bench.articles(|article| article.source.iter().map(|_| with(article, |a| a.source = None)).collect())
    }),
    n("url: made up", |bench| {
        bench.articles(|article| vec![with(article, |a| a.url = Some("https://example.org/a".to_owned()))])
    }),
    n("rights: full_text claimed", |bench| {
        bench.articles(|article| {
            let is_facts = article.rights == Rights::FactsOnly;
            is_facts.then(|| with(article, |a| a.rights = Rights::FullText)).into_iter().collect()
        })
    }),
    p("text: lines longer, teasers taken in", |bench| {
        bench.articles(|article| vec![with(article, |a| a.text.lines[1] += 3)])
    }),
    p("text: excluded emptied", |bench| {
        bench.articles(|article| {
            let has_some = !article.text.excluded.is_empty();
            has_some.then(|| with(article, |a| a.text.excluded.clear())).into_iter().collect()
        })
    }),
    p("text: a line without facts excluded", |bench| {
        bench.articles(|article| {
            let has_facts = |line: u32| {
                article.digest.iter().any(|x| x.line == line)
                    || article.mentions.iter().any(|x| x.line == line)
                    || article.figures.iter().any(|x| x.line == line)
                    || article.people.iter().any(|x| x.line == line)
                    || article.phases.iter().any(|x| x.line == line)
            };
            let lines = bench.lines(article).filter(|(n, line)| !line.is_empty() && !has_facts(*n));
            lines
                .map(|(n, _)| {
                    with(article, |a| {
                        a.text.excluded.push(n);
                        a.text.excluded.sort_unstable();
                    })
                })
                .collect()
        })
    }),
    p("mention: relation", |bench| {
        bench.each(
            |a| &mut a.mentions,
            |_, mention: &Mention| {
                let others = Relation::ALL.into_iter().filter(|relation| *relation != mention.relation);
                others.take(2).map(|relation| Some(with(mention, |m| m.relation = relation))).collect()
            },
        )
    }),
    p("mention: sector", |bench| {
        bench.each(
            |a| &mut a.mentions,
            |_, mention: &Mention| {
                let others = Sector::ALL.into_iter().filter(|sector| Some(*sector) != mention.sector);
                others.take(1).map(|sector| Some(with(mention, |m| m.sector = Some(sector)))).collect()
            },
        )
    }),
    p("mention: deleted", |bench| bench.each(|a| &mut a.mentions, |_, _: &Mention| vec![None])),
    d("mention: one letter", |bench| {
        bench.each(
            |a| &mut a.mentions,
            |_, mention: &Mention| {
                other_letters(&mention.as_written)
                    .into_iter()
                    .map(|text| Some(with(mention, |m| m.as_written = text)))
                    .collect()
            },
        )
    }),
    p("mention: another campaign of the same printed name", |bench| {
        bench.each(
            |a| &mut a.mentions,
            |_, mention: &Mention| {
                let others = bench.corpus.campaigns.iter().filter(|c| {
                    c.id != mention.campaign
                        && std::iter::once(&c.name).chain(&c.aliases).any(|name| *name == mention.as_written)
                });
                others.map(|c| Some(with(mention, |m| m.campaign = c.id.clone()))).collect()
            },
        )
    }),
    d("digest vi: wrong number", |bench| digests(bench, Lang::Vi, other_numbers)),
    d("digest en: wrong number", |bench| digests(bench, Lang::En, other_numbers)),
    d("digest vi: number of elsewhere on the line", |bench| {
        bench.each(
            |a| &mut a.digest,
            |article, paragraph: &DigestParagraph| {
                let line = bench.line(article, paragraph.line);
                let printed: Vec<&str> =
                    numerals(line, Lang::Vi).into_iter().map(|n| &line[n.range]).collect();
                let own: Vec<_> = numerals(&paragraph.vi, Lang::Vi).into_iter().map(|n| n.range).collect();
                let mut changed = Vec::new();
                for range in own {
                    let other = printed.iter().find(|other| **other != &paragraph.vi[range.clone()]);
                    changed.extend(
                        other.map(|other| Some(with(paragraph, |p| p.vi.replace_range(range, other)))),
                    );
                }
                changed
            },
        )
    }),
    d("digest vi: number dropped", |bench| digests(bench, Lang::Vi, dropped_numbers)),
    d("digest en: number dropped", |bench| digests(bench, Lang::En, dropped_numbers)),
    d("digest en: number word added", |bench| {
        digests(bench, Lang::En, |text| {
            let words = ["twelve thousand", "forty-seven", "thirty", "seven hundred"];
            words.iter().flat_map(|words| with_number_word(text, words)).collect()
        })
    }),
    d("digest vi: number word added", |bench| {
        digests(bench, Lang::Vi, |text| {
            let words = ["ba mươi", "mười hai nghìn", "bốn mươi bảy", "bảy trăm"];
            words.iter().flat_map(|words| with_number_word(text, words)).collect()
        })
    }),
    p("digest: line moved", |bench| {
        bench.each(
            |a| &mut a.digest,
            |article, paragraph: &DigestParagraph| {
                let next = bench
                    .lines(article)
                    .find(|(n, line)| *n > paragraph.line && line.split(' ').count() > 10);
                next.map(|(n, _)| Some(with(paragraph, |p| p.line = n))).into_iter().collect()
            },
        )
    }),
    p("digest: paragraph deleted", |bench| {
        bench.each(|a| &mut a.digest, |_, _: &DigestParagraph| vec![None])
    }),
    p("digest vi: two numbers of the line swapped", |bench| digests(bench, Lang::Vi, swapped_numbers)),
    p("digest en: two numbers of the line swapped", |bench| digests(bench, Lang::En, swapped_numbers)),
    d("digest vi: letter of a quoted campaign name", |bench| digests(bench, Lang::Vi, other_quotes)),
    d("digest vi: bound word changed", |bench| {
        digests(bench, Lang::Vi, |text| other_words(text, &BOUNDS_VI))
    }),
    p("digest en: bound word changed", |bench| {
        digests(bench, Lang::En, |text| other_words(text, &BOUNDS_EN))
    }),
    d("digest vi: scale word changed", |bench| {
        digests(bench, Lang::Vi, |text| {
            ["triệu", "tỉ", "tỷ", "nghìn"]
                .iter()
                .flat_map(|word| {
                    let is_number = |text: &str| {
                        numerals(text, Lang::Vi).last().is_some_and(|n| n.range.end + 1 == text.len())
                    };
                    let spaced = format!(" {word} đồng");
                    let places = text.find(&spaced).filter(|pos| is_number(&text[..pos + 1]));
                    let others = ["triệu", "tỉ", "nghìn"]
                        .into_iter()
                        .filter(move |other| other != word && !(*word == "tỷ" && *other == "tỉ"));
                    others
                        .filter_map(|other| {
                            places.map(|_| text.replacen(&spaced, &format!(" {other} đồng"), 1))
                        })
                        .collect::<Vec<_>>()
                })
                .collect()
        })
    }),
    d("digest en: scale word changed", |bench| {
        digests(bench, Lang::En, |text| other_words(text, &["million đồng", "billion đồng", "thousand đồng"]))
    }),
    d("digest: letter of a person's name", |bench| {
        let names = |article: &Article| article.people.iter().map(|p| p.name.clone()).collect::<Vec<_>>();
        bench.each(
            |a| &mut a.digest,
            |article, paragraph: &DigestParagraph| {
                let mut changed = Vec::new();
                for name in names(article) {
                    for other in other_letters(&name) {
                        if paragraph.vi.contains(&name) {
                            changed.push(Some(with(paragraph, |p| p.vi = p.vi.replace(&name, &other))));
                        }
                        if paragraph.en.contains(&name) {
                            changed.push(Some(with(paragraph, |p| p.en = p.en.replace(&name, &other))));
                        }
                    }
                }
                changed
            },
        )
    }),
    p("article deleted", |bench| {
        let corpora =
            (0..bench.corpus.articles.len()).map(|i| with(&bench.corpus, |c| drop(c.articles.remove(i))));
        corpora.map(|corpus| Mutant::Corpus(Box::new(corpus))).collect()
    }),
    d("article duplicated under another id", |bench| {
        let copies = bench.corpus.articles.iter().map(|article| {
            let copy = with(article, |a| {
                a.id = format!("{}-2", a.id).as_str().into();
                for figure in &mut a.figures {
                    figure.id = format!("{}-2", figure.id).as_str().into();
                    figure.part_of =
                        figure.part_of.as_ref().map(|whole| format!("{whole}-2").as_str().into());
                }
            });
            with(&bench.corpus, |c| c.articles.push(copy))
        });
        copies.map(|corpus| Mutant::Corpus(Box::new(corpus))).collect()
    }),
    p("phase: when dropped", |bench| {
        bench.each(
            |a| &mut a.phases,
            |_, phase: &Phase| {
                phase
                    .when
                    .iter()
                    .map(|_| {
                        Some(with(phase, |p| {
                            p.when = None;
                            p.as_written = None;
                        }))
                    })
                    .collect()
            },
        )
    }),
    d("phase: dates of the other phase, with words", |bench| {
        bench.each(
            |a| &mut a.phases,
            |article, phase: &Phase| {
                let others = article.phases.iter().filter(|other| {
                    other.line == phase.line && other.when != phase.when && other.when.is_some()
                });
                others
                    .map(|other| {
                        Some(with(phase, |p| {
                            p.when = other.when;
                            p.as_written = other.as_written.clone();
                        }))
                    })
                    .collect()
            },
        )
    }),
    d("phase: theme of the other phase", |bench| {
        bench.each(
            |a| &mut a.phases,
            |article, phase: &Phase| {
                let others =
                    article.phases.iter().filter(|other| other.theme.is_some() && other.theme != phase.theme);
                others.map(|other| Some(with(phase, |p| p.theme = other.theme.clone()))).collect()
            },
        )
    }),
    p("phase: theme dropped", |bench| {
        bench.each(
            |a| &mut a.phases,
            |_, phase: &Phase| phase.theme.iter().map(|_| Some(with(phase, |p| p.theme = None))).collect(),
        )
    }),
    d("phase: name of the other phase", |bench| {
        bench.each(
            |a| &mut a.phases,
            |article, phase: &Phase| {
                let others = article.phases.iter().filter(|other| other.name != phase.name);
                others.map(|other| Some(with(phase, |p| p.name = other.name.clone()))).collect()
            },
        )
    }),
    d("phase: campaign of the other phase", |bench| {
        bench.each(
            |a| &mut a.phases,
            |article, phase: &Phase| {
                let others = article.phases.iter().filter(|other| other.campaign != phase.campaign);
                others.map(|other| Some(with(phase, |p| p.campaign = other.campaign.clone()))).collect()
            },
        )
    }),
    p("phase: deleted", |bench| bench.each(|a| &mut a.phases, |_, _: &Phase| vec![None])),
    d("person: name shortened", |bench| {
        bench.each(
            |a| &mut a.people,
            |_, person: &Person| {
                let words: Vec<&str> = person.name.split(' ').collect();
                let names = [words[1..].join(" "), words[..words.len() - 1].join(" ")];
                names.into_iter().map(|name| Some(with(person, |p| p.name = name))).collect()
            },
        )
    }),
    d("person: one letter of the name", |bench| {
        bench.each(
            |a| &mut a.people,
            |_, person: &Person| {
                other_letters(&person.name)
                    .into_iter()
                    .map(|name| Some(with(person, |p| p.name = name)))
                    .collect()
            },
        )
    }),
    p("person: role shortened", |bench| {
        bench.each(
            |a| &mut a.people,
            |_, person: &Person| {
                let role = person.role.as_deref().unwrap_or_default();
                let cut =
                    [without_last_words(role, 1), role.split_once(' ').map(|(_, rest)| rest.to_owned())];
                cut.into_iter().flatten().map(|role| Some(with(person, |p| p.role = Some(role)))).collect()
            },
        )
    }),
    p("person: role dropped", |bench| {
        bench.each(
            |a| &mut a.people,
            |_, person: &Person| {
                person
                    .role
                    .iter()
                    .map(|_| {
                        Some(with(person, |p| {
                            p.role = None;
                            p.role_en = None;
                        }))
                    })
                    .collect()
            },
        )
    }),
    p("person: role of another person of the line", |bench| {
        bench.each(
            |a| &mut a.people,
            |article, person: &Person| {
                let others = article
                    .people
                    .iter()
                    .filter(|other| other.line == person.line && other.role != person.role);
                others.map(|other| Some(with(person, |p| p.role = other.role.clone()))).collect()
            },
        )
    }),
    n("person: role_en another rank", |bench| {
        bench.each(
            |a| &mut a.people,
            |_, person: &Person| vec![Some(with(person, |p| p.role_en = Some("Deputy".to_owned())))],
        )
    }),
    p("person: organisation another", |bench| {
        bench.each(
            |a| &mut a.people,
            |_, person: &Person| {
                let other =
                    bench.corpus.organisations.iter().find(|o| Some(&o.id) != person.organisation.as_ref());
                other
                    .map(|o| Some(with(person, |p| p.organisation = Some(o.id.clone()))))
                    .into_iter()
                    .collect()
            },
        )
    }),
    p("person: deleted", |bench| bench.each(|a| &mut a.people, |_, _: &Person| vec![None])),
];
