//! The figure explorer: choose, and charts and table follow. The address holds the choice.

use leptos::prelude::*;

use crate::corpus::FigureRef;
use crate::domain::{Level, Role};
use crate::filters::FigureFilter;
use crate::i18n::{sentences, terms};
use crate::text::format_period;
use crate::ui::browser;
use crate::ui::components::share_bar::CopyButton;
use crate::ui::context::{Ctx, Site, use_site};
use crate::ui::location::Location;

/// The page of all figures.
#[component]
pub fn Figures() -> impl IntoView {
    let site: Site = use_site();
    let w = site.ctx().w;
    let location = Location::current();
    let query = location.query();
    let filter = Memo::new(move |_| query.with(|q| FigureFilter::parse(q)));
    let choices = site.ctx().choices(location, filter);
    let shown = {
        let site = site.clone();
        move || {
            let ctx = site.ctx();
            let figures = filter.with(|f| f.apply(ctx.catalogue()));
            ctx.explored(&figures)
        }
    };
    let total = site.catalogue.figures().count();
    let link = {
        let site = site.clone();
        move |()| browser::here(&site.origin)
    };
    view! {
        <header class="head">
            <h1>{w.nav_figures}</h1>
            <p class="lede">{sentences::figures_lede(total, site.ctx().lang)}</p>
        </header>
        <form class="choices" aria-label=w.filters on:submit=|event| event.prevent_default()>{choices}</form>
        <div class="share-bar"><CopyButton text=link label=w.copy_view/></div>
        {shown}
    }
}

/// An option of a choice: its value in the address and its name.
type Choice = (String, String);

impl Ctx<'_> {
    /// One select a property, with the values that figures of the corpus have.
    fn choices(self, location: Location, filter: Memo<FigureFilter>) -> AnyView {
        let w = self.w;
        let lang = self.lang;
        let figures: Vec<_> = self.catalogue().figures().collect();
        let has = |test: &dyn Fn(FigureRef<'_>) -> bool| figures.iter().any(|f| test(*f));
        let organisations = self.catalogue().organisations().iter();
        let organisations: Vec<Choice> = organisations
            .filter(|o| has(&|f| *f.organisation() == o.id))
            .map(|o| (o.id.to_string(), self.organisation_name(o).to_owned()))
            .collect();
        let roles: Vec<Choice> = Role::ALL
            .into_iter()
            .filter(|role| has(&|f| f.figure.role == *role))
            .map(|role| (role.slug().to_owned(), sentences::capitalise(terms::role(role, lang))))
            .collect();
        let levels: Vec<Choice> = Level::ALL
            .into_iter()
            .filter(|level| has(&|f| f.figure.levels.contains(level)))
            .map(|level| (level.slug().to_owned(), sentences::capitalise(level.name(lang))))
            .collect();
        let units: Vec<Choice> = self
            .catalogue()
            .corpus()
            .units
            .iter()
            .filter(|u| has(&|f| f.figure.unit == u.id))
            .map(|u| (u.id.to_string(), self.unit_name(u).to_owned()))
            .collect();
        let campaigns: Vec<Choice> = self
            .catalogue()
            .campaigns()
            .iter()
            .filter(|c| has(&|f| f.campaigns().any(|id| *id == c.id)))
            .map(|c| (c.id.to_string(), format!("{} ({})", c.name, terms::kind(c.kind, lang))))
            .collect();
        let mut years: Vec<u16> =
            figures.iter().filter_map(|f| f.figure.when).flat_map(crate::domain::Edtf::years).collect();
        years.sort_unstable_by(|a, b| b.cmp(a));
        years.dedup();
        let years: Vec<Choice> = years.into_iter().map(|y| (y.to_string(), y.to_string())).collect();
        [
            ("don-vi", w.facet_organisation, organisations),
            ("vai-tro", w.facet_role, roles),
            ("cap", w.facet_level, levels),
            ("dem", w.facet_unit, units),
            ("phong-trao", w.facet_campaign, campaigns),
            ("nam", w.facet_year, years),
        ]
        .map(|(name, label, options)| self.choice(name, label, options, location, filter))
        .into_iter()
        .collect_view()
        .into_any()
    }

    fn choice(
        self,
        name: &'static str,
        label: &'static str,
        options: Vec<Choice>,
        location: Location,
        filter: Memo<FigureFilter>,
    ) -> AnyView {
        let any = (String::new(), self.w.all.to_owned());
        let options = std::iter::once(any).chain(options).map(|(value, text)| {
            let slug = value.clone();
            let chosen = move || filter.with(|f| f.value(name).unwrap_or_default() == slug);
            view! { <option value=value prop:selected=chosen>{text}</option> }
        });
        let choose = move |value: String| {
            let next = filter.get_untracked().with_value(name, &value);
            browser::push_query(location, &next.query());
        };
        view! {
            <label class="choices__one">
                <span>{label}</span>
                <select name=name on:change:target=move |event| choose(event.target().value())>
                    {options.collect_view()}
                </select>
            </label>
        }
        .into_any()
    }

    /// Count, charts and table of the figures that pass.
    fn explored(self, figures: &[FigureRef<'_>]) -> AnyView {
        let count = sentences::figures(figures.len(), self.lang);
        if figures.is_empty() {
            return view! {
                <p class="results__count" role="status">{count}</p>
                <p class="empty">{self.w.no_figures_help}</p>
            }
            .into_any();
        }
        view! {
            <p class="results__count" role="status">{count}</p>
            {self.charts_section(figures)}
            <section aria-labelledby="bang">
                <h2 id="bang">{self.w.figures_table}</h2>
                {self.figure_table(figures)}
            </section>
        }
        .into_any()
    }

    fn figure_table(self, figures: &[FigureRef<'_>]) -> AnyView {
        let w = self.w;
        let rows = figures.iter().map(|found| {
            let figure = found.figure;
            let when = figure
                .when
                .map(|when| format_period(when, self.lang))
                .or_else(|| figure.when_as_written.clone())
                .unwrap_or_else(|| w.not_stated.to_owned());
            view! {
                <tr>
                    <th scope="row" class="printed-cell">
                        <a lang="vi" href=self.figure_href(figure)>{figure.as_written.clone()}</a>
                    </th>
                    <td>{figure.label.get(self.lang).to_owned()}</td>
                    <td class="num">{self.value(figure)}</td>
                    <td>{terms::role(figure.role, self.lang)}</td>
                    <td>{when}</td>
                    <td>{self.organisation_link(found.organisation())}</td>
                </tr>
            }
        });
        view! {
            <div class="scroll" role="region" aria-labelledby="bang" tabindex="0">
                <table class="figures">
                    <thead>
                        <tr>
                            <th scope="col">{w.as_printed}</th>
                            <th scope="col">{w.what_is_counted}</th>
                            <th scope="col" class="num">{w.value}</th>
                            <th scope="col">{w.role}</th>
                            <th scope="col">{w.period}</th>
                            <th scope="col">{w.organisation}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        }
        .into_any()
    }
}
