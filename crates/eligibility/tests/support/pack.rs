//! A pack from shorthand, a line for each thing:
//!
//! ```text
//! fact headcount integer 0..
//! fact registered_on date if registered
//! fact hires.wage money 0.. if graduate else 0
//! list hires at_most 3
//! parameter wage 2023 = 100, 2024-07-01 = 200 to 2025-12-31
//! tiers tax 2024-01-01 = 0:0.03 36000:0.1
//! derived small = headcount < 10
//! policy grant
//! edition 2023 from 2023-01-01 to 2024-12-31 by hired_on
//! status in-force 2026-01-01
//! over hires
//! condition here any { registered; officer }
//! each new hired_on >= 2023-01-01
//! window opens 2023-03-01 closes add_months(registered_on, 18)
//! amount grant | 8000 | per month | for 12 | until 2027-12-31
//! amount prize | 5000 | up to
//! amount tax | 6000 | kind tax-relief | within tax_due
//! where automatic
//! excludes other each hires
//! group graduate of hires | hired_on = as_of | months = 24
//! ```

use std::sync::Arc;

use policy::{
    Amount, AmountKind, AmountValue, Catalog, Channel, ChoiceOption, Condition, DatePrecision, Derived,
    DerivedRef, DerivedValue, Edition, Fact, FactType, Formula, Group, Id, Interval, List, ListRef, Number,
    NumberKind, OptionSet, Owner, Parameter, ParameterValues, Part, Payment, Per, Policy, Questions,
    Relation, Requirement, Rule, Status, StatusValue, Step, Test, Text, TextIn, Tier, TierTable, Unit,
    Validity, Value, Where, Window,
    lang::{self, Context, Mistake, Scope},
};

/// Reads a pack.
pub(crate) fn catalog(text: &str) -> Catalog {
    let lines: Vec<(&str, &str)> = text
        .lines()
        .map(str::trim)
        .filter(|it| !it.is_empty() && !it.starts_with('#'))
        .map(|it| it.split_once(' ').expect("a line is a word and what it says"))
        .collect();
    let those = |word: &'static str| lines.iter().filter(move |it| it.0 == word).map(|it| it.1);
    let mut catalog = Catalog::default();
    those("list").for_each(|it| catalog.lists.push(list(it)));
    those("fact").for_each(|it| fact(&mut catalog, it));
    those("parameter").for_each(|it| catalog.parameters.push(parameter(it, figure)));
    those("tiers").for_each(|it| catalog.parameters.push(parameter(it, table)));
    let mut scope = Scope::from(&catalog);
    those("policy").for_each(|it| scope.declare_policy(it.parse().unwrap(), None));
    ask_ifs(&mut catalog, &scope, those("fact"));
    those("derived").for_each(|it| derived(&mut catalog, &mut scope, it));
    those("group").for_each(|it| group(&mut catalog, &mut scope, it));
    catalog.options = scope.options.clone();
    for (word, rest) in &lines {
        rule_line(&mut catalog, &scope, word, rest);
    }
    catalog.policies.sort_by(|a, b| a.id.cmp(&b.id));
    catalog.policies.iter_mut().for_each(|it| it.editions.sort_by_key(|it| it.valid.from));
    catalog
}

fn group(catalog: &mut Catalog, scope: &mut Scope, text: &str) {
    let mut parts = text.split(" | ");
    let (id, list) = parts.next().unwrap().split_once(" of ").expect("a group is of a list");
    let list = catalog.find_list(list).expect("the list is declared");
    let given = parts.map(|it| {
        let (fact, value) = it.split_once(" = ").expect("a fact and its value");
        let ast = lang::parse(value).unwrap();
        let value = lang::check_derived(&ast, scope, Context::default()).unwrap();
        (catalog.find_fact(fact).expect("the fact is declared"), value)
    });
    let given = given.collect();
    catalog.groups.push(Group { id: id.parse().unwrap(), list, label: Text::default(), given });
}

