package org.lianji.items;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with one value; the texts say what to do and never repeat the value. */
public enum ValueCode implements Code {
    NOT_A_TEXT("应为文字，请加引号", "Expected text: put it in quotes"),
    TEXT_TOO_LONG("文字过长，请不超过 {maxLength} 个字符", "Too long: keep to {maxLength} characters"),
    TEXT_LENGTH(
            "字符数不对，应正好为 {length} 个字符", "Wrong length: it must have exactly {length} characters"),
    CONTROL_CHARACTER(
            "含有控制字符（如 NUL；编号中也不能换行），请删去",
            "Holds a control character such as NUL, or in a number a line feed: remove it"),
    FORMAT_CHARACTER(
            "编号和姓名中不能有看不见的格式字符（{codePoint}），请删去",
            "Numbers and names must not hold {codePoint}, a format character that nobody"
                    + " sees: remove it"),
    FORMULA_START(
            "编号不能以 =、+、-、@ 开头，电子表格会把它当作公式，请去掉",
            "A number must not begin with =, +, - or @, which a spreadsheet takes for a formula:"
                    + " remove it"),
    BROKEN_ENCODING(
            "编码损坏，请按声明的字符集（UTF-8 或 GB18030）重新导出",
            "Broken encoding: export again in the declared character set (UTF-8 or GB18030)"),
    NOT_A_NUMBER(
            "应为数字，只写数字、负号和小数点", "Expected a number: digits, minus sign and decimal point only"),
    NOT_WHOLE("应为整数，请去掉小数", "Expected a whole number: no decimals"),
    NOT_FINITE("不能是 NaN 或 Infinity，没有数值请留空", "NaN and Infinity are no values: leave it empty"),
    EXPONENT("不能用科学计数法，请写出全部数字", "No scientific notation: write all digits"),
    OUT_OF_RANGE("超出允许的范围（{range}）", "Outside the range: {range}"),
    NOT_A_BOOLEAN("应为 true 或 false（是、否）", "Expected true or false"),
    AMOUNT_FORMAT(
            "金额应写成元，如 712.00，不带货币符号和千分位",
            "Write the amount in CNY such as 712.00, without symbol or separators"),
    AMOUNT_DECIMALS("金额最多两位小数", "An amount has at most two decimals"),
    DATE_FORMAT(
            "日期应写成 yyyy-MM-dd，如 2026-03-01", "Write the date as yyyy-MM-dd, such as 2026-03-01"),
    NO_SUCH_DATE("没有这一天，请核对日期", "There is no such day: check the date"),
    DATE_IN_FUTURE("不能晚于今天，请核对日期", "Must not be after today: check the date"),
    DATE_TOO_EARLY(
            "早于 1900 年，请核对日期；不知道的不要填",
            "Before 1900: check the date, and leave out one that isn't known"),
    DATE_TIME_FORMAT(
            "时刻应带时区，如 2026-03-01T08:00:00+08:00",
            "Write the instant with its offset, such as 2026-03-01T08:00:00+08:00"),
    YEAR_MONTH_FORMAT("年月应写成 yyyy-MM，如 2026-03", "Write the month as yyyy-MM, such as 2026-03"),
    UNKNOWN_VALUE(
            "不在取值范围内，请用目录所列的代码或中文",
            "Not one of the listed values: use a code or label of the catalogue"),
    ID_FORMAT(
            "公民身份号码应为 18 位：17 位数字加校验码",
            "An ID number has 18 characters: 17 digits and a check character"),
    ID_15_DIGITS(
            "不接受 15 位旧号码，请填 18 位号码",
            "Old 15-digit numbers are not accepted: give the 18-digit one"),
    ID_BIRTH_DATE(
            "号码中的出生日期不存在或晚于今天，请核对",
            "The birth date in the number does not exist or is in the future: check it"),
    ID_CHECK_DIGIT(
            "公民身份号码校验码不符，请核对号码", "The ID number's check character is wrong: check the number"),
    CERTIFICATE_FORMAT(
            "残疾人证号应为 20 位：公民身份号码、残疾类别（1 至 7）、残疾等级（1 至 4）",
            "A disability certificate's number has 20 characters: ID number, kind 1 to 7, grade 1"
                    + " to 4"),
    REGION_FORMAT("行政区划代码应为 12 位数字，不足补 0", "A region code has 12 digits, padded with 0"),
    UNIFIED_CODE_FORMAT(
            "统一社会信用代码应为 18 位数字或大写字母（无 I、O、S、V、Z）",
            "A unified code has 18 digits or capitals, without I, O, S, V, Z"),
    UNIFIED_CODE_PARTS(
            "统一社会信用代码的{part} 段不存在（AUTHORITY 登记管理部门、KIND 机构类别、REGION 行政区划、BODY 主体标识码），请核对",
            "The unified code's part {part} does not exist (registering authority, kind,"
                    + " region or organisation code): check the code"),
    UNIFIED_CODE_CHECK_DIGIT(
            "统一社会信用代码校验码不符，请核对", "The unified code's check character is wrong: check the code");

    private final String zh;
    private final String en;

    ValueCode(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public ErrorType type() {
        return ErrorType.BAD_REQUEST;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
