//! Wording of operations on names: what a rename, a join or a split changed, and why one cannot be done.

use thidua_core::corpus::{NameChanges, NameError, NameNote, NameOperation, NamedObject};
use thidua_core::domain::{Bilingual, CampaignKind, Lang, MAX_ID_LENGTH};
use thidua_core::text::capitalise;

use crate::problems::{validation_problem, vietnamese_hidden_kind, vietnamese_id_kind};
use crate::sentences::{articles, counted, figures, list};
use crate::{pick, terms};

/// Reason why an operation cannot be done, as a sentence without a full stop.
pub fn name_error(error: &NameError, lang: Lang) -> String {
    match lang {
        Lang::En => error.to_string(),
        Lang::Vi => vietnamese_error(error),
    }
}

fn vietnamese_error(error: &NameError) -> String {
    match error {
        NameError::UnknownId(id) => format!("không có phong trào hay đơn vị nào mang id “{id}”"),
        NameError::OldId { id, to } => format!("“{id}” đã được đổi tên, nay là “{to}”"),
        NameError::SharedId(id) => {
            format!(
                "“{id}” vừa là id của một phong trào vừa là id của một đơn vị: hãy đổi một trong hai trong kho"
            )
        }
        NameError::NothingToChange(id) => format!("không có gì thay đổi: “{id}” đã mang tên và id ấy"),
        NameError::EmptyName => "tên mới còn trống".to_owned(),
        NameError::HiddenCharacter(kind) => format!("tên mới chứa {}", vietnamese_hidden_kind(*kind)),
        NameError::NameTaken { name, id, object } => format!(
            "“{name}” đã là tên của “{id}”, cùng là {}: hãy ghép hai tên lại, hoặc chọn tên khác",
            object_name(*object, Lang::Vi)
        ),
        NameError::NotASlug(id) => {
            format!(
                "“{id}” không đúng dạng id: chữ thường không dấu từ a đến z và chữ số, nối bằng một gạch ngang"
            )
        }
        NameError::IdTooLong(id) => format!("“{id}” dài quá {MAX_ID_LENGTH} chữ"),
        NameError::ReservedId(id) => format!("Windows giữ riêng tên “{id}”: hãy chọn id dài hơn"),
        NameError::IdTaken { id, kind } => format!("“{id}” đã là id của {} khác", vietnamese_id_kind(*kind)),
        NameError::IdRedirected { id, to } => {
            format!("“{id}” đang dẫn sang “{to}”: các liên kết cũ sẽ dẫn sai chỗ")
        }
        NameError::OldIdInUse { id, kind } => {
            format!("“{id}” không dẫn sang id mới được, vì nó còn là id của {}", vietnamese_id_kind(*kind))
        }
        NameError::Invalid(problem) => format!("kho sẽ sai: {}", validation_problem(problem, Lang::Vi)),
        NameError::SameId(id) => format!("không ghép “{id}” với chính nó được"),
        NameError::DifferentKinds { from, into, first, second } => format!(
            "“{from}” là {}, “{into}” là {}: những việc khác loại mà trùng tên thì để riêng",
            object_name(*first, Lang::Vi),
            object_name(*second, Lang::Vi)
        ),
        NameError::DifferentOrganisations { from, into, organisers: [first, second] } => format!(
            "“{from}” do {first} tổ chức, “{into}” do {second}: đợt thi đua hay phong trào hằng năm của hai đơn vị là hai \
             việc khác nhau; nếu cùng một đơn vị phát động, hãy ghi rõ trong launched_by"
        ),
        NameError::DifferentYears { from, into, years: [first, second] } => {
            format!(
                "“{from}” là của năm {first}, “{into}” của năm {second}: khác năm thì là hai việc khác nhau"
            )
        }
        NameError::DifferentNumbers { from, into, numbers: [first, second] } => {
            format!("“{from}” là lần thứ {first}, “{into}” là lần thứ {second}: đó là hai việc khác nhau")
        }
        NameError::NotACampaign(id) => format!("“{id}” là đơn vị: chỉ tách được phong trào"),
        NameError::UnknownForm { id, form, printed } => {
            let printed: Vec<String> = printed.iter().map(|form| format!("“{form}”")).collect();
            format!("không bài nào in “{id}” là “{form}”; các cách in là {}", list(&printed, Lang::Vi))
        }
        NameError::UnknownArticle { id, article } => format!("không có bài “{article}” nào nêu “{id}”"),
        NameError::UnknownFigure { id, figure } => format!("không có số liệu “{figure}” nào thuộc “{id}”"),
        NameError::NothingSelected => {
            "chưa chọn gì cho phong trào mới: hãy chọn cách in, bài hoặc số liệu".to_owned()
        }
        NameError::EverythingSelected(id) => format!("không còn gì ở lại với “{id}”: hãy đổi tên nó"),
    }
}

