//! Corpora that are mutated, with their texts, and the check of one mutant.

use std::collections::BTreeMap;
use std::path::Path;

use thidua_core::corpus::{
    CorpusFile, Problem, Severity, SourceTexts, load, merge, sort_problems, validate, verify,
};
use thidua_core::domain::{Article, Corpus, Figure};
use thidua_core::text::{fold_space, nfc};
use thidua_sample::fixture;

/// A corpus with its texts.
pub struct Bench {
    /// Short name for messages.
    pub name: &'static str,
    /// The corpus.
    pub corpus: Corpus,
    /// Its texts.
    pub sources: SourceTexts,
    /// The corpus without its articles.
    shared: Corpus,
    /// Lines of the texts, folded, by file stem.
    lines: BTreeMap<String, Vec<String>>,
}

/// What one change did to a corpus.
pub enum Mutant {
    /// Another state of one article.
    Article(Box<Article>),
    /// Another state of the whole corpus.
    Corpus(Box<Corpus>),
}

/// What validation and verification say about a mutant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// An error.
    Error,
    /// A doubt, which a person confirms.
    Doubt,
    /// Nothing.
    Missed,
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// The worst severity of problems, apart from warnings and notes.
fn worst(problems: &[Problem]) -> Option<Severity> {
    let counted = problems.iter().map(|problem| problem.severity);
    counted.filter(|severity| matches!(severity, Severity::Error | Severity::Doubt)).min()
}

impl Bench {
    fn new(name: &'static str, corpus: Corpus, folder: &Path) -> Bench {
        let mut sources = SourceTexts::default();
        let mut lines = BTreeMap::new();
        for article in &corpus.articles {
            let stem = &article.text.file_stem;
            let bytes = std::fs::read(folder.join(format!("{stem}.txt"))).unwrap();
            let text = String::from_utf8(bytes.clone()).unwrap();
            sources.insert(stem, &text, &fixture::sha256(&bytes));
            let folded = text.split('\n').map(|line| fold_space(&nfc(line)).into_owned()).collect();
            lines.insert(stem.clone(), folded);
        }
        let shared = Corpus { articles: Vec::new(), ..corpus.clone() };
        Bench { name, corpus, sources, shared, lines }
    }

    /// The corpus of this repository; `None` where its texts are not there.
    pub fn bundled() -> Option<Bench> {
        let seeds = root().join("../shared/seeds");
        let bytes = std::fs::read(root().join("public/corpus.json")).ok()?;
        let corpus = load(&bytes).expect("the bundled corpus can be read");
        seeds.is_dir().then(|| Bench::new("bundled", corpus, &seeds))
    }

    /// The second corpus, which is a folder of documents and has its texts in the repository.
    pub fn second() -> Bench {
        let folder = root().join("tests/second/corpus");
        let mut names: Vec<_> =
            std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).collect();
        names.sort();
        let mut files = names.into_iter().map(|path| CorpusFile {
            file: path.file_name().unwrap().to_string_lossy().into_owned(),
            corpus: load(&std::fs::read(&path).unwrap()).expect("a document of the second corpus"),
        });
        let first = files.next().expect("the second corpus has documents");
        let merged = merge(first, files).expect("the documents of the second corpus fit together");
        Bench::new("second", merged.corpus, &root().join("tests/second/texts"))
    }

    /// Line `number`, from 1, of the text of an article.
    pub fn line(&self, article: &Article, number: u32) -> &str {
        &self.lines[&article.text.file_stem][number as usize - 1]
    }

    /// Lines of an article with their numbers.
    pub fn lines<'a>(&'a self, article: &'a Article) -> impl Iterator<Item = (u32, &'a str)> {
        let [first, last] = article.text.lines;
        (first..=last)
            .filter(|line| article.text.contains(*line))
            .map(|line| (line, self.line(article, line)))
    }

    /// Errors and doubts of the corpus as it is.
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = validate(&self.corpus);
        problems.extend(verify(&self.corpus, &self.sources).problems);
        sort_problems(&mut problems);
        problems.retain(|problem| matches!(problem.severity, Severity::Error | Severity::Doubt));
        problems
    }

    /// Checks a mutant. Of a changed article only that article is validated and verified, as the others are as they were.
    pub fn verdict(&self, mutant: Mutant) -> Verdict {
        let (corpus, is_article) = match mutant {
            Mutant::Article(article) => (Corpus { articles: vec![*article], ..self.shared.clone() }, true),
            Mutant::Corpus(corpus) => (*corpus, false),
        };
        let mut problems = validate(&corpus);
        // Summaries of campaigns may name years of articles that are not there.
        problems.retain(|problem| !is_article || !problem.path.to_string().starts_with("campaigns["));
        let mut severity = worst(&problems);
        if severity != Some(Severity::Error) {
            severity = severity.into_iter().chain(worst(&verify(&corpus, &self.sources).problems)).min();
        }
        match severity {
            Some(Severity::Error) => Verdict::Error,
            Some(Severity::Doubt) => Verdict::Doubt,
            _ => Verdict::Missed,
        }
    }

    /// Mutants in which one item of a list of an article is changed or, where `change` gives `None`, removed.
    pub fn each<T: Clone>(
        &self,
        list: impl Fn(&mut Article) -> &mut Vec<T>,
        change: impl Fn(&Article, &T) -> Vec<Option<T>>,
    ) -> Vec<Mutant> {
        let mut mutants = Vec::new();
        for article in &self.corpus.articles {
            let items = list(&mut article.clone()).clone();
            for (i, item) in items.iter().enumerate() {
                for changed in change(article, item) {
                    let mut article = article.clone();
                    match changed {
                        Some(changed) => list(&mut article)[i] = changed,
                        None => {
                            list(&mut article).remove(i);
                        }
                    }
                    mutants.push(Mutant::Article(Box::new(article)));
                }
            }
        }
        mutants
    }

    /// Mutants in which one figure is changed.
    pub fn figures(&self, change: impl Fn(&Article, &Figure) -> Vec<Figure>) -> Vec<Mutant> {
        self.each(|a| &mut a.figures, |a, f| change(a, f).into_iter().map(Some).collect())
    }

    /// Mutants in which one article is changed.
    pub fn articles(&self, change: impl Fn(&Article) -> Vec<Article>) -> Vec<Mutant> {
        let articles = self.corpus.articles.iter();
        articles
            .flat_map(|article| {
                change(article).into_iter().map(move |changed| Mutant::Article(Box::new(changed)))
            })
            .collect()
    }

    /// Mutants in which one item of a list of the document is changed.
    pub fn items<T: Clone>(
        &self,
        list: impl Fn(&mut Corpus) -> &mut Vec<T>,
        change: impl Fn(&T) -> Vec<T>,
    ) -> Vec<Mutant> {
        let mut mutants = Vec::new();
        let items = list(&mut self.corpus.clone()).clone();
        for (i, item) in items.iter().enumerate() {
            for changed in change(item) {
                let mut corpus = self.corpus.clone();
                list(&mut corpus)[i] = changed;
                mutants.push(Mutant::Corpus(Box::new(corpus)));
            }
        }
        mutants
    }
}
