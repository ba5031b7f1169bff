//! Vocabulary of the domain in both languages.

use thidua_core::domain::{
    ActKind, CampaignKind, Comparator, GuessedField, Lang, OrganisationKind, Relation, Role, Sector,
};

/// The name of a kind of campaign, lower case.
pub const fn kind(kind: CampaignKind, lang: Lang) -> &'static str {
    match (kind, lang) {
        (CampaignKind::Movement, Lang::Vi) => "phong trào",
        (CampaignKind::Programme, Lang::Vi) => "chương trình",
        (CampaignKind::Drive, Lang::Vi) => "cuộc vận động",
        (CampaignKind::Contest, Lang::Vi) => "hội thi",
        (CampaignKind::Round, Lang::Vi) => "đợt thi đua",
        (CampaignKind::Title, Lang::Vi) => "danh hiệu",
        (CampaignKind::Theme, Lang::Vi) => "chủ đề",
        (CampaignKind::Movement, Lang::En) => "movement",
        (CampaignKind::Programme, Lang::En) => "programme",
        (CampaignKind::Drive, Lang::En) => "drive",
        (CampaignKind::Contest, Lang::En) => "contest",
        (CampaignKind::Round, Lang::En) => "round",
        (CampaignKind::Title, Lang::En) => "title",
        (CampaignKind::Theme, Lang::En) => "theme",
    }
}

/// The heading over campaigns of one kind.
pub const fn kinds(kind: CampaignKind, lang: Lang) -> &'static str {
    match (kind, lang) {
        (CampaignKind::Movement, Lang::Vi) => "Phong trào",
        (CampaignKind::Programme, Lang::Vi) => "Chương trình",
        (CampaignKind::Drive, Lang::Vi) => "Cuộc vận động",
        (CampaignKind::Contest, Lang::Vi) => "Hội thi",
        (CampaignKind::Round, Lang::Vi) => "Đợt thi đua",
        (CampaignKind::Title, Lang::Vi) => "Danh hiệu",
        (CampaignKind::Theme, Lang::Vi) => "Chủ đề",
        (CampaignKind::Movement, Lang::En) => "Movements",
        (CampaignKind::Programme, Lang::En) => "Programmes",
        (CampaignKind::Drive, Lang::En) => "Drives for conduct",
        (CampaignKind::Contest, Lang::En) => "Contests",
        (CampaignKind::Round, Lang::En) => "Rounds",
        (CampaignKind::Title, Lang::En) => "Titles",
        (CampaignKind::Theme, Lang::En) => "Themes",
    }
}

/// The name of a figure's role, lower case.
pub const fn role(role: Role, lang: Lang) -> &'static str {
    match (role, lang) {
        (Role::Target, Lang::Vi) => "mục tiêu",
        (Role::Result, Lang::Vi) => "kết quả",
        (Role::Participation, Lang::Vi) => "tham gia",
        (Role::Input, Lang::Vi) => "nguồn lực",
        (Role::Plan, Lang::Vi) => "kế hoạch",
        (Role::Target, Lang::En) => "target",
        (Role::Result, Lang::En) => "result",
        (Role::Participation, Lang::En) => "participation",
        (Role::Input, Lang::En) => "resource",
        (Role::Plan, Lang::En) => "plan",
    }
}

/// The name of a figure's role in the line under the heading of a chart.
pub const fn role_heading(role: Role, lang: Lang) -> &'static str {
    match (role, lang) {
        (Role::Target, Lang::Vi) => "Mục tiêu",
        (Role::Result, Lang::Vi) => "Kết quả",
        (Role::Participation, Lang::Vi) => "Tham gia",
        (Role::Input, Lang::Vi) => "Nguồn lực",
        (Role::Plan, Lang::Vi) => "Kế hoạch",
        (Role::Target, Lang::En) => "Targets",
        (Role::Result, Lang::En) => "Results",
        (Role::Participation, Lang::En) => "Participation",
        (Role::Input, Lang::En) => "Resources",
        (Role::Plan, Lang::En) => "Plans",
    }
}

/// The word for a kind of act. Vietnamese texts say the printed verb where they name a single figure or several with one
/// verb; this word names the kind.
pub const fn act(kind: ActKind, lang: Lang) -> &'static str {
    match (kind, lang) {
        (ActKind::Commended, Lang::Vi) => "biểu dương",
        (ActKind::Rewarded, Lang::Vi) => "khen thưởng",
        (ActKind::Recognised, Lang::Vi) => "công nhận",
        (ActKind::Attained, Lang::Vi) => "đạt",
        (ActKind::Awarded, Lang::Vi) => "trao tặng",
        (ActKind::Elected, Lang::Vi) => "suy tôn, bình chọn",
        (ActKind::Proposed, Lang::Vi) => "đề nghị",
        (ActKind::Registered, Lang::Vi) => "đăng ký",
        (ActKind::Commended, Lang::En) => "commended",
        (ActKind::Rewarded, Lang::En) => "rewarded",
        (ActKind::Recognised, Lang::En) => "recognised",
        (ActKind::Attained, Lang::En) => "attained",
        (ActKind::Awarded, Lang::En) => "awarded",
        (ActKind::Elected, Lang::En) => "elected",
        (ActKind::Proposed, Lang::En) => "proposed",
        (ActKind::Registered, Lang::En) => "registered",
    }
}

