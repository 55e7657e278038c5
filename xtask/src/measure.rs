//! `cargo xtask measure-start`: from start to first painted screen; `cargo xtask measure-questions`: how many questions it takes.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::display::Display;
use crate::house::{House, Profile};
use crate::setup::{self, Scope};
use crate::shell::{self, Failure, Result};
use crate::window;

const RUNS: usize = 5;
/// The promise, in milliseconds.
const AT_MOST: u64 = 1500;
/// A window that has painted nothing by then never will.
const PATIENCE: Duration = Duration::from_secs(60);

/// Starts the release program five times, each with a new data folder, and holds the median against the promise.
pub(crate) fn measure_start(house: &House) -> Result {
    setup::setup(house, Scope::Test)?;
    window::build_pages(house)?;
    let program = window::build_program(house, Profile::Release)?;
    let display = Display::open()?;
    let mut times = Vec::new();
    for run in 1..=RUNS {
        let data = house.scratch(&format!("start-{run}"))?;
        let time = one_start(&program, &data, &display)?;
        println!("start {run}: first painted screen after {time} ms");
        times.push(time);
    }
    let median = median(times);
    println!("median of {RUNS}: {median} ms (promised: at most {AT_MOST} ms)");
    if median <= AT_MOST { Ok(()) } else { Err(Failure::new("the window opens too slowly")) }
}

/// Lets made-up enterprises answer in our order and in others; so many where a number is given.
pub(crate) fn measure_questions(house: &House, n_enterprises: Option<&str>) -> Result {
    let mut bench = house.cargo();
    bench.args(["bench", "--package", "corpus", "--bench", "questionnaire", "--"]).args(n_enterprises);
    shell::run(&mut bench)
}

fn one_start(program: &Path, data: &Path, display: &Display) -> Result<u64> {
    if data.exists() {
        fs::remove_dir_all(data).map_err(Failure::doing(format_args!("empty {}", data.display())))?;
    }
    let mut command = Command::new(program);
    command.arg("--data-dir").arg(data).env("ADVISOR_PAINTED", "1");
    let mut child = display
        .show(&mut command)
        .stderr(Stdio::piped())
        .spawn()
        .map_err(Failure::doing(format_args!("start {}", program.display())))?;
    let painted = wait_for_paint(&mut child);
    // Its work is done; if it has ended by itself, so much the better.
    let _ = child.kill();
    let _ = child.wait();
    painted
}

/// Reads on a thread of its own: the program goes on living after it has painted, and a dead one must not hold us.
fn wait_for_paint(child: &mut Child) -> Result<u64> {
    let said = child.stderr.take().ok_or_else(|| Failure::new("the program has no voice"))?;
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || sender.send(first_paint(said)));
    match receiver.recv_timeout(PATIENCE) {
        Ok(Some(time)) => Ok(time),
        Ok(None) => Err(Failure::new("the program ended before it painted anything")),
        Err(_) => Err(Failure::new(format!("nothing painted within {} s", PATIENCE.as_secs()))),
    }
}

fn first_paint(said: ChildStderr) -> Option<u64> {
    BufReader::new(said).lines().map_while(|it| it.ok()).find_map(|it| milliseconds(&it))
}

/// The line the program prints when asked by `ADVISOR_PAINTED=1`: `painted 612`.
fn milliseconds(line: &str) -> Option<u64> {
    line.strip_prefix("painted ")?.trim().parse().ok()
}

/// The middle one of an odd number of times.
fn median(mut times: Vec<u64>) -> u64 {
    times.sort_unstable();
    times[times.len() / 2]
}

#[cfg(test)]
mod tests {
    use super::{median, milliseconds};

    #[test]
    fn the_line_of_the_first_paint_is_understood() {
        assert_eq!(milliseconds("painted 612"), Some(612));
        assert_eq!(milliseconds("Gtk-Message: painted 612"), None);
        assert_eq!(milliseconds("painted soon"), None);
    }

    #[test]
    fn one_slow_start_does_not_move_the_median() {
        assert_eq!(median(vec![700, 9000, 650, 610, 690]), 690);
    }
}
