//! The three sums are what brute force finds where all is known, and hold of every completion where it is not.

use std::collections::{BTreeMap, BTreeSet};

use eligibility::{Purse, Sums, assess, sums};
use policy::Number;
use proptest::prelude::*;

use crate::{
    support::{catalog, day, profile},
    tried,
};

/// Grants of which a person serves one, grants of which the enterprise has one, one not proved, one that comes with time;
/// and two deductions from one tax.
const PACK: &str = "list hires
     fact hires.p boolean
     fact hires.q boolean
     fact hires.k integer 0..3
     fact registered boolean
     fact here boolean
     fact tax money 0..
     policy a
     edition e from 2020-01-01
     status in-force 2026-11-01
     over hires
     each p p
     amount grant | each 1000 + 200 * k
     excludes b each hires
     policy b
     edition e from 2020-01-01
     status in-force 2020-01-01
     over hires
     each q q or p
     amount grant | each 1300
     policy c
     edition e from 2020-01-01
     status in-force 2026-11-01
     condition here registered
     amount grant | 2500
     excludes b
     policy d
     edition e from 2020-01-01
     status in-force 2026-11-01
     condition here here
     amount grant | 700
     excludes c
     policy later
     edition e from 2020-01-01
     status in-force 2026-11-01
     condition day as_of >= 2027-03-01
     amount grant | 900
     excludes d
     policy tax1
     edition e from 2020-01-01
     status in-force 2026-11-01
     over hires
     each p p
     amount deduction | each 600 | kind tax-relief | within tax
     excludes tax2 each hires
     policy tax2
     edition e from 2020-01-01
     status in-force 2020-01-01
     over hires
     each q q
     amount deduction | each 900 | kind tax-relief | within tax";

/// Answers, each known or not: of people p, q, k; of the enterprise registered, here, tax; whether people may be missing.
#[derive(Debug, Clone)]
struct Told {
    people: Vec<[usize; 3]>,
    registered: usize,
    here: usize,
    tax: usize,
    more: bool,
}

const TAXES: [&str; 6] = ["0", "1000", "2300", "9000", "1000..2300", "?"];
const EXTRAS: [&str; 6] = ["0", "1", "2", "3", "0..2", "?"];

fn told() -> impl Strategy<Value = Told> {
    let people = proptest::collection::vec([0_usize..3, 0_usize..3, 0_usize..6], 0..4);
    (people, 0_usize..3, 0_usize..3, 0_usize..6, any::<bool>())
        .prop_map(|(people, registered, here, tax, more)| Told { people, registered, here, tax, more })
}

impl Told {
    fn written(&self) -> String {
        let truth = |it: usize| ["no", "yes", "?"][it];
        let mut text = format!("registered = {}; here = {}", truth(self.registered), truth(self.here));
        text += &format!("; tax = {}; hires {}", TAXES[self.tax], if self.more { "more" } else { "none" });
        for (at, [p, q, k]) in self.people.iter().enumerate() {
            text += &format!("; hires e{at}: p = {}, q = {}, k = {}", truth(*p), truth(*q), EXTRAS[*k]);
        }
        text
    }

    /// One way to fill the gaps.
    fn completed(&self, dice: usize) -> Told {
        let truth = |it: usize, bit: usize| if it == 2 { (dice >> bit) & 1 } else { it };
        let person = |(at, it): (usize, &[usize; 3])| {
            let k = match it[2] {
                4 => (dice >> (at + 12)) % 3,
                5 => (dice >> (at + 12)) % 4,
                known => known,
            };
            [truth(it[0], 2 * at), truth(it[1], 2 * at + 1), k]
        };
        let missing = if self.more { dice >> 20 & 1 } else { 0 };
        let people = self.people.iter().copied().chain(std::iter::repeat_n([2, 2, 5], missing));
        let people: Vec<[usize; 3]> = people.collect();
        Told {
            people: people.iter().enumerate().map(person).collect(),
            registered: truth(self.registered, 16),
            here: truth(self.here, 17),
            tax: match self.tax {
                4 => 1 + (dice >> 18) % 2,
                5 => (dice >> 18) % 4,
                known => known,
            },
            more: false,
        }
    }

