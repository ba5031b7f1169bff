//! Report of an operation on names.

use std::fmt::Write as _;
use std::path::Path;

use serde::Serialize;

use thidua_core::corpus::{NameChanges, NameOperation};
use thidua_core::domain::{Corpus, Lang};
use thidua_core::text::with_hidden_escaped;
use thidua_i18n::name_changes;

use super::Common;
use super::marks::CarriedMarks;
use crate::CliError;
use crate::report::{self, Format};

/// JSON report.
#[derive(Serialize)]
struct Json<'a> {
    written: bool,
    from: &'a str,
    to: &'a str,
    name: &'a str,
    articles: &'a [String],
    mentions: usize,
    figures: usize,
    phases: usize,
    people: usize,
    others: usize,
    new_aliases: &'a [String],
    redirected: &'a [String],
    notes: Vec<String>,
    files: Vec<String>,
    /// Number of marks that were carried over; nothing without an attestation that can be used.
    marks: Option<usize>,
    /// Marks that had been lost before, with the reason.
    lost_marks: Vec<String>,
}

/// Prints what changed. `before` is the corpus before, `paths` are the documents that changed.
pub fn print(
    common: &Common,
    operation: &NameOperation,
    before: &Corpus,
    changes: &NameChanges,
    paths: &[&Path],
    marks: &CarriedMarks,
) -> Result<(), CliError> {
    let files: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    let lost: Vec<String> = match marks {
        CarriedMarks::Carried { lost, .. } => lost.iter().map(ToString::to_string).collect(),
        CarriedMarks::None | CarriedMarks::Unusable(..) => Vec::new(),
    };
    if let CarriedMarks::Unusable(path, error) = marks {
        report::print_error(&format!("thidua: warning: {}: {error}; it stays as it is", path.display()));
    }
    if !lost.is_empty() {
        let lost = lost.join("\n  ");
        report::print_error(&format!("thidua: warning: marks that had been lost before:\n  {lost}"));
    }
    if common.format == Format::Json {
        let json = Json {
            written: !common.dry_run,
            from: &changes.from,
            to: &changes.to,
            name: &changes.name,
            articles: &changes.articles,
            mentions: changes.mentions,
            figures: changes.figures,
            phases: changes.phases,
            people: changes.people,
            others: changes.others,
            new_aliases: &changes.new_aliases,
            redirected: &changes.redirected,
            notes: changes.notes.iter().map(|note| name_changes::note(note, Lang::En)).collect(),
            files,
            marks: match marks {
                CarriedMarks::Carried { fitting, .. } => Some(*fitting),
                CarriedMarks::None | CarriedMarks::Unusable(..) => None,
            },
            lost_marks: lost,
        };
        return report::print(&report::json(&json)?);
    }
    let mut text = String::new();
    let heading = name_changes::operation(operation, old_name(before, &changes.from), changes, Lang::En);
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{heading}: {}", name_changes::extent(changes, Lang::En));
    for detail in name_changes::details(changes, Lang::En) {
        let _ = writeln!(text, "  {detail}");
    }
    if let CarriedMarks::Carried { fitting, .. } = marks {
        let _ = writeln!(text, "  marks carried over: {fitting}");
    }
    let verb = if common.dry_run { "would be written" } else { "written" };
    let _ = writeln!(text, "{verb}: {}", files.join(", "));
    report::print(&with_hidden_escaped(&text))
}

/// Returns the name of a campaign or an organisation.
fn old_name<'a>(corpus: &'a Corpus, id: &'a str) -> &'a str {
    let campaign = corpus.campaigns.iter().find(|campaign| campaign.id.as_str() == id);
    let organisation = || corpus.organisations.iter().find(|organisation| organisation.id.as_str() == id);
    campaign.map(|campaign| campaign.name.as_str()).or_else(|| Some(&organisation()?.name)).unwrap_or(id)
}
