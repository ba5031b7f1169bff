//! The engine itself.

use super::{Answer, Ask, Chooser, ExplorerView, Facet, FacetRow, HomeView, Offer, Settings, View};
use crate::corpus::{self, Catalogue, Severity};
use crate::filters::{self, FacetOption, facet_options};
use crate::i18n::notes::note;
use crate::i18n::sentences;
use crate::page_meta::PageMeta;
use crate::pages::{self, Attested, Ctx, SiteData};
use crate::route::{Base, Page, Route};
use crate::search::{Request, search};

/// The facts of a site, ready to be asked for.
#[derive(Debug)]
pub struct Engine {
    site: SiteData,
    /// Every value of every facet: the rows of the home page.
    universe: Vec<FacetOption>,
}

impl Engine {
    /// Takes the data of a site.
    pub fn new(site: SiteData) -> Engine {
        let universe = facet_options(&search(&site.index, &Request::default()).facets);
        Engine { site, universe }
    }

    /// Reads a corpus and checks that it hangs together.
    ///
    /// # Errors
    /// In words, naming `corpus.json`, the place in it and the reason.
    pub fn load(corpus: &[u8], settings: &Settings) -> Result<Engine, String> {
        let corpus = corpus::load(corpus).map_err(|e| format!("corpus.json: {e}"))?;
        let problems = corpus::validate_links(&corpus);
        let mut errors = problems.iter().filter(|p| p.severity == Severity::Error);
        if let Some(first) = errors.next() {
            return Err(format!("corpus.json: {first} (+{})", errors.count()));
        }
        let Settings { base, origin, is_addressed, attested, .. } = settings;
        let catalogue = Catalogue::new(corpus);
        let data = SiteData::new(catalogue, Attested::parse(attested), Base::new(base), origin.clone());
        Ok(Engine::new(SiteData { is_addressed: *is_addressed, ..data }))
    }

    /// The data behind the answers.
    pub fn site(&self) -> &SiteData {
        &self.site
    }

    /// What stands at an address. Any address has an answer: where there is no such page, it says so.
    pub fn answer(&self, ask: &Ask) -> Answer {
        let route = Route::parse(&ask.path).resolve(&self.site.catalogue);
        let ctx = self.site.ctx(route.lang);
        let PageMeta { title, description, .. } = PageMeta::of(&route, &self.site.catalogue);
        let view = match (&route.page, ctx.page(&route.page)) {
            (Page::Embed, _) if !ask.query.is_empty() => View::Told(ctx.embed_view(&ask.query).into_string()),
            (_, Some(markup)) => View::Told(markup.into_string()),
            (Page::Figures, None) => View::Explorer(explorer(ctx, &ask.query)),
            (_, None) => View::Home(self.home(ctx, ask)),
        };
        Answer { path: route.path(), title, description, view }
    }

    fn home(&self, ctx: Ctx<'_>, ask: &Ask) -> HomeView {
        let request = filters::request(&ask.query);
        let results = search(&self.site.index, &request);
        let notes: Vec<String> = results.notes.iter().map(|n| note(n, ctx.lang)).collect();
        HomeView {
            key_numbers: ctx.key_numbers().into_string(),
            facets: self.facets(ctx, &facet_options(&results.facets)),
            chosen: request.selection.len(),
            count: sentences::found(results.hits.len(), ctx.catalogue().articles().len(), ctx.lang),
            notes: notes.join(" "),
            cards: ctx.cards(&results, ask.most).into_string(),
            has_more: results.hits.len() > ask.most,
            is_plain: request == Request::default(),
        }
    }

    /// The rows of all facets, with their state among the results.
    fn facets(&self, ctx: Ctx<'_>, now: &[FacetOption]) -> Vec<Facet> {
        let row = |known: &FacetOption| {
            let found = now.iter().find(|o| o.parameter == known.parameter && o.value == known.value);
            FacetRow {
                value: known.value.clone(),
                name: ctx.facet_value_name(known),
                count: found.map_or(0, |o| o.count),
                selected: found.is_some_and(|o| o.selected),
            }
        };
        let groups = self.universe.chunk_by(|a, b| a.parameter == b.parameter);
        groups
            .filter_map(|options| {
                let parameter = options.first()?.parameter;
                Some(Facet {
                    name: ctx.facet_name(parameter).to_owned(),
                    parameter: parameter.to_owned(),
                    rows: options.iter().map(row).collect(),
                })
            })
            .collect()
    }
}

fn explorer(ctx: Ctx<'_>, query: &str) -> ExplorerView {
    let choosers = ctx.choosers(&ctx.figure_filter(query)).into_iter().map(|chooser| Chooser {
        parameter: chooser.property.parameter().to_owned(),
        label: chooser.label.to_owned(),
        offers: chooser
            .options
            .into_iter()
            .map(|pages::Offer { value, name, chosen }| Offer { value, name, chosen })
            .collect(),
    });
    ExplorerView {
        head: ctx.explorer_head().into_string(),
        choosers: choosers.collect(),
        shown: ctx.explorer_view(query).into_string(),
    }
}
