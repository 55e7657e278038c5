//! JSON Schema for the files of a pack, so that editors complete keys and mark mistakes while one types.
//!
//! Made from [`forms`]: what the reader takes and what an editor offers cannot differ. A schema is
//! the more lenient of the two, for it sees one file at a time and knows no fact, paper or policy of the pack.

use serde_json::{Map, Value, json};

use crate::{
    load::is_like,
    read::{
        form::{Form, Key, Kind, Need},
        forms,
        meanings::meaning,
    },
};

/// The schema of one kind of file.
#[derive(Debug, Clone, PartialEq)]
pub struct FileSchema {
    /// What it is called: `policy`, `rule`, `facts`.
    pub name: String,
    /// The files it is for, as a path inside a pack, a `*` being any name.
    pub files: &'static str,
    /// The schema, of draft 7: the newest that editors of TOML know.
    pub schema: Value,
}

/// The schemas of all kinds of files.
pub fn schemas() -> Vec<FileSchema> {
    let schema = |(files, form): &(&'static str, &'static Form)| FileSchema {
        name: name_of(files),
        files,
        schema: schema_of(form),
    };
    forms::FILES.iter().map(schema).collect()
}

/// The words of a path that stay the same: `rule` of `*/*/*/rule.toml`, `facts` of `facts/*.toml`.
fn name_of(files: &str) -> String {
    let words = files.split('/').map(|it| it.trim_end_matches(".toml")).filter(|it| *it != "*");
    words.collect::<Vec<_>>().join("-")
}

fn schema_of(form: &'static Form) -> Value {
    let mut definitions = Map::new();
    let root = table(form, &mut definitions);
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), json!("http://json-schema.org/draft-07/schema#"));
    schema.extend(root);
    schema.insert("definitions".to_owned(), Value::Object(definitions));
    Value::Object(schema)
}

/// A table with all its keys; the tables inside it go to the definitions, for a part holds parts.
fn table(form: &'static Form, definitions: &mut Map<String, Value>) -> Map<String, Value> {
    let mut properties = Map::new();
    for key in form.keys {
        properties.insert(key.name.to_owned(), property(form, key, definitions));
    }
    let required = form.keys.iter().filter(|it| it.need == Need::Required && !is_label(it));
    let mut schema = Map::new();
    schema.insert("title".to_owned(), json!(form.name));
    schema.insert("type".to_owned(), json!("object"));
    schema.insert("properties".to_owned(), Value::Object(properties));
    schema.insert("required".to_owned(), required.map(|it| it.name).collect());
    schema.insert("additionalProperties".to_owned(), json!(false));
    if form.keys.iter().any(|it| is_label(it) && it.need == Need::Required) {
        // One language is enough to be understood; that the other is missing is for `pack check` to say.
        schema.insert("anyOf".to_owned(), json!([{ "required": ["zh"] }, { "required": ["en"] }]));
    }
    schema
}

fn is_label(key: &Key) -> bool {
    matches!(key.kind, Kind::Label)
}

fn property(form: &Form, key: &Key, definitions: &mut Map<String, Value>) -> Value {
    let mut schema = value(&key.kind, definitions);
    if schema.get("$ref").is_some() {
        // What stands beside a reference is not read in draft 7.
        schema = json!({ "allOf": [schema] });
    }
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("description".to_owned(), json!(description(form, key)));
    }
    schema
}

/// What the key says and what may stand there, as an editor shows it.
fn description(form: &Form, key: &Key) -> String {
    let wording = key.kind.wording();
    meaning(form, key).map_or_else(|| wording.clone(), |it| format!("{} / {}. {wording}", it.zh, it.en))
}

