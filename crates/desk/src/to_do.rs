//! What to do: the supports one applies for, and all their papers, each once, by the place where they are handed in.

use eligibility::{PolicyResult, Verdict};
use policy::{Bring, Catalog, Channel, Date, Edition, Getting, Id, PolicyId, Text, Where};

use crate::{Assessed, Desk, DeskError, applying, words};

/// What to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToDo {
    /// Supports one can apply for, and those that the reader put on their list; the most useful first, as on the sheet.
    pub supports: Vec<Support>,
    /// The papers of those that are meant, by place; what several places want comes first.
    pub stops: Vec<Stop>,
}

/// A support one may apply for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Support {
    /// Which.
    pub policy: PolicyId,
    /// Its edition.
    pub edition: Id,
    /// What people say.
    pub title: Text,
    /// How one stands towards it.
    pub verdict: Verdict,
    /// Whether the reader put it on their list.
    pub chosen: bool,
    /// Whether its papers are among those to get: all are, as long as none was chosen.
    pub meant: bool,
    /// What it gives in few words, and whether that is to be confirmed; may be empty.
    pub gain: Text,
    /// When one can apply; may be empty.
    pub when: Text,
    /// What is to be said of the round at hand; may be empty.
    pub of_round: Text,
    /// The last day, where it is certain and ahead.
    pub closes: Option<Date>,
    /// Where one applies.
    pub places: Vec<Where>,
}

/// A place with the papers that are handed in there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// The place.
    pub place: Text,
    /// The papers, in the order in which one sets about getting them.
    pub papers: Vec<ToBring>,
}

/// A paper, once for all the supports it serves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToBring {
    /// Which.
    pub paper: Id,
    /// Its name.
    pub label: Text,
    /// Form, copies, issuer, and what is special about it for some; may be empty.
    pub note: Text,
    /// The numbers of the supports it serves.
    pub serves: Vec<usize>,
}

/// What to do: for the policies on the reader's own list, or for all one can apply for as long as there are none on it.
pub fn to_do(assessed: &Assessed<'_>) -> ToDo {
    let as_of = assessed.as_of();
    let applies =
        |it: &&PolicyResult| !it.automatic && (it.verdict == Verdict::Eligible || assessed.is_chosen(it));
    let mut results: Vec<&PolicyResult> = assessed.assessment.results.iter().filter(applies).collect();
    results.sort_by_key(|it| applying::usefulness(it, as_of));
    let all = !results.iter().any(|it| assessed.is_chosen(it));
    let found: Vec<(Support, &Edition)> = results
        .into_iter()
        .filter_map(|it| {
            let (policy, edition) = assessed.edition(it)?;
            let support = Support {
                policy: it.policy.clone(),
                edition: it.edition.clone(),
                title: policy.title.clone(),
                verdict: it.verdict,
                chosen: assessed.is_chosen(it),
                meant: all || assessed.is_chosen(it),
                gain: gain(it),
                when: applying::when(it, as_of),
                of_round: applying::of_round(it, as_of),
                closes: applying::closes(it, as_of),
                places: edition.places.clone(),
            };
            Some((support, edition))
        })
        .collect();
    let numbered = (1..).zip(&found).filter(|(_, (it, _))| it.meant);
    let stops = stops(assessed.catalog(), numbered.map(|(number, (_, edition))| (number, *edition)));
    ToDo { supports: found.into_iter().map(|it| it.0).collect(), stops }
}

fn gain(result: &PolicyResult) -> Text {
    let gain = result.amounts.first().map(words::gain);
    words::join(gain.into_iter().chain([words::to_confirm(result)]), " · ", " · ")
}

/// The papers of several supports, each support with its number.
pub(crate) fn stops<'e>(
    catalog: &Catalog,
    supports: impl IntoIterator<Item = (usize, &'e Edition)>,
) -> Vec<Stop> {
    let mut wanted: Vec<Wanted<'e>> = Vec::new();
    for (number, edition) in supports {
        for bring in &edition.bring {
            let by = WantedBy { number, bring, place: where_to(edition) };
            match wanted.iter_mut().find(|it| it.paper == &bring.paper) {
                Some(known) => known.by.push(by),
                None => wanted.push(Wanted { paper: &bring.paper, by: vec![by] }),
            }
        }
    }
    wanted.sort_by_key(|it| getting(catalog, it.paper));
    // Places come in the order in which their first support does; what several want before all.
    let mut stops: Vec<(usize, Stop)> = Vec::new();
    for paper in &wanted {
        let (number, place) = paper.place();
        let told = paper.told(catalog);
        match stops.iter_mut().find(|it| it.1.place == place) {
            Some((first, stop)) => {
                *first = number.min(*first);
                stop.papers.push(told);
            }
            None => stops.push((number, Stop { place, papers: vec![told] })),
        }
    }
    stops.sort_by_key(|it| it.0);
    stops.into_iter().map(|it| it.1).collect()
}

