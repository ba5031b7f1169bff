//! Token of a run of `thidua serve`, without which nothing is saved.

use std::fmt;

use crate::CliError;

/// 128 random bits as hexadecimal digits.
pub struct Token(String);

impl Token {
    /// Draws a token.
    ///
    /// # Errors
    /// [`CliError::Server`] if the system has no random bytes.
    pub fn random() -> Result<Token, CliError> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).map_err(|reason| CliError::Server(reason.to_string()))?;
        Ok(Token(bytes.iter().map(|byte| format!("{byte:02x}")).collect()))
    }

    /// Returns whether `given` is this token. The time that this takes does not depend on where they differ.
    pub fn is(&self, given: &str) -> bool {
        let differences = self.0.bytes().zip(given.bytes()).fold(0, |sum, (a, b)| sum | (a ^ b));
        self.0.len() == given.len() && differences == 0
    }

    /// Returns the token as it stands in an address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Without the token: it is in no log.
impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_whole_token_fits() {
        let (token, other) = (Token::random().unwrap(), Token::random().unwrap());
        let text = token.as_str().to_owned();
        assert!(token.is(&text) && text.len() == 32);
        for wrong in [other.as_str(), "", text.get(1..).unwrap(), &format!("{text}0")] {
            assert!(!token.is(wrong), "{wrong}");
        }
    }
}
