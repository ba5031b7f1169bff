//! What tells of all articles one after the other, made block by block: tables, citations, and all tables with the corpus in
//! one archive.
//!
//! Each block is noted with what it was made of and where it stands in the files. Of a site that is amended, the blocks of
//! articles that have not changed are cut out of its files, compressed as they are.

use std::borrow::Cow;
use std::fs;
use std::io::{self, Cursor};
use std::ops::Range;
use std::path::Path;

use zip::ZipArchive;

use super::companions::Companion;
use super::data::Published;
use super::deflate::deflated;
use super::ledger::Note;
use super::place::Place;
use super::register::{Cut, Part, Register, Stretch, Whole};
use super::since::Since;
use super::tables::{Content, Member, Table, archive, crc, describe, of_articles, of_corpus};
use crate::cite::{Format, Work};
use crate::corpus::reading::{self, Key};
use crate::corpus::{json_schema, on_both_cores};
use crate::domain::{Article, Lang};
use crate::pages::downloads::{ARCHIVE, FOLDER};
use crate::route::Page;

/// Articles in a block.
const BLOCK: usize = 500;
/// The corpus and its schema, by their names in the archive.
const CORPUS: &str = "corpus.json";
const SCHEMA: &str = "corpus.schema.json";
/// The description of the tables.
const PACKAGE: &str = "datapackage.json";

/// The files, and what they were made of.
#[derive(Debug)]
pub struct Told {
    /// The files.
    pub files: Vec<Companion>,
    /// The paths of those that the site has already.
    pub same: Vec<String>,
    /// A note for each block.
    pub notes: Vec<Note>,
}

/// A site that is being amended, and what is known of it.
pub type Standing<'s> = (&'s Path, &'s Since<'s, 's>);

impl Told {
    /// Makes the files.
    ///
    /// # Errors
    /// Where the archive cannot be made.
    pub fn new(place: Place<'_>, published: &Published, standing: Option<Standing<'_>>) -> io::Result<Told> {
        Told::in_blocks(BLOCK, place, published, standing)
    }

