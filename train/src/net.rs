//! Owns the net of the attribution model in training: its forward and backward passes over one block. Leaves
//! the layout of the weights to `plan.rs`.
//!
//! A token is the sum of its fields and of what it looks at; convolution blocks mix neighbouring tokens.
//! Serving uses the same weights as integers (`src/model/net.rs`).

use saidso::training::{AGAIN, BASE, DILATIONS, HOP, Input, KERNEL, LABELS, LOOKS, PARTS, WIDTH};

use crate::{
    look::{Row, add, look, look_back, rows, rows_mut},
    plan::{Part, Weights},
    rng::Rng,
};

/// The dropout rates in training.
#[derive(Clone, Copy, Debug)]
pub struct Dropout {
    /// A word.
    pub words: f32,
    /// A value of what a token is summed from.
    pub input: f32,
    /// A value that a convolution block adds.
    pub inner: f32,
}

/// The values of one block at each layer of the net.
#[derive(Default)]
pub struct Pass {
    base: Vec<[f32; BASE]>,
    keep_word: Vec<bool>,
    /// Values before each convolution block, and after the last.
    pub layers: Vec<Vec<Row>>,
    /// Values after the kernel of each convolution block.
    tapped: Vec<Vec<Row>>,
    /// Values before the second look.
    hop: Vec<Row>,
    /// The factors that ReLU and dropout apply to the values of each convolution block, then to those of the
    /// first and the second look: 0 where a value is cut off.
    masks: Vec<Vec<Row>>,
    /// The scores of the labels.
    pub scores: Vec<[f32; LABELS]>,
    /// The gradients of the values.
    pub grad: Vec<Row>,
    grad_out: Vec<Row>,
    grad_base: Vec<[f32; BASE]>,
}

impl Pass {
    /// Computes the scores of a block's tokens.
    pub fn forward(&mut self, net: &Weights, inputs: &[Input], drop: Option<(Dropout, &mut Rng)>) {
        self.values(net, inputs, drop, DILATIONS.len());
        let plan = &net.plan;
        let out = rows::<LABELS>(plan.out.of(&net.all));
        let bias: &[f32; LABELS] = plan.out_bias.of(&net.all).as_array().unwrap_or(&[0.0; LABELS]);
        self.scores.clear();
        for row in &self.layers[DILATIONS.len()] {
            let mut scores = *bias;
            for (value, weights) in row.iter().zip(out) {
                add(&mut scores, *value, weights);
            }
            self.scores.push(scores);
        }
    }

