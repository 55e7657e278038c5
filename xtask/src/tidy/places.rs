//! Nothing names a place on somebody's machine, or the host one machine gets its packages from.

use super::files::TextFile;
use super::{Finding, Rule};

/// Spelled in two halves, as are the hosts, so that this file does not find itself.
const FOLDERS: &[&str] = &[
    concat!("/ho", "me/"),
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("/tm", "p/"),
    concat!("C:\\", "Users"),
];
const HOSTS: &[&str] = &[
    concat!("registry.", "npmjs.org"),
    concat!("npm", "mirror.com"),
    concat!("crates", ".io"),
    concat!("deb.", "debian.org"),
    concat!("archive.", "ubuntu.com"),
    concat!("py", "pi.org"),
];

pub(crate) fn check(files: &[TextFile]) -> Vec<Finding> {
    let ours = files.iter().filter(|it| !it.is_lock()).flat_map(check_text);
    let locks = files.iter().filter(|it| it.file_name() == "package-lock.json").flat_map(check_lock);
    ours.chain(locks).collect()
}

fn check_text(file: &TextFile) -> Vec<Finding> {
    let says = |line: &str| {
        let folder = FOLDERS
            .iter()
            .find(|it| has_path(line, it))
            .map(|it| format!("`{it}` is a place on one machine"));
        folder.or_else(|| {
            HOSTS.iter().find(|it| line.contains(**it)).map(|it| format!("names the package host {it}"))
        })
    };
    file.lines()
        .filter_map(|(number, line)| Some(Finding::at(Rule::Places, &file.path, number, says(line)?)))
        .collect()
}

/// A lock file may name where packages come from; it must be where everybody gets them.
fn check_lock(file: &TextFile) -> Vec<Finding> {
    let public = format!("\"resolved\": \"https://{}/", HOSTS[0]);
    file.lines()
        .filter(|(_, line)| line.trim_start().starts_with("\"resolved\": \"http") && !line.contains(&public))
        .map(|(number, _)| {
            Finding::at(Rule::Places, &file.path, number, "comes from a host that others may not reach")
        })
        .collect()
}

/// Whether `folder` begins a path there, rather than being part of a longer one or of an address.
fn has_path(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(start, _)| {
        let before = &line[..start];
        let inside =
            before.chars().next_back().is_some_and(|it| it.is_alphanumeric() || "._-~%:/)}$*>".contains(it));
        !inside || before.ends_with("file://")
    })
}

#[cfg(test)]
mod tests {
    use super::{FOLDERS, HOSTS, check};
    use crate::tidy::files::file;

    #[test]
    fn a_path_of_one_machine_is_told_and_an_address_is_not() {
        let place = FOLDERS[1];
        assert_eq!(check(&[file("a.rs", &format!("open(\"{place}x\")"))]).len(), 1);
        assert_eq!(check(&[file("a.md", &format!("file://{place}x"))]).len(), 1);
        assert!(
            check(&[file("a.toml", &format!("url = \"https://www.example.cn{place}notice\""))]).is_empty()
        );
        assert!(check(&[file("a.ts", &format!("`${{base}}{place}x`"))]).is_empty());
    }

    #[test]
    fn only_lock_files_name_package_hosts_and_only_the_public_one() {
        let line = |host: &str| format!("  \"resolved\": \"https://{host}/svelte.tgz\",\n");
        assert_eq!(check(&[file("docs/a.md", &line(HOSTS[0]))]).len(), 1);
        assert!(check(&[file("ui/package-lock.json", &line(HOSTS[0]))]).is_empty());
        assert_eq!(check(&[file("ui/package-lock.json", &line("mirror.example"))]).len(), 1);
    }
}
