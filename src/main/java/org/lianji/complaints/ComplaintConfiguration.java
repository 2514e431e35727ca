package org.lianji.complaints;

import org.lianji.paging.Nodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ComplaintConfiguration {

    @Bean
    Nodes complaintNodes(Complaints complaints) {
        return new Nodes("Complaint", "T", complaints::find);
    }
}
