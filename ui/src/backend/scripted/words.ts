// Short ways to write sample data in both languages.
import type { Named } from "../../wire/Named";
import type { Status } from "../../wire/Status";
import type { Text } from "../../wire/Text";

export const t = (zh: string, en: string): Text => ({ zh, en });
export const NOTHING: Text = t("", "");
export const named = (id: string, zh: string, en: string): Named => ({ id, name: t(zh, en) });

export const LEVELS = {
  nation: named("nation", "国家", "National"),
  city: named("city", "上海市", "Shanghai"),
  district: named("district", "杨浦区", "Yangpu District"),
};
export const FAMILIES = {
  startup: named("startup", "创业补贴", "Start-up grants"),
  before: named("before", "创业前", "Before starting up"),
  hiring: named("hiring", "创业带动就业", "Hiring and jobs"),
  intern: named("intern", "见习基地", "Internship bases"),
  loan: named("loan", "融资", "Loans"),
  tax: named("tax", "税费", "Tax"),
};
export const IN_FORCE: Status = {
  value: "in-force", to_confirm: false,
  sentence: t("施行中，2026年11月核对", "In force, checked in November 2026"),
};
export const UNKNOWN: Status = {
  value: "unknown", to_confirm: true,
  sentence: t("最近一次见到它仍在实施是 2024年11月。申请前请打 12333 问一句。", "Last seen in force in November 2024. Ring 12333 before you apply."),
};
export const EXPIRED: Status = {
  value: "expired", to_confirm: false,
  sentence: t("2022年12月31日到期，已被 2023 年版取代。", "Expired on 31 December 2022; the 2023 edition took its place."),
};
