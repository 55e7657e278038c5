//! The closed list of tables and keys. What is not here is not in the format.

use super::form::{
    Form, Key,
    Kind::{
        self, Date, Decimal, Expression, Id, Integer, Label, List, Name, OneOf, Period, String, Table, Text,
        True, Value, Values,
    },
    Need::{self, Optional, Required, Wanted},
};

const fn key(name: &'static str, kind: Kind, need: Need) -> Key {
    Key { name, kind, need }
}

/// `pack.toml`
pub static PACK: Form = Form {
    name: "a pack",
    keys: &[
        key("id", Id, Required),
        key("title", Text, Required),
        key("version", String, Required),
        key("published", Date, Required),
        key("covers", Text, Wanted),
        key("checked", Text, Wanted),
        key("recheck_months", Integer, Optional),
        key("level", List(&Table(&NAMED)), Wanted),
        key("family", List(&Table(&NAMED)), Wanted),
        key("topic", List(&Table(&NAMED)), Wanted),
    ],
};

/// `[[level]]`, `[[family]]` and `[[topic]]` of `pack.toml`
pub static NAMED: Form = Form {
    name: "a level, family or topic",
    keys: &[key("id", Id, Required), key("zh", Label, Wanted), key("en", Label, Wanted)],
};

/// `facts/*.toml`
pub static FACTS: Form = Form {
    name: "a file of facts",
    keys: &[
        key("fact", List(&Table(&FACT)), Optional),
        key("list", List(&Table(&LIST)), Optional),
        key("derived", List(&Table(&DERIVED)), Optional),
        key("never", List(&Table(&NEVER)), Optional),
        key("group", List(&Table(&GROUP)), Optional),
    ],
};

/// What a fact may be of.
pub const FACT_TYPES: &[&str] = &["boolean", "integer", "decimal", "money", "date", "choice", "choices"];

/// In which direction something can be changed.
pub const CHANGES: &[&str] = &["up", "down", "any"];

/// `[[fact]]`
pub static FACT: Form = Form {
    name: "a fact",
    keys: &[
        key("id", Name, Required),
        key("type", OneOf(FACT_TYPES), Required),
        key("of", Name, Optional),
        key("topic", Id, Optional),
        key("min", Decimal, Optional),
        key("max", Decimal, Optional),
        key("bands", List(&List(&Decimal)), Optional),
        key("options", List(&Table(&OPTION)), Optional),
        key("changeable", OneOf(CHANGES), Optional),
        key("effort", Integer, Optional),
        key("ask_if", Expression, Optional),
        key("otherwise", Value, Optional),
        key("precision", OneOf(&["day", "month"]), Optional),
        key("ask", Text, Wanted),
        key("help", Text, Optional),
        key("name", Text, Optional),
        key("unit", Text, Optional),
    ],
};

/// An option of a choice.
pub static OPTION: Form = Form {
    name: "an option",
    keys: &[key("id", Id, Required), key("zh", Label, Required), key("en", Label, Required)],
};

/// `[[list]]`
pub static LIST: Form = Form {
    name: "a list",
    keys: &[
        key("id", Name, Required),
        key("topic", Id, Optional),
        key("at_most", Integer, Optional),
        key("changeable", OneOf(CHANGES), Optional),
        key("effort", Integer, Optional),
        key("ask", Text, Wanted),
        key("help", Text, Optional),
        key("name", Text, Wanted),
        key("one", Text, Wanted),
    ],
};

/// `[[derived]]`
pub static DERIVED: Form = Form {
    name: "a derived fact",
    keys: &[
        key("id", Name, Required),
        key("of", Name, Optional),
        key("value", Expression, Required),
        key("zh", Label, Wanted),
        key("en", Label, Wanted),
    ],
};

/// `[[never]]`
pub static NEVER: Form = Form {
    name: "a `never` test",
    keys: &[key("test", Expression, Required), key("zh", Label, Wanted), key("en", Label, Wanted)],
};

/// `[[group]]`
pub static GROUP: Form = Form {
    name: "a group",
    keys: &[
        key("id", Id, Required),
        key("of", Name, Required),
        key("zh", Label, Wanted),
        key("en", Label, Wanted),
        key("given", List(&Table(&GIVEN)), Required),
    ],
};

/// What is known of one of a group.
pub static GIVEN: Form = Form {
    name: "what is given of a group",
    keys: &[key("fact", Name, Required), key("value", Expression, Required)],
};

