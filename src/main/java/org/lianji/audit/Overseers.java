package org.lianji.audit;

import org.lianji.platform.Caller;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;

/** Who may look at the chain itself. */
public final class Overseers {

    private static final Role[] OF_A_DEPARTMENT = {
        Role.SYSTEM, Role.SHARING_UNIT, Role.SHARING_HEAD, Role.COUNTY_OFFICER, Role.TOWN_OFFICER
    };

    private Overseers() {}

    /** {@return whether the caller is one: auditors and departments (政务数据共享条例 §29)} */
    static boolean include(Caller caller) {
        return caller.is(Role.AUDITOR) || caller.is(OF_A_DEPARTMENT);
    }

    /** Refuses all others. */
    public static void admit(Caller caller) {
        if (!include(caller)) {
            throw new Problem(PlatformCode.NOT_ALLOWED);
        }
    }

    static void admitAuditor(Caller caller) {
        if (!caller.is(Role.AUDITOR)) {
            throw new Problem(PlatformCode.NOT_ALLOWED);
        }
    }
}
