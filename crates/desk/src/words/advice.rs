//! Who serves what, and what one more would bring, in words.

use eligibility::{AmountResult, Clash, GainedAmount, Joiner, Member, Shared, Verdict};
use policy::{Catalog, Interval, ListRef, Number, PolicyId, Profile, Text};

use super::{AmountWords, amount, count, from, join, money, text, working, yuan};

/// Supports that exclude each other, and their use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClashWords {
    /// Who serves what, and what it comes to.
    pub sentence: Text,
    /// What is given up or not certain; may be empty.
    pub note: Text,
}

/// A use of supports that exclude each other.
pub fn clash(catalog: &Catalog, profile: &Profile, clash: &Clash) -> ClashWords {
    let taken = clash.members.iter().filter(|it| it.taken).map(|it| use_of(catalog, profile, it));
    let uses = join(taken, "，", ", ");
    let total = money(clash.total);
    let lost = match (clash.best.low(), clash.total.low()) {
        (Some(best), Some(total)) if total < best => {
            let lost = yuan(best.minus(total).unwrap_or(Number::ZERO));
            text(
                format!("这是您选的用法，比最划算的少 {lost} 元"),
                format!("your own choice: CNY {lost} less than the best use"),
            )
        }
        _ => Text::default(),
    };
    let lumped = clash.lumped.then(|| {
        text(
            "有的金额是把所有人合在一起算的，没有逐人拆开：同一个人两项都算在内的，只能享受其中一项",
            "some sums are reckoned for all people together and were not taken apart: whoever is in both may serve one of them only",
        )
    });
    let unsure = (clash.solved && !clash.exact && !clash.lumped).then(|| {
        text(
            "有的金额还不确定，这里按确定的部分算",
            "some sums are not certain yet: this goes by the part that is",
        )
    });
    let sentence = match clash.solved {
        true => text(format!("{}，合计 {}", uses.zh, total.zh), format!("{}: {} in all", uses.en, total.en)),
        false => too_many(clash.members.len()),
    };
    let shared = clash.shared.iter().map(|it| drawn(catalog, it));
    let joiners = clash.joiners.iter().map(|it| joining(catalog, it));
    let said = [Some(lost), lumped, unsure].into_iter().flatten();
    ClashWords { sentence, note: join(said.chain(shared).chain(joiners), "；", "; ") }
}

/// What several of them draw from, and that they bring no more together.
fn drawn(catalog: &Catalog, shared: &Shared) -> Text {
    let by = titles(catalog, &shared.by);
    let source = working(catalog, &shared.working);
    text(
        format!("{}加起来不超过 {}", by.zh, source.zh),
        format!("{} together bring no more than {}", by.en, source.en),
    )
}

/// What may open yet, and what the best use would then be.
fn joining(catalog: &Catalog, joiner: &Joiner) -> Text {
    let title = title(catalog, &joiner.policy);
    let when = match joiner.verdict {
        Verdict::Upcoming => joiner.from.map(from).unwrap_or_default(),
        _ => text("还需了解", "not known yet"),
    };
    let once = text(
        format!("“{}”（{}）要是也能享受", title.zh, when.zh),
        format!("should “{}” open ({})", title.en, when.en),
    );
    let change = if !joiner.taken || joiner.more == Some(Number::ZERO) {
        text("用法不变，它带来的不会更多", "nothing changes: it brings no more")
    } else {
        let instead = titles(catalog, &joiner.instead_of);
        let used = match joiner.instead_of.is_empty() {
            true => text("可以加上它", "it comes on top"),
            false => text(
                format!("可以改用它，{}就少用或不用", instead.zh),
                format!("it can be taken, with less or nothing of {}", instead.en),
            ),
        };
        let more = joiner.more.map_or_else(
            || text("多多少要看情况", "how much more depends on the case"),
            |it| text(format!("最多再多 {} 元", yuan(it)), format!("up to CNY {} more", yuan(it))),
        );
        join([used, more], "，", ", ")
    };
    join([once, change], "，", ", ")
}

fn titles(catalog: &Catalog, policies: &[PolicyId]) -> Text {
    let quoted = |it: &PolicyId| {
        let title = title(catalog, it);
        text(format!("“{}”", title.zh), format!("“{}”", title.en))
    };
    join(policies.iter().map(quoted), "、", ", ")
}

/// So many that nobody went through all the ways to combine them.
fn too_many(n: usize) -> Text {
    text(
        format!("这 {n} 项互相牵连，有的不能一起享受；组合太多，没有算出最划算的用法，请自己选"),
        format!(
            "these {n} hang together and some cannot be had beside others; there are too many ways to find the best one: \
             choose yourself"
        ),
    )
}

fn use_of(catalog: &Catalog, profile: &Profile, member: &Member) -> Text {
    let title = title(catalog, &member.policy);
    match n_people(catalog, profile, member) {
        Some(n) => text(format!("{} 人用于“{}”", n.zh, title.zh), format!("{} by “{}”", n.en, title.en)),
        None => text(format!("申请“{}”", title.zh), format!("“{}”", title.en)),
    }
}

fn title(catalog: &Catalog, policy: &PolicyId) -> Text {
    catalog.policy(policy.as_str()).map(|it| it.title.clone()).unwrap_or_default()
}

/// How many people serve a support, those alike counted each.
fn n_people(catalog: &Catalog, profile: &Profile, member: &Member) -> Option<Text> {
    let policy = catalog.policy(member.policy.as_str()).ok()?;
    let list: ListRef = policy.editions.iter().find(|it| it.id == member.edition)?.rule.for_each?;
    let entries = profile.lists.get(&list).map(|it| it.entries.as_slice()).unwrap_or_default();
    let serving = entries.iter().filter(|it| member.entries.contains(&it.id));
    let n = serving.map(|it| it.n).try_fold(Interval::exactly(Number::ZERO), |sum, n| {
        let add = |a: Option<Number>, b: Option<Number>| a.zip(b).and_then(|(a, b)| a.plus(b));
        Interval::new(add(sum.low(), n.low()), add(sum.high(), n.high()))
    });
    n.filter(|_| !member.entries.is_empty()).map(count)
}

/// What comes on top with one more: the sum with its length, and how it comes about (may be empty).
pub fn gained(catalog: &Catalog, gained: &GainedAmount) -> (Text, Text) {
    let AmountWords { figure, unit, note } = amount(&AmountResult {
        id: gained.id.clone(),
        kind: gained.kind,
        label: Text::default(),
        cite: None,
        value: Some(gained.value),
        up_to: gained.up_to,
        unit: gained.unit.clone(),
        per: gained.per,
        from: None,
        until: gained.until,
        for_months: None,
        totals: gained.totals,
        missing: Vec::new(),
    });
    let sum = join([join([figure, unit], " ", " "), note], "，", ", ");
    (sum, gained.working.as_ref().map(|it| working(catalog, it)).unwrap_or_default())
}
