//! Owns what a caller may choose: the unit of offsets, and the kinds of hedges and signals.

use pyo3::{prelude::*, types::PyString};
use saidso::{HedgeKind, Offsets, Options, SignalKind, Unit, annotate, schema};

use crate::error::{kind, wrong};

/// How a text is annotated.
#[derive(Clone)]
pub struct Choice {
    unit: Unit,
    options: Options,
}

impl Choice {
    /// Reads the arguments; those not given are the command line's, but for the unit.
    ///
    /// # Errors
    ///
    /// `SaidSoError` for a name that is not known.
    pub fn read(
        offsets: Option<&Bound<'_, PyAny>>,
        hedges: Option<&Bound<'_, PyAny>>,
        signals: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let mut options = Options::default();
        if let Some(hedges) = hedges {
            options.hedges = self::hedges(&names(hedges, "hedges", "modal")?)?;
        }
        if let Some(signals) = signals {
            options.signals = self::signals(&names(signals, "signals", "passive")?)?;
        }
        Ok(Self { unit: unit(offsets)?, options })
    }

    /// The report on a text, in the units that were chosen.
    pub fn report(&self, text: &str) -> schema::Report {
        schema::report(&annotate(text, &self.options), &Offsets::new(text, self.unit))
    }
}

/// The unit of a name; code points, as Python counts, where none is given.
///
/// # Errors
///
/// `SaidSoError` for a name that is not known.
pub fn unit(offsets: Option<&Bound<'_, PyAny>>) -> PyResult<Unit> {
    let Some(offsets) = offsets else { return Ok(Unit::CodePoint) };
    let unit =
        offsets.cast::<PyString>().ok().and_then(|name| Unit::from_name(name.to_str().ok()?));
    unit.ok_or_else(|| {
        wrong(format!("offsets is {}; choose one of codepoint, utf16, utf8", shown(offsets)))
    })
}

fn hedges(names: &[String]) -> PyResult<Vec<HedgeKind>> {
    match names {
        [name] if name == "core" => Ok(HedgeKind::CORE.to_vec()),
        [name] if name == "all" => Ok(HedgeKind::ALL.to_vec()),
        [name] if name == "vague" => Ok(HedgeKind::VAGUE.to_vec()),
        names => kinds(names, HedgeKind::from_name).map_err(|name| {
            let known = HedgeKind::ALL.iter().map(|kind| kind.name());
            unknown("hedge", name, ["core", "all", "vague"].into_iter().chain(known))
        }),
    }
}

fn signals(names: &[String]) -> PyResult<Vec<SignalKind>> {
    match names {
        [name] if name == "none" => Ok(Vec::new()),
        [name] if name == "all" => Ok(SignalKind::ALL.to_vec()),
        names => kinds(names, SignalKind::from_name).map_err(|name| {
            let known = SignalKind::ALL.iter().map(|kind| kind.name());
            unknown("signal", name, ["none", "all"].into_iter().chain(known))
        }),
    }
}

/// The kinds of some names, or the first name that is not known.
fn kinds<K>(names: &[String], from_name: fn(&str) -> Option<K>) -> Result<Vec<K>, &String> {
    names.iter().map(|name| from_name(name).ok_or(name)).collect()
}

fn unknown(what: &str, name: &str, known: impl Iterator<Item = &'static str>) -> PyErr {
    let known = known.collect::<Vec<_>>().join(", ");
    wrong(format!("there is no kind of {what} {name:?}; choose among {known}"))
}

/// Names with commas between, as on the command line, or several of them.
fn names(value: &Bound<'_, PyAny>, argument: &str, example: &str) -> PyResult<Vec<String>> {
    if let Ok(names) = value.cast::<PyString>() {
        return Ok(names.to_string_lossy().split(',').map(|name| name.trim().to_owned()).collect());
    }
    let several = value.try_iter().and_then(|names| names.map(|name| name?.extract()).collect());
    several.map_err(|_| {
        let given = shown(value);
        wrong(format!("{argument} is {given}; give names, such as 'all' or ['{example}']"))
    })
}

/// A value as Python shows it, or its type where it cannot be shown.
fn shown(value: &Bound<'_, PyAny>) -> String {
    value.repr().map_or_else(|_| format!("a {}", kind(value)), |words| words.to_string())
}
