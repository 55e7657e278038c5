//! Random packs: the same few facts, each time with other questions before them, other rules over them.

use crate::{answers::Kind, dice::Dice};

/// The facts of the enterprise.
pub(crate) const FACTS: &[(&str, Kind)] = &[
    ("a", Kind::Boolean),
    ("b", Kind::Boolean),
    ("c", Kind::Choice(&["x", "y", "z"])),
    ("s", Kind::Choices(&["g", "h"])),
    ("k", Kind::Integer(0, 6)),
    ("cash", Kind::Money(100_000)),
    ("d", Kind::Date),
    ("f", Kind::Date),
];

/// The facts of an entry.
pub(crate) const OF_PERSON: &[(&str, Kind)] =
    &[("p", Kind::Boolean), ("q", Kind::Integer(0, 4)), ("e", Kind::Date)];

/// Which types of facts the rules of a pack may mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Booleans and choices: all completions can be gone through.
    Finite,
    /// Everything.
    All,
}

/// A random pack in shorthand.
pub(crate) fn pack(dice: &mut Dice<'_>, reach: Reach) -> String {
    let ask_if = |dice: &mut Dice<'_>, those: &[&'static str]| dice.one_of(those);
    let mut text = String::from("fact a boolean\n");
    text += &format!("fact b boolean{}\n", ask_if(dice, &["", "", " if a else no", " if not a else yes"]));
    text += &format!("fact c choice x y z{}\n", ask_if(dice, &["", "", " if a else w", " if b else x"]));
    text +=
        &format!("fact s choices g h{}\n", ask_if(dice, &["", "", " if a else none", " if c == 'x' else g"]));
    text += &format!("fact k integer 0..6{}\n", ask_if(dice, &["", "", " if a else 0", " if b or a else 2"]));
    text += &format!("fact cash money 0..1000{}\n", ask_if(dice, &["", "", " if k > 0 else 0"]));
    text += &format!("fact d date{}\n", ask_if(dice, &["", "", " if a", " if k >= 2"]));
    text += &format!("fact f date{}\n", ask_if(dice, &["", "", " if b", " if d <= 2026-06-30"]));
    text += &format!("list l{}\n", ask_if(dice, &["", " at_most 4"]));
    text += "fact l.p boolean\n";
    text += &format!("fact l.q integer 0..4{}\n", ask_if(dice, &["", "", " if p else 0", " if a else 3"]));
    text += &format!("fact l.e date{}\n", ask_if(dice, &["", "", " if p"]));
    text += "parameter par 2024-01-01 = 3, 2026 = 4, 2026-05-01 = 2 to 2030-01-01\n";
    text += "parameter steady 1900-01-01 = 2, 2026-06-01 = 3\n";
    text += "tiers tax 1900-01-01 = 0:0.1 2:0.2 4:0.5, 2026-09-01 = 0:0.1\n";
    let mut write = Writer { dice, reach, derived: false, entry: false, in_list: false, in_months: false };
    text += &format!("derived v = {}\n", write.test(2));
    text += &format!("derived w = {}\n", if reach == Reach::All { write.number(2) } else { "1".to_owned() });
    write.derived = true;
    text += &format!("policy other\nedition e from 2020-01-01\ncondition o {}\n", write.test(1));
    text += "policy rule\n";
    text += &write.editions();
    text
}

struct Writer<'d, 'b> {
    dice: &'d mut Dice<'b>,
    reach: Reach,
    /// Whether derived facts and other policies may be mentioned.
    derived: bool,
    entry: bool,
    in_list: bool,
    in_months: bool,
}

impl Writer<'_, '_> {
    fn editions(&mut self) -> String {
        let over = self.dice.once_in(3);
        let second = self.dice.once_in(4);
        let by = match (self.reach, over, self.dice.below(8)) {
            (Reach::All, true, 7) => " by e",
            (Reach::All, false, 7) => " by d",
            _ => "",
        };
        let to = if self.dice.once_in(4) { " to 2026-12-31" } else { "" };
        let first = format!("edition e1 from 2024-01-01{to}{by}\n{}", self.rule(over));
        if !second {
            return first;
        }
        format!("{first}edition e2 from 2026-08-01{by}\n{}", self.rule(over))
    }

