//! What a unit counts, as far as roles depend on it.

use thidua_core::domain::Dimension;
use thidua_core::text::quantity::Quantity;

use crate::context::Context;

/// What a unit counts, as far as roles depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counted {
    Money,
    Percent,
    /// Contents and rounds.
    Plans,
    People,
    /// Those who compete, meet or represent: they take part.
    Participants,
    /// Unions, companies, schools.
    Bodies,
    /// Places, groups, sections of a contest.
    Places,
    Ideas,
    Awards,
    Gifts,
    Goods,
    Projects,
    Activities,
    Other,
}

impl Counted {
    /// Kind of what the unit of a quantity counts.
    pub fn of(context: &Context, quantity: &Quantity) -> Self {
        let Some(id) = quantity.unit.as_ref() else { return Self::Other };
        if context.vocabulary.plan_units.contains(id.as_str()) {
            return Self::Plans;
        }
        match context.units.iter().find(|unit| unit.id == *id).map(|unit| unit.dimension) {
            Some(Dimension::Money) => return Self::Money,
            Some(Dimension::Percent) => return Self::Percent,
            _ => {}
        }
        match id.as_str() {
            "contestant" | "delegate" | "team" | "participation-times" => Self::Participants,
            "person" | "worker" | "union-member" | "official" | "teacher" | "pupil" | "child" | "family"
            | "couple" | "individual" | "individual-times" | "role-model" | "times" => Self::People,
            "organisation-unit"
            | "enterprise"
            | "grassroots-union"
            | "school"
            | "collective"
            | "collective-times"
            | "individual-or-collective" => Self::Bodies,
            "group" | "locality" => Self::Places,
            "workday" | "usd" => Self::Goods,
            "initiative" | "solution" | "topic" | "work-product" | "model" | "entry" | "performance"
            | "agreement" => Self::Ideas,
            "award" => Self::Awards,
            "gift" | "scholarship" | "house" => Self::Gifts,
            "goods" => Self::Goods,
            "project" => Self::Projects,
            "activity" | "stall" => Self::Activities,
            _ => Self::Other,
        }
    }

    /// Returns whether it can take part in something.
    pub const fn can_take_part(self) -> bool {
        matches!(self, Self::People | Self::Participants | Self::Bodies | Self::Places | Self::Other)
    }
}
