//! Builds the WebAssembly package into `www/pkg`: cargo, then wasm-bindgen, then wasm-opt.
//!
//! wasm-bindgen's generator is used as a library, so that Cargo.lock pins both of its halves;
//! wasm-opt is npm's `binaryen`, so that package-lock.json pins it.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use wasm_bindgen_cli_support::Bindgen;

use crate::{Result, sizes};

const TARGET: &str = "wasm32-unknown-unknown";
// The attribution model multiplies eight numbers at a time; every browser since 2023 can.
const SIMD: &str = "-C target-feature=+simd128";
// wasm-opt reads the allowed features from the section that rustc leaves in the file.
// What rustc has left apart stays apart: in longer functions, browsers keep fewer numbers in registers,
// and annotating takes a fifth more time.
const FAST: &[&str] = &["-O3", "--skip-pass=inlining-optimizing"];
const SMALL: &[&str] = &["-Oz"];

/// How to build: for the reader, or for whoever reads a stack trace.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    Release,
    Dev,
    /// The sentences alone, into `www/pkg/sentences`.
    Sentences,
}

/// Builds the package and prints what it weighs.
pub fn build(profile: Profile) -> Result {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize()?;
    let (out, name) = match profile {
        Profile::Sentences => (root.join("www/pkg/sentences"), "sentences"),
        _ => (root.join("www/pkg"), "saidso"),
    };
    let compiled = compile(&root, profile)?;
    bind(&compiled, &out, name, profile)?;
    let wasm = out.join(format!("{name}_bg.wasm"));
    match profile {
        Profile::Release => optimise(&root, &wasm, FAST)?,
        Profile::Sentences => optimise(&root, &wasm, SMALL)?,
        Profile::Dev => {}
    }
    sizes::print(&[wasm, out.join(format!("{name}.js"))])
}

fn compile(root: &Path, profile: Profile) -> Result<PathBuf> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(root).args(["build", "--lib", "-p", "saidso", "--target", TARGET]);
    if profile != Profile::Sentences {
        cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", SIMD);
    }
    let folder = match profile {
        Profile::Release => {
            cargo.arg("--release");
            "release"
        }
        Profile::Sentences => {
            cargo.args(["--profile", "small", "--no-default-features"]);
            "small"
        }
        Profile::Dev => {
            cargo.args(["--features", "panic-hook"]);
            "debug"
        }
    };
    run(&mut cargo)?;
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    Ok(target.join(TARGET).join(folder).join("saidso.wasm"))
}

fn bind(wasm: &Path, out: &Path, name: &str, profile: Profile) -> Result {
    let dev = profile == Profile::Dev;
    Bindgen::new()
        .input_path(wasm)
        .out_name(name)
        .web(true)?
        .typescript(true)
        .omit_default_module_path(false)
        .reset_state_function(true)
        .remove_producers_section(!dev)
        .remove_name_section(!dev)
        .keep_debug(dev)
        .generate(out)?;
    Ok(())
}

fn optimise(root: &Path, wasm: &Path, passes: &[&str]) -> Result {
    let wasm_opt = root.join("node_modules/binaryen/bin/wasm-opt");
    if !wasm_opt.exists() {
        return Err("wasm-opt is not installed; `npm ci` brings it".into());
    }
    let smaller = wasm.with_extension("opt");
    let mut program = Command::new("node");
    run(program.arg(wasm_opt).args(passes).arg("--strip-debug").arg(wasm).arg("-o").arg(&smaller))?;
    fs::rename(smaller, wasm)?;
    Ok(())
}

fn run(command: &mut Command) -> Result {
    let program = command.get_program().to_string_lossy().into_owned();
    match command.status().map_err(|error| format!("{program} does not start: {error}"))?.success()
    {
        true => Ok(()),
        false => Err(format!("{program} failed").into()),
    }
}
