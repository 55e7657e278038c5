//! The system's part on Linux.
//!
//! We ask for what is missing (a library, a program, a font), not for packages, so that the same list serves every
//! distribution; only Debian's family, where we can install, is asked by package name.

use std::env;
use std::fs;

use super::{
    Scope,
    apt::{self, Rights},
};
use crate::shell::{Failure, Result, ask};

struct Need {
    what: &'static str,
    scope: Scope,
    probe: Probe,
    debian: &'static str,
    fedora: &'static str,
    arch: &'static str,
}

enum Probe {
    /// The command succeeds.
    Succeeds(&'static [&'static str]),
    /// The command succeeds and has something to say.
    Prints(&'static [&'static str]),
    /// The program can be found; starting it would open something.
    OnPath(&'static str),
}

const NEEDS: &[Need] = &[
    Need {
        what: "a C compiler",
        scope: Scope::Build,
        probe: Probe::Succeeds(&["cc", "--version"]),
        debian: "gcc",
        fedora: "gcc",
        arch: "gcc",
    },
    Need {
        what: "the headers of the C library",
        scope: Scope::Build,
        probe: Probe::Succeeds(&["cc", "-E", "-include", "stdio.h", "-x", "c", "/dev/null"]),
        debian: "libc6-dev",
        fedora: "glibc-devel",
        arch: "glibc",
    },
    Need {
        what: "pkg-config",
        scope: Scope::Build,
        probe: Probe::Succeeds(&["pkg-config", "--version"]),
        debian: "pkg-config",
        fedora: "pkgconf-pkg-config",
        arch: "pkgconf",
    },
    Need {
        what: "WebKitGTK 4.1 with its headers (it draws the window)",
        scope: Scope::Build,
        probe: Probe::Succeeds(&["pkg-config", "--exists", "webkit2gtk-4.1"]),
        debian: "libwebkit2gtk-4.1-dev",
        fedora: "webkit2gtk4.1-devel",
        arch: "webkit2gtk-4.1",
    },
    Need {
        what: "perl with its modules (OpenSSL's build asks for it)",
        scope: Scope::Build,
        // Debian's perl-base has the program without the modules.
        probe: Probe::Succeeds(&["perl", "-MFindBin", "-MIPC::Cmd", "-MFile::Compare", "-e", "1"]),
        debian: "perl",
        fedora: "perl",
        arch: "perl",
    },
    Need {
        what: "make (the same)",
        scope: Scope::Build,
        probe: Probe::Succeeds(&["make", "--version"]),
        debian: "make",
        fedora: "make",
        arch: "make",
    },
    Need {
        what: "a Chinese font (without one the window shows boxes)",
        scope: Scope::Build,
        probe: Probe::Prints(&["fc-list", ":lang=zh-cn", "family"]),
        // The smaller fonts-wqy-microhei has no bold and no light weight; our titles live by weight.
        debian: "fonts-noto-cjk",
        fedora: "google-noto-sans-cjk-fonts",
        arch: "noto-fonts-cjk",
    },
    Need {
        what: "Xvfb (a display that nobody looks at)",
        scope: Scope::Test,
        probe: Probe::OnPath("Xvfb"),
        debian: "xvfb",
        fedora: "xorg-x11-server-Xvfb",
        arch: "xorg-server-xvfb",
    },
    Need {
        what: "WebKitWebDriver (it drives the real window)",
        scope: Scope::Test,
        probe: Probe::OnPath("WebKitWebDriver"),
        debian: "webkit2gtk-driver",
        fedora: "with WebKitGTK, or in a package beside it",
        arch: "the same",
    },
    Need {
        what: "pdftotext (it reads the printed sheet back)",
        scope: Scope::Test,
        probe: Probe::OnPath("pdftotext"),
        debian: "poppler-utils",
        fedora: "poppler-utils",
        arch: "poppler",
    },
];

pub(super) fn system_packages(scope: Scope) -> Result {
    let missing = missing(scope);
    if missing.is_empty() {
        return Ok(());
    }
    println!("Missing on this machine:");
    for need in &missing {
        println!("  {}", need.what);
    }
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    match plan(&missing, &release, Rights::ours()) {
        Plan::Install(rights, packages) => apt::install(rights, &packages)?,
        Plan::Ask(text) => return Err(Failure::new(text)),
    }
    match self::missing(scope).as_slice() {
        [] => Ok(()),
        still => Err(Failure::new(format!("installed, and yet not found: {}", names(still)))),
    }
}

