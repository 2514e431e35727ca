package org.lianji.contribution;

import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.records.Batch;
import org.lianji.records.Batches;
import org.lianji.records.RejectedRows;
import org.lianji.upload.ContributionCode;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.util.List;

/**
 * The rejected rows of a batch, given back to those who sent them: numbers in full, and so each
 * page is on the chain before it leaves.
 */
@Component
final class Rejects {

    private final RejectedRows rows;
    private final Batches batches;
    private final HandedOut handedOut;

    Rejects(RejectedRows rows, Batches batches, HandedOut handedOut) {
        this.rows = rows;
        this.batches = batches;
        this.handedOut = handedOut;
    }

    /**
     * {@return the batch, whose rows can be given back}
     *
     * @throws Problem when there is none, or it is another department's: both look the same; or
     *     when its rows can't be given back any more
     */
    Batch batch(Caller caller, String id) {
        Batch batch =
                batches.findByIdAndDepartment(id, caller.department())
                        .orElseThrow(() -> new Problem(ContributionCode.BATCH_NOT_FOUND));
        rows.requireReadable(id);
        return batch;
    }

    /** Page by page, so that a million rejects take no more memory than one. */
    void write(Caller caller, Batch batch, RejectsFile file) throws IOException {
        List<RejectedRows.StoredRow> page = rows.page(batch.id(), 0);
        do {
            handedOut.taken(caller, batch, page);
            for (RejectedRows.StoredRow row : page) {
                file.row(row);
            }
            file.flush();
            page = page.isEmpty() ? page : rows.page(batch.id(), page.getLast().number());
        } while (!page.isEmpty());
    }
}
