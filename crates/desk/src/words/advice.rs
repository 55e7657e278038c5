//! Who serves what, and what one more would bring, in words.

use eligibility::{AmountResult, Chosen, Clash, GainedAmount, Joiner, Member, Shared, Verdict};
use policy::{Catalog, Interval, ListRef, Number, PolicyId, Profile, Text};

use super::{AmountWords, amount, before, count, from, join, money, text, working, yuan};

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
    let taken = clash.members.iter().filter(|it| it.taken);
    let uses = join(taken.map(|it| use_of(catalog, profile, clash, it)), "，", ", ");
    let lumped = clash.lumped.then(|| {
        text(
            "有的金额是把所有人合在一起算的，没有逐人拆开：同一个人两项都算在内的，只能享受其中一项",
            "some sums are reckoned for all people together and were not taken apart: whoever is in both may serve one of them only",
        )
    });
    let shared = clash.shared.iter().map(|it| drawn(catalog, it));
    let joiners = clash.joiners.iter().map(|it| joining(catalog, it));
    let said = [own_choice(clash), lumped, unsure(clash)].into_iter().flatten();
    ClashWords {
        sentence: comes_to(&uses, clash.total),
        note: join(said.chain(shared).chain(joiners), "；", "; "),
    }
}

/// Who serves what, and what that comes to.
fn comes_to(uses: &Text, total: Interval<Number>) -> Text {
    let is_open = total.high().is_none() && total.low().is_none_or(|it| it == Number::ZERO);
    if is_open {
        return text(
            format!("{}，金额要看情况", uses.zh),
            format!("{}: the sum depends on the case", uses.en),
        );
    }
    let total = money(total);
    text(format!("{}，{}", uses.zh, before("合计", &total.zh)), format!("{}: {} in all", uses.en, total.en))
}

/// What the reader's own choice gives up; nothing where nothing was chosen.
fn own_choice(clash: &Clash) -> Option<Text> {
    match clash.chosen {
        Chosen::Best => return None,
        Chosen::Impossible => {
            return Some(text(
                "您选的几项不能同时享受，这里仍按最划算的算",
                "what you chose cannot be had together: this is the best use",
            ));
        }
        Chosen::Preferred => {}
    }
    let lost = clash.best.low().zip(clash.total.low()).and_then(|(best, total)| best.minus(total));
    let lost = lost.filter(|it| Number::ZERO < *it).map(yuan);
    Some(match lost {
        Some(lost) => text(
            format!("这是您选的用法，比最划算的少 {lost} 元"),
            format!("your own choice: CNY {lost} less than the best use"),
        ),
        None => {
            text("这是您选的用法，不比最划算的少", "your own choice: it brings no less than the best use")
        }
    })
}

/// Why it is only the best that was found, and what no use brings more than.
fn unsure(clash: &Clash) -> Option<Text> {
    let why = match clash.solved {
        false => text(
            "组合太多，没有一一比过，这是找到的较好的用法",
            "there are too many ways to go through: this is a good one that was found",
        ),
        true if clash.exact || clash.lumped => return None,
        true => text(
            "有的金额还不确定，这里按确定的部分算",
            "some sums are not certain yet: this goes by the part that is",
        ),
    };
    let bound = clash.best.low().filter(|it| *it < clash.bound).map(|_| {
        let bound = yuan(clash.bound);
        text(
            format!("确定的部分怎么用都不超过 {bound} 元"),
            format!("no use brings more than CNY {bound} for certain"),
        )
    });
    Some(join([why, bound.unwrap_or_default()], "，", ", "))
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

fn use_of(catalog: &Catalog, profile: &Profile, clash: &Clash, member: &Member) -> Text {
    let title = title_in(catalog, clash, member);
    match n_people(catalog, profile, member) {
        Some(n) => text(format!("{} 人用于“{}”", n.zh, title.zh), format!("{} by “{}”", n.en, title.en)),
        None => text(format!("申请“{}”", title.zh), format!("“{}”", title.en)),
    }
}

/// What a member is called; with its edition where people fall under several of one policy.
pub fn title_in(catalog: &Catalog, clash: &Clash, member: &Member) -> Text {
    let (title, edition) = (title(catalog, &member.policy), &member.edition);
    match clash.members.iter().filter(|it| it.policy == member.policy).count() {
        0 | 1 => title,
        _ => text(format!("{}（{edition}）", title.zh), format!("{} ({edition})", title.en)),
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
