//! Upper and lower case of Latin letters with their marks.
//!
//! Other scripts are left unchanged. Unicode's full tables would be larger than all other code of this module, and no
//! article writes words in other scripts.

/// Lower-case form of a letter. Other characters are returned unchanged.
pub const fn lower(c: char) -> char {
    let code = c as u32;
    let mapped = match code {
        0x41..=0x5A | 0xC0..=0xD6 | 0xD8..=0xDE => code + 0x20,
        0x178 => 0xFF,
        // The African Đ (U+0189), which is often typed for the Vietnamese one.
        0x189 => 0x256,
        0x100..=0x12F | 0x132..=0x137 | 0x14A..=0x177 | 0x1E00..=0x1E95 | 0x1EA0..=0x1EFF | 0x1A0 => code | 1,
        0x139..=0x148 | 0x179..=0x17E | 0x1AF => code + code % 2,
        _ => return c,
    };
    match char::from_u32(mapped) {
        Some(lower) => lower,
        None => c,
    }
}

/// Upper-case form of a letter. Other characters are returned unchanged.
pub const fn upper(c: char) -> char {
    let code = c as u32;
    let mapped = match code {
        0x61..=0x7A | 0xE0..=0xF6 | 0xF8..=0xFE => code - 0x20,
        0xFF => 0x178,
        0x256 => 0x189,
        0x131 | 0x138 | 0x149 | 0x17F | 0x1E96..=0x1E9F => return c,
        0x101..=0x12F | 0x133..=0x137 | 0x14B..=0x177 | 0x1E01..=0x1E95 | 0x1EA1..=0x1EFF | 0x1A1 => {
            code & !1
        }
        0x13A..=0x148 | 0x17A..=0x17E | 0x1B0 if code.is_multiple_of(2) => code - 1,
        _ => return c,
    };
    match char::from_u32(mapped) {
        Some(upper) => upper,
        None => c,
    }
}

/// Returns `text` in lower case.
///
/// ```
/// assert_eq!(thidua_core::text::lowercase("Đợt THI ĐUA"), "đợt thi đua");
/// ```
pub fn lowercase(text: &str) -> String {
    text.chars().map(lower).collect()
}

/// Returns `text` with its first letter in upper case.
///
/// ```
/// assert_eq!(thidua_core::text::capitalise("đợt 1"), "Đợt 1");
/// ```
pub fn capitalise(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(upper).into_iter().chain(chars).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters of the Unicode blocks that the module covers.
    fn letters() -> impl Iterator<Item = char> {
        let blocks = [0x00..=0x17F, 0x189..=0x189, 0x1A0..=0x1B0, 0x256..=0x256, 0x1E00..=0x1EFF];
        blocks.into_iter().flatten().filter_map(char::from_u32)
    }

    #[test]
    fn lower_case_agrees_with_unicode_for_single_letters() {
        for c in letters().filter(|c| !matches!(*c as u32, 0x130 | 0x1A2..=0x1AE | 0x1E9E)) {
            assert!(c.to_lowercase().eq([lower(c)]), "{c}");
        }
    }

    #[test]
    fn upper_case_agrees_with_unicode_for_single_letters() {
        let other = |c: &char| matches!(*c as u32, 0xB5 | 0xDF | 0x131 | 0x149 | 0x17F | 0x1A2..=0x1AE | 0x1E96..=0x1E9F);
        for c in letters().filter(|c| !other(c)) {
            assert!(c.to_uppercase().eq([upper(c)]), "{c}");
        }
    }
}
