//! "Did you mean …?"

use policy::Text;

use crate::read::form::quoted;

/// A hint that names the known word that is most like what was written, where one is like it at all.
pub(crate) fn did_you_mean(written: &str, known: &[&str]) -> Option<Text> {
    nearest(written, known.iter().copied())
        .map(|it| Text::new(format!("是不是想写 `{it}`？"), format!("did you mean `{it}`?")))
}

/// The same, and all there are where none is alike.
pub(crate) fn nearest_or_all(written: &str, known: &[&str]) -> Text {
    did_you_mean(written, known).unwrap_or_else(|| {
        let known = quoted(known);
        Text::new(format!("可以写的有 {known}"), format!("it is one of {known}"))
    })
}

/// The known word that is most like what was written, where one is like it at all.
pub(crate) fn nearest<'k>(written: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let alike = |it: &str| strsim::jaro_winkler(written, it);
    let best = known.into_iter().max_by(|a, b| alike(a).total_cmp(&alike(b)))?;
    (alike(best) >= 0.8).then_some(best)
}