    /// Computes the values of a block's tokens after `depth` convolution blocks.
    pub fn values(
        &mut self,
        net: &Weights,
        inputs: &[Input],
        drop: Option<(Dropout, &mut Rng)>,
        depth: usize,
    ) {
        let plan = &net.plan;
        let len = inputs.len();
        let (mut drop, mut rng) = match drop {
            Some((drop, rng)) => (Some(drop), Some(rng)),
            None => (None, None),
        };
        let mut chance = |p: fn(&Dropout) -> f32| -> f32 {
            match (&mut drop, &mut rng) {
                (Some(drop), Some(rng)) => {
                    let p = p(drop);
                    if rng.unit() < p { 0.0 } else { 1.0 / (1.0 - p) }
                }
                _ => 1.0,
            }
        };
        let words = rows::<{ PARTS[0] }>(plan.words.of(&net.all));
        let ends = rows::<{ PARTS[1] }>(plan.ends.of(&net.all));
        let tags = rows::<{ PARTS[2] }>(plan.tags.of(&net.all));
        self.base.clear();
        self.keep_word.clear();
        for input in inputs {
            let mut base = [0.0; BASE];
            let keep = chance(|d| d.words) != 0.0;
            self.keep_word.push(keep);
            if keep {
                base[..PARTS[0]].copy_from_slice(&words[usize::from(input.word)]);
            }
            base[PARTS[0]..PARTS[0] + PARTS[1]].copy_from_slice(&ends[usize::from(input.end)]);
            base[PARTS[0] + PARTS[1]..].copy_from_slice(&tags[usize::from(input.tag)]);
            self.base.push(base);
        }
        let bias: &Row = plan.base_bias.of(&net.all).as_array().unwrap_or(&[0.0; WIDTH]);
        let fields = rows::<WIDTH>(plan.fields.of(&net.all));
        self.layers.resize_with(DILATIONS.len() + 1, Vec::new);
        self.tapped.resize_with(DILATIONS.len(), Vec::new);
        self.masks.resize_with(DILATIONS.len() + 2, Vec::new);
        let mut first = std::mem::take(&mut self.layers[0]);
        first.clear();
        for input in inputs {
            let mut row = *bias;
            for &field in &input.fields {
                add(&mut row, 1.0, &fields[usize::from(field)]);
            }
            first.push(row);
        }
        look(plan.looks.of(&net.all), 0..LOOKS, inputs, &self.base, &mut first);
        let masks = &mut self.masks[DILATIONS.len()];
        masks.clear();
        for row in &mut first {
            let mask = row.map(|value| if value > 0.0 { chance(|d| d.input) } else { 0.0 });
            row.iter_mut().zip(mask).for_each(|(value, mask)| *value *= mask);
            masks.push(mask);
        }
        self.layers[0] = first;
        for (at, &dilation) in DILATIONS.iter().enumerate().take(depth) {
            if at == HOP {
                self.hop.clone_from(&self.layers[at]);
                let bias: &Row = plan.hop_bias.of(&net.all).as_array().unwrap_or(&[0.0; WIDTH]);
                let mut hopped = vec![*bias; len];
                look(plan.hop.of(&net.all), AGAIN, inputs, &self.hop, &mut hopped);
                let masks = &mut self.masks[DILATIONS.len() + 1];
                masks.clear();
                for (own, row) in self.layers[at].iter_mut().zip(&hopped) {
                    let mask = row.map(|value| if value > 0.0 { chance(|d| d.inner) } else { 0.0 });
                    masks.push(mask);
                    for ((own, mask), value) in own.iter_mut().zip(mask).zip(row) {
                        *own += value * mask;
                    }
                }
            }
            let (before, after) = self.layers.split_at_mut(at + 1);
            let (before, after) = (&before[at], &mut after[0]);
            let kernel = rows::<WIDTH>(plan.kernels[at].of(&net.all));
            let tapped = &mut self.tapped[at];
            tapped.clear();
            for t in 0..len {
                let mut row = [0.0; WIDTH];
                for (offset, weights) in kernel.iter().enumerate() {
                    let Some(from) = (t + offset * dilation).checked_sub(KERNEL / 2 * dilation)
                    else {
                        continue;
                    };
                    if let Some(values) = before.get(from) {
                        for ((out, value), weight) in row.iter_mut().zip(values).zip(weights) {
                            *out += value * weight;
                        }
                    }
                }
                tapped.push(row);
            }
            let matrix = rows::<WIDTH>(plan.mix[at].of(&net.all));
            let bias: &Row = plan.bias[at].of(&net.all).as_array().unwrap_or(&[0.0; WIDTH]);
            after.clear();
            let masks = &mut self.masks[at];
            masks.clear();
            for (row, own) in tapped.iter().zip(before) {
                let mut out = *bias;
                for (value, weights) in row.iter().zip(matrix) {
                    add(&mut out, *value, weights);
                }
                let mask = out.map(|value| if value > 0.0 { chance(|d| d.inner) } else { 0.0 });
                masks.push(mask);
                for ((out, mask), own) in out.iter_mut().zip(mask).zip(own) {
                    *out = *out * mask + own;
                }
                after.push(out);
            }
        }
    }

