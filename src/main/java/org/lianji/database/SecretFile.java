package org.lianji.database;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A random secret that is made once and kept in a file which the hub's account alone can read. It
 * appears whole or not at all, however the hub ends meanwhile.
 */
public final class SecretFile {

    private static final int BYTES = 32;

    private SecretFile() {}

    /**
     * {@return the secret, in hexadecimal}
     *
     * @param file made where missing, with its folder
     */
    public static String kept(Path file) throws IOException {
        if (!Files.exists(file)) {
            make(file.toAbsolutePath());
        }
        return Files.readString(file);
    }

    private static void make(Path file) throws IOException {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), "secret", "");
        try {
            Files.writeString(fresh, HexFormat.of().formatHex(secret));
            Files.move(fresh, file);
        } catch (FileAlreadyExistsException e) {
            Files.delete(fresh);
        }
    }
}
