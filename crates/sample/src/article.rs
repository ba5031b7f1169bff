//! Sample articles: the source text, line by line, and the facts stated in it.

use thidua_core::domain::{
    Article, ArticleId, Campaign, CampaignKind, Date, DigestParagraph, Edtf, Endpoint, GuessedField, Mention,
    Organisation, Person, Phase, Relation, Rights, Source, TextRef,
};
use thidua_core::text::sha256;

use super::prose::Prose;
use super::random::Random;
use super::words::Words;
use super::{SuppliedText, figures, letters};

/// Maximum number of paragraphs of a drawn article after its headline.
const PARAGRAPHS: u32 = 8;
/// First and last year of the articles.
const YEARS: (u16, u16) = (2006, 2025);
/// Relations with the words that are printed before the name of a campaign.
const RELATION_WORDS: [(Relation, &str); 5] = [
    (Relation::CarriedOut, "triển khai"),
    (Relation::Responded, "hưởng ứng"),
    (Relation::Launched, "phát động"),
    (Relation::Awarded, "biểu dương điển hình trong"),
    (Relation::Named, "nhắc đến"),
];

/// Writer of the articles of one sample corpus.
pub struct ArticleWriter<'a> {
    pub words: &'a Words,
    pub sources: &'a [Source],
    pub organisations: &'a [Organisation],
    pub campaigns: &'a [Campaign],
    pub random: Random,
}

