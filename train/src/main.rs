//! Trains and evaluates the models in `src/model`: `cargo run --release -p train -- TASK`.
//!
//! Owns reading the corpora and writing the weights; the features are those of the core.

fn main() -> std::process::ExitCode {
    let task = std::env::args().nth(1);
    eprintln!("train: unknown task {task:?}");
    std::process::ExitCode::from(2)
}
