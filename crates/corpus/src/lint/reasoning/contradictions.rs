//! Two conditions of a rule that can each be met, and never together.

use policy::{Edition, Part, Requirement, Text};

use super::{
    conditions::{conditions_of, part, place_of},
    ground::{Ground, facts_of},
};
use crate::{read::Table, remark::Remarks};

pub(super) fn check(remarks: &mut Remarks<'_>, ground: &Ground<'_>, edition: &Edition, rule: &Table<'_>) {
    let conditions = conditions_of(edition, rule);
    for (idx, (table, condition, of)) in conditions.iter().enumerate() {
        if ground.is_never_met(&condition.requirement, *of) {
            continue;
        }
        for (other_table, other, other_of) in &conditions[..idx] {
            let of = of.or(*other_of);
            let both = vec![part(other.requirement.clone()), part(condition.requirement.clone())];
            if !share_facts(&both)
                || ground.is_never_met(&other.requirement, *other_of)
                || !ground.is_never_met(&Requirement::All(both), of)
            {
                continue;
            }
            let message = format!("whoever meets this condition cannot meet `{}`", other.id);
            remarks.error(&place_of(table), "contradiction", message);
            let line = remarks.line(&place_of(other_table));
            let other = &other.id;
            remarks.hint(Text::new(
                format!("`{other}` 在第 {line} 行；把两条写成 `any`，或改其中一条"),
                format!("`{other}` stands in line {line}; make the two an `any`, or mend one"),
            ));
        }
    }
}

fn share_facts(both: &[Part]) -> bool {
    let [one, other] = both else { return false };
    !facts_of(&one.requirement).is_disjoint(&facts_of(&other.requirement))
}
