//! Owns the reading of quotation marks: which open, which close and which are apostrophes, for a whole block at once.
//!
//! `sentence/` keeps quotations in one piece by it, `token/quotation` finds the quotations of detectors. What a mark's look
//! alone says is in `quote_mark`.

use crate::{
    lexicon::list::List,
    text::{
        quote_mark::{Look, QuoteMark, is_quote_mark, quote_mark},
        span::Span,
    },
};

/// A quotation mark and what it does.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    /// Where it stands in the block.
    pub span: Span,
    /// What it does.
    pub reading: Reading,
    /// Whether it stands between white space or at an end of the block.
    free: bool,
    cost: Cost,
}

/// What a mark does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// It opens a quotation.
    Opens,
    /// It closes one.
    Closes,
    /// It is an apostrophe, or has lost its partner.
    Neither,
}

/// The quotation marks of `words`, a block, in order: first the double ones, then the single ones.
pub fn read(words: &str) -> [Vec<Mark>; 2] {
    marks(words).map(|mut marks| {
        set_readings(&mut marks);
        marks
    })
}

/// The quotations that open and close in `words`, a block, marks included, in order; none inside another.
pub fn quoted(words: &str) -> Vec<Span> {
    let mut found = merged(read(words).map(|marks| pairs(&marks)));
    let mut end = 0;
    found.retain(|span| {
        let apart = span.end > end;
        end = end.max(span.end);
        apart
    });
    found
}

/// The quotations that open and close among `marks`, marks included.
fn pairs(marks: &[Mark]) -> Vec<Span> {
    let mut open = None;
    let mut found = Vec::new();
    for mark in marks {
        match mark.reading {
            Reading::Opens => open = Some(mark.span.start),
            Reading::Closes => {
                found.extend(open.take().map(|start| Span::new(start, mark.span.end)));
            }
            Reading::Neither => {}
        }
    }
    found
}

/// Where those closing marks of `words` begin that stand free between white space, in order.
///
/// A free mark does not close what a mark glued to its word opened: `I saw "Ada! " Bo stayed home`.
pub fn free_closing(words: &str) -> Vec<usize> {
    merged(read(words).map(|marks| closing(words, &marks)))
}

fn closing(words: &str, marks: &[Mark]) -> Vec<usize> {
    let mut found = Vec::new();
    let mut glued = false;
    for mark in marks {
        if mark.reading == Reading::Closes && mark.free && !glued {
            found.push(mark.span.start);
        }
        let straight = words.get(mark.span.start..).is_some_and(|w| w.starts_with(['"', '\'']));
        glued = match mark.reading {
            Reading::Opens => straight && !mark.free,
            Reading::Closes => false,
            Reading::Neither => glued,
        };
    }
    found
}

/// Two sorted lists as one; a sort would add more bytes to the wasm than all the rest of this file.
pub fn merged<T: Ord + Copy>([ours, theirs]: [Vec<T>; 2]) -> Vec<T> {
    let mut found = Vec::with_capacity(ours.len() + theirs.len());
    let mut theirs = theirs.into_iter().peekable();
    for own in ours {
        found.extend(std::iter::from_fn(|| theirs.next_if(|other| *other < own)));
        found.push(own);
    }
    found.extend(theirs);
    found
}

/// What each reading of a mark costs: the more its neighbours speak against it, the more.
#[derive(Clone, Copy, Debug)]
struct Cost {
    opens: u32,
    closes: u32,
    neither: u32,
}

/// The cost of a reading that the neighbours of the mark speak against.
const AGAINST: u32 = 24;
/// The cost of opening inside a quotation, or of closing outside.
const UNPAIRED: u32 = 8;
/// The cost of a quotation that goes on in the next block.
const RUNS_ON: u32 = 6;
/// The cost of a quotation that began in a block before.
const RAN_ON: u32 = 4;
/// The cost of what speaks against a reading slightly.
const SLIGHTLY: u32 = 2;
/// The cost of opening where a comma stands before the mark and a small letter behind, as in `late , " she said`. It is
/// less than two marks that close nothing (`chips , " are no option , " he said`), and more than one with another that
/// opens what goes on in the next block.
const BEHIND_COMMA: u32 = 11;

