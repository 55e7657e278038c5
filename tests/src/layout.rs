//! Whether the page fits into its window, and whether one sees where one is.

use serde_json::Value;

use crate::Window;

/// Whatever is cut off, stands out of the window, or makes the page scroll sideways.
pub async fn cut(window: &Window) -> Vec<String> {
    let found = window.ask(CUT).await;
    found.as_array().into_iter().flatten().map(|it| it.as_str().unwrap_or_default().to_owned()).collect()
}

/// What has the focus, if nothing shows that it has it or it lies out of sight; nothing where all is well.
pub async fn unseen_focus(window: &Window) -> Option<String> {
    match window.ask(UNSEEN_FOCUS).await {
        Value::String(what) => Some(what),
        _ => None,
    }
}

// A list in one line that ends in dots is cut on purpose, and so are fields, whose text scrolls in them.
const CUT: &str = r#"
const open = document.querySelector('dialog[open]');
const name = it => `${it.tagName.toLowerCase()}.${[...it.classList].join('.')} "${it.textContent.trim().slice(0, 40)}"`;
const scrolls = it => ['auto', 'scroll'].includes(getComputedStyle(it).overflowX);
const told = [];
const page = document.documentElement;
if (page.scrollWidth > innerWidth) told.push(`the page is ${page.scrollWidth} wide in ${innerWidth}`);
for (const it of (open ?? document.body).querySelectorAll('*')) {
    if (it.closest('.sr-only, .skip, svg') || it.getClientRects().length === 0) continue;
    const style = getComputedStyle(it);
    if (style.visibility === 'hidden' || style.textOverflow === 'ellipsis') continue;
    const { left, right, width } = it.getBoundingClientRect();
    if (width > 0 && (left < -1 || right > innerWidth + 1)) told.push(`out of the window: ${name(it)}`);
    if (['INPUT', 'SELECT'].includes(it.tagName) || style.display === 'inline' || it.clientWidth === 0) continue;
    const wide = it.scrollWidth - it.clientWidth;
    if (wide > 1 && (scrolls(it) || style.overflowX !== 'visible')) told.push(`${wide} px cut at the side: ${name(it)}`);
    const high = it.scrollHeight - it.clientHeight;
    if (high > 1 && ['hidden', 'clip'].includes(style.overflowY)) told.push(`${high} px cut below: ${name(it)}`);
}
if (open !== null) {
    const { left, right, top, bottom } = open.getBoundingClientRect();
    if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) told.push('the layer is larger than the window');
}
return told"#;

// The mark of the focus may stand on what holds the control: a row, the label of a radio button.
const UNSEEN_FOCUS: &str = r#"
const it = document.activeElement;
if (it === null || it === document.body) return 'nothing has the focus';
const name = `${it.tagName.toLowerCase()}.${[...it.classList].join('.')} "${it.textContent.trim().slice(0, 40)}"`;
const marked = one => one !== null && getComputedStyle(one).outlineStyle !== 'none' && parseFloat(getComputedStyle(one).outlineWidth) > 0;
const holders = [it, it.closest('label'), it.closest('.row, article, li, .box, .size, .usual, .large')];
if (!holders.some(marked) && !/^H[1-6]$|^MAIN$/.test(it.tagName) && it.getAttribute('role') !== 'combobox' && it.getAttribute('tabindex') !== '-1') return `no mark: ${name}`;
const { left, right, top, bottom, width, height } = (it.closest('label') ?? it).getBoundingClientRect();
const shown = width > 0 && height > 0 && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
return shown ? null : `out of sight: ${name}`"#;
