package org.lianji;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The hub. */
@SpringBootApplication
public class Lianji {

    public static void main(String[] args) {
        SpringApplication.run(Lianji.class, args);
    }
}
