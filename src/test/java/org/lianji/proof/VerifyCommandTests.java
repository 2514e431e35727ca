package org.lianji.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** 0 as it was sealed, 1 for what is proven to be changed, 2 for what could not be checked. */
@ExtendWith(OutputCaptureExtension.class)
class VerifyCommandTests {

    private static final int WHOLE = 0;
    private static final int BROKEN = 1;
    private static final int UNCHECKED = 2;

    private final SeededChain chain = new SeededChain(1);
    private final List<String> lines =
            chain.lines().stream().map(SeededChain.Placed::text).toList();

    @TempDir Path folder;

    private String file(Stream<String> some) throws IOException {
        return Files.write(folder.resolve("chain.ndjson"), SeededChain.bytes(some)).toString();
    }

    private static String head(Day day) {
        return day.date() + "=" + day.hash();
    }

    @Test
    void saysThatTheEndsAreNotProvenWithoutAHead(CapturedOutput told) throws IOException {
        assertThat(VerifyCommand.run(file(lines.stream()))).isEqualTo(WHOLE);
        assertThat(told.getOut()).contains("NOT PROVEN are the chain's ends").contains("--head");
    }

    @Test
    void saysHowFarTheHeadsProve(CapturedOutput told) throws IOException {
        List<Day> heads = chain.heads();
        String file = file(lines.stream());

        assertThat(VerifyCommand.run(file, "--head", head(heads.getLast()))).isEqualTo(WHOLE);
        assertThat(told.getOut())
                .contains("Proven by the heads up to its last block")
                .doesNotContain("NOT PROVEN");

        Day early = heads.getFirst();
        assertThat(VerifyCommand.run(file, "--head", head(early).toUpperCase())).isEqualTo(WHOLE);
        assertThat(told.getOut())
                .contains("up to block %d. NOT PROVEN is its end".formatted(early.blocks()));
    }

    @Test
    void saysWhereAFileThatIsAPartBegins(CapturedOutput told) throws IOException {
        long first = chain.heads().getFirst().blocks() + 1;
        int start =
                lines.indexOf(
                        lines.stream()
                                .filter(line -> line.contains("{\\\"block\\\":" + first + ","))
                                .findFirst()
                                .orElseThrow());

        assertThat(VerifyCommand.run(file(lines.stream().skip(start)))).isEqualTo(WHOLE);
        assertThat(told.getOut())
                .contains("What came before block %d is not in the file".formatted(first));
    }

    @Test
    void aChangedLineIsBrokenBeItTheFirst(CapturedOutput told) throws IOException {
        List<String> changed = new ArrayList<>(lines);
        changed.set(0, changed.getFirst().replace('0', '1'));

        assertThat(VerifyCommand.run(file(changed.stream()))).isEqualTo(BROKEN);
        assertThat(told.getErr()).contains("BROKEN at block 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "{\"errors\":[{\"message\":\"no\"}]}\n",
                "<html>502</html>",
                "{\"entry\":1}\n[]\n"
            })
    void whatIsNoChainIsNotChecked(String content, CapturedOutput told) throws IOException {
        Path file = Files.writeString(folder.resolve("other"), content);

        assertThat(VerifyCommand.run(file.toString())).isEqualTo(UNCHECKED);
        assertThat(told.getErr()).contains("is not an exported chain");
    }

    @Test
    void whatCantBeReadIsNotChecked() throws IOException {
        assertThat(VerifyCommand.run(folder.resolve("none").toString())).isEqualTo(UNCHECKED);
        assertThat(VerifyCommand.run(folder.toString())).isEqualTo(UNCHECKED);
        assertThat(VerifyCommand.run("\0")).isEqualTo(UNCHECKED);
    }

    @Test
    void wrongArgumentsAreNotChecked(CapturedOutput told) throws IOException {
        String file = file(lines.stream());
        String day = chain.heads().getFirst().date().toString();
        String good = head(chain.heads().getFirst());
        for (String[] arguments :
                new String[][] {
                    {},
                    {"--help"},
                    {file, file},
                    {file, "--head"},
                    {file, "--head", day},
                    {file, "--head", day + "="},
                    {file, "--head", day + "=abc"},
                    {file, "--head", "yesterday=" + "0".repeat(64)},
                    {file, "--head", good, "--head", day + "=" + "0".repeat(64)},
                    {"--proof", file},
                    {"--proof", file, file, "--head", good},
                }) {
            assertThat(VerifyCommand.run(arguments))
                    .as(List.of(arguments).toString())
                    .isEqualTo(UNCHECKED);
        }
        assertThat(told.getErr()).contains("64 hexadecimal digits");
    }

    /** The first entry of the seeded chain, with all that proves it. */
    private Map<String, Object> proof() {
        Line.OfBlock block = (Line.OfBlock) CanonicalParser.line(lines.getFirst()).orElseThrow();
        Day day = chain.heads().getFirst();
        List<String> hashes = new ArrayList<>();
        for (String line : lines) {
            if (CanonicalParser.line(line).orElseThrow() instanceof Line.OfBlock one
                    && one.block().date().equals(day.date())) {
                hashes.add(one.hash());
            }
        }
        Map<String, Object> proof = new LinkedHashMap<>();
        proof.put(
                "entry", ((Line.OfEntry) CanonicalParser.line(lines.get(1)).orElseThrow()).entry());
        proof.put("position", 0);
        proof.put("path", Merkle.inclusionProof(block.entries(), 0));
        proof.put("block", block.block().text());
        proof.put("dayPath", Merkle.inclusionProof(hashes, 0));
        proof.put("day", day.text());
        return proof;
    }

    private int prove(Map<String, Object> proof, String head) throws IOException {
        return prove(Canonical.json(Map.of("data", Map.of("inclusionProof", proof))), head);
    }

    private int prove(String text, String head) throws IOException {
        Path file = Files.writeString(folder.resolve("proof.json"), text);
        return VerifyCommand.run("--proof", file.toString(), "--head", head);
    }

    @Test
    void aProofWithoutAFieldIsNotCheckedAndOneWithAChangedFieldIsBroken(CapturedOutput told)
            throws IOException {
        String head = head(chain.heads().getFirst());
        assertThat(prove(proof(), head)).isEqualTo(WHOLE);
        for (String field : proof().keySet()) {
            Map<String, Object> lacking = proof();
            lacking.remove(field);
            assertThat(prove(lacking, head)).as("without " + field).isEqualTo(UNCHECKED);
            assertThat(told.getErr()).contains("ask inclusionProof for " + field);

            Map<String, Object> changed = proof();
            changed.put(field, "changed");
            assertThat(prove(changed, head)).as(field + " changed").isEqualTo(BROKEN);
        }
    }

    @Test
    void aProofOfADayWhoseHeadWasNotGivenIsNotChecked(CapturedOutput told) throws IOException {
        Day day = chain.heads().getFirst();

        assertThat(prove(proof(), head(chain.heads().getLast()))).isEqualTo(UNCHECKED);
        assertThat(told.getErr()).contains("is of day " + day.date() + ": give its head");
        assertThat(prove(proof(), day.date() + "=" + Merkle.NOTHING)).isEqualTo(BROKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "{\"errors\":[],\"data\":null}",
                "{\"data\":{\"inclusionProof\":null}}"
            })
    void whatHoldsNoProofIsNotChecked(String text) throws IOException {
        assertThat(prove(text, head(chain.heads().getFirst()))).isEqualTo(UNCHECKED);
    }
}