/// `parameters/*.toml`
pub static PARAMETERS: Form =
    Form { name: "a file of parameters", keys: &[key("parameter", List(&Table(&PARAMETER)), Optional)] };

/// `[[parameter]]`
pub static PARAMETER: Form = Form {
    name: "a parameter",
    keys: &[
        key("id", Name, Required),
        key("zh", Label, Wanted),
        key("en", Label, Wanted),
        key("unit", Text, Optional),
        key("records", List(&String), Optional),
        key("values", List(&Table(&STEP)), Required),
    ],
};

/// One figure of a parameter.
pub static STEP: Form = Form {
    name: "a value of a parameter",
    keys: &[
        key("from", Date, Required),
        key("to", Date, Optional),
        key("precision", OneOf(&["day", "year"]), Optional),
        key("value", Decimal, Optional),
        key("tiers", List(&Table(&TIER)), Optional),
        key("source", String, Wanted),
    ],
};

/// One slice of a table of rates.
pub static TIER: Form =
    Form { name: "a tier", keys: &[key("above", Decimal, Required), key("rate", Decimal, Required)] };

/// `papers/*.toml`
pub static PAPERS: Form =
    Form { name: "a file of papers", keys: &[key("paper", List(&Table(&PAPER)), Optional)] };

/// `[[paper]]`
pub static PAPER: Form = Form {
    name: "a paper",
    keys: &[
        key("id", Id, Required),
        key("zh", Label, Wanted),
        key("en", Label, Wanted),
        key("form", Text, Optional),
        key("issuer", String, Optional),
        key("copies", Integer, Optional),
        key("get", OneOf(&["issued", "own", "form"]), Optional),
    ],
};

/// `directory/*.toml`
pub static DIRECTORY: Form =
    Form { name: "a file of the directory", keys: &[key("place", List(&Table(&PLACE)), Optional)] };

/// What a directory entry may be.
pub const PLACE_KINDS: &[&str] =
    &["park", "base", "incubator", "counter", "hotline", "channel", "item", "term"];

/// `[[place]]`
pub static PLACE: Form = Form {
    name: "a directory entry",
    keys: &[
        key("id", Id, Required),
        key("kind", OneOf(PLACE_KINDS), Required),
        key("zh", Label, Required),
        key("en", Label, Required),
        key("also", List(&String), Optional),
        key("about", Text, Optional),
        key("address", Text, Optional),
        key("hours", Text, Optional),
        key("phone", List(&String), Optional),
        key("url", String, Optional),
        key("open", Text, Optional),
        key("as_of", Date, Wanted),
        key("records", List(&String), Wanted),
        key("source", List(&Table(&SOURCE)), Wanted),
    ],
};

/// `synonyms.toml`
pub static SYNONYMS: Form =
    Form { name: "the synonyms", keys: &[key("synonym", List(&Table(&SYNONYM)), Optional)] };

/// `[[synonym]]`
pub static SYNONYM: Form = Form {
    name: "a synonym",
    keys: &[key("words", List(&String), Required), key("means", String, Required)],
};

/// For whom a policy may be.
pub const AUDIENCES: &[&str] =
    &["founder", "team", "enterprise", "employer", "person", "park-operator", "non-profit"];

/// `<family>/<policy>/policy.toml`
pub static POLICY: Form = Form {
    name: "a policy",
    keys: &[
        key("title", Text, Required),
        key("official", String, Optional),
        key("summary", Text, Wanted),
        key("level", Id, Wanted),
        key("family", Id, Wanted),
        key("for", List(&OneOf(AUDIENCES)), Wanted),
        key("issuer", List(&String), Wanted),
        key("questions", Table(&QUESTIONS), Wanted),
        key("excludes", List(&Table(&RELATION)), Optional),
        key("supersedes", List(&Id), Optional),
        key("needs", List(&Id), Optional),
        key("held", Name, Optional),
        key("records", List(&String), Wanted),
    ],
};

/// `[questions]` of a policy
pub static QUESTIONS: Form = Form {
    name: "the questions of a policy",
    keys: &[key("zh", List(&String), Wanted), key("en", List(&String), Wanted)],
};

/// A policy that cannot be had beside another
pub static RELATION: Form =
    Form { name: "an exclusion", keys: &[key("policy", Id, Required), key("each", Name, Optional)] };

