//! Parser of pages: from tokens to lines and the elements that hold them.

use std::collections::BTreeMap;
use std::ops::Range;

use html5gum::{DefaultEmitter, EndTag, StartTag, Token, Tokenizer};

use thidua_core::text::fold_space;

use super::element::{attribute, is_block, is_cell, is_hidden, is_leaf, is_left_out, is_void, rank};

/// Deepest nesting. Deeper elements are read as contents of the element at this depth, as browsers do.
const DEEPEST: usize = 512;
/// Fewest letters outside links of a paragraph.
const PARAGRAPH: usize = 40;

/// Contents of a page.
#[derive(Debug, Default)]
pub(super) struct ParsedPage {
    pub lines: Vec<PageLine>,
    /// Elements that may hold the article.
    pub candidates: Vec<ArticleCandidate>,
    /// Indexes of the lines that are main headings.
    pub headings: Vec<usize>,
    pub url: Option<String>,
    /// Number of letters of all paragraphs, without links.
    pub running: usize,
    title: String,
    shared_title: Option<String>,
}

/// A line.
#[derive(Debug)]
pub(super) struct PageLine {
    pub text: String,
    /// Number of letters.
    pub length: usize,
}

/// An element that may hold the article.
#[derive(Debug)]
pub(super) struct ArticleCandidate {
    pub lines: Range<usize>,
    /// Rank among the elements that usually hold an article.
    pub rank: Option<usize>,
    /// Letters of its paragraphs, counted twice, and of paragraphs of its children, counted once.
    pub score: usize,
}

impl ParsedPage {
    /// Headline of an article without one: a main heading outside of it, else the title of the page.
    pub fn headline(&self, article: &Range<usize>) -> Option<&str> {
        let title = self.shared_title.as_deref().unwrap_or(&self.title);
        let texts = || self.headings.iter().filter(|line| !article.contains(line));
        let text = |line: &usize| self.lines.get(*line).map(|line| line.text.as_str());
        // A heading that is not part of the title is the name of the newspaper.
        let heading = texts().filter_map(text).find(|heading| title.is_empty() || title.contains(heading));
        heading.or(Some(title)).filter(|headline| !headline.is_empty())
    }
}

/// An open element.
#[derive(Debug)]
struct OpenElement {
    name: Vec<u8>,
    is_left_out: bool,
    is_block: bool,
    rank: Option<usize>,
    first_line: usize,
    score: usize,
}

/// State of the parser.
#[derive(Debug, Default)]
pub(super) struct PageParser {
    page: ParsedPage,
    open: Vec<OpenElement>,
    /// Number of open elements of each name. The second map holds those that were too deep.
    names: BTreeMap<Vec<u8>, usize>,
    too_deep: BTreeMap<Vec<u8>, usize>,
    /// Number of open elements whose text is left out.
    left_out: usize,
    line: String,
    /// Letters of the line that are in links.
    linked: usize,
    in_link: bool,
    in_title: bool,
}

impl PageParser {
    /// Parses a page.
    pub fn read(html: &str) -> ParsedPage {
        let mut parser = PageParser::default();
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        for token in Tokenizer::new_with_emitter(html, emitter) {
            match token {
                Ok(Token::StartTag(tag)) => parser.start(&tag),
                Ok(Token::EndTag(tag)) => parser.end(&tag),
                Ok(Token::String(text)) => parser.text(&String::from_utf8_lossy(&text)),
                Ok(_) => {}
                Err(never) => match never {},
            }
        }
        while !parser.open.is_empty() {
            parser.close();
        }
        parser.end_line();
        parser.page.title = fold_space(&parser.page.title).into_owned();
        parser.page
    }

    fn start(&mut self, tag: &StartTag<()>) {
        let name = tag.name.as_slice();
        self.in_title = name == b"title" && self.left_out == 0 && self.page.title.is_empty();
        match name {
            b"meta" | b"link" => return self.about_page(tag),
            b"br" | b"hr" => return self.end_line(),
            b"html" | b"head" | b"body" | b"title" => return,
            b"a" => self.in_link = true,
            _ if is_void(name) => return,
            _ => {}
        }
        let is_block = is_block(name);
        self.close_implied(name, is_block);
        let is_cell = is_cell(name);
        let is_left_out = is_left_out(name) || is_hidden(tag);
        // Inline elements matter only if they are hidden or close a hidden element.
        if !(is_block || is_cell || is_left_out || self.names.contains_key(name))
            || tag.self_closing && is_left_out
        {
            return;
        }
        if is_block {
            self.end_line();
        }
        if is_cell && self.left_out == 0 && !self.line.trim().is_empty() {
            self.line.push_str(" | ");
        }
        if self.open.len() >= DEEPEST {
            *self.too_deep.entry(name.to_vec()).or_insert(0) += 1;
            return;
        }
        self.left_out += usize::from(is_left_out);
        *self.names.entry(name.to_vec()).or_insert(0) += 1;
        let first_line = self.page.lines.len();
        let name = name.to_vec();
        self.open.push(OpenElement { name, is_left_out, is_block, rank: rank(tag), first_line, score: 0 });
    }

