//! The best use of what excludes each other is the best of all uses, and what is told of it holds of every completion.

use std::collections::BTreeSet;

use eligibility::{Puzzle, assess, clashes};
use policy::Number;
use proptest::prelude::*;

use crate::{
    support::{catalog, day, profile},
    tried,
};

const NODES: usize = 4;
const PEOPLE: usize = 4;

fn puzzle() -> impl Strategy<Value = Puzzle> {
    let sum = (0_i64..6).prop_map(|it| Number::from(it * 500));
    let each = proptest::collection::vec(proptest::option::of(sum.clone()), NODES);
    let pairs: Vec<(usize, usize)> = (0..NODES).flat_map(|a| (a + 1..NODES).map(move |b| (a, b))).collect();
    let edges = proptest::collection::btree_set(proptest::sample::select(pairs), 0..4);
    (proptest::collection::vec(sum, NODES), proptest::collection::vec(each, PEOPLE), edges.clone(), edges)
        .prop_map(|(whole, each, wide, by_person)| Puzzle {
            whole,
            each,
            wide,
            by_person,
            ..Puzzle::default()
        })
}

/// Every set of supports, and for every person every set of those: what may be had together.
fn brute_force(puzzle: &Puzzle) -> Number {
    let apart = |edges: &BTreeSet<(usize, usize)>, bits: usize| {
        !edges.iter().any(|(a, b)| bits & (1 << a) != 0 && bits & (1 << b) != 0)
    };
    let sum = |bits: usize, of: &dyn Fn(usize) -> Number| {
        (0..NODES).filter(|it| bits & (1 << it) != 0).fold(Number::ZERO, |sum, it| sum.plus(of(it)).unwrap())
    };
    let all = || 0..1_usize << NODES;
    let uses = all().filter(|it| apart(&puzzle.wide, *it)).map(|taken| {
        let own = sum(taken, &|it| puzzle.whole[it]);
        puzzle.each.iter().fold(own, |total, brings| {
            let counts = |bits: usize| (0..NODES).all(|it| bits & (1 << it) == 0 || brings[it].is_some());
            let served = all().filter(|it| it & !taken == 0 && counts(*it) && apart(&puzzle.by_person, *it));
            let best = served.map(|it| sum(it, &|at| brings[at].unwrap())).max().unwrap();
            total.plus(best).unwrap()
        })
    });
    uses.max().unwrap()
}

/// Two supports of which a person serves one, and one that the enterprise has instead of the second.
const PACK: &str = "list hires
     fact hires.p boolean
     fact hires.q boolean
     fact hires.k integer 0..3
     fact registered boolean
     policy a
     edition e from 2020-01-01
     over hires
     each p p
     amount grant | each 1000 + 200 * k
     excludes b each hires
     policy b
     edition e from 2020-01-01
     over hires
     each q q or p
     amount grant | each 1300
     policy c
     edition e from 2020-01-01
     condition here registered
     amount grant | 2500
     excludes b";

/// For each of three people: p, q, k, each known, unknown, or (k) a range.
fn people() -> impl Strategy<Value = Vec<[usize; 3]>> {
    proptest::collection::vec([0_usize..3, 0_usize..3, 0_usize..6], 1..4)
}

fn written(people: &[[usize; 3]], registered: bool) -> String {
    let mut text = format!("registered = {}", if registered { "yes" } else { "no" });
    for (at, [p, q, k]) in people.iter().enumerate() {
        let truth = |it: usize| ["no", "yes", "?"][it];
        let k = ["0", "1", "2", "3", "0..2", "?"][*k];
        text += &format!("; hires e{at}: p = {}, q = {}, k = {k}", truth(*p), truth(*q));
    }
    text
}

fn completed(people: &[[usize; 3]], dice: usize) -> Vec<[usize; 3]> {
    let settle = |at: usize, it: &[usize; 3]| {
        let roll = dice >> (at * 4);
        let truth = |it: usize, bit: usize| if it == 2 { bit & 1 } else { it };
        let k = match it[2] {
            4 => (roll >> 2) % 3,
            5 => (roll >> 2) % 4,
            known => known,
        };
        [truth(it[0], roll), truth(it[1], roll >> 1), k]
    };
    people.iter().enumerate().map(|(at, it)| settle(at, it)).collect()
}

proptest! {
    #![proptest_config(tried(128))]

    #[test]
    fn the_best_use_is_the_best_of_all(puzzle in puzzle()) {
        let solved = puzzle.solve().unwrap();
        prop_assert_eq!(solved.total, brute_force(&puzzle));
        for (person, serves) in solved.serves.iter().enumerate() {
            prop_assert!(serves.is_subset(&solved.taken));
            prop_assert!(serves.iter().all(|it| puzzle.each[person][*it].is_some()));
        }
    }

    #[test]
    fn what_is_certain_of_the_best_use_holds_of_every_completion(
        people in people(), registered in any::<bool>(), dice in any::<u16>(),
    ) {
        let catalog = catalog(PACK);
        let as_of = day("2026-11-23");
        let told = |people: &[[usize; 3]]| {
            let profile = profile(&catalog, &written(people, registered));
            let assessment = assess(&catalog, &profile, as_of);
            clashes(&catalog, &assessment, &profile, &BTreeSet::new())
        };
        let complete = told(&completed(&people, usize::from(dice)));
        let sure = |clashes: &[eligibility::Clash]| {
            clashes.iter().fold(Number::ZERO, |sum, it| sum.plus(it.best.low().unwrap()).unwrap())
        };
        prop_assert!(complete.iter().all(|it| it.exact && it.total == it.best));
        let partial = told(&people);
        // A support that is open only in some completions has no part in the clash; what is told without it is no less certain.
        if partial.len() == complete.len() && partial.iter().zip(&complete).all(|(a, b)| a.members.len() == b.members.len()) {
            prop_assert!(sure(&partial) <= sure(&complete), "{partial:?} {complete:?}");
        }
    }

    #[test]
    fn one_more_entry_never_lowers_what_is_certain(
        people in people(), more in people(), registered in any::<bool>(),
    ) {
        let catalog = catalog(PACK);
        let as_of = day("2026-11-23");
        let certain = |people: &[[usize; 3]]| -> Vec<Number> {
            let profile = profile(&catalog, &written(people, registered));
            let results = assess(&catalog, &profile, as_of).results;
            results.iter().map(|it| match it.verdict {
                eligibility::Verdict::Eligible => it.amounts[0].value.unwrap().low().unwrap(),
                _ => Number::ZERO,
            }).collect()
        };
        let joined: Vec<[usize; 3]> = people.iter().chain(&more).copied().collect();
        for (before, after) in certain(&people).iter().zip(certain(&joined)) {
            prop_assert!(*before <= after);
        }
    }
}
