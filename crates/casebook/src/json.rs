//! A value as text: well-formed JSON, whatever it means.

use rusqlite::ToSql;
use rusqlite::types::{FromSql, FromSqlResult, ToSqlOutput, ValueRef};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

/// Well-formed JSON text, kept character by character.
///
/// Text and not a parsed value: a sum such as `969.66` must not pass through floating point on its way to the disk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
// Invariant: parses as JSON.
pub struct Json(String);

/// The text is not JSON.
#[derive(Debug, thiserror::Error)]
#[error("not JSON")]
pub struct NotJson(#[source] serde_json::Error);

impl Json {
    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Json {
    type Error = NotJson;

    fn try_from(text: String) -> Result<Json, NotJson> {
        match serde_json::from_str::<IgnoredAny>(&text) {
            Ok(_) => Ok(Json(text)),
            Err(cause) => Err(NotJson(cause)),
        }
    }
}

impl From<serde_json::Value> for Json {
    fn from(value: serde_json::Value) -> Json {
        Json(value.to_string())
    }
}

impl From<Json> for String {
    fn from(json: Json) -> String {
        json.0
    }
}

impl ToSql for Json {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}

// The columns are checked by `json_valid`, and every page by its HMAC.
impl FromSql for Json {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Json> {
        String::column_result(value).map(Json)
    }
}
