package org.lianji.bench.city;

/** A village, gacha or community: the lowest region, 12 digits. */
record Village(String code, String name, Township township) {

    /** Urban communities are told by their name. */
    boolean urban() {
        return name.contains("社区") || name.endsWith("居民委员会");
    }

    boolean pastoral() {
        return name.contains("嘎查");
    }

    /** Pseudo communities of industrial parks, in which nobody lives. */
    boolean inhabited() {
        return !name.contains("虚拟社区") && !name.contains("园区");
    }

    County county() {
        return township.county();
    }

    /** The name without its organ: 恩和路社区居民委员会 is spoken of as 恩和路社区. */
    String shortName() {
        return name.replaceFirst("(居民委员会|村民委员会|居委会|村民委会|村委会|委员会)$", "")
                .replaceFirst("(?<!村|区|嘎查)$", "村");
    }

    String address() {
        return township.county().name() + township.name() + shortName();
    }
}
