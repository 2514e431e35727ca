package org.lianji.payment;

/** What is different from the month before (新增、增发、减发、停发、自然减员). */
enum PaymentChange {
    FIRST("新增"),
    UNCHANGED("不变"),
    RAISED("增发"),
    LOWERED("减发"),
    ARREARS("补发"),
    SUSPENDED("暂停"),
    STOPPED("停发"),
    DECEASED("自然减员");

    private final String zh;

    PaymentChange(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }
}