/// Sets what each of `marks` does: the cheapest reading of all marks together, by the Viterbi algorithm.
fn set_readings(marks: &mut [Mark]) {
    use Reading::{Closes, Neither, Opens};
    // The least cost of being outside and inside a quotation, and the step that led there.
    let (mut outside, mut inside) = (0, RAN_ON);
    let mut steps = Vec::with_capacity(marks.len());
    for Mark { cost, .. } in marks.iter() {
        let out = [
            (inside + cost.closes, Closes, true),
            (outside + UNPAIRED + cost.closes, Closes, false),
            (outside + cost.neither, Neither, false),
        ];
        let inn = [
            // The first of two equal costs is taken: better a mark that nothing closes than one that means nothing.
            (inside + SLIGHTLY + UNPAIRED + cost.opens, Opens, true),
            (outside + cost.opens, Opens, false),
            (inside + SLIGHTLY + cost.neither, Neither, true),
        ];
        let [out, inn] =
            [out, inn].map(|steps| steps.into_iter().min_by_key(|step| step.0).unwrap_or(steps[0]));
        (outside, inside) = (out.0, inn.0);
        steps.push([out, inn]);
    }
    let mut is_inside = inside + RUNS_ON < outside;
    for (mark, [out, inn]) in marks.iter_mut().zip(steps).rev() {
        let (_, reading, was_inside) = if is_inside { inn } else { out };
        mark.reading = reading;
        is_inside = was_inside;
    }
}

/// The quotation marks of `words`: first the double ones, then the single ones.
fn marks(words: &str) -> [Vec<Mark>; 2] {
    let (mut double, mut single) = (Vec::new(), Vec::new());
    let mut from = 0;
    while let Some(at) =
        words.get(from..).and_then(|rest| rest.find(is_quote_mark)).map(|at| from + at)
    {
        let (before, rest) = words.split_at_checked(at).unwrap_or_default();
        let after = rest.trim_start_matches(is_quote_mark);
        from = words.len() - after.len();
        let sides = Sides { before, after };
        // Computed once for the whole run, so that the time stays linear.
        let (free, is_cut) = (sides.free_cost(), sides.are_of_a_cut_word());
        let mut start = at;
        while let Some(mark) = words.get(start..from).and_then(quote_mark) {
            let (span, is_double) = (Span::new(start, start + mark.len), mark.double);
            let (opens, closes) = sides.cost(mark).unwrap_or_else(|| free.unwrap_or_default());
            let plural = !is_double && PLURAL_ENDINGS.ends(before);
            let neither = if plural { SLIGHTLY } else { UNPAIRED } + closes.min(SLIGHTLY);
            let cost = Cost { opens, closes, neither };
            if is_double || !is_cut {
                let list = if is_double { &mut double } else { &mut single };
                list.push(Mark { span, reading: Reading::Neither, free: free.is_some(), cost });
            }
            start += mark.len;
        }
    }
    [double, single]
}

/// What is left of a word that an apostrophe cuts short: the `t` of `don’t`, the `em` of `’em`.
static CUT_WORDS: List = List::text("cut-word");

/// How plurals end: an apostrophe after them may be a possessive, as in `the ministers’ plans`.
pub static PLURAL_ENDINGS: List = List::text("plural-ending");

/// What stands on both sides of a run of marks.
#[derive(Clone, Copy)]
struct Sides<'t> {
    before: &'t str,
    after: &'t str,
}

