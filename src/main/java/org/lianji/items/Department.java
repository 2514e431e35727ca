package org.lianji.items;

/**
 * One of the authorities that contribute to and query the library.
 *
 * @param code short code, such as {@code MZ}
 * @param nameZh name in Chinese
 * @param nameEn name in English
 * @param unifiedCode unified social credit code (GB 32100)
 * @param duties what it is in charge of, in Chinese
 * @param lead whether it leads social assistance (社会救助法 §4)
 */
public record Department(
        String code,
        String nameZh,
        String nameEn,
        String unifiedCode,
        String duties,
        boolean lead) {}
