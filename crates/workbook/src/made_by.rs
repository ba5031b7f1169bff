//! System that a ZIP archive says it was made on: one for all, so that every system writes the same bytes.

/// Start of an entry of the central directory.
const ENTRY: [u8; 4] = *b"PK\x01\x02";
/// Start of the end of the central directory.
const END: [u8; 4] = *b"PK\x05\x06";
/// Number of Unix as a system, in the upper byte of "version made by" (APPNOTE.TXT 4.4.2).
const UNIX: u8 = 3;

/// Names Unix as the system of every entry. The library that writes workbooks names the system on which it runs. An archive of
/// another form is left as it is.
pub fn name_unix(archive: &mut [u8]) {
    let Some(end) = archive.windows(4).rposition(|window| window == END) else { return };
    let number = |archive: &[u8], at: usize, length: usize| -> Option<usize> {
        let bytes = archive.get(at..at.checked_add(length)?)?;
        Some(bytes.iter().rev().fold(0, |sum, byte| (sum << 8) | usize::from(*byte)))
    };
    let (Some(count), Some(mut at)) = (number(archive, end + 10, 2), number(archive, end + 16, 4)) else {
        return;
    };
    for _ in 0..count {
        if archive.get(at..at + 4) != Some(&ENTRY[..]) {
            return;
        }
        let lengths = [28, 30, 32].map(|field| number(archive, at + field, 2).unwrap_or(0));
        if let Some(system) = archive.get_mut(at + 5) {
            *system = UNIX;
        }
        at += 46 + lengths.iter().sum::<usize>();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_of_an_archive_names_unix_and_nothing_else_changes() {
        let mut workbook = rust_xlsxwriter::Workbook::new();
        workbook.add_worksheet();
        let written = workbook.save_to_buffer().unwrap();
        let mut of_windows = written.clone();
        let mut entries = 0;
        for at in 0..of_windows.len() {
            if of_windows.get(at..at + 4) == Some(&ENTRY[..]) {
                of_windows[at + 5] = 0;
                entries += 1;
            }
        }
        assert!(entries > 5);
        let mut of_linux = written;
        name_unix(&mut of_windows);
        name_unix(&mut of_linux);
        assert_eq!(of_windows, of_linux);
        assert_eq!(of_linux.windows(6).filter(|w| w.starts_with(&ENTRY) && w[5] == UNIX).count(), entries);
    }

    #[test]
    fn what_is_no_archive_is_left_alone() {
        for bytes in [
            &b""[..],
            b"PK",
            b"PK\x05\x06",
            b"PK\x05\x06\0\0\0\0\x01\0\x01\0\xff\xff\xff\xff\xff\xff\xff\xff",
        ] {
            let mut changed = bytes.to_vec();
            name_unix(&mut changed);
            assert_eq!(changed, bytes);
        }
    }
}
