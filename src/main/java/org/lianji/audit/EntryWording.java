package org.lianji.audit;

import java.util.Optional;
import java.util.Set;

/** What departments, purposes, categories and items are called in Chinese, and who owns what. */
public interface EntryWording {

    /**
     * {@return the department's name}
     *
     * @param code such as {@code MZ}
     */
    Optional<String> department(String code);

    /**
     * {@return what the purpose is called}
     *
     * @param letter such as {@code A}
     */
    Optional<String> purpose(String letter);

    /**
     * {@return the category's name}
     *
     * @param code such as {@code GA01}
     */
    Optional<String> category(String code);

    /**
     * {@return the item's name, without its category's}
     *
     * @param name such as {@code GA01.name}
     */
    Optional<String> item(String name);

    /**
     * {@return codes of the categories that the department owns}
     *
     * @param department its code
     */
    Set<String> owned(String department);

    /**
     * {@return whether it is the department that leads social assistance}
     *
     * @param department its code
     */
    boolean leads(String department);
}
