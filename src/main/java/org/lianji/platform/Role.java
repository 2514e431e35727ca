package org.lianji.platform;

import java.util.Set;

/**
 * What someone may do at the hub, whatever they may see: the values of a token's claim {@code
 * roles}.
 */
public enum Role {
    /** A department's system: contributes, queries and files for those who sit at it. */
    SYSTEM,
    /** Someone of the department's sharing unit (政务数据共享条例 §11): requests, answers, corrects. */
    SHARING_UNIT,
    /** The head of the sharing unit, who signs what leaves and what is asked for (§11, §20). */
    SHARING_HEAD,
    /** Handles cases of a county. */
    COUNTY_OFFICER,
    /** Handles cases of a township. */
    TOWN_OFFICER,
    /** Of a village's committee (嘎查村): goes to the doors of its families, where sent. */
    VILLAGE_CADRE,
    /** Assistant of social assistance, worker of a grid (协理员、网格员): goes to doors, where sent. */
    ASSISTANT,
    /** Social worker: assesses at the door what services somebody needs, where sent. */
    SOCIAL_WORKER,
    /** Speaks for a charity. */
    CHARITY,
    /** Volunteer of a charity: does what is asked for in an order, where sent, and reads nobody. */
    VOLUNTEER,
    /**
     * Speaks for a provider of services that counties buy: bound to the orders of its contracts.
     */
    PROVIDER,
    /** Reads the chain and the sharing of all departments, and no person's data. */
    AUDITOR,
    /** A citizen, who asks about themself. */
    CITIZEN;

    /**
     * Who goes to the doors: reads what the table of roles gives of what the department may see,
     * about families of the own place to whom somebody has sent them by name.
     */
    public static final Set<Role> AT_THE_DOOR = Set.of(VILLAGE_CADRE, ASSISTANT, SOCIAL_WORKER);

    /** Who is no department's: of an organisation, by its unified code. */
    public static final Set<Role> OF_AN_ORGANISATION = Set.of(CHARITY, VOLUNTEER, PROVIDER);
}
