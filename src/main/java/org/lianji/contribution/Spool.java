package org.lianji.contribution;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.lianji.platform.Problem;

/**
 * An upload on disk, whole before any of it is read: a cut connection or a damaged file writes nothing. The file is the
 * hub's alone and does not outlive the request.
 *
 * @param file where it lies, unpacked
 * @param digest SHA-256 of the unpacked bytes
 * @param size in bytes, unpacked
 */
record Spool(Path file, String digest, long size) implements AutoCloseable {

    /**
     * Takes in an upload to its end.
     *
     * @throws Problem when it is cut, damaged or too large
     */
    static Spool receive(InputStream body, boolean gzip, long maxBytes) {
        Path file = emptyFile();
        try {
            MessageDigest digest = Digests.sha256();
            long size = copy(body, gzip, file, digest, maxBytes);
            return new Spool(file, HexFormat.of().formatHex(digest.digest()), size);
        } catch (RuntimeException e) {
            delete(file);
            throw e;
        }
    }

    private static long copy(InputStream body, boolean gzip, Path file, MessageDigest digest, long maxBytes) {
        try (InputStream in = gzip ? new GZIPInputStream(body, 65_536) : body;
                OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[65_536];
            long size = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > maxBytes) {
                    throw new Problem(ContributionCode.UPLOAD_TOO_LARGE, Map.of("maxBytes", maxBytes));
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
            return size;
        } catch (ZipException | EOFException e) {
            throw new Problem(gzip ? ContributionCode.BROKEN_GZIP : ContributionCode.UPLOAD_CUT);
        } catch (IOException e) {
            throw new Problem(ContributionCode.UPLOAD_CUT);
        }
    }

    private static Path emptyFile() {
        try {
            return Files.createTempFile(
                    "lianji-upload",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        delete(file);
    }
}
