package org.lianji.bases;

/** Why a person must not learn of looks yet, in words that tell nobody's data. */
enum SafeguardingGround {
    CHILD_IN_DANGER,
    FAMILY_VIOLENCE,
    DANGER_TO_LIFE
}
