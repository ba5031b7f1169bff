//! Vietnamese letters: twelve vowels in six tones, and đ.
//!
//! A vowel letter has a *shape* (a, ă, â, e, ê, i, o, ô, ơ, u, ư, y) and a *tone*. The table of 72 lower-case letters
//! is the only data about Unicode composition in this crate: Unicode's own tables would be larger in the page than all
//! code of the search.

/// Lower-case vowels. A row holds one shape: without tone, huyền, sắc, hỏi, ngã, nặng.
const VOWELS: [[char; 6]; 12] = [
    ['a', 'à', 'á', 'ả', 'ã', 'ạ'],
    ['ă', 'ằ', 'ắ', 'ẳ', 'ẵ', 'ặ'],
    ['â', 'ầ', 'ấ', 'ẩ', 'ẫ', 'ậ'],
    ['e', 'è', 'é', 'ẻ', 'ẽ', 'ẹ'],
    ['ê', 'ề', 'ế', 'ể', 'ễ', 'ệ'],
    ['i', 'ì', 'í', 'ỉ', 'ĩ', 'ị'],
    ['o', 'ò', 'ó', 'ỏ', 'õ', 'ọ'],
    ['ô', 'ồ', 'ố', 'ổ', 'ỗ', 'ộ'],
    ['ơ', 'ờ', 'ớ', 'ở', 'ỡ', 'ợ'],
    ['u', 'ù', 'ú', 'ủ', 'ũ', 'ụ'],
    ['ư', 'ừ', 'ứ', 'ử', 'ữ', 'ự'],
    ['y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'],
];

/// Letters of other languages without their marks, as far as western names need them.
const FOREIGN: [(char, char); 13] = [
    ('ä', 'a'),
    ('å', 'a'),
    ('ç', 'c'),
    ('ë', 'e'),
    ('î', 'i'),
    ('ï', 'i'),
    ('ñ', 'n'),
    ('ö', 'o'),
    ('ø', 'o'),
    ('û', 'u'),
    ('ü', 'u'),
    ('ÿ', 'y'),
    ('ī', 'i'),
];

/// A tone. `Option::None` is the level tone (ngang).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Huyền.
    Grave,
    /// Sắc.
    Acute,
    /// Hỏi.
    Hook,
    /// Ngã.
    Tilde,
    /// Nặng.
    Dot,
}

impl Tone {
    const ALL: [Tone; 5] = [Tone::Grave, Tone::Acute, Tone::Hook, Tone::Tilde, Tone::Dot];

    /// Tone that a combining character writes, including the two deprecated tone marks.
    pub const fn of_mark(mark: char) -> Option<Tone> {
        Some(match mark {
            '\u{300}' | '\u{340}' => Tone::Grave,
            '\u{301}' | '\u{341}' => Tone::Acute,
            '\u{309}' => Tone::Hook,
            '\u{303}' => Tone::Tilde,
            '\u{323}' => Tone::Dot,
            _ => return None,
        })
    }

    /// Combining character that writes the tone.
    pub const fn mark(self) -> char {
        match self {
            Tone::Grave => '\u{300}',
            Tone::Acute => '\u{301}',
            Tone::Hook => '\u{309}',
            Tone::Tilde => '\u{303}',
            Tone::Dot => '\u{323}',
        }
    }
}

/// First and last code point of the two ranges of Unicode that hold the vowels with marks.
const LATIN: (u32, u32) = (0xE0, 0x1B0);
const ADDITIONAL: (u32, u32) = (0x1EA0, 0x1EF9);
const LATIN_LEN: usize = (LATIN.1 - LATIN.0 + 1) as usize;
const ADDITIONAL_LEN: usize = (ADDITIONAL.1 - ADDITIONAL.0 + 1) as usize;

/// For each code point of the two ranges: 1 + its position in [`VOWELS`], or 0.
static VOWEL_POSITIONS: ([u8; LATIN_LEN], [u8; ADDITIONAL_LEN]) = vowel_positions();

#[allow(clippy::indexing_slicing, reason = "evaluated while compiling: a wrong index is a build error")]
const fn vowel_positions() -> ([u8; LATIN_LEN], [u8; ADDITIONAL_LEN]) {
    let (mut latin, mut additional) = ([0; LATIN_LEN], [0; ADDITIONAL_LEN]);
    let mut position: u8 = 0;
    while position < 72 {
        let code = VOWELS[(position / 6) as usize][(position % 6) as usize] as u32;
        if code >= ADDITIONAL.0 {
            additional[(code - ADDITIONAL.0) as usize] = position + 1;
        } else if code >= LATIN.0 {
            latin[(code - LATIN.0) as usize] = position + 1;
        }
        position += 1;
    }
    (latin, additional)
}

