//! Owns the auxiliary task of the net in training: the syntax of the treebanks' words, from which it learns
//! what belongs together. Serving does without.

use std::{fs, io, path::Path};

use saidso::{
    Document,
    training::{self as core, CuePaths, Input},
};

use crate::{
    conllu,
    look::{add, rows, rows_mut},
    net::{Dropout, Pass},
    plan::Weights,
    rng::Rng,
};

/// After how many convolution blocks the answers are predicted.
const DEPTH: usize = 3;

/// Relations to the head; a subtype that is not listed counts as its type.
const RELATIONS: [&str; 42] = [
    "root",
    "nsubj",
    "nsubj:pass",
    "obj",
    "iobj",
    "csubj",
    "ccomp",
    "xcomp",
    "obl",
    "obl:agent",
    "obl:npmod",
    "vocative",
    "expl",
    "dislocated",
    "advcl",
    "advmod",
    "discourse",
    "aux",
    "aux:pass",
    "cop",
    "mark",
    "nmod",
    "nmod:poss",
    "appos",
    "nummod",
    "acl",
    "acl:relcl",
    "amod",
    "det",
    "case",
    "conj",
    "cc",
    "fixed",
    "flat",
    "list",
    "parataxis",
    "compound",
    "compound:prt",
    "orphan",
    "goeswith",
    "reparandum",
    "punct",
];

/// The relations of words that head a clause.
const CLAUSES: [&str; 9] =
    ["root", "csubj", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "conj"];

/// The number of classes of each question about a word: its relation and the side of its head; the clause it
/// stands in, and whether it is the first of that clause, the last or in between.
pub const QUESTIONS: [usize; 2] = [2 * RELATIONS.len(), 3 * CLAUSES.len()];

/// The number of classes of all questions.
pub const ANSWERS: usize = QUESTIONS[0] + QUESTIONS[1];

/// Stands for a token whose answer is not known.
pub const UNKNOWN: u8 = u8::MAX;

/// A block with the answers for its tokens.
pub struct SyntaxExample {
    /// What the net reads.
    pub inputs: Vec<Input>,
    /// The transition into each token.
    pub transitions: Vec<u8>,
    /// The answers, by token.
    pub answers: Vec<[u8; QUESTIONS.len()]>,
}

/// A word of a treebank.
struct Word {
    /// The byte offset in the text at which it begins.
    start: usize,
    head: Option<usize>,
    relation: usize,
    is_verb: bool,
}

/// The blocks of a treebank; `class` gives the classes of a word, and documents for which `skip`
/// holds are left out.
pub fn read(
    path: &Path,
    class: impl Fn(u32) -> u16,
    skip: impl Fn(&str) -> bool,
) -> io::Result<Vec<SyntaxExample>> {
    let file = fs::read_to_string(path)?;
    let mut syntax_examples = Vec::new();
    let mut text = String::new();
    let mut answers = Vec::new();
    let mut skipped = false;
    for sentence in file.split("\n\n") {
        if let Some(id) = comment(sentence, "# newdoc id = ") {
            learn(&text, &answers, &class, &mut syntax_examples);
            text.clear();
            answers.clear();
            skipped = skip(id);
        } else if comment(sentence, "# newpar").is_some() {
            text.push_str("\n\n");
        }
        if !skipped {
            let words = words(sentence, &mut text);
            answers.extend(words.iter().map(|word| word.start).zip(answer(&words)));
        }
    }
    learn(&text, &answers, &class, &mut syntax_examples);
    Ok(syntax_examples)
}

fn comment<'s>(sentence: &'s str, name: &str) -> Option<&'s str> {
    sentence.lines().find_map(|line| line.strip_prefix(name))
}

/// Appends a sentence with its original spacing to `text`; returns its words.
fn words(sentence: &str, text: &mut String) -> Vec<Word> {
    let word = |line: conllu::Line| {
        let [_, _, _, kind, _, _, head, relation, ..] = line.columns;
        let relation = place(&RELATIONS, relation).unwrap_or(0);
        let head = head.parse::<usize>().ok().and_then(|head| head.checked_sub(1));
        Word { start: line.span.start, head, relation, is_verb: kind == "VERB" }
    };
    conllu::write(sentence, text).into_iter().map(word).collect()
}

fn place(names: &[&str], name: &str) -> Option<usize> {
    let of = |name: &str| names.iter().position(|other| *other == name);
    of(name).or_else(|| of(name.split(':').next()?))
}

fn answer(words: &[Word]) -> Vec<[u8; QUESTIONS.len()]> {
    let clauses: Vec<usize> = (0..words.len()).map(|at| clause(words, at)).collect();
    let answer = |(at, word): (usize, &Word)| {
        let right = word.head.is_some_and(|head| head > at);
        let kind = clauses[at];
        let own = |clause: &usize| *clause == kind;
        let first = clauses.iter().position(own) == Some(at);
        let last = clauses.iter().rposition(own) == Some(at);
        let side = if first { 0 } else { 1 + usize::from(last) };
        let relation = RELATIONS[words[kind].relation];
        let clause = place(&CLAUSES, relation).unwrap_or(0);
        [(2 * word.relation + usize::from(right)) as u8, (3 * clause + side) as u8]
    };
    words.iter().enumerate().map(answer).collect()
}

