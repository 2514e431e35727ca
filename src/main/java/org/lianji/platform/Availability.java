package org.lianji.platform;

/** Whether the hub can do now what it is asked for. */
public interface Availability {

    /**
     * Returns where something can be asked.
     *
     * @throws Problem otherwise, with when to try again
     */
    void requireAnswers();

    /**
     * Returns where there is room for what would be written.
     *
     * @throws Problem otherwise, with when to try again
     */
    void requireRoom();
}
