package org.lianji.records;

import java.util.List;

/**
 * News of what a part of a batch brought; its subject is the batch.
 *
 * @param category code of its category
 * @param batch identifier of the batch
 * @param records identifiers of the records that are new, superseded ones too
 * @param persons identifiers of all whom they, or versions that they redate, are about or name
 */
public record RecordsContributed(
        String category, String batch, List<String> records, List<String> persons) {

    public static final String KIND = "Contributed";
}