/// What to do about what is missing.
#[derive(Debug, PartialEq, Eq)]
enum Plan {
    /// Install these packages.
    Install(Rights, Vec<&'static str>),
    /// Say what the reader should do.
    Ask(String),
}

fn plan(missing: &[&Need], os_release: &str, rights: Option<Rights>) -> Plan {
    if !of_debian_family(os_release) {
        return Plan::Ask(by_hand(missing));
    }
    let packages: Vec<&str> = missing.iter().map(|it| it.debian).collect();
    match rights {
        Some(rights) => Plan::Install(rights, packages),
        None => Plan::Ask(format!(
            "Installing needs root, and there is no sudo here. Please have this run:\n  {}",
            apt::by_hand(&packages)
        )),
    }
}

fn missing(scope: Scope) -> Vec<&'static Need> {
    NEEDS.iter().filter(|it| it.scope <= scope && !it.probe.finds()).collect()
}

impl Probe {
    fn finds(&self) -> bool {
        match self {
            Probe::Succeeds(words) => ask(words[0], &words[1..]).is_some(),
            Probe::Prints(words) => ask(words[0], &words[1..]).is_some_and(|it| !it.trim().is_empty()),
            Probe::OnPath(program) => on_path(program),
        }
    }
}

pub(super) fn on_path(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|it| it.join(program).is_file())
}

fn of_debian_family(os_release: &str) -> bool {
    os_release
        .lines()
        .filter_map(|it| it.strip_prefix("ID=").or_else(|| it.strip_prefix("ID_LIKE=")))
        .flat_map(|it| it.trim_matches('"').split_whitespace())
        .any(|it| it == "debian" || it == "ubuntu")
}

fn by_hand(missing: &[&Need]) -> String {
    let mut text =
        "Please install these with your package manager, then run this again (names as Fedora | Arch call them):"
            .to_owned();
    for need in missing {
        text += &format!("\n  {}: {} | {}", need.what, need.fedora, need.arch);
    }
    text
}

fn names(needs: &[&Need]) -> String {
    needs.iter().map(|it| it.what).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::{NEEDS, Plan, Scope, apt::Rights, of_debian_family, plan};

    const DEBIAN: &str = "ID=debian\n";
    const UBUNTU: &str = "ID=ubuntu\nID_LIKE=debian\n";
    const FEDORA: &str = "ID=fedora\n";

    /// What a machine lacks that has nothing but Rust, a linker and Node.
    fn nearly_all(scope: Scope) -> Vec<&'static super::Need> {
        NEEDS.iter().filter(|it| it.scope <= scope && !["gcc", "libc6-dev"].contains(&it.debian)).collect()
    }

    const TO_BUILD: [&str; 5] = ["pkg-config", "libwebkit2gtk-4.1-dev", "perl", "make", "fonts-noto-cjk"];

    #[test]
    fn a_fresh_debian_or_ubuntu_gets_what_building_needs_by_whoever_may() {
        for (release, rights) in [(DEBIAN, Rights::Root), (UBUNTU, Rights::Root), (UBUNTU, Rights::Sudo)] {
            let plan = plan(&nearly_all(Scope::Build), release, Some(rights));
            assert_eq!(plan, Plan::Install(rights, TO_BUILD.to_vec()));
        }
        let Plan::Install(_, packages) = plan(&nearly_all(Scope::Test), DEBIAN, Some(Rights::Root)) else {
            panic!("root installs")
        };
        assert_eq!(packages, [TO_BUILD.as_slice(), &["xvfb", "webkit2gtk-driver", "poppler-utils"]].concat());
    }

    #[test]
    fn who_may_not_install_is_told_what_to_have_run() {
        let Plan::Ask(text) = plan(&nearly_all(Scope::Build), UBUNTU, None) else { panic!("nobody may") };
        assert!(text.ends_with(
            "apt-get update && apt-get install --no-install-recommends \
             pkg-config libwebkit2gtk-4.1-dev perl make fonts-noto-cjk"
        ));
    }

    #[test]
    fn elsewhere_the_packages_are_named_and_nothing_is_run() {
        let Plan::Ask(text) = plan(&nearly_all(Scope::Build), FEDORA, Some(Rights::Root)) else {
            panic!("only Debian's family is installed for")
        };
        assert!(text.contains("webkit2gtk4.1-devel") && text.contains("noto-fonts-cjk"), "{text}");
    }

    #[test]
    fn the_family_of_a_distribution_is_read_from_its_own_file() {
        assert!(of_debian_family("NAME=\"Debian GNU/Linux\"\nID=debian\n"));
        assert!(of_debian_family("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"));
        assert!(!of_debian_family("ID=fedora\nHOME_URL=\"https://debian.example\"\n"));
        assert!(!of_debian_family(""));
    }
}
