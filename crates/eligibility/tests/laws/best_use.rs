//! The best use of what excludes each other is the best of all uses, and what is told of it holds of every completion.

use std::collections::{BTreeMap, BTreeSet};

use eligibility::{Puzzle, Solution, Worth, assess, clashes};
use policy::Number;
use proptest::prelude::*;

use crate::{
    support::{catalog, day, profile},
    tried,
};

const NODES: usize = 4;
const PEOPLE: usize = 3;

fn puzzle(n_sources: usize) -> impl Strategy<Value = Puzzle> {
    let sum = (0_i64..6).prop_map(|it| Number::from(it * 500));
    let each = proptest::collection::vec(proptest::option::of(sum.clone()), NODES);
    let pairs: Vec<(usize, usize)> = (0..NODES).flat_map(|a| (a + 1..NODES).map(move |b| (a, b))).collect();
    let edges = proptest::collection::btree_set(proptest::sample::select(pairs), 0..4);
    let sources = proptest::collection::vec(sum.clone(), n_sources);
    // Each support draws from one of them, or from none.
    let drawn = proptest::collection::vec(0..=n_sources, NODES);
    let whole = proptest::collection::vec(sum, NODES);
    let each = proptest::collection::vec(each, PEOPLE);
    (whole, each, edges.clone(), edges, sources, drawn).prop_map(
        move |(whole, each, wide, by_person, sources, drawn)| {
            let worth = |node: usize, sum: Number| match drawn[node] {
                source if source < n_sources => {
                    Worth { free: Number::ZERO, drawn: BTreeMap::from([(source, sum)]) }
                }
                _ => Worth::free(sum),
            };
            let of_all = |sums: Vec<Option<Number>>| {
                sums.into_iter().enumerate().map(|(node, it)| it.map(|it| worth(node, it))).collect()
            };
            Puzzle {
                whole: whole.iter().enumerate().map(|(node, it)| worth(node, *it)).collect(),
                each: each.into_iter().map(of_all).collect(),
                wide,
                by_person,
                sources,
                ..Puzzle::default()
            }
        },
    )
}

fn is_apart(edges: &BTreeSet<(usize, usize)>, those: &BTreeSet<usize>) -> bool {
    !edges.iter().any(|(a, b)| those.contains(a) && those.contains(b))
}

/// What a use brings; `None` for one that may not be had.
fn brings(puzzle: &Puzzle, taken: &BTreeSet<usize>, serves: &[BTreeSet<usize>]) -> Option<Number> {
    let counts = |person: usize, of: &BTreeSet<usize>| of.iter().all(|it| puzzle.each[person][*it].is_some());
    let may = serves
        .iter()
        .enumerate()
        .all(|(person, of)| of.is_subset(taken) && counts(person, of) && is_apart(&puzzle.by_person, of));
    if !may || !is_apart(&puzzle.wide, taken) {
        return None;
    }
    let of_people = serves
        .iter()
        .enumerate()
        .flat_map(|(person, of)| of.iter().map(move |it| puzzle.each[person][*it].as_ref().unwrap()));
    let mut free = Number::ZERO;
    let mut drawn = vec![Number::ZERO; puzzle.sources.len()];
    for worth in taken.iter().map(|it| &puzzle.whole[*it]).chain(of_people) {
        free = free.plus(worth.free).unwrap();
        worth.drawn.iter().for_each(|(source, it)| drawn[*source] = drawn[*source].plus(*it).unwrap());
    }
    let held = drawn.iter().zip(&puzzle.sources).map(|(drawn, holds)| (*drawn).min(*holds));
    held.chain([free]).try_fold(Number::ZERO, Number::plus)
}

fn sets() -> Vec<BTreeSet<usize>> {
    (0..1_usize << NODES).map(|bits| (0..NODES).filter(|it| bits & (1 << it) != 0).collect()).collect()
}

fn has_wanted(puzzle: &Puzzle, taken: &BTreeSet<usize>, serves: &[BTreeSet<usize>]) -> bool {
    puzzle.wanted.is_subset(taken)
        && puzzle.wanted_for.iter().all(|(person, node)| serves[*person].contains(node))
}

fn wanted() -> impl Strategy<Value = BTreeSet<usize>> {
    proptest::collection::btree_set(0..NODES, 0..3)
}

