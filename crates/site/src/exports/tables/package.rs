//! `datapackage.json`: description of the tables by the Data Package standard, version 2.

use serde_json::{Map, Value, json};

use thidua_core::domain::Lang;
use thidua_i18n::data_dictionary::Described;
use thidua_pages::html::download_list::ARCHIVE;
use thidua_pages::page_meta::PageMeta;
use thidua_pages::route::{Page, Route};

use super::column::{ColumnType, Field, Table, categories};
use crate::SiteError;
use crate::urls::SiteUrls;

/// Returns the English one of two texts: the language of the standard.
const fn english([_, en]: Described) -> &'static str {
    en
}

const PROFILES: &str = "https://datapackage.org/profiles/2.0";

/// Returns the description of `tables` as JSON.
///
/// # Errors
/// [`SiteError::Json`].
pub fn describe(tables: &[Table<'_>], urls: SiteUrls<'_>) -> Result<String, SiteError> {
    let title = &urls.catalogue.corpus().title;
    let home = Route { lang: Lang::En, page: Page::Home };
    let mut package = json!({
        "$schema": format!("{PROFILES}/datapackage.json"),
        "name": "thi-dua",
        "title": format!("{} ({})", title.vi, title.en),
        "description": PageMeta::of(&home, urls.catalogue).description,
        "resources": tables.iter().map(|table| resource(table, urls)).collect::<Vec<_>>(),
    });
    let licence = urls.catalogue.corpus().licence.as_ref();
    if let (Some(licence), Some(fields)) = (licence, package.as_object_mut()) {
        let described = json!([{ "title": licence.name, "path": licence.url }]);
        fields.insert("licenses".to_owned(), described);
    }
    if let (true, Some(fields)) = (urls.is_absolute(), package.as_object_mut()) {
        fields.insert("homepage".to_owned(), json!(urls.url(&home)));
        fields.insert("id".to_owned(), json!(urls.file(ARCHIVE)));
    }
    let text = serde_json::to_string_pretty(&package).map_err(SiteError::Json)?;
    Ok(format!("{text}\n"))
}

fn resource(table: &Table<'_>, urls: SiteUrls<'_>) -> Value {
    json!({
        "$schema": format!("{PROFILES}/dataresource.json"),
        "name": table.name,
        "type": "table",
        "path": table.file(),
        "description": english(table.description),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": { "$schema": format!("{PROFILES}/tabledialect.json"), "delimiter": ",", "lineTerminator": "\r\n" },
        "schema": schema(table, urls),
    })
}

fn schema(table: &Table<'_>, urls: SiteUrls<'_>) -> Value {
    let fields: Vec<Value> = table.fields.iter().map(|one| field(one, urls)).collect();
    let mut schema = json!({
        "$schema": format!("{PROFILES}/tableschema.json"),
        "fields": fields,
        "missingValues": [""],
    });
    let Some(properties) = schema.as_object_mut() else { return schema };
    if let Some(key) = table.fields.iter().find(|field| field.column_type == ColumnType::Key) {
        properties.insert("primaryKey".to_owned(), json!([key.name]));
    }
    let foreign: Vec<Value> = table.fields.iter().filter_map(|field| foreign_key(field, table)).collect();
    if !foreign.is_empty() {
        properties.insert("foreignKeys".to_owned(), json!(foreign));
    }
    schema
}

fn foreign_key(field: &Field, table: &Table<'_>) -> Option<Value> {
    let ColumnType::Foreign(other) = field.column_type else { return None };
    let mut reference = Map::from_iter([("fields".to_owned(), json!(["id"]))]);
    // By the standard, a reference to the same table names no resource.
    let resource = if other == table.name { "" } else { other };
    reference.insert("resource".to_owned(), json!(resource));
    Some(json!({ "fields": [field.name], "reference": reference }))
}

fn field(field: &Field, urls: SiteUrls<'_>) -> Value {
    let kind = match field.column_type {
        ColumnType::Integer => "integer",
        ColumnType::Number => "number",
        _ => "string",
    };
    let mut described =
        json!({ "name": field.name, "type": kind, "description": english(field.description) });
    let Some(properties) = described.as_object_mut() else { return described };
    match field.column_type {
        ColumnType::Key => {
            properties.insert("constraints".to_owned(), json!({ "required": true, "unique": true }))
        }
        ColumnType::Address => properties.insert("format".to_owned(), json!("uri")),
        ColumnType::Page if urls.is_absolute() => properties.insert("format".to_owned(), json!("uri")),
        ColumnType::Level | ColumnType::OneOf(_) => {
            let of_kind = categories(field.column_type);
            let words: Vec<Value> =
                of_kind.into_iter().map(|(value, label)| json!({ "value": value, "label": label })).collect();
            properties.insert("categories".to_owned(), json!(words));
            let is_ordered = field.column_type == ColumnType::Level;
            properties.insert("categoriesOrdered".to_owned(), json!(is_ordered))
        }
        _ => None,
    };
    described
}
