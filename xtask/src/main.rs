//! The build's own commands: `cargo xtask wasm [--dev | --sentences]`, `digest` and `figures [--words]`.
//!
//! Owns the command line only; everything that is not Rust or WebAssembly is left to the scripts
//! in this folder.

mod digest;
mod figures;
mod literals;
mod project;
#[path = "../../tests/tidy/rooms.rs"]
mod rooms;
mod sizes;
mod wasm;

use std::{env, process::ExitCode};

type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error>>;

const USAGE: &str =
    "the tasks are `cargo xtask wasm [--dev | --sentences]`, `digest` and `figures [--words]`";

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match args[..] {
        ["wasm"] => wasm::build(wasm::Profile::Release),
        ["wasm", "--dev"] => wasm::build(wasm::Profile::Dev),
        ["wasm", "--sentences"] => wasm::build(wasm::Profile::Sentences),
        ["digest"] => digest::print(),
        ["figures"] => figures::print(figures::Listed::Counted),
        ["figures", "--words"] => figures::print(figures::Listed::Named),
        _ => Err(USAGE.into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}
