package org.lianji.bench.load;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between a server and the database and counts what goes over Bolt: the statements, and the
 * database hits of each, which it has profiled. Never in the way of a measured round.
 */
final class Tap implements Closeable {

    private static final int RUN = 0x10;
    private static final byte[] PROFILE = "PROFILE ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HITS = "\u0086dbHits".getBytes(StandardCharsets.ISO_8859_1);
    private static final int HANDSHAKE = 20;

    private final ServerSocket door;
    private final int database;
    private final AtomicLong statements = new AtomicLong();
    private final AtomicLong hits = new AtomicLong();

    /**
     * @param database the port that the database listens on
     */
    Tap(int database) throws IOException {
        this.database = database;
        this.door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    long statements() {
        return statements.get();
    }

    long hits() {
        return hits.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket server = door.accept();
                Socket graph = new Socket(InetAddress.getLoopbackAddress(), database);
                server.setTcpNoDelay(true);
                graph.setTcpNoDelay(true);
                greet(server, graph);
                Thread.ofVirtual().start(() -> relay(server, graph, true));
                Thread.ofVirtual().start(() -> relay(graph, server, false));
            } catch (IOException _) {
                // closed, or a server that went away
            }
        }
    }

    /** Versions from a list of four only: what comes after is messages. */
    private static void greet(Socket server, Socket graph) throws IOException {
        byte[] offer = server.getInputStream().readNBytes(HANDSHAKE);
        for (int slot = 4; slot < HANDSHAKE; slot += 4) {
            if (offer[slot + 2] == 1 && offer[slot + 3] == (byte) 0xFF) {
                Arrays.fill(offer, slot, slot + 4, (byte) 0);
            }
        }
        graph.getOutputStream().write(offer);
        server.getOutputStream().write(graph.getInputStream().readNBytes(4));
    }

    private void relay(Socket from, Socket to, boolean asking) {
        try (from;
                to) {
            DataInputStream in = new DataInputStream(from.getInputStream());
            while (true) {
                byte[] message = read(in);
                if (asking && message.length > 2 && message[1] == RUN) {
                    statements.incrementAndGet();
                    message = profiled(message);
                } else if (!asking) {
                    count(message);
                }
                write(message, to.getOutputStream());
            }
        } catch (IOException _) {
            // one of the two has closed
        }
    }

    /** A message comes in chunks, the last of them empty. */
    private static byte[] read(DataInputStream in) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (int size = in.readUnsignedShort(); size > 0; size = in.readUnsignedShort()) {
            message.write(in.readNBytes(size));
        }
        return message.toByteArray();
    }

    private static void write(byte[] message, OutputStream to) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream(message.length + 8);
        DataOutputStream out = new DataOutputStream(all);
        for (int at = 0; at < message.length; at += 0xFFFF) {
            int size = Math.min(0xFFFF, message.length - at);
            out.writeShort(size);
            out.write(message, at, size);
        }
        out.writeShort(0);
        to.write(all.toByteArray());
    }

    /** The text comes first: a marker, its length, itself. */
    private static byte[] profiled(byte[] run) throws IOException {
        int marker = run[2] & 0xFF;
        int width = marker < 0x90 ? 0 : 1 << (marker - 0xD0);
        int length = width == 0 ? marker & 0xF : (int) number(run, 3, width);
        int start = 3 + width;
        String text = new String(run, start, length, StandardCharsets.UTF_8).strip();
        if (!text.matches(
                "(?s)(MATCH|OPTIONAL|UNWIND|WITH|CALL|MERGE|CREATE|CYPHER|RETURN)\\b.*")) {
            return run;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(all);
        out.write(run, 0, 2);
        out.writeByte(0xD2);
        out.writeInt(PROFILE.length + length);
        out.write(PROFILE);
        out.write(run, start, run.length - start);
        return all.toByteArray();
    }

    private void count(byte[] message) {
        for (int at = 0; at + HITS.length < message.length; at++) {
            if (Arrays.equals(message, at, at + HITS.length, HITS, 0, HITS.length)) {
                int marker = message[at + HITS.length] & 0xFF;
                boolean wide = marker >= 0xC8 && marker <= 0xCB;
                hits.addAndGet(
                        wide
                                ? number(message, at + HITS.length + 1, 1 << (marker - 0xC8))
                                : (byte) marker);
            }
        }
    }

    private static long number(byte[] bytes, int at, int width) {
        long number = 0;
        for (int i = 0; i < width; i++) {
            number = number << 8 | bytes[at + i] & 0xFF;
        }
        return number;
    }
}
