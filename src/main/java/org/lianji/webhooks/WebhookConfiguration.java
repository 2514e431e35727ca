package org.lianji.webhooks;

import org.lianji.monitoring.WarningDirectory;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

import java.time.Clock;
import java.util.Map;

/** A listener for each address of {@code lianji.webhooks}, since one must not wait for another. */
@Configuration
@Import(WebhookConfiguration.Registrar.class)
class WebhookConfiguration {

    static final class Registrar implements BeanRegistrar {

        @Override
        public void register(BeanRegistry registry, Environment settings) {
            Binder.get(settings)
                    .bind("lianji.webhooks", Bindable.mapOf(String.class, Webhook.class))
                    .orElseGet(Map::of)
                    .forEach((name, hook) -> register(registry, name, hook));
        }

        private static void register(BeanRegistry registry, String name, Webhook hook) {
            registry.registerBean(
                    "webhook-" + name,
                    WebhookListener.class,
                    bean ->
                            bean.supplier(
                                    context ->
                                            new WebhookListener(
                                                    name,
                                                    hook,
                                                    context.bean(WarningDirectory.class),
                                                    context.bean(Clock.class))));
        }
    }
}
