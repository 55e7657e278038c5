//! Policies with their editions. One with an error in its files is left out whole; the rest lives.

use std::collections::{BTreeMap, BTreeSet};

use policy::{
    Audience, Bring, Channel, Date, DatePrecision, Edition, FactRef, FactType, Formula, Id, Notice, Owner,
    Policy, PolicyId, Questions, Relation, Status, StatusValue, Test, Text, Validity, Where, lang::Context,
};

use super::{
    Loading, expression,
    layout::{EditionFiles, Layout, PolicyFiles},
    lists::find_list,
    names::unknown,
    pack::named,
    parameters::precision,
    people::read_sources,
    rule::read_rule,
    texts::read_texts,
};
use crate::{
    read::Table,
    remark::{Place, Remarks},
};

/// Makes the policies known by name, with the ids of their amounts, before any rule is read.
pub(crate) fn declare_policies(loading: &mut Loading<'_>, layout: &Layout<'_>) {
    for (id, files) in &layout.policies {
        let rules = files.editions.values().filter_map(|it| it.rule);
        let amounts = rules.flat_map(|it| it.root().tables("amount"));
        let ids: BTreeSet<Id> = amounts.filter_map(|it| it.parsed("id")).collect();
        if let Ok(id) = id.parse() {
            loading.scope.declare_policy(id, Some(ids));
        }
    }
}

/// Reads all policies, those with errors too: whether one is left out is found when all is said.
pub(crate) fn read_policies(loading: &mut Loading<'_>, layout: &Layout<'_>) -> Vec<Policy> {
    let known: BTreeSet<&str> = layout.policies.keys().copied().collect();
    let all = layout.policies.iter();
    all.filter_map(|(id, files)| read_policy(loading, &known, id.parse().ok()?, files)).collect()
}

fn read_policy(
    loading: &mut Loading<'_>,
    known: &BTreeSet<&str>,
    id: PolicyId,
    files: &PolicyFiles<'_>,
) -> Option<Policy> {
    let editions = read_editions(loading, known, files);
    let Some(document) = files.policy else {
        let place = Place::start_of(files.any_file());
        if !loading.remarks.has_error(|it| it == format!("{}policy.toml", files.folder)) {
            loading.remarks.error(&place, "missing-file", "there is no `policy.toml` in the policy's folder");
        }
        return None;
    };
    if files.editions.is_empty() {
        let message = "a policy has at least one edition: a folder with a `rule.toml`";
        loading.remarks.error(&Place::start_of(document.file), "missing-file", message);
    }
    let table = document.root();
    let (remarks, pack) = (&mut loading.remarks, &loading.catalog.pack);
    let level = named(remarks, &pack.levels, "level", table.written("level"));
    let family = named(remarks, &pack.families, "family", table.written("family"));
    if table.written("family").is_some_and(|it| it.text != files.family) {
        let message = format!("the policy lies in the folder of the family `{}`", files.family);
        remarks.warn(&table.place_at("family"), "other-family", message);
    }
    let questions = table.table("questions");
    let asked = |language| questions.as_ref().map_or_else(Vec::new, |it| it.texts(language));
    Some(Policy {
        id,
        title: table.text("title").unwrap_or_default(),
        official: table.string("official"),
        summary: table.text("summary").unwrap_or_default(),
        level,
        family,
        audience: table.strings("for").iter().filter_map(|it| audience(it.text)).collect(),
        issuer: table.texts("issuer"),
        questions: Questions { zh: asked("zh"), en: asked("en") },
        excludes: read_relations(loading, known, &table),
        supersedes: read_policy_ids(&mut loading.remarks, known, &table, "supersedes"),
        needs: read_policy_ids(&mut loading.remarks, known, &table, "needs"),
        held: read_held(loading, &table),
        records: table.texts("records"),
        editions,
    })
}

/// The fact, or derived fact, of the enterprise that says one holds the policy already.
fn read_held(loading: &mut Loading<'_>, policy: &Table<'_>) -> Option<Formula<Test>> {
    let written = policy.written("held")?;
    expression::test(loading, &written, Context::default())
}

fn audience(written: &str) -> Option<Audience> {
    Some(match written {
        "founder" => Audience::Founder,
        "team" => Audience::Team,
        "enterprise" => Audience::Enterprise,
        "employer" => Audience::Employer,
        "person" => Audience::Person,
        "park-operator" => Audience::ParkOperator,
        "non-profit" => Audience::NonProfit,
        _ => return None,
    })
}

/// From the earliest to the latest first day.
fn read_editions(loading: &mut Loading<'_>, known: &BTreeSet<&str>, files: &PolicyFiles<'_>) -> Vec<Edition> {
    let mut editions: Vec<Edition> = Vec::new();
    let mut first_days: BTreeMap<Date, &str> = BTreeMap::new();
    for (id, edition_files) in &files.editions {
        let Some(edition) = read_edition(loading, known, id, edition_files, files.folder) else {
            continue;
        };
        if let Some(other) = first_days.insert(edition.valid.from, id) {
            let place =
                edition_files.rule.map_or(Place::start_of(files.folder), |it| it.root().place_at("valid"));
            let message = format!("the edition `{other}` begins on the same day");
            loading.remarks.error(&place, "same-day", message);
        }
        editions.push(edition);
    }
    editions.sort_by_key(|it| it.valid.from);
    editions
}