fn list(text: &str) -> List {
    let (id, at_most) = match text.split_once(" at_most ") {
        Some((id, at_most)) => (id, Some(at_most.parse().unwrap())),
        None => (text, None),
    };
    List {
        id: id.parse().unwrap(),
        topic: None,
        ask: Text::default(),
        help: Text::default(),
        name: Text::default(),
        one: Text::default(),
        at_most,
        changeable: None,
        facts: Vec::new(),
    }
}

fn owner_of<'t>(catalog: &Catalog, id: &'t str) -> (Owner, &'t str) {
    match id.split_once('.') {
        Some((list, id)) => (Owner::Entry(catalog.find_list(list).expect("the list is declared")), id),
        None => (Owner::Enterprise, id),
    }
}

fn entry_of(owner: Owner) -> Option<ListRef> {
    match owner {
        Owner::Enterprise => None,
        Owner::Entry(list) => Some(list),
    }
}

fn fact(catalog: &mut Catalog, text: &str) {
    let (head, ask_if) = text.split_once(" if ").map_or((text, None), |(a, b)| (a, Some(b)));
    let mut words = head.split_whitespace();
    let (owner, id) = owner_of(catalog, words.next().unwrap());
    let kind = words.next().expect("a fact has a type");
    let rest: Vec<&str> = words.collect();
    let number = |kind| FactType::Number {
        kind,
        bounds: rest.first().map_or(Interval::ANY, |it| numbers(it)),
        bands: Vec::new(),
    };
    let kind = match kind {
        "boolean" => FactType::Boolean,
        "integer" => number(NumberKind::Integer),
        "decimal" => number(NumberKind::Decimal),
        "money" => number(NumberKind::Money),
        "date" => FactType::Date { by_month: false },
        "choice" => FactType::Choice(options(catalog, &rest)),
        "choices" => FactType::Choices(options(catalog, &rest)),
        other => panic!("no type is called {other}"),
    };
    let otherwise = ask_if.and_then(|it| it.rsplit_once(" else ")).map(|(_, it)| {
        it.split(['|', '+'])
            .filter(|_| matches!(kind, FactType::Choice(_) | FactType::Choices(_)))
            .for_each(|option| drop(catalog.options.intern(&option.parse().unwrap())));
        value(catalog, &kind, it)
    });
    catalog.facts.push(Fact {
        id: id.parse().unwrap(),
        owner,
        kind,
        name: Text::default(),
        topic: None,
        ask: Text::default(),
        help: Text::default(),
        unit: Text::default(),
        ask_if: None,
        otherwise,
        changeable: None,
    });
    if let Owner::Entry(list) = owner {
        let fact = policy::FactRef(catalog.facts.len() - 1);
        catalog.lists[list.0].facts.push(fact);
    }
}

fn options(catalog: &mut Catalog, words: &[&str]) -> Vec<ChoiceOption> {
    let mut option = |word: &&str| {
        let id = catalog.options.intern(&word.parse::<Id>().unwrap()).unwrap();
        ChoiceOption { id, label: Text::default() }
    };
    words.iter().map(&mut option).collect()
}

fn ask_ifs<'t>(catalog: &mut Catalog, scope: &Scope, facts: impl Iterator<Item = &'t str>) {
    for (idx, text) in facts.enumerate() {
        let Some((_, ask_if)) = text.split_once(" if ") else { continue };
        let ask_if = ask_if.rsplit_once(" else ").map_or(ask_if, |(test, _)| test);
        let context = Context { entry: entry_of(catalog.facts[idx].owner), counted: false };
        catalog.facts[idx].ask_if = Some(checked(ask_if, scope, context, lang::check_test));
    }
}

