package org.lianji.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.contribution.Owner.HEADER;
import static org.lianji.contribution.Owner.ZHANG;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A file is read in the character set that it is written in, or not at all. */
@HubTest
class CharsetsIT {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @Autowired Hub hub;

    @Autowired Neo4jClient graph;

    private Owner owner;

    @BeforeEach
    void owner() {
        owner = new Owner(hub);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // in ASCII, both are the same
                "US-ASCII, -,       Zhang,  201, -",
                "US-ASCII, UTF-8,   Zhang,  201, -",
                "US-ASCII, GB18030, Zhang,  201, -",
                "UTF-8,    -,       王强,   201, -",
                "UTF-8,    utf-8,   王强,   201, -",
                "UTF-8,    UTF-8,   Бат,    201, -",
                "UTF-8,    -,       Бат,    201, -",
                "GB18030,  GB18030, 王强,   201, -",
                "GB18030,  gbk,     王强,   201, -",
                "GB18030,  GB18030, 㛃𬙂, 201, -",
                "GB18030,  cp936,   王强,   201, -",
                "GB18030,  x-gbk,   王强,   201, -",
                "GB18030,  MS936,   王强,   201, -",
                "GB18030,  gb2312,  王强,   201, -",
                "GB18030,  windows-936, 王强, 201, -",
                "UTF-8,    utf8,    王强,   201, -",
                "GB18030,  big5,    王强,   415, MEDIA_TYPE",
                "GB18030,  x-nothing, 王强, 415, MEDIA_TYPE",
                // can be read as GB18030, but is no Chinese there
                "Big5,     -,       王強,   400, NOT_UTF_8",
                "Big5,     UTF-8,   陳麗華, 400, NOT_UTF_8",
                "windows-1252, -,   Müller, 400, NOT_UTF_8",
                "windows-1252, UTF-8, Ägäis-Straße, 400, NOT_UTF_8",
                "Big5,     GB18030, 國家興亡匹夫有責民政局應當將審核確認結果書面告知申請人, 400, NO_CHINESE_IN_GB18030",
                "UTF-8,    GB18030, 王强,   400, LOOKS_LIKE_UTF_8",
                "GB18030,  -,       王强,   400, LOOKS_LIKE_GB18030",
                "GB18030,  UTF-8,   王强,   400, LOOKS_LIKE_GB18030",
                // its bytes are valid UTF-8 as well, two Greek and Cyrillic letters
                "GB18030,  -,       魏平,   400, LOOKS_LIKE_GB18030",
                "GB18030,  GB18030, 魏平,   201, -",
                "UTF-16LE, -,       王强,   400, LOOKS_LIKE_UTF_16",
                "UTF-16BE, UTF-8,   王强,   400, LOOKS_LIKE_UTF_16",
                "UTF-16,   GB18030, 王强,   400, LOOKS_LIKE_UTF_16"
            })
    void judgesTheWholeFile(String written, String declared, String name, int status, String code) {
        for (boolean csv : List.of(true, false)) {
            String key = csv ? "csv" : "ndjson";
            String type = (csv ? "text/csv" : "application/x-ndjson") + charset(declared);
            byte[] body = (csv ? csv(name) : ndjson(name)).getBytes(Charset.forName(written));

            HttpResponse<String> answer = owner.send(key, type, null, body);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            assertThat(Owner.code(answer)).isEqualTo(code == null ? "" : code);
            assertThat(names()).isEqualTo(status == 201 ? List.of(name) : List.of());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Big5, 王強",
        "windows-1252, Müller",
    })
    void claimsOnlyWhatIsSoAndSaysWhatToDo(String written, String name) {
        HttpResponse<String> answer =
                owner.send("k", "text/csv", null, csv(name).getBytes(Charset.forName(written)));

        assertThat(Owner.json(answer).at("/detail").asString())
                .contains("第 2 行", "Big5", "Windows-1252", "请按 UTF-8 重新导出")
                .doesNotContain("内容却");
    }

    @Test
    void namesBothCharacterSets() {
        HttpResponse<String> answer =
                owner.send("k", "text/csv;charset=GB18030", null, utf8(csv("王强")));

        assertThat(Owner.json(answer).at("/detail").asString()).contains("GB18030", "UTF-8");
    }

    @Test
    void judgesBeforeTheFirstRowHoweverLateTheFault() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(utf8(csv("王强")));
        for (int i = 2; i < 3_000; i++) {
            file.writeBytes(utf8(line(String.valueOf(i), "王强")));
        }
        file.writeBytes(line("3000", "李庆富").getBytes(GB18030));

        HttpResponse<String> answer = owner.send("k", "text/csv", null, file.toByteArray());

        assertThat(Owner.code(answer)).isEqualTo("NOT_UTF_8");
        assertThat(Owner.json(answer).at("/details/line").asInt()).isEqualTo(3_001);
        assertThat(Owner.json(answer).at("/detail").asString()).contains("3001");
        assertThat(
                        Owner.code(
                                owner.send(
                                        "k", "text/csv;charset=GB18030", null, file.toByteArray())))
                .isEqualTo("LOOKS_LIKE_UTF_8");
        assertThat(names()).isEmpty();
    }

    @Test
    void saysWhichLineIsNotGb18030() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(csv("王强").getBytes(GB18030));
        file.writeBytes(new byte[] {'2', ',', (byte) 0xFF, (byte) 0xFF, '\n'});

        HttpResponse<String> answer =
                owner.send("k", "text/csv;charset=GB18030", null, file.toByteArray());

        assertThat(Owner.code(answer)).isEqualTo("NOT_GB18030");
        assertThat(Owner.json(answer).at("/details/line").asInt()).isEqualTo(3);
    }

    @Test
    void nothingOfARefusedFileIsKeptAndItsKeyIsFree() {
        byte[] packed = Owner.gzip(csv("王强"));
        assertThat(Owner.code(owner.send("k", "text/csv;charset=GB18030", "gzip", packed)))
                .isEqualTo("LOOKS_LIKE_UTF_8");

        HttpResponse<String> right = owner.send("k", "text/csv;charset=UTF-8", "gzip", packed);

        assertThat(right.statusCode()).isEqualTo(201);
        assertThat(owner.outcomes(right)).containsExactly("ACCEPTED");
    }

    private List<String> names() {
        return List.copyOf(
                graph.query("MATCH (r:Record) RETURN DISTINCT r.name").fetchAs(String.class).all());
    }

    private static String charset(String declared) {
        return declared == null ? "" : "; charset=" + declared;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String csv(String name) {
        return HEADER + line("1", name);
    }

    /** With one name and nothing else beyond ASCII. */
    private static String line(String recordNo, String name) {
        return "%s,2026-03-01T08:00:00+08:00,%s,%s,H1,HEAD,150902001001,%s,MALE,1956-03-12,\n"
                .formatted(recordNo, ZHANG, name, name);
    }

    private static String ndjson(String name) {
        return """
        {"recordNo":"1","observedAt":"2026-03-01T08:00:00+08:00","idNumber":"%s","personName":"%s","hukouNo":"H1",\
        "relationToHead":"HEAD","hukouRegion":"150902001001","name":"%s","sex":"MALE","birthDate":"1956-03-12"}
        """
                .formatted(ZHANG, name, name);
    }
}
