//! Estimated text widths, and lines broken between Vietnamese syllables.
//!
//! SVG does not wrap text and natively nothing can measure it. The widths here are those of the widest of the usual
//! system fonts (DejaVu), rounded up, so that a line fits in every font that a reader is likely to have.

/// Returns the estimated width in pixels of `text` set at `size` pixels; never too small for the usual fonts.
pub fn estimated_width(text: &str, size: f64) -> f64 {
    text.chars().map(char_width).sum::<f64>() * size
}

/// Breaks `text` between words into lines at most `width` pixels wide at `size` pixels. A word wider than a line is broken
/// inside. White space is folded; an empty text has no lines.
///
/// ```
/// let lines = thidua_chart::wrap("lao động giỏi, lao động sáng tạo", 13.0, 120.0);
/// assert_eq!(lines, ["lao động giỏi, lao", "động sáng tạo"]);
/// ```
pub fn wrap(text: &str, size: f64, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let (mut line, mut taken) = (String::new(), 0.0);
    for word in text.split_whitespace() {
        let gap = if line.is_empty() { 0.0 } else { char_width(' ') * size };
        let wide = estimated_width(word, size);
        if taken + gap + wide <= width {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
            taken += gap + wide;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        taken = 0.0;
        for c in word.chars() {
            let wide = char_width(c) * size;
            if taken + wide > width && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
                taken = 0.0;
            }
            line.push(c);
            taken += wide;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// Like [`wrap`], with at most `most` lines: a text that goes on ends in a visible "…".
pub(super) fn wrap_at_most(text: &str, size: f64, width: f64, most: usize) -> Vec<String> {
    let mut lines = wrap(text, size, width);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && estimated_width(&format!("{last}…"), size) > width {
                last.pop();
            }
            last.truncate(last.trim_end().len());
            last.push('…');
        }
    }
    lines
}

/// Width of a character in units of the font size.
fn char_width(c: char) -> f64 {
    match c {
        '\u{300}'..='\u{36f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{fe00}'..='\u{fe0f}' => 0.0,
        ' ' | '\u{a0}' => 0.32,
        '0'..='9' => 0.64,
        'i' | 'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' | 'j' | 'l' => 0.33,
        '.' | ',' | ':' | ';' | '\'' | '!' | '|' | '·' | '‘' | '’' => 0.36,
        'f' | 't' | '/' | '(' | ')' | '[' | ']' | 'I' | 'Ì' | 'Í' | 'Ỉ' | 'Ĩ' | 'Ị' | '-' => 0.42,
        'r' | '"' | '“' | '”' | '–' => 0.53,
        'c' | 's' | 'z' => 0.57,
        'k' | 'v' | 'x' | 'y' | 'ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ' => 0.61,
        'm' | 'w' | '%' | '…' | '—' | 'M' | 'W' | '@' => 1.03,
        '<' | '>' | '=' | '+' | '−' | '≥' | '≤' | '≈' | '≲' | '&' => 0.9,
        'ư' | 'ừ' | 'ứ' | 'ử' | 'ữ' | 'ự' | 'ơ' | 'ờ' | 'ớ' | 'ở' | 'ỡ' | 'ợ' => 0.72,
        'B' | 'C' | 'E' | 'F' | 'J' | 'L' | 'P' | 'S' | 'T' | 'X' | 'Y' | 'Z' => 0.78,
        '\u{1f000}'.. => 1.4,
        _ if c.is_lowercase() => 0.65,
        _ if c.is_uppercase() => 0.89,
        '\u{2e80}'.. => 1.1,
        _ => 0.8,
    }
}
