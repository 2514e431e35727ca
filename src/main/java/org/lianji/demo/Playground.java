package org.lianji.demo;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.lianji.api.SchemaReaders;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.time.Duration;
import java.util.List;

/** The built-in GraphiQL and the demo clients that may sign in there; exists in demo mode only. */
@Controller
@ConditionalOnProperty(name = "lianji.mode", havingValue = "demo")
class Playground implements WebMvcConfigurer {

    private final DemoClients clients;
    private final SchemaReaders readers;

    Playground(DemoClients clients, SchemaReaders readers) {
        this.clients = clients;
        this.readers = readers;
    }

    /**
     * @param client who may sign in
     * @param readsSchema whether the editor can complete what they type
     */
    record Visitor(@JsonUnwrapped DemoClients.Client client, boolean readsSchema) {}

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/playground/assets/**")
                .addResourceLocations("classpath:/playground/assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable());
        registry.addResourceHandler("/playground/**")
                .addResourceLocations("classpath:/playground/")
                .setCacheControl(CacheControl.noCache());
    }

    @GetMapping("/playground")
    String redirect() {
        return "redirect:/playground/";
    }

    @GetMapping("/playground/")
    String index() {
        return "forward:/playground/index.html";
    }

    @GetMapping("/playground/clients.json")
    ResponseEntity<List<Visitor>> clients() {
        return ResponseEntity.ok(
                clients.clients().stream()
                        .map(client -> new Visitor(client, readers.include(client.roles())))
                        .toList());
    }
}
