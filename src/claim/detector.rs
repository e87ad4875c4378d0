//! Owns claims: the propositions of an article, whose they are, and how much there is to check.

use crate::claim::{
    certainty::{self, Around},
    checkworthiness::checkworthiness,
    clause::Clause,
    credit::Credit,
    evidence::{self, Evidence},
    extent,
    feature::Signal,
    follow::Text,
    owners::Owners,
    statement::{self, Leaning},
    tone::Tone,
    weights as model,
    wording::Worded,
};
use crate::{
    grammar::word::Words,
    report::{Attribution, Claim, Hedge, Source},
    sentence::split::Sentence,
    token::document::Document,
};

/// A clause that is to become a claim, and what its words tell.
struct Draft {
    clause: Clause,
    sentence: usize,
    evidence: Evidence,
    worded: Worded,
    leaning: Leaning,
}

/// The claims of a document in text order.
pub fn claims(
    document: &Document,
    attributions: &[Attribution],
    sources: &[Source],
    hedges: &[Hedge],
) -> Vec<Claim> {
    let words = Words::new(document);
    let owners = Owners::new(&words, attributions);
    let mut credit = Credit::new(Text::new(&words, attributions, sources));
    let (mut drafts, mut all) = (Vec::new(), Tone::default());
    for (n, sentence) in
        document.sentences().iter().enumerate().filter(|(_, s)| is_prose(document, s))
    {
        let mut clauses = extent::clauses(&words, &owners, sentence);
        credit.carry(n, &mut clauses);
        drafts.extend(clauses.into_iter().map(|clause| draft(&words, clause, attributions, n)));
    }
    drafts.iter().filter(|draft| draft.is_own()).for_each(|draft| all += draft.tone());
    let mut claims = Vec::with_capacity(drafts.len());
    for drafts in drafts.chunk_by_mut(|a, b| a.sentence == b.sentence) {
        let mut own = Tone::default();
        drafts.iter().filter(|draft| draft.is_own()).for_each(|draft| own += draft.tone());
        for draft in drafts {
            if draft.is_own() {
                draft.leaning.opinion += all.shift(own);
            }
            let sentence = document.sentences().get(draft.sentence);
            let hedges = sentence.map_or(&[][..], |sentence| within(hedges, sentence));
            claims.push(claim(&words, draft, attributions, hedges));
        }
    }
    claims
}

impl Draft {
    /// Whether the article itself puts it forward.
    const fn is_own(&self) -> bool {
        self.clause.owner.is_none()
    }

    fn tone(&self) -> Tone {
        let personal = [Signal::First, Signal::We, Signal::Second];
        let personal = personal.iter().any(|&signal| self.evidence.count(signal) > 0);
        Tone::of(self.leaning.opinion, personal)
    }
}

/// A byline or a credit holds no claim.
fn is_prose(document: &Document, sentence: &Sentence) -> bool {
    document.blocks().get(sentence.block).is_none_or(|block| block.kind.is_prose())
}

/// The hedges of a sentence; the list is in text order.
fn within<'h>(hedges: &'h [Hedge], sentence: &Sentence) -> &'h [Hedge] {
    let start = hedges.partition_point(|hedge| hedge.span.start < sentence.span.start);
    let end = hedges.partition_point(|hedge| hedge.span.start < sentence.span.end);
    hedges.get(start..end).unwrap_or_default()
}

fn draft(words: &Words, clause: Clause, attributions: &[Attribution], sentence: usize) -> Draft {
    let evidence = Evidence::new(words, &clause);
    let cue = clause.owner.and_then(|n| attributions.get(n)).map(|found| &*found.cue.lemma);
    let worded = Worded::new(words, &clause, cue, model::shipped());
    let leaning = evidence::leaning(&evidence, &worded, model::shipped());
    Draft { clause, sentence, evidence, worded, leaning }
}

fn claim(
    words: &Words,
    draft: &mut Draft,
    attributions: &[Attribution],
    hedges: &[Hedge],
) -> Claim {
    let Draft { clause, sentence, evidence, worded, leaning } = draft;
    let statement = statement::statement(words, clause, *leaning);
    if let Some(signal) = statement::signal(statement) {
        evidence.add(signal, 0..0);
    }
    let (checkworthiness, mut reasons) = checkworthiness(words, evidence, worded, model::shipped());
    let around = Around { attributions, hedges, statement };
    let (certainty, why) = certainty::certainty(words, clause, around);
    reasons.extend(why);
    let spans = clause.pieces.iter().map(|piece| words.document().span(piece.clone())).collect();
    Claim {
        spans,
        sentence: *sentence,
        attribution: clause.owner,
        statement,
        checkworthiness,
        certainty,
        reasons,
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, annotate};

    #[test]
    fn the_reasons_of_a_claim_sum_to_its_score_exactly() {
        let text = "On Monday the bank cut 800 jobs and lost $3 billion, 40 percent more than in 2019. \
                    Is it shameful? It should be ashamed. Thanks. Nothing is more beautiful!";
        let claims = annotate(text, &Options::default()).claims;
        assert!(claims.iter().any(|c| c.checkworthiness == 1.0), "{claims:?}");
        for claim in claims {
            let sum: f32 = claim.reasons.iter().filter_map(|reason| reason.weight).sum();
            assert_eq!(sum, claim.checkworthiness, "{claim:?}");
        }
    }
}
