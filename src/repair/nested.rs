//! Owns nesting: which attribution stands inside whose content. No rule decides it, since it follows from where the
//! words of each stand.

use crate::report::Attribution;

/// Sets each attribution's parent: the smallest content that holds its cue.
pub fn nest(attributions: &mut [Attribution]) {
    for child in 0..attributions.len() {
        let parent = parent_of(attributions, child);
        if let Some(attribution) = attributions.get_mut(child) {
            attribution.parent = parent;
        }
    }
}

/// Contents lie near their cues: looking at a few neighbours keeps this linear.
const NEIGHBOURS: usize = 8;

fn parent_of(attributions: &[Attribution], child: usize) -> Option<usize> {
    let own = attributions.get(child)?;
    let near = child.saturating_sub(NEIGHBOURS)..attributions.len().min(child + NEIGHBOURS + 1);
    let holds = |outer: &Attribution, inner: &Attribution| {
        outer.contents.iter().any(|content| content.contains(inner.cue.span))
    };
    let size = |at: &usize| -> usize {
        attributions.get(*at).map_or(0, |a| a.contents.iter().map(|c| c.len()).sum())
    };
    near.filter(|at| *at != child)
        .filter(|at| {
            attributions.get(*at).is_some_and(|outer| holds(outer, own) && !holds(own, outer))
        })
        .min_by_key(size)
}