fn value(kind: &Kind, definitions: &mut Map<String, Value>) -> Value {
    match kind {
        Kind::Label | Kind::String | Kind::Expression => json!({ "type": "string" }),
        Kind::Text => json!({
            "type": "object",
            "properties": { "zh": { "type": "string" }, "en": { "type": "string" } },
            "additionalProperties": false,
        }),
        Kind::True => json!({ "const": true }),
        Kind::Integer => json!({ "type": "integer" }),
        Kind::Decimal => {
            json!({ "anyOf": [{ "type": "integer" }, { "type": "string", "pattern": r"^-?\d+(\.\d+)?$" }] })
        }
        // Editors hand a TOML date over as a string.
        Kind::Date => json!({ "type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$" }),
        Kind::Period => json!({ "type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$" }),
        Kind::Id => json!({ "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" }),
        Kind::Name => json!({ "type": "string", "pattern": "^[a-z][a-z0-9_]*$" }),
        Kind::OneOf(words) => json!({ "enum": words }),
        Kind::List(inner) => json!({ "type": "array", "items": value(inner, definitions) }),
        Kind::Table(form) => reference(form, definitions),
        Kind::Value => json!({ "type": ["boolean", "integer", "string", "array", "object"] }),
        Kind::Values => json!({ "type": "object" }),
    }
}

fn reference(form: &'static Form, definitions: &mut Map<String, Value>) -> Value {
    let words = form.name.split(|it: char| !it.is_ascii_alphanumeric()).filter(|it| !it.is_empty());
    let name = words.collect::<Vec<_>>().join("-");
    if !definitions.contains_key(&name) {
        // The place is taken first: a part of a condition may hold such parts itself.
        definitions.insert(name.clone(), Value::Null);
        let inner = table(form, definitions);
        definitions.insert(name.clone(), Value::Object(inner));
    }
    json!({ "$ref": format!("#/definitions/{name}") })
}

/// The rules for editors: which file has which schema, for packs that lie in these folders.
///
/// The form is that of `.taplo.toml`, which Even Better TOML and other editors read.
pub fn editor_rules(packs: &[&str], schemas_in: &str) -> String {
    let listed = |files: &[&str]| {
        let all = files.iter().flat_map(|files| packs.iter().map(move |pack| format!("\"{pack}/{files}\"")));
        all.collect::<Vec<_>>().join(", ")
    };
    let mut rules = String::new();
    for FileSchema { name, files, .. } in schemas() {
        rules += &format!("\n[[rule]]\ninclude = [{}]\n", listed(&[files]));
        // A file with a schema of its own: the cases among the facts.
        let others = forms::FILES.iter().map(|(other, _)| *other);
        let own: Vec<&str> = others.filter(|other| *other != files && is_like(files, other)).collect();
        if !own.is_empty() {
            rules += &format!("exclude = [{}]\n", listed(&own));
        }
        rules += &format!("schema = {{ path = \"{schemas_in}/{name}.json\" }}\n");
    }
    rules
}

/// The closed list of all tables and keys, as a page of Markdown.
pub fn keys_page() -> String {
    let mut tables: Vec<&'static Form> = Vec::new();
    let mut page = KEYS_HEAD.to_owned();
    for (files, form) in forms::FILES {
        page += &format!("- `{files}` is {}\n", linked(form));
        forms::tables_of(form, &mut tables);
    }
    for form in tables {
        page += &format!("\n## {}\n\n| key | 说的是 | says | is | |\n|---|---|---|---|---|\n", heading(form));
        for key in form.keys {
            let need = match key.need {
                Need::Required => "needed",
                Need::Wanted => "wanted",
                Need::Optional => "",
            };
            let (zh, en) = meaning(form, key).map_or(("", ""), |it| (it.zh, it.en));
            page += &format!("| `{}` | {zh} | {en} | {} | {need} |\n", key.name, told(&key.kind));
        }
    }
    page
}

const KEYS_HEAD: &str = "\
# All keys of a pack's files

Generated by `cargo xtask codegen` from the forms that the reader itself goes by: what does not stand here is not in the format.
A key that is *needed* is an error where it is missing, one that is *wanted* a warning. Of `zh` and `en` one is enough, and both are wanted.

";

fn told(kind: &Kind) -> String {
    match kind {
        Kind::Table(form) => linked(form),
        Kind::List(kind) if kind.table().is_some() => format!("a list, each {}", told(kind)),
        _ => kind.wording(),
    }
}

fn linked(form: &Form) -> String {
    format!("[{}](#{})", form.name, heading(form).to_lowercase().replace(' ', "-").replace(['`', ','], ""))
}

/// "A condition", as a heading.
fn heading(form: &Form) -> String {
    let mut letters = form.name.chars();
    letters.next().map_or_else(String::new, |it| it.to_uppercase().chain(letters).collect())
}
