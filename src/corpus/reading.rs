//! What is read of a catalogue while something is made of it.
//!
//! The builder of sites asks with [`record`] what a page has read, so that the page can be left as it is while none of that
//! changes. No page has to say what it reads: every look-up of the [`Catalogue`](super::Catalogue) notes a [`Key`], whether
//! it finds anything or not. What a look-up gives may be followed to its end (a figure leads to its whole article), so a key
//! stands for everything that can be reached from it. Outside the builder nothing is noted and nothing of this is compiled.

/// Names each kind of look-up once.
macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident,)*) => {
        /// What can be looked up.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum What { $($(#[$doc])* $kind,)* }

        #[cfg(feature = "prerender")]
        impl What {
            /// The kind of that number.
            pub fn from_number(number: u8) -> Option<What> {
                [$(What::$kind),*].into_iter().find(|what| *what as u8 == number)
            }
        }
    };
}

kinds! {
    /// Everything.
    All,
    /// How much there is of each kind.
    Totals,
    /// The name of the collection.
    Title,
    /// The licence.
    Licence,
    /// The ids of everything that has a page, in order.
    Ids,
    /// Every campaign, in order.
    Campaigns,
    /// Every organisation, in order.
    Organisations,
    /// The organisations that articles are about, in order.
    Reporting,
    /// Every old id and where it leads.
    Redirects,
    /// An article.
    Article,
    /// A campaign.
    Campaign,
    /// An organisation.
    Organisation,
    /// A unit.
    Unit,
    /// A newspaper.
    Source,
    /// A figure, with its article.
    Figure,
    /// Where an old id leads.
    Redirect,
    /// Where among all articles one stands.
    ArticlePlace,
    /// Where among all newspapers one stands.
    SourcePlace,
    /// Where among all units one stands.
    UnitPlace,
    /// Where among all campaigns one stands.
    CampaignPlace,
    /// Where among all organisations one stands.
    OrganisationPlace,
    /// The articles that name a campaign, with what they say of it, in order.
    OfCampaign,
    /// The articles about an organisation, in order.
    OfOrganisation,
    /// The figures of an organisation, in order.
    FiguresOf,
    /// The people of an organisation, in order.
    PeopleOf,
    /// The figures of a measure, with where they stand among all.
    Measured,
    /// The figures that are a share of one, in order.
    PartsOf,
    /// The campaigns that an organisation has launched, in order.
    LaunchedBy,
    /// The organisations right below one, in order.
    Below,
}

#[cfg(feature = "prerender")]
pub(crate) use noting::note;
#[cfg(feature = "prerender")]
pub use noting::{Key, record};

#[cfg(not(feature = "prerender"))]
#[inline(always)]
pub(crate) fn note(_what: What, _id: &str) {}

#[cfg(feature = "prerender")]
mod noting {
    use std::cell::{Cell, RefCell};
    use std::collections::{BTreeMap, BTreeSet};

    use super::What;

    /// One thing that was looked up.
    #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub struct Key {
        /// What.
        pub what: What,
        /// Of which id; empty where there is only one.
        pub id: String,
    }

    type Notes = BTreeMap<What, BTreeSet<String>>;

    thread_local! {
        static NOTES: RefCell<Option<Notes>> = const { RefCell::new(None) };
        /// Whether anything that is looked up now is to be noted.
        static IS_HEARD: Cell<bool> = const { Cell::new(false) };
    }

    /// Does `work` and says what this thread has looked up meanwhile.
    pub fn record<T>(work: impl FnOnce() -> T) -> (T, Vec<Key>) {
        let (outer, was_heard) = (NOTES.replace(Some(Notes::new())), IS_HEARD.replace(true));
        let done = work();
        let notes = NOTES.replace(outer).unwrap_or_default();
        IS_HEARD.set(was_heard);
        let keys = notes.into_iter().flat_map(|(what, ids)| ids.into_iter().map(move |id| Key { what, id }));
        (done, keys.collect())
    }

    /// Notes a look-up, where anybody wants to know. Who has read everything has read all that may follow: pages that go
    /// through all figures would else note each of them.
    #[inline]
    pub(crate) fn note(what: What, id: &str) {
        if IS_HEARD.get() {
            add(what, id);
        }
    }

    fn add(what: What, id: &str) {
        NOTES.with_borrow_mut(|notes| {
            let Some(notes) = notes else { return };
            if what == What::All {
                notes.clear();
                IS_HEARD.set(false);
            }
            let ids = notes.entry(what).or_default();
            if !ids.contains(id) {
                ids.insert(id.to_owned());
            }
        });
    }
}

#[cfg(all(test, feature = "prerender"))]
mod tests {
    use super::*;

    #[test]
    fn who_reads_everything_reads_nothing_besides() {
        let key = |what, id: &str| Key { what, id: id.to_owned() };
        let ((_, inner), outer) = record(|| {
            note(What::Article, "a");
            let inner = record(|| {
                note(What::Article, "b");
                note(What::All, "");
                note(What::Unit, "c");
            });
            note(What::Unit, "d");
            inner
        });
        assert_eq!(inner, [key(What::All, "")]);
        assert_eq!(outer, [key(What::Article, "a"), key(What::Unit, "d")]);
        assert_eq!(record(|| note(What::Totals, "")).1, [key(What::Totals, "")]);
    }
}
