//! What the command line takes.

use std::{path::PathBuf, str::FromStr};

use clap::{Args, Parser, Subcommand, ValueEnum};
use eligibility::Choice;
use policy::{Date, IdError, Text};

/// Which support an enterprise qualifies for, and what the policies say. Offline.
#[derive(Parser)]
#[command(name = "advisor", version)]
pub(crate) struct Arguments {
    /// A pack's folder, in place of the pack that is part of the program.
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) policies: Option<PathBuf>,
    /// The day of assessment; today where left out.
    #[arg(long, global = true, value_name = "YYYY-MM-DD")]
    pub(crate) as_of: Option<Date>,
    /// The language of what is printed.
    #[arg(long, global = true, value_enum, default_value_t = Lang::Zh)]
    pub(crate) lang: Lang,
    /// JSON, by the contract of docs/cli.md.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// A language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    /// Chinese.
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Picks the words in this language.
    pub(crate) fn words(self) -> fn(&Text) -> &str {
        match self {
            Lang::Zh => |it| &it.zh,
            Lang::En => |it| &it.en,
        }
    }

    /// The words in this language.
    pub(crate) fn say(self, text: &Text) -> &str {
        self.words()(text)
    }
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// How an enterprise stands towards every policy.
    Assess(AssessArguments),
    /// The question that settles most.
    Next {
        /// A JSON object of fact and value.
        #[arg(long, value_name = "F")]
        profile: PathBuf,
    },
    /// What one takes away: the printed sheet, the calendar or the spreadsheet.
    Sheet(SheetArguments),
    /// Policies, people and counters by what one asks.
    Search(SearchArguments),
    /// The policies of the pack.
    #[command(subcommand)]
    Policy(PolicyCommand),
    /// Is a pack right?
    #[command(subcommand)]
    Pack(PackCommand),
}

#[derive(Args)]
pub(crate) struct AssessArguments {
    /// A JSON object of fact and value; `-` is standard input.
    #[arg(long, value_name = "F", required_unless_present = "profiles")]
    pub(crate) profile: Option<PathBuf>,
    /// One profile a line: {"id", "as_of", "facts"}; one result a line comes out, in order.
    #[arg(long, value_name = "F.jsonl", conflicts_with = "profile")]
    pub(crate) profiles: Option<PathBuf>,
    /// Also policies without an edition to answer with on that day.
    #[arg(long)]
    pub(crate) all: bool,
    /// Also how each entry of a list stands, and what each brings.
    #[arg(long)]
    pub(crate) entries: bool,
    /// Take this one of supports that exclude each other, for one entry of its list or for the enterprise, whatever is
    /// best; can be given several times.
    #[arg(long, value_name = "POLICY[:ENTRY]")]
    pub(crate) prefer: Vec<Preference>,
}

/// One of several supports that exclude each other, as `POLICY` or `POLICY:ENTRY`.
#[derive(Debug, Clone)]
pub(crate) struct Preference(pub(crate) Choice);

impl FromStr for Preference {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Preference, IdError> {
        let (policy, entry) = match text.split_once(':') {
            Some((policy, entry)) => (policy, Some(entry.parse()?)),
            None => (text, None),
        };
        Ok(Preference(Choice { policy: policy.parse()?, entry }))
    }
}

#[derive(Args)]
pub(crate) struct SheetArguments {
    /// A JSON object of fact and value; `-` is standard input.
    #[arg(long, value_name = "F")]
    pub(crate) profile: PathBuf,
    /// The file to write: the sheet (.pdf), the days to come (.ics), or the list (.xlsx).
    #[arg(long, short, value_name = "F.pdf")]
    pub(crate) out: PathBuf,
    /// Also what is out of reach, and why.
    #[arg(long)]
    pub(crate) all: bool,
    /// Take this one of supports that exclude each other, for one entry of its list or for the enterprise, whatever is
    /// best; can be given several times.
    #[arg(long, value_name = "POLICY[:ENTRY]")]
    pub(crate) prefer: Vec<Preference>,
    /// For whom it is, as it is to be printed.
    #[arg(long, default_value = "")]
    pub(crate) name: String,
}

