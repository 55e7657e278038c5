//! What each key of the format says, for whoever writes it: shown by editors and in the list of keys.

use super::form::{Form, Key};

/// What a key says.
#[derive(Debug)]
pub(crate) struct Meaning {
    /// As it is written.
    pub(crate) key: &'static str,
    /// In Chinese.
    pub(crate) zh: &'static str,
    /// In English.
    pub(crate) en: &'static str,
}

/// What a key of a form says: the words for that form, else those that hold wherever the key stands.
pub(crate) fn meaning(form: &Form, key: &Key) -> Option<&'static Meaning> {
    let of = |name: &str| {
        let meanings = MEANINGS.iter().find(|(form, _)| *form == name).map_or(&[][..], |(_, all)| all);
        meanings.iter().find(|it| it.key == key.name)
    };
    of(form.name).or_else(|| of(ANYWHERE))
}

const fn says(key: &'static str, zh: &'static str, en: &'static str) -> Meaning {
    Meaning { key, zh, en }
}

/// Keys that say the same wherever they stand.
const ANYWHERE: &str = "";

/// By the names of the forms.
static MEANINGS: &[(&str, &[Meaning])] = &[
    (
        ANYWHERE,
        &[
            says("id", "编号，别处用它来指", "what other places call it"),
            says("zh", "给人看的中文", "what people read, in Chinese"),
            says("en", "给人看的英文", "what people read, in English"),
            says("cite", "正文里带 {#编号} 的那一段", "the place of the text that ends in {#id}"),
            says("test", "一句算式，成立就符合", "a formula; where it holds, so does this"),
            says("any", "符合其中一项即可", "one of these parts is enough"),
            says("all", "各项都要符合", "all of these parts are needed"),
            says("not", "这一项不能成立", "this part must not hold"),
            says("officer", "只有经办部门能认定", "only the office can judge"),
            says("unit", "单位", "the unit"),
            says("records", "依据的材料编号", "the records it was written from"),
            says(
                "of",
                "属于哪个名册的每一项；不写就是整个单位",
                "the list whose entries it is told of; the enterprise where left out",
            ),
            says("topic", "问题归在哪个话题", "the topic that the question belongs to"),
            says(
                "changeable",
                "能不能自己决定去改：只增、只减、都行",
                "in which direction one can decide to change it",
            ),
            says("effort", "改起来多难，1 到 3", "how hard that is, from 1 to 3"),
            says("ask", "怎么问", "the question"),
            says(
                "help",
                "到哪里找答案：哪份文件、哪个页面",
                "how to find the answer: which document, which screen",
            ),
            says("issuer", "发文单位的全称", "the issuing offices by their full names"),
            says("url", "网址，可以公开才写", "the address, only where it may be published"),
            says("source", "出处", "where it was read"),
            says("excludes", "不能同享的政策", "what cannot be had beside it"),
            says("summary", "一句话：谁、凭什么、得多少", "in one sentence: who gets how much for what"),
            says("number", "文号", "the official number"),
            says("given", "已知的情况：事实和它的值", "what is known: facts and their values"),
        ],
    ),
    (
        "a pack",
        &[
            says("title", "政策包的名称", "the name of the pack"),
            says(
                "recheck_months",
                "出处隔几个月要再看一遍",
                "after how many months a source has to be looked at again",
            ),
            says("version", "版本", "the version"),
            says("published", "发布日期", "the day it was put out"),
            says("covers", "包含什么、不包含什么", "what it covers, and what not"),
            says("checked", "怎么核对的", "how it was checked"),
            says("level", "哪一级给的：国家、市、区", "who gives: nation, city, district"),
            says("family", "政策的类别", "what policies belong together"),
            says(
                "topic",
                "问题的话题，按问的先后排",
                "the topics of questions, in the order in which they are asked",
            ),
        ],
    ),
    (
        "a file of accepted remarks",
        &[says("accepted", "看过、认可的提醒", "remarks that are right as they are")],
    ),
    (
        "a remark that is accepted",
        &[
            says("remark", "提醒的代码，方括号里的那个", "the code of the remark, as it stands in brackets"),
            says("about", "说的是什么，照打印的写", "what it is about, as it is printed"),
            says("files", "在哪些文件里", "in which files"),
            says("reason", "为什么这样是对的", "why it is right as it is"),
        ],
    ),
    ("a file of cases of facts", &[says("case", "推算出的事实的例子", "examples of derived facts")]),
    (
        "a case of facts",
        &[
            says("name", "说明什么，一句话", "what it shows, in a sentence"),
            says("on", "看的那一天", "the day that is looked at"),
            says("given", "和共有情况不同的地方", "what differs from what all share"),
            says("assume", "直接设定别的推算出的事实", "other derived facts set for its own sake"),
            says("holds", "应当成立的算式", "formulas that have to hold"),
        ],
    ),
    (
        "a file of cases of parameters",
        &[says(
            "case",
            "数字的例子：再抄一遍，两遍要一样",
            "the figures once more: both copies have to agree",
        )],
    ),
    (
        "a case of a parameter",
        &[
            says("parameter", "哪个数字", "which parameter"),
            says("figures", "它在各段时间的数", "its figures, stretch by stretch"),
        ],
    ),
    (
        "a figure",
        &[
            says("from", "从哪天起", "the first day of the stretch"),
            says("to", "到哪天止", "the last day of the stretch"),
            says("value", "数", "the figure"),
            says(
                "bracket",
                "分段表里各数所在的档",
                "of a table: the rate of the slice in which a number lies",
            ),
            says("marginal", "分段表对各数累加的结果", "of a table: what the slices of a number add up to"),
        ],
    ),
    (
        "a file of facts",
        &[
            says("fact", "要问的事实", "facts to ask for"),
            says(
                "list",
                "名册：同一类有好几项，如新招的人",
                "lists: several of a kind, such as people hired",
            ),
            says("derived", "由别的事实算出来的", "facts that are computed"),
            says("never", "不可能同时成立的情况", "what cannot be so"),
            says(
                "group",
                "法律照顾的人群，用来说“再招一个这样的人”",
                "whom the law supports, for “one more such person”",
            ),
        ],
    ),
    (
        "a fact",
        &[
            says("type", "答案是哪一种", "what kind of answer it has"),
            says("min", "最小的答案", "the least answer"),
            says("max", "最大的答案", "the greatest answer"),
            says(
                "bands",
                "不确切知道时可选的区间；[300] 是 300 及以上",
                "ranges for those who do not know exactly; [300] is open at the top",
            ),
            says("options", "选项", "the options"),
            says("ask_if", "什么时候才问", "when it is asked at all"),
            says("otherwise", "不问时当作什么", "its value where it is not asked"),
            says("precision", "只要年月就写 month", "`month` where the day does not matter"),
            says("name", "答案的短名", "what the answer is called in short"),
        ],
    ),
    (
        "a list",
        &[
            says("at_most", "最多几项", "how many at most"),
            says("name", "名册叫什么", "what the list is called"),
            says("one", "一项叫什么", "what one entry is called"),
        ],
    ),
    ("a derived fact", &[says("value", "怎么算", "how it is computed")]),
    (
        "what is given of a group",
        &[says("fact", "哪个事实", "which fact"), says("value", "是什么", "what it is")],
    ),
    ("a file of parameters", &[says("parameter", "每年变的公开数字", "public figures with their dates")]),
    (
        "a parameter",
        &[says(
            "values",
            "各段时间的数，下一个 from 之前都有效",
            "its figures, each holding until the next one's `from`",
        )],
    ),
    (
        "a value of a parameter",
        &[
            says("from", "从哪天起", "its first day"),
            says("to", "到哪天止；后面还有就不写", "its last day, only where nothing follows"),
            says("precision", "只知道年份就写 year", "`year` where the day is not known"),
            says("value", "数", "the figure"),
            says("tiers", "分段的表", "a table of rates by slice"),
            says("source", "出处", "where it was read"),
        ],
    ),
    (
        "a tier",
        &[says("above", "超过多少的部分", "where the slice begins"), says("rate", "按多少算", "its rate")],
    ),
    ("a file of papers", &[says("paper", "要带的材料", "what one brings")]),
    (
        "a paper",
        &[
            says("form", "原件、复印件还是网上传", "original, copy, or sent online"),
            says("issuer", "谁出的", "who issues it"),
            says("copies", "几份", "how many"),
            says(
                "get",
                "怎么来：请别处出具，自己有或自己准备（不写就是它），还是每项申请各填一份",
                "how one comes by it: others issue it, one has or makes it (where left out), or a form for each application",
            ),
        ],
    ),
    ("a file of the directory", &[says("place", "帮得上忙的地方和人", "people and counters that help")]),
    (
        "a directory entry",
        &[
            says("kind", "是哪一种", "what it is"),
            says("also", "别的叫法", "other names people use"),
            says("about", "是什么、做什么", "what it is and does"),
            says("address", "地址", "where it is"),
            says("hours", "开放时间", "when it is open"),
            says("phone", "电话", "its numbers"),
            says("open", "没有查到、拿不准的", "what was not found or is not certain"),
            says("as_of", "最新证据的日期", "the day of the newest evidence"),
        ],
    ),
    ("the synonyms", &[says("synonym", "同一个意思的不同说法", "founder's words for policy words")]),
    (
        "a synonym",
        &[
            says("words", "人们怎么说", "what people write"),
            says("means", "政策里怎么说", "what policies say"),
        ],
    ),
    (
        "a policy",
        &[
            says("title", "平常怎么叫它", "as people call it"),
            says("official", "文件里的名称，一字不改", "the name in the document, unchanged"),
            says("level", "哪一级给的", "who gives it"),
            says("family", "类别，也是它所在的文件夹", "its family, which is its folder"),
            says("for", "给谁", "for whom"),
            says("questions", "人们怎么问起它", "how people ask for it"),
            says("supersedes", "它代替了哪些政策", "what it took the place of"),
            says("needs", "须先取得的资格", "recognitions one must hold first"),
            says("held", "说明已经取得它的那个事实", "the fact that says one holds it"),
        ],
    ),
    (
        "the questions of a policy",
        &[
            says("zh", "中文三到五句，像创业者那样问", "three to five in Chinese, as a founder would ask"),
            says("en", "英文三到五句", "three to five in English"),
        ],
    ),
    (
        "an exclusion",
        &[
            says("policy", "哪项政策", "the other policy"),
            says(
                "each",
                "只是同一个人不能两边都用时，写名册",
                "the list whose entries may serve one of the two only",
            ),
        ],
    ),
    (
        "an edition",
        &[
            says("valid", "从哪天到哪天有效", "from when to when it holds"),
            says("status", "查证那天的情况", "what it was found to be, and on which day"),
            says("for_each", "按名册里的每个人看", "the list that the rule goes over"),
            says("notice", "依据的文件", "the document it is from"),
            says("condition", "对单位的条件，全部要符合", "conditions on the enterprise; all are needed"),
            says("each", "对每个人的条件", "conditions on each entry"),
            says("window", "什么时候可以申请", "when one can apply"),
            says("amount", "得多少", "what one gets"),
            says("bring", "带什么", "what one brings"),
            says("where", "在哪里办", "where one applies"),
        ],
    ),
    (
        "the validity of an edition",
        &[
            says("from", "首日", "the first day"),
            says("to", "末日，知道才写", "the last day, where it is known"),
            says(
                "by",
                "按哪个事实的日子选版本，如入职日期",
                "the fact whose day picks the edition, such as the day of hiring",
            ),
            says("precision", "只知道月或年", "`month` or `year` where the day is not known"),
        ],
    ),
    (
        "the status of an edition",
        &[
            says("value", "施行中、已失效、被替代、不清楚", "in force, expired, superseded, unknown"),
            says("as_of", "哪天看到的", "the day that the evidence speaks for"),
        ],
    ),
    ("a notice", &[says("title", "文件标题", "its official title")]),
    (
        "a window",
        &[
            says("opens", "首日", "the first day"),
            says("closes", "末日，含当天", "the last day, which counts"),
        ],
    ),
    (
        "an amount",
        &[
            says(
                "kind",
                "是哪一种：补贴、报销、减税、贷款、贴息、服务",
                "what it is: grant, reimbursement, tax relief, loan, interest subsidy, service",
            ),
            says(
                "value",
                "整个单位得多少；文件没写就不写",
                "how much for the enterprise; left out where the document does not say",
            ),
            says("each_value", "每个人得多少，加起来", "how much for each person, added up"),
            says(
                "up_to",
                "写出的金额是上限，实际给多少由发放的一方定",
                "what is written is a ceiling; whoever grants it decides how much",
            ),
            says(
                "within",
                "从哪里出，如当年要缴的税：这一项、以及所有写着同一个 within 的金额加起来，都不超过它；只用于没有起止日期的金额",
                "what it is drawn from, such as the tax of the year: neither this amount nor all that name the same are ever more; \
                 only for an amount without first and last day",
            ),
            says(
                "unit",
                "不是钱时的单位，如 percent、sessions",
                "the unit where it is not money: percent, sessions",
            ),
            says("per", "一次、每月还是每年", "once, a month or a year"),
            says("from", "从哪天算起", "its first day"),
            says("until", "到哪天止", "its last day"),
            says("for_months", "给几个月", "for how many months"),
        ],
    ),
    ("a paper to bring", &[says("paper", "哪份材料，见 papers/", "which paper, from papers/")]),
    (
        "a place to apply",
        &[says("channel", "网上、窗口，还是不用申请", "online, at a counter, or nobody applies")],
    ),
    (
        "a source",
        &[
            says("title", "标题", "its title"),
            says("issuer", "谁发的", "who issued it"),
            says("date", "日期，年月日、年月或年", "its date: a day, a month or a year"),
            says("kind", "离主管部门多近", "how near it is to the office"),
            says("supports", "支持哪些内容", "what it supports"),
            says("checked", "哪天看的", "the day it was looked at"),
        ],
    ),
    (
        "a file of cases",
        &[says("given", "每个例子共有的情况", "what all examples share"), says("case", "例子", "examples")],
    ),
    (
        "a case",
        &[
            says("name", "说明什么，一句话", "what it shows, in a sentence"),
            says("on", "评估的那一天", "the day of assessment"),
            says("given", "和共有情况不同的地方", "what differs from what all share"),
            says("assume", "直接设定推算出的事实", "derived facts set for its own sake"),
            says("verdict", "应得的结论", "what should come out"),
            says("unmet", "不符合的条件", "the conditions that are unmet"),
            says("officer", "由部门认定的条件", "the conditions that the office decides"),
            says("missing", "还缺的事实", "the facts that are still needed"),
            says("amounts", "金额：[最低, 最高]", "the amounts: [lowest, highest]"),
            says("closes", "最后一个申请期的末日", "the last day of the last window"),
            says("eligible_from", "从哪天起符合", "the first day on which it will be eligible"),
            says("standing", "名册里每一项的情况", "how each entry stands"),
        ],
    ),
    ("a file of mutants", &[says("mutant", "没有例子能发现的改动", "changes that no case can notice")]),
    (
        "changes that no case can notice",
        &[
            says("file", "哪个文件", "in which file"),
            says("what", "改动，照打印的写", "the changes as they are printed"),
            says("reason", "为什么发现不了", "why no case can notice"),
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::{ANYWHERE, MEANINGS, meaning};
    use crate::read::{
        form::Form,
        forms::{self, tables_of},
    };

    #[test]
    fn every_key_has_its_meaning_and_every_meaning_a_key() {
        let mut tables: Vec<&'static Form> = Vec::new();
        forms::FILES.iter().for_each(|(_, form)| tables_of(form, &mut tables));
        let keys = || tables.iter().flat_map(|form| form.keys.iter().map(move |key| (*form, key)));
        let mute: Vec<String> = keys()
            .filter(|(form, key)| meaning(form, key).is_none())
            .map(|(form, key)| format!("{}: {}", form.name, key.name))
            .collect();
        assert_eq!(mute, Vec::<String>::new(), "keys without words");
        let idle: Vec<String> = MEANINGS
            .iter()
            .flat_map(|(name, all)| all.iter().map(move |it| (*name, it.key)))
            .filter(|(name, key)| {
                !keys().any(|(form, it)| it.name == *key && (*name == ANYWHERE || form.name == *name))
            })
            .map(|(name, key)| format!("{name}: {key}"))
            .collect();
        assert_eq!(idle, Vec::<String>::new(), "words without a key");
    }
}
