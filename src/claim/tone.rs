//! Owns the tone of a text: how far the article's own clauses lean to opinion, where it speaks as "I", "we" or to
//! "you".
//!
//! A plain sentence of a review or a column is likelier to judge or to advise than the same sentence of a report.

use std::ops::AddAssign;

/// How far the clauses of a report lean, in steps.
const USUAL: i64 = -72;

/// How many clauses of a report stand in for what a short text does not tell.
const REPORT: i64 = 8;

/// One clause in how many must be in the first or second person.
const PERSONAL: i64 = 16;

/// How much the lean of the others counts against a clause's own.
const WEIGHT: i64 = 4;

/// From where on it counts, and how much at most: what is firmly a fact remains one.
const FROM: i64 = 64;
const MOST: i32 = 64;

/// The article's own clauses in a text, or in a part of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tone {
    lean: i64,
    count: i64,
    personal: i64,
}

impl Tone {
    /// The tone of one clause: how far it leans, and whether it is in the first or second person.
    pub fn of(lean: i32, personal: bool) -> Self {
        Self { lean: lean.into(), count: 1, personal: i64::from(personal) }
    }

    /// How much further than its own words tell a clause leans among all clauses of a text; `own` are those of
    /// its sentence, which tell nothing of the rest.
    pub const fn shift(self, own: Self) -> i32 {
        let others = self.count - own.count + REPORT;
        let excess = self.lean - own.lean - (self.count - own.count) * USUAL;
        let shift = WEIGHT * excess / others - FROM;
        match (self.personal - own.personal) * PERSONAL >= others {
            true if shift > MOST as i64 => MOST,
            true if shift > 0 => shift as i32,
            _ => 0,
        }
    }
}

impl AddAssign for Tone {
    fn add_assign(&mut self, other: Self) {
        self.lean += other.lean;
        self.count += other.count;
        self.personal += other.personal;
    }
}
