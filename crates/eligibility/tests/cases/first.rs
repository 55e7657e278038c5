use expect_test::expect;

use crate::support::check;

#[test]
fn smoke() {
    check(
        "fact registered boolean
         fact registered_on date if registered
         fact headcount integer 0..
         list hires
         fact hires.graduate boolean
         policy grant
         edition 2023 from 2023-01-01
         over hires
         condition here any { registered; officer }
         condition year months_between(registered_on, as_of) >= 12
         each g graduate
         window closes add_months(registered_on, 18)
         amount grant | 8000 + 10 * counted",
        "registered = yes; headcount = 3; registered_on = 2026-03-01; hires a: n = 2..3, graduate = yes",
        "2026-11-23",
        expect![[r#"
            grant 2023 Upcoming 2027-03-01
              here Met
              year Unmet
              g Met (2..3)
              somebody Met (2..3)
              counted 2..3
              entry a Met
              amount grant 8020..8030, whole 8020..8030
        "#]],
    );
}
