//! Numbers that look random and are the same for the same seed, on every machine and for ever: SplitMix64. A library
//! may change its algorithm with its version, and then every corpus and every measurement would be another.

/// A sequence of numbers.
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

    /// From 0 up to 1, which is left out.
    pub fn fraction(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// From 0 up to `end`, which is left out; 0 where that is 0.
    pub fn up_to(&mut self, end: usize) -> usize {
        (self.fraction() * end as f64) as usize
    }

    /// From `first` to `last`, both included.
    pub fn between(&mut self, first: u32, last: u32) -> u32 {
        first + (self.fraction() * f64::from(last.saturating_sub(first) + 1)) as u32
    }

    /// Yes, in so many of a hundred cases.
    pub fn percent(&mut self, yes: u32) -> bool {
        self.between(1, 100) <= yes
    }

    /// One of the items, each as likely as the others.
    pub fn any<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        let place = self.up_to(items.len());
        items.get(place)
    }

    /// One of the items, the first ones far likelier than the last, as words and names are in a language.
    pub fn common<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        let fraction = self.fraction();
        items.get((fraction * fraction * items.len() as f64) as usize)
    }

    /// A number of so many digits at most, small ones as likely as large ones of ten times their size.
    pub fn amount(&mut self, digits: f64) -> u32 {
        2 + 10_f64.powf(self.fraction() * digits) as u32
    }
}
