//! A use of very many supports that exclude each other: good, and not looked for as the best.

use std::{cmp::Reverse, collections::BTreeSet};

use policy::Number;

use crate::best_use::{Puzzle, Solution, Worth};

impl Puzzle {
    /// A use that can be had and need not be the best: first what is wanted, then what brings most. Its bound is what all
    /// would bring if nothing excluded anything. `None` beyond measure.
    pub fn rough(&self) -> Option<Solution> {
        let open = (0..self.whole.len()).filter(|it| !self.barred.contains(it));
        let ranked = open.map(|it| Some((self.wanted.contains(&it), self.alone(it)?, Reverse(it))));
        let mut ranked: Vec<(bool, Number, Reverse<usize>)> = ranked.collect::<Option<_>>()?;
        ranked.sort_by(|a, b| b.cmp(a));
        let open: Vec<usize> = ranked.into_iter().map(|it| it.2.0).collect();
        let taken = one_by_one(&self.wide, open.iter().copied());
        let serves: Vec<BTreeSet<usize>> =
            (0..self.each.len()).map(|it| self.roughly_served(it, &taken)).collect();
        let all = |nodes: &[usize], served: &dyn Fn(usize, usize) -> bool| {
            nodes.iter().try_fold(Worth::default(), |sum, node| {
                let people = self.each.iter().enumerate().filter(|(person, _)| served(*person, *node));
                let brought = people.filter_map(|(_, brings)| brings[*node].as_ref());
                brought.chain([&self.whole[*node]]).try_fold(sum, Worth::plus)
            })
        };
        let taken_in_order: Vec<usize> = taken.iter().copied().collect();
        let brought = all(&taken_in_order, &|person, node| serves[person].contains(&node))?;
        let everything = all(&open, &|_, _| true)?;
        let (total, bound) = (brought.held(&self.sources)?, everything.held(&self.sources)?);
        Some(Solution { taken, serves, total, bound })
    }

    /// What a support would bring with everybody who counts for it.
    fn alone(&self, node: usize) -> Option<Number> {
        let of_people = self.each.iter().filter_map(|it| it[node].as_ref());
        of_people.chain([&self.whole[node]]).try_fold(Worth::default(), Worth::plus)?.held(&self.sources)
    }

    fn roughly_served(&self, person: usize, taken: &BTreeSet<usize>) -> BTreeSet<usize> {
        let brings = &self.each[person];
        let mut ranked: Vec<(bool, Option<Number>, usize)> = (taken.iter())
            .filter_map(|node| {
                let worth = brings[*node].as_ref()?.held(&self.sources);
                Some((self.wanted_for.contains(&(person, *node)), worth, *node))
            })
            .collect();
        ranked.sort_by(|a, b| b.cmp(a));
        one_by_one(&self.by_person, ranked.into_iter().map(|it| it.2))
    }
}

/// Each that has nothing against those before it.
fn one_by_one(edges: &BTreeSet<(usize, usize)>, nodes: impl Iterator<Item = usize>) -> BTreeSet<usize> {
    nodes.fold(BTreeSet::new(), |mut taken, node| {
        let is_rival = |it: &usize| edges.contains(&(node.min(*it), node.max(*it)));
        if !taken.iter().any(is_rival) {
            taken.insert(node);
        }
        taken
    })
}