/// `<family>/<policy>/<edition>/rule.toml`
pub static RULE: Form = Form {
    name: "an edition",
    keys: &[
        key("valid", Table(&VALID), Required),
        key("status", Table(&STATUS), Wanted),
        key("for_each", Name, Optional),
        key("notice", Table(&NOTICE), Optional),
        key("summary", Text, Optional),
        key("issuer", List(&String), Optional),
        key("excludes", List(&Table(&RELATION)), Optional),
        key("condition", List(&Table(&CONDITION)), Optional),
        key("each", List(&Table(&CONDITION)), Optional),
        key("window", List(&Table(&WINDOW)), Optional),
        key("amount", List(&Table(&AMOUNT)), Optional),
        key("bring", List(&Table(&BRING)), Optional),
        key("where", List(&Table(&WHERE)), Wanted),
        key("source", List(&Table(&SOURCE)), Wanted),
    ],
};

/// `valid` of an edition
pub static VALID: Form = Form {
    name: "the validity of an edition",
    keys: &[
        key("from", Date, Required),
        key("to", Date, Optional),
        key("by", Name, Optional),
        key("precision", OneOf(&["day", "month", "year"]), Optional),
    ],
};

/// What an edition may be.
pub const STATUSES: &[&str] = &["in-force", "expired", "superseded", "unknown"];

/// `status` of an edition
pub static STATUS: Form = Form {
    name: "the status of an edition",
    keys: &[key("value", OneOf(STATUSES), Required), key("as_of", Date, Required)],
};

/// `notice` of an edition
pub static NOTICE: Form =
    Form { name: "a notice", keys: &[key("title", String, Required), key("number", String, Optional)] };

/// `[[condition]]` and `[[each]]`
pub static CONDITION: Form = Form {
    name: "a condition",
    keys: &[
        key("id", Id, Required),
        key("cite", Id, Optional),
        key("zh", Label, Required),
        key("en", Label, Required),
        key("test", Expression, Optional),
        key("any", List(&Table(&PART)), Optional),
        key("all", List(&Table(&PART)), Optional),
        key("not", Table(&PART), Optional),
        key("officer", True, Optional),
    ],
};

/// A part of a condition
pub static PART: Form = Form {
    name: "a part of a condition",
    keys: &[
        key("cite", Id, Optional),
        key("zh", Label, Required),
        key("en", Label, Required),
        key("test", Expression, Optional),
        key("any", List(&Table(&PART)), Optional),
        key("all", List(&Table(&PART)), Optional),
        key("not", Table(&PART), Optional),
        key("officer", True, Optional),
    ],
};

/// `[[window]]`
pub static WINDOW: Form = Form {
    name: "a window",
    keys: &[
        key("opens", Expression, Optional),
        key("closes", Expression, Optional),
        key("cite", Id, Optional),
        key("zh", Label, Optional),
        key("en", Label, Optional),
    ],
};

/// What kind of thing one gets.
pub const AMOUNT_KINDS: &[&str] =
    &["grant", "reimbursement", "tax-relief", "loan", "interest-subsidy", "service"];

/// `[[amount]]`
pub static AMOUNT: Form = Form {
    name: "an amount",
    keys: &[
        key("id", Id, Required),
        key("kind", OneOf(AMOUNT_KINDS), Required),
        key("cite", Id, Optional),
        key("zh", Label, Optional),
        key("en", Label, Optional),
        key("value", Expression, Optional),
        key("each_value", Expression, Optional),
        key("up_to", True, Optional),
        key("within", Expression, Optional),
        key("unit", String, Optional),
        key("per", OneOf(&["once", "month", "year"]), Optional),
        key("from", Expression, Optional),
        key("until", Expression, Optional),
        key("for_months", Expression, Optional),
    ],
};

/// `[[bring]]`
pub static BRING: Form = Form {
    name: "a paper to bring",
    keys: &[key("paper", Id, Required), key("zh", Label, Optional), key("en", Label, Optional)],
};

/// `[[where]]`
pub static WHERE: Form = Form {
    name: "a place to apply",
    keys: &[
        key("channel", OneOf(&["online", "counter", "automatic"]), Required),
        key("zh", Label, Wanted),
        key("en", Label, Wanted),
        key("url", String, Optional),
    ],
};

/// How near a source is to the office.
pub const SOURCE_KINDS: &[&str] =
    &["official", "official-copy", "official-repost", "newspaper", "university", "secondary"];

/// `[[source]]`
pub static SOURCE: Form = Form {
    name: "a source",
    keys: &[
        key("title", String, Required),
        key("number", String, Optional),
        key("issuer", String, Optional),
        key("date", Period, Optional),
        key("kind", OneOf(SOURCE_KINDS), Required),
        key("supports", String, Wanted),
        key("checked", Date, Wanted),
        key("url", String, Optional),
    ],
};

