//! HTML that is safe to show: escaping as it is written, and a second lock on the whole.
//!
//! The reading writes no tag but those below and escapes all else; the allow-list of the sanitizer repeats
//! this independently, so that a slip in one is caught by the other.

use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

/// What the ids of clauses begin with, so that they cannot meet an id of the window itself.
pub const ID_PREFIX: &str = "clause-";

/// Marks a link that leads out of the program.
pub(crate) const EXTERNAL: &str = "external noopener noreferrer";

const TAGS: &[&str] = &[
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "p",
    "ul",
    "ol",
    "li",
    "strong",
    "em",
    "a",
    "blockquote",
    "pre",
    "code",
    "br",
    "hr",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
];

/// Those that a clause can be.
const CLAUSE_TAGS: &[&str] = &["h1", "h2", "h3", "h4", "h5", "h6", "p", "li"];

static SANITIZER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let ids = CLAUSE_TAGS.iter().map(|tag| (*tag, ["id"].into_iter().collect()));
    let others = [("a", ["href", "rel"].into_iter().collect()), ("ol", ["start"].into_iter().collect())];
    let mut builder = Builder::empty();
    builder
        .tags(TAGS.iter().copied().collect())
        .tag_attributes(ids.chain(others).collect())
        .generic_attributes([].into_iter().collect())
        .url_schemes(["https"].into_iter().collect())
        // Links within the text; the reading lets no other relative address through.
        .url_relative(UrlRelative::PassThrough)
        .attribute_filter(|_, attribute, value| {
            let within = value.starts_with('#')
                || value.get(..8).is_some_and(|it| it.eq_ignore_ascii_case("https://"));
            (attribute != "href" || within).then(|| value.into())
        })
        .link_rel(None);
    builder
});

/// The second lock.
pub(crate) fn sanitize(html: &str) -> String {
    SANITIZER.clean(html).to_string()
}

/// Adds text so that it reads as it is written, in an element or in a quoted attribute.
pub(crate) fn push_escaped(html: &mut String, text: &str) {
    for char in text.chars() {
        match char {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            // Not allowed in HTML; browsers and parsers differ in what they make of it.
            '\0' => html.push('\u{fffd}'),
            _ => html.push(char),
        }
    }
}
