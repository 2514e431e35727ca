package org.lianji.disclosure;

import org.springframework.stereotype.Component;

import java.util.Optional;

/**
 * Objections to what hangs, of anybody who can read it: by the village and the name, as both hang
 * there.
 */
@Component
public final class NoticeObjections {

    private final Notices notices;

    NoticeObjections(Notices notices) {
        this.notices = notices;
    }

    /** {@return identifier of the notice; none where no notice of the name hangs} */
    public Optional<String> notice(String village, String name) {
        return notices.named(village, name).map(PublicNotice::id);
    }

    /**
     * Objects to a notice; one that somebody has objected to stays as it is.
     *
     * @param notice its identifier
     */
    public void object(String notice) {
        notices.object(notice);
    }
}
