//! Sentences of our own that say little and sound like news: their words come as often as words do.

use super::random::Random;
use super::words::Words;
use thidua_core::text::capitalise;

/// Writes sentences about one topic.
#[derive(Debug)]
pub struct Prose<'a> {
    words: &'a Words,
    topic: &'a [&'static str],
}

impl<'a> Prose<'a> {
    /// About one of the topics.
    pub fn new(words: &'a Words, random: &mut Random) -> Prose<'a> {
        let topics: Vec<_> = words.lists("topic").collect();
        Prose { words, topic: random.common(&topics).copied().unwrap_or_default() }
    }

    /// A sentence, with its full stop.
    pub fn sentence(&self, random: &mut Random) -> String {
        let (subject, verb) = (self.word("subject", random), self.word("verb", random));
        let (one, other) = (self.noun(random), self.noun(random));
        let sentence = match random.up_to(5) {
            0 => format!(
                "{}, {subject} {verb} {one}, {}",
                self.word("time", random),
                self.word("purpose", random)
            ),
            1 => format!("{}, {subject} {verb} {one} và {other}", self.word("time", random)),
            2 => format!("{subject} {verb} {one}, {other}, {}", self.word("purpose", random)),
            3 => format!("với {one}, {}; {subject} {verb} {other}", self.word("example", random)),
            _ => format!("việc {verb} {one} gắn với {other} {}", self.word("purpose", random)),
        };
        capitalise(&sentence) + "."
    }

    /// A headline behind the name of an organisation.
    pub fn headline(&self, random: &mut Random) -> String {
        format!("{} {} và {}", self.word("verb", random), self.noun(random), self.noun(random))
    }

    /// A word of a list, the first ones likelier.
    pub fn word(&self, list: &str, random: &mut Random) -> &'static str {
        random.common(self.words.list(list)).copied().unwrap_or_default()
    }

    /// What it is about: half of the time of the topic itself, else of emulation in general, seldom of something else.
    fn noun(&self, random: &mut Random) -> &'static str {
        match random.up_to(10) {
            0..5 => random.any(self.topic).copied().unwrap_or_default(),
            5..9 => self.word("general", random),
            _ => {
                let topics: Vec<_> = self.words.lists("topic").collect();
                random.any(&topics).and_then(|topic| random.any(topic)).copied().unwrap_or_default()
            }
        }
    }
}
