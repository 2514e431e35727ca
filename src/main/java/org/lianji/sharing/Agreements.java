package org.lianji.sharing;

import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.platform.Caller;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Decides what a caller may see: the rule is docs/decision.md, the law 政务数据共享条例 §§14, 25 and
 * 个人信息保护法 §§28, 31, 34.
 */
@Component
public class Agreements {

    private final Catalogue catalogue;
    private final AgreementsInForce inForce;

    Agreements(Catalogue catalogue, AgreementsInForce inForce) {
        this.catalogue = catalogue;
        this.inForce = inForce;
    }

    /**
     * {@return what the caller may see of the category}
     *
     * @param caller who asks
     * @param reason why
     * @param category of which records
     */
    public Grant grant(Caller caller, Because reason, Category category) {
        return new Decision(caller, reason, inForce.now()).on(category);
    }

    /**
     * {@return what the caller may see of every category, by code, all decided from the same
     * agreements}
     *
     * @param caller who asks
     * @param reason why
     */
    public Map<String, Grant> grants(Caller caller, Because reason) {
        List<InForce> now = inForce.now();
        Decision decision = new Decision(caller, reason, now);
        return catalogue.categories().stream()
                .collect(Collectors.toUnmodifiableMap(Category::code, decision::on));
    }
}
