//! Owns rows of weights, and the forward and backward passes of what tokens look at.

use std::ops::Range;

use saidso::training::{Input, NONE, WIDTH};

/// The values of a token.
pub type Row = [f32; WIDTH];

/// Adds a row times a factor.
#[inline]
pub fn add<const N: usize>(out: &mut [f32; N], factor: f32, row: &[f32; N]) {
    for (out, value) in out.iter_mut().zip(row) {
        *out += factor * value;
    }
}

/// Weights as rows.
pub fn rows<const N: usize>(weights: &[f32]) -> &[[f32; N]] {
    weights.as_chunks().0
}

/// The same, mutable.
pub fn rows_mut<const N: usize>(weights: &mut [f32]) -> &mut [[f32; N]] {
    weights.as_chunks_mut().0
}

/// Adds what tokens look at, times a matrix for each look; `looks` are the looks that the matrices belong to.
pub fn look<const IN: usize>(
    matrices: &[f32],
    looks: Range<usize>,
    inputs: &[Input],
    rows_of: &[[f32; IN]],
    out: &mut [Row],
) {
    for (look, matrix) in looks.zip(matrices.chunks(IN * WIDTH)) {
        let matrix = rows::<WIDTH>(matrix);
        let (mut last, mut product) = (NONE, [0.0; WIDTH]);
        for (input, row) in inputs.iter().zip(&mut *out) {
            let target = input.looks[look];
            if target == NONE {
                continue;
            }
            if target != last {
                product = [0.0; WIDTH];
                for (value, weights) in rows_of[target as usize].iter().zip(matrix) {
                    add(&mut product, *value, weights);
                }
                last = target;
            }
            add(row, 1.0, &product);
        }
    }
}

/// The backward pass of [`look`]: `grad` holds the gradients of its output; `own` gets those of the matrices,
/// and `back` those of the rows.
pub fn look_back<const IN: usize>(
    matrices_t: &[f32],
    looks: Range<usize>,
    inputs: &[Input],
    rows_of: &[[f32; IN]],
    grad: &[Row],
    own: &mut [f32],
    back: &mut [[f32; IN]],
) {
    let each = looks.zip(matrices_t.chunks(IN * WIDTH)).zip(own.chunks_mut(IN * WIDTH));
    for ((look, matrix_t), own) in each {
        let (matrix_t, own) = (rows::<IN>(matrix_t), rows_mut::<WIDTH>(own));
        let mut t = 0;
        while t < inputs.len() {
            let target = inputs[t].looks[look];
            let mut sum = grad[t];
            t += 1;
            while t < inputs.len() && inputs[t].looks[look] == target {
                sum.iter_mut().zip(&grad[t]).for_each(|(sum, grad)| *sum += grad);
                t += 1;
            }
            if target == NONE {
                continue;
            }
            for (value, row) in rows_of[target as usize].iter().zip(own.iter_mut()) {
                if *value != 0.0 {
                    add(row, *value, &sum);
                }
            }
            let back = &mut back[target as usize];
            for (value, weights) in sum.iter().zip(matrix_t) {
                if *value != 0.0 {
                    add(back, *value, weights);
                }
            }
        }
    }
}
