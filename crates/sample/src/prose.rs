//! Invented sentences that look like news but state no facts. Frequent words of the lists are drawn more often, as in
//! real text.

use thidua_core::text::capitalise;

use super::random::Random;
use super::words::Words;

/// Writer of sentences about one topic.
#[derive(Debug)]
pub struct Prose<'a> {
    words: &'a Words,
    topic: &'a [&'static str],
}

impl<'a> Prose<'a> {
    /// Draws the topic.
    pub fn new(words: &'a Words, random: &mut Random) -> Prose<'a> {
        let topics: Vec<_> = words.lists("topic").collect();
        Prose { words, topic: random.common(&topics).copied().unwrap_or_default() }
    }

    /// A sentence, including its full stop.
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

    /// A headline that follows the name of an organisation.
    pub fn headline(&self, random: &mut Random) -> String {
        format!("{} {} và {}", self.word("verb", random), self.noun(random), self.noun(random))
    }

    /// A word of a list; words at the start of the list are more likely.
    pub fn word(&self, list: &str, random: &mut Random) -> &'static str {
        random.common(self.words.list(list)).copied().unwrap_or_default()
    }

    /// A noun phrase: one half of them is about the topic, most of the others are about emulation in general, and a few
    /// are about other topics.
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
