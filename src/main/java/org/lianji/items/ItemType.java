package org.lianji.items;

import java.util.Map;

/** What values an item takes. */
public sealed interface ItemType {

    /** {@return the type's name in the schema} */
    String sdlName();

    /** A type of the schema language or of the hub. */
    enum Scalar implements ItemType {
        STRING("String"),
        INT("Int"),
        FLOAT("Float"),
        BOOLEAN("Boolean"),
        DATE("Date"),
        DATE_TIME("DateTime"),
        YEAR_MONTH("YearMonth"),
        MONEY("Money"),
        REGION_CODE("RegionCode"),
        UNIFIED_CODE("UnifiedCode"),
        ID_NUMBER("IdNumber"),
        CERTIFICATE_NUMBER("CertificateNumber");

        private final String sdlName;

        Scalar(String sdlName) {
            this.sdlName = sdlName;
        }

        @Override
        public String sdlName() {
            return sdlName;
        }
    }

    /**
     * A closed list.
     *
     * @param sdlName the enum's name
     * @param labels label in Chinese by value, in the order of the schema
     */
    record Choice(String sdlName, Map<String, String> labels) implements ItemType {}
}