/// Row and column of a lower-case vowel in [`VOWELS`].
fn vowel_position(letter: char) -> Option<(usize, usize)> {
    let code = letter as u32;
    if code < LATIN.0 {
        let row = match letter {
            'a' => 0,
            'e' => 3,
            'i' => 5,
            'o' => 6,
            'u' => 9,
            'y' => 11,
            _ => return None,
        };
        return Some((row, 0));
    }
    let entry = match code.checked_sub(ADDITIONAL.0) {
        Some(offset) => VOWEL_POSITIONS.1.get(offset as usize),
        None => VOWEL_POSITIONS.0.get((code - LATIN.0) as usize),
    };
    let position = usize::from(entry.copied()?.checked_sub(1)?);
    Some((position / 6, position % 6))
}

/// Returns whether a lower-case letter is a Vietnamese vowel, with or without marks.
pub fn is_vowel(letter: char) -> bool {
    vowel_position(letter).is_some()
}

/// Splits a lower-case letter into the letter without tone and the tone: 'ệ' is ('ê', nặng), 'x' is ('x', none).
pub fn split_tone(letter: char) -> (char, Option<Tone>) {
    let Some((row, column)) = vowel_position(letter) else { return (letter, None) };
    let shape = VOWELS.get(row).map_or(letter, |tones| tones[0]);
    (shape, column.checked_sub(1).and_then(|tone| Tone::ALL.get(tone)).copied())
}

/// Adds a tone to a lower-case letter without tone. A letter that takes no tone is returned unchanged.
pub fn with_tone(letter: char, tone: Option<Tone>) -> char {
    let column = tone.map_or(0, |tone| tone as usize + 1);
    vowel_position(letter).and_then(|(row, _)| VOWELS.get(row)?.get(column)).copied().unwrap_or(letter)
}

/// Adds a shape mark (circumflex, breve or horn) to a lower-case letter without tone. `None` where Vietnamese has no
/// such letter.
pub const fn with_shape(letter: char, mark: char) -> Option<char> {
    Some(match (letter, mark) {
        ('a', '\u{306}') => 'ă',
        ('a', '\u{302}') => 'â',
        ('e', '\u{302}') => 'ê',
        ('o', '\u{302}') => 'ô',
        ('o', '\u{31B}') => 'ơ',
        ('u', '\u{31B}') => 'ư',
        _ => return None,
    })
}

/// Splits a lower-case letter without tone into base letter and shape mark: 'ơ' is ('o', horn).
pub const fn split_shape(letter: char) -> (char, Option<char>) {
    match letter {
        'ă' => ('a', Some('\u{306}')),
        'â' => ('a', Some('\u{302}')),
        'ê' => ('e', Some('\u{302}')),
        'ô' => ('o', Some('\u{302}')),
        'ơ' => ('o', Some('\u{31B}')),
        'ư' => ('u', Some('\u{31B}')),
        _ => (letter, None),
    }
}

/// Returns whether a character is a letter or digit. Fast for those of Vietnamese.
pub fn is_alphanumeric(c: char) -> bool {
    match c {
        '\0'..='\x7F' => c.is_ascii_alphanumeric(),
        '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => c != '×' && c != '÷',
        _ => c.is_alphanumeric(),
    }
}

/// Returns whether a character is a combining mark of Latin letters.
pub const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// Returns whether a character has no width and no meaning for search: zero-width spaces and joiners, soft hyphen.
pub const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// Converts a lower-case letter to its Vietnamese form: look-alikes of đ become đ, marks of other languages are
/// removed.
pub fn vietnamese(letter: char) -> char {
    match letter {
        'ð' | 'ɖ' => 'đ',
        _ if letter.is_ascii() => letter,
        _ => FOREIGN.iter().find(|(marked, _)| *marked == letter).map_or(letter, |(_, plain)| *plain),
    }
}

/// Removes every mark of a lower-case Vietnamese letter: ASCII for every letter of the table and for đ.
pub fn plain(letter: char) -> char {
    match letter {
        'đ' => 'd',
        _ if letter.is_ascii() => letter,
        _ => split_shape(split_tone(letter).0).0,
    }
}