    fn rule(&mut self, over: bool) -> String {
        let mut text = String::new();
        if over {
            text += "over l\n";
        }
        for idx in 0..=self.dice.below(3) {
            text += &format!("condition c{idx} {}\n", self.requirement());
        }
        if over {
            self.entry = true;
            for idx in 0..=self.dice.below(2) {
                text += &format!("each e{idx} {}\n", self.requirement());
            }
            self.entry = false;
        }
        if self.reach == Reach::Finite {
            return text;
        }
        for _ in 0..self.dice.below(4).saturating_sub(1) {
            text += &match self.dice.below(3) {
                0 => format!("window opens {}\n", self.day(1)),
                1 => format!("window closes {}\n", self.day(1)),
                _ => format!("window opens {} closes {}\n", self.day(1), self.day(1)),
            };
        }
        let paid =
            self.dice.one_of(&["", " | per month | for 12", " | per year | for k + 1 | until 2027-06-30"]);
        let paid = format!("{paid}{}", self.dice.one_of(&["", " | up to"]));
        text += &format!("amount whole | {}{paid}\n", self.number(2));
        if over {
            text += &format!("amount some | 10 * counted{paid}\n");
            self.entry = true;
            text += &format!("amount each | each {}{paid}\n", self.number(1));
            self.entry = false;
        }
        text
    }

    fn requirement(&mut self) -> String {
        match self.dice.below(6) {
            0..=2 => self.test(3),
            3 => format!("any {{ {}; officer }}", self.test(2)),
            4 => format!("any {{ {}; all {{ {}; officer }} }}", self.test(2), self.test(1)),
            _ => format!("not {{ {} }}", self.test(2)),
        }
    }

    fn test(&mut self, depth: usize) -> String {
        if depth == 0 || self.dice.once_in(4) {
            return self.plain_test();
        }
        let depth = depth - 1;
        match self.dice.below(10) {
            0 | 1 => format!("({} and {})", self.test(depth), self.test(depth)),
            2 | 3 => format!("({} or {})", self.test(depth), self.test(depth)),
            4 => format!("(not {})", self.test(depth)),
            5 => format!("({} == {})", self.test(depth), self.test(depth)),
            6 => {
                format!("(if {} then {} else {})", self.test(depth), self.test(depth), self.test(depth))
            }
            7 if !self.in_list => {
                let quantifier = self.dice.one_of(&["some", "every"]);
                format!("{quantifier}(l, {})", self.within_list(|it| it.test(depth)))
            }
            8 if self.derived => {
                self.dice.one_of(&["v", "qualifies('other')", "(not had('other'))"]).to_owned()
            }
            _ if self.reach == Reach::Finite => {
                let one = self.test(depth);
                format!("((if {one} then 1 else 3) {} 2)", self.dice.one_of(&["==", "<", "!="]))
            }
            _ => self.comparison(depth),
        }
    }

    fn comparison(&mut self, depth: usize) -> String {
        match self.dice.below(4) {
            0 | 1 => {
                let sign = self.dice.one_of(&["<", "<=", "==", ">=", "!="]);
                format!("({} {sign} {})", self.number(depth), self.number(depth))
            }
            2 => {
                let sign = self.dice.one_of(&["<", "<=", ">", "=="]);
                format!("({} {sign} {})", self.day(depth), self.day(depth))
            }
            _ => {
                let (low, high) = (self.dice.below(3), self.dice.below(4));
                format!("({} in {low}..={})", self.number(depth), low + high)
            }
        }
    }

    fn plain_test(&mut self) -> String {
        if self.entry && self.dice.once_in(2) {
            let finite = self.reach == Reach::Finite;
            let those = ["p", "(q >= 2)", "(e <= as_of)", "(n == 1)"];
            return if finite { "p" } else { self.dice.one_of(&those) }.to_owned();
        }
        let finite =
            ["a", "b", "c == 'x'", "c in ['x', 'y']", "'g' in s", "s overlaps ['g', 'h']", "s == ['h']"];
        let all = [
            "k <= 2",
            "k in [0, 2]",
            "k in 1..=3",
            "cash >= 333.33",
            "d <= as_of",
            "f in 2026-03-01..=2026-09-30",
        ];
        let n_finite = finite.len();
        let n_all = if self.reach == Reach::All { all.len() } else { 0 };
        let idx = self.dice.below(n_finite + n_all);
        format!("({})", finite.get(idx).copied().unwrap_or_else(|| all[idx - n_finite]))
    }

