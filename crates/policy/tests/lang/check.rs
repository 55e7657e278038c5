//! Texts with what they mean, or with their mistakes.

use std::collections::BTreeSet;

use expect_test::{Expect, expect};
use policy::{
    DerivedValue,
    lang::{
        Code, Context, check_day, check_derived, check_pick, check_picks, check_quantity, check_test, parse,
    },
};

use crate::world::{HIRES, carets, scope, shown};

#[test]
fn comparisons_are_told_apart_by_type() {
    test(
        "headcount > 3",
        expect![[r#"
        Numbers(Below, Constant(Number(3)), Fact(FactRef(2)))
    "#]],
    );
    test(
        "headcount >= 3",
        expect![[r#"
        Numbers(AtMost, Constant(Number(3)), Fact(FactRef(2)))
    "#]],
    );
    test(
        "headcount != -3",
        expect![[r#"
        Not(Numbers(Equal, Fact(FactRef(2)), Constant(Number(-3))))
    "#]],
    );
    test(
        "registered_on <= 2024-06-30",
        expect![[r#"
        Days(AtMost, Fact(FactRef(5)), Constant(Date(2024-06-30)))
    "#]],
    );
    test(
        "registered == first",
        expect![[r#"
        Same(Fact(FactRef(0)), Fact(FactRef(1)))
    "#]],
    );
    test(
        "form == 'company'",
        expect![[r#"
        SamePick(Fact(FactRef(7)), Constant(OptionId(0)))
    "#]],
    );
    test(
        "'company' == form",
        expect![[r#"
        SamePick(Fact(FactRef(7)), Constant(OptionId(0)))
    "#]],
    );
    test(
        "form == other_form",
        expect![[r#"
        SamePick(Fact(FactRef(7)), Fact(FactRef(8)))
    "#]],
    );
    test(
        "district == 'not-yet'",
        expect![[r#"
        SamePick(Fact(FactRef(9)), Constant(OptionId(5)))
    "#]],
    );
    test(
        "size == 'micro'",
        expect![[r#"
        SamePick(Derived(DerivedRef(0)), Constant(OptionId(9)))
    "#]],
    );
    test(
        "tags == ['green', 'health']",
        expect![[r#"
            SamePicks(Fact(FactRef(10)), Constant(OptionSet([320, 0, 0, 0, 0, 0, 0, 0])))
        "#]],
    );
    test(
        "tags == []",
        expect![[r#"
            SamePicks(Fact(FactRef(10)), Constant(OptionSet([0, 0, 0, 0, 0, 0, 0, 0])))
        "#]],
    );
    test(
        "form != (if registered then 'company' else 'partnership')",
        expect![[r#"
        Not(SamePick(Fact(FactRef(7)), Choose(Choose { arms: [(Fact(FactRef(0)), Constant(OptionId(0)))], otherwise: Some(Constant(OptionId(1))) })))
    "#]],
    );
}

#[test]
fn within_takes_lists_ranges_and_sets() {
    test(
        "headcount in 16..=24",
        expect![[r#"
        NumberWithin(Fact(FactRef(2)), Constant(Number(16)), Constant(Number(24)))
    "#]],
    );
    test(
        "registered_on not in 2024-01-01..=as_of",
        expect![[r#"
        Not(DayWithin(Fact(FactRef(5)), Constant(Date(2024-01-01)), AsOf))
    "#]],
    );
    test(
        "headcount in [1, headcount * 2]",
        expect![[r#"
        NumberAmong(Fact(FactRef(2)), [Constant(Number(1)), Times(Fact(FactRef(2)), Constant(Number(2)))])
    "#]],
    );
    test(
        "registered_on in [2024-01-01, born]",
        expect![[r#"
        DayAmong(Fact(FactRef(5)), [Constant(Date(2024-01-01)), Fact(FactRef(6))])
    "#]],
    );
    test(
        "form not in ['company', 'partnership']",
        expect![[r#"
            Not(PickAmong(Fact(FactRef(7)), OptionSet([3, 0, 0, 0, 0, 0, 0, 0])))
        "#]],
    );
    test(
        "'green' in tags",
        expect![[r#"
        Has(Fact(FactRef(10)), Constant(OptionId(6)))
    "#]],
    );
    test(
        "size in ['micro', 'small']",
        expect![[r#"
            PickAmong(Derived(DerivedRef(0)), OptionSet([1536, 0, 0, 0, 0, 0, 0, 0]))
        "#]],
    );
    test(
        "tags overlaps ['green', 'digital']",
        expect![[r#"
            Overlaps(Fact(FactRef(10)), Constant(OptionSet([192, 0, 0, 0, 0, 0, 0, 0])))
        "#]],
    );
    test(
        "['green'] overlaps tags",
        expect![[r#"
            Overlaps(Fact(FactRef(10)), Constant(OptionSet([64, 0, 0, 0, 0, 0, 0, 0])))
        "#]],
    );
    test(
        "tags overlaps other_tags",
        expect![[r#"
        Overlaps(Fact(FactRef(10)), Fact(FactRef(11)))
    "#]],
    );
}

#[test]
fn connectives_are_flat() {
    test(
        "registered and (first and true) and headcount < 3",
        expect![[r#"
        All([Fact(FactRef(0)), Fact(FactRef(1)), Constant(true), Numbers(Below, Fact(FactRef(2)), Constant(Number(3)))])
    "#]],
    );
    test(
        "registered or first and not registered",
        expect![[r#"
        Any([Fact(FactRef(0)), All([Fact(FactRef(1)), Not(Fact(FactRef(0)))])])
    "#]],
    );
    test(
        "if registered then first else false",
        expect![[r#"
        Choose(Choose { arms: [(Fact(FactRef(0)), Fact(FactRef(1)))], otherwise: Some(Constant(false)) })
    "#]],
    );
    test(
        "match { registered => first, else => headcount == 0 }",
        expect![[r#"
        Choose(Choose { arms: [(Fact(FactRef(0)), Fact(FactRef(1)))], otherwise: Some(Numbers(Equal, Fact(FactRef(2)), Constant(Number(0)))) })
    "#]],
    );
}

#[test]
fn numbers_are_reckoned_exactly() {
    number(
        "rent * 0.16 + 2000 - headcount / 3",
        expect![[r#"
            Minus(Plus(Times(Fact(FactRef(3)), Constant(Number(4/25))), Constant(Number(2000))), Over(Fact(FactRef(2)), Constant(Number(3))))
        "#]],
    );
    number(
        "min(rent, 8000, -1)",
        expect![[r#"
        Least([Fact(FactRef(3)), Constant(Number(8000)), Constant(Number(-1))])
    "#]],
    );
    number(
        "clamp(rent, 0, 8000)",
        expect![[r#"
        Clamp(Fact(FactRef(3)), Constant(Number(0)), Constant(Number(8000)))
    "#]],
    );
    number(
        "round(rent / 3, 2)",
        expect![[r#"
        Round(Over(Fact(FactRef(3)), Constant(Number(3))), 2)
    "#]],
    );
    number(
        "rent / income",
        expect![[r#"
        Over(Fact(FactRef(3)), Fact(FactRef(4)))
    "#]],
    );
    number(
        "years_between(born, as_of) + days_between(born, as_of) + months_between(born, as_of)",
        expect![[r#"
            Plus(Plus(YearsBetween(Fact(FactRef(6)), AsOf), DaysBetween(Fact(FactRef(6)), AsOf)), MonthsBetween(Fact(FactRef(6)), AsOf))
        "#]],
    );
    number(
        "year(born) * 12 + month(born)",
        expect![[r#"
        Plus(Times(Year(Fact(FactRef(6))), Constant(Number(12))), Month(Fact(FactRef(6))))
    "#]],
    );
    number(
        "param(minimum_wage) * 0.7",
        expect![[r#"
            Times(Parameter(ParameterRef(0), AsOf), Constant(Number(7/10)))
        "#]],
    );
    number(
        "param(minimum_wage, registered_on)",
        expect![[r#"
        Parameter(ParameterRef(0), On(Fact(FactRef(5))))
    "#]],
    );
    number(
        "marginal(tax, income) + bracket(tax, income)",
        expect![[r#"
        Plus(Marginal(ParameterRef(2), Fact(FactRef(4))), Bracket(ParameterRef(2), Fact(FactRef(4))))
    "#]],
    );
    number(
        "months(registered_on, as_of, m => param(minimum_wage, m))",
        expect![[r#"
        Months(Fact(FactRef(5)), AsOf, Parameter(ParameterRef(0), On(MonthAtHand)))
    "#]],
    );
    number(
        "match { registered => 1, first => 2 }",
        expect![[r#"
        Choose(Choose { arms: [(Fact(FactRef(0)), Constant(Number(1))), (Fact(FactRef(1)), Constant(Number(2)))], otherwise: None })
    "#]],
    );
    number(
        "amount('grant', 'once') + amount('loan', 'anything')",
        expect![[r#"
        Plus(Amount(PolicyId("grant"), Id("once")), Amount(PolicyId("loan"), Id("anything")))
    "#]],
    );
    number(
        "rent * share",
        expect![[r#"
        Times(Fact(FactRef(3)), Derived(DerivedRef(2)))
    "#]],
    );
}

#[test]
fn lists_put_an_entry_at_hand() {
    number(
        "count(hires)",
        expect![[r#"
        Count(ListRef(0), None)
    "#]],
    );
    number(
        "count(hires, graduate and young)",
        expect![[r#"
        Count(ListRef(0), Some(All([Fact(FactRef(14)), Derived(DerivedRef(3))])))
    "#]],
    );
    number(
        "sum(hires, wage * n)",
        expect![[r#"
        Sum(ListRef(0), Times(Fact(FactRef(15)), Alike), None)
    "#]],
    );
    number(
        "sum(hires, wage, hired_on >= registered_on)",
        expect![[r#"
        Sum(ListRef(0), Fact(FactRef(15)), Some(Days(AtMost, Fact(FactRef(5)), Fact(FactRef(12)))))
    "#]],
    );
    number(
        "months(registered_on, as_of, m => count(hires, hired_on <= m))",
        expect![[r#"
        Months(Fact(FactRef(5)), AsOf, Count(ListRef(0), Some(Days(AtMost, Fact(FactRef(12)), MonthAtHand))))
    "#]],
    );
    test(
        "some(hires, graduate) and every(hires, wage > 0)",
        expect![[r#"
        All([Entries(Some, ListRef(0), Fact(FactRef(14))), Entries(Every, ListRef(0), Numbers(Below, Constant(Number(0)), Fact(FactRef(15))))])
    "#]],
    );
    entry(
        "graduate and n > 1 and count(hires, graduate) > 2",
        expect![[r#"
        All([Fact(FactRef(14)), Numbers(Below, Constant(Number(1)), Alike), Numbers(Below, Constant(Number(2)), Count(ListRef(0), Some(Fact(FactRef(14)))))])
    "#]],
    );
    amount(
        "counted * 2000",
        expect![[r#"
        Times(Counted, Constant(Number(2000)))
    "#]],
    );
}

#[test]
fn days_are_reckoned_by_the_calendar() {
    day(
        "add_months(registered_on, 18)",
        expect![[r#"
        AddMonths(Fact(FactRef(5)), Constant(Number(18)))
    "#]],
    );
    day(
        "date(year(registered_on) + 1, 6, 30)",
        expect![[r#"
        Of(Plus(Year(Fact(FactRef(5))), Constant(Number(1))), Constant(Number(6)), Constant(Number(30)))
    "#]],
    );
    day(
        "max(2024-01-01, registered_on, as_of)",
        expect![[r#"
        Latest([Constant(Date(2024-01-01)), Fact(FactRef(5)), AsOf])
    "#]],
    );
    day(
        "clamp(registered_on, 2024-01-01, as_of)",
        expect![[r#"
        Earliest([Latest([Fact(FactRef(5)), Constant(Date(2024-01-01))]), AsOf])
    "#]],
    );
    day(
        "if registered then registered_on else as_of",
        expect![[r#"
        Choose(Choose { arms: [(Fact(FactRef(0)), Fact(FactRef(5)))], otherwise: Some(AsOf) })
    "#]],
    );
    day(
        "match { registered => registered_on }",
        expect![[r#"
        Choose(Choose { arms: [(Fact(FactRef(0)), Fact(FactRef(5)))], otherwise: None })
    "#]],
    );
}

#[test]
fn policies_refer_to_each_other() {
    test(
        "qualifies('grant') and not had('loan')",
        expect![[r#"
        All([Qualifies(PolicyId("grant")), Not(Had(PolicyId("loan")))])
    "#]],
    );
    test(
        "qualifies('grnt') or had(loan)",
        expect![[r#"
            qualifies('grnt') or had(loan)
                      ^^^^^^ unknown-policy: no policy is called `grnt`
                      hint: did you mean `grant`? | 是不是想写 `grant`？
                                     ^^^^ wrong-arguments: the id of a policy in quotes is needed here
        "#]],
    );
    number(
        "amount('grant', 'onse') + amount('gran', 'once')",
        expect![[r#"
            amount('grant', 'onse') + amount('gran', 'once')
                            ^^^^^^ unknown-amount: the policy `grant` has no amount `onse`
                            hint: did you mean `once`? | 是不是想写 `once`？
                                             ^^^^^^ unknown-policy: no policy is called `gran`
                                             hint: did you mean `grant`? | 是不是想写 `grant`？
        "#]],
    );
}

#[test]
fn names_are_looked_up_with_a_suggestion() {
    test(
        "registerd and hedcount > 3 and as_off < as_of",
        expect![[r#"
            registerd and hedcount > 3 and as_off < as_of
            ^^^^^^^^^ unknown-name: nothing is called `registerd`
            hint: did you mean `registered`? | 是不是想写 `registered`？
                          ^^^^^^^^ unknown-name: nothing is called `hedcount`
                          hint: did you mean `headcount`? | 是不是想写 `headcount`？
                                           ^^^^^^ unknown-name: nothing is called `as_off`
                                           hint: did you mean `as_of`? | 是不是想写 `as_of`？
        "#]],
    );
    test(
        "crooked and registered",
        expect![[r#"
            crooked and registered
            ^^^^^^^ broken-name: `crooked` has a mistake of its own
            hint: mend that one first | 请先改好那一个
        "#]],
    );
    number(
        "hires + minimum_wage + tax",
        expect![[r#"
            hires + minimum_wage + tax
            ^^^^^ wrong-type: `hires` is a list, not a value
            hint: write `count(hires)`, `sum(hires, VALUE)`, `some(hires, TEST)` or `every` | 请写 `count(hires)`、`sum(hires, VALUE)`、`some(hires, TEST)` 或 `every`
                    ^^^^^^^^^^^^ wrong-type: `minimum_wage` is a parameter, whose value depends on the day
                    hint: write `param(minimum_wage)` or `param(minimum_wage, day)` | 请写 `param(minimum_wage)` 或 `param(minimum_wage, day)`
                                   ^^^ wrong-type: `tax` is a table of rates, not a value
                                   hint: write `marginal(tax, x)` or `bracket(tax, x)` | 请写 `marginal(tax, x)` 或 `bracket(tax, x)`
        "#]],
    );
    number(
        "min + m + id",
        expect![[r#"
            min + m + id
            ^^^ unknown-name: nothing is called `min`
            hint: the function is written `min(a, b, …)` | 这个函数写作 `min(a, b, …)`
                  ^ unknown-name: nothing is called `m`
                  hint: `m` is known within `months(from, to, m => VALUE)` | `m` 只在 `months(from, to, m => VALUE)` 里有意义
                      ^^ unknown-name: nothing is called `id`
        "#]],
    );
    number(
        "months_betwen(born, as_of)",
        expect![[r#"
            months_betwen(born, as_of)
            ^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-function: there is no function `months_betwen`
            hint: did you mean `months_between`? | 是不是想写 `months_between`？
        "#]],
    );
    number(
        "param(minimum_wag) + param(rent) + param(3)",
        expect![[r#"
            param(minimum_wag) + param(rent) + param(3)
                  ^^^^^^^^^^^ unknown-parameter: no parameter is called `minimum_wag`
                  hint: did you mean `minimum_wage`? | 是不是想写 `minimum_wage`？
                                       ^^^^ unknown-parameter: no parameter is called `rent`
                                                     ^ unknown-parameter: the name of a parameter is needed here
        "#]],
    );
    number(
        "param(tax) + marginal(rate, rent)",
        expect![[r#"
            param(tax) + marginal(rate, rent)
                  ^^^ wrong-parameter: `tax` is a table of rates, not one figure
                  hint: write `marginal(tax, x)` or `bracket(tax, x)` | 请写 `marginal(tax, x)` 或 `bracket(tax, x)`
                                  ^^^^ wrong-parameter: `rate` is one figure, not a table of rates
                                  hint: write `param(rate)` | 请写 `param(rate)`
        "#]],
    );
    number(
        "count(hirse) + count(headcount) + count(1) + count(had)",
        expect![[r#"
            count(hirse) + count(headcount) + count(1) + count(had)
                  ^^^^^ unknown-list: no list is called `hirse`
                  hint: did you mean `hires`? | 是不是想写 `hires`？
                                 ^^^^^^^^^ unknown-list: no list is called `headcount`
                                                    ^ unknown-list: the name of a list is needed here
                                                               ^^^ unknown-list: no list is called `had`
                                                               hint: ask of one policy: `had('policy')` | 问某一项政策：`had('policy')`
        "#]],
    );
}

#[test]
fn options_belong_to_their_choice() {
    test(
        "form == 'compny'",
        expect![[r#"
            form == 'compny'
                    ^^^^^^^^ unknown-option: `form` has no option `compny`
                    hint: did you mean `company`? | 是不是想写 `company`？
        "#]],
    );
    test(
        "form in ['company', 'yangpu', 'partner']",
        expect![[r#"
            form in ['company', 'yangpu', 'partner']
                                ^^^^^^^^ unknown-option: `form` has no option `yangpu`
                                hint: it has: company, partnership, sole-trader | 可选的有：company、partnership、sole-trader
                                          ^^^^^^^^^ unknown-option: `form` has no option `partner`
                                          hint: it has: company, partnership, sole-trader | 可选的有：company、partnership、sole-trader
        "#]],
    );
    test(
        "tags overlaps ['gren']",
        expect![[r#"
            tags overlaps ['gren']
                           ^^^^^^ unknown-option: `tags` has no option `gren`
                           hint: did you mean `green`? | 是不是想写 `green`？
        "#]],
    );
    test(
        "'grean' in tags",
        expect![[r#"
            'grean' in tags
            ^^^^^^^ unknown-option: `tags` has no option `grean`
            hint: did you mean `green`? | 是不是想写 `green`？
        "#]],
    );
    test(
        "size == 'tiny'",
        expect![[r#"
            size == 'tiny'
                    ^^^^^^ unknown-option: `size` has no option `tiny`
                    hint: it has: micro, small | 可选的有：micro、small
        "#]],
    );
    test(
        "'a' == 'green'",
        expect![[r#"
            'a' == 'green'
            ^^^ unknown-option: no choice of the pack has the option `a`
        "#]],
    );
    test(
        "form == district",
        expect![[r#"
        form == district
        ^^^^^^^^^^^^^^^^ no-common-option: the two sides have no option in common
    "#]],
    );
    test(
        "form in tags",
        expect![[r#"
        form in tags
        ^^^^ no-common-option: the two sides have no option in common
    "#]],
    );
    test(
        "form in ['company', headcount]",
        expect![[r#"
            form in ['company', headcount]
                                ^^^^^^^^^ wrong-type: an option in quotes is needed here
                                hint: such as 'yangpu' | 如 'yangpu'
        "#]],
    );
}

#[test]
fn unlike_types_are_kept_apart() {
    test(
        "headcount",
        expect![[r#"
            headcount
            ^^^^^^^^^ wrong-type: a yes or no is needed here; this is a number
            hint: compare it with something | 请拿它和什么比较
        "#]],
    );
    test(
        "tags",
        expect![[r#"
            tags
            ^^^^ wrong-type: a yes or no is needed here; this is a set of options
            hint: ask `'option' in …` or `… overlaps ['option', …]` | 请写成 `'option' in …` 或 `… overlaps ['option', …]`
        "#]],
    );
    test(
        "registered_on",
        expect![[r#"
            registered_on
            ^^^^^^^^^^^^^ wrong-type: a yes or no is needed here; this is a date
            hint: compare it with something | 请拿它和什么比较
        "#]],
    );
    test(
        "headcount == registered_on",
        expect![[r#"
        headcount == registered_on
        ^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-type: a number is compared with a date
    "#]],
    );
    test(
        "headcount == 'company'",
        expect![[r#"
        headcount == 'company'
        ^^^^^^^^^^^^^^^^^^^^^^ wrong-type: a number is compared with an option
    "#]],
    );
    test(
        "form < other_form",
        expect![[r#"
            form < other_form
            ^^^^^^^^^^^^^^^^^ wrong-type: only numbers and dates have an order; this is one option
            hint: compare with `==`, `in` or `overlaps` | 用 `==`、`in` 或 `overlaps` 比较
        "#]],
    );
    test(
        "registered > 1",
        expect![[r#"
        registered > 1
        ^^^^^^^^^^^^^^ wrong-type: a number is compared with a yes or no
    "#]],
    );
    test(
        "registered and headcount and not rent",
        expect![[r#"
            registered and headcount and not rent
                           ^^^^^^^^^ wrong-type: a yes or no is needed here; this is a number
                           hint: compare it with something | 请拿它和什么比较
                                             ^^^^ wrong-type: a yes or no is needed here; this is a number
                                             hint: compare it with something | 请拿它和什么比较
        "#]],
    );
    test(
        "tags == 'green'",
        expect![[r#"
            tags == 'green'
            ^^^^^^^^^^^^^^^ wrong-type: a set of options is compared with one option
            hint: ask whether it is among them: `'green' in tags` | 问它是不是其中之一：`'green' in tags`
        "#]],
    );
    test(
        "form == ['company']",
        expect![[r#"
            form == ['company']
            ^^^^^^^^^^^^^^^^^^^ wrong-type: a single value is compared with a list
            hint: ask `form in ['company']` | 请写成 `form in ['company']`
        "#]],
    );
    test(
        "tags in ['green']",
        expect![[r#"
            tags in ['green']
            ^^^^ wrong-type: a set of options is no single option
            hint: ask `tags overlaps ['green']` | 请写成 `tags overlaps ['green']`
        "#]],
    );
    test(
        "registered in [true]",
        expect![[r#"
            registered in [true]
            ^^^^^^^^^^ wrong-type: a yes or no is looked for in a list
            hint: a yes or no is a test already; turn it round with `not` | 是或否本身就是判断；要反过来就用 `not`
        "#]],
    );
    test(
        "form in 1..=3",
        expect![[r#"
        form in 1..=3
        ^^^^ wrong-type: only numbers and dates lie in a range; this is one option
    "#]],
    );
    test(
        "headcount in rent",
        expect![[r#"
            headcount in rent
            ^^^^^^^^^ wrong-type: one option is needed here; this is a number
                         ^^^^ wrong-type: right of `in` stands a list, a range or a set of options; this is a number
                         hint: compare single values with `==` | 单个的值用 `==` 比较
        "#]],
    );
    test(
        "form in other_form",
        expect![[r#"
            form in other_form
                    ^^^^^^^^^^ wrong-type: right of `in` stands a list, a range or a set of options; this is one option
                    hint: compare single values with `==` | 单个的值用 `==` 比较
        "#]],
    );
    test(
        "headcount in [1, as_of, 'x']",
        expect![[r#"
            headcount in [1, as_of, 'x']
                             ^^^^^ wrong-type: a number is needed here; this is a date
                             hint: reckon with dates by `days_between`, `months_between`, `years_between`, `add_months` or `year` | 日期用 `days_between`、`months_between`、`years_between`、`add_months` 或 `year` 来算
                                    ^^^ wrong-type: a number is needed here; this is one option
        "#]],
    );
    test(
        "headcount in 1..=as_of",
        expect![[r#"
            headcount in 1..=as_of
                             ^^^^^ wrong-type: a number is needed here; this is a date
                             hint: reckon with dates by `days_between`, `months_between`, `years_between`, `add_months` or `year` | 日期用 `days_between`、`months_between`、`years_between`、`add_months` 或 `year` 来算
        "#]],
    );
    number(
        "as_of - registered_on",
        expect![[r#"
            as_of - registered_on
            ^^^^^ wrong-type: a number is needed here; this is a date
            hint: reckon with dates by `days_between`, `months_between`, `years_between`, `add_months` or `year` | 日期用 `days_between`、`months_between`、`years_between`、`add_months` 或 `year` 来算
                    ^^^^^^^^^^^^^ wrong-type: a number is needed here; this is a date
                    hint: reckon with dates by `days_between`, `months_between`, `years_between`, `add_months` or `year` | 日期用 `days_between`、`months_between`、`years_between`、`add_months` 或 `year` 来算
        "#]],
    );
    number(
        "registered + 1",
        expect![[r#"
            registered + 1
            ^^^^^^^^^^ wrong-type: a number is needed here; this is a yes or no
            hint: write `if … then 1 else 0` to count a yes as one | 写成 `if … then 1 else 0`，把“是”算作 1
        "#]],
    );
    number(
        "if registered then 1 else as_of",
        expect![[r#"
            if registered then 1 else as_of
                                      ^^^^^ wrong-type: a number is needed here; this is a date
                                      hint: reckon with dates by `days_between`, `months_between`, `years_between`, `add_months` or `year` | 日期用 `days_between`、`months_between`、`years_between`、`add_months` 或 `year` 来算
        "#]],
    );
    number(
        "max(form, 1) + min(1, as_of) + clamp(true, 1, 2)",
        expect![[r#"
            max(form, 1) + min(1, as_of) + clamp(true, 1, 2)
                ^^^^ wrong-type: only numbers and dates have an order; this is one option
                                  ^^^^^ wrong-type: a number is needed here; this is a date
                                  hint: reckon with dates by `days_between`, `months_between`, `years_between`, `add_months` or `year` | 日期用 `days_between`、`months_between`、`years_between`、`add_months` 或 `year` 来算
                                                 ^^^^ wrong-type: only numbers and dates have an order; this is a yes or no
        "#]],
    );
    day(
        "headcount",
        expect![[r#"
        headcount
        ^^^^^^^^^ wrong-type: a date is needed here; this is a number
    "#]],
    );
}

#[test]
fn money_is_not_multiplied_by_money() {
    number(
        "rent * income",
        expect![[r#"
            rent * income
            ^^^^^^^^^^^^^ money-times-money: money is multiplied by money
            hint: one of the two should be a share, a rate or a count | 两者之一应当是比例、标准或人数
        "#]],
    );
    number(
        "(rent + 1) * max(0, income)",
        expect![[r#"
            (rent + 1) * max(0, income)
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ money-times-money: money is multiplied by money
            hint: one of the two should be a share, a rate or a count | 两者之一应当是比例、标准或人数
        "#]],
    );
    number(
        "12 / rent",
        expect![[r#"
            12 / rent
            ^^^^^^^^^ number-over-money: a number is divided by money
            hint: money may be divided by money, which gives a plain number | 金额可以除以金额，得到一个数
        "#]],
    );
    number(
        "rent / 0",
        expect![[r#"
        rent / 0
        ^^^^^^^^ division-by-zero: the divisor is 0
    "#]],
    );
}

#[test]
fn what_has_no_place_is_refused() {
    test(
        "graduate and n > 1",
        expect![[r#"
            graduate and n > 1
            ^^^^^^^^ outside-entry: `graduate` is told of each entry of `hires`
            hint: write it within `count(hires, …)`, `sum`, `some` or `every` | 请写在 `count(hires, …)`、`sum`、`some` 或 `every` 里面
                         ^ outside-entry: `n` is known of an entry of a list only
                         hint: write it within `count(LIST, …)`, `sum`, `some` or `every` | 请写在 `count(LIST, …)`、`sum`、`some` 或 `every` 里面
        "#]],
    );
    test(
        "young",
        expect![[r#"
            young
            ^^^^^ outside-entry: `young` is told of each entry of `hires`
            hint: write it within `count(hires, …)`, `sum`, `some` or `every` | 请写在 `count(hires, …)`、`sum`、`some` 或 `every` 里面
        "#]],
    );
    number(
        "counted",
        expect![[r#"
            counted
            ^^^^^^^ outside-amount: `counted` is known in the amounts of a rule over a list only
            hint: elsewhere write `count(LIST, TEST)` | 别处请写 `count(LIST, TEST)`
        "#]],
    );
    number(
        "count(hires, count(hires) > 1)",
        expect![[r#"
            count(hires, count(hires) > 1)
                         ^^^^^^^^^^^^ nested-list: a function over a list stands within another
                         hint: make a derived fact of the inner one | 把里面那个写成派生情况
        "#]],
    );
    number(
        "count(leases, graduate)",
        expect![[r#"
            count(leases, graduate)
                          ^^^^^^^^ outside-entry: `graduate` is told of each entry of `hires`
                          hint: write it within `count(hires, …)`, `sum`, `some` or `every` | 请写在 `count(hires, …)`、`sum`、`some` 或 `every` 里面
        "#]],
    );
    number(
        "months(born, as_of, m => months(born, m, m => 1))",
        expect![[r#"
            months(born, as_of, m => months(born, m, m => 1))
                                     ^^^^^^^^^^^^^^^^^^^^^^^ nested-months: `months` stands within `months`
                                     hint: make a derived fact of the inner one | 把里面那个写成派生情况
        "#]],
    );
    number(
        "1..=2",
        expect![[r#"
            1..=2
            ^^^^^ misplaced-range: a range is not a value
            hint: a range stands right of `in` or `not in` | 范围写在 `in` 或 `not in` 的右边
        "#]],
    );
    test(
        "headcount in 24..=16 or as_of in 2025-01-01..=2024-01-01",
        expect![[r#"
            headcount in 24..=16 or as_of in 2025-01-01..=2024-01-01
                         ^^^^^^^ empty-range: nothing lies in this range
                         hint: the lower end comes first | 小的一端写在前面
                                             ^^^^^^^^^^^^^^^^^^^^^^^ empty-range: nothing lies in this range
                                             hint: the lower end comes first | 小的一端写在前面
        "#]],
    );
    test(
        "headcount in []",
        expect![[r#"
        headcount in []
                     ^^ empty-range: nothing is in an empty list
    "#]],
    );
    test(
        "match { registered => first }",
        expect![[r#"
            match { registered => first }
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-else: a `match` that gives a yes or no must have an `else`
            hint: end it with `else => …` | 末尾加上 `else => …`
        "#]],
    );
}

#[test]
fn functions_take_their_arguments() {
    number(
        "min(1) + round(rent) + param() + count() + sum(hires) + month(born, 1)",
        expect![[r#"
            min(1) + round(rent) + param() + count() + sum(hires) + month(born, 1)
            ^^^^^^ wrong-arguments: `min` takes other arguments
            hint: it is written `min(a, b, …)` | 写作 `min(a, b, …)`
                     ^^^^^^^^^^^ wrong-arguments: `round` takes other arguments
                     hint: it is written `round(x, places)` | 写作 `round(x, places)`
                                   ^^^^^^^ wrong-arguments: `param` takes other arguments
                                   hint: it is written `param(p)` or `param(p, day)` | 写作 `param(p)` or `param(p, day)`
                                             ^^^^^^^ wrong-arguments: `count` takes other arguments
                                             hint: it is written `count(list)` or `count(list, TEST)` | 写作 `count(list)` or `count(list, TEST)`
                                                       ^^^^^^^^^^ wrong-arguments: `sum` takes other arguments
                                                       hint: it is written `sum(list, VALUE)` or `sum(list, VALUE, TEST)` | 写作 `sum(list, VALUE)` or `sum(list, VALUE, TEST)`
                                                                    ^^^^^^^^^^^^^^ wrong-arguments: `month` takes other arguments
                                                                    hint: it is written `month(day)` | 写作 `month(day)`
        "#]],
    );
    number(
        "round(rent, 13) + round(rent, 1.5) + round(rent, headcount)",
        expect![[r#"
            round(rent, 13) + round(rent, 1.5) + round(rent, headcount)
                        ^^ wrong-arguments: `round` takes a whole number of places, 0 to 12
                        hint: `round(x, 2)` rounds to the fen, `round(x, 0)` to the yuan | `round(x, 2)` 四舍五入到分，`round(x, 0)` 到元
                                          ^^^ wrong-arguments: `round` takes a whole number of places, 0 to 12
                                          hint: `round(x, 2)` rounds to the fen, `round(x, 0)` to the yuan | `round(x, 2)` 四舍五入到分，`round(x, 0)` 到元
                                                             ^^^^^^^^^ wrong-arguments: `round` takes a whole number of places, 0 to 12
                                                             hint: `round(x, 2)` rounds to the fen, `round(x, 0)` to the yuan | `round(x, 2)` 四舍五入到分，`round(x, 0)` 到元
        "#]],
    );
    test(
        "some(hires) or had() or qualifies(1)",
        expect![[r#"
            some(hires) or had() or qualifies(1)
            ^^^^^^^^^^^ wrong-arguments: `some` takes other arguments
            hint: it is written `some(list, TEST)` | 写作 `some(list, TEST)`
                           ^^^^^ wrong-arguments: `had` takes other arguments
                           hint: it is written `had('policy')` | 写作 `had('policy')`
                                              ^ wrong-arguments: the id of a policy in quotes is needed here
        "#]],
    );
    day(
        "date(2024, 2, 30)",
        expect![[r#"
        date(2024, 2, 30)
        ^^^^^^^^^^^^^^^^^ bad-date: `date(2024, 2, 30)` is not a day of the calendar
    "#]],
    );
    day(
        "add_months(as_of)",
        expect![[r#"
            add_months(as_of)
            ^^^^^^^^^^^^^^^^^ wrong-arguments: `add_months` takes other arguments
            hint: it is written `add_months(day, months)` | 写作 `add_months(day, months)`
        "#]],
    );
}

#[test]
fn derived_facts_may_bring_options_of_their_own() {
    let mut scope = scope();
    assert_eq!(scope.options.find("large"), None);
    let ast =
        parse("match { headcount > 300 => 'large', form == 'company' => 'small', else => 'micro' }").unwrap();
    let value = check_derived(&ast, &mut scope, Context::default()).unwrap();
    assert!(matches!(value, DerivedValue::Pick(_)));
    assert!(scope.options.find("large").is_some());

    let text = (0..600).map(|it| format!("'o{it}'")).collect::<Vec<_>>().join(", ");
    let mistakes =
        check_derived(&parse(&format!("[{text}]")).unwrap(), &mut scope, Context::default()).unwrap_err();
    assert_eq!(mistakes[0].code, Code::TooManyOptions);
}

#[test]
fn uses_go_through_derived_facts_and_add_up() {
    let scope = scope();
    let text = "age > 3 and share > age and size == 'micro' and qualifies('loan') and headcount > 1";
    let formula = check_test(&parse(text).unwrap(), &scope, Context::default()).unwrap();
    expect![[r#"
        Uses {
            facts: {
                FactRef(
                    2,
                ): 3,
                FactRef(
                    5,
                ): 2,
                FactRef(
                    14,
                ): 1,
            },
            lists: {
                ListRef(
                    0,
                ),
            },
            parameters: {
                ParameterRef(
                    1,
                ),
            },
            policies: {
                PolicyId(
                    "loan",
                ),
            },
            numbers: {
                Number(
                    Ratio {
                        numer: 1,
                        denom: 1,
                    },
                ),
                Number(
                    Ratio {
                        numer: 3,
                        denom: 1,
                    },
                ),
                Number(
                    Ratio {
                        numer: 10,
                        denom: 1,
                    },
                ),
            },
            as_of: true,
        }
    "#]]
    .assert_eq(&format!("{:#?}\n", formula.uses));

    let plain =
        check_test(&parse("param(rate, registered_on) > 1").unwrap(), &scope, Context::default()).unwrap();
    assert!(!plain.uses.as_of);
}

#[test]
fn every_mistake_has_a_name_of_its_own() {
    let names: BTreeSet<&str> = Code::ALL.iter().map(|it| it.as_str()).collect();
    assert_eq!(names.len(), Code::ALL.len());
    assert!(names.iter().all(|it| it.parse::<policy::Id>().is_ok()));
}

#[track_caller]
fn test(text: &str, expected: Expect) {
    let read = parse(text).and_then(|ast| check_test(&ast, &scope(), Context::default()));
    expected.assert_eq(&shown(text, read));
}

#[track_caller]
fn entry(text: &str, expected: Expect) {
    let context = Context { entry: Some(HIRES), counted: false };
    expected.assert_eq(&shown(text, parse(text).and_then(|ast| check_test(&ast, &scope(), context))));
}

#[track_caller]
fn number(text: &str, expected: Expect) {
    let read = parse(text).and_then(|ast| check_quantity(&ast, &scope(), Context::default()));
    expected.assert_eq(&shown(text, read));
}

#[track_caller]
fn amount(text: &str, expected: Expect) {
    let context = Context { entry: None, counted: true };
    expected.assert_eq(&shown(text, parse(text).and_then(|ast| check_quantity(&ast, &scope(), context))));
}

#[track_caller]
fn day(text: &str, expected: Expect) {
    let read = parse(text).and_then(|ast| check_day(&ast, &scope(), Context::default()));
    expected.assert_eq(&shown(text, read));
}

#[test]
fn options_and_sets_may_be_asked_for_by_themselves() {
    let read = |text: &str| parse(text).unwrap();
    let pick = |text: &str| check_pick(&read(text), &scope(), Context::default());
    let picks = |text: &str| check_picks(&read(text), &scope(), Context::default());
    assert!(pick("if registered then form else 'company'").is_ok());
    assert!(picks("match { registered => tags, else => [] }").is_ok());
    assert_eq!(pick("tags").unwrap_err()[0].code, Code::WrongType);
    assert_eq!(picks("['unheard-of']").unwrap_err()[0].code, Code::UnknownOption);
}

/// Keeps the picture of mistakes honest: a place in Chinese text is counted in letters, not in bytes.
#[test]
fn carets_stand_under_letters() {
    let mistakes = parse("'注' == 注").unwrap_err();
    expect![[r#"
        '注' == 注
        ^^^ bad-id: `注` is not an id: use small Latin letters, digits and single hyphens
               ^ syntax: `注` cannot stand in an expression
               hint: names, options and numbers are written in plain Latin letters and digits | 名称、选项和数字只用半角的拉丁字母和数字
    "#]]
    .assert_eq(&carets("'注' == 注", &mistakes));
}
