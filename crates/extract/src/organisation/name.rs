//! Extent of a name: which words of a line belong to an organisation's name.

use thidua_core::domain::OrganisationKind;

use super::NameGap;
use super::place::{place_length, run};
use super::{AnalyzedLine, Context};
use crate::phrase_table::PhraseHit;

/// Most words of a name.
const LONGEST_NAME: usize = 26;

/// Small words that are no part of a name.
const FUNCTION_WORDS: [&str; 38] = [
    "cho", "tại", "với", "ở", "trên", "trong", "về", "của", "là", "để", "khi", "sau", "trước", "do", "bởi",
    "từ", "đến", "nhằm", "và", "cũng", "còn", "đều", "phải", "không", "này", "năm", "lần", "đang", "có",
    "bị", "nơi", "thì", "mà", "như", "cùng", "theo", "qua", "hiện",
];

/// First words of nouns that a number counts: before them it is no part of a name.
const COUNTED: [&str; 40] = [
    "năm", "tháng", "ngày", "tuần", "giờ", "người", "công", "đoàn", "cá", "tập", "suất", "triệu", "tỉ",
    "nghìn", "ngàn", "đồng", "lượt", "nữ", "nam", "sáng", "đề", "giải", "đơn", "phần", "gia", "hộ", "nhà",
    "căn", "cán", "thí", "đội", "lao", "viên", "chiếc", "bằng", "giấy", "cờ", "danh", "chị", "anh",
];

/// A name that begins at a word.
#[derive(Debug, Clone, Copy)]
pub(super) struct NameExtent {
    pub kind: OrganisationKind,
    /// Index after its last word.
    pub end: usize,
    pub gap: NameGap,
    pub has_proper_noun: bool,
    /// True if it is printed in capitals.
    pub is_upper: bool,
    /// Words of its last proper noun, mostly a place.
    pub proper: Option<(usize, usize)>,
    /// False where the words name no single organisation: "các LĐLĐ huyện", "Công đoàn".
    pub is_name: bool,
}

/// Part of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// First words: "Công đoàn".
    Opening,
    /// A branch of trade.
    Branch,
    /// An enterprise or office: "Công ty".
    Enterprise,
    /// A word for a place: "tỉnh".
    Level,
    /// The name of a place or enterprise.
    Proper,
}

/// Reads the name that begins at word `from`. `None` where no organisation begins.
pub(super) fn name_at(view: &AnalyzedLine<'_>, context: &Context, from: usize) -> Option<NameExtent> {
    let hit = context.vocabulary.organisations.longest_at(view.text(), &view.words, from)?;
    named(view, context, hit)
}

/// Reads the name of an enterprise or office that begins at word `from`.
pub(super) fn employer_at(view: &AnalyzedLine<'_>, context: &Context, from: usize) -> Option<NameExtent> {
    let hit = context.vocabulary.employers.longest_at(view.text(), &view.words, from)?;
    let hit = PhraseHit { from: hit.from, to: hit.to, meaning: OrganisationKind::Other };
    named(view, context, hit).filter(|named| named.has_proper_noun)
}

