//! Owns telling a person at a terminal how far a run is.

use std::{
    io::{self, IsTerminal},
    sync::atomic::Ordering::Relaxed,
};

use indicatif::{HumanCount, ProgressBar, ProgressStyle};

use crate::{arguments::Arguments, pipeline::NOTES};

/// A line on standard error; nothing where that is no terminal.
pub struct Progress(ProgressBar);

impl Progress {
    /// Begins it.
    pub fn new(arguments: &Arguments) -> Self {
        let is_shared = arguments.out.is_none() && io::stdout().is_terminal();
        if arguments.quiet || is_shared || !io::stderr().is_terminal() {
            return Self(ProgressBar::hidden());
        }
        let size = arguments.input.size();
        let bar = size.map_or_else(ProgressBar::no_length, ProgressBar::new);
        let rest = if size.is_some() { " of {total_bytes}, {eta} left" } else { "" };
        let template = format!("{{msg}} articles, {{bytes_per_sec}}, {{bytes}}{rest}");
        Self(match ProgressStyle::with_template(&template) {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        })
    }

    /// Tells how many records are written.
    pub fn tell(&self, records: u64) {
        if !self.0.is_hidden() {
            self.0.set_message(HumanCount(records).to_string());
            self.0.set_position(NOTES.read.load(Relaxed));
        }
    }

    /// Takes the line away.
    pub fn end(&self) {
        self.0.finish_and_clear();
    }
}
