package org.lianji.corrections;

/** Where a correction stands (政务数据共享条例 §§26, 28). */
enum CorrectionState {
    RAISED,
    WITHDRAWN,
    CORRECTED,
    UPHELD,
    DISPUTED,
    NEGOTIATED,
    REFERRED,
    DECIDED,
    APPEALED
}