fn named(view: &AnalyzedLine<'_>, context: &Context, hit: PhraseHit<OrganisationKind>) -> Option<NameExtent> {
    let from = hit.from;
    // "công đoàn Công ty Lũng Vài" begins with a small letter inside a sentence.
    let is_small = !view.is_capital(from);
    if !is_opening(view, from, hit.to) || (is_small && !opens_small_name(view, context, hit)) {
        return None;
    }
    let mut reader = NameReader {
        view,
        context,
        in_office: has_office_before(view, context, from),
        is_upper: is_upper(view, from, hit.to),
        pos: hit.to,
        end: hit.to,
        last: Part::Opening,
        has_proper_noun: false,
        has_enterprise: hit.meaning == OrganisationKind::Other,
        is_trade_union: view.key(from) == "nghiệp",
        after_level: false,
        proper: None,
    };
    reader.read(from + LONGEST_NAME);
    let opening_end = hit.to;
    let is_confederation = matches!(view.key(from), "tổng") && hit.meaning == OrganisationKind::Federation;
    let (end, gap) = match reader.last {
        Part::Level if reader.pos > reader.end => (reader.pos, NameGap::Place),
        Part::Enterprise if reader.pos > reader.end && reader.end == hit.to => {
            (reader.pos, NameGap::Enterprise)
        }
        _ => (reader.end, NameGap::None),
    };
    let is_union = matches!(hit.meaning, OrganisationKind::Federation | OrganisationKind::Union);
    // Only federations and unions are known by their level alone, and a list of levels is no name.
    let (end, gap) = if gap == NameGap::Place && (!is_union || goes_on_as_list(view, context, end)) {
        (reader.end, NameGap::None)
    } else {
        (end, gap)
    };
    let is_whole = end > opening_end || is_confederation;
    // "Công đoàn Việt Nam" is the movement.
    let is_movement = end == opening_end + 2
        && view.key(from) == "công"
        && view.key(opening_end) == "việt"
        && view.key(opening_end + 1) == "nam";
    Some(NameExtent {
        kind: hit.meaning,
        end,
        gap,
        has_proper_noun: reader.has_proper_noun || is_confederation,
        proper: reader.proper,
        is_upper: reader.is_upper,
        is_name: is_whole
            && (!is_small || reader.has_proper_noun)
            && !is_movement
            && !is_plural(view, from)
            && !is_programme(view, context, from),
    })
}

/// Returns whether the words `from..to` open a name. "CĐ" in small letters or behind "Trường" is something else.
fn is_opening(view: &AnalyzedLine<'_>, from: usize, to: usize) -> bool {
    if view.key(from) != "cđ" || to != from + 1 {
        return true;
    }
    let printed = view.get(&view.word_range(from, to));
    let after_school = from > 0 && matches!(view.key(from - 1), "trường" | "đh" | "hệ");
    printed == "CĐ" && !after_school
}

/// Returns whether a union whose first word has a small letter is a name: an enterprise or branch with a capital follows.
fn opens_small_name(view: &AnalyzedLine<'_>, context: &Context, hit: PhraseHit<OrganisationKind>) -> bool {
    let (text, words) = (view.text(), view.words.as_slice());
    let vocabulary = &context.vocabulary;
    hit.meaning == OrganisationKind::Union
        && view.key(hit.from) == "công"
        && view.is_capital(hit.to)
        && view.gap(hit.to - 1) == " "
        && vocabulary.enterprises.longest_at(text, words, hit.to).is_some()
}

/// Returns whether several organisations are meant: "các LĐLĐ huyện", "100% Công đoàn cơ sở".
fn is_plural(view: &AnalyzedLine<'_>, from: usize) -> bool {
    let Some(before) = from.checked_sub(1).filter(|before| view.gap(*before) == " ") else { return false };
    let key = view.key(before);
    matches!(key, "các" | "những" | "mỗi" | "từng" | "mọi" | "nhiều" | "hai" | "ba" | "bốn" | "năm" | "số")
        && !(key == "năm" && before > 0 && view.key(before - 1) == "hàng")
        || key.starts_with(|c: char| c.is_ascii_digit()) && !is_year(view, before)
}

/// Returns whether word `pos` is a year: "Năm 2031 LĐLĐ huyện …".
fn is_year(view: &AnalyzedLine<'_>, pos: usize) -> bool {
    view.words
        .get(pos)
        .is_some_and(|word| view.dates.iter().any(|date| date.range.contains(&word.range.start)))
}

/// Returns whether the name is part of the name of a programme or place: "Phiên chợ Công đoàn", "Đại học Công đoàn".
fn is_programme(view: &AnalyzedLine<'_>, context: &Context, from: usize) -> bool {
    let (text, words) = (view.text(), view.words.as_slice());
    view.key(from) == "công"
        && from > 0
        && view.gap(from - 1) == " "
        && context.vocabulary.programme_words.before(text, words, from, 3).is_some()
}

