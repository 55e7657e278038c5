//! Installing on Debian, Ubuntu and their relatives.

use std::process::Command;

use super::linux::on_path;
use crate::shell::{self, Result, ask};

/// By whose leave something is installed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rights {
    /// We are root.
    Root,
    /// We may become root; sudo asks for the password itself.
    Sudo,
}

impl Rights {
    /// What this user may do; nothing without root and sudo.
    pub(super) fn ours() -> Option<Rights> {
        if ask("id", &["-u"]).is_some_and(|it| it.trim() == "0") {
            return Some(Rights::Root);
        }
        on_path("sudo").then_some(Rights::Sudo)
    }
}

/// Installs `packages`, in sight of the reader.
pub(super) fn install(rights: Rights, packages: &[&str]) -> Result {
    println!("Installing with apt-get: {}", packages.join(" "));
    update_and_install(rights, packages).or_else(|failure| {
        // A mirror in the middle of its own update is the usual cause; the second try finds it settled.
        println!("{failure}; trying once more");
        update_and_install(rights, packages)
    })
}

/// What somebody who may install should type.
pub(super) fn by_hand(packages: &[&str]) -> String {
    format!("apt-get update && apt-get install --no-install-recommends {}", packages.join(" "))
}

fn update_and_install(rights: Rights, packages: &[&str]) -> Result {
    shell::run(&mut command(&update(rights)))?;
    shell::run(&mut command(&install_words(rights, packages)))
}

fn update(rights: Rights) -> Vec<&'static str> {
    [apt_get(rights), &["update"]].concat()
}

fn install_words<'p>(rights: Rights, packages: &[&'p str]) -> Vec<&'p str> {
    [apt_get(rights), &["install", "--yes", "--no-install-recommends"], packages].concat()
}

/// sudo drops the environment, so the setting travels as an argument of env.
fn apt_get(rights: Rights) -> &'static [&'static str] {
    const WORDS: &[&str] =
        &["sudo", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=120", "-q"];
    match rights {
        Rights::Root => &WORDS[1..],
        Rights::Sudo => WORDS,
    }
}

fn command(words: &[&str]) -> Command {
    let mut command = Command::new(words[0]);
    command.args(&words[1..]);
    command
}

#[cfg(test)]
mod tests {
    use super::{Rights, install_words, update};

    #[test]
    fn root_installs_at_once_and_others_through_sudo() {
        assert_eq!(
            update(Rights::Root).join(" "),
            "env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 -q update"
        );
        assert_eq!(
            install_words(Rights::Sudo, &["gcc", "make"]).join(" "),
            "sudo env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 -q \
             install --yes --no-install-recommends gcc make"
        );
    }
}
