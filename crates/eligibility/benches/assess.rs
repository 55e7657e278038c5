//! How long a pack takes: `cargo bench -p eligibility`.
//!
//! Forty policies over one dictionary of facts, for a profile with nothing, half, and all of it answered.

#![allow(clippy::unwrap_used, reason = "a failed step fails the measurement")]

#[path = "../tests/support/mod.rs"]
mod support;

use std::time::Instant;

use eligibility::assess;
use support::{catalog, day, profile};

const FACTS: &str = "fact registered boolean
     fact registered_on date if registered
     fact district choice yangpu other elsewhere if registered else not-yet
     fact form choice company partnership sole-trader
     fact headcount integer 0..
     fact income money 0..
     fact rent money 0.. if registered else 0
     fact graduate boolean
     fact graduated_on date if graduate
     fact born_on date
     fact first boolean
     list hires
     fact hires.hired_on date
     fact hires.graduate_hired boolean
     fact hires.left_on date if graduate_hired
     fact hires.months integer 0..
     fact hires.jobless boolean
     derived small = if headcount < 100 then true else income < 20000000
     derived local = district in ['yangpu', 'other']
     parameter wage 2023-07-01 = 2690, 2025-07-01 = 2740
     tiers tax 2023-01-01 = 0:0.03 36000:0.1 144000:0.2";

const GRANT: &str = "edition e from 2023-01-01
     condition here local and first
     condition group any { graduate and registered_on <= add_months(graduated_on, 24); officer }
     condition size form == 'sole-trader' or (form in ['company', 'partnership'] and small)
     condition year months_between(registered_on, as_of) >= 12
     condition age years_between(born_on, as_of) <= 35
     window closes add_months(registered_on, 18)
     amount grant | min(8000, rent * 0.5) + marginal(tax, income) * 0.01";

const HIRING: &str = "edition e from 2023-01-01
     over hires
     condition here local
     each group graduate_hired and hired_on <= add_months(left_on, 24) or jobless
     each contract months >= 12
     each then months_between(hired_on, as_of) in 0..=12
     amount grant | each 2000";

const HALF: &str = "registered = yes; district = yangpu; form = company; headcount = 10..19; graduate = yes
     hires a: hired_on = 2026-03-01, graduate_hired = yes; hires b: n = 3, jobless = yes; hires c: months = 12..24";

const ALL: &str = "registered = yes; registered_on = 2025-09-01; district = yangpu; form = company; headcount = 12
     income = 500000; rent = 60000; graduate = yes; graduated_on = 2025-06-25; born_on = 2000-05-05; first = yes
     hires a: hired_on = 2026-03-01, graduate_hired = yes, left_on = 2025-06-30, months = 24, jobless = no
     hires b: n = 3, hired_on = 2026-09-01, graduate_hired = no, months = 12, jobless = yes";

fn main() {
    let rules: String = (0..20)
        .map(|idx| format!("policy grant-{idx:02}\n{GRANT}\npolicy hiring-{idx:02}\n{HIRING}\n"))
        .collect();
    let catalog = catalog(&format!("{FACTS}\n{rules}"));
    for (name, facts) in [("nothing answered", ""), ("half answered", HALF), ("all answered", ALL)] {
        let profile = profile(&catalog, facts);
        let rounds = 3;
        let start = Instant::now();
        for _ in 0..rounds {
            assert_eq!(assess(&catalog, &profile, day("2026-11-23")).results.len(), 40);
        }
        println!(
            "{name:18}{:>10.2} ms for 40 policies",
            start.elapsed().as_secs_f64() * 1000.0 / f64::from(rounds)
        );
    }
}