/// The word that heads the clause in which a word stands.
fn clause(words: &[Word], mut at: usize) -> usize {
    for _ in 0..words.len() {
        let word = &words[at];
        let relation = RELATIONS[word.relation];
        let makes = relation != "conj" || word.is_verb;
        let Some(head) = word.head.filter(|&head| head < words.len()) else { break };
        if makes && CLAUSES.contains(&relation) {
            break;
        }
        at = head;
    }
    at
}

/// Reads a text as the core does, and gives each token the answers of the word that begins where it does.
fn learn(
    text: &str,
    answers: &[(usize, [u8; QUESTIONS.len()])],
    class: &impl Fn(u32) -> u16,
    syntax_examples: &mut Vec<SyntaxExample>,
) {
    let document = Document::new(text, &[]);
    let ruled = core::ruled(&document);
    let mut cue_paths = CuePaths::default();
    core::each_block(&document, &ruled, class, |features| {
        let (mut inputs, mut transitions) = (Vec::new(), Vec::new());
        core::inputs(features, &mut cue_paths, &mut inputs, &mut transitions);
        let tokens = document.tokens().iter().skip(features.first).take(inputs.len());
        let own = tokens.map(|token| {
            let found = answers.binary_search_by_key(&token.span.start, |&(start, _)| start);
            found.map_or([UNKNOWN; QUESTIONS.len()], |at| answers[at].1)
        });
        let answers: Vec<_> = own.collect();
        if !inputs.is_empty() {
            syntax_examples.push(SyntaxExample { inputs, transitions, answers });
        }
    });
}

impl Pass {
    /// Learns the answers about a block's words; returns the loss.
    pub fn learn(
        &mut self,
        net: &Weights,
        inputs: &[Input],
        answers: &[[u8; QUESTIONS.len()]],
        weight: f32,
        drop: (Dropout, &mut Rng),
        grads: &mut [f32],
    ) -> f32 {
        self.values(net, inputs, Some(drop), DEPTH);
        let plan = &net.plan;
        let matrix = rows::<ANSWERS>(plan.syntax.of(&net.all));
        let bias = plan.syntax_bias.of(&net.all);
        self.grad.clear();
        let mut loss = 0.0;
        for (row, answers) in self.layers[DEPTH].iter().zip(answers) {
            let mut scores: [f32; ANSWERS] = bias.try_into().unwrap_or([0.0; ANSWERS]);
            for (value, weights) in row.iter().zip(matrix) {
                add(&mut scores, *value, weights);
            }
            let mut rest = &mut scores[..];
            for (&answer, size) in answers.iter().zip(QUESTIONS) {
                let own;
                (own, rest) = rest.split_at_mut(size);
                if answer == UNKNOWN {
                    own.fill(0.0);
                    continue;
                }
                let top = own.iter().copied().fold(f32::MIN, f32::max);
                own.iter_mut().for_each(|score| *score = (*score - top).exp());
                let sum: f32 = own.iter().sum();
                own.iter_mut().for_each(|score| *score *= weight / sum);
                loss -= (own[usize::from(answer)] / weight).max(1e-9).ln();
                own[usize::from(answer)] -= weight;
            }
            let own = rows_mut::<ANSWERS>(plan.syntax.of_mut(grads));
            for (value, own) in row.iter().zip(own) {
                add(own, *value, &scores);
            }
            let bias = plan.syntax_bias.of_mut(grads).iter_mut();
            bias.zip(&scores).for_each(|(bias, score)| *bias += score);
            self.grad.push(std::array::from_fn(|n| {
                matrix[n].iter().zip(&scores).map(|(weight, score)| weight * score).sum()
            }));
        }
        self.descend(net, inputs, grads, DEPTH);
        loss
    }
}

#[test]
fn answers_tell_the_relation_and_the_clause() {
    let rows = [
        "1\tShe\t_\tPRON\t_\t_\t2\tnsubj\t_\t_",
        "2\tsaid\t_\tVERB\t_\t_\t0\troot\t_\t_",
        "3-4\tdidn't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No",
        "3\tdid\t_\tAUX\t_\t_\t2\tccomp:own\t_\t_",
        "4\tn't\t_\tPART\t_\t_\t3\tadvmod\t_\t_",
        "5\t.\t_\tPUNCT\t_\t_\t2\tpunct\t_\t_",
    ];
    let mut text = String::new();
    let words = words(&rows.join("\n"), &mut text);
    assert_eq!(text, "She said didn't. ");
    let at = |names: &[&str], name: &str| place(names, name).unwrap_or(usize::MAX) as u8;
    let (root, ccomp) = (at(&CLAUSES, "root"), at(&CLAUSES, "ccomp"));
    let of = |name: &str| 2 * at(&RELATIONS, name);
    let expected = [
        [of("nsubj") + 1, 3 * root],
        [of("root"), 3 * root + 1],
        [of("ccomp"), 3 * ccomp],
        [of("advmod"), 3 * ccomp + 2],
        [of("punct"), 3 * root + 2],
    ];
    assert_eq!(answer(&words), expected);
}