    /// Makes them with so many articles in a block.
    fn in_blocks(
        size: usize,
        place: Place<'_>,
        published: &Published,
        standing: Option<Standing<'_>>,
    ) -> io::Result<Told> {
        let count = place.catalogue.articles().len();
        let corpus = Cut::new(published, count, size);
        let heads = of_articles(&[], place);
        let tables = heads.iter().map(|table| Register::table(table.file(), &table.head));
        let registers = tables.chain([Register::corpus(CORPUS, &corpus)]);
        let registers: Vec<Register<'_>> = registers.chain(Format::ALL.map(Register::citations)).collect();

        let old = standing.map(|standing| Old::read(standing, &registers));
        let numbers: Vec<usize> = (0..count.div_ceil(size)).collect();
        let block = |number: &usize| {
            let stretch = corpus.block(*number);
            let kept = old.as_ref().and_then(|old| old.block(*number, stretch, &registers));
            kept.map_or_else(|| Block::new(*number * size..(*number + 1) * size, stretch, place), Ok)
        };
        let blocks: Vec<Block<'_>> =
            all(on_both_cores(&numbers, |some, _| some.iter().map(block).collect()))?;
        let whole = |(register, at): (&Register<'_>, usize)| {
            let file = old.as_ref().and_then(|old| old.files.get(at)).map(Vec::as_slice);
            Whole::new(register, blocks.iter().filter_map(|block| block.parts.get(at)), file)
        };
        let wholes = on_both_cores(&registers, |some, first| some.iter().zip(first..).map(whole).collect());
        let wholes: Vec<Whole> = all(wholes)?;

        let note = |(number, block): (usize, &Block<'_>)| {
            let stretches = wholes.iter().filter_map(|whole| whole.stretches.get(number));
            let sizes = stretches.flat_map(|stretch| stretch.numbers()).chain([block.crc as usize]);
            Note { name: name(number), keys: block.keys.clone(), files: Vec::new(), sizes: sizes.collect() }
        };
        let notes = blocks.iter().enumerate().map(note).collect();

        let path = |register: &Register<'_>| format!("{FOLDER}{}", register.path);
        let is_same =
            |(register, whole): &(&Register<'_>, &Whole)| register.bytes.or(whole.bytes.as_deref()).is_none();
        let same =
            registers.iter().zip(&wholes).filter(is_same).map(|(register, _)| path(register)).collect();
        Ok(Told { files: files(place, heads, registers, wholes)?, same, notes })
    }
}

/// The files of these registers, and of what else tells of the whole corpus.
fn files(
    place: Place<'_>,
    heads: Vec<Table>,
    registers: Vec<Register<'_>>,
    wholes: Vec<Whole>,
) -> io::Result<Vec<Companion>> {
    let small = of_corpus(place);
    let mut files: Vec<(String, Vec<u8>)> = small
        .iter()
        .map(|table| (table.file(), [&*table.head, &*table.rows].concat().into_bytes()))
        .collect();
    let tables: Vec<Table> = small.into_iter().chain(heads).collect();
    files.push((PACKAGE.to_owned(), describe(&tables, place).into_bytes()));

    let schema = json_schema();
    let member = |path: &str, content| Member { path: path.to_owned(), content };
    let mut members: Vec<Member<'_>> =
        files.iter().map(|(path, bytes)| member(path, Content::Bytes(bytes))).collect();
    let mut whole_files = Vec::new();
    for (Register { path, .. }, Whole { bytes, deflated, .. }) in registers.into_iter().zip(wholes) {
        members.extend(deflated.map(|deflated| member(&path, Content::Deflated(deflated))));
        whole_files.extend(bytes.map(|bytes| (path, bytes)));
    }
    members.push(member(SCHEMA, Content::Bytes(schema.as_bytes())));
    let archive = Companion::new(ARCHIVE, archive(&members)?);

    let named = |(path, bytes)| Companion::new(format!("{FOLDER}{path}"), bytes);
    Ok(files.into_iter().chain(whole_files).map(named).chain([archive]).collect())
}

/// Some articles, as they stand in each register.
struct Block<'o> {
    parts: Vec<Part<'o>>,
    /// The checksum of what the corpus says.
    crc: u32,
    /// What was looked up for it.
    keys: Vec<Key>,
}

impl<'o> Block<'o> {
    /// Makes it; `stretch` are its articles in the corpus.
    fn new(places: Range<usize>, stretch: &'o [u8], place: Place<'_>) -> io::Result<Block<'o>> {
        let make = || {
            let is_first = places.start == 0;
            let articles = place.catalogue.articles_at_places(places);
            let tables: Vec<Table> = of_articles(articles, place);
            (tables, citations(articles, is_first, place))
        };
        let ((tables, citations), keys) = reading::record(make);
        let tables = tables.into_iter().map(|table| Cow::from(table.rows.into_bytes()));
        let pack = |bytes: Cow<'o, [u8]>| {
            let packed = deflated(&bytes, false)?;
            Ok((bytes, packed.into()))
        };
        let mut parts: Vec<Part<'o>> = tables.chain([stretch.into()]).map(pack).collect::<io::Result<_>>()?;
        parts.extend(citations.into_iter().map(|text| (text.into_bytes().into(), Cow::default())));
        Ok(Block { parts, crc: crc(stretch), keys })
    }
}

/// The citations of some articles in every form; `is_first` where none stand before them.
fn citations(articles: &[Article], is_first: bool, place: Place<'_>) -> Vec<String> {
    let urls: Vec<Option<String>> =
        articles.iter().map(|a| place.cited(Page::Article(a.id.clone()))).collect();
    let pairs = articles.iter().zip(&urls);
    let works: Vec<Work<'_>> = pairs
        .map(|(article, url)| Work::of_article(article, url.as_deref(), place.catalogue, Lang::Vi))
        .collect();
    let cited = |format: Format| {
        let [_, between, _] = format.around();
        format!("{}{}", if is_first { "" } else { between }, format.entries(&works))
    };
    Format::ALL.map(cited).into()
}

