//! Page template: the `index.html` of the browser build. Links in it that begin with `./` are relative to the site root; the
//! base path replaces the `./`.

use thidua_pages::route::BasePath;

use crate::SiteError;

const MOUNT: &str = "<div id=\"app\"></div>";

/// Template, split where title, head and page are filled in.
#[derive(Debug)]
pub struct Template {
    before_title: String,
    after_title: String,
    after_head: String,
    after_mount: String,
}

/// Values of one page.
#[derive(Debug)]
pub struct TemplateValues<'a> {
    /// Value of `<html lang>`.
    pub lang: &'a str,
    /// Markup of the head, with the title.
    pub head: &'a str,
    /// Attributes of the mount point, each preceded by a space.
    pub mount_attributes: &'a str,
    /// Markup of the page.
    pub body: &'a str,
}

impl Template {
    /// Parses the template `html` for a site at `base`.
    ///
    /// # Errors
    /// [`SiteError::App`] if an element is missing that values are filled into.
    pub fn parse(html: &str, base: &BasePath) -> Result<Template, SiteError> {
        let html = html
            .replace("=\"./", &format!("=\"{}", base.as_str()))
            .replace("'./", &format!("'{}", base.as_str()));
        // Templates of tests start no app.
        let html = with_own_start(&html).unwrap_or(html);
        let missing = |missing| SiteError::App(format!("no {missing} in its index.html"));
        let (before_title, rest) = html.split_once("<title>").ok_or_else(|| missing("<title>"))?;
        let (_, rest) = rest.split_once("</title>").ok_or_else(|| missing("</title>"))?;
        let (after_title, rest) = rest.split_once("</head>").ok_or_else(|| missing("</head>"))?;
        let (after_head, after_mount) =
            rest.split_once(MOUNT).ok_or_else(|| missing("empty <div id=\"app\">"))?;
        Ok(Template {
            before_title: before_title.to_owned(),
            after_title: after_title.to_owned(),
            after_head: after_head.to_owned(),
            after_mount: after_mount.to_owned(),
        })
    }

    /// Returns a whole page.
    pub fn fill(&self, values: &TemplateValues<'_>) -> String {
        let TemplateValues { lang, head, mount_attributes, body } = values;
        let before_title = self.before_title.replacen("lang=\"vi\"", &format!("lang=\"{lang}\""), 1);
        format!(
            "{before_title}{head}{}</head>{}<div id=\"app\"{mount_attributes}>{body}</div>{}",
            self.after_title, self.after_head, self.after_mount
        )
    }
}

/// Replaces the script by which Trunk starts the app by one that reports success or failure to the bootstrap script. `None`
/// if there is no such script.
fn with_own_start(html: &str) -> Option<String> {
    let (before, rest) = html.split_once("<script type=\"module\">")?;
    let (script, after) = rest.split_once("</script>")?;
    let quoted = |behind: &str| script.split_once(behind)?.1.split('\'').nth(1);
    let (program, wasm) = (quoted("import")?, quoted("module_or_path")?);
    Some(format!(
        "{before}<script type=\"module\">import init from \"{program}\";thidua.start(init({{module_or_path:\"{wasm}\"}}))</script>{after}"
    ))
}

/// Returns the address of the script of the app in a template. `None` if it starts no app.
pub fn app_script(html: &str) -> Option<&str> {
    html.split_once("import init from ")?.1.split(['\'', '"']).nth(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn start_script_of_the_app_reports_to_the_bootstrap_script() {
        let trunk = "<p></p><script type=\"module\">\nimport init from './a-1.js';\nconst wasm = await init({ module_or_path: \
                     './a-1_bg.wasm' });\ndispatchEvent(new CustomEvent(\"x\", {detail: {wasm}}));\n</script><i>";
        let html = with_own_start(trunk).unwrap();
        let script = "import init from \"./a-1.js\";thidua.start(init({module_or_path:\"./a-1_bg.wasm\"}))";
        assert_eq!(html, format!("<p></p><script type=\"module\">{script}</script><i>"));
        assert_eq!(app_script(&html), Some("./a-1.js"));
        assert_eq!(app_script(trunk), Some("./a-1.js"));
    }
}
