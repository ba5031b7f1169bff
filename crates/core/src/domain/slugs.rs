//! Macro that lists the values of an enum and their slugs in one table.

/// Implements `ALL`, `SLUGS` and `slug` for an enum without data. The slugs are those of the wire format and of addresses.
macro_rules! slugs {
    ($type:ident { $($variant:ident: $slug:literal),+ $(,)? }) => {
        impl $type {
            /// Every value, in the order of declaration, which is the order of lists.
            pub const ALL: [$type; [$($slug),+].len()] = [$($type::$variant),+];

            /// The slug of each value, in the order of `ALL`.
            pub const SLUGS: [&'static str; [$($slug),+].len()] = [$($slug),+];

            /// The slug in addresses and in the wire format.
            pub const fn slug(self) -> &'static str {
                match self {
                    $($type::$variant => $slug,)+
                }
            }
        }
    };
}

pub(super) use slugs;

#[cfg(test)]
mod tests {
    use serde::Serialize;

    use crate::domain::{
        ActKind, CampaignKind, Comparator, Dimension, GuessedField, Level, OrganisationKind, Relation, Role,
        Sector,
    };

    #[track_caller]
    fn assert_wire_form<T: Serialize>(values: &[T], slugs: &[&str]) {
        let written: Vec<_> = values.iter().map(|value| serde_json::to_value(value).unwrap()).collect();
        assert_eq!(written, slugs);
    }

    #[test]
    fn slugs_are_the_serialized_names() {
        assert_wire_form(&CampaignKind::ALL, &CampaignKind::SLUGS);
        assert_wire_form(&ActKind::ALL, &ActKind::SLUGS);
        assert_wire_form(&GuessedField::ALL, &GuessedField::SLUGS);
        assert_wire_form(&Sector::ALL, &Sector::SLUGS);
        assert_wire_form(&Comparator::ALL, &Comparator::SLUGS);
        assert_wire_form(&Role::ALL, &Role::SLUGS);
        assert_wire_form(&Level::ALL, &Level::SLUGS);
        assert_wire_form(&Relation::ALL, &Relation::SLUGS);
        assert_wire_form(&OrganisationKind::ALL, &OrganisationKind::SLUGS);
        assert_wire_form(&Dimension::ALL, &Dimension::SLUGS);
    }
}
