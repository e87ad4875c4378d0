//! Owns how much of the input is held at once, so that memory stays the same however long the input is.

use std::sync::{Condvar, Mutex, PoisonError};

/// What a record costs besides its bytes.
const OVERHEAD: usize = 1 << 10;

/// Bytes that may be under way.
pub struct Budget {
    limit: usize,
    used: Mutex<usize>,
    freed: Condvar,
}

impl Budget {
    /// Allows so many bytes.
    pub fn new(limit: usize) -> Self {
        Self { limit, used: Mutex::new(0), freed: Condvar::new() }
    }

    /// Waits until there is room for a record of so many bytes, and takes it. Gives what to free later.
    ///
    /// A long record costs no more than half of all, so that the others need not wait for it.
    pub fn take(&self, bytes: usize) -> usize {
        let cost = (bytes + OVERHEAD).min(self.limit / 2);
        let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        let is_full = |used: &mut usize| *used + cost > self.limit;
        let used = self.freed.wait_while(used, is_full);
        *used.unwrap_or_else(PoisonError::into_inner) += cost;
        cost
    }

    /// Gives room back.
    pub fn free(&self, cost: usize) {
        *self.used.lock().unwrap_or_else(PoisonError::into_inner) -= cost;
        self.freed.notify_one();
    }
}
