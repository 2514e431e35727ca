package org.lianji.sharing;

import org.springframework.stereotype.Component;

import java.util.List;

/** Placeholder of the branch: the agreements' own branch brings the real one. */
@Component
public final class AgreementsInForce {

    private volatile List<InForce> list = List.of();

    public List<InForce> now() {
        return list;
    }
}
