//! Trains and evaluates the models in `src/model`: `cargo run --release -p train -- TASK`.
//!
//! Owns the choice of the task; each task has a file of its own.

mod ablation;
mod all;
mod articles;
mod attribution;
mod augment;
mod calibrate;
mod chains;
mod claim;
mod claim_eval;
mod conllu;
mod corpus;
mod count;
mod credit;
mod crf;
mod forms;
mod ftrl;
mod gold;
mod hedge;
mod held;
mod kept;
mod labels;
mod logistic;
mod look;
mod mentions;
mod net;
mod optimizer;
mod plan;
mod ranker;
mod read;
mod reading;
mod rng;
mod rows;
mod sentence;
mod sentence_eval;
mod skip_gram;
mod syntax;
mod tagger;
mod tally;
mod teacher;
mod texts;
mod words;

use std::{env, error::Error, process::ExitCode};

type Task = fn(Vec<String>) -> Result<(), Box<dyn Error>>;

/// The tasks by name.
const TASKS: [(&str, Task); 14] = [
    ("ablation", ablation::run),
    ("all", all::run),
    ("attribution", attribution::run),
    ("claim", claim::run),
    ("credit", credit::run),
    ("hedge", hedge::run),
    ("held", held::run),
    ("mentions", mentions::run),
    ("reading", reading::run),
    ("sentence", sentence::run),
    ("sentence-eval", sentence_eval::run),
    ("tagger", tagger::run),
    ("teacher-keep", kept::keep),
    ("teacher-texts", teacher::texts),
];

fn main() -> ExitCode {
    let mut args = env::args().skip(1);
    let name = args.next().unwrap_or_default();
    let Some((_, task)) = TASKS.iter().find(|(task, _)| *task == name) else {
        eprintln!("train: unknown task {name:?}");
        return ExitCode::from(2);
    };
    match task(args.collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("train: {name}: {error}");
            ExitCode::FAILURE
        }
    }
}
