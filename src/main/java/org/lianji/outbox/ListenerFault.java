package org.lianji.outbox;

/**
 * Why a listener could not take news, in words that anybody may read who looks after it: a status,
 * or that nobody answered; nothing that the other side said, and nothing of the news.
 */
public final class ListenerFault extends IllegalStateException {

    /**
     * @param words what is told
     */
    public ListenerFault(String words) {
        super(words);
    }

    /** {@return what may be told of any fault: of another its class alone, which quotes nothing} */
    static String words(Throwable fault) {
        return fault instanceof ListenerFault told
                ? String.valueOf(told.getMessage())
                : fault.getClass().getSimpleName();
    }
}
