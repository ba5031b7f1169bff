//! `thidua chart`

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use thidua_chart::{Size, why_no_chart};
use thidua_core::corpus::Catalogue;
use thidua_core::domain::Lang;
use thidua_pages::download::DownloadFormat;
use thidua_pages::download::page_file;
use thidua_pages::href;
use thidua_pages::route::{BasePath, Page};
use thidua_pages::site_model::{SiteData, VerifiedArticles};
use thidua_pages::url_state::PageView;
use thidua_pages::view_content;

use super::validate::{DEFAULT_CORPUS, catalogue};
use super::{CliError, ExitStatus, report};

/// Arguments of `thidua chart`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The corpus: a document, a folder of documents merged by id, or a package (.zip)
    #[arg(long, value_name = "FILE|DIR", default_value = DEFAULT_CORPUS)]
    corpus: PathBuf,
    #[command(flatten)]
    selection: ChartSelection,
    /// The language of the charts
    #[arg(long, value_enum, default_value_t)]
    lang: Language,
    /// The address of the site for the links in the charts, e.g. https://example.org/thi-dua/
    #[arg(long, value_name = "URL", default_value = "/")]
    site: String,
    /// Also write the bare drawings, as pages show them on narrow and wide screens
    #[arg(long)]
    drawings: bool,
    /// The output folder; created if it does not exist
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// Values of `--lang`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
enum Language {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl Language {
    const fn lang(self) -> Lang {
        match self {
            Language::Vi => Lang::Vi,
            Language::En => Lang::En,
        }
    }
}

/// Charts to draw.
#[derive(Debug, clap::Args)]
#[group(multiple = false)]
struct ChartSelection {
    /// The charts of a campaign
    #[arg(long, value_name = "ID")]
    campaign: Option<String>,
    /// The charts of an organisation
    #[arg(long, value_name = "ID")]
    organisation: Option<String>,
    /// The charts of an article
    #[arg(long, value_name = "ID")]
    article: Option<String>,
    /// The charts of a view of the figure explorer, as in its address: `don-vi=ldld-ha-dong&nam=2022`; the default is the
    /// view of all figures
    #[arg(long, value_name = "QUERY")]
    figures: Option<String>,
    /// The timeline of rounds and articles
    #[arg(long)]
    timeline: bool,
}

/// Runs the command: writes one SVG file per chart, as the site offers it for download.
pub fn run(args: &Args) -> Result<ExitStatus, CliError> {
    let Some(catalogue) = catalogue(&args.corpus)? else { return Ok(ExitStatus::DataErrors) };
    let (page, query) = selected_page(&args.selection, &catalogue)?;
    let (origin, base) = origin_and_base(&args.site);
    let verified_articles = VerifiedArticles::Only(BTreeSet::new());
    let site = SiteData::new(catalogue, verified_articles, BasePath::new(base), origin.to_owned());
    let lang = args.lang.lang();
    let (ctx, place) = (site.page_context(lang), PageView { page: &page, query: &query });
    let charts = view_content::charts_of_view(&ctx, place);
    fs::create_dir_all(&args.out).map_err(|e| CliError::Write(args.out.clone(), e))?;
    let mut lines = String::new();
    for chart in &charts {
        let Some(picture) = page_file::page_file(&ctx, place, Some(&chart.id), DownloadFormat::Svg) else {
            continue;
        };
        lines.push_str(&format!("{}: {}\n", write(&args.out, &picture.name, &picture.text)?, chart.heading));
        for size in [Size::Narrow, Size::Wide].into_iter().filter(|_| args.drawings) {
            let drawing = chart.svg_with_links(size, &|evidence| {
                href::outside_href(&ctx, &href::evidence_href(&ctx, evidence))
            });
            let name = format!("{}-{}.svg", picture.name.trim_end_matches(".svg"), size.slug());
            lines.push_str(&format!("{}\n", write(&args.out, &name, &drawing)?));
        }
    }
    if charts.is_empty() {
        let figures = view_content::figures_of_view(&ctx, place).len();
        let none = if figures == 0 { "there are no figures" } else { why_no_chart(figures, Lang::En) };
        lines.push_str(&format!("no chart: {none}\n"));
    }
    report::print(&lines)?;
    Ok(ExitStatus::Success)
}

/// Returns the page whose charts are drawn, and the query of the explorer.
fn selected_page(selection: &ChartSelection, catalogue: &Catalogue) -> Result<(Page, String), CliError> {
    let check = |id: &str, exists: bool| if exists { Ok(()) } else { Err(CliError::NotInCorpus(id.into())) };
    let page = match selection {
        ChartSelection { campaign: Some(id), .. } => {
            check(id, catalogue.campaign(id).is_some())?;
            Page::Campaign(id.as_str().into())
        }
        ChartSelection { organisation: Some(id), .. } => {
            check(id, catalogue.organisation(id).is_some())?;
            Page::Organisation(id.as_str().into())
        }
        ChartSelection { article: Some(id), .. } => {
            check(id, catalogue.article(id).is_some())?;
            Page::Article(id.as_str().into())
        }
        ChartSelection { timeline: true, .. } => Page::Timeline,
        _ => Page::Figures,
    };
    Ok((page, selection.figures.clone().unwrap_or_default()))
}

/// Splits `https://host/path/` into origin and path; a plain path has no origin.
fn origin_and_base(site: &str) -> (&str, &str) {
    let host = site.find("://").map_or(0, |i| i + 3);
    let path = site.get(host..).and_then(|rest| rest.find('/')).map_or(site.len(), |i| host + i);
    match host {
        0 => ("", site),
        _ => {
            site.split_at_checked(path).map_or((site, "/"), |(o, p)| (o, if p.is_empty() { "/" } else { p }))
        }
    }
}

fn write(folder: &Path, name: &str, text: &str) -> Result<String, CliError> {
    let file = folder.join(name);
    fs::write(&file, text).map_err(|e| CliError::Write(file.clone(), e))?;
    Ok(file.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::origin_and_base;

    #[test]
    fn site_url_is_split_into_origin_and_path() {
        for (site, parts) in [
            ("/", ("", "/")),
            ("/thi-dua/", ("", "/thi-dua/")),
            ("https://example.org", ("https://example.org", "/")),
            ("https://example.org/a/b/", ("https://example.org", "/a/b/")),
        ] {
            assert_eq!(origin_and_base(site), parts);
        }
    }
}
