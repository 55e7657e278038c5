//! Words that stand on every hand-out.

use desk::{Lingua, words::text};
use eligibility::ConditionOutcome;
use policy::Text;

/// The words of the sheet by the names that its template uses: name, Chinese, English.
pub(crate) const OF_SHEET: &[(&str, &str, &str)] = &[
    ("title", "政策一次性告知单", "Support for your enterprise"),
    ("pack", "政策包", "Policy pack"),
    ("client", "企业", "Enterprise"),
    ("adviser", "经办人、电话", "Adviser, telephone"),
    ("as_of", "评估日期", "Assessed on"),
    ("conditions", "条件", "Conditions"),
    ("papers", "要带的材料", "To bring"),
    ("places", "到哪里办", "Where"),
    ("when", "什么时候", "When"),
    ("basis", "依据", "Basis"),
    ("amount", "金额", "Amount"),
    ("arithmetic", "怎么算", "Arithmetic"),
    ("caution", "先核实", "Ask first"),
    ("together", "不能同时享受的，这样用最划算", "Not to be had together: the best use"),
    ("office", "部门认定", "The office decides"),
    ("all_papers", "材料清单", "What to bring, each paper once"),
    ("serves", "用于", "for"),
    ("days", "日程", "What comes when"),
    ("unknown", "还不知道的", "Not known yet"),
    (
        "unknown_intro",
        "弄清下面这些，上面的结论才能定下来：",
        "Once these are known, what is open above can be decided:",
    ),
    ("answers", "您告诉我们的", "What you told us"),
    ("documents", "依据的文件", "Resting on"),
    ("sources", "出处", "Sources"),
    ("annex", "附：逐项说明", "In full"),
    ("money", "补贴和报销", "Grants and reimbursements"),
    ("money_note", "不含减税、贷款和服务", "without tax relief, loans and services"),
    ("stamp", "经办人签字 / 盖章", "Adviser, signature or stamp"),
    (
        "disclaimer",
        "不是主管部门的决定。依据您的回答，以主管部门认定为准。",
        "Not an official decision. It rests on your answers; the competent office decides.",
    ),
    ("nothing", "按现在的回答，没有可以列出的政策。", "On these answers there is no support to list."),
];

/// What can be said of a condition, in a word.
pub(crate) fn outcome(outcome: ConditionOutcome) -> Text {
    match outcome {
        ConditionOutcome::Met => text("符合", "met"),
        ConditionOutcome::Unmet => text("不符合", "not met"),
        ConditionOutcome::Unknown => text("不知道", "not known"),
        ConditionOutcome::Officer => text("部门认定", "office"),
    }
}

/// "3 项", "3 items".
pub(crate) fn n_items(n: usize) -> Text {
    text(format!("{n} 项"), if n == 1 { "1 item".to_owned() } else { format!("{n} items") })
}

/// How many more there are, and where.
pub(crate) fn left_out(n: usize) -> Text {
    text(format!("另有 {n} 项，在软件的“结果”里看"), format!("{n} more under “Results” in the program"))
}

/// How many more things are not known, and where to tell them.
pub(crate) fn more_unknown(n: usize) -> Text {
    text(
        format!("另有 {n} 件不知道的，在软件里可以接着答"),
        format!("{n} more can be answered in the program"),
    )
}

/// A word of the sheet.
pub(crate) fn word(name: &str, lingua: Lingua) -> &'static str {
    let found = OF_SHEET.iter().find(|it| it.0 == name);
    found.map_or("", |it| match lingua {
        Lingua::Zh => it.1,
        Lingua::En => it.2,
    })
}