impl ArticleWriter<'_> {
    /// Writes article `number` with its source text. If a text is `given`, all its lines are kept, and lines with facts
    /// are added.
    pub fn write(mut self, number: usize, given: Option<&SuppliedText>, bodies: bool) -> (Article, String) {
        let prose = Prose::new(self.words, &mut self.random);
        let mut article = self.head(number, &prose);
        let mut lines = match given {
            Some(given) => {
                article.headline = given.headline.clone();
                let lines = given.lines.iter().filter(|line| !line.trim().is_empty()).cloned();
                std::iter::once(given.headline.clone()).chain(lines).collect()
            }
            None => vec![article.headline.clone()],
        };
        // In a given text, facts are added in few lines; in a drawn text, they are mixed with its sentences.
        let (paragraphs, sentences) = if given.is_some() { (2, 0) } else { (PARAGRAPHS, 2) };
        let facts = self.random.up_to(11);
        for paragraph in 0..paragraphs {
            let line = u32::try_from(lines.len() + 1).unwrap_or(u32::MAX);
            let mut parts: Vec<String> = (0..sentences).map(|_| prose.sentence(&mut self.random)).collect();
            let first = parts.first().cloned();
            if paragraph == 0 {
                parts.insert(0, self.lead(&article, &prose));
            } else if self.random.percent(30) {
                parts.push(self.person(&mut article, line, &prose));
            }
            if paragraph < paragraphs / 2 {
                parts.push(self.mention(&mut article, line, &prose));
            } else if self.random.percent(6) {
                parts.push(self.phase(&mut article, line));
            }
            for _ in 0..(facts + paragraph as usize) / paragraphs as usize {
                parts.push(figures::draw(&mut article, line, &mut self.random));
            }
            if let Some(vi) = first.filter(|_| paragraph % 3 == 0) {
                let en = "A paragraph of a made-up article, in a few words.".to_owned();
                article.digest.push(DigestParagraph { vi, en, line });
            }
            parts.retain(|part| !part.is_empty());
            if !parts.is_empty() {
                lines.push(parts.join(" "));
            }
        }
        let text = lines.join("\n") + "\n";
        article.text = TextRef {
            file_stem: article.id.to_string(),
            sha256: sha256(text.as_bytes()),
            lines: [1, u32::try_from(lines.len()).unwrap_or(u32::MAX)],
            excluded: Vec::new(),
        };
        if bodies {
            article.rights = Rights::FullText;
            article.body = Some(lines.split_off(1));
        }
        (article, text)
    }

    fn head(&mut self, number: usize, prose: &Prose<'_>) -> Article {
        let random = &mut self.random;
        let organisation = random.common(self.organisations);
        let (id, name) =
            organisation.map_or_else(Default::default, |o| (o.id.to_string(), short(o).to_owned()));
        // Later years have more articles, as in real collections.
        let span = usize::from(YEARS.1 - YEARS.0) + 1;
        let ago = random.common(&(0..span).collect::<Vec<_>>()).copied().unwrap_or_default();
        let year = YEARS.1 - u16::try_from(ago).unwrap_or_default();
        let (day, month) = (random.between(1, 28), random.between(1, 12));
        let date = Date::from_day(year, u8::try_from(month).unwrap_or(1), u8::try_from(day).unwrap_or(1));
        let covers = random.percent(60).then(|| Date::from_year(year)).flatten();
        let article = format!("{id}-{year}-{}", number + 1);
        Article {
            kicker: None,
            headline: format!("{name}: {}", prose.headline(random)),
            headline_en: random.percent(50).then(|| format!("Made-up article {}", letters(number))),
            source: random.common(self.sources).map(|source| source.id.clone()),
            url: random.percent(50).then(|| format!("https://bao-mau.example/{article}")),
            id: ArticleId::new(article),
            byline: Vec::new(),
            published: date.map(Edtf::Date),
            published_as_written: date.map(|_| format!("ngày {day}/{month}/{year}")),
            covers: covers.map(Edtf::Date),
            covers_as_written: covers.map(|_| format!("năm {year}")),
            organisation: thidua_core::domain::OrganisationId::new(id),
            confirmed: vec![GuessedField::Organisation],
            rights: Rights::FactsOnly,
            text: TextRef {
                file_stem: String::new(),
                sha256: String::new(),
                lines: [1, 1],
                excluded: Vec::new(),
            },
            digest: Vec::new(),
            people: Vec::new(),
            mentions: Vec::new(),
            phases: Vec::new(),
            figures: Vec::new(),
            left_out: Vec::new(),
            body: None,
        }
    }

    /// The first sentence: the date of publication, the organisation and the period that the article covers.
    fn lead(&mut self, article: &Article, prose: &Prose<'_>) -> String {
        let name = self.organisation(article).map_or_else(String::new, |o| o.name.clone());
        let date =
            article.published_as_written.as_deref().map(|words| format!("Tin {words}: ")).unwrap_or_default();
        let covers =
            article.covers_as_written.as_deref().map(|words| format!(" trong {words}")).unwrap_or_default();
        format!(
            "{}{date}{name} {} {}{covers}.",
            self.credit(article),
            prose.word("verb", &mut self.random),
            prose.word("general", &mut self.random)
        )
    }

    /// Initials of the newspaper in brackets, as newspapers begin their reports.
    fn credit(&self, article: &Article) -> String {
        let source = self.sources.iter().find(|source| Some(&source.id) == article.source.as_ref());
        let initials =
            |name: &str| name.split(' ').filter_map(|word| word.chars().next()).collect::<String>();
        source.map(|source| format!("({}) ", initials(&source.name).to_uppercase())).unwrap_or_default()
    }

    fn organisation(&self, article: &Article) -> Option<&Organisation> {
        self.organisations.iter().find(|o| o.id == article.organisation)
    }

    fn mention(&mut self, article: &mut Article, line: u32, prose: &Prose<'_>) -> String {
        let random = &mut self.random;
        let Some(campaign) = random.common(self.campaigns) else { return String::new() };
        let Some((relation, verb)) = random.common(&RELATION_WORDS) else { return String::new() };
        article.mentions.push(Mention {
            campaign: campaign.id.clone(),
            as_written: campaign.name.clone(),
            relation: if campaign.kind == CampaignKind::Theme { Relation::Theme } else { *relation },
            sector: campaign.sector,
            line,
        });
        format!("Đơn vị {verb} “{}”, {}.", campaign.name, prose.word("purpose", random))
    }

    fn person(&mut self, article: &mut Article, line: u32, prose: &Prose<'_>) -> String {
        let random = &mut self.random;
        let mut any = |list| random.common(self.words.list(list)).copied().unwrap_or_default();
        let name = format!("{} {} {}", any("surname"), any("middle"), any("given"));
        let role = any("role").to_owned();
        let sentence = format!("{name}, {role}, cho biết: {}.", prose.word("example", &mut self.random));
        let organisation = Some(article.organisation.clone());
        article.people.push(Person { name, role: Some(role), role_en: None, organisation, line });
        sentence
    }

    fn phase(&mut self, article: &mut Article, line: u32) -> String {
        let Some(campaign) = self.random.any(&article.mentions).map(|m| m.campaign.clone()) else {
            return String::new();
        };
        let year = article.published.and_then(|date| date.latest()).map_or(YEARS.1, |(year, ..)| year);
        let month = u8::try_from(self.random.between(1, 6)).unwrap_or(1);
        let ends = Date::from_day(year, month, 1).zip(Date::from_day(year, month + 6, 28));
        let words = format!("từ ngày 1/{month}/{year} đến ngày 28/{}/{year}", month + 6);
        // A campaign has one phase of a name in an article.
        if article.phases.iter().any(|phase| phase.campaign == campaign) {
            return String::new();
        }
        let sentence = format!("Đợt cao điểm diễn ra {words}.");
        article.phases.push(Phase {
            campaign,
            name: "Đợt cao điểm".to_owned(),
            when: ends.map(|(from, to)| Edtf::Interval(Endpoint::Date(from), Endpoint::Date(to))),
            as_written: Some(words),
            theme: None,
            line,
        });
        sentence
    }
}

/// The short name of an organisation that is used in headlines.
fn short(organisation: &Organisation) -> &str {
    organisation.aliases.first().unwrap_or(&organisation.name)
}
