//! Settings come back as they were saved, and never stop the program.

use std::fs;

use casebook::settings::{Language, Mode, Settings, SettingsRemark, TextSize, Theme};

#[test]
fn settings_come_back_as_they_were_saved() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("not").join("there");
    let settings = Settings {
        language: Some(Language::En),
        theme: Theme::Dark,
        text_size: TextSize::Larger,
        mode: Mode::Adviser,
        first_run_done: true,
    };
    for settings in [settings, Settings::default()] {
        settings.save(&folder).unwrap();
        let (loaded, remarks) = Settings::load(&folder);
        assert_eq!(loaded, settings);
        assert!(remarks.is_empty());
    }
}

#[test]
fn without_a_file_the_settings_are_the_default_ones() {
    let dir = tempfile::tempdir().unwrap();
    let (settings, remarks) = Settings::load(dir.path());
    assert_eq!(settings, Settings::default());
    assert!(remarks.is_empty());
}

#[test]
fn one_value_not_understood_leaves_the_others() {
    let dir = tempfile::tempdir().unwrap();
    let text = r#"{ "language": "zh", "theme": "sepia", "first_run_done": true, "from_the_future": [] }"#;
    fs::write(dir.path().join("settings.json"), text).unwrap();
    let (settings, remarks) = Settings::load(dir.path());
    let expected = Settings { language: Some(Language::Zh), first_run_done: true, ..Settings::default() };
    assert_eq!(settings, expected);
    assert!(matches!(remarks.as_slice(), [SettingsRemark::Value { name: "theme", .. }]), "{remarks:?}");
}

#[test]
fn a_file_not_understood_gives_the_default_ones_with_a_remark() {
    let dir = tempfile::tempdir().unwrap();
    for bytes in [&b""[..], b"[]", b"{\"language\": \"zh\"", b"\xff\xfe", &[b'['; 100_000]] {
        fs::write(dir.path().join("settings.json"), bytes).unwrap();
        let (settings, remarks) = Settings::load(dir.path());
        assert_eq!(settings, Settings::default());
        assert!(matches!(remarks.as_slice(), [SettingsRemark::NotAnObject(_)]), "{remarks:?}");
    }
    fs::remove_file(dir.path().join("settings.json")).unwrap();
    fs::create_dir(dir.path().join("settings.json")).unwrap();
    let (settings, remarks) = Settings::load(dir.path());
    assert_eq!(settings, Settings::default());
    assert!(matches!(remarks.as_slice(), [SettingsRemark::Unreadable(_)]), "{remarks:?}");
}

#[test]
fn settings_that_cannot_be_saved_leave_the_former_ones() {
    let dir = tempfile::tempdir().unwrap();
    let first = Settings { theme: Theme::Dark, ..Settings::default() };
    first.save(dir.path()).unwrap();
    // A folder in the way of the draft stands for all that can go wrong before the renaming.
    fs::create_dir(dir.path().join("settings.json.new")).unwrap();
    assert!(Settings::default().save(dir.path()).is_err());
    assert_eq!(Settings::load(dir.path()).0, first);
}
