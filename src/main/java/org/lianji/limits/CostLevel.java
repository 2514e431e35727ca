package org.lianji.limits;

import java.util.LinkedHashMap;
import java.util.Map;

/** What one selection asks of every object, and beside it of those of certain types. */
final class CostLevel {

    private final Map<String, CostAmount> byType = new LinkedHashMap<>();
    private CostAmount common = CostAmount.NONE;

    void add(CostAmount amount) {
        common = common.and(amount);
    }

    void add(CostLevel other) {
        add(other.common);
        other.byType.forEach(this::addOn);
    }

    void addOn(String type, CostLevel other) {
        addOn(type, other.common);
        other.byType.forEach(this::addOn);
    }

    private void addOn(String type, CostAmount amount) {
        byType.merge(type, amount, CostAmount::and);
    }

    CostAmount total() {
        return byType.values().stream()
                .reduce(common.times(1, byType.size() + 1L), CostAmount::and);
    }
}
