//! Owns data augmentation: corpus sentences with one of their words abbreviated.
//!
//! EWT and GUM hold few company names and cities before a full stop. Where they write "in California"
//! or "the Company", the same place with "Calif." or "Co." shows which words follow when the sentence
//! goes on and which when a new one begins.

use saidso::training::boundaries::{Context, candidates};

use crate::{corpus::Document, sentence::Example};

/// The weight of a made-up example next to a real one.
const WEIGHT: f32 = 0.3;

/// The same where a company or a state stands before a capital inside the sentence: rare in news,
/// which writes `Springfield, Ill., Mayor`.
const RARE: f32 = 0.05;

/// Words in full, and their abbreviations without the full stop.
const CUTS: &[(&str, &[&str])] = &[
    ("United States", &["U.S", "U.S.A"]),
    ("American", &["U.S"]),
    ("British", &["U.K"]),
    ("Democratic", &["U.S"]),
    ("Republican", &["U.S"]),
    ("Mexican", &["U.S"]),
    ("Canadian", &["U.S"]),
    ("Indian", &["U.S"]),
    ("National", &["U.S"]),
    ("Federal", &["U.S"]),
    ("European", &["U.S"]),
    ("Iraqi", &["U.S"]),
    ("Israeli", &["U.S"]),
    ("German", &["U.S"]),
    ("French", &["U.S"]),
    ("Russian", &["U.S"]),
    ("Chinese", &["U.S"]),
    ("Iranian", &["U.S"]),
    ("United Nations", &["U.N"]),
    ("European Union", &["E.U"]),
    ("Washington", &["D.C"]),
    ("New York", &["N.Y", "N.J"]),
    ("Los Angeles", &["L.A"]),
    ("California", &["Calif"]),
    ("Massachusetts", &["Mass"]),
    ("Connecticut", &["Conn"]),
    ("Florida", &["Fla"]),
    ("Texas", &["Tex"]),
    ("Pennsylvania", &["Pa"]),
    ("Virginia", &["Va"]),
    ("Illinois", &["Ill"]),
    ("Arizona", &["Ariz"]),
    ("Georgia", &["Ga"]),
    ("Iowa", &["Minn"]),
    ("Ohio", &["Wis"]),
    ("Company", &["Co"]),
    ("Corporation", &["Corp"]),
    ("Group", &["Inc", "Cos"]),
    ("Bank", &["Corp", "Ltd"]),
    ("Times", &["Co", "Inc"]),
    ("Post", &["Corp"]),
    ("Association", &["Assn"]),
    ("Committee", &["Inc"]),
    ("Party", &["Ltd"]),
    ("Court", &["Corp"]),
    ("Council", &["Inc"]),
    ("Institute", &["Inst"]),
    ("University", &["Univ"]),
    ("Department", &["Dept"]),
    ("CNN", &["Corp"]),
    ("NBC", &["Inc"]),
    ("ABC", &["Co"]),
    ("FBI", &["Corp"]),
    ("Google", &["Inc"]),
    ("Fox", &["Ltd"]),
    ("January", &["Jan"]),
    ("February", &["Feb"]),
    ("August", &["Aug"]),
    ("September", &["Sept"]),
    ("October", &["Oct"]),
    ("November", &["Nov"]),
    ("December", &["Dec"]),
    ("Street", &["St"]),
    ("Avenue", &["Ave"]),
    ("Road", &["Rd"]),
    ("on Monday", &["at 5 p.m", "at 10 a.m"]),
    ("on Tuesday", &["at 5 p.m", "at 10 a.m"]),
    ("on Wednesday", &["at 5 p.m", "at 10 a.m"]),
    ("on Thursday", &["at 5 p.m", "at 10 a.m"]),
    ("on Friday", &["at 5 p.m", "at 10 a.m"]),
    ("on Saturday", &["at 5 p.m", "at 10 a.m"]),
    ("on Sunday", &["at 5 p.m", "at 10 a.m"]),
    ("others", &["etc", "et al"]),
];

/// Adds the examples that can be made from a document.
pub fn examples(document: &Document, examples: &mut Vec<Example>) {
    for pair in document.sentences.windows(2) {
        let &[(start, end), (_, next_end)] = pair else { continue };
        let words = &document.text[start..next_end];
        if words.contains('\n') || words.len() > 2000 {
            continue;
        }
        for (whole, cuts) in CUTS {
            for (at, _) in words.match_indices(whole) {
                let after = at + whole.len();
                if after > end - start {
                    break;
                }
                let ends = after + 1 == end - start && words[after..].starts_with('.');
                if !(ends || words[after..].starts_with(' ')) {
                    continue;
                }
                let stop = if ends { "" } else { "." };
                for cut in *cuts {
                    let made = format!("{}{cut}{stop}{}", &words[..at], &words[after..]);
                    let rare = !ends && !cut.contains('.');
                    let weight = if rare { RARE } else { WEIGHT };
                    examples.extend(example(&made, at + cut.len(), ends, weight));
                }
            }
        }
        questions(words, end - start, examples);
    }
}

/// Turns `,” Ms. Li said` into `?” Ms. Li said`, where the sentence goes on, and does the same to a full
/// stop, where it ends.
fn questions(words: &str, end: usize, examples: &mut Vec<Example>) {
    for quote in ["”", "\"", "’", "'"] {
        for (at, _) in words.match_indices(quote).filter(|(at, _)| *at > 0 && *at < end) {
            let goes_on = match words.as_bytes()[at - 1] {
                b',' => true,
                b'.' if at + quote.len() == end => false,
                _ => continue,
            };
            for mark in ["?", "!"] {
                let made = format!("{}{mark}{}", &words[..at - 1], &words[at..]);
                examples.extend(example(&made, at - 1, !goes_on, WEIGHT));
            }
        }
    }
}

fn example(made: &str, stop: usize, ends: bool, weight: f32) -> Option<Example> {
    let at = candidates(made).find(|candidate| candidate.marks.start == stop)?;
    Example::open(&Context::new(made, at, 0), ends, weight)
}
