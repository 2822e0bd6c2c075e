use std::time::Duration;

/// What goes wrong with a request.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Mishap {
    Status(u16),
    /// Refused until this time has passed; for every route when it is global.
    Limited {
        retry_after: Duration,
        global: bool,
    },
    /// Answered rightly, but late.
    Slow(Duration),
    /// The connection ends before the request has any effect.
    Cut,
    /// The request takes effect, and then the connection ends before the answer.
    CutAfter,
}

/// A mishap for the requests that fit a pattern such as `POST /channels/*/messages`.
pub(crate) struct Planned {
    pub(crate) pattern: String,
    pub(crate) mishap: Mishap,
    /// How often it still happens; `None` is for ever.
    pub(crate) left: Option<usize>,
}

/// The mishaps to come.
#[derive(Default)]
pub(crate) struct FaultPlan {
    pub(crate) planned: Vec<Planned>,
}

impl FaultPlan {
    /// The mishap of this request, which is used up by it.
    pub(crate) fn strike(&mut self, method: &str, path: &str) -> Option<Mishap> {
        let fits =
            |planned: &Planned| planned.left != Some(0) && fits(&planned.pattern, method, path);
        let at = self.planned.iter().position(fits)?;
        let planned = &mut self.planned[at];
        planned.left = planned.left.map(|left| left - 1);
        Some(planned.mishap)
    }
}

/// Whether a request fits: `*` stands for one part of the path, or for the method.
pub(crate) fn fits(pattern: &str, method: &str, path: &str) -> bool {
    let (wanted, pattern) = pattern.split_once(' ').expect("a method and a path");
    let path = path.split('?').next().unwrap_or_default();
    let mut parts = pattern.trim_start_matches('/').split('/');
    let mut own = path.trim_start_matches('/').split('/');
    let mut pairs = parts.by_ref().zip(own.by_ref());
    let same = pairs.all(|(part, own)| part == "*" || part == own);
    let as_long = pattern.matches('/').count() == path.matches('/').count();
    (wanted == "*" || wanted == method) && as_long && same
}
