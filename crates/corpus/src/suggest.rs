//! "Did you mean …?"

/// A hint that names the known word that is most like what was written, where one is like it at all.
pub(crate) fn did_you_mean(written: &str, known: &[&str]) -> Option<String> {
    nearest(written, known.iter().copied()).map(|it| format!("did you mean `{it}`?"))
}

/// The known word that is most like what was written, where one is like it at all.
pub(crate) fn nearest<'k>(written: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let alike = |it: &str| strsim::jaro_winkler(written, it);
    let best = known.into_iter().max_by(|a, b| alike(a).total_cmp(&alike(b)))?;
    (alike(best) >= 0.8).then_some(best)
}
