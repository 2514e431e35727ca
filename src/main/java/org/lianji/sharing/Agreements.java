package org.lianji.sharing;

import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Department;
import org.lianji.catalogue.Item;
import org.lianji.catalogue.Share;
import org.lianji.platform.Caller;
import org.springframework.stereotype.Component;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides what a caller may see. A department sees its own categories in full; the one that leads
 * social assistance also sees items that are shared unconditionally (政务数据共享条例 §14); all else is
 * denied.
 */
@Component
public class Agreements {

    private final Catalogue catalogue;

    Agreements(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * {@return what the caller may see of the category}
     *
     * @param caller who asks
     * @param category of which records
     */
    public Grant grant(Caller caller, Category category) {
        if (category.owner().code().equals(caller.department())) {
            return new Grant.All();
        }
        boolean leads =
                catalogue.department(caller.department()).map(Department::lead).orElse(false);
        Set<String> open =
                category.items().stream()
                        .filter(item -> item.share() == Share.UNCONDITIONAL)
                        .map(Item::name)
                        .collect(Collectors.toSet());
        return leads && !open.isEmpty() ? new Grant.Some(open) : new Grant.None();
    }
}
