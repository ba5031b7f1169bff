//! Changes of figures.

use thidua_core::domain::{Figure, Level, Role};
use thidua_core::text::{capitalise, lowercase};

use super::change::{other_letters, other_numbers, other_words, others_of_line, with, without_last_words};
use super::{Kind, d, n, p};

/// Words of levels in Vietnamese labels.
const LEVELS_VI: [&str; 8] = ["cơ sở", "phường", "quận", "ngành", "bộ", "thành phố", "quốc gia", "trường"];
/// Words of levels in English labels.
const LEVELS_EN: [&str; 6] =
    ["grassroots level", "ward level", "district level", "ministry level", "city level", "national level"];

/// Kinds of changes of figures.
pub const KINDS: &[Kind] = &[
    d("value, words, unit and levels of another figure of the line", |bench| {
        bench.figures(|article, figure| {
            let others = others_of_line(&article.figures, figure);
            let taken = |other: &Figure| {
                with(figure, |f| {
                    f.value = other.value;
                    f.value_to = other.value_to;
                    f.comparator = other.comparator;
                    f.word = other.word.clone();
                    f.as_written = other.as_written.clone();
                    f.unit = other.unit.clone();
                    f.levels = other.levels.clone();
                })
            };
            others.map(taken).collect()
        })
    }),
    d("value: one digit", |bench| {
        bench.figures(|_, figure| {
            let values = other_numbers(&figure.value.to_string());
            values.into_iter().map(|value| with(figure, |f| f.value = value.parse().unwrap())).collect()
        })
    }),
    d("as_written: one letter", |bench| {
        bench.figures(|_, figure| {
            let words =
                other_letters(&figure.as_written).into_iter().chain(other_numbers(&figure.as_written));
            words.map(|words| with(figure, |f| f.as_written = words)).collect()
        })
    }),
    d("word: one letter", |bench| {
        bench.figures(|_, figure| {
            let words = figure.word.iter().flat_map(|word| other_letters(word));
            words.map(|word| with(figure, |f| f.word = Some(word))).collect()
        })
    }),
    p("role: another", |bench| {
        bench.figures(|_, figure| {
            let others = Role::ALL.into_iter().filter(|role| *role != figure.role);
            others.map(|role| with(figure, |f| f.role = role)).collect()
        })
    }),
    p("role: result and target exchanged", |bench| {
        bench.figures(|_, figure| match figure.role {
            Role::Result => vec![with(figure, |f| f.role = Role::Target)],
            Role::Target => vec![with(figure, |f| f.role = Role::Result)],
            _ => Vec::new(),
        })
    }),
    d("level: one dropped", |bench| {
        bench.figures(|_, figure| {
            (0..figure.levels.len())
                .map(|i| {
                    with(figure, |f| {
                        f.levels.remove(i);
                    })
                })
                .collect()
        })
    }),
    d("level: all dropped", |bench| {
        bench.figures(|_, figure| {
            let has_levels = !figure.levels.is_empty();
            has_levels.then(|| with(figure, |f| f.levels.clear())).into_iter().collect()
        })
    }),
    d("level: another", |bench| {
        bench.figures(|_, figure| {
            let has_levels = !figure.levels.is_empty();
            let others = Level::ALL.into_iter().filter(|level| has_levels && !figure.levels.contains(level));
            others.map(|level| with(figure, |f| f.levels = vec![level])).collect()
        })
    }),
    p("level: added where none is printed", |bench| {
        bench.figures(|_, figure| {
            let levels = [Level::District, Level::City].into_iter().filter(|_| figure.levels.is_empty());
            levels.map(|level| with(figure, |f| f.levels = vec![level])).collect()
        })
    }),
    d("as_written: ends inside a number or unit", |bench| {
        bench.figures(|_, figure| {
            let unit = bench.corpus.units.iter().find(|unit| unit.id == figure.unit).unwrap();
            let lower = lowercase(&figure.as_written);
            let starts = unit.printed.iter().filter_map(|noun| lower.find(noun.as_str()));
            let cut = starts.min().and_then(|start| figure.as_written.get(..start).map(str::trim_end));
            cut.map(|cut| with(figure, |f| f.as_written = cut.to_owned())).into_iter().collect()
        })
    }),
    p("as_written: last word cut", |bench| {
        bench.figures(|_, figure| {
            let cut = without_last_words(&figure.as_written, 1);
            cut.map(|cut| with(figure, |f| f.as_written = cut)).into_iter().collect()
        })
    }),
    p("as_written: one word more at the end", |bench| {
        bench.figures(|article, figure| {
            let line = bench.line(article, figure.line);
            let behind = line.split_once(&figure.as_written).map_or("", |(_, behind)| behind);
            let word = behind.trim_start().split(' ').next().filter(|word| !word.is_empty());
            let more =
                word.map(|_| &behind[..behind.len() - behind.trim_start().len() + word.unwrap().len()]);
            more.map(|more| with(figure, |f| f.as_written.push_str(more))).into_iter().collect()
        })
    }),
    d("as_written: extended to the end of the line", |bench| {
        bench.figures(|article, figure| {
            let line = bench.line(article, figure.line);
            let behind = line.split_once(&figure.as_written).map_or("", |(_, behind)| behind);
            let is_more = behind.split_whitespace().count() > 2;
            is_more
                .then(|| with(figure, |f| f.as_written.push_str(behind.trim_end_matches(['.', ' ', '|']))))
                .into_iter()
                .collect()
        })
    }),
    d("as_written: extended over the next number", |bench| {
        bench.figures(|article, figure| {
            let line = bench.line(article, figure.line);
            let behind = line.split_once(&figure.as_written).map_or("", |(_, behind)| behind);
            let next = others_of_line(&article.figures, figure).find_map(|other| {
                behind.find(&other.as_written).map(|pos| &behind[..pos + other.as_written.len()])
            });
            next.map(|more| with(figure, |f| f.as_written.push_str(more))).into_iter().collect()
        })
    }),
    p("campaign: another one named on the line", |bench| {
        bench.figures(|article, figure| {
            let on_line = article.mentions.iter().filter(|m| m.line == figure.line);
            let others = on_line.filter(|m| {
                Some(&m.campaign) != figure.campaign.as_ref() && !figure.campaigns_also.contains(&m.campaign)
            });
            others.map(|m| with(figure, |f| f.campaign = Some(m.campaign.clone()))).collect()
        })
    }),
    p("campaign: one of the article named on other lines only", |bench| {
        bench.figures(|article, figure| {
            let is_elsewhere = |id: &str| {
                article.mentions.iter().all(|m| m.campaign.as_str() != id || m.line != figure.line)
            };
            let others = article
                .mentions
                .iter()
                .filter(|m| Some(&m.campaign) != figure.campaign.as_ref() && is_elsewhere(&m.campaign));
            others.take(2).map(|m| with(figure, |f| f.campaign = Some(m.campaign.clone()))).collect()
        })
    }),
    d("campaign: one the article never names", |bench| {
        bench.figures(|article, figure| {
            let others = bench.corpus.campaigns.iter().filter(|c| {
                article.mentions.iter().all(|m| m.campaign != c.id)
                    && article.phases.iter().all(|p| p.campaign != c.id && p.theme.as_ref() != Some(&c.id))
            });
            let also = others.clone().take(1).filter(|_| figure.campaign.is_some());
            let main = others.take(2).map(|c| with(figure, |f| f.campaign = Some(c.id.clone())));
            main.chain(also.map(|c| with(figure, |f| f.campaigns_also.push(c.id.clone())))).collect()
        })
    }),
    p("campaign: dropped", |bench| {
        bench.figures(|_, figure| {
            let is_given = figure.campaign.is_some();
            is_given
                .then(|| {
                    with(figure, |f| {
                        f.campaign = None;
                        f.campaigns_also.clear();
                    })
                })
                .into_iter()
                .collect()
        })
    }),
    p("campaigns_also: dropped", |bench| {
        bench.figures(|_, figure| {
            let is_given = !figure.campaigns_also.is_empty();
            is_given.then(|| with(figure, |f| f.campaigns_also.clear())).into_iter().collect()
        })
    }),
    p("campaigns_also: one added", |bench| {
        bench.figures(|article, figure| {
            let others = article.mentions.iter().filter(|m| {
                figure.campaign.as_ref().is_some_and(|campaign| *campaign != m.campaign)
                    && !figure.campaigns_also.contains(&m.campaign)
            });
            others.take(1).map(|m| with(figure, |f| f.campaigns_also.push(m.campaign.clone()))).collect()
        })
    }),
    p("organisation: one the article never names", |bench| {
        bench.figures(|article, figure| {
            let is_printed = |name: &str| bench.lines(article).any(|(_, line)| line.contains(name));
            let others = bench
                .corpus
                .organisations
                .iter()
                .filter(|o| !std::iter::once(&o.name).chain(&o.aliases).any(|name| is_printed(name)));
            let others = others
                .filter(|o| Some(&o.id) != figure.organisation.as_ref() && o.id != article.organisation);
            others.take(1).map(|o| with(figure, |f| f.organisation = Some(o.id.clone()))).collect()
        })
    }),
    n("organisation: dropped", |bench| {
        bench.figures(|_, figure| {
            figure.organisation.iter().map(|_| with(figure, |f| f.organisation = None)).collect()
        })
    }),
    p("when and words dropped", |bench| {
        bench.figures(|_, figure| {
            figure
                .when
                .iter()
                .map(|_| {
                    with(figure, |f| {
                        f.when = None;
                        f.when_as_written = None;
                    })
                })
                .collect()
        })
    }),
    p("when_as_written dropped (no date)", |bench| {
        bench.figures(|_, figure| {
            let is_only_words = figure.when.is_none() && figure.when_as_written.is_some();
            is_only_words.then(|| with(figure, |f| f.when_as_written = None)).into_iter().collect()
        })
    }),
    d("when: another year", |bench| {
        bench.figures(|_, figure| {
            figure.when.iter().map(|_| with(figure, |f| f.when = Some("2017".parse().unwrap()))).collect()
        })
    }),
    p("part_of: dropped", |bench| {
        bench.figures(|_, figure| figure.part_of.iter().map(|_| with(figure, |f| f.part_of = None)).collect())
    }),
    p("part_of: another figure of the unit", |bench| {
        bench.figures(|article, figure| {
            let others = article.figures.iter().filter(|other| {
                other.unit == figure.unit
                    && other.id != figure.id
                    && Some(&other.id) != figure.part_of.as_ref()
            });
            others.map(|other| with(figure, |f| f.part_of = Some(other.id.clone()))).collect()
        })
    }),
    p("measure: changed to another", |bench| {
        bench.figures(|article, figure| {
            let others = article.figures.iter().filter_map(|other| other.measure.as_ref());
            let others = others.filter(|measure| Some(*measure) != figure.measure.as_ref());
            others.take(1).map(|measure| with(figure, |f| f.measure = Some(measure.clone()))).collect()
        })
    }),
    n("measure: dropped", |bench| {
        bench.figures(|_, figure| figure.measure.iter().map(|_| with(figure, |f| f.measure = None)).collect())
    }),
    d("label vi: wrong number put in", |bench| {
        bench.figures(|article, figure| {
            let other = article.figures.iter().find(|other| other.id != figure.id);
            let other =
                other.map(|other| with(figure, |f| f.label.vi = format!("{} {}", f.label.vi, other.value)));
            let labels = [
                format!("47 {}", figure.label.vi),
                format!("{} trong 47 ngày", figure.label.vi),
                format!("Ba mươi bảy {}", lowercase(&figure.label.vi)),
            ];
            other
                .into_iter()
                .chain(labels.into_iter().map(|label| with(figure, |f| f.label.vi = label)))
                .collect()
        })
    }),
    d("label en: wrong number put in", |bench| {
        bench.figures(|article, figure| {
            let other = article.figures.iter().find(|other| other.id != figure.id);
            let other =
                other.map(|other| with(figure, |f| f.label.en = format!("{} {}", f.label.en, other.value)));
            let labels = [
                format!("47 {}", figure.label.en),
                format!("{} within 47 days", figure.label.en),
                format!("Thirty-seven {}", lowercase(&figure.label.en)),
            ];
            other
                .into_iter()
                .chain(labels.into_iter().map(|label| with(figure, |f| f.label.en = label)))
                .collect()
        })
    }),
    d("label vi: another level in words", |bench| {
        bench.figures(|_, figure| {
            let has_levels = !figure.levels.is_empty();
            let labels = LEVELS_VI.iter().flat_map(|word| {
                ["cấp ", "tại ", "ở "].into_iter().flat_map(move |prefix| {
                    let old = format!("{prefix}{word}");
                    let is_there = figure.label.vi.ends_with(&old);
                    let others = LEVELS_VI
                        .iter()
                        .filter(move |other| is_there && *other != word && **other != "trường");
                    let changed =
                        others.map(move |other| figure.label.vi.replace(&old, &format!("cấp {other}")));
                    changed.collect::<Vec<_>>()
                })
            });
            labels.filter(|_| has_levels).map(|label| with(figure, |f| f.label.vi = label)).collect()
        })
    }),
    d("label en: another level in words", |bench| {
        bench.figures(|_, figure| {
            let has_levels = !figure.levels.is_empty();
            let labels = other_words(&figure.label.en, &LEVELS_EN);
            labels
                .into_iter()
                .filter(|_| has_levels)
                .map(|label| with(figure, |f| f.label.en = label))
                .collect()
        })
    }),
    d("label vi: another unit in words", |bench| {
        bench.figures(|_, figure| {
            let nouns: Vec<String> = [
                "cá nhân",
                "tập thể",
                "lượt cá nhân",
                "lượt tập thể",
                "sáng kiến",
                "đề tài",
                "cải tiến",
                "doanh nghiệp",
                "học sinh",
                "giáo viên",
            ]
            .into_iter()
            .filter(|noun| bench.corpus.units.iter().any(|unit| unit.vi == *noun))
            .map(capitalise)
            .collect();
            let head = nouns
                .iter()
                .filter(|noun| figure.label.vi.starts_with(noun.as_str()))
                .max_by_key(|noun| noun.len());
            let is_own = head.is_some_and(|head| {
                bench.corpus.units.iter().any(|u| u.id == figure.unit && u.vi == lowercase(head))
            });
            let others = nouns.iter().filter(|noun| is_own && Some(*noun) != head);
            others
                .map(|noun| {
                    with(figure, |f| f.label.vi = f.label.vi.replacen(head.unwrap().as_str(), noun, 1))
                })
                .collect()
        })
    }),
    d("label en: another unit in words", |bench| {
        bench.figures(|_, figure| {
            let nouns = [
                "Individuals",
                "Collectives",
                "Initiatives",
                "Research topics",
                "Improvements",
                "Companies",
                "Rounds",
                "Projects",
            ];
            let nouns: Vec<&str> = nouns
                .into_iter()
                .filter(|noun| bench.corpus.units.iter().any(|unit| unit.en == lowercase(noun)))
                .collect();
            let head = nouns.iter().find(|noun| figure.label.en.starts_with(**noun));
            let is_own = head.is_some_and(|head| {
                bench.corpus.units.iter().any(|u| u.id == figure.unit && u.en == lowercase(head))
            });
            let others = nouns.iter().filter(|noun| is_own && Some(*noun) != head);
            others
                .map(|noun| with(figure, |f| f.label.en = f.label.en.replacen(*head.unwrap(), noun, 1)))
                .collect()
        })
    }),
    d("labels of two figures of the line exchanged", |bench| {
        let mut mutants = bench.articles(|article| {
            let mut changed = Vec::new();
            for (i, one) in article.figures.iter().enumerate() {
                for (j, other) in article.figures.iter().enumerate().skip(i + 1) {
                    let differ = one.levels != other.levels || one.unit != other.unit;
                    let named = |f: &Figure| f.label.vi.contains("cấp ") || f.label.vi.contains("tại cơ sở");
                    let counts = |f: &Figure| {
                        let unit = bench.corpus.units.iter().find(|unit| unit.id == f.unit).unwrap();
                        lowercase(&f.label.vi).starts_with(&unit.vi)
                    };
                    let is_decided = (one.levels != other.levels && (named(one) || named(other)))
                        || (one.unit != other.unit && (counts(one) || counts(other)));
                    if one.line == other.line && differ && is_decided && one.label != other.label {
                        changed.push(with(article, |a| {
                            a.figures[i].label = other.label.clone();
                            a.figures[j].label = one.label.clone();
                        }));
                    }
                }
            }
            changed
        });
        mutants.truncate(80);
        mutants
    }),
    d("figure duplicated under another id", |bench| {
        bench.articles(|article| {
            let copies = article
                .figures
                .iter()
                .map(|figure| with(figure, |f| f.id = format!("{}-2", f.id).as_str().into()));
            copies.map(|copy| with(article, |a| a.figures.push(copy))).collect()
        })
    }),
    d("act: a letter of the verb", |bench| {
        bench.figures(|_, figure| {
            let verbs = figure.act.iter().flat_map(|act| other_letters(&act.as_written));
            verbs.map(|verb| with(figure, |f| f.act.as_mut().unwrap().as_written = verb)).collect()
        })
    }),
    d("act: another kind", |bench| {
        bench.figures(|_, figure| {
            let acts = figure.act.iter().flat_map(|act| {
                thidua_core::domain::ActKind::ALL.into_iter().filter(|kind| *kind != act.kind)
            });
            acts.map(|kind| with(figure, |f| f.act.as_mut().unwrap().kind = kind)).collect()
        })
    }),
    d("act: made up", |bench| {
        bench.figures(|_, figure| {
            let act = thidua_core::domain::Act {
                kind: thidua_core::domain::ActKind::Elected,
                as_written: "suy tôn".to_owned(),
            };
            vec![with(figure, |f| f.act = Some(act))]
        })
    }),
];
