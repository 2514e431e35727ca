package org.lianji.bench.city;

import java.io.IOException;

/**
 * Writes a synthetic city: one CSV a category, and apart from them the truth.
 *
 * <p>Nobody in it exists. {@code --seed 1 --people 20000 --errors 0.02 --as-of 2026-11-20 --out
 * DIR}
 */
public final class GenerateCity {

    private GenerateCity() {}

    public static void main(String[] arguments) throws IOException {
        try (var city = new City(Settings.of(arguments))) {
            city.write();
            System.out.print(city.report());
        }
    }
}
