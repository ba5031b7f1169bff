//! `datapackage.json`: the tables described in the words of the Data Package standard, version 2.

use serde_json::{Map, Value, json};

use super::column::{Field, Kind, Table, categories};
use crate::SiteError;
use crate::place::Place;
use thidua_core::domain::Lang;
use thidua_pages::html::download_list::ARCHIVE;
use thidua_pages::page_meta::PageMeta;
use thidua_pages::route::{Page, Route};

const PROFILES: &str = "https://datapackage.org/profiles/2.0";

/// The description of `tables`, as JSON.
///
/// # Errors
/// Where it cannot be written.
pub fn describe(tables: &[Table], place: Place<'_>) -> Result<String, SiteError> {
    let title = &place.catalogue.corpus().title;
    let home = Route { lang: Lang::En, page: Page::Home };
    let mut package = json!({
        "$schema": format!("{PROFILES}/datapackage.json"),
        "name": "thi-dua",
        "title": format!("{} ({})", title.vi, title.en),
        "description": PageMeta::of(&home, place.catalogue).description,
        "resources": tables.iter().map(|table| resource(table, place)).collect::<Vec<_>>(),
    });
    let licence = place.catalogue.corpus().licence.as_ref();
    if let (Some(licence), Some(fields)) = (licence, package.as_object_mut()) {
        let described = json!([{ "title": licence.name, "path": licence.url }]);
        fields.insert("licenses".to_owned(), described);
    }
    if let (true, Some(fields)) = (place.is_absolute(), package.as_object_mut()) {
        fields.insert("homepage".to_owned(), json!(place.url(&home)));
        fields.insert("id".to_owned(), json!(place.file(ARCHIVE)));
    }
    let text = serde_json::to_string_pretty(&package).map_err(SiteError::Json)?;
    Ok(format!("{text}\n"))
}

fn resource(table: &Table, place: Place<'_>) -> Value {
    json!({
        "$schema": format!("{PROFILES}/dataresource.json"),
        "name": table.name,
        "type": "table",
        "path": table.file(),
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": { "$schema": format!("{PROFILES}/tabledialect.json"), "delimiter": ",", "lineTerminator": "\r\n" },
        "schema": schema(table, place),
    })
}

fn schema(table: &Table, place: Place<'_>) -> Value {
    let fields: Vec<Value> = table.fields.iter().map(|one| field(one, place)).collect();
    let mut schema = json!({
        "$schema": format!("{PROFILES}/tableschema.json"),
        "fields": fields,
        "missingValues": [""],
    });
    let Some(properties) = schema.as_object_mut() else { return schema };
    if let Some(key) = table.fields.iter().find(|field| field.kind == Kind::Key) {
        properties.insert("primaryKey".to_owned(), json!([key.name]));
    }
    let foreign: Vec<Value> = table.fields.iter().filter_map(|field| foreign_key(field, table)).collect();
    if !foreign.is_empty() {
        properties.insert("foreignKeys".to_owned(), json!(foreign));
    }
    schema
}

fn foreign_key(field: &Field, table: &Table) -> Option<Value> {
    let Kind::Foreign(other) = field.kind else { return None };
    let mut reference = Map::from_iter([("fields".to_owned(), json!(["id"]))]);
    // A table that points to itself does not name itself.
    let resource = if other == table.name { "" } else { other };
    reference.insert("resource".to_owned(), json!(resource));
    Some(json!({ "fields": [field.name], "reference": reference }))
}

fn field(field: &Field, place: Place<'_>) -> Value {
    let kind = match field.kind {
        Kind::Integer => "integer",
        Kind::Number => "number",
        _ => "string",
    };
    let mut described = json!({ "name": field.name, "type": kind, "description": field.description });
    let Some(properties) = described.as_object_mut() else { return described };
    match field.kind {
        Kind::Key => properties.insert("constraints".to_owned(), json!({ "required": true, "unique": true })),
        Kind::Address => properties.insert("format".to_owned(), json!("uri")),
        Kind::Page if place.is_absolute() => properties.insert("format".to_owned(), json!("uri")),
        Kind::Level | Kind::OneOf(_) => {
            let of_kind = categories(field.kind);
            let words: Vec<Value> =
                of_kind.into_iter().map(|(value, label)| json!({ "value": value, "label": label })).collect();
            properties.insert("categories".to_owned(), json!(words));
            let is_ordered = field.kind == Kind::Level;
            properties.insert("categoriesOrdered".to_owned(), json!(is_ordered))
        }
        _ => None,
    };
    described
}
