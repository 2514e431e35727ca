package org.lianji.api;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Problem;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Who listens to a subscription, as its source knows them: what they heard last, and what goes to
 * them beside the events. Found in the GraphQL context under its class.
 */
public final class Listener {

    private final @Nullable String last;
    private final Queue<String> ids = new ConcurrentLinkedQueue<>();
    private volatile boolean patient;
    private volatile @Nullable Problem end;

    /**
     * @param last the event that they heard last on an earlier stream
     */
    public Listener(@Nullable String last) {
        this.last = last;
    }

    /** {@return the event that they heard last on an earlier stream, as that named it} */
    public @Nullable String last() {
        return last;
    }

    /**
     * The source keeps what the listener has not read yet, and ends the stream by itself where the
     * right to it ends, behind its last news.
     */
    public void isWaitedFor() {
        patient = true;
    }

    /**
     * Tells why there is nothing more, once the source is complete: an error of the source itself
     * would overtake what is still on its way.
     */
    public void leaves(Problem why) {
        end = why;
    }

    /** {@return why there is nothing more, where that is told} */
    public @Nullable Problem end() {
        return end;
    }

    public boolean waitedFor() {
        return patient;
    }

    /**
     * Names the event that the source sends next; to be told before the event is.
     *
     * @param id by which one can go on behind it
     */
    public void hears(String id) {
        ids.add(id);
    }

    /** {@return the name of the event that is written next, if its source names events} */
    @Nullable
    public String heard() {
        return ids.poll();
    }
}
