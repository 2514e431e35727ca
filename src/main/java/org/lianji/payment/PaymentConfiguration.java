package org.lianji.payment;

import org.lianji.paging.Nodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class PaymentConfiguration {

    @Bean
    Nodes paymentSheetNodes(PaymentSheets sheets) {
        return new Nodes("PaymentSheet", "Y", sheets::find);
    }
}
