//! Words of acts in headings: the printed verb in Vietnamese, a fixed word for its kind in English.

use thidua_core::domain::{Act, Lang};
use thidua_core::text::lowercase;

use crate::{sentences, terms};

/// The verbs of `acts`, each once: those printed in Vietnamese, in English the word for their kind. `None` if any of the
/// facts has no printed verb or if the kinds differ, because different acts are not named by one verb.
///
/// ```
/// use thidua_core::domain::{Act, ActKind, Lang};
/// use thidua_i18n::charts::acts::common_act;
/// let act = |kind, verb: &str| Some(Act { kind, as_written: verb.to_owned() });
/// let [praised, honoured] = [act(ActKind::Commended, "Biểu dương"), act(ActKind::Commended, "tôn vinh")];
/// let rewarded = act(ActKind::Rewarded, "khen thưởng");
/// assert_eq!(common_act([&praised, &honoured], Lang::Vi).as_deref(), Some("biểu dương và tôn vinh"));
/// assert_eq!(common_act([&praised, &honoured], Lang::En).as_deref(), Some("commended"));
/// assert_eq!(common_act([&praised, &rewarded], Lang::Vi), None);
/// assert_eq!(common_act([&praised, &None], Lang::Vi), None);
/// ```
pub fn common_act<'a>(acts: impl IntoIterator<Item = &'a Option<Act>>, lang: Lang) -> Option<String> {
    let mut verbs: Vec<String> = Vec::new();
    let mut kind = None;
    for act in acts {
        let act = act.as_ref()?;
        if *kind.get_or_insert(act.kind) != act.kind {
            return None;
        }
        let verb = match lang {
            Lang::Vi => lowercase(&act.as_written),
            Lang::En => terms::act(act.kind, lang).to_owned(),
        };
        if !verbs.contains(&verb) {
            verbs.push(verb);
        }
    }
    (!verbs.is_empty()).then(|| sentences::list(&verbs, lang))
}

/// `Hà Đông, biểu dương`: a subject with the act that follows it. An act that the subject already names is not repeated.
pub fn with_act(subject: &str, act: Option<&str>) -> String {
    match act {
        Some(act) if !lowercase(subject).contains(act) => format!("{subject}, {act}"),
        _ => subject.to_owned(),
    }
}