/// `<family>/<policy>/<edition>/cases.toml`
pub static CASES: Form = Form {
    name: "a file of cases",
    keys: &[key("given", Values, Optional), key("case", List(&Table(&CASE)), Optional)],
};

/// `[[case]]`
pub static CASE: Form = Form {
    name: "a case",
    keys: &[
        key("name", String, Required),
        key("on", Date, Required),
        key("given", Values, Optional),
        key("assume", Values, Optional),
        key("verdict", OneOf(VERDICTS), Optional),
        key("unmet", List(&Id), Optional),
        key("officer", List(&Id), Optional),
        key("missing", List(&String), Optional),
        key("amounts", Values, Optional),
        key("closes", Date, Optional),
        key("eligible_from", Value, Optional),
        key("standing", Values, Optional),
    ],
};

/// `facts/cases.toml`
pub static FACT_CASES: Form = Form {
    name: "a file of cases of facts",
    keys: &[key("given", Values, Optional), key("case", List(&Table(&FACT_CASE)), Optional)],
};

/// `[[case]]` of facts
pub static FACT_CASE: Form = Form {
    name: "a case of facts",
    keys: &[
        key("name", String, Required),
        key("on", Date, Required),
        key("given", Values, Optional),
        key("assume", Values, Optional),
        key("holds", List(&Expression), Required),
    ],
};

/// `parameters/cases.toml`
pub static PARAMETER_CASES: Form = Form {
    name: "a file of cases of parameters",
    keys: &[key("case", List(&Table(&PARAMETER_CASE)), Optional)],
};

/// `[[case]]` of a parameter
pub static PARAMETER_CASE: Form = Form {
    name: "a case of a parameter",
    keys: &[key("parameter", Name, Required), key("figures", List(&Table(&FIGURE)), Required)],
};

/// What a parameter was on some days
pub static FIGURE: Form = Form {
    name: "a figure",
    keys: &[
        key("from", Date, Optional),
        key("to", Date, Optional),
        key("value", Value, Optional),
        key("bracket", Values, Optional),
        key("marginal", Values, Optional),
    ],
};

/// What a case may expect.
pub const VERDICTS: &[&str] =
    &["eligible", "ineligible", "undetermined", "upcoming", "missed", "lapsed", "not-yet"];

/// `mutants.toml`
pub static MUTANTS: Form =
    Form { name: "a file of mutants", keys: &[key("mutant", List(&Table(&MUTANT)), Optional)] };

/// `[[mutant]]`
pub static MUTANT: Form = Form {
    name: "changes that no case can notice",
    keys: &[
        key("file", String, Required),
        key("what", List(&String), Required),
        key("reason", String, Required),
    ],
};

/// `accepted.toml`
pub static ACCEPTED_FILE: Form =
    Form { name: "a file of accepted remarks", keys: &[key("accepted", List(&Table(&ACCEPTED)), Optional)] };

/// `[[accepted]]`
pub static ACCEPTED: Form = Form {
    name: "a remark that is accepted",
    keys: &[
        key("remark", Id, Required),
        key("about", String, Required),
        key("files", List(&String), Required),
        key("reason", String, Required),
    ],
};

/// The files of a pack, a `*` being any name, and the table that each one is; all others stand in these. The first
/// that fits is meant.
pub static FILES: &[(&str, &Form)] = &[
    ("pack.toml", &PACK),
    ("synonyms.toml", &SYNONYMS),
    ("mutants.toml", &MUTANTS),
    ("accepted.toml", &ACCEPTED_FILE),
    ("facts/cases.toml", &FACT_CASES),
    ("facts/*.toml", &FACTS),
    ("parameters/cases.toml", &PARAMETER_CASES),
    ("parameters/*.toml", &PARAMETERS),
    ("papers/*.toml", &PAPERS),
    ("directory/*.toml", &DIRECTORY),
    ("*/*/policy.toml", &POLICY),
    ("*/*/*/rule.toml", &RULE),
    ("*/*/*/cases.toml", &CASES),
];

/// Adds a table and those inside it, each once, in the order in which they are met.
pub fn tables_of(form: &'static Form, tables: &mut Vec<&'static Form>) {
    if tables.iter().any(|it| std::ptr::eq(*it, form)) {
        return;
    }
    tables.push(form);
    form.keys.iter().filter_map(|it| it.kind.table()).for_each(|it| tables_of(it, tables));
}
