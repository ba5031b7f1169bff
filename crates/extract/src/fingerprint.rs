//! Fingerprints of texts, by which the same article at another address is recognised.
//!
//! A fingerprint is the set of runs of five words, without case, marks and punctuation. Mirrors, print versions and
//! copies with another head share nearly all runs; two articles of one federation about one campaign share few.

use std::collections::BTreeSet;

use thidua_core::text::fold;

/// Number of words in a run.
const RUN: usize = 5;
/// Similarity in percent from which two texts are the same article.
pub const DUPLICATE_SIMILARITY: u32 = 60;

/// Hashes of the runs of words of a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fingerprint {
    runs: BTreeSet<u64>,
}

impl Fingerprint {
    /// Computes the fingerprint of these lines together.
    pub fn of<'a>(lines: impl IntoIterator<Item = &'a str>) -> Self {
        let mut words: Vec<String> = Vec::new();
        for line in lines {
            words.extend(fold(line).split(' ').filter(|word| !word.is_empty()).map(str::to_owned));
        }
        let mut runs = BTreeSet::new();
        for run in words.windows(RUN.min(words.len().max(1))) {
            runs.insert(hash(run));
        }
        Self { runs }
    }

    /// Share of the runs of the smaller text that are also in the other, in percent.
    pub fn similarity(&self, other: &Fingerprint) -> u32 {
        let (small, large) = if self.runs.len() <= other.runs.len() { (self, other) } else { (other, self) };
        let shared = small.runs.iter().filter(|run| large.runs.contains(run)).count();
        u32::try_from(shared * 100 / small.runs.len().max(1)).unwrap_or(0)
    }
}

/// FNV-1a: short, and the same on every machine and in the page.
fn hash(words: &[String]) -> u64 {
    let bytes = words.iter().flat_map(|word| word.bytes().chain([b' ']));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_similar_and_other_articles_are_not() {
        let text = "Năm 2023, công đoàn cơ sở phát động phong trào thi đua lao động giỏi trong toàn thể đoàn viên của mình";
        let copy = [
            "Bản in",
            "NĂM 2023: công đoàn cơ sở phát động phong trào thi đua, lao động giỏi trong toàn thể đoàn viên",
        ];
        let other = "Năm 2023, công đoàn cơ sở tổ chức hội thi cho đoàn viên và trao nhiều giải thưởng có giá trị lớn";
        let of = |text: &str| Fingerprint::of([text]);
        assert!(of(text).similarity(&Fingerprint::of(copy)) >= DUPLICATE_SIMILARITY);
        assert!(of(text).similarity(&of(other)) < 30);
        assert_eq!(of("").similarity(&of("")), 0);
    }
}
