//! Exact decimal numbers in one canonical spelling, so that equal values are equal strings.

use std::fmt;
use std::str::FromStr;

use borsh::{BorshDeserialize, BorshSerialize, io};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use thiserror::Error;

use super::binary_text;

/// An exact decimal. On the wire it is a string in canonical form: `-?`, no leading zeros, no exponent, no
/// trailing zeros after the point. Never a float.
///
/// ```
/// use thidua_core::domain::Decimal;
/// let money: Decimal = "3015000000".parse().unwrap();
/// assert_eq!(money.to_string(), "3015000000");
/// assert!("1.20".parse::<Decimal>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Decimal(rust_decimal::Decimal);

/// Why a text is not a [`Decimal`].
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error(
    "{text:?} is not a decimal in canonical form (digits, at most one point, no sign but a leading minus, no leading or trailing zeros, at most 28 digits)"
)]
pub struct DecimalError {
    text: String,
}

impl Decimal {
    /// Zero.
    pub const ZERO: Decimal = Decimal(rust_decimal::Decimal::ZERO);
    /// One hundred: the whole, in percent.
    pub const HUNDRED: Decimal = Decimal(rust_decimal::Decimal::ONE_HUNDRED);

    /// The sum, or `None` past 28 digits.
    pub fn checked_add(self, other: Decimal) -> Option<Decimal> {
        self.0.checked_add(other.0).map(|d| Decimal(d.normalize()))
    }

    /// The product, or `None` past 28 digits.
    pub fn checked_mul(self, other: Decimal) -> Option<Decimal> {
        self.0.checked_mul(other.0).map(|d| Decimal(d.normalize()))
    }

    /// The quotient to at most 28 digits, or `None` where the divisor is zero.
    pub fn checked_div(self, other: Decimal) -> Option<Decimal> {
        self.0.checked_div(other.0).map(|d| Decimal(d.normalize()))
    }

    /// Rounded to `places` digits after the point, halves away from zero: for display of derived shares only.
    pub fn rounded(self, places: u32) -> Decimal {
        let strategy = rust_decimal::RoundingStrategy::MidpointAwayFromZero;
        Decimal(self.0.round_dp_with_strategy(places, strategy).normalize())
    }

    /// Whether the number is below zero.
    pub fn is_negative(self) -> bool {
        self.0.is_sign_negative() && !self.0.is_zero()
    }

    /// The nearest float, for drawing only.
    pub fn to_f64(self) -> f64 {
        let divisor = (0..self.0.scale()).fold(1.0, |power, _| power * 10.0);
        self.0.mantissa() as f64 / divisor
    }
}

impl From<u32> for Decimal {
    fn from(number: u32) -> Self {
        Decimal(number.into())
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, DecimalError> {
        let error = || DecimalError { text: text.chars().take(60).collect() };
        if text.len() > 30 || text.contains(['_', '+', 'e', 'E']) {
            return Err(error());
        }
        let number = rust_decimal::Decimal::from_str_exact(text).map_err(|_| error())?;
        let decimal = Decimal(number.normalize());
        if decimal.to_string() == text { Ok(decimal) } else { Err(error()) }
    }
}

impl BorshSerialize for Decimal {
    fn serialize<W: io::Write>(&self, writer: &mut W) -> io::Result<()> {
        binary_text::write(self, writer)
    }
}

impl BorshDeserialize for Decimal {
    fn deserialize_reader<R: io::Read>(reader: &mut R) -> io::Result<Self> {
        binary_text::read(reader)
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <String as Deserialize>::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Decimal {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Decimal".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "An exact decimal in canonical form, in the unit's base.",
            "pattern": r"^-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?$"
        })
    }
}
