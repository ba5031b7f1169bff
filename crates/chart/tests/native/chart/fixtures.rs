//! Invented facts: a federation of a district that does not exist, its figures, and the corpus around them.

use std::collections::BTreeMap;

use thidua_chart::{Chart, Quantity, charts_for};
use thidua_core::corpus::{Catalogue, FigureRef};
use thidua_core::domain::{
    Article, Bilingual, Campaign, CampaignKind, Comparator, Corpus, Dimension, Figure, GuessedField, Lang,
    Level, Organisation, OrganisationKind, Rights, Role, SCHEMA_VERSION, TextRef, Unit,
};

pub fn both(vi: &str, en: &str) -> Bilingual {
    Bilingual { vi: vi.into(), en: en.into() }
}

pub fn unit(id: &str, vi: &str, en: &str, dimension: Dimension) -> Unit {
    Unit { id: id.into(), vi: vi.into(), en: en.into(), dimension, printed: vec![vi.into()] }
}

pub fn campaign(id: &str, name: &str, kind: CampaignKind) -> Campaign {
    Campaign {
        id: id.into(),
        name: name.into(),
        name_en: None,
        kind,
        aliases: vec![],
        sector: None,
        launched_by: None,
        summary: Bilingual::default(),
        see_also: vec![],
    }
}

pub fn organisation(id: &str, name: &str) -> Organisation {
    Organisation {
        id: id.into(),
        name: name.into(),
        name_en: None,
        kind: OrganisationKind::Federation,
        locality: None,
        parent: None,
        aliases: vec![],
        valid: None,
    }
}

pub fn article(id: &str, figures: Vec<Figure>) -> Article {
    Article {
        id: id.into(),
        kicker: None,
        headline: "Một bài báo".into(),
        headline_en: None,
        source: None,
        url: None,
        byline: vec![],
        published: None,
        published_as_written: None,
        covers: "2031".parse().ok(),
        covers_as_written: None,
        organisation: "song-xanh".into(),
        confirmed: Vec::new(),
        rights: Rights::FactsOnly,
        text: TextRef { file_stem: id.into(), sha256: "0".repeat(64), lines: [1, 9], excluded: vec![] },
        digest: vec![],
        people: vec![],
        mentions: vec![],
        phases: vec![],
        figures,
        left_out: Vec::new(),
        body: None,
    }
}

pub fn figure(id: &str, role: Role, as_written: &str, value: &str, unit: &str) -> Figure {
    Figure {
        id: id.into(),
        label: both("Người được biểu dương", "People commended"),
        value: value.parse().unwrap(),
        value_to: None,
        unit: unit.into(),
        comparator: Comparator::Eq,
        word: None,
        as_written: as_written.into(),
        role,
        act: None,
        levels: vec![],
        campaign: None,
        campaigns_also: vec![],
        organisation: None,
        when: None,
        when_as_written: None,
        part_of: None,
        measure: None,
        confirmed: GuessedField::ALL.to_vec(),
        line: 1,
    }
}

pub trait With: Sized {
    fn with(self, change: impl FnOnce(&mut Self)) -> Self;
}

impl With for Figure {
    fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }
}

pub fn recognised(id: &str, as_written: &str, value: &str, unit: &str, levels: &[Level]) -> Figure {
    figure(id, Role::Result, as_written, value, unit).with(|f| {
        f.levels = levels.to_vec();
        f.campaign = Some("lao-dong-gioi".into());
    })
}

pub fn catalogue_of(articles: Vec<Article>) -> Catalogue {
    Catalogue::new(Corpus {
        schema: None,
        schema_version: SCHEMA_VERSION,
        title: both("Thử", "Trial"),
        licence: None,
        languages: thidua_core::domain::SiteLanguages::default(),
        sources: vec![],
        organisations: vec![
            organisation("song-xanh", "LĐLĐ quận Sông Xanh"),
            organisation("nui-cao", "Liên đoàn Lao động thị xã Núi Cao"),
        ],
        units: vec![
            unit("individual", "cá nhân", "individuals", Dimension::Count),
            unit("collective", "tập thể", "collectives", Dimension::Count),
            unit("individual-times", "lượt cá nhân", "individual awards", Dimension::Count),
            unit("initiative", "sáng kiến", "initiatives", Dimension::Count),
            unit("percent", "%", "percent", Dimension::Percent),
            unit("vnd", "đồng", "đồng", Dimension::Money),
        ],
        campaigns: vec![
            campaign("lao-dong-gioi", "Lao động giỏi", CampaignKind::Title),
            campaign("tho-gioi", "Thợ giỏi", CampaignKind::Title),
            campaign("sang-tao", "Lao động sáng tạo", CampaignKind::Movement),
        ],
        glossary: vec![],
        redirects: BTreeMap::new(),
        articles,
    })
}

pub fn catalogue(figures: Vec<Figure>) -> Catalogue {
    catalogue_of(vec![article("bai-mot", figures)])
}

pub fn all_charts(catalogue: &Catalogue, lang: Lang) -> Vec<Chart> {
    let figures: Vec<FigureRef<'_>> = catalogue.figures().collect();
    charts_for(&figures, catalogue, lang)
}

/// 352 beside 2, in the wrong order, one title more for the first.
pub fn three_levels() -> Vec<Figure> {
    vec![
        recognised("f-city", "2 “Lao động giỏi”", "2", "individual", &[Level::City]),
        recognised("f-base", "352 “Lao động giỏi”, “Thợ giỏi”", "352", "individual", &[Level::Grassroots])
            .with(|f| f.campaigns_also = vec!["tho-gioi".into()]),
        recognised("f-district", "95 “Lao động giỏi”", "95", "individual", &[Level::District]),
    ]
}

pub fn initiatives(id: &str, role: Role, as_written: &str, value: &str, comparator: Comparator) -> Figure {
    figure(id, role, as_written, value, "initiative").with(|f| {
        f.label = both("sáng kiến được công nhận", "initiatives recognised");
        f.comparator = comparator;
        f.measure = Some("initiatives".into());
    })
}

pub fn percent_targets() -> Vec<Figure> {
    vec![
        figure("t-staff", Role::Target, "tối thiểu 15%", "15", "percent").with(|f| {
            f.label =
                both("cán bộ, viên chức trong các đơn vị sự nghiệp có sáng kiến", "staff with an initiative");
            f.comparator = Comparator::Ge;
            f.word = Some("tối thiểu".into());
        }),
        figure("t-used", Role::Target, "ít nhất 70%", "70", "percent").with(|f| {
            f.label = both("sáng kiến được áp dụng", "initiatives applied");
            f.comparator = Comparator::Ge;
            f.word = Some("ít nhất".into());
        }),
    ]
}

pub fn share(part: Quantity, whole: Quantity) -> Vec<Figure> {
    let figure_of = |id: &str, q: Quantity, vi: &str, en: &str| {
        let number = q.value.to_string();
        figure(id, Role::Result, &format!("{number} sáng kiến"), &number, "initiative").with(|f| {
            f.label = both(vi, en);
            f.comparator = q.comparator;
            f.value_to = q.value_to;
        })
    };
    let whole = figure_of("s-whole", whole, "sáng kiến đăng ký", "initiatives registered");
    let part = figure_of("s-part", part, "sáng kiến đã ứng dụng", "initiatives applied");
    vec![whole, part.with(|f| f.part_of = Some("s-whole".into()))]
}

pub fn quantity(comparator: Comparator, value: u32) -> Quantity {
    Quantity { value: value.into(), value_to: None, comparator }
}
