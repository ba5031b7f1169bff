//! `thidua chart`

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use thidua_pages::download::page_file;
use thidua_pages::href;
use thidua_pages::selection;

use super::validate::{DEFAULT_CORPUS, catalogue};
use super::{CliError, Outcome, report};
use thidua_chart::{Size, why_no_chart};
use thidua_core::corpus::Catalogue;
use thidua_core::domain::Lang;
use thidua_pages::download::DownloadFormat;
use thidua_pages::route::{BasePath, Page};
use thidua_pages::site_model::{SiteData, VerifiedArticles};
use thidua_pages::url_state::PageView;

/// The arguments of `thidua chart`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The corpus: a document, or a folder of documents merged by id
    #[arg(long, value_name = "FILE|DIR", default_value = DEFAULT_CORPUS)]
    corpus: PathBuf,
    #[command(flatten)]
    what: What,
    /// The language of the charts
    #[arg(long, value_enum, default_value_t)]
    lang: Language,
    /// Where the site lives, for the links inside, e.g. https://example.org/thi-dua/
    #[arg(long, value_name = "URL", default_value = "/")]
    site: String,
    /// Also write the bare drawings, as a page shows them to narrow and to wide screens
    #[arg(long)]
    drawings: bool,
    /// The folder to write to; made if it is not there
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// The values of `--lang`.
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

/// Whose charts.
#[derive(Debug, clap::Args)]
#[group(multiple = false)]
struct What {
    /// The charts of a campaign
    #[arg(long, value_name = "ID")]
    campaign: Option<String>,
    /// The charts of an organisation
    #[arg(long, value_name = "ID")]
    organisation: Option<String>,
    /// The charts of an article
    #[arg(long, value_name = "ID")]
    article: Option<String>,
    /// The charts of a choice of figures, as in the address of the figure explorer: `don-vi=ldld-ha-dong&nam=2022`;
    /// this is what is written if nothing is chosen
    #[arg(long, value_name = "QUERY")]
    figures: Option<String>,
    /// Rounds and articles in time
    #[arg(long)]
    timeline: bool,
}

/// Runs the command: one SVG file a chart, as the site offers it for download.
pub fn run(args: &Args) -> Result<Outcome, CliError> {
    let Some(catalogue) = catalogue(&args.corpus)? else { return Ok(Outcome::Problems) };
    let (page, query) = place(&args.what, &catalogue)?;
    let (origin, base) = origin_and_base(&args.site);
    let attested = VerifiedArticles::Only(BTreeSet::new());
    let site = SiteData::new(catalogue, attested, BasePath::new(base), origin.to_owned());
    let lang = args.lang.lang();
    let (ctx, place) = (site.page_context(lang), PageView { page: &page, query: &query });
    let charts = selection::charts_of_view(&ctx, place);
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
        let figures = selection::figures_of_view(&ctx, place).len();
        let none = if figures == 0 { "there are no figures" } else { why_no_chart(figures, Lang::En) };
        lines.push_str(&format!("no chart: {none}\n"));
    }
    report::print(&lines)?;
    Ok(Outcome::Fine)
}

/// The page whose charts are asked for, and the explorer's query.
fn place(what: &What, catalogue: &Catalogue) -> Result<(Page, String), CliError> {
    let known =
        |id: &str, is_known: bool| if is_known { Ok(()) } else { Err(CliError::NotInCorpus(id.into())) };
    let page = match what {
        What { campaign: Some(id), .. } => {
            known(id, catalogue.campaign(id).is_some())?;
            Page::Campaign(id.as_str().into())
        }
        What { organisation: Some(id), .. } => {
            known(id, catalogue.organisation(id).is_some())?;
            Page::Organisation(id.as_str().into())
        }
        What { article: Some(id), .. } => {
            known(id, catalogue.article(id).is_some())?;
            Page::Article(id.as_str().into())
        }
        What { timeline: true, .. } => Page::Timeline,
        _ => Page::Figures,
    };
    Ok((page, what.figures.clone().unwrap_or_default()))
}

/// `https://host/path/` as origin and path; a plain path has no origin.
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
    fn a_site_is_an_origin_and_a_path() {
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
