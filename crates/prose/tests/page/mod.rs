//! A reader of our own for the HTML that comes out, so that the judge is not the accused.

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

/// The tags of a page with their attributes.
pub(crate) struct Page {
    elements: Vec<(String, Vec<(String, String)>)>,
}

impl Page {
    /// Reads well-formed HTML: `<` opens a tag and nothing else, attributes are in double quotes.
    pub(crate) fn read(html: &str) -> Page {
        let mut elements = Vec::new();
        let mut rest = html;
        while let Some((_, after)) = rest.split_once('<') {
            let name_len = after.find([' ', '>']).expect("a tag ends");
            let (name, mut tail) = after.split_at(name_len);
            let mut attributes = Vec::new();
            while let Some(attribute) = tail.strip_prefix(' ') {
                let (key, value) = attribute.split_once("=\"").expect("attributes have values");
                let (value, next) = value.split_once('"').expect("a value ends");
                attributes.push((key.to_owned(), value.to_owned()));
                tail = next;
            }
            rest = tail.strip_prefix('>').expect("a tag closes");
            elements.push((name.trim_start_matches('/').to_owned(), attributes));
        }
        Page { elements }
    }

    /// All values of an attribute.
    pub(crate) fn attributes<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let all = self.elements.iter().flat_map(|(_, attributes)| attributes);
        all.filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// Nothing but text with marks, ids of clauses, and links out or within.
#[track_caller]
pub(crate) fn assert_inert(html: &str, markdown: &str) {
    for (name, attributes) in Page::read(html).elements {
        assert!(TAGS.contains(&name.as_str()), "<{name}> from {markdown:?}");
        for (key, value) in attributes {
            let is_harmless = match (name.as_str(), key.as_str()) {
                ("a", "href") => value.starts_with("https://") || value.starts_with("#clause-"),
                ("a", "rel") => value == "external noopener noreferrer",
                ("ol", "start") => value.bytes().all(|it| it.is_ascii_digit()),
                ("p" | "li" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6", "id") => value.starts_with("clause-"),
                _ => false,
            };
            assert!(is_harmless, "{key}={value:?} on <{name}> from {markdown:?}");
        }
    }
}
