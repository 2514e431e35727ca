package org.lianji.upload;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.items.ValueCode;
import org.lianji.platform.Code;
import org.lianji.platform.Faults;
import org.lianji.platform.PlatformCode;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing wrong with a row.
 *
 * @param code what
 * @param pointer the column or item, with the position in a list behind a slash
 * @param details limits; never a value
 */
public record Finding(Code code, @Nullable String pointer, Map<String, Object> details) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, Code> CODES =
            Stream.<Code[]>of(
                            ContributionCode.values(),
                            ValueCode.values(),
                            new Code[] {PlatformCode.ID_NUMBER_IN_TEXT})
                    .flatMap(Stream::of)
                    .collect(Collectors.toMap(Code::name, code -> code));

    private record StoredFinding(
            String code, @Nullable String pointer, Map<String, Object> details) {}

    public Finding(Code code, @Nullable String pointer) {
        this(code, pointer, Map.of());
    }

    public String message(Locale locale) {
        return Faults.message(code, details, locale);
    }

    public static String write(Iterable<Finding> findings) {
        var kept = new java.util.ArrayList<StoredFinding>();
        findings.forEach(
                finding ->
                        kept.add(
                                new StoredFinding(
                                        finding.code().name(),
                                        finding.pointer(),
                                        finding.details())));
        return JSON.writeValueAsString(kept);
    }

    /**
     * A code that has been retired since is told as the row being no JSON it understands, never as
     * none.
     */
    public static java.util.List<Finding> read(String json, Catalogue catalogue) {
        return JSON.readValue(json, new TypeReference<java.util.List<StoredFinding>>() {}).stream()
                .map(
                        kept ->
                                new Finding(
                                        code(kept.code(), catalogue),
                                        kept.pointer(),
                                        kept.details()))
                .toList();
    }

    private static Code code(String name, Catalogue catalogue) {
        return Optional.ofNullable(CODES.get(name))
                .or(() -> catalogue.check(name))
                .orElse(ContributionCode.BAD_JSON);
    }
}
