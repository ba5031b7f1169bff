//! A site and a document carry the app of which they are made, whole, and are made of it again.

use thidua_publish::Output;
use thidua_sample::fixture;
use thidua_sample::{Recipe, sample};
use thidua_site::{AppBundle, BundleManifest, bundle_of_single_file};

use super::{Files, app, built, made_file, package};

/// App that a published site carries.
fn app_of(site: &Files) -> AppBundle {
    let is_manifest = |path: &&String| path.starts_with("bundle-") && path.ends_with(".json");
    let manifests: Vec<&String> = site.keys().filter(is_manifest).collect();
    let [manifest] = *manifests else { panic!("{manifests:?}") };
    let manifest = BundleManifest::parse(&site[manifest]).unwrap();
    let files = manifest.files.into_iter().map(|(name, entry)| {
        assert!(entry.fits(&site[&entry.path]) && !entry.fits(b"cut"), "{name}");
        (name, site[&entry.path].clone())
    });
    AppBundle::from_files(files.collect()).unwrap()
}

fn carried(app: &AppBundle) -> Vec<(&str, &[u8])> {
    app.carried().collect()
}

#[test]
fn site_is_made_again_of_the_app_that_it_carries() {
    let (app, package) = (app(), package(fixture::json_text().as_bytes(), None));
    let site = built(&app, &package);
    let again = app_of(&site);
    assert_eq!(carried(&again), carried(&app));
    assert!(built(&again, &package) == site);
}

#[test]
fn no_file_of_the_app_is_published_twice() {
    let site = built(&app(), &package(fixture::json_text().as_bytes(), None));
    for (path, bytes) in site.iter().filter(|(path, _)| path.starts_with("app/")) {
        assert!(site.iter().all(|(other, same)| other == path || same != bytes), "{path}");
    }
}

#[test]
fn three_generations_of_the_one_file_are_the_same_document() {
    let package = package(fixture::json_text().as_bytes(), None);
    let first = made_file(&app(), package.clone(), Output::OneFile);
    let mut document = first.clone();
    for generation in 2..=3 {
        let app = bundle_of_single_file(std::str::from_utf8(&document).unwrap()).unwrap();
        document = made_file(&app, package.clone(), Output::OneFile);
        assert!(document == first, "generation {generation}");
    }
    // The same app makes a whole site, too.
    let app_of_file = bundle_of_single_file(std::str::from_utf8(&first).unwrap()).unwrap();
    assert!(built(&app_of_file, &package) == built(&app(), &package));
}

#[test]
fn one_file_grows_by_facts_alone() {
    let corpus = |articles| sample(&Recipe { articles, seed: 16, bodies: false }, &[]).corpus;
    let document = |corpus: &[u8], app: &AppBundle| {
        String::from_utf8(made_file(app, package(corpus, None), Output::OneFile)).unwrap()
    };
    let few = serde_json::to_vec(&corpus(5)).unwrap();
    let more = serde_json::to_vec(&corpus(6)).unwrap();
    let first = document(&few, &app());
    let second = document(&more, &bundle_of_single_file(&first).unwrap());
    assert_eq!(
        carried(&bundle_of_single_file(&first).unwrap()),
        carried(&bundle_of_single_file(&second).unwrap())
    );
    // Everything else is in the corpus element and in the home page.
    let rest = |document: &str| {
        let start = document.find("data-file=").unwrap();
        document[start..].to_owned()
    };
    assert!(rest(&first) == rest(&second));
}

#[test]
fn damaged_document_is_named() {
    let package = package(fixture::json_text().as_bytes(), None);
    let document = String::from_utf8(made_file(&app(), package, Output::OneFile)).unwrap();
    let damaged = document.replace("data-file=\"main-1.css\">", "data-file=\"main-1.css\">?");
    assert_ne!(damaged, document);
    let error = bundle_of_single_file(&damaged).unwrap_err().to_string();
    assert!(error.contains("main-1.css"), "{error}");
}
