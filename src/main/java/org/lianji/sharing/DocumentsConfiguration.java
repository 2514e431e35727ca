package org.lianji.sharing;

import org.lianji.platform.Nodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class DocumentsConfiguration {

    @Bean
    Nodes documentNodes(DepartmentDocuments documents) {
        return new Nodes("TrustedDocument", "s", documents::find);
    }
}
