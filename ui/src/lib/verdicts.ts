// The words and tones of verdicts and outcomes. Ineligible is grey: it is a result, not an error.
import { m } from "../paraglide/messages.js";
import type { Outcome } from "../wire/Outcome";
import type { StandingOutcome } from "../wire/StandingOutcome";
import type { StatusValue } from "../wire/StatusValue";
import type { Verdict } from "../wire/Verdict";

/** A colour that has a meaning; its picture has the same name. */
export type Tone = "yes" | "ask" | "soon" | "no" | "shut" | "office";

export const VERDICT_TONE: Record<Verdict, Tone> = {
  eligible: "yes", undetermined: "ask", upcoming: "soon", ineligible: "no", missed: "shut",
};

export const OUTCOME_TONE: Record<Outcome, Tone> = { met: "yes", unmet: "no", unknown: "ask", officer: "office" };

export const STANDING_TONE: Record<StandingOutcome, Tone> = {
  ...OUTCOME_TONE, "other-edition": "no", "not-yet": "soon",
};

const VERDICT_WORD: Record<Verdict, () => string> = {
  eligible: m.verdict_eligible, undetermined: m.verdict_undetermined, upcoming: m.verdict_upcoming,
  ineligible: m.verdict_ineligible, missed: m.verdict_missed,
};

const OUTCOME_WORD: Record<Outcome, () => string> = {
  met: m.outcome_met, unmet: m.outcome_unmet, unknown: m.outcome_unknown, officer: m.outcome_officer,
};

const STANDING_WORD: Record<StandingOutcome, () => string> = {
  met: m.standing_met, unmet: m.standing_unmet, unknown: m.standing_unknown, officer: m.standing_officer,
  "other-edition": m.standing_other_edition, "not-yet": m.standing_not_yet,
};

const STATUS_WORD: Record<StatusValue, () => string> = {
  "in-force": m.status_in_force, expired: m.status_expired, superseded: m.status_superseded, unknown: m.status_unknown,
};

export const verdictWord = (verdict: Verdict, automatic: boolean): string =>
  verdict === "eligible" && automatic ? m.verdict_automatic() : VERDICT_WORD[verdict]();
export const outcomeWord = (outcome: Outcome): string => OUTCOME_WORD[outcome]();
export const standingWord = (outcome: StandingOutcome): string => STANDING_WORD[outcome]();
export const statusWord = (status: StatusValue): string => STATUS_WORD[status]();