    /// Backpropagates the gradients of the scores; adds the gradients of the weights to `grads`.
    pub fn backward(
        &mut self,
        net: &Weights,
        inputs: &[Input],
        scores: &[[f32; LABELS]],
        grads: &mut [f32],
    ) {
        let plan = &net.plan;
        let out_t = rows::<WIDTH>(&net.out_t);
        self.grad.clear();
        for (row, scores) in self.layers[DILATIONS.len()].iter().zip(scores) {
            let own = rows_mut::<LABELS>(plan.out.of_mut(grads));
            for (value, own) in row.iter().zip(own) {
                add(own, *value, scores);
            }
            let bias = plan.out_bias.of_mut(grads).iter_mut();
            bias.zip(scores).for_each(|(bias, score)| *bias += score);
            let mut grad = [0.0; WIDTH];
            for (score, weights) in scores.iter().zip(out_t) {
                add(&mut grad, *score, weights);
            }
            self.grad.push(grad);
        }
        self.descend(net, inputs, grads, DILATIONS.len());
    }

    /// Backpropagates the gradients of the values after `depth` convolution blocks to the weights.
    pub fn descend(&mut self, net: &Weights, inputs: &[Input], grads: &mut [f32], depth: usize) {
        let plan = &net.plan;
        let len = inputs.len();
        for (at, &dilation) in DILATIONS.iter().enumerate().take(depth).rev() {
            let before = &self.layers[at];
            let mix_t = rows::<WIDTH>(&net.mix_t[at]);
            self.grad_out.clear();
            for t in 0..len {
                let mut own = self.grad[t];
                own.iter_mut().zip(&self.masks[at][t]).for_each(|(own, mask)| *own *= mask);
                let bias = plan.bias[at].of_mut(grads).iter_mut();
                bias.zip(&own).for_each(|(bias, own)| *bias += own);
                let mix = rows_mut::<WIDTH>(plan.mix[at].of_mut(grads));
                for (value, row) in self.tapped[at][t].iter().zip(mix) {
                    if *value != 0.0 {
                        add(row, *value, &own);
                    }
                }
                let mut back = [0.0; WIDTH];
                for (value, weights) in own.iter().zip(mix_t) {
                    if *value != 0.0 {
                        add(&mut back, *value, weights);
                    }
                }
                self.grad_out.push(back);
            }
            let kernel = rows::<WIDTH>(plan.kernels[at].of(&net.all));
            let own_kernel = rows_mut::<WIDTH>(plan.kernels[at].of_mut(grads));
            for t in 0..len {
                for offset in 0..KERNEL {
                    let Some(from) = (t + offset * dilation).checked_sub(KERNEL / 2 * dilation)
                    else {
                        continue;
                    };
                    if from >= len {
                        continue;
                    }
                    let (back, values) = (&self.grad_out[t], &before[from]);
                    let (weights, own) = (&kernel[offset], &mut own_kernel[offset]);
                    let grad = &mut self.grad[from];
                    for n in 0..WIDTH {
                        own[n] += back[n] * values[n];
                        grad[n] += back[n] * weights[n];
                    }
                }
            }
            if at == HOP {
                self.grad_out.clone_from(&self.grad);
                for (own, mask) in self.grad_out.iter_mut().zip(&self.masks[DILATIONS.len() + 1]) {
                    own.iter_mut().zip(mask).for_each(|(own, mask)| *own *= mask);
                    let bias = plan.hop_bias.of_mut(grads).iter_mut();
                    bias.zip(&*own).for_each(|(bias, own)| *bias += own);
                }
                let (hop, own) = (&net.hop_t, plan.hop.of_mut(grads));
                look_back(hop, AGAIN, inputs, &self.hop, &self.grad_out, own, &mut self.grad);
            }
        }
        let fields = rows_mut::<WIDTH>(plan.fields.of_mut(grads));
        for (t, input) in inputs.iter().enumerate() {
            let mask = &self.masks[DILATIONS.len()][t];
            self.grad[t].iter_mut().zip(mask).for_each(|(grad, mask)| *grad *= mask);
            for &field in &input.fields {
                add(&mut fields[usize::from(field)], 1.0, &self.grad[t]);
            }
        }
        let bias = plan.base_bias.of_mut(grads);
        for grad in &self.grad {
            bias.iter_mut().zip(grad).for_each(|(bias, grad)| *bias += grad);
        }
        self.grad_base.clear();
        self.grad_base.resize(len, [0.0; BASE]);
        let (looks, own) = (&net.looks_t, plan.looks.of_mut(grads));
        look_back(looks, 0..LOOKS, inputs, &self.base, &self.grad, own, &mut self.grad_base);
        for (t, input) in inputs.iter().enumerate() {
            let (word, rest) = self.grad_base[t].split_at(PARTS[0]);
            let (end, tag) = rest.split_at(PARTS[1]);
            let mut give = |part: &Part, row: u16, grad: &[f32]| {
                let own = &mut part.of_mut(grads)[usize::from(row) * grad.len()..];
                own.iter_mut().zip(grad).for_each(|(own, grad)| *own += grad);
            };
            if self.keep_word[t] {
                give(&plan.words, input.word, word);
            }
            give(&plan.ends, input.end, end);
            give(&plan.tags, input.tag, tag);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Plan;
    use saidso::training::{BITS, FIELD_ROWS, FIELDS, NONE, Net, Values};

    /// A few tokens that look at each other, and a random net.
    fn example() -> (Weights, Vec<Input>) {
        let mut rng = Rng::new(3);
        let plan = Plan::new();
        let all = plan.first(&mut rng);
        let mut row = |rows: usize| (rng.unit() * rows as f32) as u16;
        let input = |at| Input {
            word: row(1 << 13),
            end: row(1 << 10),
            tag: row(51),
            fields: [0; FIELDS].map(|_| row(FIELD_ROWS)),
            looks: std::array::from_fn(|look| match look {
                0 => at,
                1 | 2 => u32::from(row(12)),
                _ => NONE,
            }),
        };
        let inputs = (0..12).map(input).collect();
        (Weights::new(Plan::new(), plan.rounded(&all)), inputs)
    }

    #[test]
    fn gradients_are_those_of_the_scores() {
        let (net, inputs) = example();
        let mut rng = Rng::new(4);
        let wanted: Vec<[f32; LABELS]> =
            inputs.iter().map(|_| [0.0; LABELS].map(|_| rng.normal())).collect();
        let value = |all: &[f32]| -> f64 {
            let mut pass = Pass::default();
            pass.forward(&Weights::new(Plan::new(), all.to_vec()), &inputs, None);
            let pairs = pass.scores.as_flattened().iter().zip(wanted.as_flattened());
            pairs.map(|(a, b)| f64::from(a * b)).sum()
        };
        let mut pass = Pass::default();
        pass.forward(&net, &inputs, None);
        let mut grads = vec![0.0; net.plan.len];
        pass.backward(&net, &inputs, &wanted, &mut grads);
        let strong: Vec<usize> = (0..grads.len()).filter(|&at| grads[at].abs() > 1.0).collect();
        assert!(strong.len() > 100);
        for at in strong.iter().copied().step_by(strong.len() / 50) {
            let mut all = net.all.clone();
            all[at] += 1e-3;
            let more = value(&all);
            all[at] -= 2e-3;
            let slope = ((more - value(&all)) / 2e-3) as f32;
            assert!(
                (slope - grads[at]).abs() < 0.1 * grads[at].abs(),
                "{at}: {slope} {}",
                grads[at]
            );
        }
    }

    #[test]
    fn serving_gives_the_scores_of_training() {
        let (net, inputs) = example();
        let mut pass = Pass::default();
        pass.forward(&net, &inputs, None);
        let file = net.file();
        let (serving, _) = Net::read(&file).unwrap();
        let mut scores = Vec::new();
        serving.scores(&inputs, &mut Values::default(), &mut scores);
        for (own, other) in scores.iter().zip(&pass.scores) {
            for (own, other) in own.iter().zip(other) {
                let own = *own as f32 / (1 << BITS) as f32;
                assert!((own - other).abs() < 0.2, "{own} {other}");
            }
        }
    }
}