fn wanted_for() -> impl Strategy<Value = BTreeSet<(usize, usize)>> {
    proptest::collection::btree_set((0..PEOPLE, 0..NODES), 0..3)
}

/// Every set of supports, and for all people together every set of those each may serve, with what the reader insists on;
/// `None` where that cannot be had.
fn brute_force(puzzle: &Puzzle) -> Option<Number> {
    let mut uses: Vec<Vec<BTreeSet<usize>>> = vec![Vec::new()];
    for person in 0..PEOPLE {
        let of_one: Vec<_> = (sets().into_iter())
            .filter(|of| of.iter().all(|it| puzzle.each[person][*it].is_some()))
            .filter(|of| is_apart(&puzzle.by_person, of))
            .collect();
        uses = uses
            .iter()
            .flat_map(|so_far| of_one.iter().map(|it| [&so_far[..], std::slice::from_ref(it)].concat()))
            .collect();
    }
    let taken = sets().into_iter().filter(|it| is_apart(&puzzle.wide, it));
    let all = taken.flat_map(|taken| {
        let wanted = uses.iter().filter(|it| has_wanted(puzzle, &taken, it)).map(Vec::as_slice);
        wanted.filter_map(|it| brings(puzzle, &taken, it)).max()
    });
    all.max()
}

/// Can be had, and brings what is told.
fn is_true(puzzle: &Puzzle, told: &Solution) -> bool {
    brings(puzzle, &told.taken, &told.serves) == Some(told.total)
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
    #![proptest_config(tried(96))]

    #[test]
    fn the_best_use_is_the_best_of_all(puzzle in puzzle(0)) {
        let solved = puzzle.solve().unwrap();
        prop_assert_eq!(Some(solved.total), brute_force(&puzzle));
        prop_assert_eq!(solved.bound, solved.total);
        prop_assert!(is_true(&puzzle, &solved));
    }

    #[test]
    fn what_the_reader_insists_on_is_in_the_best_use_with_it_or_cannot_be_had(
        puzzle in puzzle(0), wanted in wanted(), wanted_for in wanted_for(),
    ) {
        let counts = |(person, node): &(usize, usize)| puzzle.each[*person][*node].is_some();
        let wanted_for: BTreeSet<(usize, usize)> = wanted_for.into_iter().filter(counts).collect();
        let wanted = wanted.into_iter().chain(wanted_for.iter().map(|it| it.1)).collect();
        let puzzle = Puzzle { wanted, wanted_for, ..puzzle };
        let best = brute_force(&puzzle);
        match puzzle.solve() {
            Some(solved) => {
                prop_assert_eq!(Some(solved.total), best);
                prop_assert!(is_true(&puzzle, &solved));
                prop_assert!(has_wanted(&puzzle, &solved.taken, &solved.serves));
            }
            None => prop_assert_eq!(best, None),
        }
    }

    #[test]
    fn where_supports_draw_from_sources_the_best_lies_between_what_was_found_and_the_bound(puzzle in puzzle(2)) {
        let solved = puzzle.solve().unwrap();
        let best = brute_force(&puzzle).unwrap();
        prop_assert!(solved.total <= best && best <= solved.bound, "{} {best} {}", solved.total, solved.bound);
        prop_assert!(is_true(&puzzle, &solved));
    }

    #[test]
    fn where_all_draw_from_one_source_the_best_is_found(puzzle in puzzle(1)) {
        let draws = |it: &Worth| it.free == Number::ZERO;
        prop_assume!(puzzle.whole.iter().chain(puzzle.each.iter().flatten().flatten()).all(draws));
        let solved = puzzle.solve().unwrap();
        prop_assert_eq!(Some(solved.total), brute_force(&puzzle));
        prop_assert_eq!(solved.bound, solved.total);
    }

    #[test]
    fn what_was_not_looked_for_can_be_had_and_nothing_is_beyond_its_bound(puzzle in puzzle(2)) {
        let rough = puzzle.rough().unwrap();
        let best = brute_force(&puzzle).unwrap();
        prop_assert!(rough.total <= best && best <= rough.bound);
        prop_assert!(is_true(&puzzle, &rough));
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