/// A value as it is answered: `yes`, `5`, `5..9`, `2024-01-01..`, `a|b`, `a+b?`, `none`.
pub(crate) fn value(catalog: &Catalog, kind: &FactType, text: &str) -> Value {
    let option = |word: &str| catalog.options.find(word).unwrap_or_else(|| panic!("an option `{word}`"));
    match kind {
        FactType::Boolean => Value::Truth(match text {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        }),
        FactType::Number { .. } => Value::Number(numbers(text)),
        FactType::Date { .. } => Value::Date(interval(text)),
        FactType::Choice(_) => Value::Choice(text.split('|').map(option).collect()),
        FactType::Choices(_) => {
            let words: Vec<&str> = text.split('+').filter(|it| *it != "none").collect();
            let certain: OptionSet =
                words.iter().filter(|it| !it.ends_with('?')).map(|it| option(it)).collect();
            let possible = words.iter().map(|it| option(it.trim_end_matches('?'))).collect();
            Value::Choices { certain, possible }
        }
    }
}

/// `5`, `5..9`, `5..`, `..9`
pub(crate) fn numbers(text: &str) -> Interval<Number> {
    interval(text)
}

fn interval<T: Ord + Copy + std::str::FromStr>(text: &str) -> Interval<T> {
    let end = |it: &str| (!it.is_empty()).then(|| it.parse().ok().expect("ends are numbers or days"));
    match text.split_once("..") {
        Some((low, high)) => Interval::new(end(low), end(high)).expect("the lower end comes first"),
        None => Interval::exactly(end(text).unwrap()),
    }
}

fn parameter<T>(text: &str, read: impl Fn(&str) -> T) -> Parameter
where
    ParameterValues: From<Steps<T>>,
{
    let (id, steps) = text.split_once(' ').unwrap();
    let step = |text: &str| {
        let (from, rest) = text.trim().split_once(" = ").unwrap();
        let (value, to) = rest.split_once(" to ").map_or((rest, None), |(a, b)| (a, Some(b)));
        let (from, precision) = begin(from);
        Step {
            from,
            precision,
            to: to.map(|it| it.parse().unwrap()),
            value: read(value),
            source: String::new(),
        }
    };
    Parameter {
        id: id.parse().unwrap(),
        label: Text::default(),
        unit: Text::default(),
        records: Vec::new(),
        values: Steps(steps.split(',').map(step).collect()).into(),
    }
}

struct Steps<T>(Vec<Step<T>>);

impl From<Steps<Number>> for ParameterValues {
    fn from(steps: Steps<Number>) -> ParameterValues {
        ParameterValues::Numbers(steps.0)
    }
}

impl From<Steps<TierTable>> for ParameterValues {
    fn from(steps: Steps<TierTable>) -> ParameterValues {
        ParameterValues::Tiers(steps.0)
    }
}

fn figure(text: &str) -> Number {
    text.parse().unwrap()
}

fn table(text: &str) -> TierTable {
    let tier = |text: &str| {
        let (above, rate) = text.split_once(':').unwrap();
        Tier { above: figure(above), rate: figure(rate) }
    };
    TierTable::new(text.split_whitespace().map(tier).collect()).unwrap()
}

fn begin(text: &str) -> (policy::Date, DatePrecision) {
    match text.len() {
        4 => (format!("{text}-01-01").parse().unwrap(), DatePrecision::Year),
        _ => (text.parse().unwrap(), DatePrecision::Day),
    }
}

fn derived(catalog: &mut Catalog, scope: &mut Scope, text: &str) {
    let (id, value) = text.split_once(" = ").unwrap();
    let (owner, id) = owner_of(catalog, id);
    let context = Context { entry: entry_of(owner), counted: false };
    let value: DerivedValue =
        lang::check_derived(&ast(value), scope, context).unwrap_or_else(|it| panic!("`{value}`: {it:?}"));
    catalog.derived.push(Derived { id: id.parse().unwrap(), owner, label: Text::default(), value });
    let at = DerivedRef(catalog.derived.len() - 1);
    scope.declare_derived(at, &catalog.derived[at.0]);
}

