//! The start page.

use desk::{Desk, DeskError};
use eligibility::Verdict;
use policy::Date;

use super::{
    lines::{days, is_near, n},
    pack_state::pack_state,
};
use crate::{Deadline, Language, PackInfo, Resume, Start, view::read_settings};

const MOST_DEADLINES: usize = 3;
/// A pack older than this is told to be.
const OLD_DAYS: i32 = 180;

/// Everything the first painted screen needs.
pub fn start(desk: &Desk, system: Language) -> Result<Start, DeskError> {
    let catalog = desk.catalog();
    let pack = &catalog.pack;
    let resume = match desk.last_saved()? {
        Some(saved) if desk.n_answered() > 0 => Some(Resume {
            answered: n(desk.n_answered()),
            left: n(desk.sitting.n_that_settle_most()),
            saved_at: saved.at,
        }),
        _ => None,
    };
    Ok(Start {
        as_of: desk.as_of().to_string(),
        settings: read_settings(desk, system),
        pack: PackInfo {
            title: (&pack.title).into(),
            version: pack.version.clone(),
            published: pack.published.to_string(),
            old: days(pack.published, desk.as_of()) > OLD_DAYS,
            covers: (&pack.covers).into(),
            checked: (&pack.checked).into(),
            policies: n(catalog.policies.len()),
        },
        resume,
        deadlines: deadlines(desk),
        data_folder: desk.folder().display().to_string(),
        pack_state: pack_state(desk),
    })
}

fn deadlines(desk: &Desk) -> Vec<Deadline> {
    let as_of = desk.as_of();
    let closing = desk.sitting.assessment.results.iter().filter(|it| it.verdict == Verdict::Eligible);
    let mut deadlines: Vec<(Date, Deadline)> = closing
        .filter_map(|result| {
            let closes = super::result::last_day(result)?;
            let policy = desk.catalog().policy(result.policy.as_str()).ok()?;
            let deadline = Deadline {
                policy: result.policy.to_string(),
                title: (&policy.title).into(),
                closes: closes.to_string(),
                days: days(as_of, closes),
            };
            is_near(deadline.days).then_some((closes, deadline))
        })
        .collect();
    deadlines.sort_by_key(|(closes, _)| *closes);
    deadlines.into_iter().take(MOST_DEADLINES).map(|(_, it)| it).collect()
}