/// Returns whether a level is one of several: "LĐLĐ tỉnh, thành phố", "LĐLĐ quận và huyện".
fn goes_on_as_list(view: &AnalyzedLine<'_>, context: &Context, end: usize) -> bool {
    let level = |pos: usize| {
        context.vocabulary.place_words.longest_at(view.text(), &view.words, pos).is_some()
            && !view.is_capital(pos)
    };
    let gap = end.checked_sub(1).map_or("", |last| view.gap(last));
    (matches!(gap, ", " | "/" | " - ") && level(end)) || (view.key(end) == "và" && level(end + 1))
}

/// Returns whether an office stands before the organisation that begins at word `from`: "Phó Chủ tịch LĐLĐ …".
pub(crate) fn has_office_before(view: &AnalyzedLine<'_>, context: &Context, from: usize) -> bool {
    let (text, words) = (view.text(), view.words.as_slice());
    let roles = &context.vocabulary.roles;
    (from.saturating_sub(12)..from)
        .rev()
        .take_while(|pos| is_joined(view, *pos))
        .any(|pos| roles.longest_at(text, words, pos).is_some_and(|hit| hit.to <= from))
}

/// Returns whether only a space is between word `pos` and the next, or the full stop of "TP." and its kind.
pub(crate) fn is_joined(view: &AnalyzedLine<'_>, pos: usize) -> bool {
    match view.gap(pos) {
        " " => true,
        ". " | "." => matches!(view.key(pos), "tp" | "tx" | "q" | "h" | "p" | "tt"),
        _ => false,
    }
}

/// Returns whether the words after the opening are all in capitals, as in a headline.
fn is_upper(view: &AnalyzedLine<'_>, from: usize, to: usize) -> bool {
    let is_upper = |pos: usize| {
        view.words.get(pos).is_some_and(|word| !view.get(&word.range).chars().any(char::is_lowercase))
    };
    (from..(to + 4).min(view.words.len())).all(is_upper) && view.words.len() > to + 1
}

/// Returns whether an organisation, an office or a form of address begins at word `pos`.
fn is_office(view: &AnalyzedLine<'_>, context: &Context, pos: usize) -> bool {
    let (text, words) = (view.text(), view.words.as_slice());
    let vocabulary = &context.vocabulary;
    vocabulary.organisations.longest_at(text, words, pos).is_some_and(|hit| hit.to > pos + 1)
        || vocabulary.honorifics.longest_at(text, words, pos).is_some()
        || vocabulary.roles.longest_at(text, words, pos).is_some()
}

struct NameReader<'a> {
    view: &'a AnalyzedLine<'a>,
    context: &'a Context,
    /// True where an office stands before the name, so that a person's name may follow.
    in_office: bool,
    /// True where the line is printed in capitals.
    is_upper: bool,
    /// Index of the next word.
    pos: usize,
    /// Index after the last word that completes a name.
    end: usize,
    last: Part,
    has_proper_noun: bool,
    has_enterprise: bool,
    /// True for a "nghiệp đoàn", whose trade is printed in small letters.
    is_trade_union: bool,
    /// Words of the last proper noun.
    proper: Option<(usize, usize)>,
    /// True if the last proper noun is the place of a level.
    after_level: bool,
}