    /// Closes elements whose end tag may be omitted before an element of this name: paragraphs, items, cells and rows.
    fn close_implied(&mut self, name: &[u8], is_block: bool) {
        let ends = |top: &[u8]| match top {
            b"p" => is_block,
            b"li" => name == b"li",
            b"dd" | b"dt" => matches!(name, b"dd" | b"dt"),
            b"td" | b"th" => matches!(name, b"td" | b"th" | b"tr" | b"tbody" | b"tfoot"),
            b"tr" => matches!(name, b"tr" | b"tbody" | b"tfoot"),
            b"option" => matches!(name, b"option" | b"optgroup"),
            _ => false,
        };
        while self.open.last().is_some_and(|open| ends(&open.name)) {
            self.close();
        }
    }

    fn end(&mut self, tag: &EndTag<()>) {
        let name = tag.name.as_slice();
        self.in_title = false;
        match name {
            b"a" => self.in_link = false,
            // Browsers read it as an empty paragraph.
            b"br" | b"p" if !self.names.contains_key(name) => return self.end_line(),
            _ => {}
        }
        if let Some(count) = self.too_deep.get_mut(name).filter(|count| **count > 0) {
            *count -= 1;
            if is_block(name) {
                self.end_line();
            }
            return;
        }
        if !self.names.contains_key(name) {
            return;
        }
        while let Some(closed) = self.close() {
            if closed == name {
                return;
            }
        }
    }

    /// Closes the innermost element and returns its name.
    fn close(&mut self) -> Option<Vec<u8>> {
        if self.open.last()?.is_block {
            self.end_line();
        }
        let OpenElement { name, is_left_out, rank, first_line, score, .. } = self.open.pop()?;
        self.left_out -= usize::from(is_left_out);
        if let Some(count) = self.names.get_mut(&name) {
            *count -= 1;
            if *count == 0 {
                self.names.remove(&name);
            }
        }
        let lines = first_line..self.page.lines.len();
        if !lines.is_empty() && (rank.is_some() || score > 0) {
            self.page.candidates.push(ArticleCandidate { lines, rank, score });
        }
        Some(name)
    }

    fn text(&mut self, text: &str) {
        if self.in_title {
            self.page.title.push_str(text);
            return;
        }
        if self.left_out > 0 {
            return;
        }
        if self.names.contains_key(b"pre".as_slice()) {
            let mut lines = text.split('\n');
            self.words(lines.next().unwrap_or(text));
            for line in lines {
                self.end_line();
                self.words(line);
            }
        } else {
            self.words(text);
        }
    }

    fn words(&mut self, text: &str) {
        self.line.push_str(text);
        if self.in_link {
            self.linked += text.chars().count();
        }
    }

    /// Ends the line, and adds its letters to the elements around it.
    fn end_line(&mut self) {
        let text = fold_space(&self.line).into_owned();
        let linked = std::mem::take(&mut self.linked);
        self.line.clear();
        if text.is_empty() {
            return;
        }
        let length = text.chars().count();
        let running = length.saturating_sub(linked);
        if running >= PARAGRAPH {
            self.page.running += running;
            let leaf = self.open.last().is_some_and(|open| is_leaf(&open.name));
            let holders = self.open.iter_mut().rev().skip(usize::from(leaf));
            for (holder, weight) in holders.zip([2, 1]) {
                holder.score += running * weight;
            }
        }
        if self.open.last().is_some_and(|open| open.name == b"h1") {
            self.page.headings.push(self.page.lines.len());
        }
        self.page.lines.push(PageLine { text, length });
    }

    /// Reads the address and the title that the page states.
    fn about_page(&mut self, tag: &StartTag<()>) {
        let is =
            |name: &str, value: &str| attribute(tag, name).is_some_and(|v| v.eq_ignore_ascii_case(value));
        let page = &mut self.page;
        if is("rel", "canonical") {
            page.url = attribute(tag, "href").filter(|url| !url.is_empty()).or(page.url.take());
        } else if is("property", "og:url") {
            page.url = page.url.take().or_else(|| attribute(tag, "content"));
        } else if is("property", "og:title") && page.shared_title.is_none() {
            let title = attribute(tag, "content").map(|title| fold_space(&title).into_owned());
            page.shared_title = title.filter(|title| !title.is_empty());
        }
    }
}