/// The files of a site that is amended, from which blocks are taken.
struct Old<'s> {
    since: &'s Since<'s, 's>,
    /// Each register, where it has a file of its own.
    files: Vec<Vec<u8>>,
    archive: Vec<u8>,
    /// Where each register stands in the archive.
    members: Vec<Range<usize>>,
}

impl<'s> Old<'s> {
    /// Reads them; what cannot be read is empty.
    fn read((site, since): Standing<'s>, registers: &[Register<'_>]) -> Old<'s> {
        let read = |path: &str| fs::read(site.join(path)).unwrap_or_default();
        let file = |register: &Register<'_>| match register.bytes {
            Some(_) => Vec::new(),
            None => read(&format!("{FOLDER}{}", register.path)),
        };
        let archive = read(ARCHIVE);
        let mut zip = ZipArchive::new(Cursor::new(archive.as_slice())).ok();
        let mut member = |register: &Register<'_>| {
            let file = zip.as_mut()?.by_name(&register.path).ok()?;
            let start = usize::try_from(file.data_start()?).ok()?;
            Some(start..start.checked_add(usize::try_from(file.compressed_size()).ok()?)?)
        };
        let members = registers.iter().map(|register| member(register).unwrap_or_default()).collect();
        Old { since, files: registers.iter().map(file).collect(), members, archive }
    }

    /// A block, where it would be the same again; `stretch` are its articles in the corpus.
    fn block<'o>(
        &'o self,
        number: usize,
        stretch: &'o [u8],
        registers: &[Register<'_>],
    ) -> Option<Block<'o>> {
        let noted = self.since.same(&name(number))?;
        let sizes = noted.sizes();
        let (stretches, [crc_then]) = sizes.as_chunks() else { return None };
        let crc = crc(stretch);
        (*crc_then == crc as usize && stretches.len() == registers.len()).then_some(())?;
        let part = |(at, (register, stretched)): (usize, (&Register<'_>, &[usize; Stretch::NUMBERS]))| {
            let place = Stretch::read(*stretched);
            let bytes = match register.bytes {
                Some(_) => stretch,
                None => self.files.get(at)?.get(place.range())?,
            };
            let packed = self.archive.get(self.members.get(at)?.clone())?.get(place.packed())?;
            Some((bytes.into(), packed.into()))
        };
        let parts = registers.iter().zip(stretches).enumerate().map(part).collect::<Option<_>>()?;
        Some(Block { parts, crc, keys: self.since.known.keys_of(noted) })
    }
}

/// The name of a block as a part of a site.
fn name(number: usize) -> String {
    format!("*b{number}")
}

/// What both halves give, or the first error.
fn all<T>(halves: Vec<io::Result<Vec<T>>>) -> io::Result<Vec<T>> {
    let halves: Vec<Vec<T>> = halves.into_iter().collect::<io::Result<_>>()?;
    Ok(halves.into_iter().flatten().collect())
}

#[cfg(test)]
mod tests {
    use super::super::data::Documents;
    use super::super::known::Known;
    use super::super::ledger::Ledger;
    use super::*;
    use crate::corpus::Fingerprints;
    use crate::domain::Corpus;
    use crate::route::Base;
    use crate::sample::{Recipe, sample};

    fn read(document: &str) -> (Documents, Fingerprints) {
        let documents = Documents::read(document.as_bytes().to_owned(), None).unwrap();
        let Published { corpus, written, .. } = &documents.published;
        let written = |place| written.article(corpus, place);
        let fingerprints = Fingerprints::new(&documents.catalogue, documents.number(), written, |_| true);
        (documents, fingerprints)
    }