/// The name of a field that a machine can only guess, lower case.
pub const fn guessed_field(field: GuessedField, lang: Lang) -> &'static str {
    match (field, lang) {
        (GuessedField::Label, Lang::Vi) => "nội dung",
        (GuessedField::Role, Lang::Vi) => "vai trò",
        (GuessedField::Campaign, Lang::Vi) => "phong trào",
        (GuessedField::Organisation, Lang::Vi) => "đơn vị",
        (GuessedField::When, Lang::Vi) => "thời gian",
        (GuessedField::Label, Lang::En) => "label",
        (GuessedField::Role, Lang::En) => "role",
        (GuessedField::Campaign, Lang::En) => "campaign",
        (GuessedField::Organisation, Lang::En) => "organisation",
        (GuessedField::When, Lang::En) => "period",
    }
}

/// Relation to a campaign, as a verb in the past tense, in the words of the field.
pub const fn relation(relation: Relation, lang: Lang) -> &'static str {
    match (relation, lang) {
        (Relation::Launched, Lang::Vi) => "phát động",
        (Relation::Responded, Lang::Vi) => "hưởng ứng",
        (Relation::CarriedOut, Lang::Vi) => "triển khai",
        (Relation::Awarded, Lang::Vi) => "biểu dương",
        (Relation::Theme, Lang::Vi) => "lấy làm chủ đề",
        (Relation::Named, Lang::Vi) => "nêu tên",
        (Relation::Launched, Lang::En) => "launched",
        (Relation::Responded, Lang::En) => "joined",
        (Relation::CarriedOut, Lang::En) => "carried out",
        (Relation::Awarded, Lang::En) => "commended",
        (Relation::Theme, Lang::En) => "chosen as theme",
        (Relation::Named, Lang::En) => "named",
    }
}

/// The name of a sector, lower case.
pub const fn sector(sector: Sector, lang: Lang) -> &'static str {
    match (sector, lang) {
        (Sector::Enterprise, Lang::Vi) => "doanh nghiệp",
        (Sector::Public, Lang::Vi) => "hành chính, sự nghiệp",
        (Sector::Education, Lang::Vi) => "giáo dục",
        (Sector::Women, Lang::Vi) => "nữ CNVCLĐ",
        (Sector::Union, Lang::Vi) => "cán bộ, đoàn viên công đoàn",
        (Sector::Enterprise, Lang::En) => "enterprises",
        (Sector::Public, Lang::En) => "public administration and services",
        (Sector::Education, Lang::En) => "education",
        (Sector::Women, Lang::En) => "women workers",
        (Sector::Union, Lang::En) => "union officers and members",
    }
}

/// The name of a kind of organisation, lower case.
pub const fn organisation_kind(kind: OrganisationKind, lang: Lang) -> &'static str {
    match (kind, lang) {
        (OrganisationKind::Federation, Lang::Vi) => "liên đoàn lao động",
        (OrganisationKind::Union, Lang::Vi) => "công đoàn",
        (OrganisationKind::Government, Lang::Vi) => "cơ quan nhà nước",
        (OrganisationKind::Council, Lang::Vi) => "hội đồng",
        (OrganisationKind::Party, Lang::Vi) => "cơ quan đảng",
        (OrganisationKind::Fund, Lang::Vi) => "quỹ",
        (OrganisationKind::Other, Lang::Vi) => "tổ chức khác",
        (OrganisationKind::Federation, Lang::En) => "federation of labour",
        (OrganisationKind::Union, Lang::En) => "trade union",
        (OrganisationKind::Government, Lang::En) => "state authority",
        (OrganisationKind::Council, Lang::En) => "council",
        (OrganisationKind::Party, Lang::En) => "party committee",
        (OrganisationKind::Fund, Lang::En) => "fund",
        (OrganisationKind::Other, Lang::En) => "other organisation",
    }
}

/// Meaning of a bound word, for readers who do not know the sign.
pub const fn comparator(comparator: Comparator, lang: Lang) -> &'static str {
    match (comparator, lang) {
        (Comparator::Eq, Lang::Vi) => "đúng bằng",
        (Comparator::Gt, Lang::Vi) => "nhiều hơn",
        (Comparator::Ge, Lang::Vi) => "từ mức này trở lên",
        (Comparator::Lt, Lang::Vi) => "ít hơn",
        (Comparator::Le, Lang::Vi) => "không quá mức này",
        (Comparator::Approx, Lang::Vi) => "khoảng chừng",
        (Comparator::ApproxBelow, Lang::Vi) => "gần tới, chưa tới",
        (Comparator::Range, Lang::Vi) => "trong khoảng",
        (Comparator::Eq, Lang::En) => "exactly",
        (Comparator::Gt, Lang::En) => "more than",
        (Comparator::Ge, Lang::En) => "at least",
        (Comparator::Lt, Lang::En) => "less than",
        (Comparator::Le, Lang::En) => "at most",
        (Comparator::Approx, Lang::En) => "about",
        (Comparator::ApproxBelow, Lang::En) => "nearly, from below",
        (Comparator::Range, Lang::En) => "between",
    }
}
