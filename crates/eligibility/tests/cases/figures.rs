//! Dated figures, tables of rates, sums over months.

use expect_test::expect;

use crate::support::{check, check_tests};

const FIGURES: &str = "parameter wage 2024-07-01 = 2690, 2025-07-01 = 2740 to 2026-06-30, 2026-09-01 = 2800
     parameter vague 2023 = 100, 2025 = 200
     parameter gap 2023-01-01 = 1 to 2023-12-31, 2025 = 2
     tiers tax 2024-01-01 = 0:0.03 36000:0.1 144000:0.2, 2027-01-01 = 0:0.05
     fact d date
     fact x money 0..";

#[test]
fn a_figure_holds_from_its_day_until_the_next_or_its_last() {
    check_tests(
        FIGURES,
        "d = 2025-06-01..2025-08-01",
        "2026-11-23",
        &[
            "param(wage, 2024-06-30) == 2690",
            "param(wage, 2024-07-01) == 2690",
            "param(wage, 2025-06-30) == 2690",
            "param(wage, 2025-07-01) == 2740",
            "param(wage, 2026-06-30) == 2740",
            "param(wage, 2026-07-01) == 2740",
            "param(wage, 2026-08-31) >= 0",
            "param(wage) == 2800",
            "param(wage, 2099-01-01) == 2800",
            "param(wage, d) >= 2690",
            "param(wage, d) == 2690",
            "param(vague, 2023-12-31) == 100",
            "param(vague, 2024-01-01) == 100",
            "param(vague, 2024-12-31) == 100",
            "param(vague, 2025-01-01) in [100, 200]",
            "param(vague, 2025-06-01) == 200",
            "param(vague, 2026-01-01) == 200",
            "param(gap, 2023-12-31) == 1",
            "param(gap, 2024-06-01) > 0",
            "param(gap, 2025-06-01) > 0",
            "param(gap, 2026-01-01) == 2",
        ],
        expect![[r#"
            param(wage, 2024-06-30) == 2690         yes|no
            param(wage, 2024-07-01) == 2690         yes
            param(wage, 2025-06-30) == 2690         yes
            param(wage, 2025-07-01) == 2740         yes
            param(wage, 2026-06-30) == 2740         yes
            param(wage, 2026-07-01) == 2740         yes|no
            param(wage, 2026-08-31) >= 0            yes|no
            param(wage) == 2800                     yes
            param(wage, 2099-01-01) == 2800         yes
            param(wage, d) >= 2690                  yes
            param(wage, d) == 2690                  yes|no
            param(vague, 2023-12-31) == 100         yes|no
            param(vague, 2024-01-01) == 100         yes
            param(vague, 2024-12-31) == 100         yes
            param(vague, 2025-01-01) in [100, 200]  yes|no
            param(vague, 2025-06-01) == 200         yes|no
            param(vague, 2026-01-01) == 200         yes
            param(gap, 2023-12-31) == 1             yes
            param(gap, 2024-06-01) > 0              yes|no
            param(gap, 2025-06-01) > 0              yes|no
            param(gap, 2026-01-01) == 2             yes
        "#]],
    );
}

#[test]
fn a_slice_ends_with_the_figure_that_the_next_one_is_above() {
    check_tests(
        FIGURES,
        "x = 30000..40000",
        "2026-11-23",
        &[
            "bracket(tax, 0) == 0.03",
            "bracket(tax, 36000) == 0.03",
            "bracket(tax, 36000.01) == 0.1",
            "bracket(tax, 144000) == 0.1",
            "bracket(tax, 144001) == 0.2",
            "bracket(tax, x) <= 0.1",
            "bracket(tax, x) == 0.1",
            "marginal(tax, 0) == 0",
            "marginal(tax, 36000) == 1080",
            "marginal(tax, 36100) == 1090",
            "marginal(tax, 144100) == 11900",
            "marginal(tax, x) in 900..=1480",
            "marginal(tax, x) > 900",
        ],
        expect![[r#"
            bracket(tax, 0) == 0.03         yes
            bracket(tax, 36000) == 0.03     yes
            bracket(tax, 36000.01) == 0.1   yes
            bracket(tax, 144000) == 0.1     yes
            bracket(tax, 144001) == 0.2     yes
            bracket(tax, x) <= 0.1          yes
            bracket(tax, x) == 0.1          yes|no
            marginal(tax, 0) == 0           yes
            marginal(tax, 36000) == 1080    yes
            marginal(tax, 36100) == 1090    yes
            marginal(tax, 144100) == 11900  yes
            marginal(tax, x) in 900..=1480  yes
            marginal(tax, x) > 900          yes|no
        "#]],
    );
}

#[test]
fn months_are_summed_from_the_first_to_the_last_both_in() {
    check_tests(
        FIGURES,
        "d = 2026-01-15..2026-02-15",
        "2026-11-23",
        &[
            "months(2026-01-31, 2026-01-01, m => 1) == 1",
            "months(2026-01-31, 2026-03-01, m => 1) == 3",
            "months(2026-03-01, 2026-01-31, m => 1) == 0",
            "months(2025-06-01, 2025-07-01, m => param(wage, m)) == 5430",
            "months(d, 2026-03-01, m => 1) in 2..=3",
            "months(d, 2026-03-01, m => 1) == 3",
            "months(2026-01-01, 2026-03-01, m => if m <= d then 1 else 0) in 1..=2",
        ],
        expect![[r#"
            months(2026-01-31, 2026-01-01, m => 1) == 1                            yes
            months(2026-01-31, 2026-03-01, m => 1) == 3                            yes
            months(2026-03-01, 2026-01-31, m => 1) == 0                            yes
            months(2025-06-01, 2025-07-01, m => param(wage, m)) == 5430            yes
            months(d, 2026-03-01, m => 1) in 2..=3                                 yes
            months(d, 2026-03-01, m => 1) == 3                                     yes|no
            months(2026-01-01, 2026-03-01, m => if m <= d then 1 else 0) in 1..=2  yes
        "#]],
    );
}

#[test]
fn what_is_not_published_or_cannot_be_reckoned_says_so() {
    check(
        &format!(
            "{FIGURES}
             fact staff integer 0..
             policy p
             edition e from 2020-01-01
             condition paid x >= param(wage, 2026-07-15)
             condition share x / staff >= 10"
        ),
        "x = 5000; staff = 0",
        "2026-11-23",
        expect![[r#"
            p e Undetermined
              paid Unknown: wage (not published)
              share Unknown: x (not computable), staff (not computable)
              missing x (not computable), staff (not computable), wage (not published)
        "#]],
    );
}