#[derive(Args)]
pub(crate) struct SearchArguments {
    /// What one asks, in one's own words.
    #[arg(required_unless_present = "queries")]
    pub(crate) query: Option<String>,
    /// How many hits at most.
    #[arg(long, default_value_t = 10)]
    pub(crate) limit: usize,
    /// One query a line: {"id", "query"}; one answer a line comes out, in order.
    #[arg(long, value_name = "F.jsonl", conflicts_with = "query")]
    pub(crate) queries: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) filters: SearchFilters,
    /// Whether the model is asked what a query means: `auto` where it is there and has read the pack, `on` reads the
    /// pack first if need be (minutes) and keeps what it read beside the model.
    #[arg(long, value_enum, default_value_t = Semantic::Auto)]
    pub(crate) semantic: Semantic,
    /// The model's file (`cargo xtask model`); beside the program, or in the folder above, where left out.
    #[arg(long, value_name = "F.gguf")]
    pub(crate) model: Option<PathBuf>,
}

/// What hits must be; of one property any of the values named, of several properties all.
#[derive(Args)]
pub(crate) struct SearchFilters {
    /// What it is: `policy`, `directory`, `question`, `help`.
    #[arg(long, value_name = "KIND", value_parser = ["policy", "directory", "question", "help"])]
    pub(crate) kind: Vec<String>,
    /// Who grants it, by the pack's ids of levels.
    #[arg(long, value_name = "LEVEL")]
    pub(crate) level: Vec<String>,
    /// What it belongs to, by the pack's ids of families.
    #[arg(long, value_name = "FAMILY")]
    pub(crate) family: Vec<String>,
    /// Whom it is for: `founder`, `team`, `enterprise`, `employer`, `person`, `park-operator`, `non-profit`.
    #[arg(long = "for", value_name = "WHOM", value_parser = [
        "founder", "team", "enterprise", "employer", "person", "park-operator", "non-profit",
    ])]
    pub(crate) for_whom: Vec<String>,
    /// How it stands: `in-force`, `unknown`, `expired`, `superseded`.
    #[arg(long, value_name = "STATUS", value_parser = ["in-force", "unknown", "expired", "superseded"])]
    pub(crate) status: Vec<String>,
}

/// Whether meaning is searched too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Semantic {
    /// Where that takes no preparation.
    Auto,
    /// Or an error.
    On,
    /// Words alone.
    Off,
}

#[derive(Subcommand)]
pub(crate) enum PolicyCommand {
    /// All policies, a line each.
    List,
    /// The text of a policy.
    Show {
        /// Its id.
        id: String,
        /// An edition; the newest that has begun where left out.
        #[arg(long)]
        edition: Option<String>,
    },
    /// What changed between two editions, or two packs, in words.
    Diff(DiffArguments),
    /// The skeleton of a policy, in the folder of a pack: `--policies DIR`, or `policies` where left out.
    New {
        /// The family and the id: `premises/rent-relief`.
        #[arg(value_name = "FAMILY/ID")]
        policy: String,
        /// The first edition; the year of the day of assessment where left out.
        #[arg(long)]
        edition: Option<String>,
    },
}

#[derive(Args)]
pub(crate) struct DiffArguments {
    /// The older edition: `policy/edition`.
    #[arg(requires = "new", required_unless_present = "packs")]
    pub(crate) old: Option<String>,
    /// The newer edition: `policy/edition`.
    pub(crate) new: Option<String>,
    /// The folders of two packs, the older one first: editions are looked up there, and without editions all is compared.
    #[arg(long, num_args = 2, value_names = ["OLD", "NEW"])]
    pub(crate) packs: Option<Vec<PathBuf>>,
}

#[derive(Subcommand)]
pub(crate) enum PackCommand {
    /// All that is wrong in a pack; exit 1 on any error.
    Check {
        /// The pack's folder.
        dir: PathBuf,
    },
    /// Changes a pack in one place at a time; lists the changes that no case notices, exit 1 on one without a reason.
    Mutate {
        /// The pack's folder.
        dir: PathBuf,
        /// Only files whose path in the pack begins so, such as `hiring/`.
        #[arg(long, value_name = "PATH", default_value = "")]
        within: String,
    },
    /// Runs every case of a pack; exit 1 if one fails.
    Test {
        /// The pack's folder.
        dir: PathBuf,
    },
}
