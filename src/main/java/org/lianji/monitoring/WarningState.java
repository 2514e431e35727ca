package org.lianji.monitoring;

/** Where a warning stands (国办发〔2023〕39号 第四条: 预警—核实—处置—反馈). */
enum WarningState {
    RAISED,
    PUSHED,
    CLAIMED,
    VERIFYING,
    FALSE_ALARM,
    CONFIRMED,
    DISPOSED,
    FED_BACK,
    CLOSED,
    WITHDRAWN;

    /** {@return whether somebody is still to do something} */
    boolean open() {
        return this != FALSE_ALARM && this != CLOSED && this != WITHDRAWN;
    }
}
