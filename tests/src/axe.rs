//! What a tool can find against accessibility on the page as it stands.

use std::{fs, path::Path};

use crate::Window;

/// Each violation with the parts of the page it is about.
pub async fn violations(window: &Window) -> Vec<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
    let axe =
        fs::read_to_string(&file).unwrap_or_else(|it| panic!("{}: {it}; `npm ci` in ui", file.display()));
    window.ask(&format!("{axe}; return true")).await;
    let found = window
        .ask_later(
            "const done = arguments[0];
             axe.run(document).then(
                 it => done(it.violations.map(v => `${v.id}: ${v.help}: ${v.nodes.map(n => n.target.join(' ')).join(' | ')}`)),
                 it => done([`axe failed: ${it}`]));",
        )
        .await;
    found.as_array().into_iter().flatten().map(|it| it.as_str().unwrap_or_default().to_owned()).collect()
}
