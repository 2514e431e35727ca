package org.lianji.upload;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.http.HttpStatus;

/** What can be wrong with a batch, a row of it, or a request about it. */
public enum ContributionCode implements Code {
    UNKNOWN_CATEGORY(
            404, "没有这个信息类，请按目录填写代码", "There is no such category: take a code of the catalogue"),
    NOT_THE_OWNER(403, "只有提供部门能向这个信息类入库", "Only the category's owner may contribute to it"),
    IDEMPOTENCY_KEY_MISSING(
            400,
            "请在 Idempotency-Key 中给出本批的编号：1 至 100 个可见 ASCII 字符",
            "Name the batch in Idempotency-Key: 1 to 100 visible ASCII characters"),
    IDEMPOTENCY_CONFLICT(
            409,
            "这个 Idempotency-Key 已用于其他内容，请换一个",
            "This Idempotency-Key was used with other content: take another"),
    ROWS_OF_OTHER_CATEGORY(400, "rows 应写在所报信息类的名下", "Put the rows under the name of the category"),
    TOO_MANY_ROWS(
            400, "一次最多 {max} 行，更多请用文件上传", "At most {max} rows a request: upload a file for more"),
    MEDIA_TYPE(
            415,
            "请用 text/csv（UTF-8 或 GB18030）或 application/x-ndjson",
            "Send text/csv (UTF-8 or GB18030) or application/x-ndjson"),
    CONTENT_ENCODING(415, "内容压缩只支持 gzip", "gzip is the only content encoding"),
    BROKEN_GZIP(
            400,
            "gzip 不完整或已损坏，请重新压缩上传；本次未入库",
            "The gzip data is cut or damaged: compress and send again; nothing was written"),
    BEHIND_GZIP(
            400,
            "gzip 结束之后还有不是 gzip 的内容，请重新压缩上传；本次未入库",
            "Something that is no gzip follows the end of the gzip data: compress and send again;"
                    + " nothing was written"),
    UPLOAD_TOO_LARGE(
            413,
            "文件超过 {maxBytes} 字节（解压后），请分成几批",
            "The file has more than {maxBytes} bytes unpacked: split it"),
    NO_ROOM_FOR_FILES(
            503,
            "暂时没有空间接收文件，请稍后再试；本次未入库",
            "There is no room for files now: try again later; nothing was written"),
    LOOKS_LIKE_UTF_8(
            400,
            "文件声明为 GB18030，内容却是 UTF-8：请声明 charset=UTF-8，或按 GB18030 重新导出；本次未入库",
            "The file is declared as GB18030 but is UTF-8: declare charset=UTF-8, or export it in"
                    + " GB18030; nothing was written"),
    LOOKS_LIKE_GB18030(
            400,
            "文件应为 UTF-8（没有声明字符集的按 UTF-8），内容却可按 GB18030 读成中文：确是 GB18030 的请声明"
                    + " charset=GB18030，或按 UTF-8 重新导出（确是 UTF-8 的，请写明"
                    + " charset=UTF-8）；本次未入库",
            "The file should be UTF-8, as declared or for want of a declaration, but can be read as"
                    + " Chinese in GB18030: if it is that, declare charset=GB18030, or export it in"
                    + " UTF-8 (if it is UTF-8, declare charset=UTF-8); nothing was written"),
    NO_CHINESE_IN_GB18030(
            400,
            "文件声明为 GB18030，按它读出的却不成中文：多半是 Big5 等其他字符集，请按 UTF-8 重新导出；本次未入库",
            "The file is declared as GB18030, but what it reads as is no Chinese: it may be Big5 or"
                    + " another character set; export it in UTF-8; nothing was written"),
    LOOKS_LIKE_GZIP(
            400,
            "内容是 gzip 压缩的，却没有声明：请加上 Content-Encoding: gzip，或不压缩上传；本次未入库",
            "The content is packed by gzip, which isn't declared: add Content-Encoding: gzip, or"
                    + " send it unpacked; nothing was written"),
    LOOKS_LIKE_A_WORKBOOK(
            400,
            "内容是电子表格或压缩包（xlsx、xls、zip），不是文本：请另存为 CSV（UTF-8）再上传；本次未入库",
            "The content is a workbook or an archive (xlsx, xls, zip) and no text: save it as CSV"
                    + " (UTF-8); nothing was written"),
    LOOKS_LIKE_UTF_16(
            400,
            "文件应为 UTF-8 或 GB18030，内容却是 UTF-16：请另存为 UTF-8 再上传；本次未入库",
            "The file should be UTF-8 or GB18030 but is UTF-16: save it as UTF-8; nothing was"
                    + " written"),
    NOT_UTF_8(
            400,
            "文件应为 UTF-8（没有声明字符集的按 UTF-8），第 {line} 行却有不是 UTF-8 的字节：GB18030（GBK）的请声明"
                    + " charset=GB18030，Big5、Windows-1252 等其他字符集的请按 UTF-8 重新导出；本次未入库",
            "The file should be UTF-8, as declared or for want of a declaration, but line"
                    + " {line} holds bytes that are not: declare charset=GB18030 if it is that"
                    + " (GBK), and export it in UTF-8 if it is Big5, Windows-1252 or another;"
                    + " nothing was written"),
    NOT_GB18030(
            400,
            "文件声明为 GB18030，第 {line} 行却有不是 GB18030 的字节：请核对字符集，重新导出；本次未入库",
            "The file is declared as GB18030, but line {line} holds bytes that are not:"
                    + " check the character set and export it again; nothing was written"),
    UNPACKS_TOO_FAR(
            413,
            "压缩文件解压后超过自身的 {ratio} 倍，请不压缩上传；本次未入库",
            "Unpacked, the file is more than {ratio} times as large: send it unpacked;"
                    + " nothing was written"),
    DAY_FULL(
            429,
            "本部门今天报送的已到上限（每天 {rowsPerDay} 行、解压后 {bytesPerDay} 字节），本次未入库："
                    + "请明天（北京时间）再传；一次性装载可请平台运维调高上限",
            "The department has sent what a day takes ({rowsPerDay} rows,"
                    + " {bytesPerDay} bytes unpacked), and nothing was written: send it"
                    + " tomorrow (Beijing time), or ask the operator for more room"),
    EMPTY_FILE(400, "文件是空的，CSV 至少要有表头", "The file is empty: a CSV file has a header at least"),
    UNKNOWN_COLUMN(
            400,
            "表头有目录中没有的列（{columns}；数字是列号），请删去或改名",
            "The header has columns unknown to the catalogue: remove or rename {columns} (a"
                    + " number is a position)"),
    MISSING_COLUMN(400, "表头缺必填的列（{columns}）", "The header lacks required columns: {columns}"),
    DUPLICATE_COLUMN(400, "表头有重复的列（{columns}）", "The header has columns twice: {columns}"),
    CSV_QUOTES(
            400,
            "CSV 第 {row} 行起引号不配对，请按 RFC 4180 书写；本次未入库",
            "Unbalanced CSV quotes from row {row} on, see RFC 4180; nothing was written"),
    ROW_TOO_LARGE(
            413,
            "第 {row} 行过大，每行不超过 {maxCharacters} 个字符；本次未入库",
            "Row {row} has more than {maxCharacters} characters; nothing was written"),
    BATCH_NOT_FOUND(404, "没有这个批次", "There is no such batch"),
    REJECTS_EXPIRED(
            410,
            "未入库的行已过保存期，不再提供文件；各行的原因仍可在回执中查到",
            "The rejected rows are past their time and were deleted; the receipt still tells what"
                    + " was wrong with each"),
    REJECTS_OTHER_KEY(
            409,
            "未入库的行是用另一把身份密钥加密的，无法读取；请恢复原密钥，或换一个 Idempotency-Key 重新上传该文件",
            "The rejected rows were encrypted with another identity key: restore that key, or send"
                    + " the file again under a new Idempotency-Key"),
    EXCEL_TAKES_CSV(
            400,
            "这一批是 NDJSON，没有供电子表格打开的形式；请去掉 excel 参数",
            "The batch came as NDJSON, which no spreadsheet opens: leave out the parameter excel"),
    RECORD_NOT_FOUND(404, "没有这条现行库记录", "There is no such current record"),
    WHICH_RECORD(400, "请给出 record，或者 category 和 recordNo", "Give record, or category and recordNo"),
    REASON_MISSING(400, "请写明撤回理由（1 至 500 个字符）", "Give the reason, 1 to 500 characters"),

