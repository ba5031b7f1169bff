//! Deterministic random numbers: SplitMix64, which gives the same sequence for the same seed on every machine. It is
//! implemented here because a library may change its algorithm with a new version, which would change every sample
//! corpus and make measurements incomparable.

/// A random sequence.
#[derive(Debug, Clone)]
pub struct Random {
    state: u64,
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "fractions are below 1, so products are within the bound that was given"
)]
impl Random {
    /// The sequence of a seed.
    pub fn new(seed: u64) -> Random {
        Random { state: seed }
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from 0 (inclusive) to 1 (exclusive).
    pub fn fraction(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// An integer from 0 (inclusive) to `end` (exclusive); 0 if `end` is 0.
    pub fn up_to(&mut self, end: usize) -> usize {
        (self.fraction() * end as f64) as usize
    }

    /// An integer from `first` to `last`, both inclusive.
    pub fn between(&mut self, first: u32, last: u32) -> u32 {
        first + (self.fraction() * f64::from(last.saturating_sub(first) + 1)) as u32
    }

    /// True in `yes` of 100 cases.
    pub fn percent(&mut self, yes: u32) -> bool {
        self.between(1, 100) <= yes
    }

    /// An item, all equally likely; `None` if there are no items.
    pub fn any<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        let index = self.up_to(items.len());
        items.get(index)
    }

    /// An item; items at the start are much more likely than those at the end, as in the frequency of words and names.
    pub fn common<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        let fraction = self.fraction();
        items.get((fraction * fraction * items.len() as f64) as usize)
    }

    /// A number with at most so many digits, evenly distributed over the orders of magnitude.
    pub fn amount(&mut self, digits: f64) -> u32 {
        2 + 10_f64.powf(self.fraction() * digits) as u32
    }
}