    fn reckoned(&self) -> BTreeMap<Purse, Sums> {
        let catalog = catalog(PACK);
        let profile = profile(&catalog, &self.written());
        let assessment = assess(&catalog, &profile, day("2026-11-23"));
        sums(&catalog, &assessment, &profile, &BTreeSet::new())
    }

    /// Of complete answers, every use there is: the most of what is proven, of what one is eligible for, of all.
    fn brute_force(&self) -> (Tiers, Tiers) {
        let mut grants = Tiers::default();
        for bits in 0_u32..1 << 5 {
            let [a, b, c, d, later] = [0, 1, 2, 3, 4].map(|it| bits & (1 << it) != 0);
            let excluded = (c && (b || d)) || (d && later);
            if excluded || (c && self.registered == 0) || (d && self.here == 0) {
                continue;
            }
            let own = i64::from(c) * 2500 + i64::from(d) * 700;
            let one_by = |proven_only: bool| {
                let best = |[p, q, k]: &[usize; 3]| {
                    let by_a = i64::from(a && *p == 1) * (1000 + 200 * i64::try_from(*k).unwrap());
                    let by_b = i64::from(b && !proven_only && (*p == 1 || *q == 1)) * 1300;
                    by_a.max(by_b)
                };
                self.people.iter().map(best).sum::<i64>()
            };
            let with_time = i64::from(later) * 900;
            if !later {
                grants = grants.or([own + one_by(true), own + one_by(false), 0]);
            }
            grants = grants.or([0, 0, own + one_by(false) + with_time]);
        }
        let tax = TAXES[self.tax].parse::<i64>().unwrap();
        let deducted = |proven_only: bool| {
            let best = |[p, q, _]: &[usize; 3]| {
                let unproven = i64::from(*q == 1 && !proven_only) * 900;
                unproven.max(i64::from(*p == 1) * 600)
            };
            self.people.iter().map(best).sum::<i64>().min(tax)
        };
        (grants, Tiers([deducted(true), deducted(false), deducted(false)]))
    }
}

/// The most of what is proven, of what one is eligible for, of all that may come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Tiers([i64; 3]);

impl Tiers {
    fn or(self, other: [i64; 3]) -> Tiers {
        Tiers([0, 1, 2].map(|it| self.0[it].max(other[it])))
    }

    fn of(sums: &BTreeMap<Purse, Sums>, purse: Purse) -> Tiers {
        let sums = sums.get(&purse).copied().unwrap_or_default();
        let yuan = |it: Number| it.to_i64().unwrap();
        let (certain, to_confirm) = (yuan(sums.certain), yuan(sums.to_confirm));
        Tiers([certain, certain + to_confirm, certain + to_confirm + yuan(sums.possible)])
    }
}

proptest! {
    #![proptest_config(tried(96))]

    #[test]
    fn where_all_is_known_the_sums_are_what_brute_force_finds(told in told(), dice in any::<u32>()) {
        let told = told.completed(usize::try_from(dice).unwrap());
        let (grants, deductions) = told.brute_force();
        let found = told.reckoned();
        prop_assert_eq!(Tiers::of(&found, Purse::Grants), grants, "{}", told.written());
        prop_assert_eq!(Tiers::of(&found, Purse::TaxRelief), deductions, "{}", told.written());
        prop_assert!(found.values().all(|it| !it.unbounded));
    }

    #[test]
    fn what_is_told_of_the_sums_holds_of_every_completion(told in told(), dice in any::<u32>()) {
        let (partial, complete) = (told.reckoned(), told.completed(usize::try_from(dice).unwrap()).reckoned());
        for purse in [Purse::Grants, Purse::TaxRelief] {
            let (before, after) = (Tiers::of(&partial, purse).0, Tiers::of(&complete, purse).0);
            let unbounded = partial.get(&purse).is_some_and(|it| it.unbounded);
            prop_assert!(before[0] <= after[0], "{purse:?} {before:?} {after:?} {}", told.written());
            prop_assert!(before[1] <= after[1], "{purse:?} {before:?} {after:?} {}", told.written());
            prop_assert!(unbounded || after[2] <= before[2], "{purse:?} {before:?} {after:?} {}", told.written());
        }
    }
}
