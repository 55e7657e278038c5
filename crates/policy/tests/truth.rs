//! The one table of connectives. The table decides, not prose: when it changes, a reader sees every cell that did.

use expect_test::{Expect, expect};
use policy::truth::{Answered, Outcomes};

#[test]
fn once_nothing_is_unknown() {
    expect![[r#"
        and      Yes No Officer
        Yes      Yes No Officer
        No       No No No
        Officer  Officer No Officer
        or       Yes No Officer
        Yes      Yes Yes Yes
        No       Yes No Officer
        Officer  Yes Officer Officer
        not Yes = No
        not No = Yes
        not Officer = Officer
    "#]]
    .assert_eq(
        &[
            square("and", Answered::ALL, Answered::and),
            square("or", Answered::ALL, Answered::or),
            Answered::ALL.map(|it| format!("not {it:?} = {:?}\n", it.negated())).concat(),
        ]
        .concat(),
    );
}

#[test]
fn and_of_every_two_sets() {
    check_sets(
        "and",
        Outcomes::and,
        expect![[r#"
            and             yes             no              yes|no          officer         yes|officer     no|officer      yes|no|officer
            yes             yes             no              yes|no          officer         yes|officer     no|officer      yes|no|officer
            no              no              no              no              no              no              no              no
            yes|no          yes|no          no              yes|no          no|officer      yes|no|officer  no|officer      yes|no|officer
            officer         officer         no              no|officer      officer         officer         no|officer      no|officer
            yes|officer     yes|officer     no              yes|no|officer  officer         yes|officer     no|officer      yes|no|officer
            no|officer      no|officer      no              no|officer      no|officer      no|officer      no|officer      no|officer
            yes|no|officer  yes|no|officer  no              yes|no|officer  no|officer      yes|no|officer  no|officer      yes|no|officer
        "#]],
    );
}

#[test]
fn or_of_every_two_sets() {
    check_sets(
        "or",
        Outcomes::or,
        expect![[r#"
            or              yes             no              yes|no          officer         yes|officer     no|officer      yes|no|officer
            yes             yes             yes             yes             yes             yes             yes             yes
            no              yes             no              yes|no          officer         yes|officer     no|officer      yes|no|officer
            yes|no          yes             yes|no          yes|no          yes|officer     yes|officer     yes|no|officer  yes|no|officer
            officer         yes             officer         yes|officer     officer         yes|officer     officer         yes|officer
            yes|officer     yes             yes|officer     yes|officer     yes|officer     yes|officer     yes|officer     yes|officer
            no|officer      yes             no|officer      yes|no|officer  officer         yes|officer     no|officer      yes|no|officer
            yes|no|officer  yes             yes|no|officer  yes|no|officer  yes|officer     yes|officer     yes|no|officer  yes|no|officer
        "#]],
    );
}

#[test]
fn what_is_asked_of_every_set() {
    let mut text = format!(
        "{:16}{:16}{:16}{:6}{:6}{:6}{:8}\n",
        "", "not", "office aside", "yes", "no", "open", "unknown"
    );
    for it in Outcomes::all() {
        let aside = it.office_aside();
        let word = |holds: bool| if holds { "x" } else { "-" };
        text += &format!(
            "{:16}{:16}{:16}{:6}{:6}{:6}{}\n",
            shown(it),
            shown(it.negated()),
            shown(aside),
            word(it.is_yes()),
            word(it.is_no()),
            word(it.is_open()),
            word(it.is_unknown()),
        );
    }
    expect![[r#"
                        not             office aside    yes   no    open  unknown 
        yes             no              yes             x     -     x     -
        no              yes             no              -     x     -     -
        yes|no          yes|no          yes|no          -     -     -     x
        officer         officer         yes             -     -     x     -
        yes|officer     no|officer      yes             -     -     x     -
        no|officer      yes|officer     yes|no          -     -     -     x
        yes|no|officer  yes|no|officer  yes|no          -     -     -     x
    "#]]
    .assert_eq(&text);
}

#[test]
fn the_connectives_keep_the_laws_of_sets() {
    for a in Outcomes::all() {
        assert_eq!(a.negated().negated(), a);
        for b in Outcomes::all() {
            assert_eq!(a.and(b), b.and(a), "and takes its parts in any order: {a:?}, {b:?}");
            assert_eq!(a.or(b), b.or(a), "or takes its parts in any order: {a:?}, {b:?}");
            assert_eq!(a.and(b).negated(), a.negated().or(b.negated()), "De Morgan: {a:?}, {b:?}");
            for c in Outcomes::all() {
                assert_eq!(a.and(b).and(c), a.and(b.and(c)), "and groups in any way: {a:?}, {b:?}, {c:?}");
                assert_eq!(a.join(c).and(b), a.and(b).join(c.and(b)), "pointwise: {a:?}, {c:?}, {b:?}");
                assert_eq!(a.join(c).or(b), a.or(b).join(c.or(b)), "pointwise: {a:?}, {c:?}, {b:?}");
            }
        }
    }
}

fn check_sets(name: &str, join: fn(Outcomes, Outcomes) -> Outcomes, expected: Expect) {
    let all: Vec<Outcomes> = Outcomes::all().collect();
    let mut text = format!("{name:16}");
    all.iter().for_each(|it| text += &format!("{:16}", shown(*it)));
    text = text.trim_end().to_owned() + "\n";
    for a in &all {
        let mut row = format!("{:16}", shown(*a));
        all.iter().for_each(|b| row += &format!("{:16}", shown(join(*a, *b))));
        text += row.trim_end();
        text += "\n";
    }
    expected.assert_eq(&text);
}

fn square(name: &str, all: [Answered; 3], join: fn(Answered, Answered) -> Answered) -> String {
    let mut text = format!("{name:9}{}\n", all.map(|it| format!("{it:?}")).join(" "));
    for a in all {
        let row = all.map(|b| format!("{:?}", join(a, b))).join(" ");
        text += &format!("{:9}{row}\n", format!("{a:?}"));
    }
    text
}

fn shown(outcomes: Outcomes) -> String {
    format!("{outcomes:?}")
}