impl Sides<'_> {
    /// Whether a single mark here stands for omitted letters: `don’t`, `’em`, `’80s`, `n 't`.
    fn are_of_a_cut_word(self) -> bool {
        let word = self.after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let glued = self.before.ends_with(char::is_alphanumeric);
        !word.is_empty()
            && (glued
                || CUT_WORDS.has_any_case(word)
                || word.starts_with(|c: char| c.is_ascii_digit()))
    }

    fn last(self) -> char {
        self.before.chars().next_back().unwrap_or(' ')
    }

    fn next(self) -> char {
        self.after.chars().next().unwrap_or(' ')
    }

    /// The costs of reading a mark as opening and as closing; none where look and neighbours do not tell.
    fn cost(self, mark: QuoteMark) -> Option<(u32, u32)> {
        let (last, next) = (self.last(), self.next());
        let may_open = last.is_whitespace() || "([{-–—".contains(last);
        let may_close = next.is_whitespace() || ")]}-–—.,;:!?".contains(next);
        match mark.look {
            // `„Yes,“ she said`, `»Yes,« she said`: one look on both sides.
            Look::Opens if mark.double && !mark.straight && may_close && !may_open => {
                Some((AGAINST, SLIGHTLY))
            }
            Look::Closes if mark.double && !mark.straight && may_open && !may_close => {
                Some((SLIGHTLY, AGAINST))
            }
            Look::Opens if !mark.straight => Some((0, AGAINST)),
            // `’` may be an apostrophe.
            Look::Closes if !mark.straight && mark.double => Some((AGAINST, 0)),
            _ if may_open && !may_close => Some((0, AGAINST)),
            _ if may_close && !may_open => Some((AGAINST, 0)),
            // Text that was cut up into words has `''` on both sides, but never `` on the right.
            Look::Opens if mark.double => Some((0, AGAINST)),
            _ => None,
        }
    }

    /// The costs of reading a free mark as opening and as closing; none where it is not free.
    ///
    /// Marks stand free in text that was cut up into words: what stands beyond the white space tells.
    fn free_cost(self) -> Option<(u32, u32)> {
        if !self.last().is_whitespace() || !self.next().is_whitespace() {
            return None;
        }
        let before = self.before.trim_end().chars().next_back();
        let after = self.after.trim_start();
        let next = after.chars().next();
        let small = next.is_some_and(char::is_lowercase);
        let dots = after.starts_with("..") || after.starts_with(". .");
        Some(match (before, next) {
            (None | Some(':' | '('), _) => (0, AGAINST),
            (_, None | Some(',' | ';' | ':' | '!' | '?' | ')')) => (AGAINST, 0),
            (_, Some('.')) if !dots => (AGAINST, 0),
            (Some(','), _) if small => (BEHIND_COMMA, 0),
            (Some('.' | '!' | '?'), _) if small => (AGAINST, 0),
            (Some(c), _) if is_quote_mark(c) => (0, SLIGHTLY),
            _ => (0, 0),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(words: &str) -> Vec<&str> {
        quoted(words).into_iter().map(|span| span.of(words)).collect()
    }

    #[test]
    fn marks_pair_by_what_stands_beside_them() {
        assert_eq!(found("“No. Never,” she said."), ["“No. Never,”"]);
        assert_eq!(found("It's 'a mess. A bad one' in the '80s."), ["'a mess. A bad one'"]);
        assert_eq!(
            found("He said \"she asked 'why?' and left\"."),
            ["\"she asked 'why?' and left\""]
        );
    }

    #[test]
    fn free_marks_pair_in_turn() {
        assert_eq!(found("So '' Ada ! '' and '' Bo '' are plays ."), ["'' Ada ! ''", "'' Bo ''"]);
        assert_eq!(found("It is late , '' she said . '' Why not go ?"), Vec::<&str>::new());
        assert_eq!(found("' It's late. We go. ' He left."), ["' It's late. We go. '"]);
        assert_eq!(
            found("For us , \" it is no option , \" he said ."),
            ["\" it is no option , \""]
        );
    }

    #[test]
    fn a_mark_with_no_partner_closes_what_began_before() {
        assert_eq!(free_closing("It is late . ' He left ."), [13]);
        assert_eq!(free_closing("He spoke . ' It is late ' , he said ."), [24]);
    }
}
