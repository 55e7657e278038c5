//! The verbs: verdicts with reasons, amounts, first days, the next question.
