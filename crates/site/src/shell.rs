//! The shell: the `index.html` of the browser build, into which pages are spliced. Its links that begin with `./` are
//! of the site's root: the base path takes the place of the `./`.

use super::SiteError;
use thidua_pages::route::BasePath;

const MOUNT: &str = "<div id=\"app\"></div>";

/// The shell, cut where title, head and page go.
#[derive(Debug)]
pub struct Shell {
    before_title: String,
    after_title: String,
    after_head: String,
    after_mount: String,
}

/// What goes into the shell to make a page.
#[derive(Debug)]
pub struct Filling<'a> {
    /// Language tag for `<html lang>`.
    pub lang: &'a str,
    /// Markup for the head, title included.
    pub head: &'a str,
    /// Attributes of the mount point, each with a space before it.
    pub mount_attributes: &'a str,
    /// Markup of the page.
    pub body: &'a str,
}

impl Shell {
    /// Cuts `html`, the shell of the app, for a site at `base`.
    ///
    /// # Errors
    /// Where a part is missing that pages are spliced into.
    pub fn parse(html: &str, base: &BasePath) -> Result<Shell, SiteError> {
        let html = html
            .replace("=\"./", &format!("=\"{}", base.as_str()))
            .replace("'./", &format!("'{}", base.as_str()));
        // A shell that starts no app is of no app.
        let html = started(&html).unwrap_or(html);
        let missing = |missing| SiteError::App(format!("no {missing} in its index.html"));
        let (before_title, rest) = html.split_once("<title>").ok_or_else(|| missing("<title>"))?;
        let (_, rest) = rest.split_once("</title>").ok_or_else(|| missing("</title>"))?;
        let (after_title, rest) = rest.split_once("</head>").ok_or_else(|| missing("</head>"))?;
        let (after_head, after_mount) =
            rest.split_once(MOUNT).ok_or_else(|| missing("empty <div id=\"app\">"))?;
        Ok(Shell {
            before_title: before_title.to_owned(),
            after_title: after_title.to_owned(),
            after_head: after_head.to_owned(),
            after_mount: after_mount.to_owned(),
        })
    }

    /// A whole page.
    pub fn fill(&self, filling: &Filling<'_>) -> String {
        let Filling { lang, head, mount_attributes, body } = filling;
        let before_title = self.before_title.replacen("lang=\"vi\"", &format!("lang=\"{lang}\""), 1);
        format!(
            "{before_title}{head}{}</head>{}<div id=\"app\"{mount_attributes}>{body}</div>{}",
            self.after_title, self.after_head, self.after_mount
        )
    }
}

/// The shell with another script in place of the one by which Trunk starts the app: the starter script hears how that goes.
fn started(html: &str) -> Option<String> {
    let (before, rest) = html.split_once("<script type=\"module\">")?;
    let (script, after) = rest.split_once("</script>")?;
    let quoted = |behind: &str| script.split_once(behind)?.1.split('\'').nth(1);
    let (program, wasm) = (quoted("import")?, quoted("module_or_path")?);
    Some(format!(
        "{before}<script type=\"module\">import init from \"{program}\";thidua.start(init({{module_or_path:\"{wasm}\"}}))</script>{after}"
    ))
}

/// The script of the app in a shell, by its address.
pub fn app_script(html: &str) -> Option<&str> {
    html.split_once("import init from ")?.1.split(['\'', '"']).nth(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_app_is_started_by_a_script_that_is_heard() {
        let trunk = "<p></p><script type=\"module\">\nimport init from './a-1.js';\nconst wasm = await init({ module_or_path: \
                     './a-1_bg.wasm' });\ndispatchEvent(new CustomEvent(\"x\", {detail: {wasm}}));\n</script><i>";
        let html = started(trunk).unwrap();
        let script = "import init from \"./a-1.js\";thidua.start(init({module_or_path:\"./a-1_bg.wasm\"}))";
        assert_eq!(html, format!("<p></p><script type=\"module\">{script}</script><i>"));
        assert_eq!(app_script(&html), Some("./a-1.js"));
        assert_eq!(app_script(trunk), Some("./a-1.js"));
    }
}
