package org.lianji.terms;

/** Where an agreement stands (政务数据共享条例 §§20-27). */
public enum AgreementState {
    DRAFT,
    HEAD_SIGNED,
    SUBMITTED,
    MORE_MATERIAL,
    APPROVED,
    REFUSED,
    DELIVERED,
    ACTIVE,
    SUSPENDED,
    RECTIFIED,
    TERMINATED,
    EXPIRED,
    PURPOSE_ENDED,
    DISPOSED
}
