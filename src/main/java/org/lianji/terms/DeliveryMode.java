package org.lianji.terms;

/** How the data are delivered (政务数据共享条例 §23). */
public enum DeliveryMode {
    API,
    EXPORT,
    FILE
}
