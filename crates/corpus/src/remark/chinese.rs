//! The kinds of mistakes in Chinese.
//!
//! The sentence of a remark is English. Here each kind has its Chinese words, and the names that the sentence quotes stand
//! behind them, so that nobody needs English to find the place and to know what is meant.

/// What is wrong: its kind, and the names that the English sentence quotes.
pub(super) fn said(code: &str, message: &str) -> String {
    let (kind, names) = (kind(code), quoted(message).join("、"));
    if names.is_empty() { kind.to_owned() } else { format!("{kind}：{names}") }
}

/// What stands between backticks, with them.
fn quoted(said: &str) -> Vec<String> {
    said.split('`').skip(1).step_by(2).map(|it| format!("`{it}`")).collect()
}

fn kind(code: &str) -> &'static str {
    of_files(code).or_else(|| of_a_second_look(code)).or_else(|| of_expressions(code)).unwrap_or("这里有问题")
}

fn of_files(code: &str) -> Option<&'static str> {
    Some(match code {
        "toml" => "不是正确的 TOML",
        "not-utf-8" => "文件不是 UTF-8 编码，请另存为 UTF-8",
        "unreadable-file" => "这个文件读不了",
        "missing-file" => "缺少文件",
        "stray-file" => "文件不在该在的位置，没有读",
        "unknown-key" => "格式里没有这个键",
        "missing-key" => "缺少必须写的键",
        "wanted-key" => "发布前最好写上",
        "key-without-effect" => "写了也不起作用的键",
        "missing-label" => "缺少文字说明",
        "missing-language" => "缺少一种语言的文字，会用另一种代替",
        "wrong-value" => "值不对",
        "float" => "小数要写成字符串，如 \"0.16\"",
        "escape" => "表达式里不能用转义",
        "declared-twice" => "重复了",
        "one-way" => "只能选一种写法",
        "needs-for-each" => "要在规则开头写 `for_each`",
        "needs-value" => "`up_to`、`within` 要有 `value` 或 `each_value`",
        "same-day" => "两个版本同一天开始",
        "overlapping" => "两个版本的有效期重叠",
        "left-out" => "引用的内容有错，这一项没有载入",
        "circle" => "绕了一圈又回到自己",
        "asks-a-policy" => "这里不能用其他政策的结论",
        "other-family" => "写的种类和所在文件夹不一致",
        "uncited" => "这个条件没有注明依据哪一条（`cite`）",
        "dangling-citation" => "正文里没有这一条",
        "bad-anchor" => "条款标记写得不对",
        "bad-link" => "链接写得不对",
        "markdown" => "正文用了这里不支持的写法",
        "constant-test" => "这个判断的结果永远一样",
        "month-too-long" => "这样写会多算将近一个月",
        "unknown-figure" => "有些日子没有这个标准的数值",
        "unused" => "没有任何政策用到它",
        "no-cases" => "没有例子说明这个版本的意思（`cases.toml`）",
        "never" => "例子里的企业不可能存在",
        "wrong-fact" => "例子里的情况写得不对",
        "stale-reason" => "理由所说的改动已经不存在",
        _ => return None,
    })
}

/// What is not wrong and yet not as it should be.
fn of_a_second_look(code: &str) -> Option<&'static str> {
    Some(match code {
        "always-asked" => "不管前面怎么答，这个问题都会问",
        "checked-ahead" => "来源的核对日期在今天之后",
        "contradiction" => "这些条件不可能同时符合",
        "copied-over" => "两种语言的文字一模一样",
        "gap" => "两个版本之间有一段日子没有版本",
        "never-asked" => "这个问题永远不会问到",
        "never-fails" => "不管怎么答都符合",
        "never-met" => "不管怎么答都不符合",
        "never-open" => "受理期永远不会开",
        "one-sided" => "对方没有写明不能兼得",
        "questions" => "提问太少、太多或与别的政策重复，查找会偏向一边",
        "other-anchors" => "两种语言的条款标记不一致",
        "stale-source" => "来源很久没有核对了",
        "told-differently" => "同一件事在两处说法不一样",
        "unreachable" => "永远走不到这一支",
        "untranslated" => "文字不是这种语言写的",
        "unused-option" => "没有规则区分这个选项",
        "useless-part" => "这一部分有没有都一样",
        _ => return None,
    })
}

fn of_expressions(code: &str) -> Option<&'static str> {
    Some(match code {
        "syntax" => "这个表达式看不懂",
        "foreign-sign" => "用了其他语言或中文输入法的符号",
        "bad-number" => "这不是一个数",
        "bad-date" => "日历上没有这一天",
        "bad-id" => "编号只能用小写字母、数字和连字符",
        "too-deep" => "嵌套太深",
        "chained-comparison" => "比较不能连着写，请用 `and` 连接",
        "needs-parentheses" => "这里要加括号",
        "unknown-name" => "没有这个名称",
        "unknown-function" => "没有这个函数",
        "unknown-option" => "没有这个选项",
        "unknown-list" => "没有这个名册",
        "unknown-parameter" => "没有这个参数",
        "unknown-policy" => "没有这项政策",
        "unknown-amount" => "这项政策没有这笔金额",
        "broken-name" => "它自己的写法有错，请先改好它",
        "wrong-type" => "类型不对",
        "wrong-arguments" => "函数的参数不对",
        "wrong-parameter" => "这里要的是单个数值或分档表，给的是另一种",
        "missing-else" => "`match` 缺少 `else`",
        "outside-entry" => "这里没有逐人计算，不能用每个人的情况",
        "outside-amount" => "`counted` 只能用在按人计算的金额里",
        "nested-list" => "名册的函数不能互相嵌套",
        "nested-months" => "`months` 不能嵌套",
        "money-times-money" => "金额不能乘以金额",
        "number-over-money" => "数不能除以金额",
        "division-by-zero" => "不能除以 0",
        "no-common-option" => "两者没有相同的选项，永远不会相等",
        "misplaced-range" => "这里要一个值，不能是范围或列表",
        "empty-range" => "范围是空的",
        "too-many-options" => "不同的选项太多了",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every kind of remark, as its author is told of it.
    const SHOWN: &str = concat!(
        include_str!("../../tests/broken.rs"),
        include_str!("../../tests/languages.rs"),
        include_str!("../../tests/reasoning.rs"),
        include_str!("../../tests/second_look.rs"),
    );

    #[test]
    fn every_kind_of_mistake_has_its_words() {
        let of_files = SHOWN.lines().filter_map(|it| {
            let it = it.trim_start();
            let it = it.strip_prefix("error[").or_else(|| it.strip_prefix("warning["))?;
            Some(it.split_once(']')?.0)
        });
        let of_expressions = policy::lang::Code::ALL.iter().map(|it| it.as_str());
        let untold: Vec<&str> = of_files.chain(of_expressions).filter(|it| kind(it) == kind("")).collect();
        assert_eq!(untold, [""; 0]);
    }

    #[test]
    fn what_is_quoted_stands_behind_the_words() {
        assert_eq!(said("unknown-key", "`tilte` is not a key of a policy"), "格式里没有这个键：`tilte`");
        assert_eq!(said("stale-source", "the source is old"), "来源很久没有核对了");
    }
}
