//! The pack is part of the program: a file more or less in it is a reason to build again.

fn main() {
    println!("cargo:rerun-if-changed=../../policies");
}
