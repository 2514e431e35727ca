package org.lianji.items;

/** Whether a category or an item is shared (政务数据共享条例 §14). */
public enum Share {
    UNCONDITIONAL,
    CONDITIONAL,
    NOT_SHARED
}