/// What an object is: `danh hiệu`, `liên đoàn lao động`.
fn object_name(object: NamedObject, lang: Lang) -> &'static str {
    match object {
        NamedObject::Campaign(kind) => terms::kind(kind, lang),
        NamedObject::Organisation(kind) => terms::organisation_kind(kind, lang),
    }
}

/// What an operation does, as a heading: `“A” đổi tên thành “B”`. `old_name` is the name before.
pub fn operation(operation: &NameOperation, old_name: &str, changes: &NameChanges, lang: Lang) -> String {
    let new = &changes.name;
    match (operation, lang) {
        (NameOperation::Rename { .. }, Lang::Vi) if old_name == new => {
            format!("“{old_name}” đổi địa chỉ thành {}", changes.to)
        }
        (NameOperation::Rename { .. }, Lang::En) if old_name == new => {
            format!("“{old_name}” gets the address {}", changes.to)
        }
        (NameOperation::Rename { .. }, Lang::Vi) => format!("“{old_name}” đổi tên thành “{new}”"),
        (NameOperation::Rename { .. }, Lang::En) => format!("“{old_name}” becomes “{new}”"),
        (NameOperation::Join { .. }, Lang::Vi) => format!("“{old_name}” ghép vào “{new}”"),
        (NameOperation::Join { .. }, Lang::En) => format!("“{old_name}” is joined with “{new}”"),
        (NameOperation::Split(_), Lang::Vi) => format!("“{new}” tách khỏi “{old_name}”"),
        (NameOperation::Split(_), Lang::En) => format!("“{new}” is split off “{old_name}”"),
    }
}

/// Extent of a change: `12 bài báo, 30 số liệu, 14 lần nêu tên`.
pub fn extent(changes: &NameChanges, lang: Lang) -> String {
    let counts = [
        (changes.articles.len(), articles(changes.articles.len(), lang)),
        (changes.figures, figures(changes.figures, lang)),
        (changes.mentions, counted(changes.mentions, lang, ["lần nêu tên", "mention", "mentions"])),
        (changes.phases, counted(changes.phases, lang, ["đợt", "phase", "phases"])),
        (changes.people, counted(changes.people, lang, ["người", "person", "people"])),
        (
            changes.others,
            counted(changes.others, lang, ["mục khác nhắc đến", "other entry", "other entries"]),
        ),
    ];
    let counts: Vec<String> = counts.into_iter().filter(|(n, _)| *n > 0).map(|(_, text)| text).collect();
    if counts.is_empty() {
        return pick(lang, "không bài nào phải sửa", "no article changes").to_owned();
    }
    list(&counts, lang)
}

/// What else changes, one sentence each: aliases, redirects, notes.
pub fn details(changes: &NameChanges, lang: Lang) -> Vec<String> {
    let mut said = Vec::new();
    if !changes.new_aliases.is_empty() {
        let names: Vec<String> = changes.new_aliases.iter().map(|name| format!("“{name}”")).collect();
        let label = pick(lang, "tên khác", "other names");
        said.push(format!("{}: {}", capitalise(label), list(&names, lang)));
    }
    for old in &changes.redirected {
        said.push(match lang {
            Lang::Vi => format!("Địa chỉ cũ {old} dẫn sang {}", changes.to),
            Lang::En => format!("The old address {old} leads to {}", changes.to),
        });
    }
    said.extend(changes.notes.iter().map(|one| note(one, lang)));
    said
}

/// A note on a change, as a sentence without a full stop.
pub fn note(note: &NameNote, lang: Lang) -> String {
    match (note, lang) {
        (NameNote::SummaryDropped(text), Lang::Vi) => format!("Lời giới thiệu không giữ lại: {}", text.vi),
        (NameNote::SummaryDropped(text), Lang::En) => format!("This summary is not kept: {}", text.en),
        (NameNote::LauncherDropped(name), Lang::Vi) => format!("Đơn vị phát động không giữ lại: {name}"),
        (NameNote::LauncherDropped(name), Lang::En) => format!("This launcher is not kept: {name}"),
        (NameNote::NameDropped(name), Lang::Vi) => {
            format!("Tên cũ không bài nào in, không giữ lại: “{name}”")
        }
        (NameNote::NameDropped(name), Lang::En) => {
            format!("The old name is printed in no article and is not kept: “{name}”")
        }
        (NameNote::FormShared(form), Lang::Vi) => format!("Cả hai đều có chỗ in là “{form}”"),
        (NameNote::FormShared(form), Lang::En) => format!("Both are printed “{form}” somewhere"),
    }
}

/// The summary of a campaign that was split off another, until a person writes one.
pub fn split_summary(kind: CampaignKind, name: &str) -> Bilingual {
    Bilingual {
        vi: format!("{} “{name}”.", capitalise(terms::kind(kind, Lang::Vi))),
        en: format!("{} named in the articles.", capitalise(terms::kind(kind, Lang::En))),
    }
}
