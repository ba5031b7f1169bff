//! Page template: the `index.html` of the browser build. Links in it that begin with `./` are relative to the site root; the
//! base path replaces the `./`.

use thidua_pages::route::BasePath;

use crate::SiteError;
use crate::scripts::template_program::without_start;

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
        let html = without_start(&html);
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