    /// What is made of `now` alone, what is made of it over a site of `then`, and how many blocks that took over.
    fn told(then: &str, now: &str) -> [(Vec<Companion>, usize); 2] {
        let folder = tempfile::TempDir::new().unwrap();
        let base = Base::new("/");
        let make = |documents: &Documents, standing| {
            let place = Place { catalogue: &documents.catalogue, base: &base, origin: "https://example.org" };
            Told::in_blocks(2, place, &documents.published, standing).unwrap()
        };
        let ((then, were), (now, are)) = (read(then), read(now));
        let ledger = Ledger::default();
        let old = make(&then, None);
        for Companion { path, bytes } in &old.files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        old.notes.into_iter().for_each(|note| ledger.note(note).unwrap());
        let number = |key: &Key| were.of(&then.catalogue, key.what, &key.id);
        let state = ledger.written([0, 0], number, None).unwrap() + &Known::end(0);
        let known = Known::parse(&state).unwrap();
        let since = Since::new(&known, &are, &now.catalogue);
        let count = now.catalogue.articles().len().div_ceil(2);
        let same = (0..count).filter(|number| since.same(&name(*number)).is_some()).count();
        let over = make(&now, Some((folder.path(), &since)));
        let kept = over.same.into_iter().map(|path| {
            let bytes = fs::read(folder.path().join(&path)).unwrap();
            Companion { path, bytes }
        });
        let mut files: Vec<Companion> = over.files.into_iter().chain(kept).collect();
        let mut alone = make(&now, None).files;
        for files in [&mut alone, &mut files] {
            files.sort_by(|a, b| a.path.cmp(&b.path));
        }
        [(alone, count), (files, same)]
    }

    #[test]
    fn blocks_that_are_taken_over_give_the_same_bytes() {
        let corpus = sample(&Recipe { articles: 7, seed: 5, bodies: false }, &[]).corpus;
        let written = |change: &dyn Fn(&mut Corpus)| {
            let mut corpus = corpus.clone();
            change(&mut corpus);
            serde_json::to_string(&corpus).unwrap()
        };
        let then = written(&|_| ());
        let mut between = then.clone();
        between.insert_str(read(&then).0.published.written.place(3).unwrap().start, "  ");
        let cases: [(&str, usize, String); 8] = [
            ("nothing", 4, then.clone()),
            ("spaces between articles alone", 4, between),
            ("a headline", 3, written(&|corpus| corpus.articles[2].headline = "Khác, “hẳn”".to_owned())),
            (
                "one more",
                3,
                written(&|corpus| {
                    let more = sample(&Recipe { articles: 8, seed: 5, bodies: false }, &[]).corpus;
                    *corpus = more;
                }),
            ),
            ("one fewer", 3, written(&|corpus| drop(corpus.articles.pop()))),
            ("none", 0, written(&|corpus| corpus.articles.clear())),
            ("another order", 2, written(&|corpus| corpus.articles.swap(0, 3))),
            ("what stands before them", 4, written(&|corpus| corpus.title.en = "Other".to_owned())),
        ];
        for (case, same, now) in &cases {
            let [(alone, _), (over, taken)] = told(&then, now);
            assert_eq!(over, alone, "{case}");
            if *case != "one more" {
                assert_eq!(taken, *same, "{case}");
            }
        }
        let [(alone, _), (over, taken)] = told(&cases[5].2, &then);
        assert!(over == alone && taken == 0, "from nothing");
    }

    #[test]
    fn a_site_without_its_files_gives_no_block() {
        let corpus = sample(&Recipe { articles: 3, seed: 5, bodies: false }, &[]).corpus;
        let (documents, fingerprints) = read(&serde_json::to_string(&corpus).unwrap());
        let place = Place { catalogue: &documents.catalogue, base: &Base::new("/"), origin: "" };
        let told = Told::in_blocks(2, place, &documents.published, None).unwrap();
        let ledger = Ledger::default();
        told.notes.into_iter().for_each(|note| ledger.note(note).unwrap());
        let number = |key: &Key| fingerprints.of(&documents.catalogue, key.what, &key.id);
        let state = ledger.written([0, 0], number, None).unwrap() + &Known::end(0);
        let known = Known::parse(&state).unwrap();
        let since = Since::new(&known, &fingerprints, &documents.catalogue);
        let empty = tempfile::TempDir::new().unwrap();
        let over = Told::in_blocks(2, place, &documents.published, Some((empty.path(), &since))).unwrap();
        assert!(over.files == told.files && over.same.is_empty());
    }
}
