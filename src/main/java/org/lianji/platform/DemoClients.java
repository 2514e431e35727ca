package org.lianji.platform;

import java.util.List;

/**
 * The systems that may sign in at the hub's own token issuer, which exists in demo mode only.
 *
 * @param clients one for each department, or more
 */
public record DemoClients(List<Client> clients) {

    /**
     * @param clientId name it signs in with
     * @param secret its well-known demo secret
     * @param department code of the department it acts for
     * @param nameZh name in Chinese
     * @param nameEn name in English
     */
    public record Client(
            String clientId, String secret, String department, String nameZh, String nameEn) {}
}