impl NameReader<'_> {
    /// Reads part by part, at most to word `limit`.
    fn read(&mut self, limit: usize) {
        while self.pos < self.view.words.len().min(limit) {
            if !self.gap_is_inside() || !self.part() {
                return;
            }
        }
    }

    /// Returns whether the signs before the next word can stand inside a name. Skips an abbreviation in brackets.
    fn gap_is_inside(&mut self) -> bool {
        let Some(before) = self.pos.checked_sub(1) else { return false };
        match self.view.gap(before) {
            " " => true,
            ". " | "." => self.last == Part::Level && is_joined(self.view, before),
            "-" | "–" => self.last == Part::Proper && self.view.is_capital(self.pos),
            " - " | " – " => {
                self.is_further_branch()
                    || self.is_part_of_enterprise()
                    || (self.last == Part::Proper
                        && (self.is_second_half_of_place() || self.is_abbreviation_of_group()))
            }
            ", " => self.is_further_branch(),
            "&" | " & " => {
                self.view.is_capital(self.pos) && (self.has_enterprise || self.last == Part::Branch)
            }
            " (" => self.skip_brackets(),
            _ => false,
        }
    }

    /// Returns whether a place of two names goes on after a dash: "Bà Rịa - Vũng Tàu".
    fn is_second_half_of_place(&self) -> bool {
        if self.view.key(self.pos) == "huế" {
            return true;
        }
        self.view.is_capital(self.pos)
            && run(self.view, self.pos) == 2
            && !is_office(self.view, self.context, self.pos)
            && !(self.in_office && self.surname_at(self.pos))
            && !self.act_at(self.pos)
    }

    /// Returns whether a further line of business of an enterprise follows: "Dệt may - Đầu tư", "Sản xuất, Thương mại".
    fn is_further_branch(&self) -> bool {
        let (text, words) = (self.view.text(), self.view.words.as_slice());
        let vocabulary = &self.context.vocabulary;
        self.has_enterprise
            && self.last == Part::Branch
            && self.view.is_capital(self.pos)
            && (vocabulary.branches.longest_at(text, words, self.pos).is_some()
                || vocabulary.name_words.longest_at(text, words, self.pos).is_some())
    }

    /// Returns whether a part of the enterprise follows: "Ngân hàng Lũng Vài - Chi nhánh Bến Tràm".
    fn is_part_of_enterprise(&self) -> bool {
        let (text, words) = (self.view.text(), self.view.words.as_slice());
        self.has_enterprise
            && self.view.is_capital(self.pos)
            && matches!(self.view.key(self.pos), "chi" | "xí" | "nhà" | "phân" | "công" | "khối")
            && self.context.vocabulary.enterprises.longest_at(text, words, self.pos).is_some()
    }

    /// Returns whether the abbreviation of the group that owns an enterprise follows: "Than Lũng Vài - TKV".
    fn is_abbreviation_of_group(&self) -> bool {
        let printed = self.view.words.get(self.pos).map_or("", |word| self.view.get(&word.range));
        self.has_enterprise
            && !self.is_upper
            && (2..=10).contains(&printed.chars().count())
            && printed.chars().all(char::is_uppercase)
            && self
                .context
                .vocabulary
                .organisations
                .longest_at(self.view.text(), &self.view.words, self.pos)
                .is_none()
    }

    /// Skips "(LĐLĐ)" or "(KCN, KCX)", if the name goes on after it.
    fn skip_brackets(&mut self) -> bool {
        let is_short = |pos: usize| {
            self.view.words.get(pos).is_some_and(|word| {
                let printed = self.view.get(&word.range);
                printed.chars().count() <= 8 && printed.chars().all(char::is_uppercase)
            })
        };
        let closes = (self.pos..self.pos + 4).find(|pos| self.view.gap(*pos).starts_with(')'));
        match closes {
            Some(last) if (self.pos..=last).all(is_short) && self.view.gap(last) == ") " => {
                self.pos = last + 1;
                self.pos < self.view.words.len()
            }
            _ => false,
        }
    }

    fn surname_at(&self, pos: usize) -> bool {
        self.context.vocabulary.surnames.longest_at(self.view.text(), &self.view.words, pos).is_some()
    }

    fn act_at(&self, pos: usize) -> bool {
        self.context.vocabulary.acts.longest_at(self.view.text(), &self.view.words, pos).is_some()
    }

    /// Reads the next part. Returns false where the name ends.
    fn part(&mut self) -> bool {
        let (text, words) = (self.view.text(), self.view.words.as_slice());
        let vocabulary = &self.context.vocabulary;
        let pos = self.pos;
        if self.is_upper && self.last != Part::Level && self.act_at(pos) {
            return false;
        }
        // After the place of a level only the other half of its name may follow, behind a dash.
        if self.after_level && self.view.gap(pos - 1) == " " {
            return false;
        }
        // "Khu kinh tế" is a branch, "Khu" an office.
        let branch_end = vocabulary.branches.longest_at(text, words, pos).map_or(0, |hit| hit.to);
        if let Some(hit) =
            vocabulary.enterprises.longest_at(text, words, pos).filter(|hit| hit.to >= branch_end)
        {
            // "Công đoàn Điện lực Bến Hoa ban hành …"
            let is_small = !self.view.is_capital(pos)
                && (self.last == Part::Proper || (self.last == Part::Branch && hit.to == pos + 1));
            if is_small || self.last == Part::Level {
                return false;
            }
            (self.pos, self.last, self.has_enterprise) = (hit.to, Part::Enterprise, true);
            return true;
        }
        if self.is_trade_union
            && let Some(hit) = vocabulary.trades.longest_at(text, words, pos)
            && matches!(self.last, Part::Opening | Part::Branch)
        {
            (self.pos, self.end, self.last) = (hit.to, hit.to, Part::Branch);
            return true;
        }
        if let Some(hit) = vocabulary.branches.longest_at(text, words, pos)
            && (self.view.is_capital(pos) || self.last != Part::Proper)
        {
            (self.pos, self.end, self.last) = (hit.to, hit.to, Part::Branch);
            return true;
        }
        if self.view.key(pos) == "các" {
            return false;
        }
        if let Some(hit) = vocabulary.place_words.longest_at(text, words, pos)
            && self.is_level(pos, hit.to)
        {
            (self.pos, self.last) = (hit.to, Part::Level);
            return true;
        }
        if self.is_number(pos) {
            self.after_level = self.last == Part::Level;
            self.proper = Some((pos, pos + 1));
            (self.pos, self.end, self.last, self.has_proper_noun) = (pos + 1, pos + 1, Part::Proper, true);
            return true;
        }
        if self.has_enterprise && is_office(self.view, self.context, pos) && self.last == Part::Enterprise {
            // "Công đoàn cơ quan LĐLĐ tỉnh Bến Lũng"
            let of_office = matches!(self.view.key(pos - 1), "quan" | "phòng");
            let Some(hit) = vocabulary.organisations.longest_at(text, words, pos).filter(|_| of_office)
            else {
                return false;
            };
            (self.pos, self.last) = (hit.to, Part::Opening);
            return true;
        }
        if self.has_enterprise
            && self.view.is_capital(pos)
            && matches!(self.last, Part::Enterprise | Part::Branch)
            && let Some(hit) = vocabulary.name_words.longest_at(text, words, pos)
            && (hit.to > pos + 1 && (pos + 1..hit.to).any(|word| !self.view.is_capital(word)))
        {
            (self.pos, self.end, self.last) = (hit.to, hit.to, Part::Branch);
            return true;
        }
        if self.view.is_capital(pos) && !is_office(self.view, self.context, pos) {
            return self.proper();
        }
        self.small_words()
    }

    /// Returns whether the words `from..to` are a word for a place. Abbreviations are printed in capitals before a name.
    fn is_level(&self, from: usize, to: usize) -> bool {
        let abbreviated = matches!(self.view.key(from), "tp" | "tx" | "q" | "h" | "p" | "tt");
        if self.view.key(from) == "số" {
            return self.view.key(to).bytes().all(|b| b.is_ascii_digit());
        }
        !abbreviated
            || self.view.is_capital(from)
                && (self.view.is_capital(to) || self.view.key(to).bytes().all(|b| b.is_ascii_digit()))
            || self.view.key(from) == "tp" && self.view.is_capital(from)
    }

    /// Returns whether word `pos` is the number of a district or of an enterprise: "quận 7", "Công ty May 10".
    fn is_number(&self, pos: usize) -> bool {
        let key = self.view.key(pos);
        let small = (1..=3).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_digit());
        let after = self.view.gap(pos);
        let next_is_open = after != " " || !COUNTED.contains(&self.view.key(pos + 1));
        match self.last {
            Part::Level => small && key.len() <= 2,
            Part::Proper | Part::Enterprise => small && self.has_enterprise && next_is_open,
            _ => false,
        }
    }

    /// Reads words with a capital.
    fn proper(&mut self) -> bool {
        let after_level = self.last == Part::Level || self.after_level;
        let mut length = run(self.view, self.pos);
        if self.is_upper {
            let act = (self.pos + 1..self.pos + length).find(|pos| self.act_at(*pos));
            // A longer name of the article is found by its beginning.
            let most = if after_level { 2 } else { 5 };
            length = act.map_or(length, |act| act - self.pos).min(most);
            self.proper = Some((self.pos, self.pos + length));
            (self.pos, self.end) = (self.pos + length, self.pos + length);
            (self.last, self.has_proper_noun) = (Part::Proper, false);
            return !after_level;
        }
        let within = self.branch_within(length);
        let place =
            place_length(self.view, self.context, self.pos, within, self.in_office && within == length);
        if place == 0 {
            return false;
        }
        let place = if within == 1 && self.is_compound() { 2 } else { place };
        self.proper = Some((self.pos, self.pos + place));
        self.pos += place;
        (self.end, self.last, self.has_proper_noun) = (self.pos, Part::Proper, true);
        self.after_level = after_level;
        place >= within
    }

    /// Returns whether the next two words are one word of an enterprise's name, as "Sư phạm" in "Trường Đại học Sư phạm
    /// Lũng Vài": a capital letter, then a small one, then the name goes on or ends.
    fn is_compound(&self) -> bool {
        let (text, words) = (self.view.text(), self.view.words.as_slice());
        let second = self.pos + 1;
        let is_word = (self.has_enterprise || self.last == Part::Opening)
            && self.view.gap(self.pos) == " "
            && second < words.len()
            && !self.view.is_capital(second)
            && self.view.key(second).chars().all(char::is_alphabetic)
            && !FUNCTION_WORDS.contains(&self.view.key(second))
            && !self.act_at(second);
        let after = second + 1;
        let goes_on = self.view.gap(second) == " "
            && (self.view.is_capital(after)
                || (self.view.key(after) == "và" && self.view.is_capital(after + 1))
                || self.context.vocabulary.place_words.longest_at(text, words, after).is_some());
        let ends = self.has_enterprise && (self.view.gap(second) != " " || self.act_at(after));
        is_word && (goes_on || ends)
    }

    /// Number of the `length` words with a capital before which no branch, enterprise or level begins.
    fn branch_within(&self, length: usize) -> usize {
        let (text, words) = (self.view.text(), self.view.words.as_slice());
        let vocabulary = &self.context.vocabulary;
        let begins = |pos: usize| {
            vocabulary.enterprises.longest_at(text, words, pos).is_some_and(|hit| hit.to > pos + 1)
                || [&vocabulary.branches, &vocabulary.name_words].iter().any(|table| {
                    table.longest_at(text, words, pos).is_some_and(|hit| {
                        hit.to > pos + 1 && (pos + 1..hit.to).any(|word| !self.view.is_capital(word))
                    })
                })
        };
        (1..length).find(|offset| begins(self.pos + offset)).unwrap_or(length)
    }

    /// Reads small words inside the name of an enterprise or a branch: "Công ty CP may Lũng Vài".
    fn small_words(&mut self) -> bool {
        let (text, words) = (self.view.text(), self.view.words.as_slice());
        let vocabulary = &self.context.vocabulary;
        let is_inside = self.has_enterprise || self.last == Part::Branch;
        if !is_inside || matches!(self.last, Part::Level | Part::Opening) {
            return false;
        }
        // "Công ty Lũng Vài và Công ty Bến Tràm" are two.
        let is_second = self.view.key(self.pos) == "và"
            && self.last == Part::Proper
            && vocabulary.enterprises.longest_at(text, words, self.pos + 1).is_some();
        if is_second {
            return false;
        }
        let mut to = self.pos;
        while let Some(hit) = vocabulary.name_words.longest_at(text, words, to) {
            to = hit.to;
            if self.view.gap(to - 1) != " " {
                break;
            }
        }
        let goes_on = to > self.pos
            && self.view.gap(to - 1) == " "
            && (self.view.is_capital(to) || vocabulary.branches.longest_at(text, words, to).is_some())
            && !is_office(self.view, self.context, to);
        if goes_on {
            (self.pos, self.last) = (to, Part::Branch);
        }
        goes_on
    }
}