/// A paper, and the supports that want it.
struct Wanted<'e> {
    paper: &'e Id,
    // Invariant: not empty.
    by: Vec<WantedBy<'e>>,
}

/// How one support wants a paper.
struct WantedBy<'e> {
    number: usize,
    bring: &'e Bring,
    place: Text,
}

impl Wanted<'_> {
    /// Where it is handed in, after the number of the first support.
    fn place(&self) -> (usize, Text) {
        let first = &self.by[0];
        match self.by.iter().all(|it| it.place == first.place) {
            true => (first.number, first.place.clone()),
            false => (0, words::text("几处都要", "Wanted at several places")),
        }
    }

    fn told(&self, catalog: &Catalog) -> ToBring {
        let said = words::paper(catalog, self.by[0].bring);
        let mut serves: Vec<usize> = self.by.iter().map(|it| it.number).collect();
        serves.dedup();
        let way = match getting(catalog, self.paper) {
            Getting::Issued => words::text("要请别处出具", "drawn up by others, so ask in time"),
            Getting::Form if 1 < serves.len() => words::text("每项各填一份", "one for each application"),
            Getting::Own | Getting::Form => Text::default(),
        };
        let note = words::join([said.note, way].into_iter().chain(self.special()), " · ", " · ");
        ToBring { paper: self.paper.clone(), label: said.name, note, serves }
    }

    /// What is special about it for one support or another, each once.
    fn special(&self) -> Vec<Text> {
        let mut special: Vec<(&Text, Vec<usize>)> = Vec::new();
        for by in self.by.iter().filter(|it| !it.bring.label.is_empty()) {
            match special.iter_mut().find(|it| it.0 == &by.bring.label) {
                Some(known) => known.1.push(by.number),
                None => special.push((&by.bring.label, vec![by.number])),
            }
        }
        special.into_iter().map(|(here, numbers)| self.with_numbers(here, &numbers)).collect()
    }

    /// Where it holds for some alone, it says for which.
    fn with_numbers(&self, here: &Text, numbers: &[usize]) -> Text {
        if numbers.len() == self.by.len() {
            return here.clone();
        }
        let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
        let (zh, en) = (numbers.join("、"), numbers.join(", "));
        words::text(format!("第 {zh} 项：{}", here.zh), format!("for no. {en}: {}", here.en))
    }
}

fn getting(catalog: &Catalog, paper: &Id) -> Getting {
    catalog.papers.get(paper).map(|it| it.getting).unwrap_or_default()
}

/// Where the papers go: the counter where there is one, else the portal.
fn where_to(edition: &Edition) -> Text {
    let counter = edition.places.iter().find(|it| it.channel == Channel::Counter);
    let first = counter.or(edition.places.first());
    first.map_or_else(|| words::text("到哪里办没有查到", "Where to apply was not found"), words::place)
}

impl Desk {
    /// What to do, by the reader's own list.
    pub fn to_do(&self) -> ToDo {
        to_do(&self.assessed())
    }

    /// Whether a paper is at hand for every support it is to serve.
    pub fn is_at_hand(&self, to_do: &ToDo, paper: &ToBring) -> bool {
        served(to_do, paper).all(|it| self.is_ticked(it.as_str(), paper.paper.as_str()))
    }

    /// Ticks a paper off for every support it is to serve, or takes the ticks away.
    pub fn tick_for_all(&mut self, paper: &str, on: bool, now: &str) -> Result<(), DeskError> {
        let to_do = self.to_do();
        let mut papers = to_do.stops.iter().flat_map(|it| &it.papers);
        let found = papers
            .find(|it| it.paper.as_str() == paper)
            .ok_or_else(|| DeskError::not_found("paper", paper))?;
        let policies: Vec<PolicyId> = served(&to_do, found).cloned().collect();
        for policy in policies {
            self.tick(policy.as_str(), paper, on, now)?;
        }
        Ok(())
    }
}

fn served<'t>(to_do: &'t ToDo, paper: &'t ToBring) -> impl Iterator<Item = &'t PolicyId> {
    paper.serves.iter().filter_map(|it| to_do.supports.get(it - 1)).map(|it| &it.policy)
}
