package org.lianji.catalogue;

import org.lianji.platform.DemoClients;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.List;
import java.util.Locale;

/**
 * In demo mode each department has a client: {@code mz} with the secret {@code mz-demo}, and so on.
 */
@Configuration
@ConditionalOnProperty(name = "lianji.mode", havingValue = "demo")
class DepartmentsAsClients {

    @Bean
    DemoClients demoClients(Catalogue catalogue) {
        List<DemoClients.Client> clients =
                catalogue.departments().stream().map(DepartmentsAsClients::client).toList();
        return new DemoClients(clients);
    }

    private static DemoClients.Client client(Department department) {
        String id = department.code().toLowerCase(Locale.ROOT);
        return new DemoClients.Client(
                id, id + "-demo", department.code(), department.nameZh(), department.nameEn());
    }
}
