package org.lianji.terms;

/** Who is above the two parties: has consented, has decided, or was told. */
public enum Overseer {
    /** The department that leads social assistance. */
    LEAD,
    /** The government of the same level, where the lead department is a party itself. */
    GOVERNMENT
}