fn read_edition(
    loading: &mut Loading<'_>,
    known: &BTreeSet<&str>,
    id: &str,
    files: &EditionFiles<'_>,
    folder: &str,
) -> Option<Edition> {
    let Some(document) = files.rule else {
        let rule = format!("{folder}{id}/rule.toml");
        if !loading.remarks.has_error(|it| it == rule) {
            let message = format!("there is no `rule.toml` in `{folder}{id}`");
            loading.remarks.error(&Place::start_of(files.any_file()), "missing-file", message);
        }
        return None;
    };
    let table = document.root();
    let rule = read_rule(loading, &table);
    let text = read_texts(&mut loading.remarks, files, &table);
    let by_entry = rule.for_each.map(Owner::Entry);
    let valid = read_validity(loading, &table.table("valid")?, by_entry)?;
    let excludes = table.has("excludes").then(|| read_relations(loading, known, &table));
    Some(Edition {
        id: id.parse().ok()?,
        valid,
        status: table.table("status").and_then(|it| read_status(&it)),
        notice: table
            .table("notice")
            .and_then(|it| Some(Notice { title: it.string("title")?, number: it.string("number") })),
        rule,
        bring: read_bring(loading, &table),
        places: table.tables("where").iter().filter_map(read_where).collect(),
        sources: read_sources(&table),
        summary: table.text("summary"),
        issuer: table.has("issuer").then(|| table.texts("issuer")),
        excludes,
        text,
    })
}

fn read_validity(loading: &mut Loading<'_>, table: &Table<'_>, by_entry: Option<Owner>) -> Option<Validity> {
    let from = table.date("from")?;
    let to = table.date("to");
    if to.is_some_and(|it| it < from) {
        loading.remarks.error(&table.place_at("to"), "wrong-value", "the last day lies before the first");
    }
    let precision: DatePrecision = precision(&mut loading.remarks, table, from);
    let by = find_fact(loading, table, "by", &FactType::Date { by_month: false }, by_entry);
    Some(Validity { from, to, by, precision })
}

/// The fact that a key names, of the type of an example; of the enterprise, or of the entry at hand.
fn find_fact(
    loading: &mut Loading<'_>,
    table: &Table<'_>,
    key: &str,
    like: &FactType,
    entry: Option<Owner>,
) -> Option<FactRef> {
    let written = table.written(key)?;
    let Some(found) = loading.catalog.find_fact(written.text) else {
        let known: Vec<&str> = loading.catalog.facts.iter().map(|it| it.id.as_str()).collect();
        unknown(&mut loading.remarks, &written.place, "fact", written.text, &known);
        return None;
    };
    let fact = loading.catalog.fact(found);
    if loading.unsure.contains(&found) {
        let message = format!("whether `{}` is asked is not known: its `ask_if` has a mistake", written.text);
        loading.remarks.error(&written.place, "broken-name", message);
        return None;
    }
    if std::mem::discriminant(&fact.kind) != std::mem::discriminant(like) {
        let message = format!("`{}` is a fact of another type than `{key}` needs", written.text);
        loading.remarks.error(&written.place, "wrong-type", message);
        return None;
    }
    if fact.owner != Owner::Enterprise && Some(fact.owner) != entry {
        let message = format!("`{}` is told of the entries of a list that is not at hand", written.text);
        loading.remarks.error(&written.place, "outside-entry", message);
        return None;
    }
    Some(found)
}

fn read_status(table: &Table<'_>) -> Option<Status> {
    let value = match table.written("value")?.text {
        "in-force" => StatusValue::InForce,
        "expired" => StatusValue::Expired,
        "superseded" => StatusValue::Superseded,
        "unknown" => StatusValue::Unknown,
        _ => return None,
    };
    Some(Status { value, as_of: table.date("as_of")? })
}

fn read_bring(loading: &mut Loading<'_>, rule: &Table<'_>) -> Vec<Bring> {
    let mut all = Vec::new();
    for table in rule.tables("bring") {
        let (Some(written), Some(paper)) = (table.written("paper"), table.parsed::<Id>("paper")) else {
            continue;
        };
        if !loading.catalog.papers.contains_key(&paper) {
            let known: Vec<&str> = loading.catalog.papers.keys().map(Id::as_str).collect();
            unknown(&mut loading.remarks, &written.place, "paper", written.text, &known);
        }
        all.push(Bring { paper, label: table.label().unwrap_or_default() });
    }
    all
}

fn read_where(table: &Table<'_>) -> Option<Where> {
    let channel = match table.written("channel")?.text {
        "online" => Channel::Online,
        "counter" => Channel::Counter,
        "automatic" => Channel::Automatic,
        _ => return None,
    };
    let label: Text = table.label().unwrap_or_default();
    Some(Where { channel, label, url: table.string("url") })
}

fn read_relations(loading: &mut Loading<'_>, known: &BTreeSet<&str>, table: &Table<'_>) -> Vec<Relation> {
    let mut relations = Vec::new();
    for table in table.tables("excludes") {
        let Some(written) = table.written("policy") else { continue };
        check_policy_id(&mut loading.remarks, known, written.text, &written.place);
        let each = find_list(loading, &table, "each");
        relations.extend(written.text.parse().ok().map(|policy| Relation { policy, each }));
    }
    relations
}

fn read_policy_ids(
    remarks: &mut Remarks<'_>,
    known: &BTreeSet<&str>,
    table: &Table<'_>,
    key: &str,
) -> Vec<PolicyId> {
    let written = table.strings(key);
    written.iter().for_each(|it| check_policy_id(remarks, known, it.text, &it.place));
    written.iter().filter_map(|it| it.text.parse().ok()).collect()
}

fn check_policy_id(remarks: &mut Remarks<'_>, known: &BTreeSet<&str>, id: &str, place: &Place<'_>) {
    if !known.contains(id) {
        let known: Vec<&str> = known.iter().copied().collect();
        unknown(remarks, place, "policy", id, &known);
    }
}
