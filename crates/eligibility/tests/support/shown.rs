//! Results as text, in the order in which a reader is told.

use eligibility::{
    AmountResult, Cause, Clash, Event, FigureOf, Happening, Missing, OneMore, PolicyResult, Share, Sign,
    Subject, Working,
};
use policy::{Catalog, Id, Interval, Possible};

/// The verdict, and the first day where there is one.
pub(crate) fn headline(result: &PolicyResult) -> String {
    match result.eligible_from {
        Some(from) => format!("{} {:?} {}", result.edition, result.verdict, range(from)),
        None => format!("{} {:?}", result.edition, result.verdict),
    }
}

/// Everything but what never changes: titles, labels, citations.
pub(crate) fn result(catalog: &Catalog, result: &PolicyResult) -> String {
    let mut text = format!("{} {}\n", result.policy, headline(result));
    text += &findings(catalog, result);
    if let Some(counted) = result.counted {
        text += &format!("  counted {}\n", range(counted));
    }
    for it in &result.standings {
        text += &format!("  entry {} {:?}", it.entry, it.outcome);
        let those = [("unmet", &it.unmet), ("unknown", &it.unknown), ("officer", &it.officer)];
        for (word, ids) in those.iter().filter(|it| !it.1.is_empty()) {
            let ids: Vec<&str> = ids.iter().map(|it| it.as_str()).collect();
            text += &format!(" {word}: {}", ids.join(", "));
        }
        text += "\n";
    }
    if !result.missing.is_empty() {
        text += &format!("  missing {}\n", missing(catalog, &result.missing));
    }
    for it in &result.amounts {
        text += &amount(catalog, it);
    }
    text
}

/// Each share of each person, with how it is reckoned.
pub(crate) fn share(catalog: &Catalog, it: &Share) -> String {
    let mut text =
        format!("{} {} x {}: {}", it.amount, it.entry, range(it.counted), working(catalog, &it.working));
    text += &format!(" = {}", range(it.value));
    for (word, day) in [("from", it.from), ("until", it.until)] {
        text += &day.map_or(String::new(), |day| format!(", {word} {}", possible(day)));
    }
    for (word, sum) in [("whole", it.totals.whole), ("remaining", it.totals.remaining)] {
        text += &sum.map_or(String::new(), |sum| format!(", {word} {}", range(sum)));
    }
    text + "\n"
}

/// A figure with the figures put in.
pub(crate) fn working(catalog: &Catalog, it: &Working) -> String {
    let all = |of: &[Working]| of.iter().map(|it| working(catalog, it)).collect::<Vec<_>>().join(", ");
    match it {
        Working::Figure { value, of: Some(FigureOf::Parameter(parameter)) } => {
            format!("{} {}", catalog.parameter(*parameter).id, range(*value))
        }
        Working::Figure { value, of: Some(FigureOf::Months) } => format!("{} months", range(*value)),
        Working::Figure { value, of: _ } => range(*value),
        Working::Both { sign, left, right } => {
            let sign = match sign {
                Sign::Plus => "+",
                Sign::Minus => "-",
                Sign::Times => "x",
                Sign::Over => "/",
            };
            format!("({} {sign} {})", working(catalog, left), working(catalog, right))
        }
        Working::Least(of) => format!("least({})", all(of)),
        Working::Greatest(of) => format!("greatest({})", all(of)),
        Working::Rounded(of, places) => format!("round({}, {places})", working(catalog, of)),
    }
}

/// Who serves what.
pub(crate) fn clash(it: &Clash) -> String {
    let mut text = format!(
        "total {} of {}{}{}\n",
        range(it.total),
        range(it.best),
        if it.exact { "" } else { " at least" },
        if it.solved { String::new() } else { format!(", a good use, none above {}", it.bound) }
    );
    for it in &it.members {
        let names = |of: &[Id]| of.iter().map(|it| it.to_string()).collect::<Vec<_>>().join(" ");
        let taken = if it.taken { "taken" } else { "left" };
        let brings = format!("{} of {}", range(it.brings), range(it.alone));
        text +=
            &format!("  {} {taken} {brings}: {} | {}\n", it.policy, names(&it.entries), names(&it.given_up));
    }
    for it in &it.shared {
        let by = it.by.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        text += &format!("  {by} draw from {}\n", range(it.holds));
    }
    for it in &it.joiners {
        text += &format!("  {} {:?}, {} alone: ", it.policy, it.verdict, range(it.alone));
        text += if it.taken { "taken" } else { "left" };
        it.instead_of.iter().for_each(|it| text += &format!(", not {it}"));
        text += &it.more.map_or(", more without bound".to_owned(), |it| format!(", {it} more"));
        text += "\n";
    }
    text
}

