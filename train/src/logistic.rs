//! Owns logistic regression over named features with values, by FTRL-Proximal.

/// A sparse example: features and their values.
pub type Features = Vec<(u32, f32)>;

/// The state of one run of training.
pub struct Logistic {
    /// The weights.
    pub weights: Vec<f32>,
    sums: Vec<f32>,
    squares: Vec<f32>,
    rate: f32,
    /// The L1 penalty of each feature.
    l1: Vec<f32>,
}

impl Logistic {
    /// Starts from zero.
    pub fn new(l1: Vec<f32>, rate: f32) -> Self {
        let zeros = vec![0.0; l1.len()];
        Self { weights: zeros.clone(), sums: zeros.clone(), squares: zeros, rate, l1 }
    }

    /// The logit of an example.
    pub fn logit(&self, features: &Features) -> f32 {
        features.iter().map(|&(at, value)| self.weights[at as usize] * value).sum()
    }

    /// Learns one example: `target` is the probability that it is positive, `weight` how much it counts.
    pub fn learn(&mut self, features: &Features, target: f32, weight: f32) {
        let chance = 1.0 / (1.0 + (-self.logit(features)).exp());
        let error = (chance - target) * weight;
        for &(at, value) in features {
            self.step(at as usize, error * value);
        }
    }

    fn step(&mut self, at: usize, gradient: f32) {
        let squares = self.squares[at] + gradient * gradient;
        let sigma = (squares.sqrt() - self.squares[at].sqrt()) / self.rate;
        let sum = self.sums[at] + gradient - sigma * self.weights[at];
        (self.squares[at], self.sums[at]) = (squares, sum);
        let excess = sum.abs() - self.l1[at];
        self.weights[at] = if excess <= 0.0 {
            0.0
        } else {
            -sum.signum() * excess * self.rate / (1.0 + squares.sqrt())
        };
    }
}
