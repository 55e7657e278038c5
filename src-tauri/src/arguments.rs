//! What the program was started with.

use std::path::PathBuf;

use clap::{Parser, ValueEnum};
use policy::Date;
use wire::Language;

use crate::{office::Opening, outside};

/// 政策补贴顾问: which support an enterprise qualifies for, and what the policies say.
#[derive(Debug, Parser)]
#[command(name = "policy-subsidy-advisor", version)]
pub(crate) struct Arguments {
    /// Advises as of this day instead of today.
    #[arg(long, value_name = "YYYY-MM-DD")]
    as_of: Option<Date>,
    /// Keeps answers and settings in this folder instead of the user's own.
    #[arg(long, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    /// Reads the policies from this folder instead of those that are part of the program.
    #[arg(long, value_name = "DIR")]
    policies: Option<PathBuf>,
    /// Saves what one takes away in this folder instead of the user's downloads.
    #[arg(long, value_name = "DIR")]
    save_dir: Option<PathBuf>,
    /// Takes this model for search by meaning instead of the one beside the program or in the data folder.
    #[arg(long, value_name = "FILE")]
    model: Option<PathBuf>,
    /// Begins in this language, whatever was chosen before.
    #[arg(long)]
    lang: Option<Lang>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Lang {
    Zh,
    En,
}

impl Arguments {
    /// What was asked for, and the system's own where nothing was; or what is wrong with it, for the person at the keyboard.
    pub(crate) fn opening(self) -> Result<Opening, &'static str> {
        let no_pack = self.policies.as_ref().is_some_and(|it| !it.join("pack.toml").is_file());
        if no_pack {
            return Err("--policies: 该文件夹中没有 pack.toml，不是政策包。\n\
                        --policies: there is no pack.toml in that folder, so it is no policy pack.");
        }
        let folder = self.data_dir.or_else(outside::data_folder).ok_or(
            "找不到存放资料的位置，请用 --data-dir 指定一个文件夹。\n\
             There is no place to keep data; name a folder with --data-dir.",
        )?;
        Ok(Opening {
            as_of: self.as_of.unwrap_or_else(outside::today),
            folder,
            policies: self.policies,
            downloads: self.save_dir,
            model: self.model,
            language: self.lang.map(|it| match it {
                Lang::Zh => Language::Zh,
                Lang::En => Language::En,
            }),
            system: outside::language(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_contract_of_the_command_line_holds() {
        let words =
            ["window", "--as-of", "2026-03-01", "--data-dir", "here", "--save-dir", "there", "--lang", "en"];
        let opening = Arguments::parse_from(words).opening().unwrap();
        assert_eq!(opening.as_of.to_string(), "2026-03-01");
        assert_eq!(opening.folder, PathBuf::from("here"));
        assert_eq!(opening.downloads, Some(PathBuf::from("there")));
        assert_eq!(opening.language, Some(Language::En));
    }

    #[test]
    fn a_day_that_is_none_and_a_folder_that_is_no_pack_are_refused() {
        assert!(Arguments::try_parse_from(["window", "--as-of", "2026-02-30"]).is_err());
        let no_pack = Arguments::parse_from(["window", "--data-dir", "here", "--policies", "src"]);
        assert!(no_pack.opening().is_err());
    }
}
