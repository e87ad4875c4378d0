//! Owns claims: the propositions of an article, whose they are, and how much there is to check.

use crate::claim::{
    certainty::{self, Around},
    checkworthiness::checkworthiness,
    clause::Clause,
    credit::Credit,
    evidence::{self, Evidence},
    extent,
    owners::Owners,
    statement,
    wording::Worded,
};
use crate::{
    claim::{weights as model, weights::Model},
    grammar::word::Words,
    report::{Attribution, Claim, Hedge, Source},
    sentence::split::Sentence,
    token::document::Document,
};

/// The claims of a document in text order.
pub fn claims(
    document: &Document,
    attributions: &[Attribution],
    _sources: &[Source],
    hedges: &[Hedge],
) -> Vec<Claim> {
    let model = model::shipped();
    let words = Words::new(document);
    let owners = Owners::new(&words, attributions);
    let (mut claims, mut credit) = (Vec::new(), Credit::default());
    for (n, sentence) in
        document.sentences().iter().enumerate().filter(|(_, s)| is_prose(document, s))
    {
        let hedges = within(hedges, sentence);
        let mut clauses = extent::clauses(&words, &owners, sentence);
        credit.carry(&words, attributions, n, &mut clauses);
        for clause in &clauses {
            claims.push(claim(&words, clause, attributions, hedges, model, n));
        }
    }
    claims
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

fn claim(
    words: &Words,
    clause: &Clause,
    attributions: &[Attribution],
    hedges: &[Hedge],
    model: &Model,
    sentence: usize,
) -> Claim {
    let mut evidence = Evidence::new(words, clause);
    let cue = clause.owner.and_then(|n| attributions.get(n)).map(|found| &*found.cue.lemma);
    let worded = Worded::new(words, clause, cue, model);
    let leaning = evidence::leaning(&evidence, &worded, model);
    let statement = statement::statement(words, clause, leaning);
    if let Some(signal) = statement::signal(statement) {
        evidence.add(signal, 0..0);
    }
    let (checkworthiness, mut reasons) = checkworthiness(words, &evidence, &worded, model);
    let around = Around { attributions, hedges, statement };
    let (certainty, why) = certainty::certainty(words, clause, around);
    reasons.extend(why);
    let spans = clause.pieces.iter().map(|piece| words.document().span(piece.clone())).collect();
    Claim {
        spans,
        sentence,
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
