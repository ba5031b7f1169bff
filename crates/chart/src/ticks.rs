//! Ticks of a scale, at round numbers.

use thidua_core::domain::{Decimal, Dimension, Lang};
use thidua_i18n::charts::quantities::short_number;

use super::panel::Tick;
use super::scale::Scale;

/// Ticks of a scale from zero: quarters for percent, round amounts for money, none for counts, whose numbers stand at their
/// marks.
pub(super) fn from_zero(scale: Scale, dimension: Dimension, lang: Lang) -> Vec<Tick> {
    let Scale::Linear { max } = scale else { return Vec::new() };
    let tick = |at: f64, label: &str| Tick { at, label: label.to_owned() };
    match dimension {
        Dimension::Percent => {
            vec![tick(0.0, "0"), tick(25.0, ""), tick(50.0, "50"), tick(75.0, ""), tick(100.0, "100%")]
        }
        Dimension::Money => amounts(max, lang),
        Dimension::Count => Vec::new(),
    }
}

/// Ticks from zero in steps of 1, 2 or 5 times a power of ten: the smallest step that makes at most four.
fn amounts(max: f64, lang: Lang) -> Vec<Tick> {
    let (mut power, mut ticks) = (Decimal::from(1), vec![Tick { at: 0.0, label: "0".to_owned() }]);
    let step = loop {
        let steps = [1, 2, 5].into_iter().filter_map(|n| power.checked_mul(n.into()));
        if let Some(step) = steps.into_iter().find(|step| max / step.to_f64() < 5.0) {
            break step;
        }
        match power.checked_mul(10.into()) {
            Some(next) => power = next,
            None => return ticks,
        }
    };
    let mut at = step;
    while at.to_f64() <= max {
        ticks.push(Tick { at: at.to_f64(), label: short_number(at, lang) });
        match at.checked_add(step) {
            Some(next) => at = next,
            None => break,
        }
    }
    ticks
}