    fn number(&mut self, depth: usize) -> String {
        if depth == 0 || self.dice.once_in(4) {
            return match self.dice.below(if self.entry { 7 } else { 5 }) {
                0 => self.dice.below(5).to_string(),
                1 => "k".to_owned(),
                2 => "cash".to_owned(),
                3 => self
                    .dice
                    .one_of(&["param(par)", "param(steady)", "param(par, d)", "param(steady, f)"])
                    .to_owned(),
                4 if self.derived => "w".to_owned(),
                5 => "q".to_owned(),
                6 => "n".to_owned(),
                _ => "1.5".to_owned(),
            };
        }
        let depth = depth - 1;
        match self.dice.below(14) {
            0 => format!("({} + {})", self.number(depth), self.number(depth)),
            1 => format!("({} - {})", self.number(depth), self.number(depth)),
            2 => format!("({} * {})", self.dice.one_of(&["2", "0.3", "-1"]), self.number(depth)),
            3 => {
                format!("({} / {})", self.number(depth), self.dice.one_of(&["k", "(k + 1)", "(k - 3)", "2"]))
            }
            4 => format!("min({}, {})", self.number(depth), self.number(depth)),
            5 => format!("max({}, {})", self.number(depth), self.number(depth)),
            6 => format!("clamp({}, 1, {})", self.number(depth), self.number(0)),
            7 => format!("round({} / 3, 1)", self.number(depth)),
            8 => {
                let between = self.dice.one_of(&["months_between", "years_between", "days_between"]);
                format!("{between}({}, {})", self.day(depth), self.day(depth))
            }
            9 => format!("{}({})", self.dice.one_of(&["year", "month"]), self.day(depth)),
            10 if !self.in_list => match self.dice.below(3) {
                0 => "count(l)".to_owned(),
                1 => format!("count(l, {})", self.within_list(|it| it.test(depth))),
                _ => format!("sum(l, {})", self.within_list(|it| it.number(depth))),
            },
            11 => format!("{}(tax, {})", self.dice.one_of(&["marginal", "bracket"]), self.number(depth)),
            12 if !self.in_months => {
                let (from, to) = (self.day(0), self.day(0));
                self.in_months = true;
                let value = self.number(depth);
                self.in_months = false;
                format!("months({from}, {to}, m => {value})")
            }
            13 => format!("match {{ {} => {} }}", self.test(depth), self.number(depth)),
            _ => format!("(if {} then {} else {})", self.test(depth), self.number(depth), self.number(depth)),
        }
    }

    fn day(&mut self, depth: usize) -> String {
        if depth == 0 || self.dice.once_in(3) {
            return match self.dice.below(if self.entry { 7 } else { 6 }) {
                0 => "as_of".to_owned(),
                1 | 2 => "d".to_owned(),
                3 => "f".to_owned(),
                4 if self.in_months => "m".to_owned(),
                6 => "e".to_owned(),
                _ => self.dice.one_of(&["2026-02-28", "2026-07-01", "2024-02-29"]).to_owned(),
            };
        }
        let depth = depth - 1;
        match self.dice.below(6) {
            0 | 1 => format!("add_months({}, {})", self.day(depth), self.dice.one_of(&["1", "6", "k", "-2"])),
            2 => format!("min({}, {})", self.day(depth), self.day(depth)),
            3 => format!("max({}, {})", self.day(depth), self.day(depth)),
            4 => format!(
                "date(2026, {}, {})",
                self.dice.one_of(&["k", "month(d)", "(k * 2)"]),
                self.dice.one_of(&["1", "31"])
            ),
            _ => format!("(if {} then {} else {})", self.test(depth), self.day(depth), self.day(depth)),
        }
    }

    fn within_list(&mut self, write: impl Fn(&mut Self) -> String) -> String {
        let outside = (self.entry, self.in_list);
        (self.entry, self.in_list) = (true, true);
        let text = write(self);
        (self.entry, self.in_list) = outside;
        text
    }
}
