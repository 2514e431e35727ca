package org.lianji.roles;

import org.lianji.platform.Caller;

/** What an organisation beside the departments lets its own staff do: judged with the roles. */
public interface StaffRule {

    /**
     * @param what name of the root, or pattern of the path
     * @throws org.lianji.platform.Problem where the organisation does not let the caller
     */
    void admit(Caller caller, String what);
}
