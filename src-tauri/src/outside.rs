//! The outside world: clock, folders, the system's language, its display and its browser. Nothing else in the program asks for them.

use std::{env, ffi::OsStr, fs, io, path::PathBuf, time::Duration};

use directories::{ProjectDirs, UserDirs};
use jiff::ZonedDateTime;
use policy::Date;
use wire::Language;

/// Today, by the clock on the wall.
pub(crate) fn today() -> Date {
    let today = ZonedDateTime::now().date();
    Date::new(today.year().into(), today.month().into(), today.day().into())
        .expect("the clock shows a day of the calendar")
}

/// The minute, by the clock on the wall: `2026-11-23T09:05`.
pub(crate) fn now() -> String {
    ZonedDateTime::now().strftime("%Y-%m-%dT%H:%M").to_string()
}

/// Where this user's data belongs on this system.
pub(crate) fn data_folder() -> Option<PathBuf> {
    let dirs = ProjectDirs::from("", "", "policy-subsidy-advisor")?;
    Some(dirs.data_dir().to_owned())
}

/// The file of this program.
pub(crate) fn program() -> Option<PathBuf> {
    env::current_exe().ok()
}

/// Where this user looks for what was saved: downloads, else documents, else home.
pub(crate) fn downloads() -> Vec<PathBuf> {
    let Some(dirs) = UserDirs::new() else { return Vec::new() };
    let named = [dirs.download_dir(), dirs.document_dir(), Some(dirs.home_dir())];
    named.into_iter().flatten().filter(|it| it.is_dir()).map(PathBuf::from).collect()
}

/// The language that the system speaks; Chinese where it does not say, for that is what most readers speak.
pub(crate) fn language() -> Language {
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|it| env::var(it).ok());
    language_of(said)
}

fn language_of(mut said: impl Iterator<Item = String>) -> Language {
    match said.find(|it| !it.is_empty()) {
        Some(locale) if !locale.starts_with("zh") && !["C", "POSIX"].contains(&base(&locale)) => Language::En,
        _ => Language::Zh,
    }
}

fn base(locale: &str) -> &str {
    locale.split('.').next().unwrap_or(locale)
}

/// Whether a window could be opened here.
pub(crate) fn has_display() -> bool {
    let set = |name| env::var_os(name).is_some_and(|it| !it.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// Hands an address to the browser or a folder to the file manager.
pub(crate) fn show(what: impl AsRef<OsStr>) -> io::Result<()> {
    open::that_detached(what)
}

/// Whether somebody measures how long the first screen takes.
pub(crate) fn is_timed() -> bool {
    env::var_os("ADVISOR_PAINTED").is_some_and(|it| it == "1")
}

/// How long the program runs already, its loading by the system included; nothing where the system does not tell.
pub(crate) fn age() -> Duration {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let uptime = fs::read_to_string("/proc/uptime").unwrap_or_default();
    age_of(&stat, &uptime).unwrap_or_default()
}

/// From Linux's own words: field 22 is the start in hundredths of a second since boot. The name in brackets may have spaces.
fn age_of(stat: &str, uptime: &str) -> Option<Duration> {
    let (_, after_name) = stat.rsplit_once(')')?;
    let started: u64 = after_name.split_whitespace().nth(19)?.parse().ok()?;
    let now: f64 = uptime.split_whitespace().next()?.parse().ok()?;
    Duration::try_from_secs_f64(now).ok()?.checked_sub(Duration::from_millis(started * 10))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_of_the_system_is_chinese_unless_it_says_otherwise() {
        let of = |said: &[&str]| language_of(said.iter().map(|it| (*it).to_owned()));
        assert_eq!(of(&["", "zh_CN.UTF-8"]), Language::Zh);
        assert_eq!(of(&["en_GB.UTF-8", "zh_CN.UTF-8"]), Language::En);
        assert_eq!(of(&["C.UTF-8"]), Language::Zh);
        assert_eq!(of(&[]), Language::Zh);
    }

    #[test]
    fn the_age_of_the_program_is_told_from_its_start() {
        let stat = "7 (a (b) c) S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 12345 20";
        assert_eq!(age_of(stat, "124.05 99.0"), Some(Duration::from_millis(600)));
        assert_eq!(age_of("", ""), None);
    }

    #[test]
    fn the_minute_is_written_as_the_book_keeps_it() {
        let now = now();
        assert_eq!((now.len(), &now[10..11]), (16, "T"));
        assert_eq!(now[..10].parse::<Date>().unwrap(), today());
    }
}
