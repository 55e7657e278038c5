//! What everything comes to, kind of money by kind of money.

use eligibility::{Purse, Sums};
use policy::{Number, Text};

use super::{join, text, yuan};

/// What comes of one kind of money in the best use: certain, to be confirmed, possible.
pub fn sums(purse: Purse, sums: &Sums) -> Text {
    let part = |sum: Number, zh: &str, en: &str| {
        let figure = yuan(sum);
        (Number::ZERO < sum).then(|| text(format!("{zh} {figure} 元"), format!("{en} CNY {figure}")))
    };
    let parts = [
        part(sums.certain, "确定的至少", "certain: at least"),
        part(sums.to_confirm, "先向部门核实才算数的至少", "only once the office has confirmed it: at least"),
        part(sums.possible, "还可能有的最多", "possible on top of that: up to"),
        sums.unbounded.then(|| text("另有金额要看情况的", "and some whose amount depends on the case")),
    ];
    let parts = join(parts.into_iter().flatten(), "；", "; ");
    let name = name(purse);
    if parts.is_empty() {
        return text(
            format!("{}：目前没有算得出来的金额。", name.zh),
            format!("{}: none whose amount can be reckoned at present.", name.en),
        );
    }
    text(format!("{}：{}。", name.zh, parts.zh), format!("{}: {}.", name.en, parts.en))
}

fn name(purse: Purse) -> Text {
    match purse {
        Purse::Grants => text(
            "补贴和报销（不含减税、贷款和服务）",
            "Grants and reimbursements (not tax relief, loans or services)",
        ),
        Purse::TaxRelief => text("少缴的税费", "Tax relief"),
        Purse::Interest => text("贴息", "Interest subsidies"),
        Purse::Loans => text("贷款（要还）", "Loans (to be paid back)"),
        Purse::Services => text("服务（不是现金）", "Services (not cash)"),
    }
}
