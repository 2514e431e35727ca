package org.lianji.webhooks;

import org.lianji.paging.Nodes;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A listener for each address of {@code lianji.webhooks}, since one must not wait for another. They
 * are told of warnings alone.
 */
@Configuration
@Import(WebhookConfiguration.Registrar.class)
class WebhookConfiguration {

    private static final Set<String> WARNINGS = Set.of("WarningChanged");

    static final class Registrar implements BeanRegistrar {

        @Override
        public void register(BeanRegistry registry, Environment settings) {
            Binder.get(settings)
                    .bind("lianji.webhooks", Bindable.mapOf(String.class, WebhookTarget.class))
                    .orElseGet(Map::of)
                    .forEach((name, hook) -> register(registry, name, hook));
        }

        private static void register(BeanRegistry registry, String name, WebhookTarget hook) {
            registry.registerBean(
                    "webhook-" + name,
                    WebhookListener.class,
                    bean ->
                            bean.supplier(
                                    context ->
                                            new WebhookListener(
                                                    Webhook.listener(name),
                                                    () -> WARNINGS,
                                                    () -> Optional.of(hook),
                                                    context.bean(PartyNews.class),
                                                    context.bean(Clock.class))));
        }
    }

    @Bean
    Nodes webhookNodes(RegisteredWebhooks webhooks) {
        return new Nodes("Webhook", "M", (caller, id) -> webhooks.find(caller, id));
    }
}
