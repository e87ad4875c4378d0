//! Owns the tailorings: numbered rules that settle the clear candidates of English text.
//!
//! What they leave open goes to the model in `model/sentence`.

use crate::{
    abbreviation::Abbreviation,
    context::{Context, Shape},
};

/// Whether the candidate ends a sentence; nothing where that is not clear.
pub fn settle(context: &Context) -> Option<bool> {
    const RULES: [fn(&Context) -> Option<bool>; 8] = [t1, t2, t3, t4, t5, t6, t7, t8];
    RULES.iter().find_map(|rule| rule(context))
}

/// T1: a comma, a semicolon or a colon after the mark runs the sentence on: `Acme Inc., which`.
/// UAX #29 has it as SB8a.
fn t1(c: &Context) -> Option<bool> {
    c.rest().starts_with([',', ';', ':', '/', '%', '=']).then_some(false)
}

/// T2: a full stop glued to a capital ends a sentence only between two plain words, as where the
/// space was lost: `went home.The next day`, but `U.S`, `Node.JS`, `www.Example.com/News`.
fn t2(c: &Context) -> Option<bool> {
    if !c.gap().is_empty() {
        return None;
    }
    let plain = c.last.chars().all(char::is_alphanumeric);
    let long = c.last.len() > 1 && !matches!(c.last_shape, Shape::Capitals | Shape::Dotted);
    let begins = c.first_shape == Shape::Capital && c.first.len() > 1 && c.second_follows();
    Some(plain && long && begins && c.abbreviation.is_none_or(|_| !c.is_stop()))
}

/// T3: a small letter after a full stop runs the sentence on: `Acme Inc. said`.
fn t3(c: &Context) -> Option<bool> {
    (c.first_shape == Shape::Small && c.opening.is_empty()).then_some(false)
}

/// T4: a title, a first name cut short or the first part of a place's name wants the name: `Gov. Ng`.
fn t4(c: &Context) -> Option<bool> {
    use Abbreviation::{Name, Prefix, Title};
    let wants = c.is_stop() && matches!(c.abbreviation, Some(Title | Name | Prefix));
    (wants && c.closing().is_empty()).then_some(false)
}

/// T5: what leads on to something never ends a sentence: `e.g. Ohio`, `Smith vs. Jones`.
fn t5(c: &Context) -> Option<bool> {
    (c.is_stop() && c.abbreviation == Some(Abbreviation::Link) && !c.at.doubled).then_some(false)
}

/// T6: what counts wants its number: `No. 10`, `p. 55`, `Oct. 3`.
fn t6(c: &Context) -> Option<bool> {
    use Abbreviation::{Month, Number};
    let counts = c.is_stop() && matches!(c.abbreviation, Some(Number | Month));
    (counts && c.first_shape == Shape::Number).then_some(false)
}

/// T7: an initial before a name belongs to it: `J. R. R. Tolkien`.
fn t7(c: &Context) -> Option<bool> {
    (c.is_stop() && c.last_shape == Shape::Initial && c.last != "I").then_some(false)
}

/// T8: after a word that is no abbreviation, a terminal mark, white space and a capital are an end.
fn t8(c: &Context) -> Option<bool> {
    use Shape::{Capital, Capitals, Initial, None as Nothing, Small};
    let _ = (Small, Nothing);
    let begins = matches!(c.first_shape, Capital | Capitals | Initial) || !c.opening.is_empty();
    (begins && (c.abbreviation.is_none() || !c.is_stop())).then_some(true)
}

impl Context<'_> {
    /// Whether white space or a comma follows `first`, as after a word and not inside an address.
    fn second_follows(&self) -> bool {
        let after = self.opening.len() + self.first.len();
        self.rest().get(after..).unwrap_or_default().starts_with([' ', ',', '\n'])
    }
}
