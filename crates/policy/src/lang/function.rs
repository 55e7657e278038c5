//! The functions of the language and how they are written.

macro_rules! functions {
    ($($function:ident $name:literal $usage:literal)*) => {
        /// A function of the language; `months`, which binds a name, is not among them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Function {
            $($function,)*
        }

        impl Function {
            pub(super) const NAMES: &[&str] = &[$($name,)* "months"];

            pub(super) fn named(name: &str) -> Option<Function> {
                match name {
                    $($name => Some(Function::$function),)*
                    _ => None,
                }
            }

            pub(super) fn name(self) -> &'static str {
                match self {
                    $(Function::$function => $name,)*
                }
            }

            /// How it is written, for use between backticks.
            pub(super) fn usage(self) -> &'static str {
                match self {
                    $(Function::$function => $usage,)*
                }
            }
        }
    };
}

functions! {
    Min "min" "min(a, b, …)"
    Max "max" "max(a, b, …)"
    Clamp "clamp" "clamp(x, low, high)"
    Round "round" "round(x, places)"
    MonthsBetween "months_between" "months_between(from, to)"
    YearsBetween "years_between" "years_between(from, to)"
    DaysBetween "days_between" "days_between(from, to)"
    AddMonths "add_months" "add_months(day, months)"
    Year "year" "year(day)"
    Month "month" "month(day)"
    Date "date" "date(year, month, day)"
    Param "param" "param(p)` or `param(p, day)"
    Marginal "marginal" "marginal(p, x)"
    Bracket "bracket" "bracket(p, x)"
    Count "count" "count(list)` or `count(list, TEST)"
    Sum "sum" "sum(list, VALUE)` or `sum(list, VALUE, TEST)"
    Some "some" "some(list, TEST)"
    Every "every" "every(list, TEST)"
    Qualifies "qualifies" "qualifies('policy')"
    Amount "amount" "amount('policy', 'amount')"
    Had "had" "had('policy')"
}
