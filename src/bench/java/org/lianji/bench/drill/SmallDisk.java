package org.lianji.bench.drill;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file system of its own in a file, so that it can be filled to its last byte without harm to
 * anybody else. Needs a root who may mount.
 */
public final class SmallDisk implements AutoCloseable {

    private final Path image;
    private final Path folder;

    /**
     * @param work folder for the image and the place where it is mounted
     */
    public SmallDisk(Path work, long megabytes) throws IOException {
        Files.createDirectories(work);
        this.image = work.resolve("disk.img").toAbsolutePath();
        this.folder = Files.createDirectories(work.resolve("disk")).toAbsolutePath();
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(megabytes << 20);
        }
        run("mkfs.ext4", "-q", "-F", "-m", "0", image.toString());
        run("mount", "-o", "loop", image.toString(), folder.toString());
    }

    public Path folder() {
        return folder;
    }

    /** Takes all that is free, to the last block. */
    public void fill() throws IOException {
        ByteBuffer block = ByteBuffer.allocate(1 << 20);
        try (FileChannel file =
                FileChannel.open(
                        folder.resolve("filler"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND)) {
            for (int size = block.capacity(); size >= 1; ) {
                try {
                    file.write(block.clear().limit(size));
                } catch (IOException full) {
                    size /= 2;
                }
            }
        }
    }

    public void free() throws IOException {
        Files.deleteIfExists(folder.resolve("filler"));
    }

    public long left() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    @Override
    public void close() {
        try {
            run("umount", folder.toString());
            Files.delete(image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String... command) throws IOException {
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IOException(String.join(" ", command) + " ended with " + code);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