fn ast(text: &str) -> lang::Ast {
    lang::parse(text).unwrap_or_else(|it| panic!("`{text}`: {it:?}"))
}

fn checked<T>(
    text: &str,
    scope: &Scope,
    context: Context,
    check: impl Fn(&lang::Ast, &Scope, Context) -> Result<Formula<T>, Vec<Mistake>>,
) -> Formula<T> {
    check(&ast(text), scope, context).unwrap_or_else(|it| panic!("`{text}`: {it:?}"))
}

fn rule_line(catalog: &mut Catalog, scope: &Scope, word: &str, rest: &str) {
    match word {
        "policy" => return catalog.policies.push(policy(rest)),
        "edition" => {
            let edition = edition(catalog, rest);
            return catalog.policies.last_mut().expect("an edition is of a policy").editions.push(edition);
        }
        "excludes" => {
            let relation = relation(catalog, rest);
            return catalog.policies.last_mut().expect("a policy excludes").excludes.push(relation);
        }
        _ => {}
    }
    let list = (word == "over").then(|| catalog.find_list(rest).expect("the list is declared"));
    let Some(edition) = catalog.policies.last_mut().and_then(|it| it.editions.last_mut()) else { return };
    let over = edition.rule.for_each;
    match word {
        "status" => edition.status = Some(status(rest)),
        "over" => edition.rule.for_each = list,
        "condition" => edition.rule.conditions.push(condition(scope, Context::default(), rest)),
        "each" => {
            let context = Context { entry: over, counted: false };
            edition.rule.each.push(condition(scope, context, rest));
        }
        "window" => edition.rule.windows.push(window(scope, rest)),
        "amount" => edition.rule.amounts.push(amount(scope, over, rest)),
        "where" => {
            let channel = if rest == "automatic" { Channel::Automatic } else { Channel::Online };
            edition.places.push(Where { channel, label: Text::default(), url: None });
        }
        _ => {}
    }
}

fn relation(catalog: &Catalog, text: &str) -> Relation {
    let (policy, list) = text.split_once(" each ").map_or((text, None), |(a, b)| (a, Some(b)));
    let each = list.map(|it| catalog.find_list(it).expect("the list is declared"));
    Relation { policy: policy.parse().unwrap(), each }
}

fn policy(id: &str) -> Policy {
    Policy {
        id: id.parse().unwrap(),
        title: Text::default(),
        official: None,
        summary: Text::default(),
        level: None,
        family: None,
        audience: Vec::new(),
        issuer: Vec::new(),
        questions: Questions::default(),
        excludes: Vec::new(),
        supersedes: Vec::new(),
        needs: Vec::new(),
        held: None,
        records: Vec::new(),
        editions: Vec::new(),
    }
}

fn edition(catalog: &Catalog, text: &str) -> Edition {
    let words: Vec<&str> = text.split_whitespace().collect();
    let after = |word: &str| words.iter().position(|it| *it == word).map(|idx| words[idx + 1]);
    let (from, precision) = begin(after("from").expect("an edition begins some day"));
    let by = after("by").map(|it| catalog.find_fact(it).expect("the event is a fact"));
    Edition {
        id: words[0].parse().unwrap(),
        valid: Validity { from, to: after("to").map(|it| it.parse().unwrap()), by, precision },
        status: None,
        notice: None,
        rule: Rule::default(),
        bring: Vec::new(),
        places: Vec::new(),
        sources: Vec::new(),
        summary: None,
        issuer: None,
        excludes: None,
        text: TextIn::default(),
    }
}

fn status(text: &str) -> Status {
    let (value, as_of) = text.split_once(' ').unwrap();
    let value = match value {
        "in-force" => StatusValue::InForce,
        "expired" => StatusValue::Expired,
        "superseded" => StatusValue::Superseded,
        "unknown" => StatusValue::Unknown,
        other => panic!("no status is called {other}"),
    };
    Status { value, as_of: as_of.parse().unwrap() }
}

