//! The command line: an article with its marks, how they came about, a report as JSON, or many reports as JSON lines.
//!
//! Owns arguments, files and exit codes (0 done, 1 some input failed, 2 wrong usage); the pipeline
//! is the library's.

#[cfg(not(target_arch = "wasm32"))]
mod arguments;
#[cfg(not(target_arch = "wasm32"))]
mod audit;
#[cfg(not(target_arch = "wasm32"))]
mod budget;
#[cfg(not(target_arch = "wasm32"))]
#[path = "../door/element.rs"]
mod element;
#[cfg(not(target_arch = "wasm32"))]
mod explain;
#[cfg(not(target_arch = "wasm32"))]
mod input;
#[cfg(not(target_arch = "wasm32"))]
mod meta;
#[cfg(not(target_arch = "wasm32"))]
mod pipeline;
#[cfg(not(target_arch = "wasm32"))]
mod progress;
#[cfg(not(target_arch = "wasm32"))]
mod resume;
#[cfg(not(target_arch = "wasm32"))]
mod run;
#[cfg(not(target_arch = "wasm32"))]
mod output;
#[cfg(not(target_arch = "wasm32"))]
mod say;
#[cfg(not(target_arch = "wasm32"))]
mod terminal;

// For `element`, which the library has too.
#[cfg(not(target_arch = "wasm32"))]
use saidso::BlockKind;

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    native::main()
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::{
        env,
        io::{self, Write},
        process::ExitCode,
    };

    use saidso::{Offsets, annotate, schema};

    use crate::{
        arguments::{Arguments, HELP, Output, Task},
        audit, explain,
        input::{self, Record},
        run,
        say::say,
        terminal,
    };

    pub fn main() -> ExitCode {
        if env::args_os().nth(1).is_some_and(|task| task == "audit") {
            return audit::main(lexopt::Parser::from_args(env::args_os().skip(2)));
        }
        let arguments = match Arguments::parse(lexopt::Parser::from_env()) {
            Ok(Task::Run(arguments)) => arguments,
            Ok(Task::Help) => return finish(writeln!(anstream::stdout(), "{HELP}")),
            Ok(Task::Rules) => return finish(explain::tables(&mut anstream::stdout().lock())),
            Ok(Task::Schema) => return finish(print_schema()),
            Ok(Task::Version) => {
                return finish(writeln!(
                    anstream::stdout(),
                    "saidso {}",
                    env!("CARGO_PKG_VERSION")
                ));
            }
            Err(error) => {
                say(format_args!("{error}; see saidso --help"));
                return ExitCode::from(2);
            }
        };
        match arguments.output {
            Output::JsonLines => match run::run(*arguments) {
                Ok(code) => code,
                Err(error) => finish(Err(error)),
            },
            _ => files(&arguments),
        }
    }

    fn print_schema() -> io::Result<()> {
        let mut out = anstream::stdout().lock();
        serde_json::to_writer_pretty(&mut out, &schema::json_schema())?;
        writeln!(out)
    }

    fn files(arguments: &Arguments) -> ExitCode {
        let mut code = ExitCode::SUCCESS;
        for path in &arguments.input.paths {
            let article = input::article(path, arguments.input.from);
            match article.and_then(|article| print(article, arguments)) {
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return code,
                Err(error) => {
                    say(format_args!("{}: {error}", path.display()));
                    code = ExitCode::from(1);
                }
                Ok(()) => {}
            }
        }
        code
    }

    fn print(article: Record, arguments: &Arguments) -> io::Result<()> {
        let Record { text, blocks, .. } = article;
        let mut options = arguments.options.clone();
        options.blocks = blocks;
        if arguments.output == Output::Explanation {
            return explain::print(&mut anstream::stdout().lock(), &text, &options);
        }
        let report = annotate(&text, &options);
        if arguments.output == Output::Terminal {
            return terminal::print(&mut anstream::stdout().lock(), &text, &report);
        }
        let report = schema::report(&report, &Offsets::new(&text, arguments.unit));
        let mut out = io::BufWriter::new(io::stdout().lock());
        serde_json::to_writer(&mut out, &report)?;
        writeln!(out)?;
        out.flush()
    }

    /// A pipe that its reader has closed is no failure.
    fn finish(done: io::Result<()>) -> ExitCode {
        match done {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                say(error);
                ExitCode::from(1)
            }
            _ => ExitCode::SUCCESS,
        }
    }
}
