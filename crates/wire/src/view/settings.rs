//! Settings, as they lie on disk and as they cross.

use std::path::Path;

use casebook::settings as kept;
use desk::Desk;

use crate::{Language, Mode, Settings, TextSize, Theme};

/// What was set; the language of the system where none was chosen yet.
pub fn read_settings(desk: &Desk, system: Language) -> Settings {
    settings(&desk.settings, system)
}

/// What was set in a folder whose book cannot be opened: why, is told in the reader's language too.
pub fn read_settings_of(folder: &Path, system: Language) -> Settings {
    settings(&kept::Settings::load(folder).0, system)
}

fn settings(set: &kept::Settings, system: Language) -> Settings {
    Settings {
        language: match set.language {
            Some(kept::Language::Zh) => Language::Zh,
            Some(kept::Language::En) => Language::En,
            None => system,
        },
        theme: match set.theme {
            kept::Theme::System => Theme::System,
            kept::Theme::Light => Theme::Light,
            kept::Theme::Dark => Theme::Dark,
        },
        text_size: match set.text_size {
            kept::TextSize::Normal => TextSize::Normal,
            kept::TextSize::Large => TextSize::Large,
            kept::TextSize::Larger => TextSize::Larger,
            kept::TextSize::Largest => TextSize::Largest,
        },
        mode: match set.mode {
            kept::Mode::Founder => Mode::Founder,
            kept::Mode::Adviser => Mode::Adviser,
        },
        welcomed: set.first_run_done,
    }
}

/// What is to be kept.
pub fn write_settings(settings: Settings) -> kept::Settings {
    kept::Settings {
        language: Some(match settings.language {
            Language::Zh => kept::Language::Zh,
            Language::En => kept::Language::En,
        }),
        theme: match settings.theme {
            Theme::System => kept::Theme::System,
            Theme::Light => kept::Theme::Light,
            Theme::Dark => kept::Theme::Dark,
        },
        text_size: match settings.text_size {
            TextSize::Normal => kept::TextSize::Normal,
            TextSize::Large => kept::TextSize::Large,
            TextSize::Larger => kept::TextSize::Larger,
            TextSize::Largest => kept::TextSize::Largest,
        },
        mode: match settings.mode {
            Mode::Founder => kept::Mode::Founder,
            Mode::Adviser => kept::Mode::Adviser,
        },
        first_run_done: settings.welcomed,
    }
}
