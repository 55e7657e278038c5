//! What to do.

use desk::{Desk, DeskError, Stop, Support, ToBring, ToDo};

use super::lines::{days, is_near, place};
use crate::{ToDoPage, ToDoPaper, ToDoStop, ToDoSupport};

/// The supports one applies for, and all their papers, each once.
pub fn to_do(desk: &Desk) -> ToDoPage {
    let to_do = desk.to_do();
    let stops: Vec<ToDoStop> = to_do.stops.iter().map(|it| stop(desk, &to_do, it)).collect();
    let papers = || stops.iter().flat_map(|it| &it.papers);
    ToDoPage {
        supports: (1..).zip(&to_do.supports).map(|(number, it)| support(desk, number, it)).collect(),
        any_chosen: to_do.supports.iter().any(|it| it.chosen),
        papers: count(papers().count()),
        at_hand: count(papers().filter(|it| it.ticked).count()),
        stops,
    }
}

/// Puts a support among those one applies for, or takes it off.
pub fn choose_to_do(desk: &mut Desk, policy: &str, on: bool, now: &str) -> Result<ToDoPage, DeskError> {
    desk.choose(policy, on, now)?;
    Ok(to_do(desk))
}

/// Ticks a paper off for all supports it serves, or takes the ticks away.
pub fn tick_to_do(desk: &mut Desk, paper: &str, on: bool, now: &str) -> Result<ToDoPage, DeskError> {
    desk.tick_for_all(paper, on, now)?;
    Ok(to_do(desk))
}

fn support(desk: &Desk, number: u32, it: &Support) -> ToDoSupport {
    let days_left = it.closes.map(|closes| days(desk.as_of(), closes));
    ToDoSupport {
        number,
        policy: it.policy.to_string(),
        edition: it.edition.to_string(),
        title: (&it.title).into(),
        verdict: it.verdict.into(),
        chosen: it.chosen,
        meant: it.meant,
        gain: (&it.gain).into(),
        when: (&it.when).into(),
        of_round: (&it.of_round).into(),
        days_left,
        near: days_left.is_some_and(is_near),
        places: it.places.iter().map(place).collect(),
    }
}

fn stop(desk: &Desk, to_do: &ToDo, it: &Stop) -> ToDoStop {
    ToDoStop {
        place: (&it.place).into(),
        papers: it.papers.iter().map(|it| paper(desk, to_do, it)).collect(),
    }
}

fn paper(desk: &Desk, to_do: &ToDo, it: &ToBring) -> ToDoPaper {
    ToDoPaper {
        paper: it.paper.to_string(),
        label: (&it.label).into(),
        note: (&it.note).into(),
        serves: it.serves.iter().copied().map(count).collect(),
        ticked: desk.is_at_hand(to_do, it),
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