/// What one more would bring.
pub(crate) fn one_more(it: &OneMore) -> String {
    let mut text = format!("{}\n", it.group);
    for gain in &it.gains {
        text += &format!("  {} {:?} to {:?}", gain.policy, gain.before, gain.after);
        text += &gain.from.map_or(String::new(), |it| format!(" from {}", range(it)));
        for amount in &gain.amounts {
            text += &format!(", {} {}", amount.id, range(amount.value));
            text += &amount.totals.remaining.map_or(String::new(), |it| format!(" remaining {}", range(it)));
        }
        for rival in &gain.instead_of {
            text += &format!(" (or {rival})");
        }
        text += "\n";
    }
    text
}

/// What happens when.
pub(crate) fn event(it: &Event) -> String {
    let what = match &it.what {
        Happening::Opens => "opens".to_owned(),
        Happening::WindowOpens => "window opens".to_owned(),
        Happening::WindowCloses => "window closes".to_owned(),
        Happening::Ends { amount } => format!("{amount} ends"),
        Happening::CountsFrom { entry } => format!("{entry} counts"),
        Happening::EntryEnds { entry, amount } => format!("{amount} of {entry} ends"),
    };
    format!("{} {} {what}\n", range(it.on), it.policy)
}

/// A line for each condition.
fn findings(catalog: &Catalog, result: &PolicyResult) -> String {
    let mut text = String::new();
    for it in &result.findings {
        text += &format!("  {} {:?}", it.condition, it.outcome);
        if let Some(counted) = it.counted {
            text += &format!(" ({})", range(counted));
        }
        if !it.missing.is_empty() {
            text += &format!(": {}", missing(catalog, &it.missing));
        }
        text += "\n";
    }
    text
}

fn amount(catalog: &Catalog, amount: &AmountResult) -> String {
    let mut text = format!("  amount {} {}", amount.id, amount.value.map_or("open".to_owned(), range));
    text += if amount.up_to { " (a ceiling)" } else { "" };
    if let Some(whole) = amount.totals.whole {
        text += &format!(", whole {}", range(whole));
    }
    if let Some(remaining) = amount.totals.remaining {
        text += &format!(", remaining {}", range(remaining));
    }
    if let Some(until) = amount.until {
        text += &format!(", until {}", possible(until));
    }
    if !amount.missing.is_empty() {
        text += &format!(": {}", missing(catalog, &amount.missing));
    }
    text + "\n"
}

fn missing(catalog: &Catalog, missing: &[Missing]) -> String {
    let one = |it: &Missing| {
        let subject = match &it.subject {
            Subject::Fact(fact) => catalog.fact(*fact).id.to_string(),
            Subject::EntryFact(list, entry, fact) => {
                format!("{}.{entry}.{}", catalog.list(*list).id, catalog.fact(*fact).id)
            }
            Subject::List(list) => catalog.list(*list).id.to_string(),
            Subject::Had(policy) => format!("had {policy}"),
            Subject::Parameter(parameter) => catalog.parameter(*parameter).id.to_string(),
            Subject::Policy(policy) => format!("policy {policy}"),
        };
        match it.cause {
            Cause::NotAsked => subject,
            Cause::DontKnow => format!("{subject} (don't know)"),
            Cause::NotPublished => format!("{subject} (not published)"),
            Cause::NotComputable => format!("{subject} (not computable)"),
        }
    };
    missing.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// `5`, `5..9`, `5..`
fn range<T: Ord + Copy + ToString>(range: Interval<T>) -> String {
    let end = |it: Option<T>| it.map_or(String::new(), |it| it.to_string());
    match range.exact() {
        Some(exact) => exact.to_string(),
        None => format!("{}..{}", end(range.low()), end(range.high())),
    }
}

/// The same with `or none`.
fn possible<T: Ord + Copy + ToString>(value: Possible<T>) -> String {
    match (value.some, value.none) {
        (Some(some), false) => range(some),
        (Some(some), true) => format!("{} or none", range(some)),
        (None, _) => "none".to_owned(),
    }
}
