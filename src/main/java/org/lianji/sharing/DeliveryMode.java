package org.lianji.sharing;

/** How the data are delivered (政务数据共享条例 §23). */
enum DeliveryMode {
    API,
    EXPORT,
    FILE
}
