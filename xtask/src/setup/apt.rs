//! Installing on Debian, Ubuntu and their relatives.

use std::process::Command;

use super::linux::on_path;
use crate::shell::{self, Failure, Result, ask};

/// Installs `packages`, as root or through sudo; otherwise says what somebody who may should type.
pub(super) fn install(packages: &[&str]) -> Result {
    let Some(rights) = Rights::ours() else {
        return Err(Failure::new(format!(
            "Installing needs root, and there is no sudo here. Please have this run:\n  apt-get update && apt-get install --no-install-recommends {}",
            packages.join(" ")
        )));
    };
    println!("Installing with apt-get: {}", packages.join(" "));
    update_and_install(&rights, packages).or_else(|failure| {
        // A mirror in the middle of its own update is the usual cause; the second try finds it settled.
        println!("{failure}; trying once more");
        update_and_install(&rights, packages)
    })
}

fn update_and_install(rights: &Rights, packages: &[&str]) -> Result {
    shell::run(rights.apt_get().arg("update"))?;
    shell::run(rights.apt_get().args(["install", "--yes", "--no-install-recommends"]).args(packages))
}

enum Rights {
    Root,
    Sudo,
}

impl Rights {
    fn ours() -> Option<Rights> {
        if ask("id", &["-u"]).is_some_and(|it| it.trim() == "0") {
            return Some(Rights::Root);
        }
        on_path("sudo").then_some(Rights::Sudo)
    }

    fn apt_get(&self) -> Command {
        // sudo drops the environment, so the setting travels as an argument of env.
        let mut command = match self {
            Rights::Root => Command::new("env"),
            Rights::Sudo => {
                let mut sudo = Command::new("sudo");
                sudo.arg("env");
                sudo
            }
        };
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=120", "-q"]);
        command
    }
}
