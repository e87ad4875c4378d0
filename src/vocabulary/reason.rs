//! Owns reasons: why a mark stands.

use std::{borrow::Cow, fmt};

/// Why a mark stands: a code for programs, and the words that earned it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// A stable code such as `cue-verb`.
    pub code: &'static str,
    /// The words, where there are any, such as `confirm`.
    pub detail: Cow<'static, str>,
    /// What it adds to the score, where the score is a sum.
    pub weight: Option<f32>,
}

impl fmt::Display for Reason {
    /// `number:90% +0.18`; the parts that are not there are left out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)?;
        if !self.detail.is_empty() {
            write!(f, ":{}", self.detail)?;
        }
        self.weight.map_or(Ok(()), |weight| write!(f, " {weight:+.2}"))
    }
}

/// A reason without a weight.
pub fn reason(code: &'static str, detail: impl Into<Cow<'static, str>>) -> Reason {
    Reason { code, detail: detail.into(), weight: None }
}
