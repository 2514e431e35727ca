package org.lianji.demo;

import com.fasterxml.jackson.annotation.JsonIgnore;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Role;

import java.util.List;
import java.util.Set;

/**
 * The systems that may sign in at the hub's own token issuer, which exists in demo mode only.
 *
 * @param clients one for each department, or more
 */
public record DemoClients(List<Client> clients) {

    /**
     * @param clientId name it signs in with
     * @param secret its well-known demo secret
     * @param department code of the department it acts for, a charity's unified code, or empty
     * @param nameZh name in Chinese
     * @param nameEn name in English
     * @param roles what it may do
     * @param region whose people it looks after, or empty
     * @param idNumber of the citizen it stands for; of somebody in the demo city
     */
    public record Client(
            String clientId,
            String secret,
            String department,
            String nameZh,
            String nameEn,
            Set<Role> roles,
            String region,
            @JsonIgnore @Nullable String idNumber) {}

    /**
     * {@return the client of that name}
     *
     * @param clientId name it signs in with
     */
    Client client(String clientId) {
        return clients.stream()
                .filter(client -> client.clientId().equals(clientId))
                .findFirst()
                .orElseThrow();
    }
}
