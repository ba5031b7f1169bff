//! Opens an address in the browser of this system.

use std::process::{Command, Stdio};

/// Opens `url`; returns whether a program was started for it. Elsewhere than on Windows, the variable `BROWSER` names another.
pub fn open_in_browser(url: &str) -> bool {
    let chosen = std::env::var("BROWSER").ok().filter(|name| !name.is_empty() && !cfg!(windows));
    let mut command = match chosen {
        Some(program) => Command::new(program),
        None if cfg!(windows) => {
            let mut command = Command::new("rundll32");
            command.arg("url.dll,FileProtocolHandler");
            command
        }
        None if cfg!(target_vendor = "apple") => Command::new("open"),
        None => Command::new("xdg-open"),
    };
    command.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let Ok(mut started) = command.spawn() else { return false };
    // Waits for it elsewhere, so that no finished process is left over.
    std::thread::spawn(move || started.wait());
    true
}
