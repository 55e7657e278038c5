// Sample people and counters.
import type { DirectoryPage } from "../../wire/DirectoryPage";
import type { Place } from "../../wire/Place";
import { named, NOTHING, t } from "./words";

const place = (id: string, name: [string, string], about: [string, string], more: Partial<Place> = {}): Place => ({
  id, name: t(...name), also: [], about: t(...about), address: NOTHING, hours: NOTHING, phone: [], url: null, open: NOTHING, as_of: "2026-11-20", sources: [], ...more,
});

export const DIRECTORY: DirectoryPage = {
  groups: [
    {
      kind: named("counter", "服务窗口", "Counters"),
      places: [
        place("centre", ["杨浦区就业促进中心", "Yangpu Employment Promotion Centre"], ["创业指导、补贴受理、担保贷款推荐。", "Start-up advice, grants, loan recommendations."], { address: t("杨浦区惠民路 800 号", "800 Huimin Road, Yangpu"), hours: t("工作日 9:00–11:30，13:30–17:00", "Working days 9:00–11:30, 13:30–17:00"), phone: ["021-6500 0000"], also: ["就促中心"] }),
        place("green", ["五角场街道社区事务受理服务中心", "Wujiaochang Community Affairs Service Centre"], ["创业绿色通道：先预约，专人接待。", "Green channel for founders: book first, one person sees you through."], { address: t("政立路 300 号", "300 Zhengli Road"), hours: t("周一至周六", "Monday to Saturday"), open: t("147 项可办事项里，只查到 23 项的名称。", "Of its 147 items only 23 were found by name.") }),
      ],
    },
    {
      kind: named("park", "园区", "Parks"),
      places: [
        place("fudan", ["复旦科技园", "Fudan Science Park"], ["大学科技园，孵化、融资对接、政策辅导。", "University science park: incubation, financing, policy advice."], { address: t("国泰路 11 号", "11 Guotai Road"), url: "https://example.org/fudan" }),
        place("valley", ["湾谷科技园", "Valley Technology Park"], ["软件和人工智能企业聚集的园区。", "A park of software and AI companies."], { address: t("国权北路 1688 号", "1688 North Guoquan Road"), open: t("电话没有查到", "No telephone number was found") }),
      ],
    },
    {
      kind: named("base", "见习基地与孵化器", "Bases and incubators"),
      places: [place("hub", ["创智天地孵化器", "KIC incubator"], ["早期团队工位，创业导师。", "Desks for early teams, mentors."], { hours: t("每天", "Daily") })],
    },
    {
      kind: named("hotline", "热线", "Hotlines"),
      places: [
        place("12333", ["人社热线 12333", "HRSS hotline 12333"], ["社保、就业、补贴政策咨询。", "Social insurance, employment, grants."], { phone: ["12333"], hours: t("工作日 9:00–17:00", "Working days 9:00–17:00") }),
        place("12366", ["税务热线 12366", "Tax hotline 12366"], ["税收优惠咨询。", "Tax relief."], { phone: ["12366"] }),
      ],
    },
  ],
};
