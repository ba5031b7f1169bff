//! The program of the app as the template of the browser build names it.

/// Paths of the app's two files, relative to the root of the site.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AppProgram {
    /// Script, a module.
    pub script: String,
    /// WebAssembly.
    pub wasm: String,
}

impl AppProgram {
    /// Reads the paths from the script by which Trunk starts the app. `None` if the template starts none.
    pub fn of(template: &str) -> Option<AppProgram> {
        let (_, script, _) = split_start(template)?;
        let quoted = |before: &str| {
            let path = script.split_once(before)?.1.split('\'').nth(1)?;
            Some(path.trim_start_matches("./").to_owned())
        };
        Some(AppProgram { script: quoted("import")?, wasm: quoted("module_or_path")? })
    }
}

/// Returns a template without the script that starts the app and the links that load it early: the script of the page loads it,
/// after what the reader waits for.
pub fn without_start(template: &str) -> String {
    let Some((before, _, after)) = split_start(template) else { return template.to_owned() };
    let is_early = |tag: &str| {
        tag.starts_with("link ") && (tag.contains("rel=\"modulepreload\"") || tag.contains("as=\"fetch\""))
    };
    let mut parts = after.split('<');
    let mut html = format!("{before}{}", parts.next().unwrap_or_default());
    for part in parts {
        match part.split_once('>') {
            Some((tag, rest)) if is_early(tag) => html.push_str(rest),
            _ => html.extend(["<", part]),
        }
    }
    html
}

/// Splits a template at Trunk's script: before, code, after.
fn split_start(template: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = template.split_once("<script type=\"module\">")?;
    let (code, after) = rest.split_once("</script>")?;
    Some((before, code, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRUNK: &str = "<p></p><script type=\"module\">\nimport init from './a-1.js';\nconst wasm = await init({ module_or_path: \
                         './a-1_bg.wasm' });\ndispatchEvent(new CustomEvent(\"x\", {detail: {wasm}}));\n</script><i></i>\
                         <link rel=\"modulepreload\" href=\"./a-1.js\" crossorigin=\"anonymous\"><link rel=\"preload\" \
                         href=\"./a-1_bg.wasm\" as=\"fetch\" type=\"application/wasm\"></head><link rel=\"icon\" href=\"./i\">";

    #[test]
    fn app_is_found_in_the_template_and_not_loaded_by_it() {
        let program = AppProgram { script: "a-1.js".to_owned(), wasm: "a-1_bg.wasm".to_owned() };
        assert_eq!(AppProgram::of(TRUNK), Some(program));
        assert_eq!(without_start(TRUNK), "<p></p><i></i></head><link rel=\"icon\" href=\"./i\">");
    }

    #[test]
    fn template_without_an_app_stays_as_it_is() {
        let html = "<head><link rel=\"modulepreload\" href=\"./x.js\"></head>";
        assert_eq!(AppProgram::of(html), None);
        assert_eq!(without_start(html), html);
    }
}
