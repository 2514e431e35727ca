package org.lianji.database;

import org.springframework.util.unit.DataSize;

import java.nio.file.Path;

/**
 * What is left on the disk of the data. What was too little is enough again only once there is a
 * tenth more, so that it doesn't change with every file that comes and goes.
 *
 * @param little below which only what is urgent is written
 * @param least below which nothing is
 */
record FreeSpace(Path folder, DataSize little, DataSize least) {

    /** {@return READY, LITTLE_SPACE or NO_SPACE} */
    DatabaseState state(DatabaseState before) {
        long left = left();
        if (left < bound(least, before == DatabaseState.NO_SPACE)) {
            return DatabaseState.NO_SPACE;
        }
        boolean wasLittle =
                before == DatabaseState.NO_SPACE || before == DatabaseState.LITTLE_SPACE;
        return left < bound(little, wasLittle) ? DatabaseState.LITTLE_SPACE : DatabaseState.READY;
    }

    private static long bound(DataSize size, boolean tenthMore) {
        return tenthMore ? size.toBytes() + size.toBytes() / 10 : size.toBytes();
    }

    private long left() {
        return folder.toFile().getUsableSpace();
    }

    @Override
    public String toString() {
        return "%,d MB are left on the disk of %s".formatted(left() >> 20, folder);
    }
}