    BAD_JSON(400, "这一行不是 JSON 对象", "The line is no JSON object"),
    DUPLICATE_KEY(400, "同一行内键名重复", "A key appears twice in the row"),
    UNKNOWN_FIELD(400, "目录中没有这个数据项，请删去或改名", "The catalogue has no such item: remove or rename it"),
    COLUMN_COUNT(
            400,
            "单元格数与表头不符，请检查逗号和引号",
            "The number of cells differs from the header: check commas and quotes"),
    REQUIRED(400, "必填项没有填", "A required value is missing"),
    LIST_EXPECTED(400, "应为列表", "Expected a list"),
    SINGLE_EXPECTED(400, "应为单个值", "Expected a single value"),
    LIST_TOO_LONG(400, "列表最多 {max} 个值", "A list has at most {max} values"),
    UNKNOWN_REGION(
            400,
            "没有这个行政区划代码：本市填到嘎查村、社区（见 regions 查询），外地至少到县级",
            "There is no such region: in the city take a code from the query regions, elsewhere one"
                    + " down to the county"),
    NAME_DIFFERS(
            400,
            "库中这个公民身份号码是另一个姓名，未关联到人，待人工核实：请核对号码和姓名，有误的更正后重报",
            "The library has another name for this ID number, so the row is linked to no one until"
                    + " it is reviewed: check number and name, and send it corrected where one is"
                    + " wrong"),
    VALIDITY_ORDER(400, "有效期止早于有效期起", "Valid to a day before it is valid from"),
    SAME_TIME_OTHER_CONTENT(
            409,
            "同一记录编号、同一时刻已有不同内容；更正请用新的 observedAt",
            "The same record number and time has other content: correct it with a new observedAt");

    private final int status;
    private final String zh;
    private final String en;

    ContributionCode(int status, String zh, String en) {
        this.status = status;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public HttpStatus httpStatus() {
        return HttpStatus.valueOf(status);
    }

    @Override
    public ErrorType type() {
        return switch (status) {
            case 403 -> ErrorType.FORBIDDEN;
            case 404 -> ErrorType.NOT_FOUND;
            case 503 -> ErrorType.INTERNAL_ERROR;
            default -> ErrorType.BAD_REQUEST;
        };
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
