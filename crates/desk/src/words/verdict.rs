//! Verdicts as sentences that never promise, and reasons in one line.

use eligibility::{Cause, ConditionOutcome, Finding, Missing, PolicyResult, Subject, Verdict};
use policy::{Catalog, Interval, Number, Text};

use super::{before, date, figure, join, plural, text};

/// The verdict in a word or two.
pub fn verdict(result: &PolicyResult) -> Text {
    match result.verdict {
        Verdict::Eligible if result.automatic => text("自动享受", "Comes by itself"),
        Verdict::Eligible => text("可以申请", "You can apply"),
        Verdict::Undetermined => text("还需了解", "Need more information"),
        Verdict::Upcoming => text("即将可以", "Soon"),
        Verdict::Ineligible => text("目前不符合", "Not now"),
        Verdict::Missed => text("本轮已截止", "This round has closed"),
    }
}

/// Nobody should walk to a counter for what was last seen in force long ago without asking first; else empty.
pub fn to_confirm(result: &PolicyResult) -> Text {
    match result.verdict {
        Verdict::Eligible | Verdict::Undetermined | Verdict::Upcoming if result.to_confirm => {
            text("待核实", "to be confirmed")
        }
        Verdict::Eligible
        | Verdict::Undetermined
        | Verdict::Upcoming
        | Verdict::Ineligible
        | Verdict::Missed => Text::default(),
    }
}

/// The verdict as a sentence.
pub fn sentence(result: &PolicyResult) -> Text {
    let officer = count_of(result, ConditionOutcome::Officer);
    let unknown = count_of(result, ConditionOutcome::Unknown);
    let unmet = count_of(result, ConditionOutcome::Unmet);
    match result.verdict {
        Verdict::Eligible => eligible(result, officer),
        Verdict::Undetermined if unknown == 0 => {
            text("还不能下结论：要看还没回答的题。", "Not decided yet: it hangs on what was not answered.")
        }
        Verdict::Undetermined => text(
            format!("还不能下结论：{unknown} 个条件还不知道是否符合。"),
            format!("Not decided yet: {} not known.", plural(unknown, "condition is", "conditions are")),
        ),
        Verdict::Upcoming => {
            let from = result.eligible_from.map(date::from).unwrap_or_default();
            text(
                format!("现在还不到时候。别的不变，{}就符合。", from.zh),
                format!("Not yet. If nothing else changes, you qualify {}.", from.en),
            )
        }
        Verdict::Ineligible if unmet == 0 => {
            text("按您的回答，目前不符合。", "On your answers, you do not qualify at present.")
        }
        Verdict::Ineligible => text(
            format!("按您的回答，目前有 {unmet} 个条件不符合。"),
            format!(
                "On your answers, {} not met at present.",
                plural(unmet, "condition is", "conditions are")
            ),
        ),
        Verdict::Missed => text(
            "能核对的条件都符合，但申请时间已经过了。",
            "The conditions that can be checked here hold, but the time to apply is over.",
        ),
    }
}

fn eligible(result: &PolicyResult, officer: u64) -> Text {
    let holds = if result.automatic {
        text(
            "按您的回答，能核对的条件都符合。不用申请，由部门主动发放。",
            "On your answers, you meet all conditions that can be checked here. Nobody applies: it comes by itself.",
        )
    } else {
        text(
            "按您的回答，能核对的条件都符合。",
            "On your answers, you meet all conditions that can be checked here.",
        )
    };
    let office = match officer {
        0 => Text::default(),
        n => text(
            format!("还有 {n} 项由部门认定。"),
            format!("The office still decides {}.", plural(n, "point", "points")),
        ),
    };
    join([holds, office], "", " ")
}

/// The strongest reason, in one line; empty where there is nothing to add.
pub fn reason(catalog: &Catalog, result: &PolicyResult) -> Text {
    match result.verdict {
        Verdict::Ineligible => {
            let unmet = result.findings.iter().find(|it| it.outcome == ConditionOutcome::Unmet);
            unmet
                .map(|it| text(format!("不符合：{}", it.label.zh), format!("Not met: {}", it.label.en)))
                .unwrap_or_default()
        }
        Verdict::Undetermined if result.missing.is_empty() => Text::default(),
        Verdict::Undetermined => {
            let names = result.missing.iter().take(2).map(|it| missing(catalog, it));
            let names = join(names, "、", ", ");
            text(format!("还要知道：{}", names.zh), format!("Still to know: {}", names.en))
        }
        Verdict::Upcoming => result.eligible_from.map(date::from).unwrap_or_default(),
        Verdict::Eligible | Verdict::Missed => Text::default(),
    }
}

/// What is missing, in short.
pub fn missing(catalog: &Catalog, missing: &Missing) -> Text {
    match (&missing.subject, missing.cause) {
        (Subject::Fact(fact) | Subject::EntryFact(_, _, fact), Cause::NotComputable) => {
            let name = &catalog.fact(*fact).name;
            text(format!("{}（算不出来）", name.zh), format!("{} (cannot be reckoned)", name.en))
        }
        (Subject::Fact(fact) | Subject::EntryFact(_, _, fact), _) => catalog.fact(*fact).name.clone(),
        (Subject::List(list), _) => catalog.list(*list).name.clone(),
        (Subject::Had(policy), _) => {
            let title = catalog.policy(policy.as_str()).map(|it| it.title.clone()).unwrap_or_default();
            text(format!("以前领过“{}”没有", title.zh), format!("whether “{}” was received before", title.en))
        }
        (Subject::Parameter(parameter), _) => {
            let label = &catalog.parameter(*parameter).label;
            text(
                format!("{}（没有公布或没有查到）", label.zh),
                format!("{} (not published or not found)", label.en),
            )
        }
        (Subject::Policy(policy), _) => {
            let title = catalog.policy(policy.as_str()).map(|it| it.title.clone()).unwrap_or_default();
            text(format!("“{}”当时的规定", title.zh), format!("the rules of “{}” at the time", title.en))
        }
    }
}

/// "3 of 5 count"; empty where nothing was entered yet.
pub fn counted(counted: Interval<Number>, of: Interval<Number>) -> Text {
    if of == Interval::ANY || of.high() == Some(Number::ZERO) {
        return Text::default();
    }
    let all = figure::count(of);
    if counted.high().is_none() && counted.low().is_none_or(|it| it <= Number::ZERO) {
        return text(
            format!("{} 个，其中几个算数还不知道", all.zh),
            format!("how many of {} count is not known yet", all.en),
        );
    }
    let n = figure::count(counted);
    let verb = if counted.exact() == Some(Number::ONE) { "counts" } else { "count" };
    text(format!("{} 个，{} 个算数", all.zh, before("其中", &n.zh)), format!("{} of {} {verb}", n.en, all.en))
}

fn count_of(result: &PolicyResult, outcome: ConditionOutcome) -> u64 {
    let those = |it: &&Finding| it.outcome == outcome;
    result.findings.iter().filter(those).count() as u64
}