fn condition(scope: &Scope, context: Context, text: &str) -> Condition {
    let (id, requirement) = text.split_once(' ').unwrap();
    Condition {
        id: id.parse().unwrap(),
        cite: None,
        label: Text::default(),
        requirement: self::requirement(scope, context, requirement),
    }
}

/// `officer`, `any { …; … }`, `all { …; … }`, `not { … }`, or a test.
fn requirement(scope: &Scope, context: Context, text: &str) -> Requirement {
    let text = text.trim();
    let inside = |word: &str| {
        let rest = text.strip_prefix(word)?.trim_start().strip_prefix('{')?;
        rest.strip_suffix('}').map(parts)
    };
    let part = |text: &str| Part {
        cite: None,
        label: Text::default(),
        requirement: requirement(scope, context, text),
    };
    if text == "officer" {
        Requirement::Officer
    } else if let Some(parts) = inside("any") {
        Requirement::Any(parts.into_iter().map(part).collect())
    } else if let Some(parts) = inside("all") {
        Requirement::All(parts.into_iter().map(part).collect())
    } else if let Some(parts) = inside("not") {
        Requirement::Not(Box::new(part(parts[0])))
    } else {
        Requirement::Test(Arc::new(checked::<Test>(text, scope, context, lang::check_test)))
    }
}

fn parts(text: &str) -> Vec<&str> {
    let mut depth = 0;
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, sign) in text.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' => depth -= 1,
            ';' if depth == 0 => {
                parts.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

fn window(scope: &Scope, text: &str) -> Window {
    let (opens, closes) = text.split_once("closes ").map_or((text, None), |(a, b)| (a, Some(b)));
    let opens = opens.trim().strip_prefix("opens ");
    let day = |it: &str| checked(it, scope, Context::default(), lang::check_day);
    Window { opens: opens.map(day), closes: closes.map(day), cite: None, label: Text::default() }
}

fn amount(scope: &Scope, over: Option<ListRef>, text: &str) -> Amount {
    let mut parts = text.split('|').map(str::trim);
    let id = parts.next().unwrap().parse().unwrap();
    let of_all = Context { entry: None, counted: over.is_some() };
    // What is reckoned for each is told first: what follows then runs for each.
    let mut payee = of_all;
    let mut amount = Amount {
        id,
        kind: AmountKind::Grant,
        label: Text::default(),
        value: None,
        up_to: false,
        within: None,
        unit: Unit::Cny,
        payment: Payment { per: Per::Once, from: None, until: None, for_months: None },
        cite: None,
    };
    for part in parts {
        match part.split_once(' ').unwrap_or((part, "")) {
            ("per", "month") => amount.payment.per = Per::Month,
            ("per", "year") => amount.payment.per = Per::Year,
            ("up", "to") => amount.up_to = true,
            ("within", source) => {
                amount.within = Some(checked(source, scope, Context::default(), lang::check_quantity));
            }
            ("kind", "loan") => amount.kind = AmountKind::Loan,
            ("kind", "tax-relief") => amount.kind = AmountKind::TaxRelief,
            ("for", months) => {
                amount.payment.for_months = Some(checked(months, scope, payee, lang::check_quantity));
            }
            ("from", day) => amount.payment.from = Some(checked(day, scope, payee, lang::check_day)),
            ("until", day) => amount.payment.until = Some(checked(day, scope, payee, lang::check_day)),
            ("each", value) => {
                payee = Context { entry: over, counted: true };
                amount.value = Some(AmountValue::Each(checked(value, scope, payee, lang::check_quantity)));
            }
            _ => amount.value = Some(AmountValue::Whole(checked(part, scope, of_all, lang::check_quantity))),
        }
    }
    amount
}
