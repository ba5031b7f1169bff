//! The marks of verified articles next to a corpus.

use std::path::{Path, PathBuf};

use thidua_core::corpus::{Attestation, AttestationError, LostMark, carry_marks};
use thidua_core::domain::Corpus;

use crate::CliError;
use crate::beside_corpus::attestation_path;
use crate::files::read_bytes;
use crate::write_file::is_foreign_to_attestations;

/// What becomes of the attestation.
#[derive(Debug)]
pub enum CarriedMarks {
    /// There is none.
    None,
    /// It cannot be used and stays as it is; every mark in it had been lost before.
    Unusable(PathBuf, AttestationError),
    /// It is written anew.
    Carried {
        /// Its file.
        path: PathBuf,
        /// Content as it was read.
        old: Vec<u8>,
        /// New content.
        new: Vec<u8>,
        /// Number of marks that fit.
        fitting: usize,
        /// Marks that had been lost before and stay lost.
        lost: Vec<LostMark>,
    },
}

impl CarriedMarks {
    /// Reads the attestation of a corpus and carries its marks over.
    ///
    /// # Errors
    /// If a named file cannot be read, or is no attestation.
    pub fn read(
        named: Option<&Path>,
        corpus: &Path,
        sha256: &str,
        before: &Corpus,
        after: &Corpus,
    ) -> Result<CarriedMarks, CliError> {
        let path = match named {
            Some(path) if is_foreign_to_attestations(path) => return Err(CliError::Foreign(path.to_owned())),
            Some(path) => path.to_owned(),
            None => attestation_path(corpus),
        };
        if named.is_none() && !path.is_file() {
            return Ok(CarriedMarks::None);
        }
        let old = read_bytes(&path)?;
        Ok(match Attestation::read(&old, before, sha256) {
            Err(error) => CarriedMarks::Unusable(path, error),
            Ok(attestation) => {
                let (carried, check) = carry_marks(&attestation, before, after);
                let (fitting, lost) = (check.verified.len(), check.lost);
                CarriedMarks::Carried { path, old, new: carried.to_json(), fitting, lost }
            }
        })
    }

    /// Returns the file to be written, with its old and new content; `None` where it stays as it is.
    pub fn file(&self) -> Option<(&Path, &[u8], &[u8])> {
        match self {
            CarriedMarks::Carried { path, old, new, .. } if old != new => Some((path, old, new)),
            _ => None,
        }
    }
}
