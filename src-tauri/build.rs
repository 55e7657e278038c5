//! Names the window's own commands, so that each has to be granted to it.

/// Every command of `src/commands.rs`; `capabilities/main.json` grants them.
const COMMANDS: &[&str] = &[
    "start",
    "painted",
    "follow_pack",
    "settings",
    "sitting",
    "answer",
    "ask",
    "back",
    "undo",
    "redo",
    "start_over",
    "entry_form",
    "entry_draft",
    "put_entry",
    "remove_entry",
    "read_paste",
    "put_paste",
    "set_list",
    "entries",
    "result",
    "reader",
    "search",
    "shelf",
    "directory",
    "tick",
    "choose",
    "advice",
    "prefer",
    "leave_to_best",
    "to_do",
    "choose_to_do",
    "tick_to_do",
    "take_away",
    "open_taken",
    "show_taken",
    "meaning",
    "refine",
    "save_settings",
    "erase_everything",
    "open_data_folder",
    "open_link",
];

fn main() {
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))
        .expect("tauri.conf.json, the capabilities and the icons are as Tauri wants them");
}
