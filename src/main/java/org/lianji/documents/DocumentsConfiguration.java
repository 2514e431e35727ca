package org.lianji.documents;

import org.lianji.paging.Nodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class DocumentsConfiguration {

    @Bean
    Nodes documentNodes(DepartmentDocuments documents) {
        return new Nodes("TrustedDocument", "s", documents::find);
    }
}
